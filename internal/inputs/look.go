package inputs

import (
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/parallel"
)

// A look goes through folders. Every file is opened by its own name in a folder that is open already: the way
// from the root would take longer than the reading.
type look struct {
	known   map[string]*file // of the snapshot before
	settled int64            // times of change before this one can be believed
	reads   atomic.Int64
	reading Reading
	buffers sync.Pool
}

// most is the size in bytes of the files that a [Reading] is given.
const most = 1 << 20

// many is the number of things in a folder from which on all processors look at them.
const many = 64

// name looks at a name of the root.
func (l *look) name(root *os.Root, name string) ([]file, error) {
	info, err := root.Lstat(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return l.entry(func() (*os.Root, error) { return root, nil }, name, name, info, nil)
}

// entry looks at what lies by a name in an open folder, and adds it to files. full is the way from the root.
func (l *look) entry(in func() (*os.Root, error), full, name string, info fs.FileInfo, files []file) ([]file, error) {
	switch {
	case info.IsDir():
		above, err := in()
		if err != nil {
			return nil, err
		}
		return l.folder(above, full, name, files)
	case !info.Mode().IsRegular():
		return nil, &fs.PathError{Op: "look at", Path: full, Err: ErrOdd}
	}
	f := file{path: full, size: info.Size(), mtime: info.ModTime().UnixNano()}
	f.inode, f.change = identity(info)
	if !l.believe(&f) {
		above, err := in()
		if err != nil {
			return nil, err
		}
		if err := l.read(above, name, &f); err != nil {
			return nil, err
		}
	}
	return append(files, f), nil
}

// folder looks at a folder and all below it.
func (l *look) folder(above *os.Root, full, name string, files []file) ([]file, error) {
	infos, err := list(above, name)
	if err != nil {
		return nil, err
	}
	own := sync.OnceValues(func() (*os.Root, error) { return above.OpenRoot(name) })
	opened := false
	in := func() (*os.Root, error) { opened = true; return own() }
	if len(infos) >= many {
		in() // before several ask at once; an error is told to them
	}
	defer func() {
		if !opened {
			return
		}
		if root, err := own(); err == nil {
			root.Close()
		}
	}()
	files = append(files, file{path: full, folder: true})
	if len(infos) < many {
		for _, info := range infos {
			if files, err = l.entry(in, full+"/"+info.Name(), info.Name(), info, files); err != nil {
				return nil, err
			}
		}
		return files, nil
	}
	parts := make([][]file, len(infos))
	err = parallel.Each(len(infos), func(i int) (err error) {
		parts[i], err = l.entry(own, full+"/"+infos[i].Name(), infos[i].Name(), infos[i], nil)
		return err
	})
	return append(files, slices.Concat(parts...)...), err
}

// list returns what lies in a folder, by name.
func list(above *os.Root, name string) ([]fs.FileInfo, error) {
	f, err := above.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	infos, err := f.Readdir(-1)
	slices.SortFunc(infos, func(a, b fs.FileInfo) int { return strings.Compare(a.Name(), b.Name()) })
	return infos, err
}

// believe takes over what is known of a file that has not changed.
func (l *look) believe(f *file) bool {
	f.sure = f.mtime < l.settled && f.change < l.settled
	was := l.known[f.path]
	if was == nil || !was.sure || was.size != f.size || was.mtime != f.mtime || was.change != f.change || was.inode != f.inode {
		return false
	}
	f.sum, f.sure = was.sum, true
	return true
}

// read takes the sum of a file's bytes.
func (l *look) read(in *os.Root, name string, f *file) error {
	l.reads.Add(1)
	r, err := in.Open(name)
	if err != nil {
		return err
	}
	defer r.Close()
	buffer := l.buffers.Get().(*[32 << 10]byte)
	defer l.buffers.Put(buffer)
	h := sha256.New()
	var text strings.Builder
	to := io.Writer(h)
	told := l.reading != nil && strings.HasSuffix(name, ".md") && f.size <= most
	if told {
		text.Grow(int(f.size))
		to = io.MultiWriter(h, &text)
	}
	// Plain reading into a buffer of ours: io.Copy would make one for every file.
	if _, err := io.CopyBuffer(struct{ io.Writer }{to}, struct{ io.Reader }{r}, buffer[:]); err != nil {
		return err
	}
	h.Sum(f.sum[:0])
	if told {
		l.reading(f.path, text.String(), f.sum)
	}
	return nil
}
