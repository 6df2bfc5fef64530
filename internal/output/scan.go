package output

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
)

// found is one thing that lies in a folder.
type found struct {
	path  string
	mode  fs.FileMode
	size  int64
	mtime int64
}

// A listing is what lies in a folder, at any depth, in the order of the paths.
type listing struct {
	leaves  []found // all that holds nothing: files, links, pipes, empty folders
	folders []found // all folders below, each before what it holds
}

// list reads a folder without following a link.
func list(root *os.Root) (listing, error) {
	return walk(root, func(f *os.File) ([]found, error) {
		infos, err := f.Readdir(batch)
		all := make([]found, len(infos))
		for i, info := range infos {
			all[i] = found{info.Name(), info.Mode(), info.Size(), info.ModTime().UnixNano()}
		}
		return all, err
	})
}

// listNames is list without sizes and times, of which nothing need be asked for.
func listNames(root *os.Root) (listing, error) {
	return walk(root, func(f *os.File) ([]found, error) {
		entries, err := f.ReadDir(batch)
		all := make([]found, len(entries))
		for i, e := range entries {
			all[i] = found{path: e.Name(), mode: e.Type()}
		}
		return all, err
	})
}

// batch bounds how many names of one folder are held at a time.
const batch = 1024

func walk(root *os.Root, read func(*os.File) ([]found, error)) (listing, error) {
	var l listing
	_, err := l.add(root, ".", read)
	byPath := func(a, b found) int { return strings.Compare(a.path, b.path) }
	slices.SortFunc(l.leaves, byPath)
	slices.SortFunc(l.folders, byPath)
	return l, err
}

func (l *listing) add(root *os.Root, dir string, read func(*os.File) ([]found, error)) (count int, err error) {
	f, err := root.Open(dir)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	for {
		some, err := read(f)
		for _, it := range some {
			it.path = path.Join(dir, it.path)
			if err := l.put(root, it, read); err != nil {
				return 0, err
			}
		}
		count += len(some)
		if errors.Is(err, io.EOF) {
			return count, nil
		}
		if err != nil {
			return 0, err
		}
	}
}

func (l *listing) put(root *os.Root, it found, read func(*os.File) ([]found, error)) error {
	if !it.mode.IsDir() {
		l.leaves = append(l.leaves, it)
		return nil
	}
	l.folders = append(l.folders, it)
	count, err := l.add(root, it.path, read)
	if count == 0 {
		l.leaves = append(l.leaves, it)
	}
	return err
}

// dotted reports whether a path begins with a dot: all below is the user's.
func dotted(path string) bool { return path[0] == '.' }
