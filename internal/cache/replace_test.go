package cache

import (
	"errors"
	"io"
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
	}
}
