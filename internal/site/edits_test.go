package site

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
)

var (
	seed  = flag.Uint64("seed", defaultSeed(), "of the edits of TestEdits")
	edits = flag.Int("edits", manyEdits, "how many edits TestEdits makes")
)

// TestEdits holds that a site which is built again and again, in the same folder and
// with the same memory, is at every moment the one that would be built for the first
// time: same files, same bytes, same findings, same errors. Between two builds come
// edits of all kinds, chosen and placed by a seed, and damage to what is remembered;
// what serve shows is held to the same.
func TestEdits(t *testing.T) {
	notShort(t)
	t.Logf("to repeat: go test ./internal/site -run TestEdits -seed %d -edits %d", *seed, *edits)
	e := newEditor(t, *seed)
	e.build("the first build")
	var waiting []edit
	for n := 1; n <= *edits; n++ {
		if len(waiting) == 0 { // so each kind has its turn
			waiting = slices.Clone(allEdits)
			e.r.Shuffle(len(waiting), func(i, j int) { waiting[i], waiting[j] = waiting[j], waiting[i] })
		}
		told := []string{fmt.Sprintf("%d:", n)}
		for range 1 + e.r.IntN(5)/4 { // now and then two at once
			if len(waiting) > 0 {
				told = append(told, e.edit(waiting[0]))
				waiting = waiting[1:]
			}
		}
		e.build(strings.Join(told, " "))
	}
	if e.vouched*20 < *edits { // most edits are mistakes, after some of which nothing is built until they are mended
		t.Errorf("only after %d of %d builds could the next have retained anything", e.vouched, *edits)
	}
}

// An editor works on a catalogue on disk.
type editor struct {
	t       *testing.T
	r       *rand.Rand
	dir     string
	o       Options
	b       BuildOptions
	before  map[string]string // the catalogue as it was at first
	changed []string          // since the last build, as a watcher would tell
	serving *Loaded           // what serve has
	old     []map[string]string
	log     []string
	vouched int // builds whose pages the next may retain
}

func newEditor(t *testing.T, seed uint64) *editor {
	e := &editor{t: t, r: rand.New(rand.NewPCG(seed, 1)), dir: filepath.Join(t.TempDir(), "catalogue"), b: BuildOptions{Force: true}}
	e.must(os.Mkdir(e.dir, 0o755))
	e.o = Options{Dir: e.dir, Now: today(t), Version: "test"}
	for name, f := range golden(t) {
		e.put(name, string(f.Data))
	}
	for name, f := range generated(4) {
		switch {
		case strings.HasPrefix(name, "content/sheets/"):
			e.put(name, string(f.Data))
		case strings.HasPrefix(name, "content/vocabulary/"): // without their terms the sheets would be left out
			e.put(name, string(golden(t)[name].Data)+"\n"+string(f.Data))
		}
	}
	e.before = e.texts("")
	return e
}

// edit makes an edit and tells of it.
func (e *editor) edit(do edit) string {
	for range 20 {
		if did := do.do(e); did != "" {
			return do.name + " " + did
		}
	}
	return do.name + " was not possible"
}

// build builds once more, and for the first time, and compares.
func (e *editor) build(after string) {
	e.t.Helper()
	e.log = append(e.log, after)
	was := texts(e.t, e.public())
	got := e.visit(e.b)
	if got.vouched {
		e.vouched++
	}
	state, aside := filepath.Join(e.dir, ".praxisblatt"), e.dir+".praxisblatt"
	e.must(os.Rename(state, aside))
	fresh := e.b
	fresh.Out = filepath.Join(e.dir+".fresh", "public")
	want := e.visit(fresh)
	e.must(os.RemoveAll(state))
	e.must(os.Rename(aside, state))

	e.equal("error", got.err, want.err)
	e.equal("findings", got.findings, want.findings)
	e.equal("result", got.result, want.result)
	if want.err == "" && !want.stopped {
		site := texts(e.t, os.DirFS(fresh.Out))
		e.same(texts(e.t, e.public()), site)
		e.serve(want, site)
	} else if !maps.Equal(texts(e.t, e.public()), was) {
		e.t.Error("a build that failed or was stopped has changed the site")
	}
	e.must(os.RemoveAll(filepath.Dir(fresh.Out)))
	if e.t.Failed() {
		e.t.Fatalf("after these edits:\n%s", strings.Join(e.log, "\n"))
	}
}

// A seen visit is what a user sees of it.
type seen struct {
	err, findings, result string
	stopped               bool // by findings
	vouched               bool // the next build may retain what it made
	plain                 bool // the whole catalogue, as serve would show it
}

