package check

import (
	"crypto/sha256"
	"io/fs"
	"path"
	"sync"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/cache"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/picture"
)

// A Fault tells why the site does not show the picture at a path, nil if it does. An error is that of a file that can't be read.
type Fault func(path string) (*picture.Fault, error)

// FaultOf reads the picture at a path and returns its fault.
func FaultOf(files fs.FS, name string) (*picture.Fault, error) {
	data, err := fs.ReadFile(files, name)
	if err != nil {
		return nil, err
	}
	return picture.Inspect(data, path.Ext(name)), nil
}

// fault tells the faults of all pictures, each of which is read once, though several languages show it.
func (in Input) fault() Fault {
	switch {
	case in.Fault != nil:
		return in.Fault
	case in.Memory != nil:
		return func(name string) (*picture.Fault, error) { return in.Memory.fault(in.Files, name) }
	}
	type answer struct {
		fault *picture.Fault
		err   error
	}
	var known sync.Map // answers by path
	return func(name string) (*picture.Fault, error) {
		if a, ok := known.Load(name); ok {
			return a.(answer).fault, a.(answer).err
		}
		fault, err := FaultOf(in.Files, name)
		known.Store(name, answer{fault, err})
		return fault, err
	}
}

// fault returns the fault of a picture, which is remembered by what the picture holds: so it need not be read again on another day, when
// findings are looked for anew.
func (m *Memory) fault(files fs.FS, name string) (*picture.Fault, error) {
	ext := path.Ext(name)
	if _, sum, ok := m.Seen.File(name); ok {
		if text, ok := m.Book.Find(faultKey(sum, ext)); ok {
			return picture.ParseFault(text), nil
		}
	}
	data, err := fs.ReadFile(files, name)
	if err != nil {
		return nil, err
	}
	fault := picture.Inspect(data, ext)
	m.Book.Add(faultKey(sha256.Sum256(data), ext), fault.String()) // which may be another than was seen
	return fault, nil
}

func faultKey(sum cache.Sum, ext string) cache.Sum {
	return sha256.Sum256(append(sum[:], "picture"+ext...))
}
