package cli

import (
	"os"
	"path/filepath"
	"testing"
)

// TestWriteWhole holds that a file is exchanged and not written over, so that no half of one is left on a full disk, that a link
// stays one, and that nothing is left behind.
func TestWriteWhole(t *testing.T) {
	dir := t.TempDir()
	file, link := filepath.Join(dir, "a.pdf"), filepath.Join(dir, "b.pdf")
	if err := os.Symlink("a.pdf", link); err != nil {
		t.Skip(err)
	}
	if err := os.WriteFile(file, []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{file, link} {
		old, err := os.Open(file)
		if err != nil {
			t.Fatal(err)
		}
		defer old.Close()
		if err := writeWhole(path, []byte("new, from "+path)); err != nil {
			t.Fatal(err)
		}
		was, errWas := old.Stat()
		is, errIs := os.Lstat(file)
		if errWas != nil || errIs != nil || os.SameFile(was, is) || is.Mode() != 0o644 {
			t.Errorf("%s was written over: %v, %v, %v", path, is.Mode(), errWas, errIs)
		}
		if text, err := os.ReadFile(path); err != nil || string(text) != "new, from "+path {
			t.Errorf("%s is %q, %v", path, text, err)
		}
	}
	if target, err := os.Readlink(link); target != "a.pdf" {
		t.Errorf("the link leads to %q, %v", target, err)
	}
	for _, path := range []string{dir, filepath.Join(dir, "none", "a.pdf")} {
		if writeWhole(path, nil) == nil {
			t.Errorf("%s can be written", path)
		}
	}
	if err := writeWhole(os.DevNull, []byte("x")); err != nil {
		t.Error(err)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 2 {
		t.Errorf("%v lie there, %v", entries, err)
	}
}
