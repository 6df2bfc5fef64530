package output

import (
	"errors"
	"os"
	"path"
	"path/filepath"
	"slices"
)

// heal mends what a killed build left, then sorts what lies in the folder.
//
// Without an intention the folder was not touched yet: a stage holds nothing
// but files of ours and links, and is thrown away. With one the folder is the
// old site or the new one, or is changing file by file; which of them need not
// be known, since the two manifests together name all that is ours, and each
// file on disk tells by size and time which of them it agrees with.
func (s *Site) heal() error {
	if err := s.rollBack(); err != nil {
		return err
	}
	for _, unfinished := range []string{s.name, s.name + intended, s.name + formerNote} {
		s.state.Remove(unfinished + temporary)
	}
	prev, is, err := load(s.state, s.name, s.dir)
	if err != nil {
		return failure(s.opt.State, err)
	}
	prev.drop(func(e *entry) bool { return e.state == gone })
	next, will, err := load(s.state, s.name+intended, s.dir)
	if err != nil {
		return failure(s.opt.State, err)
	}
	if next == nil {
		s.before = is.stamp
	}
	if err := s.healInside(next, will.way); err != nil {
		return err
	}
	if err := s.healBeside(prev, next); err != nil {
		return err
	}
	if err := s.sort(prev, next, is.id, will.id); err != nil {
		return err
	}
	return s.forget(next)
}

// rollBack puts a folder back that stepped aside for another that never came.
func (s *Site) rollBack() error {
	if s.up == nil || s.out != nil {
		return nil
	}
	aside := s.beside(asideName)
	if _, err := s.up.Lstat(aside); err != nil {
		return nil
	}
	// Whoever is between the two renames now holds the lock of the folder.
	if err := s.lock(filepath.Join(filepath.Dir(s.dir), aside)); err != nil {
		return err
	}
	err := s.up.Rename(aside, s.base)
	if err != nil {
		return err
	}
	s.result.Healed = true
	s.out, err = s.up.OpenRoot(s.base)
	return err
}

// healInside finishes what was going on file by file.
func (s *Site) healInside(next *files, way string) error {
	if s.out == nil {
		return nil
	}
	for _, name := range []string{probeName, insideName} {
		if _, err := s.out.Lstat(name); err != nil {
			continue
		}
		s.result.Healed = true
		if name == insideName && next != nil && way == stepwise {
			return s.settle(next)
		}
		if err := s.out.RemoveAll(name); err != nil {
			return err
		}
	}
	return nil
}

// healBeside takes away folders that are left beside the folder.
func (s *Site) healBeside(prev, next *files) error {
	if s.up == nil {
		return nil
	}
	for _, what := range []string{stageName, asideName} {
		name := s.beside(what)
		if _, err := s.up.Lstat(name); err != nil {
			continue
		}
		held, err := tryLock(filepath.Join(filepath.Dir(s.dir), name))
		if errors.Is(err, errLocked) {
			return &Error{Kind: KindLocked, Path: s.dir}
		}
		if err == nil {
			held.Close()
		}
		s.result.Healed = true
		if next == nil || s.out == nil {
			err = s.up.RemoveAll(name)
		} else {
			err = s.sweep(name, prev, next)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// forget replaces an intention by a manifest of what there really is.
func (s *Site) forget(next *files) error {
	if next == nil {
		return nil
	}
	if err := s.step("forget"); err != nil {
		return err
	}
	s.result.Healed = true
	err := s.files.save(s.state, s.name, s.trailer(whole, s.out))
	if err == nil {
		err = s.state.Remove(s.name + intended)
	}
	s.stale = false
	return failure(s.opt.State, err)
}

// sweep takes away the folder that the new site has replaced. What is not ours
// was linked into the new site; what came or changed after that is moved there.
func (s *Site) sweep(name string, ours ...*files) error {
	if name == "" {
		return nil
	}
	info, err := s.up.Lstat(name)
	if err != nil {
		return err
	}
	if !info.IsDir() {
		return s.up.Remove(name)
	}
	root, err := s.up.OpenRoot(name)
	if err != nil {
		return err
	}
	l, err := listNames(root, ours[0])
	if err == nil {
		err = s.empty(root, name, l, ours)
	}
	root.Close()
	if err != nil {
		return err
	}
	return s.up.Remove(name)
}

func (s *Site) empty(root *os.Root, name string, l listing, ours []*files) error {
	known := func(f found) bool {
		return f.was != nil || f.mode.IsDir() || slices.ContainsFunc(ours, func(o *files) bool { return o.find(f.path) != nil })
	}
	real := map[string]bool{".": true}
	for f := range l.leaves() {
		if !known(f) {
			if err := s.rescue(root, name, f, real); err != nil {
				return err
			}
		}
	}
	var old []string
	for f := range l.leaves() {
		if !f.mode.IsDir() && known(f) {
			old = append(old, f.path)
		}
	}
	if err := s.removeAll(root, old); err != nil {
		return err
	}
	for _, f := range slices.Backward(l.folders) {
		if err := root.Remove(f.path); err != nil {
			return err
		}
	}
	return nil
}

// rescue sees to it that a file of the user's is in the new site, in the newer
// of two versions, and takes it out of the old one.
func (s *Site) rescue(root *os.Root, name string, f found, real map[string]bool) error {
	if err := s.step("rescue"); err != nil {
		return err
	}
	old, err := root.Lstat(f.path)
	if err != nil {
		return err
	}
	is, err := s.out.Lstat(f.path)
	if err == nil && (!old.ModTime().After(is.ModTime())) {
		return root.Remove(f.path)
	}
	if err := makeReal(s.out, path.Dir(f.path), real); err != nil {
		return err
	}
	return s.up.Rename(path.Join(name, f.path), s.in(f.path))
}
