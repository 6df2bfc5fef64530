package cache

import (
	"errors"
	"io"
	"os"
	"path/filepath"
)

// Unfinished ends the names of files that are being written.
const Unfinished = ".tmp"

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
