package render_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"gitlab.opencode.de/praxisblatt/praxisblatt/i18n"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/locale"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/render"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
	"gitlab.opencode.de/praxisblatt/praxisblatt/layouts"
)

var update = flag.Bool("update", false, "write the golden pages anew")

// golden are the pages that are held as they are, one for each state of translation and each type.
var golden = []string{
	"de/sheets/alpha.html", "de/sheets/beta.html", "fr/sheets/gamma.html", "en/sheets/delta.html", "de/themes/living.html", "404.html",
}

var hashed = regexp.MustCompile(`\.[0-9a-f]{10}\.`)

func TestGolden(t *testing.T) {
	all := site(t, sources(t))
	want := map[string]string{}
	data, err := os.ReadFile("testdata/golden.txtar")
	if err != nil && !*update {
		t.Fatal(err)
	}
	for _, f := range txtar.Parse(data).Files {
		want[f.Name] = string(f.Data)
	}
	var archive txtar.Archive
	for _, name := range golden {
		got := hashed.ReplaceAllString(all[name], ".HASH.")
		archive.Files = append(archive.Files, txtar.File{Name: name, Data: []byte(got)})
		if got != want[name] && !*update {
			t.Errorf("%s differs from testdata/golden.txtar; see -update. It is:\n%s", name, got)
		}
	}
	if *update {
		if err := os.WriteFile("testdata/golden.txtar", txtar.Format(&archive), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

func TestDeterministic(t *testing.T) {
	if a, b := site(t, sources(t)), site(t, sources(t)); !maps.Equal(a, b) {
		t.Error("two builds differ")
	}
}

// TestContains holds what single pages must and must not say.
func TestContains(t *testing.T) {
	all := site(t, sources(t))
	for _, test := range []struct {
		page string
		has  []string
		not  []string
	}{
		{"de/sheets/alpha.html", []string{
			`<article data-sheet="alpha">`, `seit Juni 2015`, `<h3 id="description-ablauf">Ablauf</h3>`,
			`<a href="beta.html">Beta</a>`, `<a href="../pages/about.html">Über uns</a>`, `, fort und`,
			`1.500`, `width="50.0%"`, `href="mailto:amt@example.org"`, `href="tel:+49651123"`, `Arabisch`, `>keine Angabe<`,
			`href="delta.html"`, `https://github.com/example/catalogue/blob/main/content/sheets/alpha/index.de.md`,
			`hreflang="fr" href="https://example.org/praxis/fr/sheets/alpha-fr.html"`, `Gute &lt;Praxis&gt;`, `Stadt &amp; Land`,
			`hreflang="x-default" href="https://example.org/praxis/de/sheets/alpha.html"`, `Kurz &lt;gesagt&gt;.`,
		}, []string{`noindex`, `hreflang="en" href="https`, `lang="fr" dir="ltr">Alpha`}},
		{"fr/sheets/alpha-fr.html", []string{`L’original de cette page est en allemand`, `depuis juin 2015`, `1` + "\u202f" + `500`}, []string{`n’existe qu’en`, `pas encore traduites`}},
		{"de/sheets/beta.html", []string{
			`Teile dieser Seite sind noch nicht übersetzt`, `<div class="prose foreign" lang="fr" dir="ltr">`, `auf Französisch`,
			`width="3" height="2"`, `alt="Une photo" lang="fr" dir="ltr"`, `Foto: Anna`, `Dangereux`, `Sans adresse`,
		}, []string{`javascript:`, `keine Angabe`, `von 8`}},
		{"en/sheets/beta.html", []string{
			`This page exists in German and French only. It is shown here in French.`, `<meta name="robots" content="noindex">`,
			`<link rel="canonical" href="https://example.org/praxis/fr/sheets/beta.html">`, `<h1 lang="fr" dir="ltr">Bêta</h1>`,
		}, []string{`rel="alternate" hreflang`, `og:title`, `ld+json`}},
		{"fr/sheets/gamma.html", []string{`L’original a changé`, `Rencontre`, `Atelier`, `avril 2016`}, nil},
		{"en/sheets/delta.html", []string{`spring 2016`, `Adopted from`, `<a href="alpha.html" lang="de" dir="ltr">`, `index.de.md`}, nil},
		{"fr/sheets/ancien.html", []string{`http-equiv="refresh" content="0; url=alpha-fr.html"`}, nil},
		{"de/partnerships.html", []string{`Gamma`, `1 Partnerschaft<`, `Workshop`}, []string{`Beta`}},
		{"de/places/metz.html", []string{`Partner vor Ort`, `Gamma`, `Stadt, Frankreich`}, nil},
		{"de/glossary.html", []string{`<span lang="fr" dir="ltr">bénévolat</span>`, `Hilfe ohne Lohn.`}, nil},
		{"fr/glossary.html", []string{`<dd class="about" lang="de" dir="ltr">Hilfe ohne Lohn.`}, nil},
		{"de/pages/about.html", []string{`<h2 id="text-wer-wir-sind">Wer wir sind</h2>`}, nil},
		{"404.html", []string{`href="/praxis/assets/style.`, `href="/praxis/fr/index.html"`, `src="/praxis/assets/404.`}, []string{`"../`}},
		{"robots.txt", []string{"Sitemap: https://example.org/praxis/sitemap.xml\n"}, nil},
		{"sitemap.xml", []string{"<loc>https://example.org/praxis/fr/sheets/alpha-fr.html</loc>"}, []string{"en/sheets/delta", "404", "ancien"}},
	} {
		for _, s := range test.has {
			if !strings.Contains(all[test.page], s) {
				t.Errorf("%s lacks %s", test.page, s)
			}
		}
		for _, s := range test.not {
			if strings.Contains(all[test.page], s) {
				t.Errorf("%s has %s", test.page, s)
			}
		}
	}
}

var (
	address = regexp.MustCompile(`(?:href|src)="([^"]*)"`)
	tag     = regexp.MustCompile(`<(/?)([a-z][a-z0-9]*)((?:\s+[a-z][a-z-]*(?:="[^"]*")?)*)\s*(/?)>`)
	void    = []string{"meta", "link", "img", "br", "input", "hr", "rect"}
)

// TestSanity reads every page as a browser would: tags nest, links lead to
// files of the site, there is one h1 and no gap between headings, the policy
// is there, and nothing that it forbids.
func TestSanity(t *testing.T) {
	all := site(t, sources(t))
	for name, page := range all {
		if path.Ext(name) != ".html" {
			continue
		}
		for _, forbidden := range []string{" style=", "<style", "onclick", "ZgotmplZ", "%!", "<no value>", "{{"} {
			if strings.Contains(page, forbidden) {
				t.Errorf("%s has %s", name, forbidden)
			}
		}
		for _, needed := range []string{"default-src 'none'", `rel="icon"`, "<main id=\"main\">", "<!doctype html>"} {
			if strings.Count(page, needed) == 0 {
				t.Errorf("%s lacks %s", name, needed)
			}
		}
		nesting(t, name, page)
		for _, m := range address.FindAllStringSubmatch(page, -1) {
			if to, _, _ := strings.Cut(m[1], "?"); !leads(all, name, to) {
				t.Errorf("%s links to %q", name, to)
			}
		}
	}
}

func nesting(t *testing.T, name, page string) {
	t.Helper()
	var open []string
	level, h1 := 0, 0
	for _, m := range tag.FindAllStringSubmatch(page, -1) {
		element := m[2]
		switch {
		case slices.Contains(void, element) && m[1] == "" && (element != "rect"):
		case m[1] == "":
			open = append(open, element)
		case len(open) == 0 || open[len(open)-1] != element:
			t.Fatalf("%s: </%s> closes nothing, open are %v", name, element, open)
		default:
			open = open[:len(open)-1]
		}
		if len(element) == 2 && element[0] == 'h' && element[1] >= '1' && element[1] <= '6' && m[1] == "" {
			n := int(element[1] - '0')
			if n > level+1 {
				t.Errorf("%s: h%d follows h%d", name, n, level)
			}
			if n == 1 {
				h1++
			}
			level = n
		}
	}
	if len(open) > 0 || h1 != 1 {
		t.Errorf("%s: open %v, %d h1", name, open, h1)
	}
}

// leads reports whether an address is that of a file of the site, or of another site.
func leads(all map[string]string, from, to string) bool {
	if strings.HasPrefix(to, "https://") || strings.HasPrefix(to, "mailto:") || strings.HasPrefix(to, "tel:") || strings.HasPrefix(to, "#") {
		return true
	}
	to, _, _ = strings.Cut(to, "#")
	if rest, absolute := strings.CutPrefix(to, "/praxis/"); absolute {
		return from == "404.html" && (rest == "" || all[rest] != "")
	}
	return all[path.Join(path.Dir(from), to)] != ""
}

func TestData(t *testing.T) {
	all := site(t, sources(t))
	var c struct {
		Generator string
		Languages []string
		Sheets    []struct {
			ID, Type, Original, Period string
			Completeness               *float64
			Places                     []string
			Languages                  map[string]struct{ Title, URL, State string }
		}
	}
	if err := json.Unmarshal([]byte(all["catalogue.json"]), &c); err != nil {
		t.Fatal(err)
	}
	if len(c.Sheets) != 4 || c.Generator != "praxisblatt test" || len(c.Languages) != 3 {
		t.Fatalf("catalogue.json is %s", all["catalogue.json"])
	}
	alpha, beta := c.Sheets[0], c.Sheets[1]
	if alpha.Period != "2015-06/.." || alpha.Completeness == nil || *alpha.Completeness != 0.5 || beta.Completeness != nil {
		t.Errorf("alpha is %+v", alpha)
	}
	for _, test := range []struct{ got, want string }{
		{alpha.Languages["de"].State, "original"}, {alpha.Languages["fr"].State, "current"}, {alpha.Languages["en"].State, "missing"},
		{beta.Languages["de"].State, "partial"}, {c.Sheets[3].Languages["fr"].State, "outdated"},
		{alpha.Languages["fr"].URL, "fr/sheets/alpha-fr.html"}, {alpha.Languages["en"].Title, "Alpha & Omega"},
	} {
		if test.got != test.want {
			t.Errorf("%q, want %q", test.got, test.want)
		}
	}
	for _, s := range c.Sheets {
		for _, l := range s.Languages {
			if all[l.URL] == "" {
				t.Errorf("%s does not exist", l.URL)
			}
		}
	}
	rows, err := csv.NewReader(strings.NewReader(all["catalogue.csv"])).ReadAll()
	if err != nil || len(rows) != 1+4*3 {
		t.Fatalf("catalogue.csv has %d rows: %v", len(rows), err)
	}
	if !slices.ContainsFunc(rows, func(r []string) bool { return r[3] == "'=Delta" }) {
		t.Error("a formula is not neutralised")
	}
	if err := xml.Unmarshal([]byte(all["sitemap.xml"]), new(struct{ XMLName xml.Name })); err != nil {
		t.Error(err)
	}
}

// TestOwnLayouts holds that a catalogue's own files come first, and that a fault in one
// names the file and the line.
func TestOwnLayouts(t *testing.T) {
	p, locales := load(t, sources(t))
	read := func(own fs.FS) (*render.Renderer, error) {
		l, err := render.ReadLayouts(own, layouts.Files, locales, p.Langs, nil)
		if err != nil {
			return nil, err
		}
		return render.New(render.Options{Plan: p, Locales: locales, Layouts: l})
	}
	r, err := read(fstest.MapFS{
		"root.html": {Data: []byte(`{{define "main"}}<h1>own</h1><img src="{{asset "logo.png"}}" alt="">{{end}}`)},
		"style.css": {Data: []byte("body{}")}, "logo.png": {Data: []byte("x")},
	})
	if err != nil {
		t.Fatal(err)
	}
	f, err := r.Page(p.Page("index.html"))
	if err != nil || !bytes.Contains(f.Bytes, []byte("<h1>own</h1><img src=\"assets/logo.")) {
		t.Errorf("%v: %s", err, f.Bytes)
	}
	for text, want := range map[string]string{
		"{{define \"main\"}}\n{{if}}{{end}}":                                                       "layouts/root.html:2: ",
		"{{define \"main\"}}\n{{.Nothing}}{{end}}":                                                 "root.html:2:",
		"{{define \"main\"}}\n{{range 1000000000000}}{{end}}{{end}}":                               "root.html:2:",
		"{{define \"main\"}}\n{{range 100000}}" + strings.Repeat("x", 1<<10) + "{{end}}{{end}}":    "layouts/root.html:2:8: executing \"main\" at <round>: error calling round: the page does not come to an end: more than 64 MiB",
		"{{define \"main\"}}\n{{template \"main\" .}}{{end}}":                                      "layouts/root.html:2:",
		"{{define \"main\"}}\n{{template \"0\"}}{{end}}" + doubling(60):                            "calls of {{template}}",
		"{{define \"main\"}}\n{{$x := `x`}}{{range 60}}{{$x = print $x $x}}{{end}}{{end}}":         "layouts/root.html:2:",
		"{{define \"main\"}}\n{{$x := `x`}}{{range 60}}{{$x = printf `%s%s` $x $x}}{{end}}{{end}}": "more than 16 MiB",
		"{{define \"main\"}}\n{{$x := `\\`}}{{range 60}}{{$x = js $x}}{{end}}{{end}}":              "more than 16 MiB",
	} {
		r, err := read(fstest.MapFS{"root.html": {Data: []byte(text)}})
		if err == nil {
			_, err = r.Page(p.Page("index.html"))
		}
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("the error is %v, want %s", err, want)
		}
	}
}

// doubling are templates each of which calls the next one twice.
func doubling(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "{{define \"%d\"}}\n{{template \"%d\"}}{{template \"%[2]d\"}}{{end}}", i, i+1)
	}
	fmt.Fprintf(&b, "{{define \"%d\"}}{{end}}", n)
	return b.String()
}

