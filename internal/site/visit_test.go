package site

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
)

// visit builds a catalogue and says what had to be done for it: "nothing", or
// to "load" it, because of what has changed or of the site that lies there.
func visit(t *testing.T, o Options, b BuildOptions) (did string, r BuildResult, findings string) {
	t.Helper()
	v, findings := begin(t, o)
	defer v.Close()
	r, err := v.Build(b)
	if err != nil {
		t.Fatal(err)
	}
	if v.loaded == nil {
		return "nothing", r, findings
	}
	return "load", r, findings
}

// begin begins a visit, which is to be closed, and returns what it finds.
func begin(t *testing.T, o Options) (v *Visit, findings string) {
	t.Helper()
	v, err := NewVisit(o)
	if err != nil {
		t.Fatal(err)
	}
	ds, err := v.Findings()
	if err != nil {
		t.Fatal(err)
	}
	var text bytes.Buffer
	if err := diag.WriteText(&text, ds, "en"); err != nil {
		t.Fatal(err)
	}
	return v, text.String()
}

// TestVisit holds that what is remembered is taken for true as long as it is true, and
// no longer: what is found and built is what a first visit would find and build.
func TestVisit(t *testing.T) {
	notShort(t)
	dir := goldenFolder(t)
	os.Mkdir(filepath.Join(dir, "fonts"), 0o755)
	o := Options{Dir: dir, Now: today(t), Version: "test"}
	b := BuildOptions{Force: true}
	state := func(name string) string { return filepath.Join(dir, ".praxisblatt", name) }
	file := "content/sheets/short-entry/index.de.md"
	text := string(golden(t)[file].Data)
	if text == "" {
		t.Fatal("no " + file)
	}
	for _, step := range []struct {
		name string
		do   func()
		want string
	}{
		{"for the first time", func() {}, "load"},
		{"nothing", func() {}, "nothing"},
		{"a text", func() { write(t, dir, file, text+"\nMehr.\n") }, "load"},
		{"nothing since", func() {}, "nothing"},
		{"a new sheet with a mistake", func() { write(t, dir, "content/sheets/brand-new/index.de.md", "---\ntitel: Neu\n---\n") }, "load"},
		{"the mistake stays", func() {}, "load"}, // sheets were left out
		{"mended", func() { os.RemoveAll(filepath.Join(dir, "content/sheets/brand-new")) }, "load"},
		{"nothing again", func() {}, "nothing"},
		{"a page is missing", func() { os.Remove(filepath.Join(dir, "public/de/index.html")) }, "load"},
		{"a page was touched", func() { write(t, dir, "public/de/index.html", "mine") }, "load"},
		{"the site is gone", func() { os.RemoveAll(filepath.Join(dir, "public")) }, "load"},
		{"the memory is gone", func() { os.RemoveAll(filepath.Join(dir, ".praxisblatt")) }, "load"},
		{"nothing after that", func() {}, "nothing"},
		{"the memory is cut", func() { os.Truncate(state(recordName), 200) }, "load"},
		{"the memory is forged", func() {
			data, _ := os.ReadFile(state(recordName))
			os.WriteFile(state(recordName), bytes.Replace(data, []byte(`"Pages":`), []byte(`"Pages":9`), 1), 0o644)
		}, "load"},
		{"the files are forgotten", func() { os.Truncate(state(snapshotName), 200) }, "nothing"},
		{"another tool", func() { o.Version = "newer" }, "load"},
		{"another day", func() { o.Now++ }, "load"},
		{"another address", func() { b.BaseURL = "https://elsewhere.example/" }, "load"},
		{"a template", func() { write(t, dir, "layouts/robots.txt", "x") }, "load"},
		{"a word", func() { write(t, dir, "i18n/de.yaml", "language: {name: Teutsch}\n") }, "load"},
		{"nothing at last", func() {}, "nothing"},
	} {
		t.Run(step.name, func(t *testing.T) {
			step.do()
			did, r, findings := visit(t, o, b)
			if did != step.want {
				t.Errorf("it did %s, not %s", did, step.want)
			}
			if did == "nothing" && r.Written+r.Removed > 0 {
				t.Errorf("%+v", r)
			}
			fresh := b
			fresh.Out = filepath.Join(t.TempDir(), "public")
			os.Rename(filepath.Join(dir, ".praxisblatt"), filepath.Join(dir, ".kept"))
			_, first, want := visit(t, o, fresh)
			os.RemoveAll(filepath.Join(dir, ".praxisblatt"))
			os.Rename(filepath.Join(dir, ".kept"), filepath.Join(dir, ".praxisblatt"))
			if findings != want {
				t.Errorf("findings\n%snot\n%s", findings, want)
			}
			if r.Pages != first.Pages || strings.Join(r.LeftOut, " ") != strings.Join(first.LeftOut, " ") {
				t.Errorf("%+v, at a first visit %+v", r, first)
			}
			same(t, filepath.Join(dir, "public"), fresh.Out)
		})
	}
}

