package site

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// maxFile is the size in bytes of a file of a catalogue that is read, whatever it is read for: what is read is in memory as a whole.
const maxFile = 32 << 20

var errTooLarge = errors.New("more than 32 MiB")

// regular is a catalogue's folder of which folders and regular files are opened alone, and none that is too large: a pipe would keep
// whoever opens it, and a device never ends.
type regular struct{ root *os.Root }

// Open opens a file, without waiting for who writes to it.
func (r regular) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	f, err := r.root.OpenFile(name, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	switch {
	case err != nil:
	case !info.IsDir() && !info.Mode().IsRegular():
		err = &fs.PathError{Op: "open", Path: name, Err: errors.New(info.Mode().Type().String())}
	case info.Mode().IsRegular() && info.Size() > maxFile:
		err = &fs.PathError{Op: "open", Path: name, Err: errTooLarge}
	default:
		return f, nil
	}
	f.Close()
	return nil, err
}

// Stat returns what a file is like, of whatever kind.
func (r regular) Stat(name string) (fs.FileInfo, error) { return fs.Stat(r.root.FS(), name) }
