package site

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestParseAhead holds that sheets and pages that were parsed while they were looked at are neither read nor parsed again,
// and that nothing is parsed ahead where the catalogue is none or another file has the name.
func TestParseAhead(t *testing.T) {
	dir := goldenFolder(t)
	o := Options{Dir: dir, Now: today(t), Version: "test"}
	want := checkVisit(t, o, func(v *Visit) {
		if v.book == nil || v.ahead.Load() == 0 {
			t.Error("nothing might have been parsed ahead")
		}
	})
	os.RemoveAll(filepath.Join(dir, ".praxisblatt"))
	o.eager = true
	got := checkVisit(t, o, func(v *Visit) {
		for path := range v.loaded.byPath() {
			_, sum, _ := v.seen.File(path)
			j, ok := jobOf(path)
			if _, known := v.book.Find(v.reader().key(j, sum)); !ok || !known || j.page != strings.Contains(path, "/pages/") {
				t.Errorf("%s was not parsed ahead: %+v", path, j)
			}
		}
		for _, name := range v.read.Opened() {
			if strings.HasSuffix(name, ".md") {
				t.Errorf("%s was read twice", name)
			}
		}
	})
	if got != want {
		t.Errorf("ahead is found\n%s\nnot\n%s", got, want)
	}
	for _, path := range []string{"content/sheets/index.de.md", "content/sheets/a/index.md", "content/packs/a/index.de.md", "content/sheets/a/b/index.de.md", "index.de.md"} {
		if j, ok := jobOf(path); ok {
			t.Errorf("%s is %+v", path, j)
		}
	}
	if err := os.Remove(filepath.Join(dir, "site.yaml")); err != nil {
		t.Fatal(err)
	}
	os.RemoveAll(filepath.Join(dir, ".praxisblatt"))
	v, err := NewVisit(o)
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	if _, err := v.Findings(); err == nil || v.book.Len() > 0 {
		t.Errorf("without a catalogue: %v", err)
	}
}
