package site

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/cache"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
)

// abandoned is how old a file must be that a run was writing, to have been left by one that was killed.
const abandoned = time.Hour

// sweep removes from the memory what runs were writing when they were killed: it has
// names that are never read, and would grow with each of them.
func sweep(state string) {
	// What can't be listed or removed stays: it harms nobody.
	_ = filepath.WalkDir(state, func(path string, d fs.DirEntry, err error) error {
		name := ""
		if err == nil {
			name = d.Name()
		}
		if !strings.HasSuffix(name, cache.Unfinished) {
			if output.IsFormer(name) { // the site before the last one, with as many files
				return fs.SkipDir
			}
			return nil
		}
		if info, err := d.Info(); err == nil && time.Since(info.ModTime()) > abandoned {
			_ = os.RemoveAll(path)
		}
		if d.IsDir() {
			return fs.SkipDir
		}
		return nil
	})
}
