package site

import (
	"bytes"
	"image"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/pack"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/pdfcheck"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
)

// everyPage is a pack that has one of everything that is drawn.
var everyPage = map[string]string{
	"content/vocabulary/places.yaml": "metz: {label: {de: Metz}, kind: city, country: FR, lat: 49.12, lon: 6.18}\n" +
		"trier: {label: {de: Trier, fr: Trèves}, kind: city, country: DE, lat: 49.757, lon: 6.641}\nbremen: {label: {de: Bremen, fr: Brême}, kind: city, country: DE, lat: 53.08, lon: 8.8}\n",
	"content/vocabulary/themes.yaml":   "work: {label: {de: Arbeit, fr: Emploi}}\n",
	"content/vocabulary/glossary.yaml": "- terms: {de: [Ehrenamt], fr: [bénévolat]}\n  explanation: {de: Arbeit für andere ohne Lohn., fr: Un travail sans salaire.}\n",
	"content/packs/p.yaml": "title: {de: Eine Mappe mit allem, fr: Un dossier complet}\nsubtitle: {de: Für alle, fr: Pour tous}\nevent: {date: 2017-11-22, place: metz, hosts: [QuattroPole]}\n" +
		"languages: [de, fr]\nlogos: [{file: l.png, alt: Ein Logo}]\nforeword: {de: Ein Vorwort mit *Betonung*., fr: Un avant-propos.}\n" +
		"sessions:\n  - {title: {de: Arbeit, fr: Emploi}, sheets: [a, b]}\n  - {title: {de: Partner, fr: Partenaires}, sheets: [c, d]}\nnotes: true\nindex: [place, theme]\n",
	"content/packs/l.png": greyPNG(120, 60),
	"content/sheets/a/index.de.md": "---\ntitle: Ein Blatt mit vielen Teilen\nsummary: Worum es geht.\ncarrier: {name: Stadt Trier, place: trier}\nperiod: {from: 2015-06, to: 2016-12}\nthemes: [work]\n" +
		"context: Das Ehrenamt ist wichtig.\ndescription: |\n  Zuerst dies:\n\n  - eins\n    1. zwei\n  - drei\n\n  | Spalte | Zahl |\n  |---|--:|\n  | a | 1 |\n  | b | 2 |\n" +
		"figures:\n  - {label: Menschen mit einem Angebot, value: 540}\n  - {label: Davon in der Stadt, value: 299, total: true}\ncontact: {office: Amt für Soziales, email: a@example.org}\n---\n",
	"content/sheets/a/index.fr.md": "---\ntitle: Une fiche avec beaucoup de parties\ncontext: Le bénévolat est important.\ntranslation: {of: de}\n---\n",
	"content/sheets/b/index.de.md": "---\ntype: example\ntitle: Ein kurzes Beispiel\ncarrier: {place: bremen}\nthemes: [work]\ndescription: Kurz.\n---\n",
	"content/sheets/c/index.de.md": "---\ntype: partnership\ntitle: Metz und Trier\ncarrier: {place: metz}\npartners: [{place: trier}]\nactivities: [{title: Besuch, period: 2016}]\n---\n",
	"content/sheets/d/index.de.md": "---\ntype: partnership\ntitle: Bremen und Metz\ncarrier: {place: bremen}\npartners: [{place: metz}]\nactivities: [{title: Tagung, period: 2017}]\n---\n",
}

// TestPackPages compares pages as poppler draws them with images of before. -update
// makes these anew; look at them then.
func TestPackPages(t *testing.T) {
	const dpi = 36
	for name, test := range map[string]struct {
		o     PackOptions
		pages []int
	}{
		"columns": {PackOptions{Choice: plan.Choice{Names: []string{"p"}}}, []int{1, 3, 4, 7, 9, 10, 11}},
		"booklet": {PackOptions{Choice: plan.Choice{Names: []string{"p"}, Langs: []string{"de"}}, Format: pack.Booklet}, []int{1, 2, 3}},
	} {
		r, f := printed(t, everyPage, test.o)
		for _, page := range test.pages {
			if page > len(f.Pages) {
				t.Fatalf("%s: page %d of %d", name, page, len(f.Pages))
			}
			got := pdfcheck.Picture(t, r.PDF, page, dpi)
			file := filepath.Join("testdata", "pages", name+"-"+strconv.Itoa(page)+".png")
			if *update {
				writePNG(t, file, got)
				continue
			}
			if err := pdfcheck.Differ(got, readPNG(t, file)); err != nil {
				t.Errorf("%s: %v", file, err)
			}
		}
	}
}

// TestPagesDiffer holds that a line that is lost or moved is seen.
func TestPagesDiffer(t *testing.T) {
	r, _ := printed(t, everyPage, PackOptions{Choice: plan.Choice{Names: []string{"p"}}})
	page := pdfcheck.Picture(t, r.PDF, 4, 36)
	blank := image.NewGray(page.Rect)
	draw.Draw(blank, page.Rect, page, image.Point{}, draw.Src)
	draw.Draw(blank, image.Rect(30, 45, 290, 75), image.White, image.Point{}, draw.Src)
	if pdfcheck.Differ(page, page) != nil || pdfcheck.Differ(page, blank) == nil {
		t.Error("a page without its title is taken for the same")
	}
}

func writePNG(t *testing.T, file string, m image.Image) {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

func readPNG(t *testing.T, file string) *image.Gray {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	m, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	gray, ok := m.(*image.Gray)
	if !ok {
		t.Fatalf("%s is not in greys", file)
	}
	return gray
}
