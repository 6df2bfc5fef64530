package site

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// emptied takes away what a folder holds. The folder stays, by which what is remembered there is known to be one's own.
func emptied(t testing.TB, dir string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if err := os.RemoveAll(filepath.Join(dir, e.Name())); err != nil {
			t.Fatal(err)
		}
	}
}

// TestMemoryFromElsewhere holds that nothing is believed that came along with a catalogue, down to the last byte as this program
// would have written it: who commits a memory could say in it what hostile sheets were parsed to, or scripts bundled to.
func TestMemoryFromElsewhere(t *testing.T) {
	dir := goldenFolder(t)
	state := filepath.Join(dir, ".praxisblatt")
	if placeOf(state) == "" {
		t.Skip("the system does not tell one folder from another")
	}
	if visit := memoryOf(t, dir); visit.last || visit.parsed {
		t.Fatal("something is known before anything was built")
	}
	if visit := memoryOf(t, dir); !visit.last || !visit.parsed {
		t.Fatal("nothing is known of the last build")
	}
	was := texts(t, os.DirFS(state))
	put := func() {
		for name, text := range was {
			write(t, state, name, text)
		}
	}
	emptied(t, state)
	put()
	if visit := memoryOf(t, dir); !visit.last || !visit.parsed {
		t.Error("what is put back where it was is not believed")
	}
	if err := os.Rename(state, dir+".kept"); err != nil { // so that its number is not given again
		t.Fatal(err)
	}
	put()
	if visit := memoryOf(t, dir); visit.last || visit.parsed {
		t.Errorf("what was put elsewhere is believed: %+v", visit)
	}
	for name := range texts(t, os.DirFS(state)) {
		if _, asked := was[name]; asked && strings.HasPrefix(name, "pictures/") {
			t.Errorf("%s is believed", name)
		}
	}
}

// A known is what a visit knows of the last one.
type known struct{ last, parsed bool }

// memoryOf builds a catalogue, and tells what was known before.
func memoryOf(t *testing.T, dir string) (k known) {
	t.Helper()
	v, err := NewVisit(Options{Dir: dir, Now: today(t), Version: "test", ahead: time.Hour})
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	k.last = v.last != nil
	const path = "content/sheets/host-families/index.de.md"
	j, ok := jobOf(path)
	_, sum, seen := v.seen.File(path)
	if !ok || !seen {
		t.Fatal("there is no", path)
	}
	r := v.newReader()
	_, k.parsed = r.memory.book.Find(r.key(j, sum))
	if _, err := v.Build(BuildOptions{Force: true}); err != nil {
		t.Fatal(err)
	}
	return k
}
