package dirent

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// TestRead holds that entries are what the standard library says of the same things, whatever they are.
func TestRead(t *testing.T) {
	dir := t.TempDir()
	for name, mode := range map[string]fs.FileMode{"a": 0o644, "b ü": 0o600, "script": 0o755, "sticky": fs.ModeSticky | 0o644, "as-owner": fs.ModeSetuid | 0o755} {
		file := filepath.Join(dir, name)
		if err := errors.Join(os.WriteFile(file, []byte(name), 0o644), os.Chmod(file, mode)); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(os.Mkdir(filepath.Join(dir, "folder"), 0o755), os.Chmod(filepath.Join(dir, "folder"), fs.ModeSetgid|0o750)); err != nil {
		t.Fatal(err)
	}
	for _, err := range []error{os.Symlink("nowhere", filepath.Join(dir, "link")), special(dir)} {
		if err != nil {
			t.Log("not here:", err)
		}
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var want []Entry
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			t.Fatal(err)
		}
		want = append(want, Entry{Name: info.Name(), Mode: info.Mode(), Size: info.Size(), Mtime: info.ModTime().UnixNano()})
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	got := readAll(t, dir)
	for i, e := range got {
		if again, err := Lstat(root, e.Name); err != nil || again != e {
			t.Errorf("Lstat(%q) = %v, %v, listed as %v", e.Name, again, err, e)
		}
		got[i].Ctime, got[i].Inode = 0, 0
	}
	if !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if _, err := Lstat(root, "folder/none"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("what is not there: %v", err)
	}
}

func readAll(t *testing.T, dir string) []Entry {
	f, err := os.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all, err := Read(f)
	if err != nil {
		t.Fatal(err)
	}
	return all
}