// Own colours are those of the styles and of the pictures for links, and an own part takes the place of one of the styles.
func TestOwnDesign(t *testing.T) {
	build := func(own fs.FS) (style, poster string) {
		r, p := newRendererWith(t, sources(t), own, render.Options{})
		for _, f := range r.Assets() {
			if strings.HasPrefix(f.Path, "assets/style.") {
				style = string(f.Bytes)
			}
		}
		page, err := r.Page(p.Page("de/index.html"))
		if err != nil {
			t.Fatal(err)
		}
		return style, regexp.MustCompile(`og:image" content="([^"]+)"`).FindString(string(page.Bytes))
	}
	style, poster := build(nil)
	if strings.Contains(style, "@import") || !strings.Contains(style, ".map .arc {") || !strings.Contains(style, "@media print") {
		t.Error("the styles are not whole")
	}
	other, repainted := build(fstest.MapFS{
		"tokens.css": {Data: []byte(":root { --accent: light-dark(#004699, #9cc6ff) }")}, "style/map.css": {Data: []byte(".own {}")},
	})
	if strings.Contains(other, ".map .arc {") || !strings.Contains(other, ".own {}") || !strings.Contains(other, "#004699") {
		t.Error("what is the catalogue's own is not in its styles")
	}
	if poster == "" || poster == repainted {
		t.Errorf("in other colours the picture for links is the same: %s", poster)
	}
}

