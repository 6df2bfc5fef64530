package cache

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Unfinished ends the names of files that are being written.
const Unfinished = ".tmp"

// Regular reports whether a file lies at a path: no link, which in a catalogue from elsewhere could lead to anything, and no pipe or
// device, which may have no end.
func Regular(path string) bool {
	info, err := os.Lstat(path)
	return err == nil && info.Mode().IsRegular()
}

// ReadFile is [os.ReadFile] for what is [Regular].
func ReadFile(path string) ([]byte, error) {
	if !Regular(path) {
		return nil, &fs.PathError{Op: "read", Path: path, Err: fs.ErrNotExist}
	}
	return os.ReadFile(path)
}

// Replace puts a file in place when it is whole, since another process may read the old one. Its folder is made
// where it is absent. On an error the old file stays.
func Replace(path string, write func(io.Writer) error) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+"-*"+Unfinished)
	if err != nil {
		return err
	}
	err = errors.Join(write(f), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		os.Remove(f.Name())
	}
	return err
}
