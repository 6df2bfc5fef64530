package cache

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// A file is replaced as a whole or not at all, and nothing is left beside it.
func TestReplace(t *testing.T) {
	path := filepath.Join(t.TempDir(), "folder", "name")
	says := func(text string, err error) func(io.Writer) error {
		return func(w io.Writer) error {
			_, errWrite := io.WriteString(w, text)
			return errors.Join(err, errWrite)
		}
	}
	full := errors.New("full")
	var before fs.FileInfo
	for _, test := range []struct {
		text string
		err  error
		want string
	}{{"one", nil, "one"}, {"half", full, "one"}, {"two", nil, "two"}} {
		if err := Replace(path, says(test.text, test.err)); !errors.Is(err, test.err) {
			t.Errorf("%s: %v", test.text, err)
		}
		if data, _ := os.ReadFile(path); string(data) != test.want {
			t.Errorf("after %s: %q, want %q", test.text, data, test.want)
		}
		if entries, _ := os.ReadDir(filepath.Dir(path)); len(entries) != 1 {
			t.Errorf("after %s: %v", test.text, entries)
		}
		after, err := os.Stat(path)
		if err != nil || os.SameFile(before, after) != (test.err != nil) {
			t.Errorf("after %s: another file is in place %v, %v", test.text, !os.SameFile(before, after), err)
		}
		before = after
	}
}

// TestReadFile holds that only what is a file itself is read.
func TestReadFile(t *testing.T) {
	dir := t.TempDir()
	file, link := filepath.Join(dir, "file"), filepath.Join(dir, "link")
	if err := os.WriteFile(file, []byte("text"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(file, link); err != nil {
		t.Skip(err)
	}
	if text, err := ReadFile(file); err != nil || string(text) != "text" {
		t.Errorf("%q, %v", text, err)
	}
	for _, path := range []string{link, dir, filepath.Join(dir, "none")} {
		if text, err := ReadFile(path); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s is %q, %v", path, text, err)
		}
	}
}

// A file that can't be closed, as a full disk of another machine may tell only then, is not put in place.
func TestReplaceNotClosed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "name")
	if err := os.WriteFile(path, []byte("one"), 0o644); err != nil {
		t.Fatal(err)
	}
	err := Replace(path, func(w io.Writer) error {
		_, err := io.WriteString(w, "two")
		return errors.Join(err, w.(io.Closer).Close()) // so that the next one fails
	})
	if !errors.Is(err, os.ErrClosed) {
		t.Errorf("a file that could not be closed: %v", err)
	}
	if data, _ := os.ReadFile(path); string(data) != "one" {
		t.Errorf("it was put in place: %q", data)
	}
	if entries, _ := os.ReadDir(filepath.Dir(path)); len(entries) != 1 {
		t.Errorf("it was left there: %v", entries)
	}
}
