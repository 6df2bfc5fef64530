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
	var l listing
	_, err := l.add(root, ".")
	byPath := func(a, b found) int { return strings.Compare(a.path, b.path) }
	slices.SortFunc(l.leaves, byPath)
	slices.SortFunc(l.folders, byPath)
	return l, err
}

// batch bounds how many names of one folder are held at a time.
const batch = 1024

func (l *listing) add(root *os.Root, dir string) (count int, err error) {
	f, err := root.Open(dir)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	for {
		infos, err := f.Readdir(batch)
		for _, info := range infos {
			if err := l.put(root, dir, info); err != nil {
				return 0, err
			}
		}
		count += len(infos)
		if errors.Is(err, io.EOF) {
			return count, nil
		}
		if err != nil {
			return 0, err
		}
	}
}

func (l *listing) put(root *os.Root, dir string, info fs.FileInfo) error {
	it := found{path.Join(dir, info.Name()), info.Mode(), info.Size(), info.ModTime().UnixNano()}
	if !info.IsDir() {
		l.leaves = append(l.leaves, it)
		return nil
	}
	l.folders = append(l.folders, it)
	count, err := l.add(root, it.path)
	if count == 0 {
		l.leaves = append(l.leaves, it)
	}
	return err
}

// dotted reports whether a path begins with a dot: all below is the user's.
func dotted(path string) bool { return path[0] == '.' }
