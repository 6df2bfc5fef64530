package serve

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// TestSoak changes a catalogue that is served again and again, in all the ways that editors
// do, looks at every change, and holds that nothing piles up: goroutines, open files, memory.
func TestSoak(t *testing.T) {
	if testing.Short() {
		t.Skip("memory is counted without the race detector: make test does both")
	}
	dir := t.TempDir()
	write(t, dir, "site.yaml", settings)
	write(t, dir, file, sheet)
	r := start(t, dir)
	const warm = 60
	var before usage
	for n := range warm + rebuilds {
		r.soak(dir, n)
		if n == warm {
			before = used(t)
		}
	}
	after := used(t)
	t.Logf("after %d rebuilds %+v, before them %+v", rebuilds, after, before)
	if after.goroutines > before.goroutines+5 {
		t.Errorf("%d goroutines more", after.goroutines-before.goroutines)
	}
	if after.files > before.files+5 {
		t.Errorf("%d open files more", after.files-before.files)
	}
	if after.heap > before.heap*5/4+4<<20 {
		t.Errorf("%d kB of memory more", (after.heap-before.heap)>>10)
	}
}

// soak is the n-th change, and a look at it.
func (r *running) soak(dir string, n int) {
	text := fmt.Sprintf("Anlass %d.", n)
	page := r.url + "de/sheets/meeting.html"
	write(r.t, dir, file, strings.Replace(sheet, "Ein Anlass", text, 1))
	switch added := filepath.Join(dir, "content/sheets/added"); n % 20 {
	case 3:
		write(r.t, dir, "content/sheets/added/index.de.md", "---\ntitle: Dazu\n---\n")
		r.until(r.url+"de/sheets/added.html", "Dazu")
	case 4:
		r.must(os.RemoveAll(added))
	case 7: // a layout that fails, and its end
		write(r.t, dir, "layouts/sheet.html", `{{define "main"}}{{.Nothing}}{{end}}`)
		r.until(page, "nichts zeigen")
		r.must(os.Remove(filepath.Join(dir, "layouts/sheet.html")))
	case 11: // no catalogue
		r.must(os.Remove(filepath.Join(dir, "site.yaml")))
		r.until(page, "nichts zeigen")
		write(r.t, dir, "site.yaml", settings)
	case 13:
		r.until(r.url+"de/search.html", "<main")
		r.get(r.url + "assets/search/de/none.js")
	case 17:
		r.get(r.origin + Editors)
		r.get(r.origin + Editors + "/findings.json?page=/praxis/de/sheets/meeting.html")
		r.get(r.url + "catalogue.json")
	}
	r.until(page, text)
}

func (r *running) must(err error) {
	if err != nil {
		r.t.Fatal(err)
	}
}

// usage is what a process holds.
type usage struct {
	goroutines, files int
	heap              uint64 // bytes
}

func used(t *testing.T) usage {
	var m runtime.MemStats
	for range 3 { // what has a finalizer goes at the second, what that held at the third
		runtime.GC()
	}
	runtime.ReadMemStats(&m)
	u := usage{goroutines: runtime.NumGoroutine(), heap: m.HeapAlloc}
	if entries, err := os.ReadDir("/proc/self/fd"); err == nil {
		u.files = len(entries)
	} else {
		t.Log("open files were not counted: there is no /proc/self/fd")
	}
	return u
}
