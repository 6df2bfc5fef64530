package output

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// A file is retained if the last build made it of the same inputs and it was not touched since;
// what is neither retained nor written goes.
func TestRetain(t *testing.T) {
	page := func(dir string) string { return filepath.Join(dir, "de/a.html") }
	for _, test := range []struct {
		name    string
		stamp   string
		between func(o Options)
		inputs  Inputs
		want    bool
	}{
		{"untouched", "one", func(Options) {}, Inputs{1}, true},
		{"other inputs", "one", func(Options) {}, Inputs{9}, false},
		{"no inputs", "one", func(Options) {}, Inputs{}, false},
		{"inputs that nobody vouched for", "", func(Options) {}, Inputs{1}, false},
		{"touched", "one", func(o Options) { os.Chtimes(page(o.Dir), time.Time{}, time.Unix(1, 0)) }, Inputs{1}, false},
		{"changed", "one", func(o Options) { os.WriteFile(page(o.Dir), []byte("other"), 0o644) }, Inputs{1}, false},
		{"gone", "one", func(o Options) { os.Remove(page(o.Dir)) }, Inputs{1}, false},
		{"without the manifest", "one", func(o Options) { os.RemoveAll(o.State) }, Inputs{1}, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			o := catalogue(t)
			made := func(stamp string, retain Inputs) (retained bool) {
				s, err := Open(o)
				if err != nil {
					t.Fatal(err)
				}
				defer s.Abort()
				path, retained := Retain(s, retain)
				if retained != (path == "de/a.html") {
					t.Errorf("retained %q", path)
				}
				files := []File{{Path: "index.html", Bytes: []byte("home")}, {Path: "catalogue.json", Bytes: []byte(ours)}}
				if retain == (Inputs{}) && !retained && stamp != "again" {
					files = append(files, File{"de/a.html", []byte("page"), Inputs{1}}, File{"de/b.html", []byte("page"), Inputs{2}})
				}
				for _, f := range files {
					if err := s.Write(f); err != nil {
						t.Fatal(err)
					}
				}
				s.Stamp(stamp)
				if _, err := s.Commit(); err != nil {
					t.Fatal(err)
				}
				return retained
			}
			made(test.stamp, Inputs{})
			test.between(o)
			want := tree{"index.html": "home", "catalogue.json": ours}
			if got := made("again", test.inputs); got != test.want {
				t.Fatalf("retained: %v", got)
			}
			if test.want {
				want["de/a.html"] = "page"
			}
			expect(t, o.Dir, want)
			if test.want && !made("third", test.inputs) {
				t.Error("not retained a second time")
			}
		})
	}
}
