package legal

import (
	"io/fs"
	"slices"
	"strings"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/i18n"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/locale"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
)

// full states every field that a page is made of.
const full = `title: {de: Gute Praxis, fr: Bonnes pratiques, en: Good practice}
base_url: https://praxis.trier.de/
languages: [de, fr, en]
publisher:
  name: Stadt *Trier* <b>
  address: |
    Am Augustinerhof 1
    54290 Trier
  email: info_a_b@trier.de
  phone: "+49 651 718-0"
  url: https://www.trier.de/a_b_c
  represented_by: Erika Muster
license: CC-BY-4.0
accessibility:
  law: [de, fr, lu]
  status: partial
  assessed: 2026-11-01
  method: self
  gaps: {de: [Die Karte], fr: [La carte]}
  enforcement: Landesbeauftragte in Mainz
host: {name: Rechenzentrum Mainz, address: Mainz, phone: "06131 1", logs: 7d}
privacy: {officer: Datenschutz der Stadt Trier, authority: LfDI}
`

// made returns the texts of the pages of a site.yaml, by id and language.
func made(t *testing.T, settings string) map[string]*sheet.Page {
	t.Helper()
	site, ds := config.Parse(diag.NewSource(config.Path, settings))
	if len(ds) > 0 {
		t.Fatal(ds[0].Text("en"))
	}
	words, _ := locale.Load(i18n.Files, nil, site.Langs())
	pages, err := Pages(site, words)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]*sheet.Page{}
	for _, p := range pages {
		all[p.ID+"."+p.Lang] = p
	}
	return all
}

// TestSays holds what pages say of what is stated, and what they keep to themselves.
func TestSays(t *testing.T) {
	bare := "title: {de: Praxis}\nbase_url: https://praxis.trier.de/\nlanguages: [de]\n"
	for _, test := range []struct {
		name, settings, page string
		says, not            []string
	}{
		{"imprint", full, "imprint.de", []string{
			`**Stadt \*Trier\* \<b\>**`, "Am Augustinerhof 1\\\n54290 Trier", "Vertreten durch: Erika Muster", `info\_a\_b\@trier\.de`,
			"§ 5 des Digitale-Dienste-Gesetzes", "14. August 2000", "Rechenzentrum Mainz", `CC\-BY\-4\.0`}, []string{"Beispiel"}},
		{"imprint in French", full, "imprint.fr", []string{"directeur de la publication\u00a0: Erika Muster", "n°\u00a02004\u2011575", "## Hébergeur"}, nil},
		{"little is known", bare + "publisher: {name: Stadt Trier}\n", "imprint.de", []string{"Stadt Trier"},
			[]string{"Vertreten", "E-Mail", "DDG", "Hosting", "Lizenz"}},
		{"an example", bare + "publisher: {name: Stadt, email: a@example.org}\n", "imprint.de", []string{"**Dies ist ein Beispiel.**"}, nil},
		{"a body of the state", full, "accessibility.de", []string{
			"teilweise vereinbar", "Selbstbewertung vom 1\\. November 2026", "- Die Karte", "Landesbeauftragte in Mainz", "Défenseur des droits", "SIP"},
			[]string{"schlichtungsstelle-bgg"}},
		{"foreign words are marked", full, "accessibility.en", []string{`<span lang="de" dir="ltr">Landesbeauftragte in Mainz</span>`}, []string{"La carte", `<span lang="en"`}},
		{"gaps in French", full, "accessibility.fr", []string{"- La carte", "1er novembre 2026"}, nil},
		{"the federal body", bare + "accessibility: {law: [de]}\n", "accessibility.de",
			[]string{"schlichtungsstelle-bgg", "Wir sind bemüht", "noch nicht bewertet", "noch nicht im Einzelnen", "noch nicht angegeben"}, []string{"SIP", "Défenseur"}},
		{"no law", bare + "accessibility: {status: full}\n", "accessibility.de", []string{"EN 301 549 vollständig", "Welche Stelle die Einhaltung"}, []string{"## Nicht barrierefreie"}},
		{"the host's logs", full, "privacy.de", []string{"Rechenzentrum Mainz aus", "7 Tage lang", "Datenschutz der Stadt Trier", "LfDI"}, nil},
		{"no host", bare, "privacy.de", []string{"ist hier nicht angegeben"}, []string{"Verantwortlich ist"}},
		{"easy words", full, "easy-read.de", []string{"Willkommen auf dieser Internet-Seite.\\\nDie", "- Das haben wir gemacht.\n- Das"}, []string{"Beispiel.\\\n>"}},
		{"no language of these", "title: {ar: P}\nbase_url: https://p.lu/\nlanguages: [ar]\naccessibility: {assessed: 2026-11-01}\n", "easy-read.en", []string{"**Search**"}, nil},
		{"one language", bare, "easy-read.de", nil, []string{"Andere Sprachen", "page:accessibility"}},
	} {
		p := made(t, test.settings)[test.page]
		if p == nil {
			t.Errorf("%s: there is no page %s", test.name, test.page)
			continue
		}
		for _, want := range test.says {
			if !strings.Contains(p.Body.Text, want) {
				t.Errorf("%s: %q is missing in\n%s", test.name, want, p.Body.Text)
			}
		}
		for _, not := range test.not {
			if strings.Contains(p.Body.Text, not) {
				t.Errorf("%s: %q stands in\n%s", test.name, not, p.Body.Text)
			}
		}
	}
}

// TestWhich holds which pages there are, and in which languages.
func TestWhich(t *testing.T) {
	for settings, want := range map[string]string{
		"title: {lb: P}\nbase_url: https://p.lu/\nlanguages: [lb, fr]\n":                               "easy-read.fr privacy.fr",
		"title: {ar: P}\nbase_url: https://p.lu/\nlanguages: [ar]\n":                                   "easy-read.en privacy.en",
		"title: {de: P}\nbase_url: https://p.lu/\nlanguages: [de]\npublisher: {name: P}\n":             "easy-read.de imprint.de privacy.de",
		"title: {de: P}\nbase_url: https://p.lu/\nlanguages: [de]\naccessibility: {}\npublisher: {}\n": "accessibility.de easy-read.de privacy.de",
	} {
		var got []string
		for name := range made(t, settings) {
			got = append(got, name)
		}
		slices.Sort(got)
		if strings.Join(got, " ") != want {
			t.Errorf("%s gives %s instead of %s", settings, got, want)
		}
	}
}

// TestEveryLanguage holds that a page is written in all languages, with the same headings and links.
func TestEveryLanguage(t *testing.T) {
	pages := made(t, full)
	for name, p := range pages {
		german := pages[p.ID+".de"].Body.Text
		for _, mark := range []string{"\n## ", "\n### ", "](", "\n- "} {
			if got, want := strings.Count(p.Body.Text, mark), strings.Count(german, mark); got != want {
				t.Errorf("%s has %d of %q, German %d", name, got, mark, want)
			}
		}
		if strings.Contains(p.Body.Text, "<no value>") || !p.Title.Stated() || !p.Made {
			t.Errorf("%s is unfinished:\n%s", name, p.Body.Text)
		}
	}
	files, err := fs.Glob(texts, "texts/*.md")
	if err != nil || len(files) != len(written)*5 {
		t.Errorf("%d files, and %v", len(files), err)
	}
}
