package output

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"slices"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/parallel"
)

// found is one thing that lies in a folder.
type found struct {
	path  string
	mode  fs.FileMode
	size  int64
	mtime int64
}

// A listing is what lies in a folder, at any depth, in no order.
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

// walk reads all folders of one depth at a time, side by side.
func walk(root *os.Root, read func(*os.File) ([]found, error)) (listing, error) {
	var l listing
	for level := []found{{path: "."}}; len(level) > 0; {
		inside := make([][]found, len(level))
		err := parallel.Few(len(level), func(i int) (err error) {
			inside[i], err = readFolder(root, level[i].path, read)
			return err
		})
		if err != nil {
			return listing{}, err
		}
		many := 0
		for _, all := range inside {
			many += len(all)
		}
		l.leaves = slices.Grow(l.leaves, many)
		var next []found
		for i, all := range inside {
			if len(all) == 0 && level[i].path != "." {
				l.leaves = append(l.leaves, level[i])
			}
			for _, it := range all {
				if it.mode.IsDir() {
					next = append(next, it)
				} else {
					l.leaves = append(l.leaves, it)
				}
			}
		}
		l.folders = append(l.folders, next...)
		level = next
	}
	return l, nil
}

func readFolder(root *os.Root, dir string, read func(*os.File) ([]found, error)) ([]found, error) {
	f, err := root.Open(dir)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	prefix := dir + "/"
	if dir == "." {
		prefix = ""
	}
	var all []found
	for {
		some, err := read(f)
		for i := range some {
			some[i].path = prefix + some[i].path
		}
		all = append(all, some...)
		if errors.Is(err, io.EOF) {
			return all, nil
		}
		if err != nil {
			return nil, err
		}
	}
}

// dotted reports whether a path begins with a dot: all below is the user's.
func dotted(path string) bool { return path[0] == '.' }
