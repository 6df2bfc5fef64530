package draft

import (
	"slices"
	"strings"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/i18n"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/locale"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
)

func parse(t *testing.T, text, lang string) *sheet.Sheet {
	t.Helper()
	s, ds := sheet.Parser{}.Sheet(diag.NewSource("content/sheets/a/index."+lang+".md", text), "a", lang)
	if len(ds) > 0 {
		var b strings.Builder
		diag.WriteText(&b, ds, "en")
		t.Fatalf("%s\n%s", b.String(), text)
	}
	return s
}

func TestNew(t *testing.T) {
	langs := []string{"de", "fr", "en"}
	set, _ := locale.Load(i18n.Files, nil, langs)
	for _, kind := range []string{"sheet", "example", "partnership", "event"} {
		for _, lang := range langs {
			text := New(Options{ID: "health-card", Type: kind, Today: "2026-11-22", Lang: lang, Locale: set.Locale(lang)})
			s := parse(t, text, "de")
			if s.Title.Text != "Health card" || s.Type.Text != kind || s.Published.Text != "2026-11-22" {
				t.Errorf("%s in %s:\n%s", kind, lang, text)
			}
			if kind == "example" && !s.Description.Stated() || kind == "event" && !s.Period.Stated() || kind == "partnership" && len(s.Activities) != 1 {
				t.Errorf("%s lacks what it requires:\n%s", kind, text)
			}
			for line := range strings.Lines(text) {
				if strings.TrimRight(line, " \n") != strings.TrimSuffix(line, "\n") {
					t.Errorf("blanks at the end of %q", line)
				}
			}
		}
	}
	for id, title := range map[string]string{"no": `"No"`, "2016": `"2016"`, "a-b-c": "A b c"} {
		if got := heading(id); got != title {
			t.Errorf("the title of %s is %s", id, got)
		}
	}
}

const original = `---
title: "Titel: mit Doppelpunkt"
carrier: {name: Stadt, place: trier}
context: |
  Anlass

  - eins
resources: Zwei Stellen
outcome: {text: Gut, direct: Mehr}
figures:
  - {label: Gäste, value: 3, unit: Personen}
  - {value: 4}
transferability:
  conditions: [Geld, Raum]
links:
  - {label: Website, url: "https://a.de/"}
images:
  - {file: a.jpg, alt: Ein Bild}
published: 2026-11-22
---
Geschichte

## Mehr
`

func TestTranslation(t *testing.T) {
	o := parse(t, original, "de")
	text := Translation(o, "Below the line:")
	f := parse(t, text, "fr")
	if f.Translation.Of.Text != "de" || len(f.Translation.State) != len(o.Tracked()) {
		t.Errorf("the digests are %v in\n%s", f.Translation.State, text)
	}
	for _, want := range []string{"# Anlass\n#\n# - eins\ncontext: |\n", "# Titel: mit Doppelpunkt\ntitle:\n", "# Zwei Stellen\nresources: |\n", "  - {}\n", "# Below the line:\n#\n# Geschichte\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
	if strings.Contains(text, "carrier") || strings.Contains(text, "links") {
		t.Errorf("facts and names are repeated:\n%s", text)
	}
	site, _ := config.Parse(diag.NewSource("", "title: {de: T}\nbase_url: https://example.org/\nlanguages: [de, fr]\n"))
	states := func(text string) []catalogue.State {
		c := catalogue.New(catalogue.Input{Site: site, Sheets: []*sheet.Brief{o.Brief(), parse(t, text, "fr").Brief()}})
		var all []catalogue.State
		for _, state := range c.Entries[0].Texts("fr") {
			all = append(all, state.State)
		}
		return all
	}
	if got := states(text); slices.ContainsFunc(got, func(s catalogue.State) bool { return s != catalogue.Missing }) || len(got) < 8 {
		t.Errorf("nothing is translated yet, and the states are %v", got)
	}
	// Filled in, the texts are current without another step.
	text = strings.Replace(text, "title:\n", "title: Titre\n", 1)
	text = strings.Replace(text, "context: |\n", "context: |\n  Motif\n", 1)
	if got := states(text); got[0] != catalogue.Current || got[1] != catalogue.Current || got[2] != catalogue.Missing {
		t.Errorf("two texts are translated, and the states are %v", got)
	}
}
