package output

import (
	"cmp"
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
// its files are linked without walking to them. Several folders are filled side by side, the largest
// first: in one folder the system lets only one processor work at a time.
func (s *Site) link(t *stage) error {
	var paths []string
	for name, e := range s.files.since {
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
	folders := byFolder(paths)
	for dir, entries := range s.files.folders {
		f := inFolder{dir: dir, names: make([]string, 0, len(entries))}
		for _, e := range entries {
			if e.state == kept {
				_, name := split(e.path)
				f.names = append(f.names, name)
			}
		}
		if len(f.names) > 0 {
			folders = append(folders, f)
		}
	}
	for _, f := range folders {
		if err := t.folder(f.dir); err != nil {
			return err
		}
	}
	slices.SortStableFunc(folders, func(a, b inFolder) int { return cmp.Compare(len(b.names), len(a.names)) })
	errs := make([]error, len(folders))
	err := parallel.Few(len(folders), func(i int) error {
		errs[i] = s.linkFolder(s.in(folders[i].dir), t, folders[i])
		return errs[i]
	})
	if i := slices.IndexFunc(errs, hopeless); i >= 0 { // of several, the one that no other way would get around
		return errs[i]
	}
	return err
}

// linkFolder links files of a folder, which source names seen from up, into the same folder of a stage.
func (s *Site) linkFolder(source string, t *stage, f inFolder) error {
	from, err := s.up.Open(source)
	if err != nil {
		return err
	}
	defer from.Close()
	to, err := t.root.Open(f.dir)
	if err != nil {
		return err
	}
	defer to.Close()
	for _, name := range f.names {
		if err := s.step("link"); err != nil {
			return err
		}
		err := linkAt(from, to, name)
		if err == nil {
			continue
		}
		if _, users := s.user[path.Join(f.dir, name)]; !users || !errors.Is(err, fs.ErrNotExist) { // else the user has just taken it away
			return err
		}
	}
	return nil
}

// An inFolder is the names of files in a folder.
type inFolder struct {
	dir   string
	names []string
}

// byFolder sorts paths by folders and these by names.
func byFolder(paths []string) []inFolder {
	folders := map[string][]string{}
	for _, p := range paths {
		dir, name := split(p)
		folders[dir] = append(folders[dir], name)
	}
	all := make([]inFolder, 0, len(folders))
	for dir, names := range folders {
		all = append(all, inFolder{dir, names})
	}
	slices.SortFunc(all, func(a, b inFolder) int { return strings.Compare(a.dir, b.dir) })
	parallel.Do(len(all), func(i int) { slices.Sort(all[i].names) })
	return all
}

// removeAll takes away the files at some paths of a folder.
func (s *Site) removeAll(root *os.Root, paths []string) error {
	folders := byFolder(paths)
	return parallel.Few(len(folders), func(i int) error {
		folder, err := root.OpenRoot(folders[i].dir)
		if err != nil {
			return err
		}
		for _, name := range folders[i].names {
			if err = s.step("sweep"); err == nil {
				err = folder.Remove(name)
			}
			if err != nil {
				break
			}
		}
		return errors.Join(err, folder.Close())
	})
}
