package markdown

import (
	"bytes"
	"fmt"
	"html"
	"maps"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// elements are those that may come out, with the attributes each may have.
var elements = map[string]string{
	"p": "", "br": "", "hr": "", "em": "", "strong": "", "code": "", "pre": "", "blockquote": "", "ul": "", "li": "id", "ol": "start",
	"h1": "id", "h2": "id", "h3": "id", "h4": "id", "h5": "id", "h6": "id", "table": "", "thead": "", "tbody": "", "tr": "",
	"th": "scope class", "td": "class", "dl": "", "dt": "", "dd": "", "sup": "", "div": "class role tabindex",
	"a": "href title id class role aria-label", "img": "src alt title",
}

var (
	tag       = regexp.MustCompile(`^<(/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>]*")*)>`)
	attribute = regexp.MustCompile(` ([a-z-]+)="([^"]*)"`)
)

// checkHTML is a tokenizer that knows only what may be written, so that anything else,
// a script before all, is an error.
func checkHTML(s string) error {
	ids := map[string]bool{}
	var open []string
	for {
		i := strings.IndexByte(s, '<')
		if i < 0 {
			break
		}
		s = s[i:]
		m := tag.FindStringSubmatch(s)
		if m == nil {
			return fmt.Errorf("no tag: %.60q", s)
		}
		s = s[len(m[0]):]
		allowed, known := elements[m[2]]
		switch {
		case !known:
			return fmt.Errorf("element %q", m[0])
		case m[1] == "/":
			if len(open) == 0 || open[len(open)-1] != m[2] {
				return fmt.Errorf("%s closes %v", m[0], open)
			}
			open = open[:len(open)-1]
		case m[2] != "br" && m[2] != "hr" && m[2] != "img":
			open = append(open, m[2])
		}
		for _, a := range attribute.FindAllStringSubmatch(m[3], -1) {
			name, value := a[1], html.UnescapeString(a[2])
			if !strings.Contains(" "+allowed+" ", " "+name+" ") {
				return fmt.Errorf("attribute %q of %q", name, m[0])
			}
			switch name {
			case "id":
				if ids[value] || !strings.HasPrefix(value, "x-") || len(value) < 3 || strings.ContainsAny(value, " \t\n") {
					return fmt.Errorf("id %q", value)
				}
				ids[value] = true
			case "href", "src":
				// Browsers drop control characters and look at the scheme without case.
				scheme, _, found := strings.Cut(strings.Map(func(r rune) rune {
					if r <= ' ' {
						return -1
					}
					return r
				}, strings.ToLower(value)), ":")
				if found && !strings.ContainsAny(scheme, "/?#") && scheme != "http" && scheme != "https" && scheme != "mailto" && scheme != "tel" {
					return fmt.Errorf("address %q", value)
				}
				if strings.HasPrefix(value, "//") || strings.Contains(value, "\\") || name == "src" && found && scheme == "https" {
					return fmt.Errorf("address %q", value)
				}
			}
		}
	}
	if len(open) > 0 {
		return fmt.Errorf("not closed: %v", open)
	}
	return nil
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		sample,
		"# ä\n\n[a](b \"c\") ![d](<e>) [f][g] [^1] [^2]\n\n[g]: javascript:x\n[^1]: h\n",
		"- a\n  > 1. b\n\n| c | d |\n|--:|:-:|\n| `e\\|f` | <b onclick=x> |\n\ng\n: h\n",
		"<script>alert(1)</script>\n\n[a](&#106;avascript:x) <javascript:x> \"'--...",
		"![a](//b) [![c](d)](e) [](f) \\[ \\] &amp; &#0; `` ` ``\n***a** b*\n\t- c\n\t\td",
	} {
		f.Add(s)
	}
	for _, name := range slices.Sorted(maps.Keys(bombs)) {
		f.Add(bombs[name](600))
	}
	f.Fuzz(checkDocument)
}

// TestSoup mixes pieces of syntax, which meet in it as random bytes never do.
func TestSoup(t *testing.T) {
	pieces := strings.Split("[ ] ( ) ![ ](b) [a] [a]: [^a] [^a]: < > <a <b> </b> <!-- --> * ** _ ` `` \\ | |- -: --- # ## > - 1. : \" ' -- ... & &#106; &Tab; "+
		"javascript: java https://c.d www.e <f@g.h> <https://i> //j \t ä „ \u00a0 \x00 \r\n \xff x y <script> <div> ``` ~~~ === ](<", " ")
	pieces = append(pieces, " ", " ", "\n", "\n", "\n\n", "    ")
	random := rand.New(rand.NewPCG(1, 2))
	for range soups {
		var b strings.Builder
		for range 3 + random.IntN(40) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		checkDocument(t, b.String())
		if t.Failed() {
			t.Fatalf("of %q", b.String())
		}
	}
}

const soups = 10_000