// TestWords holds that every word of a template exists, and every field and
// every value of an enumeration has a label in all languages.
func TestWords(t *testing.T) {
	set, _ := locale.Load(i18n.Files, nil, []string{"de", "fr", "en"})
	var keys []string
	use := regexp.MustCompile(`\{\{-? ?(?:t|w|n) "([a-z_.]+)"`)
	names, err := fs.Glob(layouts.Files, "*.html")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(layouts.Files, name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range use.FindAllStringSubmatch(string(data), -1) {
			keys = append(keys, m[1])
		}
	}
	if len(keys) < 20 {
		t.Fatalf("only %d words found: the search is broken", len(keys))
	}
	code := regexp.MustCompile(`(?:\.(?:[TN]|Forms)\(|add\(|sentence\()"([a-z_]+\.[a-z_.]+)"`)
	listed := regexp.MustCompile(`"((?:my_pack|collect)\.[a-z_]+)"`) // words of scripts
	files, err := fs.Glob(os.DirFS("."), "*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range slices.Concat(code.FindAllStringSubmatch(string(data), -1), listed.FindAllStringSubmatch(string(data), -1)) {
			if !strings.HasSuffix(m[1], ".") {
				keys = append(keys, m[1])
			}
		}
	}
	keys = append(keys, printWords(t)...)
	for key := range set.Locale("en").Keys() {
		group, _, _ := strings.Cut(key, ".")
		used := slices.Contains(keys, key) || slices.Contains([]string{"fields", "values", "facets"}, group)
		if inLocale := []string{"language", "direction", "quotes", "join", "number", "dates", "periods", "definite", "durations"}; !used && !slices.Contains(inLocale, group) {
			t.Errorf("no page uses the word %s", key)
		}
	}
	keys = append(keys, labels(sheet.Fields())...)
	for _, lang := range set.Langs() {
		for _, key := range keys {
			if _, in := set.Locale(lang).Word(key); in != lang || !set.Locale(lang).Has(key) {
				t.Errorf("%s has no word %s", lang, key)
			}
		}
	}
}

