package output

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestBuild(t *testing.T) {
	for way := range ways {
		t.Run(way, func(t *testing.T) {
			o := force(catalogue(t), way)
			if way == "stepwise" {
				os.Mkdir(o.Dir, 0o755) // the folder that is beside nothing
			}
			first := mustBuild(t, o, before)
			if want := (Result{Written: 7, Stepwise: way == "stepwise"}); first != want {
				t.Errorf("first build: %+v, want %+v", first, want)
			}
			lay(t, o.Dir, users)
			for _, test := range []struct {
				name  string
				files tree
				want  Result
			}{
				{"the same", before, Result{Unchanged: 7, Carried: 5}},
				{"changed", after, Result{Written: 5, Unchanged: 2, Removed: 3, Carried: 5}},
				{"the same again", after, Result{Unchanged: 7, Carried: 5}},
				{"back", before, Result{Written: 5, Unchanged: 2, Removed: 3, Carried: 5}},
			} {
				got := mustBuild(t, o, test.files)
				test.want.Stepwise = strings.HasPrefix(way, "stepwise") && test.want.Written > 0
				if got != test.want {
					t.Errorf("%s: %+v, want %+v", test.name, got, test.want)
				}
				expect(t, o.Dir, with(test.files, users))
				nothingBeside(t, o)
			}
			if r := mustBuild(t, o, tree{"catalogue.json": ours}); r.Removed != 6 || r.Unchanged != 1 {
				t.Errorf("only removing: %+v", r)
			}
			expect(t, o.Dir, with(users, tree{"catalogue.json": ours}))
		})
	}
}

// Where nothing changed the folder keeps its inode and its times, and so do
// all files; where one changed the others keep theirs.
func TestLeftAlone(t *testing.T) {
	o := catalogue(t)
	mustBuild(t, o, before)
	stat := func(name string) fs.FileInfo {
		info, err := os.Stat(filepath.Join(o.Dir, name))
		if err != nil {
			t.Fatal(err)
		}
		return info
	}
	is := func(a, b fs.FileInfo) bool { return os.SameFile(a, b) && a.ModTime().Equal(b.ModTime()) }
	dir, file := stat("."), stat("de/index.html")
	o.step = func(name string) error { return fmt.Errorf("%s, though nothing changed", name) }
	mustBuild(t, o, before)
	if !is(dir, stat(".")) || !is(file, stat("de/index.html")) {
		t.Error("a build without changes touched the folder")
	}
	o.step = nil
	mustBuild(t, o, with(before, tree{"index.html": "other"}))
	if os.SameFile(dir, stat(".")) {
		t.Error("the folder was not exchanged")
	}
	if !is(file, stat("de/index.html")) {
		t.Error("an unchanged file was written again")
	}
}

// A file that is made once more is compared with the one that lies there, whatever its size and time say,
// and written only if it differs.
func TestCompared(t *testing.T) {
	o := catalogue(t)
	mustBuild(t, o, before)
	name := filepath.Join(o.Dir, "de/index.html")
	info, _ := os.Stat(name)
	later := info.ModTime().Add(1)
	os.Chtimes(name, later, later)
	if r := mustBuild(t, o, before); r.Written != 0 {
		t.Errorf("a file that was only touched was written: %+v", r)
	}
	os.WriteFile(name, []byte("HOME"), 0o644)
	os.Chtimes(name, later, later)
	if r := mustBuild(t, o, before); r.Written != 1 {
		t.Errorf("a file with other bytes of the same size and time was not written: %+v", r)
	}
	os.WriteFile(name, []byte("by hand"), 0o600)
	mustBuild(t, o, before)
	expect(t, o.Dir, before)
}

func TestStateDeleted(t *testing.T) {
	o := catalogue(t)
	mustBuild(t, o, before)
	users := with(users, tree{"de/link.html": "-> index.html"}) // at a path that a build can write, but no build makes links
	lay(t, o.Dir, users)
	os.RemoveAll(o.State)
	if r := mustBuild(t, o, before); r != (Result{Unchanged: 7, Carried: 6}) {
		t.Errorf("nothing changed: %+v", r)
	}
	os.RemoveAll(o.State)
	if r := mustBuild(t, o, after); r != (Result{Written: 5, Unchanged: 2, Removed: 3, Carried: 6}) {
		t.Errorf("changed: %+v", r)
	}
	expect(t, o.Dir, with(after, users))

	// Without anyone to say what a build can write, nothing is removed.
	os.RemoveAll(o.State)
	o.Owns = nil
	mustBuild(t, o, with(after, tree{"de/index.html": after["de/index.html"]}))
	expect(t, o.Dir, with(after, users))
}

// Who says what a build can write is told in which languages the site is that lies there.
func TestStateDeletedLanguages(t *testing.T) {
	for text, want := range map[string]string{
		`{"generator": "praxisblatt 1.0", "languages": ["de", "fr"], "sheets": []}`: "[de fr]",
		`{"languages": ["en"], "generator": "praxisblatt 1.0"`:                      "[en]",
		`{"generator": "praxisblatt 1.0", "languages": "de", "sheets": [{"a": `:     "[]",
	} {
		o := catalogue(t)
		mustBuild(t, o, with(before, tree{"catalogue.json": text}))
		os.RemoveAll(o.State)
		asked := ""
		o.Owns = func(_ string, langs []string) bool { asked = fmt.Sprint(langs); return true }
		if mustBuild(t, o, before); asked != want {
			t.Errorf("of %s: %s, not %s", text, asked, want)
		}
	}
}

// Size and time that fit what was and what was intended tell nothing.
func TestRecognise(t *testing.T) {
	file := found{path: "x", size: 1, mtime: 1}
	of := func(inputs byte) *entry {
		return &entry{path: "x", inputs: Inputs{inputs}, size: 1, mtime: 1, sure: true}
	}
	a, b := of(1), of(2)
	other, unsure := &entry{path: "x", size: 2, mtime: 1, sure: true}, &entry{path: "x", size: 1, mtime: 1}
	tests := []struct {
		name         string
		file         found
		before, next *entry
		want         *entry
	}{
		{"not ours", file, nil, nil, nil},
		{"as before", file, a, nil, a},
		{"as before, not as intended", file, a, other, a},
		{"as intended", file, other, b, b},
		{"new as intended", file, nil, b, b},
		{"both the same", file, a, a, a},
		{"both, made of the same", file, a, of(1), a},
		{"both, but different", file, a, b, unsure},
		{"both, made of what nobody knows", file, of(0), of(0), unsure},
		{"neither", file, other, other, unsure},
		{"never sure", file, unsure, nil, unsure},
		{"a link now", found{path: "x", size: 1, mtime: 1, mode: fs.ModeSymlink}, a, a, nil},
	}
	for _, test := range tests {
		got := recognise(test.file, test.before, test.next)
		if (got == nil) != (test.want == nil) || got != nil && *got != *test.want {
			t.Errorf("%s: %+v, want %+v", test.name, got, test.want)
		}
	}
}
