package output

import (
	"bytes"
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
	made  map[Inputs]string // paths by what files were made of, where that is known
	last  *Memory
}

// Next returns a memory for a later build, which can retain files of this one. It is done when that build is settled.
func (m *Memory) Next() *Memory { return &Memory{last: m} }

// Settle ends a build: nothing more is retained of the one before, and its other files are forgotten.
func (m *Memory) Settle() { m.last = nil }

// Write keeps a copy of a file. Errors are those of [Site.Write] that concern paths.
func (m *Memory) Write(f File) error {
	if err := Valid(f.Path); err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.names.take(f.Path, m.written); err != nil {
		return err
	}
	m.put(f.Path, bytes.Clone(f.Bytes), f.Inputs)
	return nil
}

// written reports whether a path is one of the site's already.
func (m *Memory) written(path string) bool { _, ok := m.files[path]; return ok }

func (m *Memory) put(path string, data []byte, made Inputs) {
	if m.files == nil {
		m.files, m.made = make(map[string][]byte), make(map[Inputs]string)
	}
	m.files[path] = data
	if made != (Inputs{}) {
		m.made[made] = path
	}
}

// retain is [Retain]: of a file of the build before.
func (m *Memory) retain(inputs Inputs) (path string, ok bool) {
	if m.last == nil {
		return "", false
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	path, ok = m.last.made[inputs]
	if !ok || m.names.take(path, m.written) != nil {
		return "", false
	}
	m.put(path, m.last.files[path], inputs)
	return path, true
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

// names remembers the paths that folding changes, which are few, by what it makes of them.
type names map[string]string

// take notes a path that is to be written, unless it or one that differs only by case was written
// before, of which written tells those that are folded already.
func (n *names) take(path string, written func(path string) bool) error {
	fold := Fold(path)
	twin, found := (*n)[fold]
	if written(fold) {
		twin, found = fold, true
	}
	if found {
		return &Error{Kind: KindTwice, Path: path, Names: []string{twin}}
	}
	if fold != path {
		if *n == nil {
			*n = names{}
		}
		(*n)[fold] = path
	}
	return nil
}
