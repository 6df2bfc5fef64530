package edit

import (
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path"
)

// Kind says why a file was left as it is, for whoever words the message.
type Kind string

// The kinds of errors.
const (
	Changed Kind = "changed"  // the file Path is another one than was read
	NotFile Kind = "not-file" // Path is a link: the file itself lies elsewhere
	Exists  Kind = "exists"   // Path is there already
	Failed  Kind = "failed"   // the file Path could not be written: Err tells
)

// An Error says why a file was not written.
type Error struct {
	Kind Kind
	Path string
	Err  error
}

func (e *Error) Error() string {
	text := "edit: " + string(e.Kind) + ": " + e.Path
	if e.Err != nil {
		text += ": " + e.Err.Error()
	}
	return text
}

func (e *Error) Unwrap() error { return e.Err }

// Exchange exchanges a file of the catalogue for a new text in one step, if it
// still is what was read. The new file has the mode of the old one. An error is
// always an *[Error].
func Exchange(dir, name, before, after string) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return &Error{Kind: Failed, Path: name, Err: err}
	}
	defer root.Close()
	if err := exchange(root, name, before, after); err != nil {
		if known, ok := errors.AsType[*Error](err); ok {
			return known
		}
		return &Error{Kind: Failed, Path: name, Err: err}
	}
	return nil
}

// Create writes a new file and the folders above it; a file that is there
// already is left alone. An error is always an *[Error].
func Create(dir, name, text string) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return &Error{Kind: Failed, Path: name, Err: err}
	}
	defer root.Close()
	if err := root.MkdirAll(path.Dir(name), 0o755); err != nil {
		return &Error{Kind: Failed, Path: name, Err: err}
	}
	f, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	switch {
	case errors.Is(err, fs.ErrExist):
		return &Error{Kind: Exists, Path: name, Err: err}
	case err != nil:
		return &Error{Kind: Failed, Path: name, Err: err}
	}
	_, err = f.WriteString(text)
	if err = errors.Join(err, f.Close()); err != nil {
		root.Remove(name)
		return &Error{Kind: Failed, Path: name, Err: err}
	}
	return nil
}

func exchange(root *os.Root, name, before, after string) error {
	info, err := root.Lstat(name)
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		// A rename would put a file where a link stands.
		return &Error{Kind: NotFile, Path: name}
	}
	temporary := path.Join(path.Dir(name), "."+path.Base(name)+"."+rand.Text()) // like nobody else's, not even that of a run that was killed
	if err := write(root, temporary, after, info.Mode().Perm()); err != nil {
		root.Remove(temporary)
		return err
	}
	// The last look comes as late as can be: an editor may be saving now.
	if now, err := root.ReadFile(name); err != nil || string(now) != before {
		root.Remove(temporary)
		return &Error{Kind: Changed, Path: name, Err: err}
	}
	if err := root.Rename(temporary, name); err != nil {
		root.Remove(temporary)
		return err
	}
	return nil
}

func write(root *os.Root, name, text string, mode fs.FileMode) error {
	f, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, err = f.WriteString(text)
	return errors.Join(err, f.Chmod(mode), f.Sync(), f.Close())
}
