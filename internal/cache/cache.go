// Package cache keeps on disk what was dear to make, named by all that it was made of. It is
// a convenience: what is missing, damaged or can't be read is made anew, and what can't be
// written is made anew the next time. Nothing of it is ever an error.
package cache

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
	"slices"
	"sync"
)

// A Folder holds results, one a file: a sum of key and content, then the content. A nil Folder keeps nothing. It is
// safe for concurrent use.
type Folder struct {
	dir   string
	owner []byte
	used  sync.Map // names
}

// New returns the cache in a folder, which is made when there is something to keep. The owner is part of every key: what
// others have put there is not found.
func New(dir, owner string) *Folder { return &Folder{dir: dir, owner: []byte(owner)} }

// Bytes returns what make makes. The key has everything that this depends on, options and
// version of the maker included.
func (f *Folder) Bytes(make func() ([]byte, error), key ...[]byte) ([]byte, error) {
	if f == nil {
		return make()
	}
	sum := sumOf(slices.Concat(key, [][]byte{f.owner})...)
	name := hex.EncodeToString(sum[:])
	f.used.Store(name, true)
	if data, ok := f.read(name, sum[:]); ok {
		return data, nil
	}
	data, err := make()
	if err == nil {
		f.write(name, sum[:], data)
	}
	return data, err
}

// sumOf stands for several texts; where one ends and the next begins is part of it.
func sumOf(parts ...[]byte) [sha256.Size]byte {
	h := sha256.New()
	for _, p := range parts {
		h.Write(binary.BigEndian.AppendUint64(nil, uint64(len(p))))
		h.Write(p)
	}
	return [sha256.Size]byte(h.Sum(nil))
}

func (f *Folder) read(name string, key []byte) ([]byte, bool) {
	file, err := ReadFile(filepath.Join(f.dir, name))
	if err != nil || len(file) < sha256.Size {
		return nil, false
	}
	data := file[sha256.Size:]
	return data, [sha256.Size]byte(file) == sumOf(key, data)
}

func (f *Folder) write(name string, key, data []byte) {
	_ = Replace(filepath.Join(f.dir, name), func(w io.Writer) error {
		sum := sumOf(key, data)
		_, err := w.Write(append(sum[:], data...))
		return err
	})
}

// Prune removes results that were not asked for since New. What has another name than they have is somebody else's: where the
// folder is a link, it may lead anywhere.
func (f *Folder) Prune() {
	if f == nil {
		return
	}
	entries, _ := os.ReadDir(f.dir) // what can't be listed stays
	for _, e := range entries {
		if _, used := f.used.Load(e.Name()); !used && e.Type().IsRegular() && isName(e.Name()) {
			os.Remove(filepath.Join(f.dir, e.Name()))
		}
	}
}

// isName reports whether a file is called as results are.
func isName(name string) bool {
	sum, err := hex.DecodeString(name)
	return err == nil && len(sum) == sha256.Size
}
