package site

import (
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"
)

// noting is a catalogue's files with a note of what was asked for outside of the
// folders that a visit watches anyway, such as a font or a picture elsewhere.
type noting struct {
	files fs.FS
	mu    sync.Mutex
	names map[string]bool
}

func newNoting(files fs.FS) *noting { return &noting{files: files, names: map[string]bool{}} }

func (n *noting) note(name string) {
	name = path.Clean(name)
	if name == "." || touches(watched, name) {
		return
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	n.names[name] = true
}

// Open opens a file.
func (n *noting) Open(name string) (fs.File, error) {
	n.note(name)
	return n.files.Open(name)
}

// ReadFile reads a file.
func (n *noting) ReadFile(name string) ([]byte, error) {
	n.note(name)
	return fs.ReadFile(n.files, name)
}

// ReadDir returns what a folder holds.
func (n *noting) ReadDir(name string) ([]fs.DirEntry, error) {
	n.note(name)
	return fs.ReadDir(n.files, name)
}

// Stat returns what a file is like.
func (n *noting) Stat(name string) (fs.FileInfo, error) {
	n.note(name)
	return fs.Stat(n.files, name)
}

// others returns what was asked for elsewhere, sorted.
func (n *noting) others() []string {
	n.mu.Lock()
	defer n.mu.Unlock()
	return slices.DeleteFunc(slices.Sorted(maps.Keys(n.names)), func(name string) bool { return strings.HasPrefix(name, "..") })
}
