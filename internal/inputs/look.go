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

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/dirent"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/parallel"
)

// A look goes through folders. Every file is opened by its own name in a folder that is open already: the way
// from the root would take longer than the reading.
type look struct {
	settled int64 // times of change before this one can be believed
	reads   atomic.Int64
	reading Reading
	buffers sync.Pool
}

// most is the size in bytes of the files that a [Reading] is given.
const most = 1 << 20

// many is the number of things in a folder from which on all processors look at them.
const many = 64

// name looks at a name of the root.
func (l *look) name(root *os.Root, name string, known []file) ([]file, error) {
	e, err := dirent.Lstat(root, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return l.entry(func() (*os.Root, error) { return root, nil }, name, name, e, known, nil)
}

// entry looks at what lies by a name in an open folder, and adds it to files. full is the way from the root; known is
// what lay there and below, in the order of paths.
func (l *look) entry(in func() (*os.Root, error), full, name string, e dirent.Entry, known, files []file) ([]file, error) {
	switch {
	case e.Mode.IsDir():
		above, err := in()
		if err != nil {
			return nil, err
		}
		return l.folder(above, full, name, known, files)
	case !e.Mode.IsRegular():
		return nil, &fs.PathError{Op: "look at", Path: full, Err: ErrOdd}
	}
	f := file{path: full, size: e.Size, mtime: e.Mtime, inode: e.Inode, change: e.Ctime}
	if !l.believe(&f, known) {
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
func (l *look) folder(above *os.Root, full, name string, known, files []file) ([]file, error) {
	entries, err := list(above, name)
	if err != nil {
		return nil, err
	}
	own := sync.OnceValues(func() (*os.Root, error) { return above.OpenRoot(name) })
	opened := false
	in := func() (*os.Root, error) { opened = true; return own() }
	if len(entries) >= many {
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
	parts := partsOf(full, entries, known)
	if len(entries) < many {
		for i, e := range entries {
			if files, err = l.entry(in, parts[i].path, e.Name, e, parts[i].known, files); err != nil {
				return nil, err
			}
		}
		return files, nil
	}
	found := make([][]file, len(entries))
	err = parallel.Each(len(entries), func(i int) (err error) {
		found[i], err = l.entry(own, parts[i].path, entries[i].Name, entries[i], parts[i].known, nil)
		return err
	})
	return append(files, slices.Concat(found...)...), err
}

// list returns what lies in a folder, by name.
func list(above *os.Root, name string) ([]dirent.Entry, error) {
	f, err := above.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return dirent.Read(f)
}

// A part of a folder is a thing in it and what is known of that.
type part struct {
	path  string
	known []file
}

// partsOf gives each entry of a folder its part of what is known of the folder. Both are in order, so nothing is looked for.
func partsOf(full string, entries []dirent.Entry, known []file) []part {
	parts := make([]part, len(entries))
	for len(known) > 0 && len(known[0].path) <= len(full) { // the folder itself
		known = known[1:]
	}
	for i, e := range entries {
		for len(known) > 0 && first(known[0].path[len(full)+1:]) < e.Name {
			known = known[1:]
		}
		n := 0
		for n < len(known) && first(known[n].path[len(full)+1:]) == e.Name {
			n++
		}
		if parts[i].known, known = known[:n], known[n:]; n > 0 && len(parts[i].known[0].path) == len(full)+1+len(e.Name) {
			parts[i].path = parts[i].known[0].path // the same string instead of another
		} else {
			parts[i].path = full + "/" + e.Name
		}
	}
	return parts
}

// first is the first name of a path.
func first(path string) string {
	if i := strings.IndexByte(path, '/'); i >= 0 {
		return path[:i]
	}
	return path
}

// believe takes over what is known of a file that has not changed.
func (l *look) believe(f *file, known []file) bool {
	f.sure = f.mtime < l.settled && f.change < l.settled
	if len(known) == 0 {
		return false
	}
	was := &known[0]
	if was.path != f.path || was.folder || !was.sure || was.size != f.size || was.mtime != f.mtime || was.change != f.change || was.inode != f.inode {
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
