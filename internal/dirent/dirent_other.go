//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package dirent

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

func read(folder *os.File) ([]Entry, error) {
	infos, err := folder.Readdir(-1)
	slices.SortFunc(infos, func(a, b fs.FileInfo) int { return strings.Compare(a.Name(), b.Name()) })
	all := make([]Entry, len(infos))
	for i, info := range infos {
		all[i] = entry(info)
	}
	return all, err
}

func lstat(folder *os.File, name string) (Entry, error) {
	info, err := os.Lstat(filepath.Join(folder.Name(), name))
	if err != nil {
		return Entry{}, err
	}
	return entry(info), nil
}

func entry(info fs.FileInfo) Entry {
	return Entry{Name: info.Name(), Mode: info.Mode(), Size: info.Size(), Mtime: info.ModTime().UnixNano()}
}