func labels(fields []field.Field) []string {
	var keys []string
	for _, f := range fields {
		keys = append(keys, "fields."+f.Path)
		for _, v := range f.Values() {
			keys = append(keys, "values."+f.Key+"."+v)
		}
		keys = append(keys, labels(f.Fields)...)
	}
	return keys
}

func BenchmarkPage(b *testing.B) {
	r, p := newRenderer(b, sources(b))
	page := p.Page("de/sheets/alpha.html")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := r.Page(page); err != nil {
			b.Fatal(err)
		}
	}
}

// printWords are those that the other press, package pack, uses of its own.
func printWords(t *testing.T) []string {
	t.Helper()
	var keys []string
	own := regexp.MustCompile(`"(pack\.[a-z_]+)"`)
	files := os.DirFS("../pack")
	names, err := fs.Glob(files, "*.go")
	if err != nil || len(names) == 0 {
		t.Fatalf("no files of package pack: %v", err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(files, name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range own.FindAllStringSubmatch(string(data), -1) {
			keys = append(keys, m[1])
		}
	}
	return keys
}

// A catalogue's tokens stand after the built-in ones and before the styles, so that they
// need to say only what they change.
func TestOwnTokens(t *testing.T) {
	r, _ := newRendererWith(t, sources(t), fstest.MapFS{"tokens.css": {Data: []byte(":root { --accent: #004699; }")}}, render.Options{})
	for _, f := range r.Assets() {
		if strings.Contains(f.Path, "tokens") {
			t.Errorf("%s is a file of its own", f.Path)
		}
		if !strings.HasPrefix(f.Path, "assets/style.") {
			continue
		}
		css := string(f.Bytes)
		if a, b, c := strings.Index(css, "--stock:"), strings.Index(css, "--accent: #004699"), strings.Index(css, "body {"); a < 0 || b < a || c < b {
			t.Errorf("built-in tokens at %d, own ones at %d, styles at %d", a, b, c)
		}
	}
}

// A site with somewhere to send to has a form and leads to it, also where it says nothing of it itself; one
// without has neither.
func TestSubmitPage(t *testing.T) {
	files := sources(t)
	all := site(t, files)
	if page := all["de/pages/submit.html"]; !strings.Contains(page, "<h1>Ein Beispiel einreichen</h1>") || strings.Count(page, `<fieldset class="form-part"`) < 10 {
		t.Errorf("the form is %.300s", page)
	}
	if !strings.Contains(all["de/index.html"], `href="pages/submit.html"`) {
		t.Error("no page leads to the form")
	}
	settings := *files["site.yaml"]
	text := regexp.MustCompile(`(?m)^repository:.*\n|^ *email:.*\n|, email: [^,}]*|email: [^,}]*, `).ReplaceAllString(string(settings.Data), "")
	settings.Data = []byte(text)
	files["site.yaml"] = &settings
	if without := site(t, files); without["de/pages/submit.html"] != "" || strings.Contains(without["de/index.html"], "submit.html") {
		t.Errorf("there is a form, and nowhere to send to:\n%s", text)
	}
}

// TestOwnSource holds that a template or a module that is long enough to fill the stack of what parses it is an error that names it.
func TestOwnSource(t *testing.T) {
	p, locales := load(t, sources(t))
	for name, text := range map[string]string{"home.html": "{{if 1}}", "search/ui.ts": "(", "style/map.css": "a{}"} {
		own := fstest.MapFS{name: {Data: []byte(strings.Repeat(text, 150<<10/len(text)))}}
		_, err := render.ReadLayouts(own, layouts.Files, locales, p.Langs, nil)
		if name == "style/map.css" {
			if err != nil {
				t.Error(err)
			}
		} else if err == nil || !strings.Contains(err.Error(), "layouts/"+name) || !strings.Contains(err.Error(), "more than 128 KiB") {
			t.Errorf("%s: %v", name, err)
		}
	}
	_, err := render.ReadLayouts(fstest.MapFS{"film.bin": {Data: make([]byte, 32<<20+1)}}, layouts.Files, locales, p.Langs, nil)
	if err == nil || !strings.Contains(err.Error(), "layouts/film.bin: more than 32 MiB") {
		t.Error(err)
	}
}
