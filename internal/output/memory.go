package output

import (
	"bytes"
	"cmp"
	"iter"
	"maps"
	"slices"
	"sync"
)

// Memory is a sink that keeps what is written. The zero value is empty and
// ready for use.
type Memory struct {
	mu    sync.RWMutex
	files map[string][]byte
	names names
}

// Write keeps a copy of a file. Errors are those of [Site.Write] that concern paths.
func (m *Memory) Write(f File) error {
	if err := Valid(f.Path); err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.names.take(f.Path); err != nil {
		return err
	}
	if m.files == nil {
		m.files = make(map[string][]byte)
	}
	m.files[f.Path] = bytes.Clone(f.Bytes)
	return nil
}

// Bytes returns the bytes of a file, not to be changed.
func (m *Memory) Bytes(path string) ([]byte, bool) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	data, ok := m.files[path]
	return data, ok
}

// All yields the files in the order of their paths.
func (m *Memory) All() iter.Seq[File] {
	return func(yield func(File) bool) {
		m.mu.RLock()
		paths := slices.Sorted(maps.Keys(m.files))
		m.mu.RUnlock()
		for _, path := range paths {
			if data, _ := m.Bytes(path); !yield(File{Path: path, Bytes: data}) {
				return
			}
		}
	}
}

// names remembers which paths were written.
type names struct {
	exact  map[string]bool
	folded map[string]string // only of paths that folding changes, which are few
}

// take notes a path, unless it or one that differs only by case was taken before.
func (n *names) take(path string) error {
	if n.exact == nil {
		n.exact, n.folded = make(map[string]bool), make(map[string]string)
	}
	fold := Fold(path)
	twin, found := n.folded[fold]
	if n.exact[fold] {
		twin, found = fold, true
	}
	if found || n.exact[path] {
		return &Error{Kind: KindTwice, Path: path, Names: []string{cmp.Or(twin, path)}}
	}
	n.exact[path] = true
	if fold != path {
		n.folded[fold] = path
	}
	return nil
}
