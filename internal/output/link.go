package output

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/parallel"
)

// link brings what did not change, and what is the user's, into the stage. Where little
// has changed this is most of what a build does, so every folder is opened once, and
// its files are linked without walking to them.
func (s *Site) link(t *stage) error {
	var paths []string
	for name, e := range s.files {
		if e.state == kept {
			paths = append(paths, name)
		}
	}
	for name, f := range s.user {
		if !f.mode.IsDir() {
			paths = append(paths, name)
		} else if err := t.folder(name); err != nil {
			return err
		}
	}
	for dir, names := range byFolder(paths) {
		if err := t.folder(dir); err != nil {
			return err
		}
		if err := s.linkFolder(s.in(dir), t, dir, names); err != nil {
			return err
		}
	}
	return nil
}

// linkFolder links files of a folder, which source names seen from up, into the same folder of a stage.
func (s *Site) linkFolder(source string, t *stage, dir string, names []string) error {
	from, err := s.up.Open(source)
	if err != nil {
		return err
	}
	defer from.Close()
	to, err := t.root.Open(dir)
	if err != nil {
		return err
	}
	defer to.Close()
	return parallel.Each(len(names), func(i int) error {
		if err := s.step("link"); err != nil {
			return err
		}
		err := linkAt(from, to, names[i])
		if _, users := s.user[path.Join(dir, names[i])]; users && errors.Is(err, fs.ErrNotExist) {
			return nil // the user has just taken it away
		}
		return err
	})
}

// byFolder sorts paths and yields each folder with the names in it.
func byFolder(paths []string) func(yield func(dir string, names []string) bool) {
	return func(yield func(string, []string) bool) {
		folders := map[string][]string{}
		var dirs []string
		for _, p := range paths {
			dir, name := path.Split(p)
			if folders[dir] == nil {
				dirs = append(dirs, dir)
			}
			folders[dir] = append(folders[dir], name)
		}
		slices.Sort(dirs)
		for _, dir := range dirs {
			slices.Sort(folders[dir])
			if !yield(path.Clean(strings.TrimSuffix(dir, "/")), folders[dir]) {
				return
			}
		}
	}
}

// removeAll takes away the files at some paths of a folder.
func (s *Site) removeAll(root *os.Root, paths []string) error {
	for dir, names := range byFolder(paths) {
		folder, err := root.OpenRoot(dir)
		if err != nil {
			return err
		}
		err = parallel.Each(len(names), func(i int) error {
			if err := s.step("sweep"); err != nil {
				return err
			}
			return folder.Remove(names[i])
		})
		if err := errors.Join(err, folder.Close()); err != nil {
			return err
		}
	}
	return nil
}
