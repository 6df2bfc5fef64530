package output

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
)

func TestForeign(t *testing.T) {
	tests := []struct {
		name  string
		files tree
		names string // of the files that are in the way; empty where there are none
	}{
		{"empty", tree{}, ""},
		{"names with a dot", tree{".gitignore": "", ".well-known/a/b": "x", ".git/HEAD": "x"}, ""},
		{"one file", tree{"thesis.odt": "years of work"}, "thesis.odt"},
		{"many", tree{"a/1": "", "a/2": "", "b": "", "c": "", "d": "", "e": "", "f": "", ".g": ""}, "a/1 a/2 b c d"},
		{"a folder", tree{"photos": "/"}, "photos"},
		{"a link", tree{"there": "-> /etc"}, "there"},
		{"a site of another tool", tree{"catalogue.json": `{"generator": "hugo"}`, "index.html": "x"}, "catalogue.json index.html"},
		{"broken JSON", tree{"catalogue.json": `{"generator": "praxisblatt`}, "catalogue.json"},
		{"not an object", tree{"catalogue.json": `["generator", "praxisblatt"]`}, "catalogue.json"},
		{"generator further down", tree{"catalogue.json": `{"x": {"generator": "praxisblatt"}, "generator": 7}`}, "catalogue.json"},
		{"a link to a catalogue", tree{"catalogue.json": "-> .real.json", ".real.json": ours}, "catalogue.json"},
		{"ours", tree{"catalogue.json": ours, "notes.txt": "x"}, ""},
		{"ours, not first", tree{"catalogue.json": `{"sheets": [{"a": [1, {}]}], "generator": "praxisblatt"}`}, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			o := catalogue(t)
			os.Mkdir(o.Dir, 0o755)
			lay(t, o.Dir, test.files)
			_, err := build(o, before)
			if test.names == "" {
				if err != nil {
					t.Fatal(err)
				}
				delete(test.files, "catalogue.json")
				expect(t, o.Dir, with(before, test.files))
				return
			}
			if e := wantKind(t, err, KindForeign); strings.Join(e.Names, " ") != test.names {
				t.Errorf("names %q, want %q", e.Names, test.names)
			}
			expect(t, o.Dir, test.files)
		})
	}
}

// A manifest is not a licence for another folder that has taken the place of
// the one it speaks of.
func TestForeignInPlace(t *testing.T) {
	for name, remove := range map[string]func(dir string) error{
		"another folder": os.RemoveAll,
		"the same folder": func(dir string) error {
			entries, err := os.ReadDir(dir)
			for _, e := range entries {
				err = errors.Join(err, os.RemoveAll(filepath.Join(dir, e.Name())))
			}
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			o := catalogue(t)
			mustBuild(t, o, before)
			if err := remove(o.Dir); err != nil {
				t.Fatal(err)
			}
			mine := tree{"index.html": "my own homepage", "photo.jpg": "x"}
			lay(t, o.Dir, mine)
			_, err := build(o, after)
			wantKind(t, err, KindForeign)
			expect(t, o.Dir, mine)
		})
	}
}

func TestCollision(t *testing.T) {
	tests := []struct {
		name  string
		users tree
		path  string // of a file that build wants to write
		text  string
		other string // what is in the way
	}{
		{"a file", tree{"de/x.html": "mine"}, "de/x.html", "ours", "de/x.html"},
		{"a file of the same bytes", tree{"de/x.html": "same"}, "de/x.html", "same", ""},
		{"a link", tree{"de/x.html": "-> index.html"}, "de/x.html", "ours", "de/x.html"},
		{"a file for a folder", tree{"it": "mine"}, "it/index.html", "ours", "it"},
		{"a link for a folder", tree{"it": "-> /etc"}, "it/praxisblatt.html", "ours", "it"},
		{"a link to a folder of ours", tree{"it": "-> de"}, "it/index.html", "ours", "it"},
		{"a folder for a file", tree{"de/x.html/readme": "mine"}, "de/x.html", "ours", "de/x.html"},
		{"an empty folder for a file", tree{"de/x.html": "/"}, "de/x.html", "ours", "de/x.html"},
		{"an empty folder for a folder", tree{"it": "/"}, "it/x.html", "ours", ""},
		{"deep", tree{"it/a": "mine"}, "it/a/b/c/d.html", "ours", "it/a"},
	}
	for _, test := range tests {
		for _, way := range []string{"exchange", "stepwise"} {
			t.Run(test.name+", "+way, func(t *testing.T) {
				o := force(catalogue(t), way)
				os.Mkdir(o.Dir, 0o755)
				mustBuild(t, o, before)
				lay(t, o.Dir, test.users)
				_, err := build(o, with(before, tree{test.path: test.text}))
				if test.other == "" {
					if err != nil {
						t.Error(err)
					}
					mustBuild(t, o, before)
					if is := look(t, o.Dir)[test.path]; is != "" {
						t.Errorf("%q became ours but is not removed", is)
					}
					return
				}
				if e := wantKind(t, err, KindCollision); e.Path != test.path || e.Names[0] != test.other {
					t.Errorf("%+v", e)
				}
				expect(t, o.Dir, with(before, test.users))
				nothingBeside(t, o)
			})
		}
	}
}

