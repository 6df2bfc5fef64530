package check

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/cache"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/inputs"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/picture"
)

// opened counts how often files are opened.
type opened struct {
	fs.FS
	times int
}

func (o *opened) Open(name string) (fs.File, error) {
	o.times++
	return o.FS.Open(name)
}

// TestFaultIsRemembered holds that a picture is read once, that another one of its name is noticed, and that the same
// bytes by a name that promises something else have a fault of their own.
func TestFaultIsRemembered(t *testing.T) {
	dir := t.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	for i, step := range []struct {
		name, text string
		want       picture.Cause
		reads      int
	}{
		{"a.png", pictures()["PNG"], "", 1},
		{"a.png", pictures()["PNG"], "", 0},
		{"a.png", pictures()["PNG damaged"], picture.Damaged, 1},
		{"a.png", pictures()["PNG damaged"], picture.Damaged, 0},
		{"a.jpg", pictures()["PNG damaged"], picture.Other, 1},
	} {
		if err := os.WriteFile(filepath.Join(dir, step.name), []byte(step.text), 0o666); err != nil {
			t.Fatal(err)
		}
		seen, err := inputs.TakeAt(time.Now(), root, []string{"a.jpg", "a.png"}, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		files := &opened{FS: root.FS()}
		book := cache.OpenBook(filepath.Join(dir, "book"), cache.Sum{})
		in := Input{Files: files, Memory: &Memory{Book: book, Seen: seen}}
		for range 2 {
			f, err := in.fault()(step.name)
			if err != nil || (f == nil) != (step.want == "") || f != nil && f.Cause != step.want {
				t.Errorf("%d: %v, %v, want %q", i, f, err, step.want)
			}
		}
		if files.times != step.reads {
			t.Errorf("%d: it was read %d times, want %d", i, files.times, step.reads)
		}
		if err := book.Save(); err != nil {
			t.Fatal(err)
		}
		book.Close()
	}
}

// TestFaultOnce holds that without a memory a picture is read once for all who show it, and one that can't be read tried once.
func TestFaultOnce(t *testing.T) {
	files := &opened{FS: mapFS(map[string]string{"a.png": pictures()["PNG"]})}
	ask := Input{Files: files}.fault()
	for range 3 {
		if f, err := ask("a.png"); f != nil || err != nil {
			t.Error(f, err)
		}
		if _, err := ask("b.png"); err == nil {
			t.Error("what is not there has no fault")
		}
	}
	if files.times != 2 {
		t.Errorf("opened %d times", files.times)
	}
}
