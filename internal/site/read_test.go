package site

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/yamlnode"
)

// growing are files of which it is said that they are small.
type growing struct{ fstest.MapFS }

func (g growing) Stat(name string) (fs.FileInfo, error) {
	return fs.Stat(fstest.MapFS{name: {Data: []byte("x")}}, name)
}

// unopened are files that nobody may open.
type unopened struct {
	fstest.MapFS
	t *testing.T
}

func (u unopened) Open(name string) (fs.File, error) {
	u.t.Errorf("%s was opened", name)
	return u.MapFS.Open(name)
}

func (u unopened) Stat(name string) (fs.FileInfo, error) { return u.MapFS.Stat(name) }

// TestSourceTooLarge holds that a text over the limit is not opened, and one that grows beyond it meanwhile not taken.
func TestSourceTooLarge(t *testing.T) {
	files := fstest.MapFS{"a.md": {Data: []byte(strings.Repeat("x", yamlnode.MaxBytes+1))}}
	for _, r := range []*reader{{files: unopened{files, t}}, {files: growing{files}}} {
		if src, found := r.source("a.md", false); src != nil || len(found) != 1 || found[0].Rule != &rule.FileTooLarge {
			t.Errorf("%v %v", src, found)
		}
	}
}
