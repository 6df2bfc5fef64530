package output

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
)

// renew puts the former folder, made equal to the new site, in the stage's place, and reports whether
// it did. Until then the stage stays as it is, for the way that needs no former folder.
func (s *Site) renew(t *stage) bool {
	s.forgetOthers()
	f, err := s.takeFormer()
	if err != nil {
		s.forgetFormer()
		return false
	}
	if err := s.renewFrom(f, t); err != nil {
		s.forgetFormer()
		return false
	}
	s.forgetFormer() // what was the stage lies there now
	return true
}

// takeFormer returns the former folder of the site's folder, with its note taken away.
func (s *Site) takeFormer() (former, error) {
	text, err := readAll(s.state, s.name+formerNote)
	if err != nil {
		return former{}, err
	}
	if err := s.state.Remove(s.name + formerNote); err != nil {
		return former{}, err
	}
	f, ok := parseFormer(text)
	if !ok || s.out == nil || f.of != Identity(s.out) || s.stale || len(s.user) > 0 {
		return former{}, errDisturbed
	}
	root, err := s.state.OpenRoot(s.name + formerName)
	if err != nil {
		return former{}, err
	}
	defer root.Close()
	if f.id != Identity(root) {
		return former{}, errDisturbed
	}
	for _, was := range f.folders {
		is, err := stat(root, was.path)
		now, found := s.folders[was.path]
		if err != nil || is.mtime != was.mtime || found && now.mode != is.mode {
			return former{}, errDisturbed
		}
	}
	return f, nil
}

// forgetFormer removes a former folder that is of no use. What can't be removed is in nobody's way: the next
// build tries again.
func (s *Site) forgetFormer() {
	s.state.Remove(s.name + formerNote)
	s.state.RemoveAll(s.name + formerName)
	s.state.RemoveAll(s.name + nextName)
}

// forgetOthers removes the former folders of folders that are gone, whose files they would
// keep on the disk.
func (s *Site) forgetOthers() {
	entries, _ := fs.ReadDir(s.state.FS(), ".")
	for _, e := range entries {
		name, isNote := strings.CutSuffix(e.Name(), formerNote)
		if !isNote || name == s.name {
			continue
		}
		text, _ := readAll(s.state, e.Name())
		if f, ok := parseFormer(text); !ok || !f.inUse() {
			s.state.Remove(e.Name())
			s.state.RemoveAll(name + formerName)
			s.state.RemoveAll(name + nextName)
		}
	}
}

// inUse reports whether the folder that has replaced f is still there.
func (f former) inUse() bool {
	root, err := os.OpenRoot(f.dir)
	if err != nil {
		return false
	}
	defer root.Close()
	return Identity(root) == f.of
}

func (s *Site) renewFrom(f former, t *stage) error {
	if err := s.step("renew"); err != nil {
		return err
	}
	root, err := s.state.OpenRoot(s.name + formerName)
	if err != nil {
		return err
	}
	next := newStage(root, false, t.folders)
	err = s.layIn(f, next)
	next.close()
	if err != nil {
		return err
	}
	if err := s.rehouse(); err != nil {
		return err
	}
	if err := s.lock(s.formerDir()); err != nil {
		return err
	}
	up, err := s.up.Open(".")
	if err != nil {
		return err
	}
	defer up.Close()
	if root, err = s.state.OpenRoot(s.name + formerName); err != nil {
		return err
	}
	if err := exchange(up, s.beside(stageName), s.formerDir()); err != nil {
		root.Close()
		return err
	}
	t.close()
	t.root = root
	return nil
}

// rehouse moves all that the former folder holds into one that never was the site's, which takes its place. Otherwise a manifest
// of two builds ago, put back with the state folder, would be that of the same folder by its identity, and what was built since the user's.
func (s *Site) rehouse() error {
	from, to := s.name+formerName, s.name+nextName
	info, err := s.state.Stat(from)
	if err != nil {
		return err
	}
	if err := s.state.Mkdir(to, 0o755); err != nil {
		return err
	}
	if err := s.state.Chmod(to, permissions(info.Mode())); err != nil {
		return err
	}
	entries, err := fs.ReadDir(s.state.FS(), from)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if err := s.step("rehouse"); err != nil {
			return err
		}
		if err := s.state.Rename(path.Join(from, e.Name()), path.Join(to, e.Name())); err != nil {
			return err
		}
	}
	if err := s.state.Remove(from); err != nil {
		return err
	}
	return s.state.Rename(to, from)
}

// layIn makes the former folder equal to the new site, folder by folder: first it takes away all that
// differs, since two names may be one where letter case does not matter.
func (s *Site) layIn(f former, to *stage) error {
	differs := slices.Concat(f.differs, s.changed)
	slices.Sort(differs)
	var folders []string
	for _, f := range byFolder(slices.Compact(differs)) {
		folders = append(folders, f.dir)
		for _, name := range f.names {
			if err := s.step("take out"); err != nil {
				return err
			}
			if err := to.root.Remove(path.Join(f.dir, name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
		}
		for _, from := range []struct {
			folder string
			state  state
		}{{s.in(f.dir), kept}, {s.staged(f.dir), staged}} {
			if err := s.linkThose(from.folder, from.state, to, f); err != nil {
				return err
			}
		}
	}
	for _, dir := range folders { // one that holds something stays
		for ; dir != "." && to.root.Remove(dir) == nil; dir = path.Dir(dir) {
		}
	}
	return nil
}

// linkThose links the files of a folder that are in a state.
func (s *Site) linkThose(source string, in state, to *stage, f inFolder) error {
	those := inFolder{dir: f.dir}
	for _, name := range f.names {
		if e := s.files.find(path.Join(f.dir, name)); e != nil && e.state == in {
			those.names = append(those.names, name)
		}
	}
	if len(those.names) == 0 {
		return nil
	}
	if err := to.folder(f.dir); err != nil {
		return err
	}
	return s.linkFolder(source, to, those)
}
