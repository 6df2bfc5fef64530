package inputs

import (
	"crypto/sha256"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func names(entries []fs.DirEntry) string {
	var all []string
	for _, e := range entries {
		name := e.Name()
		if e.IsDir() {
			name += "/"
		}
		all = append(all, name)
	}
	return strings.Join(all, " ")
}

// TestFiles holds that folders list what was seen, whatever has come and gone since, and that a file which
// was opened and is another one now is noticed.
func TestFiles(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"content/a.md", "content/b/c.md", "content/b-d/e.md", "content/b/deep/f.md", "elsewhere/g", "site.yaml"} {
		write(t, dir, name, name, long)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	seen := take(t, dir, nil, "content", "site.yaml", "absent")
	f := seen.Files(root.FS())
	write(t, dir, "content/b/later.md", "x", long)
	os.Remove(filepath.Join(dir, "content/b/c.md"))
	for folder, want := range map[string]string{"content": "a.md b/ b-d/", "content/b": "c.md deep/", "elsewhere": "g"} {
		entries, err := fs.ReadDir(f, folder)
		if got := names(entries); err != nil || got != want {
			t.Errorf("%s holds %s, not %s: %v", folder, got, want, err)
		}
	}
	if _, err := fs.ReadDir(f, "absent"); err == nil {
		t.Error("a folder that there is not is listed")
	}
	if info, err := fs.Stat(f, "content/b/c.md"); err != nil || info.Size() != int64(len("content/b/c.md")) || !info.Mode().IsRegular() {
		t.Errorf("%v, %v", info, err)
	}
	same := func(want bool, what string) {
		t.Helper()
		if f.Same(root) != want {
			t.Error(what)
		}
	}
	same(true, "nothing was opened, and something has changed")
	if _, err := fs.ReadFile(f, "content/a.md"); err != nil {
		t.Error(err)
	}
	write(t, dir, "content/a.md", "another", long)
	same(true, "what was read was what had been seen")
	if data, err := fs.ReadFile(f, "content/a.md"); err != nil || string(data) != "another" {
		t.Errorf("%s %v", data, err)
	}
	same(false, "another text was read than had been seen")
	f = seen.Files(root.FS())
	opened, err := f.Open("content/b-d/e.md")
	if err != nil {
		t.Fatal(err)
	}
	opened.Close()
	same(true, "what was opened is the same")
	write(t, dir, "content/b-d/e.md", "another", long)
	same(false, "what was opened is another file now")
	f = seen.Files(root.FS())
	f.Open("content/new.md")
	same(true, "what there was not is not there")
	write(t, dir, "content/new.md", "x", long)
	same(false, "what there was not is there now")
}

// TestReading holds that what had to be read is handed over, and that nothing is that was known or is no text.
func TestReading(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "content/a.md", "eins", long)
	write(t, dir, "content/b.yaml", "zwei", long)
	write(t, dir, "content/c.md", strings.Repeat("x", most+1), long)
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	var told []string
	look := func(before *Snapshot) *Snapshot {
		s, err := TakeAt(time.Now().Add(time.Hour), root, []string{"content"}, before, func(path, text string, sum [sha256.Size]byte) {
			if sum != sha256.Sum256([]byte(text)) {
				t.Errorf("%s has another sum", path)
			}
			told = append(told, path+" "+text)
		})
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	first := look(nil)
	look(first)
	if got := strings.Join(told, ", "); got != "content/a.md eins" {
		t.Errorf("read are %.99s", got)
	}
	if size, sum, ok := first.File("content/a.md"); !ok || size != 4 || sum == [32]byte{} {
		t.Errorf("%d %v %v", size, sum, ok)
	}
	if _, _, ok := first.File("content"); ok {
		t.Error("a folder is taken for a file")
	}
}

// TestManyFolders holds that folders which several processors look at are seen whole.
func TestManyFolders(t *testing.T) {
	dir := t.TempDir()
	for i := range 3 * many {
		write(t, dir, filepath.Join("content", strings.Repeat("a", i+1), "x.md"), strings.Repeat("x", i), long)
	}
	s := take(t, dir, nil, "content")
	if len(s.files) != 1+6*many {
		t.Errorf("%d files and folders", len(s.files))
	}
	for _, f := range s.files {
		if !f.folder && int(f.size) != len(filepath.Base(filepath.Dir(f.path)))-1 {
			t.Errorf("%s has %d bytes", f.path, f.size)
		}
	}
}
