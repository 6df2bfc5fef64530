package inputs

import (
	"crypto/sha256"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"sync"
	"time"
)

// Files are those of a root, of which a snapshot has been taken: folders list what was seen then, so that what is read is
// what the sums are of, and the system is not asked twice. What lies elsewhere is as it is now.
type Files struct {
	fs.FS
	seen   *Snapshot
	mu     sync.Mutex
	opened map[string]bool
}

// Files returns the files that a snapshot was taken of.
func (s *Snapshot) Files(files fs.FS) *Files {
	return &Files{FS: files, seen: s, opened: map[string]bool{}}
}

// Open opens a file, and notes that it was not the snapshot who read it.
func (f *Files) Open(name string) (fs.File, error) {
	f.note(name)
	return f.FS.Open(name)
}

func (f *Files) note(name string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.opened[name] = true
}

// ReadFile reads a file. One that is what the snapshot read need not be looked at again.
func (f *Files) ReadFile(name string) ([]byte, error) {
	data, err := fs.ReadFile(f.FS, name)
	if _, sum, ok := f.seen.File(name); err != nil || !ok || sum != sha256.Sum256(data) {
		f.note(name)
	}
	return data, err
}

// ReadDir returns what a folder held.
func (f *Files) ReadDir(name string) ([]fs.DirEntry, error) {
	if !f.seen.covers(name) {
		return fs.ReadDir(f.FS, name)
	}
	all := f.seen.files
	if at := f.seen.known()[name]; at == nil || !at.folder {
		return fs.ReadDir(f.FS, name) // which says what is wrong with that
	}
	from, _ := slices.BinarySearchFunc(all, name, func(a file, name string) int { return compare(a.path, name) })
	var entries []fs.DirEntry
	for i := from + 1; i < len(all) && isIn(all[i].path, name); i++ {
		if strings.IndexByte(all[i].path[len(name)+1:], '/') < 0 {
			entries = append(entries, fs.FileInfoToDirEntry(info{&all[i]}))
		}
	}
	return entries, nil
}

// Stat returns what a file was like.
func (f *Files) Stat(name string) (fs.FileInfo, error) {
	if at := f.seen.known()[name]; at != nil {
		return info{at}, nil
	}
	return fs.Stat(f.FS, name)
}

// covers reports whether a snapshot has all that lies at a path.
func (s *Snapshot) covers(name string) bool {
	return slices.ContainsFunc(s.names, func(n string) bool { return isIn(name, n) })
}

// info is what a snapshot knows of a file.
type info struct{ *file }

func (i info) Name() string       { return path.Base(i.path) }
func (i info) Size() int64        { return i.size }
func (i info) ModTime() time.Time { return time.Unix(0, i.mtime) }
func (i info) IsDir() bool        { return i.folder }
func (i info) Sys() any           { return nil }

func (i info) Mode() fs.FileMode {
	if i.folder {
		return fs.ModeDir | 0o755
	}
	return 0o644
}

// Opened returns what was opened, in no order.
func (f *Files) Opened() []string {
	f.mu.Lock()
	defer f.mu.Unlock()
	return slices.Collect(maps.Keys(f.opened))
}

// Same reports whether every file that was opened still is what the snapshot's sum is of. What came and went meanwhile
// makes no difference: it was not read.
func (f *Files) Same(root *os.Root) bool {
	names := slices.DeleteFunc(f.Opened(), func(name string) bool { return !f.seen.covers(name) })
	now, err := Take(root, names, f.seen)
	if err != nil {
		return false
	}
	for _, name := range names {
		was, is := f.seen.known()[name], now.known()[name]
		if was == nil && is == nil || was != nil && is != nil && was.folder == is.folder && was.sum == is.sum {
			continue
		}
		return false
	}
	return true
}
