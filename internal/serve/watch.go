package serve

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
)

// quiet is how long nothing may happen before a change counts as done: an
// editor that saves writes a file beside the old one and renames it.
const quiet = 8 * time.Millisecond

// watched are the folders whose changes matter; site.yaml lies beside them.
var watched = []string{"content", "i18n", "layouts"}

// watch begins to look for changes.
func (s *server) watch() (*fsnotify.Watcher, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, &Error{CannotSee, s.o.Site.Dir, err}
	}
	if err = s.addAll(w); err != nil {
		w.Close()
		return nil, &Error{CannotSee, s.o.Site.Dir, err}
	}
	go s.follow(w)
	return w, nil
}

// addAll watches all folders; those that are watched already stay so.
func (s *server) addAll(w *fsnotify.Watcher) error {
	err := w.Add(s.o.Site.Dir)
	for _, folder := range watched {
		if err == nil {
			err = s.add(w, folder)
		}
	}
	return err
}

// add watches a folder and all below it.
func (s *server) add(w *fsnotify.Watcher, folder string) error {
	top := filepath.Join(s.o.Site.Dir, filepath.FromSlash(folder))
	return filepath.WalkDir(top, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return nil // it is gone already, or will be a finding
		case d.IsDir():
			return w.Add(path)
		case d.Type()&fs.ModeSymlink != 0:
			if info, err := os.Stat(path); err == nil && info.IsDir() {
				return w.Add(path)
			}
		}
		return nil
	})
}

// follow collects changes until none has come for a moment.
func (s *server) follow(w *fsnotify.Watcher) {
	var changed []string
	timer := time.NewTimer(time.Hour)
	for {
		select {
		case e, ok := <-w.Events:
			if !ok {
				return
			}
			name, matters := s.name(e)
			if !matters {
				continue
			}
			if e.Has(fsnotify.Create) {
				if err := s.add(w, name); err != nil {
					s.o.Say(&Error{CannotSee, name, err})
				}
			}
			if !slices.Contains(changed, name) {
				changed = append(changed, name)
			}
			timer.Reset(quiet)
		case err, ok := <-w.Errors:
			if !ok {
				return
			}
			s.o.Say(&Error{CannotSee, s.o.Site.Dir, err})
			// Some changes were not told of, and perhaps they were new folders.
			if err := s.addAll(w); err != nil {
				s.o.Say(&Error{CannotSee, s.o.Site.Dir, err})
			}
			changed = append(changed, ".")
			timer.Reset(quiet)
		case <-timer.C:
			s.update(changed)
			changed = nil
		}
	}
}

// name returns what has changed, relative to the catalogue, and whether it matters.
func (s *server) name(e fsnotify.Event) (string, bool) {
	rel, err := filepath.Rel(s.o.Site.Dir, e.Name)
	if err != nil {
		return "", false
	}
	name := filepath.ToSlash(rel)
	top, _, _ := strings.Cut(name, "/")
	base := filepath.Base(rel)
	ours := name == config.Path || slices.Contains(watched, top)
	hidden := strings.HasPrefix(base, ".") || strings.HasSuffix(base, "~")
	return name, ours && !hidden && e.Op != fsnotify.Chmod
}
