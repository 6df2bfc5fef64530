package output

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// stamped builds with a stamp.
func stamped(t *testing.T, o Options, files tree, stamp string) error {
	t.Helper()
	s, err := Open(o)
	if err != nil {
		t.Fatal(err)
	}
	s.Stamp(stamp)
	for path, text := range files {
		if err := s.Write(File{Path: path, Bytes: []byte(text)}); err != nil {
			s.Abort()
			return err
		}
	}
	_, err = s.Commit()
	return err
}

func TestCurrent(t *testing.T) {
	for _, test := range []struct {
		name    string
		between func(t *testing.T, o Options)
		stamp   string
		want    bool
	}{
		{"nothing happened", func(*testing.T, Options) {}, "one", true},
		{"another stamp", func(*testing.T, Options) {}, "two", false},
		{"no stamp", func(*testing.T, Options) {}, "", false},
		{"a file of the user's", func(t *testing.T, o Options) { lay(t, o.Dir, tree{"mine.txt": "x"}) }, "one", true},
		{"a file was touched", func(t *testing.T, o Options) { lay(t, o.Dir, tree{"index.html": "other"}) }, "one", false},
		{"a file is gone", func(t *testing.T, o Options) { os.Remove(filepath.Join(o.Dir, "index.html")) }, "one", false},
		{"the folder is gone", func(t *testing.T, o Options) { os.RemoveAll(o.Dir) }, "one", false},
		{"the state is gone", func(t *testing.T, o Options) { os.RemoveAll(o.State) }, "one", false},
		{"built without a stamp since", func(t *testing.T, o Options) { mustBuild(t, o, before) }, "one", false},
		{"built with another since", func(t *testing.T, o Options) { stamped(t, o, before, "two") }, "one", false},
		{"a build failed since", func(t *testing.T, o Options) {
			o.step = func(name string) error {
				if name == "conclude" {
					return errors.New("killed")
				}
				return nil
			}
			if stamped(t, o, after, "two") == nil {
				t.Fatal("it was not killed")
			}
		}, "two", false},
	} {
		t.Run(test.name, func(t *testing.T) {
			o := catalogue(t)
			if err := stamped(t, o, before, "one"); err != nil {
				t.Fatal(err)
			}
			test.between(t, o)
			s, err := Open(o)
			if err != nil {
				t.Fatal(err)
			}
			defer s.Abort()
			if got := s.Current(test.stamp); got != test.want {
				t.Errorf("current: %v", got)
			}
			if !test.want {
				return
			}
			if r := s.Leave(); r.Unchanged != len(before) || r.Written+r.Removed != 0 {
				t.Errorf("kept %+v", r)
			}
		})
	}
}
