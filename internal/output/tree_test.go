package output

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// tree is a folder as a map: contents of files by path, "-> target" for a
// link, "/" for an empty folder.
type tree map[string]string

const ours = `{"generator": "praxisblatt 1.0", "sheets": []}`

// before and after are a site and what one day of editing makes of it.
var (
	before = tree{
		"index.html": "choose", "catalogue.json": ours, "assets/old.css": "x{}",
		"de/index.html": "home", "de/sheets/same.html": "same", "de/sheets/gone.html": "gone", "fr/gone/too.html": "gone",
	}
	after = tree{
		"index.html": "choose!", "catalogue.json": ours, "assets/new.css": "y{}",
		"de/index.html": "home with more", "de/sheets/same.html": "same", "de/sheets/new.html": "new", "en/new/too.html": "new",
	}
	users = tree{".gitignore": "*\n", ".well-known/security.txt": "mail", "CNAME": "example.org", "de/own/notes.txt": "mine", "old": "-> index.html", "empty": "/"}
)

func with(trees ...tree) tree {
	all := tree{}
	for _, t := range trees {
		maps.Copy(all, t)
	}
	return all
}

// lay writes a tree to disk.
func lay(t testing.TB, dir string, files tree) {
	t.Helper()
	for name, text := range files {
		name = filepath.Join(dir, filepath.FromSlash(name))
		err := os.MkdirAll(filepath.Dir(name), 0o755)
		if target, ok := strings.CutPrefix(text, "-> "); ok {
			err = errors.Join(err, os.Symlink(target, name))
		} else if text == "/" {
			err = errors.Join(err, os.Mkdir(name, 0o755))
		} else {
			err = errors.Join(err, os.WriteFile(name, []byte(text), 0o644))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// look reads a folder; nil where it is absent.
func look(t testing.TB, dir string) tree {
	t.Helper()
	files := tree{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(dir, name)
		rel = filepath.ToSlash(rel)
		switch {
		case d.IsDir():
			if inside, err := os.ReadDir(name); err != nil || len(inside) > 0 || rel == "." {
				return err
			}
			files[rel] = "/"
		case d.Type() == fs.ModeSymlink:
			target, err := os.Readlink(name)
			files[rel] = "-> " + target
			return err
		default:
			data, err := os.ReadFile(name)
			files[rel] = string(data)
			return err
		}
		return nil
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func expect(t testing.TB, dir string, want tree) {
	t.Helper()
	got := look(t, dir)
	for _, name := range slices.Sorted(maps.Keys(with(got, want))) {
		if got[name] != want[name] {
			t.Errorf("%s is %q, want %q", name, got[name], want[name])
		}
	}
}

// catalogue makes the options of a catalogue in a new folder.
func catalogue(t testing.TB) Options {
	root, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return Options{
		Dir: filepath.Join(root, "public"), Root: root, State: filepath.Join(root, ".praxisblatt"),
		Owns: func(name string, _ []string) bool {
			return name == "index.html" || name == "catalogue.json" || slices.Contains([]string{"assets", "de", "fr", "en"}, strings.Split(name, "/")[0]) && !strings.Contains(name, "own")
		},
	}
}

func build(o Options, files tree) (Result, error) {
	s, err := Open(o)
	if err != nil {
		return Result{}, err
	}
	defer s.Abort()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if err := s.Write(File{Path: name, Bytes: []byte(files[name])}); err != nil {
			return Result{}, err
		}
	}
	return s.Commit()
}

func mustBuild(t testing.TB, o Options, files tree) Result {
	t.Helper()
	r, err := build(o, files)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// wantKind fails unless err is an Error of a kind, and returns it.
func wantKind(t testing.TB, err error, kind Kind) *Error {
	t.Helper()
	e, ok := errors.AsType[*Error](err)
	if !ok || e.Kind != kind || e.Error() == "" {
		t.Fatalf("error %v, want one of kind %s", err, kind)
	}
	return e
}

// nothingBeside fails if a build left something beside the folder.
func nothingBeside(t testing.TB, o Options) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(o.Dir))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), "."+filepath.Base(o.Dir)) {
			t.Errorf("%s is left", e.Name())
		}
	}
	state, _ := os.ReadDir(o.State)
	for _, e := range state {
		if name := e.Name(); name != "lock" && (!strings.HasPrefix(name, "output-") || strings.Contains(name, ".") && !strings.Contains(name, formerName)) {
			t.Errorf("%s is left in the state folder", name)
		}
	}
}

// ways are all that lead into a folder: which steps must fail for each.
var ways = map[string][]string{
	"exchange":            nil,
	"renames":             {"exchange"},
	"stepwise":            {"stage"},
	"stepwise, no links":  {"probe"},
	"stepwise, link late": {"link"},
	"stepwise, busy":      {"exchange", "aside"},
	"stepwise, in use":    {"exchange", "forward"},
}

// force lets steps fail as if two folders lay on two file systems.
func force(o Options, way string) Options {
	o.step = func(name string) error {
		if slices.Contains(ways[way], name) {
			return syscall.EXDEV
		}
		return nil
	}
	return o
}
