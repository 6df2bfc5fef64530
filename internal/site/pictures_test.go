package site

import (
	"bytes"
	"image"
	"image/jpeg"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
)

// Pictures are made once, though pages change; what is damaged is made anew, and what nobody shows is forgotten.
func TestPicturesAreKept(t *testing.T) {
	dir := filepath.Dir(built(t))
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 2000, 1000)), nil); err != nil {
		t.Fatal(err)
	}
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(name)), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	const folder = "content/sheets/short-entry/"
	page, err := os.ReadFile(filepath.Join(dir, folder+"index.fr.md"))
	if err != nil {
		t.Fatal(err)
	}
	write(folder+"wide.jpg", b.String())
	show := func(more string) {
		t.Helper()
		write(folder+"index.fr.md", strings.TrimRight(string(page), "\n")+more)
		v, err := NewVisit(Options{Dir: dir, Now: today(t), Version: "test"})
		if err != nil {
			t.Fatal(err)
		}
		defer v.Close()
		if result, err := v.Build(BuildOptions{}); err != nil || result.Stopped {
			t.Fatalf("build: %v, stopped: %v", err, result.Stopped)
		}
	}
	kept := func() map[string]string {
		t.Helper()
		files := map[string]string{}
		names, _ := filepath.Glob(filepath.Join(dir, ".praxisblatt", "pictures", "*"))
		for _, name := range names {
			data, _ := os.ReadFile(name)
			files[name] = string(data)
		}
		return files
	}
	without := len(kept())
	show("\n\n![Leer](wide.jpg)\n")
	first := kept()
	if len(first) != without+2 {
		t.Fatalf("%d pictures are kept besides %d, want two sizes of one", len(first)-without, without)
	}
	published, _ := filepath.Glob(filepath.Join(dir, "public/assets/img/*"))
	if len(published) != 2 {
		t.Fatalf("published: %v", published)
	}
	for name := range first {
		if err := os.WriteFile(name, []byte("damaged"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	show("\n\nMehr.\n\n![Leer](wide.jpg)\n")
	for name, data := range kept() {
		if first[name] != data {
			t.Errorf("%s is not as it was", filepath.Base(name))
		}
	}
	show("\n")
	if n := len(kept()); n != without {
		t.Errorf("%d pictures are kept, want %d", n, without)
	}
}

// A photo comes in two sizes, and the page says which is which.
func TestSizesOfPictures(t *testing.T) {
	files := golden(t)
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 2000, 1000)), nil); err != nil {
		t.Fatal(err)
	}
	const folder = "content/sheets/short-entry/"
	files[folder+"wide.jpg"] = files[folder+"index.fr.md"]
	wide := *files[folder+"wide.jpg"]
	wide.Data = b.Bytes()
	files[folder+"wide.jpg"] = &wide
	text := *files[folder+"index.fr.md"]
	text.Data = append(bytes.TrimRight(bytes.Clone(text.Data), "\n"), "\n\n![Leer](wide.jpg)\n"...)
	files[folder+"index.fr.md"] = &text
	_, sink := rendered(t, files)
	html, _ := sink.Bytes("fr/sheets/short-entry.html")
	if !bytes.Contains(html, []byte(` 640w, `)) || !bytes.Contains(html, []byte(` 1280w" sizes="`)) || !bytes.Contains(html, []byte(`width="1280" height="640"`)) {
		t.Errorf("no sizes on the page")
	}
	checkLinks(t, sink, "https://example.org/praxis/")
	widths := map[int]bool{}
	for f := range sink.All() {
		if strings.HasPrefix(f.Path, "assets/img/") && strings.HasSuffix(f.Path, ".jpg") {
			widths[widthOf(t, f)] = true
		}
	}
	if !widths[640] || !widths[1280] {
		t.Errorf("widths: %v", widths)
	}
}

// A picture in a pack's foreword is published, though no sheet shows it.
func TestForewordPicture(t *testing.T) {
	files := golden(t)
	files["content/packs/meeting.yaml"] = &fstest.MapFile{Data: []byte("title: {de: Treffen}\nsheets: [short-entry]\nforeword: {de: \"![Gruppe](group.png)\"}\n")}
	files["content/packs/group.png"] = &fstest.MapFile{Data: []byte(greyPNG(30, 20))}
	_, sink := rendered(t, files)
	html, _ := sink.Bytes("de/packs/meeting.html")
	if !bytes.Contains(html, []byte(`alt="Gruppe"`)) {
		t.Errorf("no picture in\n%s", html)
	}
	checkLinks(t, sink, "https://example.org/praxis/")
}

func widthOf(t *testing.T, f output.File) int {
	t.Helper()
	c, err := jpeg.DecodeConfig(bytes.NewReader(f.Bytes))
	if err != nil {
		t.Fatal(err)
	}
	return c.Width
}
