package edit

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func TestWrite(t *testing.T) {
	dir := t.TempDir()
	const name = "content/a/index.de.md"
	expect := func(err error, kind Kind, want string) {
		t.Helper()
		e, _ := errors.AsType[*Error](err)
		if kind == "" && err != nil || kind != "" && (e == nil || e.Kind != kind) {
			t.Errorf("the error is %v instead of %q", err, kind)
		}
		if text, err := os.ReadFile(filepath.Join(dir, name)); err != nil || string(text) != want {
			t.Errorf("the file is %q, %v", text, err)
		}
	}
	expect(Create(dir, name, "a"), "", "a")
	expect(Create(dir, name, "b"), Exists, "a")
	was, err := os.Stat(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	expect(Exchange(dir, name, "a", "b"), "", "b")
	if is, err := os.Stat(filepath.Join(dir, name)); err != nil || os.SameFile(was, is) {
		t.Errorf("the file was written over, %v", err)
	}
	expect(Exchange(dir, name, "a", "c"), Changed, "b")
	expect(Create(dir, "../out", "c"), Failed, "b")
	expect(Exchange(dir, "content/none", "a", "c"), Failed, "b")
	if names, _ := filepath.Glob(filepath.Join(dir, "content/a/.*")); len(names) > 0 {
		t.Errorf("%v is left behind", names)
	}
}
