package output

import (
	"fmt"
	"runtime"
	"testing"
)

// TestListNames holds that what lies in a folder is told by its manifest in whatever order the system lists it, with sizes and without.
func TestListNames(t *testing.T) {
	dir, m := t.TempDir(), newFiles(nil)
	ours, others := map[string]string{}, map[string]string{}
	for i := range 40 { // what is laid in forwards and backwards is in order for no system that lists by age
		for _, n := range []int{i, 99 - i} {
			ours[fmt.Sprintf("de/a-%02d.html", n)], others[fmt.Sprintf("de/a-%02d-of-mine", n)] = "ours", "the user's"
		}
	}
	ours["de/a/b"], ours["de-x/ä"] = "ours", "ours"
	if runtime.GOOS == "linux" { // elsewhere the first is the name of ours, and the second none
		others["de-x/a\u0308"], others["de/a-\xff"] = "the user's", "the user's"
	}
	lay(t, dir, ours)
	lay(t, dir, others)
	for path := range ours {
		m.put(new(entry).name(path))
	}
	m = newFiles(m.ordered())
	root := openRoot(t, dir)
	for name, read := range map[string]func() (listing, error){
		"list":      func() (listing, error) { return list(root, m) },
		"listNames": func() (listing, error) { return listNames(root, m) },
	} {
		l, err := read()
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for f := range l.leaves() {
			if n++; f.was != m.find(f.path) {
				t.Errorf("%s: %q was listed with %v", name, f.path, f.was)
			}
		}
		if n != len(ours)+len(others) {
			t.Errorf("%s: %d things lie there, not %d", name, n, len(ours)+len(others))
		}
	}
}
