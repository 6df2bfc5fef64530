package output

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
)

// Write puts a file into the site. One that lies there already with the same
// bytes is left alone: where the manifest knows it, without reading it.
func (s *Site) Write(f File) error {
	e, alien, err := s.claim(f.Path)
	if err != nil {
		return s.fail(err)
	}
	sum := sha256.Sum256(f.Bytes)
	if s.lies(e, f, sum) {
		e.sum, e.sure, e.state, e.inputs = sum, true, kept, f.Inputs
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
	e.sum, e.size, e.mtime, e.sure, e.state, e.inputs = sum, int64(len(f.Bytes)), mtime, true, staged, f.Inputs
	return nil
}

// retain is [Retain]: of a file that still lies there untouched.
func (s *Site) retain(inputs Inputs) (path string, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.know()
	path, ok = s.made[inputs]
	if !ok || s.failed != nil || s.names.take(path) != nil {
		return "", false
	}
	s.files[path].state = kept
	return path, true
}

// know finds out which files can be retained, before the first is written: a Write has
// its entry for itself once it is claimed.
func (s *Site) know() {
	if s.made == nil {
		s.made = s.files.byInputs()
	}
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
	s.know()
	if err := s.names.take(name); err != nil {
		return nil, false, err
	}
	if e := s.files[name]; e != nil {
		return e, false, nil
	}
	if other, found := s.inTheWay(name); found {
		return nil, false, &Error{Kind: KindCollision, Path: name, Names: []string{other}}
	}
	e = new(entry)
	if f, found := s.user[name]; found {
		if !f.mode.IsRegular() {
			return nil, false, &Error{Kind: KindCollision, Path: name, Names: []string{name}}
		}
		*e = entry{size: f.size, mtime: f.mtime, here: true}
		delete(s.user, name)
		s.stale, alien = true, true
	}
	s.files[name] = e
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
		if _, found := s.user[dir]; found || s.files[dir] != nil {
			return dir, true
		}
	}
	return "", false
}

// lies reports whether the bytes of a file are on disk.
func (s *Site) lies(e *entry, f File, sum [sha256.Size]byte) bool {
	if !e.here || e.size != int64(len(f.Bytes)) {
		return false
	}
	if e.sure {
		return e.sum == sum
	}
	return same(s.out, f)
}

// same compares a file on disk with bytes. One that cannot be read is different.
func same(root *os.Root, f File) bool {
	file, err := root.Open(f.Path)
	if err != nil {
		return false
	}
	defer file.Close()
	rest := f.Bytes
	buffer := make([]byte, min(len(rest)+1, 1<<16))
	for {
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

// permissions are what is kept of the mode of a folder that is made anew. The
// build itself must be able to write it.
func permissions(mode fs.FileMode) fs.FileMode {
	return mode&(fs.ModePerm|fs.ModeSetgid|fs.ModeSticky) | 0o700
}
