package content_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/browser"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edtf"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/format"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/site"
)

// published writes the site of this repository to a folder.
func published(t *testing.T) string {
	t.Helper()
	var sink output.Memory
	if err := loaded(t).Render(&sink); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for f := range sink.All() {
		write(t, filepath.Join(dir, filepath.FromSlash(f.Path)), string(f.Bytes))
	}
	return dir
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// read makes a catalogue of files that the form has made, with this repository's vocabularies,
// and returns its sheets. Each file must be free of errors and in canonical form.
func read(t *testing.T, files []string) []*sheet.Sheet {
	t.Helper()
	dir := t.TempDir()
	copyOf := func(name string) {
		data, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(dir, name), string(data))
	}
	copyOf("site.yaml")
	vocabulary, _ := filepath.Glob(filepath.Join(root, "content/vocabulary/*.yaml"))
	for _, name := range vocabulary {
		copyOf("content/vocabulary/" + filepath.Base(name))
	}
	for i, text := range files {
		name := fmt.Sprintf("content/sheets/s-%03d/index.de.md", i)
		write(t, filepath.Join(dir, name), text)
		if after, _, ok := format.Text(name, text); !ok || after != text {
			t.Errorf("fmt changes what the form writes, or can't read it (%v):\n%s\nto\n%s", ok, text, after)
		}
	}
	now, _ := edtf.ParseDay("2099-01-01") // the form's date is the browser's
	l, err := site.Load(site.Options{Dir: dir, Now: now})
	if err != nil {
		t.Fatal(err)
	}
	var sheets []*sheet.Sheet
	for _, e := range l.Catalogue.Entries {
		sheets = append(sheets, e.Original.Sheet())
	}
	if len(sheets) != len(files) {
		t.Fatalf("%d of %d files are sheets", len(sheets), len(files))
	}
	for _, d := range l.Findings {
		if d.Rule.Name == "unknown-sheet" {
			continue // the catalogue's own sheets, of which the form offers the titles, are not here
		}
		if strings.HasPrefix(d.Path(), "content/sheets/") && (d.Rule.Severity == diag.Error || d.Rule.Name == "unquoted" || strings.HasPrefix(d.Rule.Name, "yaml-")) {
			t.Errorf("%s: %s\n%s", d.Path(), d.Text("en"), d.Span.Source.Text())
		}
	}
	return sheets
}

// fill sets inputs by their ids and tells the page, as typing would.
const fill = `
function fill(values) {
	for (const [id, value] of Object.entries(values)) {
		const e = document.getElementById("f-" + id) ?? document.querySelector('[name="f-' + id.split("=")[0] + '"][value="' + id.split("=")[1] + '"]');
		if (e.type === "checkbox") e.checked = value === "true"; else e.value = value;
		e.dispatchEvent(new Event("input", {bubbles: true}));
		e.dispatchEvent(new Event("change", {bubbles: true}));
	}
}
function made() {
	document.querySelector("[data-part=make] button").click();
	if (document.querySelector("[data-part=made]").hidden) throw new Error(document.querySelector("[data-part=problem]").innerText);
	return document.querySelector("[data-part=text]").value;
}
`

