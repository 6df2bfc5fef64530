package inputs

import (
	"math/rand/v2"
	"slices"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/dirent"
)

// TestPartsOf holds that what is known of each thing in a folder is what a search would find, whatever a snapshot says.
func TestPartsOf(t *testing.T) {
	paths := []string{"", "/", "c", "c/", "c//", "c/0", "c/a", "c/a/", "c/a/b", "c/a/b/c", "c/a-b", "c/a-b/x", "c/a.b", "c/ä", "c/a\u0308", "c/\xff", "c/\xff/", "c/zz", "c-", "c-x/", "s"}
	slices.SortFunc(paths, compare)
	names := []string{"a", "a-b", "a.b", "a\u0308", "b", "z", "ä", "\xff"}
	random := rand.New(rand.NewPCG(5, 6))
	for range 3000 {
		s := newSnapshot()
		for _, path := range paths {
			if random.IntN(2) == 0 {
				s.files = append(s.files, file{path: path, folder: random.IntN(2) == 0})
			}
		}
		var entries []dirent.Entry
		for _, name := range names {
			if random.IntN(2) == 0 {
				entries = append(entries, dirent.Entry{Name: name})
			}
		}
		for i, p := range partsOf("c", entries, s.below("c")) {
			if path := "c/" + entries[i].Name; p.path != path || !slices.Equal(p.known, s.below(path)) {
				t.Fatalf("%q: %+v, not %+v", p.path, p.known, s.below(path))
			}
		}
	}
}
