package search

import (
	"archive/zip"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"strings"
	"sync"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/cache"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
)

// Kept is the files of an index that outlives the program, in one archive: a key
// that says of what it was made, the name of the manifest, and a sum of both and of what
// the archive holds stand in its comment.
type Kept struct {
	Manifest string

	path  string
	key   func() string
	build func(output.Sink) (manifest string, err error)

	mu     sync.Mutex
	files  map[string]*zip.File
	memory *output.Memory // of an index that was made just now; files and archive are nil
	close  func() error
}

// Keep opens the archive at a path if it was made under the same key. Otherwise, and
// whenever it turns out to be damaged, the index is built and kept there, unless the key has
// changed meanwhile or is "". Where that folder can't be written, it is built
// each time. Close it after use.
func Keep(path string, key func() string, build func(output.Sink) (manifest string, err error)) (*Kept, error) {
	k := &Kept{path: path, key: key, build: build, close: func() error { return nil }}
	now := key()
	if archive, err := openArchive(path); err == nil {
		if made, manifest, _ := strings.Cut(archive.Comment, " "); now != "" && made == now {
			contents := newContents()
			k.files = make(map[string]*zip.File, len(archive.File))
			for _, f := range archive.File {
				k.files[f.Name] = f
				contents.add(f.Name, f.CRC32, int(f.UncompressedSize64))
			}
			manifest, sum, _ := strings.Cut(manifest, " ")
			if sum == contents.sum(now, manifest) {
				k.Manifest, k.close = manifest, archive.Close
				return k, nil
			}
		}
		archive.Close()
	}
	return k, k.rebuild(now)
}

func openArchive(path string) (*zip.ReadCloser, error) {
	if !cache.Regular(path) {
		return nil, fs.ErrNotExist
	}
	return zip.OpenReader(path)
}

// Close lets go of the archive.
func (k *Kept) Close() error { return k.close() }

// Read returns a file by its path in the site.
func (k *Kept) Read(path string) ([]byte, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.memory == nil {
		f := k.files[path]
		if f == nil {
			return nil, fs.ErrNotExist
		}
		if data, err := unpack(f); err == nil {
			return data, nil
		}
		if err := k.rebuild(k.key()); err != nil {
			return nil, err
		}
	}
	if data, ok := k.memory.Bytes(path); ok {
		return data, nil
	}
	return nil, fs.ErrNotExist
}

// unpack reads a file to its end, where the archive's checksum is compared.
func unpack(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(r)
}

func (k *Kept) rebuild(key string) (err error) {
	files := &output.Memory{}
	if k.Manifest, err = k.build(files); err != nil {
		return err
	}
	if err := k.close(); err != nil {
		return err
	}
	k.memory, k.files, k.close = files, nil, func() error { return nil }
	if key == "" || k.key() != key {
		return nil
	}
	// The answers are the same without the archive, so a folder that nobody may
	// write to, or a full disk, only costs the next call its time.
	if err := cache.Replace(k.path, func(w io.Writer) error { return k.pack(key, w, files) }); err != nil && !errors.As(err, new(*fs.PathError)) && !errors.As(err, new(*os.LinkError)) {
		return err
	}
	return nil
}

func (k *Kept) pack(key string, to io.Writer, files *output.Memory) error {
	w, contents := zip.NewWriter(to), newContents()
	for f := range files.All() {
		contents.add(f.Path, crc32.ChecksumIEEE(f.Bytes), len(f.Bytes))
		part, err := w.CreateHeader(&zip.FileHeader{Name: f.Path, Method: zip.Store})
		if err != nil {
			return err
		}
		if _, err := part.Write(f.Bytes); err != nil {
			return err
		}
	}
	if err := w.SetComment(key + " " + k.Manifest + " " + contents.sum(key, k.Manifest)); err != nil {
		return err
	}
	return w.Close()
}

// contents stands for what an archive holds: its own checksums are of the files, not of
// their names, nor of which there are.
type contents struct{ hash.Hash }

func newContents() contents { return contents{sha256.New()} }

func (c contents) add(name string, sum uint32, size int) {
	fmt.Fprintf(c, "%q %d %d\n", name, sum, size)
}

func (c contents) sum(key, manifest string) string {
	fmt.Fprintf(c, "%q %q\n", key, manifest)
	return hex.EncodeToString(c.Sum(nil))
}