func encode(t *testing.T, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// nasty are texts that YAML, or a tool that reads it, takes for something else.
var nasty = []string{
	`Metz: Aufruf`, `"Brücken" bauen`, `'s Läbe`, `Raum #3`, `# kein Kommentar`, `- Spiegelstrich`, `-`, `--`, `?`, `? Frage`, `: Punkt`, `! wichtig`,
	`&anker`, `*stern`, `%prozent`, "@stelle", "`code`", `{a: b}`, `[a, b]`, `a, b`, `> Zitat`, `| Strich`, `~`, `null`, `Null`, `yes`, `No`, `on`, `OFF`, `y`, `n`, `true`, `False`,
	`46`, `0651`, `1_000`, `1e5`, `0x1F`, `12:30:45`, `.inf`, `.nan`, `2015`, `2015-06-01`, `01.11.2026`, `..`, `...`, `---`, `----`, `--- x`, `a --- b`, `=`, `<<`,
	`C:\Projekte\neu`, `\n`, `„Anführung“`, `« guillemets »`, `“curly”`, `L’été`, `Ende:`, `Ende :`, `a:b`, `http://x`, `🎉 Fest 👩‍👩‍👧`, `مرحبا بكم: أهلا`, `שלום "עולם"`, "a\tb", "a\u2028b", "a\u2029b",
	"a\u00a0b", "fünf\u202f%", `Zeile \`, `"`, `'`, `''`, `""`, `%YAML 1.2`, `!!str x`, `key: - value`, `a  b`, `&amp; ü`, `a < b > c`, `😀`, "\u200fعربي", `C#`, `a #b`, `a# b`,
}

// lines are texts of several lines, for Markdown.
var lines = []string{
	"Erste Zeile\nzweite Zeile", "Absatz\n\nzweiter Absatz", "- a\n- b\n  - c", "Text\n---\nText", "Text\n\n---", "---\nText", "...\nText", "a\n...\nb", "  ---  \nx", "a\n    eingerückt\nb",
	"a\n\tmit Tabulator\nb", "Ende mit Umbruch  \nneue Zeile", "# Titel\n\n> Zitat", "a: b\nc: d", "\"offen\nzu", "a\n \nb", "| a | b |\n|---|---|\n| 1 | 2 |", "a\u2028b\nc", "```\ncode: x\n```", "1. eins\n2. zwei", "a\n# kein Kommentar\nb", "مرحبا\nבוקר",
}

// The form is tried on one site in one browser.
func TestSubmit(t *testing.T) {
	dir := published(t)
	server := httptest.NewServer(http.FileServer(http.Dir(dir)))
	defer server.Close()
	f := formTest{b: browser.Start(t), http: server.URL, file: "file://" + filepath.ToSlash(dir)}
	for name, test := range map[string]func(*testing.T, formTest){
		"texts survive": testTexts, "the sheet is whole": testWhole, "by keyboard": testKeyboard, "the draft survives": testDraft, "long": testLong,
		"dates": testDates, "without script": testNoScript, "accessible": testAxe, "markdown": testMarkdown,
	} {
		t.Run(name, func(t *testing.T) { test(t, f) })
	}
}

type formTest struct {
	b          *browser.Browser
	http, file string // addresses of the site
}

// open opens the form in a language, from its folder.
func (f formTest) open(t *testing.T, lang string) *browser.Page {
	t.Helper()
	return ready(f.b.Open(t, f.file+"/"+lang+"/pages/submit.html", browser.View{}))
}

// ready waits for the form's script, and begins without a draft of an earlier test.
func ready(p *browser.Page) *browser.Page {
	p.Wait(`!!document.querySelector(".submit.live")`)
	browser.Eval[bool](p, `localStorage.length > 0 && (document.querySelector("[data-part=draft] button").click(), localStorage.clear(), true)`)
	return p
}

// What is typed into the form is what the program reads from its file, whatever it is.
func testTexts(t *testing.T, f formTest) {
	p := f.open(t, "de")
	browser.Eval[bool](p, fill+`;addEventListener("unhandledrejection", () => 0); document.querySelector("#f-transferability-conditions [data-act=add]").click(); true`)
	all := append(slices.Clone(nasty), lines...)
	files := browser.Eval[[]string](p, fill+`;(`+encode(t, all)+`).map(text => {
		const multi = text.includes("\n"), line = multi ? "Titel" : text;
		fill({title: line, summary: line, "carrier-name": line, context: text, "outcome-text": text, "outcome-direct": text, "resources-staff": text,
			"partners-0-name": line, "figures-0-label": line, "figures-0-value": "0.50", "transferability-conditions-0": line, "transferability-conditions-1": line, "contact-role": line, body: text});
		return made();
	})`)
	for i, s := range read(t, files) {
		want := strings.TrimSpace(all[i])
		line := want
		if strings.Contains(line, "\n") {
			line = "Titel"
		}
		if len(s.Partners) != 1 || len(s.Figures) != 1 || len(s.Transferability.Conditions) != 2 {
			t.Errorf("%q: lists are not whole:\n%s", want, files[i])
			continue
		}
		for field, got := range map[string]string{
			"title": s.Title.Text, "summary": s.Summary.Text, "carrier.name": s.Carrier.Name.Text, "partners.name": s.Partners[0].Name.Text,
			"figures.label": s.Figures[0].Label.Text, "conditions": s.Transferability.Conditions[1].Text, "role": s.Contact.Role.Text,
		} {
			if got != line {
				t.Errorf("%s: %q was typed, %q is read from\n%s", field, line, got, files[i])
			}
		}
		for field, got := range map[string]string{"context": s.Context.Text, "outcome": s.Outcome.Text.Text, "outcome.direct": s.Outcome.Direct.Text, "resources.staff": s.Resources.Staff.Text} {
			if got != want {
				t.Errorf("%s: %q was typed, %q is read from\n%s", field, want, got, files[i])
			}
		}
		if body := strings.NewReplacer("\u2028", "\n", "\u2029", "\n").Replace(want); s.Body.Text != body {
			t.Errorf("body: %q was typed, %q is read", body, s.Body.Text)
		}
	}
}

// Every field of the form lands where it belongs.
func testWhole(t *testing.T, f formTest) {
	p := f.open(t, "de")
	text := browser.Eval[string](p, fill+`;
		document.querySelector("#f-partners [data-act=add]").click();
		document.querySelector("#f-figures [data-act=add]").click();
		fill({type: "sheet", title: "Gesundheitskarte", "carrier-kind": "municipality", "carrier-place-0": "trier", "period-from": "2015-06", "period-to": "..", status: "current",
			"themes=housing": "true", "themes=information": "true", "audience=refugees": "true", "offered_languages-0": "ar",
			"resources-funding": "10 000 Euro", "partners-0-name": "Stadt Metz", "partners-0-place": "metz", "partners-1-place": "trier", "partners-1-kind": "association", "partners-1-url": "https://example.org/a?b=1&c=d#e",
			"figures-0-label": "Karten", "figures-0-value": "46", "figures-0-total": "true", "figures-1-label": "Familien", "figures-1-value": "-1.5", "figures-1-unit": "Prozent",
			"outcome-text": "Gut.", "transferability-effort": "low", "contact-office": "Amt", "contact-phone": "0651 718-0", "contact-email": "amt@example.org", "contact-person": "A. B.", "contact-basis": "consent", "contact-review_by": "2099-06-30",
			"links-0-label": "Mehr", "links-0-url": "https://example.org/", "links-0-lang": "de", "source-date": "2015-10", "adopted-0-place": "metz", "adopted-0-year": "2008", "adopted-0-sheet": "metz-call-for-support"});
		made()`)
	s := read(t, []string{text})[0]
	for _, v := range []struct{ got, want string }{
		{s.Type.Text, "sheet"}, {s.Carrier.Kind.Text, "municipality"}, {s.Carrier.Place[0].Text, "trier"}, {s.Period.From.Text, "2015-06"}, {s.Period.To.Text, ".."},
		{s.Themes[0].Text, "housing"}, {s.Themes[1].Text, "information"}, {s.OfferedLanguages[0].Text, "ar"}, {s.Partners[1].URL.Text, "https://example.org/a?b=1&c=d#e"},
		{s.Partners[1].Kind.Text, "association"}, {s.Figures[0].Total.Text, "true"}, {s.Figures[1].Value.Text, "-1.5"}, {s.Outcome.Text.Text, "Gut."}, {s.Transferability.Effort.Text, "low"},
		{s.Contact.Phone.Text, "0651 718-0"}, {s.Contact.ReviewBy.Text, "2099-06-30"}, {s.Links[0].Lang.Text, "de"}, {s.Origin.Date.Text, "2015-10"}, {s.Adopted[0].Year.Text, "2008"}, {s.Adopted[0].Sheet.Text, "metz-call-for-support"},
	} {
		if v.got != v.want {
			t.Errorf("%q, want %q", v.got, v.want)
		}
	}
	if len(s.Published.Text) != len("2026-11-22") {
		t.Errorf("published: %q", s.Published.Text)
	}
	if t.Failed() {
		t.Log(text)
	}
	// A shorter form: nothing but what is required of each type.
	short := browser.Eval[[]string](p, fill+`;(`+encode(t, []map[string]string{
		{"type": "sheet", "title": "A b"}, {"type": "example", "title": "A b", "description": "x"}, {"type": "event", "title": "A b", "period-from": "2016-04-12", "period-to": "2016-04-12"},
		{"type": "partnership", "title": "A b", "activities-0-title": "Austausch"},
	})+`).map(values => {
		for (const e of document.querySelectorAll("form input, form textarea, form select")) if (e.type === "checkbox") e.checked = false; else e.value = "";
		fill(values);
		return made();
	})`)
	sheets := read(t, short)
	if single := sheets[2].Period.Single.Text; single != "2016-04-12" {
		t.Errorf("an event of one day is %q:\n%s", single, short[2])
	}
	if !strings.HasPrefix(short[0], "---\ntype: sheet\ntitle: A b\npublished: ") {
		t.Errorf("the shortest sheet is\n%s", short[0])
	}
}

// Mistakes are named at the field and in a list above, in the language of the page, and the
// keyboard alone mends them; then there are ways to hand the file in, and none is taken unasked.
func testKeyboard(t *testing.T, f formTest) {
	for lang, said := range map[string]string{"de": "Titel: Diese Angabe ist nötig.", "fr": "Titre\u00a0: cette indication est nécessaire.", "en": "Title: this is needed."} {
		t.Run(lang, func(t *testing.T) {
			p := ready(f.b.Open(t, f.http+"/"+lang+"/pages/submit.html", browser.View{Width: 320}))
			reach(t, p, "#f-carrier-url")
			p.Press("example.org")
			reach(t, p, "[data-part=make] button")
			p.Press("\r")
			p.Wait(`document.activeElement.matches("[data-part=problem]")`)
			if got := p.Text("[data-part=problem] li"); got != said {
				t.Errorf("said: %q", got)
			}
			if n := browser.Eval[int](p, `document.querySelectorAll("[data-part=problem] li").length`); n != 2 {
				t.Errorf("%d mistakes, want the title and the address", n)
			}
			p.Press("\t")
			p.Press("\r")
			p.Wait(`document.activeElement.id === "f-title" && document.activeElement.getAttribute("aria-invalid") === "true"`)
			if describes := browser.Eval[string](p, `document.activeElement.getAttribute("aria-describedby").split(" ").map(id => document.getElementById(id).innerText).join("|")`); !strings.HasSuffix(describes, said) {
				t.Errorf("the field is described by %q", describes)
			}
			p.Press("Kaffee & Kuchen: für alle")
			browser.Eval[bool](p, `document.querySelector("#f-carrier-url").value = ""; true`)
			reach(t, p, "[data-part=make] button")
			p.Press(" ")
			p.Wait(`document.activeElement.matches("[data-part=made]")`)
			ways(t, p)
			p.Sound()
			if wide := browser.Eval[int](p, `document.scrollingElement.scrollWidth`); wide > 320 {
				t.Errorf("%d pixels wide in a window of 320", wide)
			}
		})
	}
}

// reach presses the tab key until the focus is where a selector says.
func reach(t *testing.T, p *browser.Page, selector string) {
	t.Helper()
	for range 300 {
		if browser.Eval[bool](p, fmt.Sprintf(`document.activeElement.matches(%q)`, selector)) {
			return
		}
		p.Press("\t")
	}
	t.Fatalf("the tab key does not lead to %s", selector)
}

// ways looks at the ways to hand the file in: each has the whole text.
func ways(t *testing.T, p *browser.Page) {
	t.Helper()
	text := browser.Eval[string](p, `document.querySelector("[data-part=text]").value`)
	if got := browser.Eval[string](p, `fetchless()`+fetchless); got != text {
		t.Errorf("the download has %q", got)
	}
	if name := browser.Eval[string](p, `document.querySelector("[data-part=download] a").download`); !strings.HasPrefix(name, "kaffee-kuchen-fuer-alle.") {
		t.Errorf("the file is called %q", name)
	}
	open, err := url.Parse(browser.Eval[string](p, `document.querySelector("[data-part=open] a").href`))
	if err != nil {
		t.Fatal(err)
	}
	q := open.Query()
	if q.Get("content") != text || !strings.HasPrefix(q.Get("file_name"), "content/sheets/kaffee-kuchen-fuer-alle/index.") || open.Path != "/praxisblatt/praxisblatt/-/new/main" {
		t.Errorf("the new file is %s", open)
	}
}

// fetchless reads a blob without a request, which the page's policy would refuse.
const fetchless = `;function fetchless() {
	const url = document.querySelector("[data-part=download] a").href;
	return url.startsWith("blob:") ? document.querySelector("[data-part=text]").value : "no blob: " + url;
}`

// A draft is there again after the page was left, rows and all, also from a folder, and can be deleted and
// had back. Where nothing may be kept, the page says so.
func testDraft(t *testing.T, f formTest) {
	for name, base := range map[string]string{"http": f.http, "file": f.file} {
		t.Run(name, func(t *testing.T) {
			p := ready(f.b.Open(t, base+"/de/pages/submit.html", browser.View{}))
			p.Type("#f-title", "Mein Entwurf")
			p.Click("#f-partners [data-act=add]")
			p.Press("Zweiter Partner")
			p.Click(`[name=f-themes][value=housing]`)
			p.Wait(`document.querySelector("[data-part=draft]").innerText.includes("gespeichert") && Object.values(localStorage).join().includes("housing")`)
			p.Visit(base + "/fr/pages/submit.html") // the same draft: who changes the language loses nothing
			p.Wait(`!!document.querySelector(".submit.live")`)
			again := `document.querySelector("#f-title").value + "|" + document.querySelector("#f-partners-1-name")?.value + "|" + document.querySelector("[name=f-themes][value=housing]").checked + "|" + document.querySelector("#f-lang").value`
			if got := browser.Eval[string](p, again); got != "Mein Entwurf|Zweiter Partner|true|de" {
				t.Errorf("after coming back: %s", got)
			}
			p.Click("[data-part=draft] button")
			if got := browser.Eval[string](p, again); got != "|undefined|false|fr" {
				t.Errorf("after deleting: %s", got)
			}
			if n := browser.Eval[int](p, `localStorage.length`); n != 0 {
				t.Error("something is left of the draft")
			}
			p.Click("[data-part=draft] button")
			if got := browser.Eval[string](p, again); got != "Mein Entwurf|Zweiter Partner|true|de" {
				t.Errorf("after undoing: %s", got)
			}
			browser.Eval[bool](p, `localStorage.clear(); Storage.prototype.setItem = () => { throw new Error("blocked") }; true`)
			p.Type("#f-summary", "x")
			p.Wait(`document.querySelector("[data-part=draft]").innerText.includes("n’enregistre pas")`)
		})
	}
}

// A text that no address can hold goes by the clipboard or as a file.
func testLong(t *testing.T, f formTest) {
	p := f.open(t, "en")
	href := browser.Eval[string](p, fill+`;fill({title: "Long one", context: "ä ".repeat(3000)}); made(); document.querySelector("[data-part=open] a").href`)
	if len(href) > 400 || !strings.HasSuffix(href, "content=") {
		t.Errorf("the address is %d long", len(href))
	}
	if !strings.Contains(p.Text("[data-part=open]"), "clipboard") {
		t.Error("nothing says what to do with the text")
	}
}

// Without scripts there is a form to print, an empty sheet to take along, and nothing that does not work.
func testNoScript(t *testing.T, f formTest) {
	p := f.b.Open(t, f.http+"/de/pages/submit.html", browser.View{NoScript: true})
	if n := browser.Eval[int](p, `document.querySelectorAll(".form-part").length`); n < 10 {
		t.Errorf("%d parts", n)
	}
	if n := browser.Eval[int](p, `[...document.querySelectorAll("main button, main [data-part=made]")].filter(e => e.checkVisibility()).length`); n > 0 {
		t.Errorf("%d buttons that do nothing", n)
	}
	blank := browser.Eval[string](p, `document.querySelector("noscript a[download]").href`)
	p.Visit(blank)
	if text := p.Text("body"); !strings.HasPrefix(text, "---") || !strings.Contains(text, "transferability:") {
		t.Errorf("the template is %.200s", text)
	}
}

// What looks like Markdown and would be refused is plain text; what is Markdown stays.
func testMarkdown(t *testing.T, f formTest) {
	p := f.open(t, "de")
	table := []struct{ typed, want string }{
		{"a <b>fett</b>", "a &lt;b>fett&lt;/b>"}, {"<!-- x -->", "&lt;!-- x -->"}, {"<https://example.org/> und <a@example.org>", "<https://example.org/> und <a@example.org>"},
		{"[mehr](https://example.org/) [Mail](mailto:a@example.org)", "[mehr](https://example.org/) [Mail](mailto:a@example.org)"},
		{"[hier](seite.html) und [da]()", "[hier]\\(seite.html) und [da]\\()"}, {"siehe[^1]", "siehe\\[^1]"}, {"siehe[^1]\n\n[^1]: Dort", "siehe[^1]\n\n[^1]: Dort"},
		{"[x](javascript:alert(1))", "[x]\\(javascript:alert(1))"}, {"**fett**, *kursiv*", "**fett**, *kursiv*"},
	}
	typed := make([]string, len(table))
	for i, row := range table {
		typed[i] = row.typed
	}
	files := browser.Eval[[]string](p, fill+`;(`+encode(t, typed)+`).map(text => { fill({title: "Titel", context: text}); return made(); })`)
	for i, s := range read(t, files) {
		if s.Context.Text != table[i].want {
			t.Errorf("%q becomes %q, want %q", table[i].typed, s.Context.Text, table[i].want)
		}
	}
}

// The form takes no date that the program would refuse.
func testDates(t *testing.T, f formTest) {
	p := f.open(t, "de")
	dates := []string{
		"2015", "2015-06", "2015-06-01", "2016-21", "2016-24", "2016~", "2016-06?", "2016%", "199X", "19XX", "2000-02-29", "0000", "..",
		"1900-02-29", "2015-13", "2015-25", "2015-6", "01.11.2026", "2015-06-31", "2015-00", "2015-06-00", "15", "20155", "2015/2016", "X", "heute", "2015-06-01T12:00",
	}
	taken := browser.Eval[[]bool](p, fill+`;(`+encode(t, dates)+`).map(date => { fill({title: "T x", "period-from": "", "source-date": date}); try { made(); return true } catch { return false } })`)
	for i, date := range dates {
		if _, err := edtf.Parse(date); (err == nil) != taken[i] {
			t.Errorf("%s: the form says %v, the program %v", date, taken[i], err)
		}
	}
}

// axe-core finds nothing, whether the form is empty, wrong or done.
func testAxe(t *testing.T, f formTest) {
	axe := browser.AxeSource(t)
	for name, view := range map[string]browser.View{"light": {}, "dark": {Dark: true, Width: 360}, "without scripts": {Block: []string{"*://*:*/*.js"}}} {
		t.Run(name, func(t *testing.T) {
			p := f.b.Open(t, f.http+"/fr/pages/submit.html", view)
			look := func(state string) {
				for _, finding := range p.Axe(axe) {
					t.Errorf("%s: %s", state, finding)
				}
			}
			if view.Block == nil {
				ready(p)
				browser.Eval[bool](p, `for (const b of document.querySelectorAll("[data-act=add]")) b.click(); true`)
				browser.Eval[bool](p, fill+`;fill({type: "partnership", "links-0-url": "x"}); document.querySelector("[data-part=make] button").click(); true`)
				look("wrong")
				browser.Eval[string](p, fill+`;fill({type: "sheet", title: "Un titre", "links-0-url": ""}); document.querySelector(".made details").open = true; made()`)
			}
			look(name)
		})
	}
}
