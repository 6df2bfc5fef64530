package check

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
)

const (
	original    = "content/sheets/website/index.de.md"
	translation = "content/sheets/website/index.fr.md"
	places      = "content/vocabulary/places.yaml"
	themes      = "content/vocabulary/themes.yaml"
)

// A seed is one fault: a text of a file is replaced by another, in which ¦
// stands before the place of the finding.
type seed struct {
	file, old, new string
	rule           string
}

// seeds are the mistakes that people make.
var seeds = []seed{
	// How a file is written.
	{original, "---\ntype", "¦‹EF BB BF›---\ntype", "byte-order-mark"},
	{original, "---\ntype: sheet", "¦type: sheet", "front-matter-missing"},
	{original, "---\n\nEine", "\nEine", "front-matter-unclosed"},
	{original, "---\n\nEine", "¦...\n\nEine", "front-matter-dots"},
	{original, "  Über die Grenzen", "  ¦---\n  Über die Grenzen", "front-matter-indented"},
	{original, "status: current", "status: current\n¦status: finished", "duplicate-key"},
	{original, "  name: Stadt Trier", "¦\tname: Stadt Trier", "yaml-tab"},
	{original, "summary: Eine Website zeigt, welche", "summary: Über alles¦: welche", "yaml-colon"},
	{original, `"Städtische Website: „Für Geflüchtete“"`, `¦"Städtische Website: „Für Geflüchtete“`, "yaml-quote"},
	{original, "[housing, volunteering]", "¦[housing, volunteering", "yaml-bracket"},
	{original, "[housing, volunteering]", "[housing, volunteering]¦]", "yaml-syntax"},
	{original, "  staff: Zwei Personen.", "  staff: ¦@Zwei Personen.", "yaml-character"},
	{original, "  kind: municipality\n", "   ¦kind: municipality\n", "yaml-indent"},
	{original, "status: current", "¦status:current", "yaml-key"},
	{original, "  staff: Zwei", "¦staff Zwei", "yaml-key"},
	{original, "status: current", "¦status; current", "yaml-key"},
	{original, "title: \"St", "¦title:\"St", "unknown-key"},
	{original, "  staff: Zwei Personen.", "  staff: Für Raum ¦#3 zwei Personen.", "yaml-comment"},
	{original, "summary: Eine Website zeigt, welche Angebote es gibt.", "summary: ¦„Eine Website zeigt.“", "smart-quotes"},
	{original, "name: Stadt Trier", "name: Größte St‹E4›dt", "invalid-utf8"},
	{original, "office: Amt für Soziales", "office: Amt für So¦‹C2 AD›ziales", "invisible-character"},
	{original, "credit: Stadt Trier", "credit: St¦a‹CC 88›dtchen", "decomposed-letter"},
	{original, "credit: Stadt Trier", "credit: Für¦‹07› Trier", "control-character"},
	{original, "themes: [housing, volunteering]", "themes: ¦housing, volunteering", "list-as-text"},
	{original, `phone: "+49 651 718-0"`, "phone: ¦0651", "unquoted"},
	{original, "[refugees]", "¦&a [refugees]", "yaml-feature"},
	// Keys and shapes.
	{original, "title: \"St", "¦titel: \"St", "unknown-key"},
	{original, "carrier:\n", "¦Projektträger:\n", "unknown-key"},
	{original, "  office: Amt", "  ¦ofice: Amt", "unknown-key"},
	{original, "label: Website", "¦labbel: Website", "unknown-key"},
	{original, "status: current", "status: current\n¦überblick: nichts", "unknown-key"},
	{original, "carrier:\n  name: Stadt Trier\n  kind: municipality\n  place: trier\n  url: https://www.trier.de/\n", "carrier: ¦Stadt Trier\n", "expected-fields"},
	{original, "summary: Eine Website zeigt, welche Angebote es gibt.", "summary: ¦[Eine Website]", "expected-text"},
	{translation, "translation:\n  of: de\n  state:", "¦tranlation:\n  of: de\n  state:", "unknown-key"},
	{translation, "title: \"Site", "¦titre: \"Site", "unknown-key"},
	// Values.
	{original, "type: sheet", "type: ¦Veranstaltung", "unknown-value"},
	{original, "status: current", "status: ¦laufend", "unknown-value"},
	{translation, "status: current", "status: ¦en cours", "unknown-value"},
	{original, "effort: low", "effort: ¦gering", "unknown-value"},
	{original, "[housing, volunteering]", "[¦Wohnen, volunteering]", "unknown-term"},
	{original, "place: trier", "place: ¦Trèves", "unknown-term"},
	{original, "kind: exchange", "kind: ¦exchnge", "unknown-term"},
	{original, "name: Caritas, place: metz", "name: Cäritas, place: ¦nancy", "unknown-term"},
	{original, "[de, fr, ar]", "[de, ¦französisch, ar]", "unknown-language"},
	{original, "published: 2026-11-01", "published: ¦01.11.2026", "date-form"},
	{original, "period: {from: 2015-06", "period: {from: ¦06/2015", "date-form"},
	{original, "reviewed: 2026-11-01", "reviewed: ¦2026-11", "date-incomplete"},
	{original, "to: 2016-12", "to: ¦2014", "date-order"},
	{original, "updated: 2026-11-02", "updated: ¦2062-11-02", "date-future"},
	{original, "url: https://www.trier.de/\n", "url: ¦www.trier.de\n", "url-form"},
	{original, "soziales@trier.de", "¦soziales(at)trier.de", "email-form"},
	{original, `"+49 651 718-0"`, "¦0651 718-0 (Zentrale Ämter)", "phone-form"},
	{original, "value: 30", "value: ¦dreißig", "number-form"},
	{original, "value: 46", "value: ¦47", "figures-sum"},
	{original, "slug: website-fuer", "slug: ¦website_für", "name-form"},
	{original, "slug: website-fuer-gefluechtete", "slug: ¦index-2", "reserved-name"},
	{original, "[alte-seite.html]", "[¦/alte-seite]", "alias-form"},
	{original, "review_by: 2027-06-30", "review_by: ¦2026-06-30", "contact-expired"},
	{original, "  person: Anna Müller\n  email: soziales@trier.de\n  phone: \"+49 651 718-0\"\n  basis: public_function\n", "  person: ¦Anna Müller\n", "contact-basis"},
	{original, "  basis: public_function\n  review_by: 2027-06-30\n", "", "contact-review"},
	{original, "reviewed: 2026-11-01", "reviewed: ¦2015-11-01", "review-overdue"},
	{original, `{label: Website, url: "https://www.trier.de/", lang: de}`, "{label: ¦Für alle}", "link-without-url"},
	{original, "title: \"Städtische Website: „Für Geflüchtete“\"\n", "¦title:\n", "required-field"},
	// Markdown.
	{original, "sheet:trier-concept)", "¦sheet:trier-konzept)", "unknown-sheet"},
	{translation, "[Concept](sheet:trier-concept)", "[Été](¦sheet:concept-trier)", "unknown-sheet"},
	{original, "sheet: trier-concept", "sheet: ¦trier-conzept", "unknown-sheet"},
	{original, "page:about", "¦page:abuot", "unknown-page"},
	{original, "- Termine für Gäste", "- Für Gäste: [hier](¦plan.pdf)", "link-broken"},
	{original, "- Termine für Gäste", "- Für Gäste: [hier](¦javascript:alert)", "link-refused"},
	{original, "- Termine für Gäste", "- Für Gäste: ¦[hier]()", "link-empty"},
	{original, "- Termine für Gäste", "- Für Gäste: ¦[hier](https://a b.de)", "link-malformed"},
	{original, "- Termine für Gäste", "- Für Gäste: ¦[hier][dort]", "link-unresolved"},
	{original, "  [^1]: Laut Auskunft.", "", "footnote-missing"},
	{original, "Stand 2015.[^1]", "Stand 2015.", "footnote-unused"},
	{original, "- Termine für Gäste", "- Für ¦<b>Gäste</b>", "raw-html"},
	{original, "Eine längere", "Über ¦<i>eine</i>", "raw-html"},
	{translation, "Une histoire", "À [lire](¦sheet:nulle-part) : une", "unknown-sheet"},
	// Images.
	{original, "file: treff.jpg", "file: ¦Treff.JPG", "image-missing"},
	{original, "file: treff.jpg", "file: ¦../treff.jpg", "image-outside"},
	{original, "file: treff.jpg", "file: ¦treff.svg", "image-format"},
	{original, "Eine längere", "Für ![](¦treff.jpg) eine", ""},
	// Translations.
	{translation, "status: current", "status: ¦finished", "translation-fact"},
	{translation, "name: Ville de Trèves", "kind: ¦association", "translation-fact"},
	{translation, "    - Un serveur\n", "", "translation-list"},
	{translation, "  staff: Deux personnes.", "  ¦funding: Rien.", "translation-list"},
	{translation, "  of: de", "  of: ¦en", "translation-of"},
	{translation, "    body:", "    ¦boddy:", "translation-state-key"},
	{translation, `    body: "`, `    body: ¦"x`, "translation-digest"},
	{translation, "translation:\n  of: de", "translation: {of: de}\n¦translation:\n  of: de", "duplicate-key"},
	{"content/sheets/trier-concept/index.de.md", "translation:\n  of: fr\n", "¦translaton:\n  of: fr\n", "unknown-key"},
	// Vocabularies and settings.
	{places, "country: FR", "country: ¦F", "unknown-country"},
	{places, "lat: 49.12", "lat: ¦491.2", "number-range"},
	{places, "kind: city, country: FR", "kind: ¦Stadt, country: FR", "unknown-value"},
	{places, "[quattropole]", "[¦quatropole]", "unknown-term"},
	{places, "metz: {label: {de: Metz", "metz: {¦labels: {de: Metz", "unknown-key"},
	{places, "metz: {label: {de: Metz, fr: Metz, en: Metz}", "¦metz: {label: {de: Metz, en: Metz}", "label-missing"},
	{places, "metz: {label", "metz: ¦{label: {de: Ü\nx: {label", ""},
	{themes, "broader: volunteering", "broader: ¦work", "broader-circular"},
	{themes, "broader: volunteering", "broader: ¦Ehrenamt", "unknown-term"},
	{themes, "work:\n", "work:\n¦\tx: y\n", "yaml-tab"},
	{"site.yaml", "[de, fr, en]", "[de, fr, ¦eng]", "unknown-language"},
	{"site.yaml", "[de, fr, en]", "[de, fr, en, ¦de]", "language-doubled"},
	{"site.yaml", "https://praxis.example/", "¦praxis.example", "url-form"},
	{"site.yaml", "https://praxis.example/", "¦https://praxis.example/?ö=1", "url-form"},
	{"site.yaml", "publisher:", "¦publischer:", "unknown-key"},
	{"site.yaml", "review_interval: 6m", "review_interval: ¦halbjährlich", "duration-form"},
	{"content/pages/about/index.de.md", "Wir sind", "Über [uns](¦page:wir), wir sind", "unknown-page"},
	{"content/vocabulary/glossary.yaml", "- terms:", "- ¦term:", "unknown-key"},
}