// A link in the place of a folder of ours is neither followed nor lost.
func TestLinkInPlaceOfFolder(t *testing.T) {
	for _, way := range []string{"exchange", "stepwise"} {
		t.Run(way, func(t *testing.T) {
			o := force(catalogue(t), way)
			os.Mkdir(o.Dir, 0o755)
			outside := filepath.Join(o.Root, "precious")
			precious := tree{"index.html": "precious", "sheets/gone.html": "precious"}
			lay(t, outside, precious)
			mustBuild(t, o, before)
			os.RemoveAll(filepath.Join(o.Dir, "de"))
			os.Symlink(outside, filepath.Join(o.Dir, "de"))
			_, err := build(o, after)
			wantKind(t, err, KindCollision)
			expect(t, outside, precious)
			// A site that has nothing there any more leaves the link to the user.
			mustBuild(t, o, tree{"index.html": "only"})
			expect(t, outside, precious)
			if target, _ := os.Readlink(filepath.Join(o.Dir, "de")); target != outside {
				t.Errorf("the link leads to %q", target)
			}
		})
	}
}

// What the user does while a build is at work, up to the last moment, is in
// the new site.
func TestMeanwhile(t *testing.T) {
	for _, moment := range []string{"write", "exchange", "sweep"} {
		t.Run(moment, func(t *testing.T) {
			o := catalogue(t)
			mustBuild(t, o, before)
			lay(t, o.Dir, users)
			changes := tree{"de/own/more.txt": "more", ".new/file": "new", "CNAME": "example.com"}
			var once sync.Once
			o.step = func(name string) error {
				if name == moment {
					once.Do(func() {
						os.Remove(filepath.Join(o.Dir, "CNAME"))
						lay(t, o.Dir, changes)
					})
				}
				return nil
			}
			mustBuild(t, o, after)
			expect(t, o.Dir, with(after, users, changes))
			nothingBeside(t, o)
		})
	}
}

// TestStopped holds that after a build which ended when the folder had been exchanged nothing of its site stays
// in another one, and that what the user did until then is in that.
func TestStopped(t *testing.T) {
	for _, way := range []string{"exchange", "renames"} {
		t.Run(way, func(t *testing.T) {
			o := catalogue(t)
			o.Owns = nil
			mustBuild(t, o, before)
			lay(t, o.Dir, users)
			stopped := force(o, way)
			forced, meanwhile := stopped.step, tree{"de/own/more.txt": "more"}
			stopped.step = func(name string) error {
				switch name {
				case "exchange":
					lay(t, o.Dir, meanwhile)
				case "rescue":
					return syscall.EIO
				}
				return forced(name)
			}
			if _, err := build(stopped, after); err == nil {
				t.Fatal("the build was not stopped")
			}
			expect(t, o.Dir, with(after, users))
			s, err := Open(o)
			if err != nil {
				t.Fatal(err)
			}
			s.Abort()
			other := tree{"catalogue.json": ours, "index.html": "another"}
			mustBuild(t, o, other)
			expect(t, o.Dir, with(other, users, meanwhile))
			nothingBeside(t, o)
		})
	}
}

