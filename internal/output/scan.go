package output

import (
	"io/fs"
	"iter"
	"os"
	"slices"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/dirent"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/parallel"
)

// found is one thing that lies in a folder.
type found struct {
	path  string
	mode  fs.FileMode
	size  int64
	mtime int64
	was   *entry // what the manifest says of it that it was listed with
}

// A listing is what lies in a folder, at any depth, in no order.
type listing struct {
	inside  []inside
	folders []found // all folders below, each before what it holds
}

// inside is what lies in one folder.
type inside struct {
	folder  found
	prefix  string         // of the paths
	entries []dirent.Entry // by name
	was     []*entry       // of each; nil where it was listed without a manifest
}

// list reads a folder without following a link. m may be nil.
func list(root *os.Root, m *files) (listing, error) {
	return walk(root, m, dirent.Read)
}

// listNames is list without sizes and times, of which nothing need be asked for.
func listNames(root *os.Root, m *files) (listing, error) {
	return walk(root, m, func(f *os.File) ([]dirent.Entry, error) {
		entries, err := f.ReadDir(-1)
		all := make([]dirent.Entry, len(entries))
		for i, e := range entries {
			all[i] = dirent.Entry{Name: e.Name(), Mode: e.Type()}
		}
		slices.SortFunc(all, func(a, b dirent.Entry) int { return strings.Compare(a.Name, b.Name) })
		return all, err
	})
}

// walk reads all folders of one depth at a time, side by side. read tells what lies in one by name, as the manifest does: with
// another order a file of ours would be taken for the user's.
func walk(root *os.Root, m *files, read func(*os.File) ([]dirent.Entry, error)) (listing, error) {
	var l listing
	for level := []found{{path: "."}}; len(level) > 0; {
		below := make([]inside, len(level))
		err := parallel.Few(len(level), func(i int) (err error) {
			below[i], err = readFolder(root, level[i], m, read)
			return err
		})
		if err != nil {
			return listing{}, err
		}
		level = nil
		for _, in := range below {
			for i, e := range in.entries {
				if e.Mode.IsDir() {
					level = append(level, in.found(i))
				}
			}
		}
		l.inside = append(l.inside, below...)
		l.folders = append(l.folders, level...)
	}
	return l, nil
}

func readFolder(root *os.Root, folder found, m *files, read func(*os.File) ([]dirent.Entry, error)) (inside, error) {
	in := inside{folder: folder}
	f, err := root.Open(folder.path)
	if err != nil {
		return in, err
	}
	defer f.Close()
	if folder.path != "." {
		in.prefix = folder.path + "/"
	}
	in.entries, err = read(f)
	if m == nil {
		return in, err
	}
	in.was = make([]*entry, len(in.entries))
	known := m.folders[folder.path]
	for i, e := range in.entries {
		for len(known) > 0 && known[0].path[len(in.prefix):] < e.Name {
			known = known[1:]
		}
		if len(known) > 0 && known[0].path[len(in.prefix):] == e.Name {
			in.was[i] = known[0]
		}
	}
	return in, err
}

func (in inside) found(i int) found {
	e := in.entries[i]
	f := found{mode: e.Mode, size: e.Size, mtime: e.Mtime}
	if in.was != nil {
		f.was = in.was[i]
	}
	if f.was != nil {
		f.path = f.was.path
	} else {
		f.path = in.prefix + e.Name
	}
	return f
}

// leaves are all that holds nothing: files, links, pipes, empty folders.
func (l listing) leaves() iter.Seq[found] {
	return func(yield func(found) bool) {
		for _, in := range l.inside {
			if len(in.entries) == 0 && in.folder.path != "." && !yield(in.folder) {
				return
			}
			for i, e := range in.entries {
				if !e.Mode.IsDir() && !yield(in.found(i)) {
					return
				}
			}
		}
	}
}

// dotted reports whether a path begins with a dot: all below is the user's.
func dotted(path string) bool { return path[0] == '.' }