// TestSeededFaults sets one fault at a time into a catalogue in three
// languages: it is found at its place, everything else that is new stands on
// its line, and what was found before still is.
func TestSeededFaults(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/seeded/catalogue.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range archive.Files {
		files[f.Name] = unescape(string(f.Data))
	}
	before := load(t, mapFS(files))
	if len(before) < 3 {
		t.Fatalf("only %d findings without a fault", len(before))
	}
	if errors, _, _ := diag.Count(before); errors > 0 {
		t.Fatalf("errors without a fault: %v", lines(before))
	}
	for _, s := range seeds {
		t.Run(s.rule+"/"+s.new, func(t *testing.T) {
			if strings.Count(files[s.file], s.old) == 0 {
				t.Fatalf("%q is not in %s", s.old, s.file)
			}
			faulty := maps.Clone(files)
			text := unescape(strings.Replace(files[s.file], s.old, s.new, 1))
			at := strings.Index(text, "¦")
			text = strings.Replace(text, "¦", "", 1)
			faulty[s.file] = text
			after := load(t, mapFS(faulty))
			worded(t, after)
			found := added(t, before, after)
			source := diag.NewSource(s.file, text)
			line, column := source.Position(at)
			hit := s.rule == ""
			for _, d := range found {
				f := d.Finding("en")
				hit = hit || f.Rule == s.rule && f.Path == s.file && (at < 0 || f.Line == line && f.Column == column)
				if at >= 0 && (f.Path != s.file || f.Line != line) {
					t.Errorf("elsewhere: %v", lines([]diag.Diagnostic{d}))
				}
			}
			if !hit || len(found) == 0 {
				t.Errorf("not at %d:%d, but %v", line, column, lines(found))
			}
		})
	}
}

// added returns the findings that are new, and fails if one of the old is
// gone. Lines may have moved.
func added(t *testing.T, before, after []diag.Diagnostic) []diag.Diagnostic {
	t.Helper()
	left := slices.Clone(after)
	for _, d := range before {
		i := slices.IndexFunc(left, func(e diag.Diagnostic) bool {
			// Which texts are missing can't be told of those that could not be read.
			return e.Rule == d.Rule && e.Path() == d.Path() && (d.Rule == &rule.TranslationMissing || e.Text("en") == d.Text("en"))
		})
		if i < 0 {
			t.Errorf("gone: %v", lines([]diag.Diagnostic{d}))
			continue
		}
		left = slices.Delete(left, i, i+1)
	}
	return left
}
