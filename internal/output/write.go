package output

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"sync"
)

// Write puts a file into the site. One that lies there already with the same
// bytes is left alone.
func (s *Site) Write(f File) error {
	e, alien, err := s.claim(f.Path)
	if err != nil {
		return s.fail(err)
	}
	if e.here && e.size == int64(len(f.Bytes)) && same(s.out, f) {
		e.sure, e.state, e.inputs = true, kept, f.Inputs
		return nil
	}
	if alien {
		return s.fail(&Error{Kind: KindCollision, Path: f.Path, Names: []string{f.Path}})
	}
	t, err := s.begin()
	if err != nil {
		return s.fail(err)
	}
	mtime, err := t.write(s.step, f)
	if err != nil {
		return s.fail(err)
	}
	e.size, e.mtime, e.sure, e.state, e.inputs = int64(len(f.Bytes)), mtime, true, staged, f.Inputs
	return nil
}

// retain is [Retain]: of a file that still lies there untouched. Of a large site that is asked a hundred thousand times, from
// all sides, so nobody waits for anybody else.
func (s *Site) retain(inputs Inputs) (path string, ok bool) {
	s.knowing.Do(s.know)
	e := s.made[inputs]
	if e == nil || !e.taken.CompareAndSwap(false, true) {
		return "", false
	}
	if s.capitals.Load() || e.folds {
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.takeName(e.path, func(path string) bool { return path != e.path && s.written(path) }) != nil {
			return "", false
		}
	}
	e.state = kept
	return e.path, true
}

// takeName is [names.take], behind which every path is looked for among those with capital letters.
func (s *Site) takeName(path string, written func(path string) bool) error {
	if Fold(path) != path {
		s.capitals.Store(true)
	}
	return s.names.take(path, written)
}

// written reports whether a path is one of the site's already.
func (s *Site) written(path string) bool {
	e := s.files.find(path)
	return e != nil && e.taken.Load()
}

// know finds out which files are ours and which can be retained, before the first is written: a Write has
// its entry for itself once it is claimed.
func (s *Site) know() {
	s.settleDoubt()
	s.made = s.files.byInputs()
}

// fail keeps the first error, after which the site cannot be committed.
func (s *Site) fail(err error) error {
	err = failure(s.dir, err)
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.failed == nil {
		s.failed = err
	}
	return err
}

// claim hands out the entry of a path to the one Write that may use it. A
// file of the user's at that path is alien: it may become ours only if its
// bytes are those that are written.
func (s *Site) claim(name string) (e *entry, alien bool, err error) {
	if err := Valid(name); err != nil {
		return nil, false, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.failed != nil {
		return nil, false, s.failed
	}
	s.knowing.Do(s.know)
	if err := s.takeName(name, s.written); err != nil {
		return nil, false, err
	}
	if e := s.files.find(name); e != nil {
		if !e.taken.CompareAndSwap(false, true) {
			return nil, false, &Error{Kind: KindTwice, Path: name, Names: []string{name}}
		}
		return e, false, nil
	}
	if other, found := s.inTheWay(name); found {
		return nil, false, &Error{Kind: KindCollision, Path: name, Names: []string{other}}
	}
	e = new(entry).name(name)
	e.taken.Store(true)
	if f, found := s.user[name]; found {
		if !f.mode.IsRegular() {
			return nil, false, &Error{Kind: KindCollision, Path: name, Names: []string{name}}
		}
		e.size, e.mtime, e.here = f.size, f.mtime, true
		delete(s.user, name)
		s.stale, alien = true, true
	}
	s.files.put(e)
	return e, alien, nil
}

// inTheWay finds a folder at a path that is to be a file, or a file or link
// where a folder is needed. Files of an earlier build count too, since file by
// file the one could not take the other's place.
func (s *Site) inTheWay(name string) (other string, found bool) {
	if _, found := s.folders[name]; found {
		return name, true
	}
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if _, found := s.folders[dir]; found {
			return "", false
		}
		if _, found := s.user[dir]; found || s.files.find(dir) != nil {
			return dir, true
		}
	}
	return "", false
}

// same compares a file on disk with bytes. One that cannot be read is different.
func same(root *os.Root, f File) bool {
	file, err := root.Open(f.Path)
	if err != nil {
		return false
	}
	defer file.Close()
	rest := f.Bytes
	lent := buffers.Get().(*[]byte)
	defer buffers.Put(lent)
	for buffer := *lent; ; {
		n, err := file.Read(buffer)
		if n > len(rest) || !bytes.Equal(buffer[:n], rest[:n]) {
			return false
		}
		rest = rest[n:]
		if err != nil {
			return errors.Is(err, io.EOF) && len(rest) == 0
		}
	}
}

// buffers are for parts of files that are compared.
var buffers = sync.Pool{New: func() any { b := make([]byte, 1<<15); return &b }}

// permissions are what is kept of the mode of a folder that is made anew. The
// build itself must be able to write it.
func permissions(mode fs.FileMode) fs.FileMode {
	return mode&(fs.ModePerm|fs.ModeSetgid|fs.ModeSticky) | 0o700
}
