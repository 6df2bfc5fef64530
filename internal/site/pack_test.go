package site

import (
	"bytes"
	"image"
	"image/png"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/pack"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/pdfcheck"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
)

// printed prints packs of a small catalogue, to which a test adds files, and
// holds that what comes out is sound.
func printed(t *testing.T, files map[string]string, o PackOptions) (PackResult, *pdfcheck.File) {
	t.Helper()
	all := fstest.MapFS{"site.yaml": {Data: []byte("title: {de: Katalog, fr: Recueil}\nbase_url: https://a.example/\nlanguages: [de, fr]\n")}}
	for name, text := range files {
		all[name] = &fstest.MapFile{Data: []byte(text)}
	}
	l, err := load(all, Options{Dir: ".", Now: today(t), Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	r, err := l.Pack(o)
	if err != nil {
		t.Fatal(err)
	}
	f, err := pdfcheck.Read(r.PDF)
	if err != nil {
		t.Fatal(err)
	}
	for _, failure := range slices.Concat(f.Failures(), f.Collisions()) {
		t.Error(failure)
	}
	return r, f
}

func one(lang string) PackOptions {
	return PackOptions{Choice: plan.Choice{Names: []string{"a"}, Langs: []string{lang}}}
}

func picture(width, height int) string {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, width, height))); err != nil {
		panic(err)
	}
	return b.String()
}

const sheetA = "content/sheets/a/index.de.md"

// TestPackBadInput prints what no editor should write; nothing of it is lost.
func TestPackBadInput(t *testing.T) {
	long := strings.Repeat("Ein Satz von vielen, die zusammen sehr viele Seiten füllen. ", 900)
	word := strings.Repeat("Donaudampfschifffahrtsgesellschaftskapitän", 9)
	cells := strings.Repeat("| Zelle mit Text ", 14) + "|\n"
	wide := cells + strings.Repeat("|-", 14) + "|\n" + strings.Repeat(cells, 80)
	nested := "- eins\n  1. zwei\n     - drei\n\n       > vier\n\n       Absatz\n- fünf[^1]\n\n[^1]: Die Note.\n"
	for name, test := range map[string]struct {
		text string
		want []string
		find string
	}{
		"nothing":     {"title: Leer", []string{"Leer", "keine Angabe"}, ""},
		"long":        {"title: Lang\ndescription: |\n  " + long, []string{strings.TrimSpace(long)}, ""},
		"a long word": {"title: " + word + "\ndescription: " + word, []string{word}, ""},
		"wide table":  {"title: a\ndescription: |\n  " + strings.ReplaceAll(wide, "\n", "\n  "), []string{"Zelle mit Text Zelle mit Text"}, ""},
		"nested":      {"title: a\ndescription: |\n  " + strings.ReplaceAll(nested, "\n", "\n  "), []string{"• eins 1. zwei • drei vier Absatz • fünf", "1 Die Note."}, ""},
		"Arabic":      {"title: مرحبا بكم\ndescription: \"Auf Arabisch: مرحبا بكم\"", []string{"مرحبا بكم", "Auf Arabisch: مرحبا بكم"}, ""},
		"unknown":     {"title: ሰላም", []string{"ሰላም"}, "character-missing"},
		"broken":      {"title: a\nimages: [{file: b.png, alt: Ein Bild}]", []string{"[Ein Bild]"}, "image-unreadable"},
		"headings":    {"title: a\ndescription: |\n  # Eins\n\n  ### Drei\n\n  ###### Sechs", []string{"Eins Drei Sechs"}, ""},
		"escapes":     {"title: \"a (b) <c> & \\\\\"\nlinks: [{label: x, url: \"https://a.de/(ü)?b=c&d\"}]", []string{`a (b) <c> & \`, "a.de/(ü)?b=c&d"}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			for _, format := range []pack.Format{pack.A4, pack.Booklet} {
				o := one("de")
				o.Format = format
				r, f := printed(t, map[string]string{sheetA: "---\n" + test.text + "\n---\n", "content/sheets/a/b.png": "no image"}, o)
				for _, want := range test.want {
					if !strings.Contains(f.Text(), pdfcheck.Fold(want)) {
						t.Errorf("%.80q is lost in %.300q", want, f.Text())
					}
				}
				found := ""
				for _, d := range r.Findings {
					found = d.Rule.Name
				}
				if found != test.find {
					t.Errorf("found %q, want %q", found, test.find)
				}
			}
		})
	}
}

// TestPackImages holds that images are figures with their words, of whatever size.
func TestPackImages(t *testing.T) {
	for _, size := range [][2]int{{1, 1}, {3000, 10}, {10, 3000}} {
		_, f := printed(t, map[string]string{
			sheetA:                   "---\ntitle: a\nimages: [{file: b.png, alt: Ein Bild, credit: Wir}]\n---\n",
			"content/sheets/a/b.png": picture(size[0], size[1]),
		}, one("de"))
		figures := f.Find("Figure")
		if len(figures) != 2 || figures[0].Alt != "Ein Bild" || !strings.HasPrefix(figures[1].Alt, "QR-Code: https://a.example/de/sheets/a.html") {
			t.Errorf("figures: %v", figures)
		}
	}
}

// TestPackUntranslated holds that of a part that is not translated the other
// column says so, and that alone it stands there marked.
func TestPackUntranslated(t *testing.T) {
	files := map[string]string{
		sheetA:                         "---\ntitle: Titel\ncontext: Nur deutsch.\ndescription: Beschreibung.\n---\n",
		"content/sheets/a/index.fr.md": "---\ntitle: Titre\ndescription: Description.\ntranslation: {of: de}\n---\n",
	}
	o := one("de")
	o.Choice.Langs = []string{"de", "fr"}
	_, f := printed(t, files, o)
	if text := f.Text(); strings.Count(text, "Nur deutsch.") != 1 || !strings.Contains(text, "Cette partie n’existe qu’en allemand.") {
		t.Errorf("two languages: %s", text)
	}
	_, f = printed(t, files, one("fr"))
	found := false
	for _, p := range f.Find("P") {
		found = found || strings.Contains(p.Text, "Nur deutsch.") && p.Lang == "de"
	}
	if !found || !strings.Contains(f.Text(), "en allemand Nur deutsch.") {
		t.Errorf("one language: %s", f.Text())
	}
}
