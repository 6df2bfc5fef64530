package output

import (
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestFiles holds that entries are found, put, dropped and ordered as if they were in a map, whichever of them a manifest named.
func TestFiles(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	var paths []string
	for _, dir := range []string{"", "de/", "de/a/", "de-x/", "de.b/", "fr/"} {
		for _, name := range []string{"a", "b", "a-b", "a.b", "ä", "index.html"} {
			paths = append(paths, dir+name)
		}
	}
	for range 300 {
		model := map[string]*entry{}
		put := func(f *files) {
			for range random.IntN(len(paths)) {
				e := new(entry).name(paths[random.IntN(len(paths))])
				e.size = random.Int64N(3)
				if model[e.path] = e; f != nil {
					f.put(e)
				}
			}
		}
		put(nil)
		f := newFiles(slices.SortedFunc(maps.Values(model), func(a, b *entry) int { return comparePaths(a.path, b.path) }))
		put(f)
		small := func(e *entry) bool { return e.size == 0 }
		f.drop(small)
		maps.DeleteFunc(model, func(_ string, e *entry) bool { return small(e) })
		put(f)
		for _, path := range append(paths, "none", "de/none", "none/a", "de") {
			if f.find(path) != model[path] {
				t.Fatalf("%q is %v, not %v", path, f.find(path), model[path])
			}
		}
		want := slices.SortedFunc(maps.Values(model), func(a, b *entry) int { return comparePaths(a.path, b.path) })
		if got := f.ordered(); !slices.Equal(got, want) || f.len() != len(want) || len(slices.Collect(f.all())) != len(want) {
			t.Fatalf("%v, not %v", got, want)
		}
	}
	if (*files)(nil).find("a") != nil {
		t.Error("something is found in nothing")
	}
}
