package site

import (
	"io/fs"
	"maps"
	"path"
	"strings"
	"sync"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/check"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/picture"
)

// kept is a catalogue's files with a memory of what folders hold, what
// files are like and what is wrong with pictures, so that reading a catalogue anew asks the disk for what has
// changed and nothing else. Somebody has to tell it what that is.
type kept struct {
	files  fs.FS
	mu     sync.Mutex
	lists  map[string]listing
	infos  map[string]info
	faults map[string]fault
}

type listing struct {
	entries []fs.DirEntry
	err     error
}

type info struct {
	fs.FileInfo
	err error
}

// A fault is what is wrong with a picture.
type fault struct {
	*picture.Fault
	err error
}

func keep(files fs.FS) *kept {
	return &kept{files: files, lists: map[string]listing{}, infos: map[string]info{}, faults: map[string]fault{}}
}

// Open opens a file, which is never remembered.
func (k *kept) Open(name string) (fs.File, error) { return k.files.Open(name) }

// ReadDir returns what a folder holds.
func (k *kept) ReadDir(name string) ([]fs.DirEntry, error) {
	l := askedOnce(k, k.lists, name, func() (l listing) {
		l.entries, l.err = fs.ReadDir(k.files, name)
		return l
	})
	return l.entries, l.err
}

// Stat returns what a file is like.
func (k *kept) Stat(name string) (fs.FileInfo, error) {
	i := askedOnce(k, k.infos, name, func() (i info) {
		i.FileInfo, i.err = fs.Stat(k.files, name)
		return i
	})
	return i.FileInfo, i.err
}

// fault returns what is wrong with a picture.
func (k *kept) fault(name string) (*picture.Fault, error) {
	f := askedOnce(k, k.faults, name, func() (f fault) {
		f.Fault, f.err = check.FaultOf(k.files, name)
		return f
	})
	return f.Fault, f.err
}

// askedOnce returns what is known by a name, and asks only once. The disk is asked without the lock.
func askedOnce[T any](k *kept, known map[string]T, name string, ask func() T) T {
	k.mu.Lock()
	v, ok := known[name]
	k.mu.Unlock()
	if !ok {
		v = ask()
		k.mu.Lock()
		known[name] = v
		k.mu.Unlock()
	}
	return v
}

// forget drops what is known of paths, of all below them, and of the folders
// that they lie in.
func (k *kept) forget(changed []string) {
	k.mu.Lock()
	defer k.mu.Unlock()
	for _, p := range changed {
		delete(k.lists, path.Dir(p))
	}
	maps.DeleteFunc(k.lists, func(name string, _ listing) bool { return touches(changed, name) })
	maps.DeleteFunc(k.infos, func(name string, _ info) bool { return touches(changed, name) })
	maps.DeleteFunc(k.faults, func(name string, _ fault) bool { return touches(changed, name) })
}

// touches reports whether a path is one of those that have changed, or lies below one.
func touches(changed []string, name string) bool {
	for _, p := range changed {
		if p == "." || name == p || strings.HasPrefix(name, p+"/") {
			return true
		}
	}
	return false
}
