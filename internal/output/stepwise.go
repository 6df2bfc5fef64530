package output

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
)

// settle carries out the intention m file by file: moves what lies in the
// stage inside the folder to its place, then removes what is gone. Each file
// is replaced by a rename, so that a reader sees the old or the new one. It
// can be called again after it was interrupted.
func (s *Site) settle(m *files) error {
	moves, err := s.moves(m)
	if err != nil {
		return err
	}
	real := map[string]bool{".": true}
	for _, name := range moves {
		if err := makeReal(s.out, path.Dir(name), real); err != nil {
			return err
		}
		if err := s.step("move"); err != nil {
			return err
		}
		if err := s.out.Rename(path.Join(insideName, name), name); err != nil {
			return err
		}
	}
	if err := s.clear(m, real); err != nil {
		return err
	}
	return s.out.RemoveAll(insideName)
}

// moves lists what is staged in an order that leaves no dead link: first what
// nobody links to yet, images and styles before the pages that need them and
// these before the lists that lead to them; then what is replaced, whose new
// links all have their targets.
func (s *Site) moves(m *files) ([]string, error) {
	inside, err := s.out.OpenRoot(insideName)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer inside.Close()
	l, err := list(inside, nil)
	if err != nil {
		return nil, err
	}
	var parts [3][]string
	for f := range l.leaves() {
		if m.find(f.path) == nil || !f.mode.IsRegular() {
			continue
		}
		part := 2
		if _, err := s.out.Lstat(f.path); errors.Is(err, fs.ErrNotExist) {
			part = 0
			if strings.HasSuffix(f.path, ".html") {
				part = 1
			}
		}
		parts[part] = append(parts[part], f.path)
	}
	slices.SortFunc(parts[1], func(a, b string) int {
		return cmp.Or(cmp.Compare(closeness(a), closeness(b)), strings.Compare(a, b))
	})
	return slices.Concat(parts[:]...), nil
}

// closeness orders new pages by how near they are to the entrance.
func closeness(name string) int {
	rank := -2 * strings.Count(name, "/")
	if strings.HasPrefix(path.Base(name), "index") {
		rank++
	}
	return rank
}

// clear removes what is gone, and the folders that it leaves empty.
func (s *Site) clear(m *files, real map[string]bool) error {
	var old []string
	for e := range m.all() {
		if e.state == gone {
			old = append(old, e.path)
		}
	}
	slices.Sort(old)
	for _, name := range old {
		dir := path.Dir(name)
		if !isReal(s.out, dir, real) {
			continue
		}
		if err := s.step("remove"); err != nil {
			return err
		}
		if err := s.out.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		for ; dir != "." && s.out.Remove(dir) == nil; dir = path.Dir(dir) {
			delete(real, dir)
		}
	}
	return nil
}

// isReal reports whether dir and all above it are folders and not links to some.
// What is known already stands in real.
func isReal(root *os.Root, dir string, real map[string]bool) bool {
	if real[dir] {
		return true
	}
	if !isReal(root, path.Dir(dir), real) {
		return false
	}
	info, err := root.Lstat(dir)
	real[dir] = err == nil && info.IsDir()
	return real[dir]
}

// makeReal makes dir and those above it, where they are not yet.
func makeReal(root *os.Root, dir string, real map[string]bool) error {
	if isReal(root, dir, real) {
		return nil
	}
	if err := makeReal(root, path.Dir(dir), real); err != nil {
		return err
	}
	if _, err := root.Lstat(dir); err == nil {
		return &Error{Kind: KindCollision, Path: dir, Names: []string{dir}}
	}
	if err := root.Mkdir(dir, 0o755); err != nil {
		return err
	}
	real[dir] = true
	return root.Chmod(dir, 0o755)
}
