package site

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestProgram holds that another program in the place of one that is remembered is noticed, and that without a memory, or with
// a damaged one, the program is read.
func TestProgram(t *testing.T) {
	dir, state := t.TempDir(), filepath.Join(t.TempDir(), ".praxisblatt")
	path, memory := filepath.Join(dir, "program"), filepath.Join(state, programName)
	sum := func() string {
		t.Helper()
		s, err := sumOfProgram(path, state)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	put := func(text string) {
		t.Helper()
		if err := os.WriteFile(path, []byte(text), 0o755); err != nil {
			t.Fatal(err)
		}
		long := time.Now().Add(-time.Hour)
		if err := os.Chtimes(path, long, long); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := sumOfProgram(path, state); err == nil {
		t.Error("no program has a sum")
	}
	put("one")
	one := sum()
	put("two")
	two := sum()
	if one == two {
		t.Error("another program of the same size and time has the same sum")
	}
	text, err := os.ReadFile(memory)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(memory, text[:len(text)-1], 0o644); err != nil {
		t.Fatal(err)
	}
	if sum() != two {
		t.Error("a damaged memory is believed")
	}
	if err := os.RemoveAll(state); err != nil {
		t.Fatal(err)
	}
	if sum() != two {
		t.Error("without a memory it has another sum")
	}
}