// A path that was ours and is not any more is the user's again, whoever took
// the file away.
func TestGivenBack(t *testing.T) {
	mine := tree{"de/sheets/gone.html": "mine"}
	t.Run("removed by build", func(t *testing.T) {
		o := catalogue(t)
		mustBuild(t, o, before)
		mustBuild(t, o, after)
		lay(t, o.Dir, mine)
		mustBuild(t, o, with(after, tree{"index.html": "x"}))
		expect(t, o.Dir, with(after, tree{"index.html": "x"}, mine))
	})
	t.Run("removed by the user", func(t *testing.T) {
		o := catalogue(t)
		mustBuild(t, o, before)
		os.Remove(filepath.Join(o.Dir, "de/sheets/gone.html"))
		rest := with(before)
		delete(rest, "de/sheets/gone.html")
		mustBuild(t, o, rest)
		lay(t, o.Dir, mine)
		mustBuild(t, o, after)
		expect(t, o.Dir, with(after, mine))
	})
}

// A build that stopped on its way is finished in the folder as it is then: not
// through links that have come since.
func TestFinishedWithoutFollowing(t *testing.T) {
	for _, last := range []string{"move", "remove"} {
		t.Run(last, func(t *testing.T) {
			o := catalogue(t)
			mustBuild(t, o, before)
			stopped := force(o, "stepwise")
			forced := stopped.step
			stopped.step = func(name string) error {
				if name == last {
					return syscall.EIO
				}
				return forced(name)
			}
			if _, err := build(stopped, after); err == nil {
				t.Fatal("the build was not stopped")
			}
			mine := tree{"mine/gone/too.html": "mine", "mine/new/too.html": "mine"}
			lay(t, o.Dir, mine)
			for _, lang := range []string{"fr", "en"} {
				os.RemoveAll(filepath.Join(o.Dir, lang))
				os.Symlink("mine", filepath.Join(o.Dir, lang))
			}
			_, err := build(o, after)
			wantKind(t, err, KindCollision)
			for name, text := range mine {
				if got := look(t, o.Dir)[name]; got != text {
					t.Errorf("%s is %q", name, got)
				}
			}
			// With the links away the site comes out whole.
			os.Remove(filepath.Join(o.Dir, "fr"))
			os.Remove(filepath.Join(o.Dir, "en"))
			mustBuild(t, o, after)
			expect(t, o.Dir, with(after, mine))
			nothingBeside(t, o)
		})
	}
}

// What is taken away while a build is at work: a file of the user's is no
// loss, one of ours stops the build before the folder is touched.
func TestVanished(t *testing.T) {
	for name, when := range map[string]string{"CNAME": "write", "de/sheets/same.html": "link"} {
		t.Run(name, func(t *testing.T) {
			o := catalogue(t)
			mustBuild(t, o, before)
			lay(t, o.Dir, users)
			vanishing := o
			vanishing.step = func(step string) error {
				if step == when {
					os.Remove(filepath.Join(o.Dir, filepath.FromSlash(name)))
				}
				return nil
			}
			want := with(after, users)
			r, err := build(vanishing, after)
			if name == "CNAME" {
				delete(want, name)
				if err != nil || r.Stepwise {
					t.Errorf("%+v, %v", r, err)
				}
			} else {
				wantKind(t, err, KindFailed)
				nothingBeside(t, o)
				mustBuild(t, o, after)
			}
			expect(t, o.Dir, want)
		})
	}
}

// TestOlderState holds that a site which was built with another state folder since, such as
// that of another copy of the catalogue, is replaced as a whole all the same.
func TestOlderState(t *testing.T) {
	for _, way := range []string{"exchange", "renames"} {
		t.Run(way, func(t *testing.T) {
			o := force(catalogue(t), way)
			other := o
			other.State = filepath.Join(o.Root, "other")
			mustBuild(t, o, before)
			lay(t, o.Dir, users)
			mustBuild(t, other, with(after, tree{"fr/more/page.html": "x"}))
			s, err := Open(o)
			if err != nil {
				t.Fatal(err)
			}
			if s.Abort(); s.Current(s.before) {
				t.Error("the other's site is taken for ours")
			}
			mustBuild(t, o, with(before, tree{"de/sheets/new.html": "mine"}))
			expect(t, o.Dir, with(before, users, tree{"de/sheets/new.html": "mine"}))
			mustBuild(t, other, after)
			expect(t, o.Dir, with(after, users))
			nothingBeside(t, o)
		})
	}
}
