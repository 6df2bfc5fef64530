package site

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/jpeg"
	"image/png"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/go-fonts/dejavu/dejavusansmono"

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

func greyPNG(width, height int) string {
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
			"content/sheets/a/b.png": greyPNG(size[0], size[1]),
		}, one("de"))
		figures := f.Find("Figure")
		if len(figures) != 2 || figures[0].Alt != "Ein Bild" || !strings.HasPrefix(figures[1].Alt, "QR-Code: https://a.example/de/sheets/a.html") {
			t.Errorf("figures: %v", figures)
		}
	}
}

// TestPackPictures holds that what can't be printed is a finding, and that nothing is
// printed of a picture but what is to be seen.
func TestPackPictures(t *testing.T) {
	bomb := []byte(greyPNG(1, 1))
	copy(bomb[16:], "\x00\x00\xff\xff\x00\x00\xff\xff")
	binary.BigEndian.PutUint32(bomb[29:], crc32.ChecksumIEEE(bomb[12:29]))
	for name, test := range map[string]struct {
		file, data string
		find       string
	}{
		"sound":          {"logo.png", greyPNG(200, 100), ""},
		"drawing":        {"logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>", "image-unreadable"},
		"PDF":            {"logo.pdf", "%PDF-1.7", "image-unreadable"},
		"another name":   {"logo.jpg", greyPNG(2, 2), "image-unreadable"},
		"cut off":        {"logo.png", greyPNG(200, 100)[:60], "image-unreadable"},
		"empty":          {"logo.png", "", "image-unreadable"},
		"huge":           {"logo.png", string(bomb), "image-unreadable"},
		"too large":      {"logo.png", greyPNG(200, 100) + strings.Repeat("\x00", 32<<20), "image-unreadable"},
		"does not exist": {"logo.gif", "", "image-unreadable"},
	} {
		t.Run(name, func(t *testing.T) {
			files := map[string]string{
				sheetA:                          "---\ntitle: a\ndescription: \"![Ein Bild](" + test.file + ")\"\n---\n",
				"content/sheets/a/" + test.file: test.data,
				"content/packs/p.yaml":          "title: {de: P}\nlogos: [{file: " + test.file + ", alt: Ein Logo}]\nsheets: [a]\n",
				"content/packs/" + test.file:    test.data,
			}
			if name == "does not exist" {
				delete(files, "content/packs/"+test.file)
			}
			o := one("de")
			o.Choice.Names = []string{"p"}
			r, f := printed(t, files, o)
			figures := 0
			for _, e := range f.Find("Figure") {
				if e.Alt == "Ein Logo" || e.Alt == "Ein Bild" {
					figures++
				}
			}
			if test.find == "" {
				if figures != 2 || len(r.Findings) > 0 {
					t.Errorf("%d figures, %v", figures, r.Findings)
				}
				return
			}
			if figures != 0 || len(r.Findings) == 0 || r.Findings[0].Rule.Name != test.find {
				t.Errorf("%d figures, %v", figures, r.Findings)
			}
			if !strings.Contains(f.Text(), "[Ein Bild]") {
				t.Error("the words of the picture are lost")
			}
		})
	}
}

// TestPackTurned holds that a photo stands as it was taken, and tells no position.
func TestPackTurned(t *testing.T) {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 300, 100)), nil); err != nil {
		t.Fatal(err)
	}
	exif := "\xff\xe1\x00\x32Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x00\x00\x00\x00GPS 49.757 N 6.6"
	r, f := printed(t, map[string]string{
		sheetA:                   "---\ntitle: a\nimages: [{file: b.JPG, alt: Ein Bild}]\n---\n",
		"content/sheets/a/b.JPG": b.String()[:2] + exif + b.String()[2:],
	}, one("de"))
	if bytes.Contains(r.PDF, []byte("GPS")) {
		t.Error("the position is in the file")
	}
	if box := f.Find("Figure")[0].Box; box[3]-box[1] < 2*(box[2]-box[0]) {
		t.Errorf("the photo lies: %v", box)
	}
}

// TestPackFonts holds that a catalogue can add fonts, and that one that is none is said.
func TestPackFonts(t *testing.T) {
	files := map[string]string{
		sheetA:          "---\ntitle: مرحبا\n---\n",
		"fonts/own.ttf": string(dejavusansmono.TTF),
		"site.yaml":     "title: {de: Katalog}\nbase_url: https://a.example/\nlanguages: [de]\npdf: {fonts: [fonts/own.ttf]}\n",
	}
	_, f := printed(t, files, one("de"))
	if names := strings.Join(f.Fonts(), " "); !strings.Contains(names, "+DejaVuSansMono") {
		t.Errorf("the fonts are %s", names)
	}
	for _, text := range []string{"no font", ""} {
		files["fonts/own.ttf"] = text
		all := fstest.MapFS{}
		for name, text := range files {
			all[name] = &fstest.MapFile{Data: []byte(text)}
		}
		if text == "" {
			delete(all, "fonts/own.ttf")
		}
		l, err := load(all, Options{Dir: ".", Now: today(t)})
		if err != nil {
			t.Fatal(err)
		}
		_, err = l.Pack(one("de"))
		if e, ok := errors.AsType[*Error](err); !ok || e.Kind != BadFont {
			t.Errorf("%q is taken for a font: %v", text, err)
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
