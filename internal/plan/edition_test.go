package plan

import (
	"fmt"
	"strings"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/vocab"
)

// packed plans a German sheet a, packs by their ids, and settings.
func packed(t *testing.T, settings string, packs map[string]string) *Plan {
	t.Helper()
	site, _ := config.Parse(diag.NewSource(config.Path, "title: {de: a}\nbase_url: https://a.de/\nlanguages: [de, fr]\n"+settings))
	in := catalogue.Input{Site: site, Vocabulary: vocab.New()}
	s, _ := sheet.Parser{}.Sheet(diag.NewSource("a.md", "---\ntitle: A\n---\n"), "a", "de")
	in.Sheets = append(in.Sheets, s.Brief())
	for id, text := range packs {
		p, _ := sheet.Parser{}.Pack(diag.NewSource(id+".yaml", text), id)
		in.Packs = append(in.Packs, p)
	}
	return New(catalogue.New(in), nil, nil)
}

// TestEditions holds which PDFs a site has.
func TestEditions(t *testing.T) {
	packs := map[string]string{
		"both": "sheets: [a]\nlanguages: [de, fr]", "each": "sheets: [a]", "one": "sheets: [a]\nlanguages: [fr]",
		"empty": "sheets: [gone]", "foreign": "sheets: [a]\nlanguages: [it]", "three": "sheets: [a]\nlanguages: [de, fr, de]",
	}
	for settings, want := range map[string]string{
		"":                                  "packs/both.de-fr.pdf packs/each.de.pdf packs/each.fr.pdf packs/one.fr.pdf",
		"pdf: {sheets: true}":               "packs/both.de-fr.pdf packs/each.de.pdf packs/each.fr.pdf packs/one.fr.pdf sheets/a.de.pdf",
		"pdf: {packs: false, sheets: true}": "sheets/a.de.pdf",
		"pdf: {packs: false}":               "",
	} {
		p := packed(t, settings, packs)
		var paths []string
		for _, e := range p.Editions() {
			paths = append(paths, e.Path)
			if pack, err := p.NewPack(e.Choice()); err != nil || fmt.Sprint(pack.Langs) != fmt.Sprint(e.Langs) || (pack.ID == "") != (e.Pack == nil) {
				t.Errorf("%s: %v %v", e.Path, pack, err)
			}
		}
		if got := strings.Join(paths, " "); got != want {
			t.Errorf("%q: %s", settings, got)
		}
	}
}

// TestPackPages holds that packs have pages in every language, that an id which is taken is a
// finding, and that a sheet is found under a pack's name.
func TestPackPages(t *testing.T) {
	p := packed(t, "", map[string]string{"a": "sheets: [a]\nlanguages: [fr]", "index": "sheets: [a]", "empty": "sheets: [gone]"})
	for path, kind := range map[string]Kind{
		"de/packs/a.html": PackPage, "fr/packs/a.html": PackPage, "de/packs/index.html": Packs, "fr/my-pack.html": MyPack, "de/packs/empty.html": "",
	} {
		page := p.Page(path)
		if page == nil && kind != "" || page != nil && (page.Kind != kind || len(page.Alternates) != 2 || page.Index == (kind == MyPack)) {
			t.Errorf("%s is %+v", path, page)
		}
	}
	if got := found(p); !strings.HasPrefix(got, "path-collision at sheets: [a]") {
		t.Errorf("found %q", got)
	}
	e := p.Catalogue.Entry("a")
	if pack, err := p.NewPack(p.SheetEdition(e, "de").Choice()); err != nil || pack.ID != "" || len(pack.Entries()) != 1 {
		t.Errorf("the sheet is printed as %+v, %v", pack, err)
	}
	for path, there := range map[string]bool{
		"assets/cards/de/0.js": true, "assets/cards/it/0.js": false, "assets/cards/de/1.js": false, "assets/cards/de/00.js": false, "assets/cards/de/0.html": false, "0.js": false,
	} {
		if cards := p.CardsAt(path); (len(cards) > 0) != there {
			t.Errorf("%s: %+v", path, cards)
		}
	}
	if packless := packed(t, "", nil); packless.Page("de/packs/index.html") != nil || packless.Page("de/my-pack.html") == nil {
		t.Error("a catalogue without packs has a list of them, or no page for the reader's own")
	}
}