// TestPDFsAreCounted holds that a site that lies there is said to have the PDFs that it was built with, whatever others were before.
func TestPDFsAreCounted(t *testing.T) {
	notShort(t)
	dir := goldenFolder(t)
	o := Options{Dir: dir, Now: today(t), Version: "test", ahead: time.Hour}
	for i, with := range []bool{true, true, false, false, true, true} {
		did, r, _ := visit(t, o, BuildOptions{Force: true, PDF: with})
		if did == "load" != (i%2 == 0) || r.PDFs > 0 != with {
			t.Errorf("build %d, PDFs %v: %s, %d PDFs", i+1, with, did, r.PDFs)
		}
	}
}

// TestChangedMeanwhile holds that what is remembered of files that changed while
// they were read, and changed back, is true of them: the next site is that of a first visit.
func TestChangedMeanwhile(t *testing.T) {
	for _, file := range []string{"content/sheets/short-entry/index.de.md", "content/vocabulary/glossary.yaml"} {
		dir := goldenFolder(t)
		o := Options{Dir: dir, Now: today(t), Version: "test"}
		text := string(golden(t)[file].Data)
		v, err := NewVisit(o)
		if err != nil {
			t.Fatal(err)
		}
		write(t, dir, file, strings.NewReplacer("Nur der Titel", "Alles", "Ehrenamt", "Amt").Replace(text)+"\n# Mehr.\n")
		if _, err := v.Build(BuildOptions{Force: true}); err != nil {
			t.Fatal(err)
		}
		v.Close()
		write(t, dir, file, text)
		visit(t, o, BuildOptions{Force: true})
		fresh := filepath.Join(t.TempDir(), "public")
		os.RemoveAll(filepath.Join(dir, ".praxisblatt"))
		visit(t, o, BuildOptions{Force: true, Out: fresh})
		same(t, filepath.Join(dir, "public"), fresh)
	}
}

// TestVisitElsewhere holds that a file which was read outside of the watched folders, such as a font, is watched from then on.
func TestVisitElsewhere(t *testing.T) {
	dir := goldenFolder(t)
	const font = "fonts/mine.ttf"
	write(t, dir, font, "one")
	o := Options{Dir: dir, Now: today(t), Version: "test"}
	known := func() bool {
		t.Helper()
		v, _ := begin(t, o)
		defer v.Close()
		if _, err := fs.ReadFile(v.files, font); err != nil {
			t.Fatal(err)
		}
		return v.loaded == nil
	}
	known()
	known()
	if !known() {
		t.Error("nothing has changed, and the catalogue is read again")
	}
	write(t, dir, font, "two")
	if known() {
		t.Error("another font is not noticed")
	}
}

// same compares two folders.
func same(t *testing.T, got, want string) {
	t.Helper()
	a, b := os.DirFS(got), os.DirFS(want)
	if x, y := listed(t, a), listed(t, b); x != y {
		t.Errorf("%s holds\n%s\n%s\n%s", got, x, want, y)
	}
}

// listed is every file of a folder with the sum of its bytes.
func listed(t *testing.T, files fs.FS) string {
	t.Helper()
	var b strings.Builder
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(files, name)
		fmt.Fprintf(&b, "%x %s\n", sha256.Sum256(data), name)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}
