package markdown

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"
)

// quickTexts are such that the quick reader is sure of.
var quickTexts = []string{
	"", "One line.", "Two\nlines -- and more...", "One.\n\nTwo.\n\n\n3 and (four) \"five\".", "A *word*, **two words** (*three*)", "*All of it*",
	"- one\n- *two*\n- 3", "Before:\n\n- one\n- two\n\nAfter.\n", "See [here](https://example.org/a?b=c&d#e-f) and [there](sheet:some-id).",
	"A *word\nor two* more\n**and**\nmore", "*a*\nb", "[a](b)\nc\n[d](e)", "„Ä *ö* ü“ & co. 'x' www.example.org https://example.org/a.",
	"x\n\n- [a](b)\n- Über *das*.", "5 # 6 > 7 + 8 = 9 - 10 ~ 11: 12", "(*a*).", "[a *b](c)", "[ä](tel:+49)", "]a](b)", "a](b) [c](d)", "\"[a](b)\" '[c](d)'", "a[ ](b)", "[a\nb](c&amp;d) [\"e](javascript:f)\" [g](#h)",
}

// bothWays reads a text quickly and by goldmark, and compares all that can be asked
// of it. It reports whether the quick reader was sure.
func bothWays(t *testing.T, s string, o Options) bool {
	t.Helper()
	if o.Quotes == (Quotes{}) {
		o.Quotes = quotesOf(o.Lang)
	}
	read := func(quick bool) *Document {
		d, st := &Document{options: o, text: s, source: []byte(s)}, &state{}
		if d.root = quickly(d.source, st); !quick {
			*st = state{}
			d.root = st.parse(d.source)
		}
		if d.root == nil {
			return nil
		}
		return d.complete(st)
	}
	q := read(true)
	var asked []Link
	resolve := func(l Link) (Address, bool) {
		asked = append(asked, l)
		return Address{Href: l.Dest + "?x=ä y", Attrs: []Attr{{"hreflang", l.Label}}}, len(asked)%3 > 0
	}
	render := RenderOptions{IDPrefix: "x-", HeadingLevel: 3, Resolve: resolve}
	brief, short := AppendBrief([]byte("before "), s, o, render)
	briefly := asked
	if q == nil {
		if short {
			t.Errorf("%q is written briefly as %s", s, brief)
		}
		return false
	}
	slow := read(false)
	if short {
		asked = nil
		if want := string(slow.AppendHTML([]byte("before "), render)); string(brief) != want {
			t.Errorf("%q is written briefly as\n%s\nnot\n%s", s, brief, want)
		}
		if !reflect.DeepEqual(briefly, asked) {
			t.Errorf("%q asks briefly for\n%#v\nnot\n%#v", s, briefly, asked)
		}
	} else {
		t.Errorf("%q is not written briefly: %s", s, brief)
	}
	if got, want := Plain(s, o), slow.Plain(); got != want {
		t.Errorf("%q is plainly %q, not %q", s, got, want)
	}
	if got, ok := BriefMentions(s, o); ok && (!reflect.DeepEqual(got, Mentions{slow.Links(), slow.BareURLs()}) || len(slow.RawHTML())+len(slow.Headings())+len(slow.Problems()) > 0) {
		t.Errorf("%q mentions briefly %+v, not %+v and %+v", s, got, slow.Links(), slow.BareURLs())
	} else if !ok {
		t.Errorf("%q: the mentions are not read briefly", s)
	}
	for _, ask := range []struct {
		what string
		of   func(*Document) any
	}{
		{"HTML", func(d *Document) any {
			return string(d.AppendHTML(nil, RenderOptions{IDPrefix: "x-", HeadingLevel: 3}))
		}},
		{"plain text", func(d *Document) any { return d.Plain() }},
		{"summary", func(d *Document) any { return d.Summary(60) }},
		{"links", func(d *Document) any { return d.Links() }},
		{"raw HTML", func(d *Document) any { return len(d.RawHTML()) }},
		{"headings", func(d *Document) any { return len(d.Headings()) }},
		{"problems", func(d *Document) any { return len(d.Problems()) }},
		{"bare URLs", func(d *Document) any { return d.BareURLs() }},
		{"blocks", func(d *Document) any { return d.Blocks() }},
	} {
		if got, want := ask.of(q), ask.of(slow); !reflect.DeepEqual(got, want) {
			t.Errorf("%q has as %s\n%#v\nnot\n%#v", s, ask.what, got, want)
		}
	}
	return true
}

func TestQuickReadsAsGoldmark(t *testing.T) {
	sure := 0
	for _, s := range quickTexts {
		if bothWays(t, s, Options{Lang: "de"}) {
			sure++
		}
	}
	if want := len(quickTexts) - 3; sure != want { // a star in a link's text may be anything, and a bracket that shuts nothing
		t.Errorf("of %d texts it is sure of %d, not %d", len(quickTexts), sure, want)
	}
}

// TestQuickReadsContent reads all texts of this repository's sheets in both ways.
func TestQuickReadsContent(t *testing.T) {
	files, err := filepath.Glob("../../content/*/*/*.md")
	if err != nil || len(files) == 0 {
		t.Fatal(len(files), err)
	}
	texts := regexp.MustCompile(`(?m)^( *)[a-z_]+: \|\n((?:(?: .*)?\n)+)`)
	all, sure := 0, 0
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range texts.FindAllStringSubmatch(string(data), -1) {
			s := strings.TrimSpace(strings.ReplaceAll(m[2], "\n"+m[1]+"  ", "\n"))
			all++
			if bothWays(t, s, Options{Lang: "fr"}) {
				sure++
			}
		}
	}
	if sure < all*2/3 {
		t.Errorf("of %d texts %d are read quickly", all, sure)
	}
	t.Logf("%d of %d", sure, all)
}

// TestQuickOnRandomTexts puts texts together of what Markdown is made of.
func TestQuickOnRandomTexts(t *testing.T) {
	pieces := []string{
		"a", "b c", "Ö", "1", "2. ", "3) ", "- ", "- ", "* ", "+ ", "# ", "> ", "\n", "\n", "\n\n", "\n\n", "\n- ", "\n- ", " ", "  ", "\n  ", "*", "*", "**", "***", "[", "]", "](", ")", "(",
		"[d](e)", "[f g](https://h.i/j)", "*k*", "**l m**", "&amp;", "&", "\"", "'", "„", "“", "--", "...", ".", ",", ":", ": ", "\n: ", "\n===", "\n---", "=", "~", "^", "[^1]", "[^1]: ", "]: ",
		"\u00a0", "\u2009", "www.n.o", "http://p", "!", "$", "\u0301", "—", "😀", "@",
	}
	random := rand.New(rand.NewPCG(1, 2))
	sure := 0
	for range 20000 {
		var b strings.Builder
		for range 1 + random.IntN(12) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		if bothWays(t, b.String(), Options{Lang: "en"}) {
			sure++
		}
		if t.Failed() {
			return
		}
	}
	if sure < 500 {
		t.Errorf("it was sure of only %d texts", sure)
	}
}

func FuzzQuick(f *testing.F) {
	for _, s := range quickTexts {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { bothWays(t, s, Options{Lang: "en"}) })
}
