package output

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// large is a site of which an edit changes little.
func large() tree {
	files := tree{"catalogue.json": ours}
	for i := range 60 {
		files[fmt.Sprintf("%s/sheets/%d.html", []string{"de", "fr"}[i%2], i)] = fmt.Sprint("sheet ", i)
	}
	return files
}

// formers counts the former folders that are kept.
func formers(t *testing.T, o Options) int {
	t.Helper()
	notes, _ := filepath.Glob(filepath.Join(o.State, "*"+formerNote))
	kept, _ := filepath.Glob(filepath.Join(o.State, "*"+formerName))
	if len(notes) != len(kept) {
		t.Errorf("notes %q, folders %q", notes, kept)
	}
	return len(kept)
}

// TestFormer builds one edit after the other, each of which lays in what differs from the site
// before the last one, and nothing else.
func TestFormer(t *testing.T) {
	o, files := catalogue(t), large()
	mustBuild(t, o, files)
	random := rand.New(rand.NewPCG(7, 11))
	var changed [2]int
	for round := range 40 {
		next, n := maps.Clone(files), 1+random.IntN(5)
		for i := range n {
			switch name := slices.Sorted(maps.Keys(next))[1+random.IntN(len(next)-1)]; random.IntN(4) {
			case 0:
				delete(next, name)
			case 1:
				next[fmt.Sprintf("new/%d/%d.html", round%7, i)] = "new"
			default:
				next[name] += "!"
			}
		}
		steps := map[string]int{}
		o = serial(t, Options{Dir: o.Dir, Root: o.Root, State: o.State, step: func(name string) error {
			steps[name]++
			if notes, _ := filepath.Glob(filepath.Join(o.State, "*"+formerNote)); name == "renew" && len(notes) > 0 {
				t.Errorf("round %d: a note speaks of a folder that is being changed", round)
			}
			return nil
		}})
		r := mustBuild(t, o, next)
		expect(t, o.Dir, next)
		if r.Written+r.Removed == 0 {
			continue
		}
		changed[0], changed[1] = changed[1], r.Written+r.Removed
		if round > 0 && (steps["link"] > changed[0]+changed[1] || steps["sweep"] > 0 || steps["renew"] != 1) {
			t.Errorf("round %d: %d and %d files differ, and the steps were %v", round, changed[0], changed[1], steps)
		}
		if formers(t, o) != 1 {
			t.Fatalf("round %d: no former folder", round)
		}
		files = next
	}
	if r := mustBuild(t, o, files); r.Unchanged != len(files) {
		t.Errorf("the manifest is not right: %+v", r)
	}
	for name := range files {
		files[name] += "?"
	}
	mustBuild(t, o, with(files, tree{"catalogue.json": ours}))
	if formers(t, o) != 0 {
		t.Error("a former folder is kept though nearly all has changed")
	}
}

// edited is a site after one day of editing.
func edited(day int) tree {
	files := large()
	files["de/sheets/0.html"] = fmt.Sprint("day ", day)
	if day%2 > 0 {
		files["fr/new/day.html"] = "day"
	} else {
		delete(files, "fr/sheets/1.html")
	}
	return files
}

// A meddling is what somebody does to what lies there.
type meddling struct {
	name      string
	do        func(o Options) error
	meanwhile bool // while a build goes on, else before it
	users     tree // what is the user's after that
	kept      int  // former folders, of the build
	renews    bool // the build uses the one before
}

