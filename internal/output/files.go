package output

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"strings"
	"sync/atomic"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/parallel"
)

// An entry is what is known of one file that is ours.
type entry struct {
	path   string
	folds  bool // the path is not what [Fold] makes of it
	size   int64
	mtime  int64       // nanoseconds since 1970
	inputs Inputs      // what the bytes on disk were made of; zero where that is not known
	sure   bool        // the bytes on disk are those that a build wrote
	here   bool        // lay in the folder when it was opened
	taken  atomic.Bool // is part of the site that is being written
	state  state
}

// state says what becomes of a file in this build.
type state byte

const (
	idle   state = iota // nobody has written it yet
	kept                // written, and the same bytes lie there
	staged              // written, and its bytes lie in the stage
	gone                // ours, and no longer part of the site
)

// name gives an entry its path.
func (e *entry) name(path string) *entry {
	e.path, e.folds = path, !plain(path) && Fold(path) != path
	return e
}

// Files are the entries of a site. Those that a manifest named stay in its order, which is that of folders when they are
// listed and filled: of a hundred thousand none need be looked for. A nil one has no entries.
type files struct {
	sorted  []*entry            // by folder, then by name
	folders map[string][]*entry // the parts of sorted
	since   map[string]*entry   // what was added to them, by path
}

// split cuts a path into its folder, "." at the top, and its name there.
func split(path string) (dir, name string) {
	if i := strings.LastIndexByte(path, '/'); i >= 0 {
		return path[:i], path[i+1:]
	}
	return ".", path
}

// comparePaths compares paths by folder, then by name.
func comparePaths(a, b string) int {
	dirA, nameA := split(a)
	dirB, nameB := split(b)
	return cmp.Or(strings.Compare(dirA, dirB), strings.Compare(nameA, nameB))
}

// newFiles takes entries that are in order.
func newFiles(sorted []*entry) *files {
	f := &files{sorted: sorted, since: map[string]*entry{}}
	f.index()
	return f
}

func (f *files) index() {
	f.folders = map[string][]*entry{}
	for from := 0; from < len(f.sorted); {
		dir, _ := split(f.sorted[from].path)
		to := from + 1
		for to < len(f.sorted) && isIn(f.sorted[to].path, dir) {
			to++
		}
		f.folders[dir] = f.sorted[from:to:to]
		from = to
	}
}

// isIn reports whether a file lies in a folder, not below it.
func isIn(path, dir string) bool { is, _ := split(path); return is == dir }

func (f *files) len() int { return len(f.sorted) + len(f.since) }

// all yields the entries, in no order.
func (f *files) all() iter.Seq[*entry] {
	return func(yield func(*entry) bool) {
		if f == nil {
			return
		}
		for _, e := range f.sorted {
			if !yield(e) {
				return
			}
		}
		for _, e := range f.since {
			if !yield(e) {
				return
			}
		}
	}
}

// find returns the entry of a path, nil where there is none.
func (f *files) find(path string) *entry {
	if f == nil {
		return nil
	}
	if e := f.since[path]; e != nil {
		return e
	}
	if in, i, found := f.at(path); found {
		return in[i]
	}
	return nil
}

func (f *files) at(path string) (in []*entry, i int, found bool) {
	dir, _ := split(path)
	in = f.folders[dir]
	i, found = slices.BinarySearchFunc(in, path, func(e *entry, path string) int { return strings.Compare(e.path, path) })
	return in, i, found
}

// put adds an entry, or puts it in the place of the one of its path.
func (f *files) put(e *entry) {
	if in, i, found := f.at(e.path); found {
		in[i] = e
		return
	}
	f.since[e.path] = e
}

// drop takes entries away.
func (f *files) drop(which func(*entry) bool) {
	if f == nil {
		return
	}
	maps.DeleteFunc(f.since, func(_ string, e *entry) bool { return which(e) })
	if slices.ContainsFunc(f.sorted, which) {
		f.sorted = slices.DeleteFunc(f.sorted, which)
		f.index()
	}
}

// ordered are all entries, by folder, then by name.
func (f *files) ordered() []*entry {
	since := map[string][]*entry{}
	for _, e := range f.since {
		dir, _ := split(e.path)
		since[dir] = append(since[dir], e)
	}
	folders := maps.Clone(f.folders)
	maps.Copy(folders, since)
	dirs := slices.Sorted(maps.Keys(folders))
	parallel.Do(len(dirs), func(i int) {
		slices.SortFunc(since[dirs[i]], func(a, b *entry) int { return strings.Compare(a.path, b.path) })
	})
	all := make([]*entry, 0, f.len())
	for _, dir := range dirs {
		all = merge(all, f.folders[dir], since[dir])
	}
	return all
}

// merge appends the entries of one folder, in order.
func merge(all, a, b []*entry) []*entry {
	for len(a) > 0 && len(b) > 0 {
		if a[0].path < b[0].path {
			all, a = append(all, a[0]), a[1:]
		} else {
			all, b = append(all, b[0]), b[1:]
		}
	}
	return append(append(all, a...), b...)
}

// byInputs tells which files that lie in the folder were made of what.
func (f *files) byInputs() map[Inputs]*entry {
	made := make(map[Inputs]*entry, f.len())
	for e := range f.all() {
		if e.inputs != (Inputs{}) && e.here && e.sure {
			made[e.inputs] = e
		}
	}
	return made
}