// visit builds as the program does.
func (e *editor) visit(b BuildOptions) (s seen) {
	v, err := NewBuild(e.o, b)
	if err != nil {
		return seen{err: err.Error()}
	}
	defer v.Close()
	found, err := v.Findings()
	if err != nil {
		return seen{err: err.Error()}
	}
	var text bytes.Buffer
	e.must(diag.WriteText(&text, found, "en"))
	s.findings = text.String()
	r, err := v.Build(b)
	if err != nil {
		s.err = err.Error()
		return s
	}
	s.result = fmt.Sprint(r.Stopped, r.LeftOut, r.Pages, r.PDFs, r.Findings)
	s.stopped = r.Stopped
	s.vouched = v.done && len(r.LeftOut) == 0
	s.plain = b.BaseURL == "" && !b.PDF && len(r.LeftOut) == 0
	return s
}

// serve reads again what has changed, as serve does, and compares findings and files.
func (e *editor) serve(want seen, site map[string]string) {
	o, err := e.o, error(nil)
	o.Keep = true
	if e.serving == nil || e.serving.options.Version != o.Version {
		e.serving, err = Load(o)
	} else {
		e.serving, err = e.serving.Reload(o.Now, e.changed)
	}
	e.must(err)
	e.changed = nil
	var text bytes.Buffer
	e.must(diag.WriteText(&text, e.serving.Check(), "en"))
	e.equal("served findings", text.String(), want.findings)
	if want.plain {
		var sink output.Memory
		e.must(e.serving.Render(&sink))
		files := map[string]string{}
		for f := range sink.All() {
			files[f.Path] = string(f.Bytes)
		}
		e.same(files, site)
	}
}

func (e *editor) must(err error) {
	e.t.Helper()
	if err != nil {
		e.t.Fatalf("%v, after these edits:\n%s", err, strings.Join(e.log, "\n"))
	}
}

func (e *editor) equal(what, got, want string) {
	e.t.Helper()
	if got != want {
		e.t.Errorf("%s: %s", what, firstDifference(got, want))
	}
}

// same compares all files but those of the user.
func (e *editor) same(got, want map[string]string) {
	e.t.Helper()
	for _, name := range slices.Sorted(maps.Keys(got)) {
		if _, ok := want[name]; !ok && !strings.HasPrefix(name, ".") {
			e.t.Errorf("%s should not be there", name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(want)) {
		if text, ok := got[name]; !ok {
			e.t.Errorf("%s is missing", name)
		} else if text != want[name] {
			e.t.Errorf("%s: %s", name, firstDifference(text, want[name]))
		}
	}
}

func firstDifference(got, want string) string {
	a, b := strings.SplitAfter(got, "\n"), strings.SplitAfter(want, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("line %d is\n%.600s\nnot\n%.600s", i+1, a[i], b[i])
		}
	}
	return fmt.Sprintf("%d lines instead of %d", len(a), len(b))
}

// public is what lies in the output folder.
func (e *editor) public() fs.FS { return os.DirFS(filepath.Join(e.dir, "public")) }

// put writes a file of the catalogue, in place of whatever lies there.
func (e *editor) put(name, text string) {
	e.t.Helper()
	at := filepath.Join(e.dir, filepath.FromSlash(name))
	if info, err := os.Lstat(at); err == nil && !info.Mode().IsRegular() {
		e.must(os.RemoveAll(at))
	}
	for folder := path.Dir(name); !exists(filepath.Join(e.dir, folder)); folder = path.Dir(folder) {
		e.changed = append(e.changed, folder)
	}
	e.must(os.MkdirAll(filepath.Dir(at), 0o755))
	e.must(os.WriteFile(at, []byte(text), 0o644))
	e.changed = append(e.changed, name)
}

// drop removes a file or a folder of the catalogue.
func (e *editor) drop(name string) {
	e.t.Helper()
	e.must(os.RemoveAll(filepath.Join(e.dir, filepath.FromSlash(name))))
	e.changed = append(e.changed, name)
}

// move renames a file or a folder of the catalogue.
func (e *editor) move(from, to string) {
	e.t.Helper()
	e.must(os.Rename(filepath.Join(e.dir, filepath.FromSlash(from)), filepath.Join(e.dir, filepath.FromSlash(to))))
	e.changed = append(e.changed, from, to)
}

// times sets when a file was changed, as far as programs can.
func (e *editor) times(name string, at time.Time) {
	e.must(os.Chtimes(filepath.Join(e.dir, filepath.FromSlash(name)), at, at))
	e.changed = append(e.changed, name)
}

// texts are the files of the catalogue below a folder, by path.
func (e *editor) texts(below string) map[string]string {
	files := texts(e.t, os.DirFS(e.dir))
	maps.DeleteFunc(files, func(name, _ string) bool {
		top, _, _ := strings.Cut(name, "/")
		return !strings.HasPrefix(name, below) || !slices.Contains(watched, top)
	})
	return files
}

// texts reads all files of a folder, none where it is absent.
func texts(t *testing.T, files fs.FS) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(files, name)
		all[name] = string(data)
		return err
	})
	if err != nil && len(all) > 0 {
		t.Fatal(err)
	}
	return all
}