func meddlings() []meddling {
	nothing := func(Options) error { return nil }
	own := func(root string) error {
		return os.WriteFile(filepath.Join(root, "de", "own.txt"), []byte("mine"), 0o644)
	}
	lose := func(root string) error { return os.Remove(filepath.Join(root, "fr", "sheets", "3.html")) }
	touch := func(o Options) error {
		return os.Chtimes(filepath.Join(o.Dir, "de", "sheets", "2.html"), time.Time{}, time.Now().Add(-time.Hour))
	}
	edit := func(word int, text string) func(Options) error {
		return func(o Options) error { return editNote(theFormer(o)+"-note", word, text) }
	}
	mine := tree{"de/own.txt": "mine"}
	return []meddling{
		{"nothing", nothing, false, nil, 1, true},
		{"own file", func(o Options) error { return own(o.Dir) }, false, mine, 0, false},
		{"lost file", func(o Options) error { return lose(o.Dir) }, false, nil, 0, false},
		{"touched file", touch, false, nil, 0, false},
		{"own file meanwhile", func(o Options) error { return own(o.Dir) }, true, mine, 0, true},
		{unseen, func(o Options) error { return inNoTime(filepath.Join(o.Dir, "de"), func() error { return own(o.Dir) }) }, true, mine, 0, true},
		{"lost file meanwhile", func(o Options) error { return lose(o.Dir) }, true, nil, 0, true},
		{"own file meanwhile, by a slow clock", func(o Options) error {
			long := time.Now().Add(-2 * time.Hour)
			return errors.Join(own(o.Dir), os.Chtimes(filepath.Join(o.Dir, "de"), long, long))
		}, true, mine, 0, true},
		{"own file for a lost one meanwhile", func(o Options) error {
			return os.Rename(filepath.Join(o.Dir, "fr", "sheets", "3.html"), filepath.Join(o.Dir, "fr", "sheets", "own.txt"))
		}, true, tree{"fr/sheets/own.txt": "sheet 3"}, 0, true},
		{"own file in the former folder", func(o Options) error { return own(theFormer(o)) }, false, nil, 1, false},
		{"lost file in the former folder", func(o Options) error { return lose(theFormer(o)) }, false, nil, 1, false},
		{"closed folder", func(o Options) error { return os.Chmod(filepath.Join(o.Dir, "fr"), 0o750) }, false, nil, 1, false},
		{"closed site", func(o Options) error { return os.Chmod(o.Dir, 0o750) }, false, nil, 1, false},
		{"no former folder", func(o Options) error { return os.RemoveAll(theFormer(o)) }, false, nil, 1, false},
		{"another former folder", edit(3, "1.2.3"), false, nil, 1, false},
		{"of another site", edit(4, "1.2.3"), false, nil, 1, false},
		{"damaged note", func(o Options) error { return os.Truncate(theFormer(o)+"-note", 200) }, false, nil, 1, false},
		{"no state", func(o Options) error { return os.RemoveAll(o.State) }, false, nil, 0, false},
	}
}

// unseen is a change that the time of its folder does not tell, since the one before came in the same moment.
const unseen = "own file in the same moment"

// inNoTime does something in a folder whose time stays.
func inNoTime(dir string, do func() error) error {
	is, err := os.Stat(dir)
	if err != nil {
		return err
	}
	return errors.Join(do(), os.Chtimes(dir, time.Time{}, is.ModTime()))
}

// editNote puts another word into the first line of a note, and the sum that belongs to it.
func editNote(note string, word int, text string) error {
	data, err := os.ReadFile(note)
	if err != nil {
		return err
	}
	lines := strings.SplitAfter(string(data[:strings.LastIndex(string(data), sumHead)]), "\n")
	words := strings.Split(lines[0], " ")
	words[word] = text
	lines[0] = strings.Join(words, " ")
	rest := strings.Join(lines, "")
	return os.WriteFile(note, fmt.Appendf([]byte(rest), "%s%x\n", sumHead, sha256.Sum256([]byte(rest))), 0o644)
}

// TestFormerDisturbed meddles with what lies there: what the user did stays, and no file of the site is missing at any moment.
func TestFormerDisturbed(t *testing.T) {
	for _, m := range meddlings() {
		for _, aged := range []bool{false, true} {
			if aged && m.name == unseen {
				continue
			}
			t.Run(fmt.Sprintf("%s, aged %t", m.name, aged), func(t *testing.T) { meddled(t, m, aged) })
		}
	}
}