func checkDocument(t *testing.T, s string) {
	t.Helper()
	d := Parse(s, Options{Lang: "de"})
	check := func(what string, r Range) {
		if r.Start < 0 || r.Start > r.End || r.End > len(s) {
			t.Fatalf("%s %v outside of %d bytes", what, r, len(s))
		}
	}
	for _, l := range d.Links() {
		check("link", l.Range)
		check("destination", Range{l.DestStart, l.DestEnd})
		if whole := s[l.Start:l.End]; l.Kind <= Auto && (strings.IndexByte("[!<", whole[0]) < 0 || strings.IndexByte(")]>", whole[len(whole)-1]) < 0) {
			t.Errorf("link %q", whole)
		}
		if dest := s[l.DestStart:l.DestEnd]; l.Kind <= Reference && plainBytes([]byte(dest)) != l.Dest {
			t.Errorf("destination %q stands at %q", l.Dest, dest)
		}
	}
	for _, r := range d.RawHTML() {
		check("raw HTML", r)
	}
	for _, h := range d.Headings() {
		check("heading", h.Range)
	}
	for _, p := range d.Problems() {
		check("problem", p.Range)
	}
	for _, r := range d.BareURLs() {
		check("URL", r)
	}
	out := d.AppendHTML(nil, RenderOptions{IDPrefix: "x-"})
	if err := checkHTML(string(out)); err != nil {
		t.Errorf("%v in %q", err, out)
	}
	if utf8.ValidString(s) && (!utf8.Valid(out) || !utf8.ValidString(d.Plain())) {
		t.Errorf("not UTF-8: %q", out)
	}
	if sum := d.Summary(50); utf8.RuneCountInString(sum) > 50 {
		t.Errorf("summary %q", sum)
	}
	if again := Parse(s, Options{Lang: "de"}).AppendHTML(nil, RenderOptions{IDPrefix: "x-"}); !bytes.Equal(out, again) {
		t.Errorf("differs the second time")
	}
}

// TestCheckHTML holds that the judge of the fuzzing can condemn.
func TestCheckHTML(t *testing.T) {
	for _, s := range []string{
		"<script>", "<p onclick=\"x\"></p>", "<p style=\"x\"></p>", "<a href=\"javascript:x\"></a>", "<a href=\"java&#9;script:x\"></a>",
		"<p>", "</p>", "<img src=\"https://a.b\">", "<h1 id=\"x-\"></h1>", "<h1 id=\"a\"></h1>", "<a href=\"//b\"></a>", "<p><em></p></em>",
	} {
		if checkHTML(s) == nil {
			t.Errorf("%s passes", s)
		}
	}
}

// sample is a typical text of a sheet, of about 150 words.
const sample = `Das Projekt *Sprachlotsen* begleitet Menschen, die neu in der Stadt sind, zu Ämtern, Ärzten und Schulen. Die Lotsinnen und Lotsen
sprechen **mehr als zwölf Sprachen** und werden an vier Abenden geschult; danach treffen sie sich einmal im Monat. "Ohne sie ginge es
nicht", sagt das Bürgeramt.

- Anmeldung beim [Amt für Soziales](https://example.org/soziales/lotsen.html "Zur Anmeldung")
- Schulung an vier Abenden, kostenlos -- mit Kinderbetreuung
- Einsatz nach Absprache, in der Regel zwei bis drei Stunden

Die Anfragen kommen von Schulen, Kitas und Beratungsstellen; vermittelt wird telefonisch und über ein Formular. Im ersten Jahr gab es
46 Einsätze, im zweiten schon 180... Seit 2016 arbeitet auch [Metz](sheet:metz-call-for-support) nach diesem Vorbild[^1].

| Jahr | Einsätze |
|------|---------:|
| 2015 |       46 |
| 2016 |      180 |

Wer mitmachen möchte, findet alles Nötige auf der [Seite des Projekts](page:submit). Fragen beantwortet das Büro für Integration gern, auch
auf Französisch und Arabisch.

[^1]: Siehe auch den Bericht des Städtenetzes von 2018.
`

func BenchmarkParse(b *testing.B) {
	b.SetBytes(int64(len(sample)))
	b.ReportAllocs()
	for b.Loop() {
		Parse(sample, Options{Lang: "de"})
	}
}

func BenchmarkRender(b *testing.B) {
	d := Parse(sample, Options{Lang: "de"})
	var out []byte
	b.SetBytes(int64(len(sample)))
	b.ReportAllocs()
	for b.Loop() {
		out = d.AppendHTML(out[:0], RenderOptions{IDPrefix: "description-", HeadingLevel: 3})
	}
}

func TestSample(t *testing.T) {
	html := Parse(sample, Options{Lang: "de"}).AppendHTML(nil, RenderOptions{IDPrefix: "x-"})
	if err := checkHTML(string(html)); err != nil {
		t.Error(err)
	}
}