// meddled builds seven days, with a meddling after three of them; aged folders changed so long ago that their times tell
// the next change for sure.
func meddled(t *testing.T, m meddling, aged bool) {
	o := catalogue(t)
	for day := range 7 {
		if day == 3 && formers(t, o) != 1 {
			t.Fatal("no former folder to begin with")
		}
		if day == 3 && !m.meanwhile {
			if err := m.do(o); err != nil {
				t.Fatal(err)
			}
		}
		if aged && day > 0 {
			age(t, o.Dir)
		}
		renewed, users := false, tree{}
		if day >= 3 {
			users = m.users
		}
		o.step = func(name string) error {
			switch name {
			case "renew":
				renewed = true
			case "intend":
				if m.meanwhile && day == 3 {
					return m.do(o)
				}
			case "retire", "sweep", "conclude":
				if !m.meanwhile || day != 3 || name == "conclude" {
					expect(t, o.Dir, with(edited(day), users))
				}
			}
			return nil
		}
		mustBuild(t, serial(t, o), edited(day))
		expect(t, o.Dir, with(edited(day), users))
		if day == 3 && (formers(t, o) != m.kept || renewed != m.renews) {
			t.Errorf("%d former folders, want %d; renewed %t, want %t", formers(t, o), m.kept, renewed, m.renews)
		}
		if s, err := Open(o); err != nil || s.stale {
			t.Errorf("day %d: the manifest does not tell what lies there, %v", day, err)
		} else {
			s.Abort()
		}
		nothingBeside(t, o)
	}
	for _, name := range []string{".", "fr"} {
		is, err := os.Stat(filepath.Join(o.Dir, name))
		if err != nil {
			t.Fatal(err)
		}
		closed := m.name == "closed site" && name == "." || m.name == "closed folder" && name == "fr"
		if is.Mode().Perm() != 0o750 == closed {
			t.Errorf("%s has mode %v", name, is.Mode())
		}
	}
}

// age lets all folders have changed an hour ago.
func age(t *testing.T, dir string) {
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		return os.Chtimes(name, time.Time{}, time.Now().Add(-time.Hour))
	})
	if err != nil {
		t.Fatal(err)
	}
}

// theFormer is where the former folder lies.
func theFormer(o Options) string {
	kept, _ := filepath.Glob(filepath.Join(o.State, "*"+formerName))
	return kept[0]
}

// A former folder must not keep the files of a site on the disk that somebody has deleted.
func TestFormerOfNothing(t *testing.T) {
	o := catalogue(t)
	other := o
	other.Dir = filepath.Join(o.Root, "elsewhere")
	for day := range 2 {
		mustBuild(t, o, edited(day))
		mustBuild(t, other, edited(day))
	}
	if formers(t, o) != 2 {
		t.Fatal("each of two sites has a former folder")
	}
	if err := os.RemoveAll(other.Dir); err != nil {
		t.Fatal(err)
	}
	mustBuild(t, o, edited(2))
	if n := formers(t, o); n != 1 {
		t.Errorf("%d former folders of one site", n)
	}
}

func FuzzFormer(f *testing.F) {
	f.Add("1.2.3 4.5.6 \"/public\"\nf 1790000000000000000 .\nf 7 de/sheets\nd de/index.html\n")
	f.Fuzz(func(t *testing.T, text string) {
		text = formerHead + text
		note, _ := parseFormer(fmt.Sprintf("%s%s%x\n", text, sumHead, sha256.Sum256([]byte(text))))
		for _, name := range note.differs {
			if Valid(name) != nil {
				t.Errorf("%q came out of a note", name)
			}
		}
	})
}

// TestFormerState holds that what was built since the state folder was saved is not taken for the user's where that is put back, also
// after two builds, whose folders take turns.
func TestFormerState(t *testing.T) {
	o, site := catalogue(t), func(n int) tree {
		return with(large(), tree{"catalogue.json": ours, fmt.Sprintf("assets/%d.js", n): fmt.Sprint(n)})
	}
	o.Owns = func(name string, _ []string) bool { return strings.HasPrefix(name, "assets/") }
	for builds := 1; builds <= 3; builds++ {
		mustBuild(t, o, site(0))
		saved := filepath.Join(t.TempDir(), "state")
		if err := os.CopyFS(saved, os.DirFS(o.State)); err != nil {
			t.Fatal(err)
		}
		for n := range builds {
			mustBuild(t, o, site(n+1))
		}
		if err := os.RemoveAll(o.State); err != nil {
			t.Fatal(err)
		}
		if err := os.CopyFS(o.State, os.DirFS(saved)); err != nil {
			t.Fatal(err)
		}
		mustBuild(t, o, site(9))
		expect(t, o.Dir, site(9))
	}
}
