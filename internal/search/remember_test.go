package search

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/bench/corpus"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/inputs"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/wire"
)

// An edited is a catalogue that is built again and again into one folder.
type edited struct {
	t     *testing.T
	files fstest.MapFS
	dir   string
	built int

	renewed int // of these builds
}

func newEdited(t *testing.T, sheets int) *edited {
	c := &corpus.Corpus{Sheets: sheets, Seed: 1, Languages: corpus.Heads()}
	e := &edited{t: t, files: fstest.MapFS{}, dir: t.TempDir()}
	for f := range c.Files() {
		e.files[f.Path] = &fstest.MapFile{Data: []byte(f.Text)}
	}
	return e
}

// sums are what site has from its snapshots.
func (e *edited) sums() *inputs.Sums {
	s := &inputs.Sums{Shared: [sha256.Size]byte{1}, Sheets: map[string][sha256.Size]byte{}}
	for _, name := range slices.Sorted(maps.Keys(e.files)) {
		if rest, ok := strings.CutPrefix(name, "content/sheets/"); ok {
			id, _, _ := strings.Cut(rest, "/")
			sum := s.Sheets[id]
			s.Sheets[id] = sha256.Sum256(append(append(sum[:], name...), e.files[name].Data...))
		}
	}
	return s
}

// build builds the index of a language anew and from what is kept, and compares the two.
func (e *edited) build(lang string) output.Result {
	e.t.Helper()
	e.built++
	p, locales := load(e.t, e.files)
	clean := &output.Memory{}
	want, err := Build(Options{Plan: p, Locales: locales, Lang: lang}, clean)
	if err != nil {
		e.t.Fatal(err)
	}
	o := Options{Plan: p, Locales: locales, Lang: lang, Sums: e.sums(), State: filepath.Join(e.dir, "state")}
	e.renewed += b2i(e.renews(o))
	site := e.open()
	got, err := Build(o, site)
	if err != nil || got != want {
		e.t.Fatalf("build %d: manifest %s, %v; not %s", e.built, got, err, want)
	}
	site.Stamp("stamp")
	result, err := site.Commit()
	if err != nil {
		e.t.Fatal(err)
	}
	n := 0
	for f := range clean.All() {
		n++
		if data, err := os.ReadFile(filepath.Join(e.dir, "out", filepath.FromSlash(f.Path))); err != nil || string(data) != string(f.Bytes) {
			e.t.Fatalf("build %d: %s is not what a clean build writes: %v", e.built, f.Path, err)
		}
	}
	if lies, err := filepath.Glob(filepath.Join(e.dir, "out", "assets", "search", "*", "*.js")); err != nil || len(lies) != n {
		e.t.Fatalf("build %d: %d files, not %d: %v", e.built, len(lies), n, err)
	}
	return result
}

func (e *edited) open() *output.Site {
	site, err := output.Open(output.Options{Dir: filepath.Join(e.dir, "out"), Root: e.dir, State: filepath.Join(e.dir, "state")})
	if err != nil {
		e.t.Fatal(err)
	}
	return site
}

// renews reports whether a build will renew the last index.
func (e *edited) renews(o Options) bool {
	site := e.open()
	defer site.Abort()
	w := newWriter(o, site, order(o.Plan.Catalogue), new(sync.Mutex))
	if w.past == nil {
		return false
	}
	w.read()
	_, ok := w.renew()
	return ok
}

func (e *edited) edit(name, old, new string) {
	e.t.Helper()
	text := string(e.files[name].Data)
	if !strings.Contains(text, old) {
		e.t.Fatalf("%s has no %q", name, old)
	}
	e.files[name] = &fstest.MapFile{Data: []byte(strings.Replace(text, old, new, 1))}
}

// rename gives a sheet another id.
func (e *edited) rename(from, to string) {
	for name, f := range e.files {
		if rest, ok := strings.CutPrefix(name, "content/sheets/"+from+"/"); ok {
			delete(e.files, name)
			e.files["content/sheets/"+to+"/"+rest] = f
		}
	}
}

// sheet returns one of the sheets' ids.
func (e *edited) sheet(random *rand.Rand) string {
	names := slices.DeleteFunc(slices.Sorted(maps.Keys(e.files)), func(name string) bool {
		return !strings.HasPrefix(name, "content/sheets/") || !strings.HasSuffix(name, "/index.de.md")
	})
	return strings.Split(names[random.IntN(len(names))], "/")[2]
}

// changesOfSheets are what may happen to a sheet in one of its languages.
var changesOfSheets = []func(e *edited, random *rand.Rand, id, name string){
	func(e *edited, random *rand.Rand, id, name string) { // words that appear and vanish, and compounds of them
		text := []string{"Änderungswort%d und Gemeinschaftsunterkünfte für die Wohnung", "Quittenbaum%d am Quittenhaus", "Quitten, Quitte, Haus%d"}[random.IntN(3)]
		e.edit(name, "outcome: |\n", fmt.Sprintf("outcome: |\n  "+text+".\n", random.IntN(3)))
	},
	func(e *edited, random *rand.Rand, id, name string) { // so many that shards are cut otherwise
		var text strings.Builder
		for range 1 + random.IntN(400) {
			fmt.Fprintf(&text, "ab%c%d ", 'a'+random.IntN(4), random.IntN(500))
		}
		e.edit(name, "outcome: |\n", "outcome: |\n  "+text.String()+".\n")
	},
	func(e *edited, random *rand.Rand, id, name string) { // nothing of what was there but the facts
		head, _, _ := strings.Cut(string(e.files[name].Data), "outcome: |")
		e.files[name] = &fstest.MapFile{Data: []byte(head + "outcome: |\n  Nichts.\n---\n")}
	},
	func(e *edited, random *rand.Rand, id, name string) { e.rename(id, "renamed-"+id) },
	func(e *edited, random *rand.Rand, id, name string) {
		for _, lang := range []string{"de", "fr", "en"} {
			delete(e.files, "content/sheets/"+id+"/index."+lang+".md")
		}
	},
	func(e *edited, random *rand.Rand, id, name string) {
		e.files["content/sheets/"+id+"/index.fr.md"] = &fstest.MapFile{Data: []byte("---\ntitle: Un autre titre\n---\nTexte.\n")}
	},
	func(e *edited, random *rand.Rand, id, name string) {
		e.files["content/sheets/added-"+id+"/index.de.md"] = e.files[name]
	},
	func(e *edited, random *rand.Rand, id, name string) { // other facts: other facets
		e.files[name] = e.files["content/sheets/"+e.sheet(random)+"/index.de.md"]
	},
	func(e *edited, random *rand.Rand, id, name string) { // a file of the index is not what it was
		lie, err := filepath.Glob(filepath.Join(e.dir, "out", "assets", "search", "*", "*.js"))
		if err != nil {
			e.t.Fatal(err)
		}
		if err := os.WriteFile(lie[random.IntN(len(lie))], []byte("pb([])"), 0o644); err != nil {
			e.t.Fatal(err)
		}
	},
}

// What is built from what was kept is what is built anew, whatever was edited in between.
func TestKeptIndexIsTheCleanOne(t *testing.T) {
	for _, lang := range []string{"de", "fr"} {
		e := newEdited(t, 50)
		e.build(lang)
		if r := e.build(lang); r.Written > 0 {
			t.Errorf("nothing was changed, and %d files were written", r.Written)
		}
		random := rand.New(rand.NewPCG(8, 2026))
		for range 30 {
			for range 1 + random.IntN(2) {
				id := e.sheet(random)
				changesOfSheets[random.IntN(2*len(changesOfSheets)-4)%len(changesOfSheets)](e, random, id, "content/sheets/"+id+"/index.de.md")
			}
			e.build(lang)
		}
		if e.renewed < 8 {
			t.Errorf("%s: %d of %d builds only were of the last index", lang, e.renewed, e.built)
		}
	}
}

// A text that does not lie there any more is written, whatever is remembered of it.
func TestTextIsWrittenAgain(t *testing.T) {
	e := newEdited(t, 5)
	e.build("de")
	texts, err := filepath.Glob(filepath.Join(e.dir, "out", "assets", "search", "de", "xsheet-00003-*.js"))
	if err != nil || len(texts) != 1 {
		t.Fatal(texts, err)
	}
	if err := os.Remove(texts[0]); err != nil {
		t.Fatal(err)
	}
	e.build("de")
}

// A memory that is damaged, or was made of something else, is none.
func TestMemoryIsNotTrusted(t *testing.T) {
	e := newEdited(t, 20)
	e.build("fr")
	path := filepath.Join(e.dir, "state", "search-fr.memory")
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	o := Options{Lang: "fr", State: filepath.Join(e.dir, "state"), Sums: e.sums()}
	if o.remember() == nil {
		t.Fatal("nothing is remembered")
	}
	for name, broken := range map[string][]byte{"cut": whole[:len(whole)/2], "empty": nil, "changed": append(slices.Clone(whole[:len(whole)-1]), 7)} {
		if err := os.WriteFile(path, broken, 0o644); err != nil {
			t.Fatal(err)
		}
		if o.remember() != nil {
			t.Errorf("a memory that was %s is taken", name)
		}
		e.build("fr")
	}
	for i := range 64 * 8 { // any bit
		at := i * len(whole) * 8 / (64 * 8)
		flipped := slices.Clone(whole)
		flipped[at/8] ^= 1 << (at % 8)
		if err := os.WriteFile(path, flipped, 0o644); err != nil {
			t.Fatal(err)
		}
		if o.remember() != nil {
			t.Errorf("a memory with another bit %d is taken", at)
		}
	}
	if err := os.WriteFile(path, whole, 0o644); err != nil {
		t.Fatal(err)
	}
	if o.remember() == nil {
		t.Error("the whole memory is not taken")
	}
	o.Sums.Shared[0]++
	if o.remember() != nil {
		t.Error("a memory of other settings is taken")
	}
}

// What was learnt may be lost, damaged, of another state than the memory or numbered otherwise: the index is as a clean build's.
func TestLearntIsNotTrusted(t *testing.T) {
	e := newEdited(t, 20)
	e.build("de")
	state := filepath.Join(e.dir, "state")
	files := func() map[string][]byte {
		all := map[string][]byte{}
		for _, name := range []string{"search-de.memory", "search-de.learnt", "search-de.learnt-rests"} {
			data, err := os.ReadFile(filepath.Join(state, name))
			if err != nil {
				t.Fatal(err)
			}
			all[name] = data
		}
		return all
	}
	change := func(word string) { // of a neighbour's facts, too, which stand in one file with those of the edited sheet
		e.edit("content/sheets/sheet-00003/index.de.md", "outcome: |\n", "outcome: |\n  "+word+".\n")
	}
	change("Quittenbaum")
	first := files()
	e.build("de")
	second := files()
	for name := range second {
		if err := os.Remove(filepath.Join(state, name)); err != nil {
			t.Fatal(err)
		}
	}
	e.build("de") // numbers words anew
	third := files()
	for name, lie := range map[string]map[string][]byte{
		"an older book":            {"search-de.learnt": first["search-de.learnt"], "search-de.learnt-rests": first["search-de.learnt-rests"]},
		"an older memory":          {"search-de.memory": first["search-de.memory"]},
		"a book of other rests":    {"search-de.learnt-rests": slices.Repeat([]byte("x"), len(second["search-de.learnt-rests"]))},
		"a book without rests":     {"search-de.learnt-rests": nil},
		"half a book":              {"search-de.learnt": second["search-de.learnt"][:len(second["search-de.learnt"])/2]},
		"no book":                  {"search-de.learnt": nil},
		"a book of another series": {"search-de.memory": second["search-de.memory"], "search-de.learnt": third["search-de.learnt"], "search-de.learnt-rests": third["search-de.learnt-rests"]},
	} {
		for file, data := range lie {
			if err := os.WriteFile(filepath.Join(state, file), data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		before := e.renewed
		change("Quittenhaus " + name)
		e.build("de")
		if e.renewed > before && name != "an older memory" {
			t.Errorf("%s: what it lacks is believed", name)
		}
		change("Quitten")
		if e.build("de"); e.renewed == before {
			t.Errorf("%s: nothing is remembered afterwards", name)
		}
	}
}

// Of a book that lacks but what was learnt of the sheet that is edited nothing is lost elsewhere: the index is made anew all the same.
func TestLearntOfTheEdited(t *testing.T) {
	const id = "sheet-00003"
	e := newEdited(t, 20)
	e.build("de")
	o := Options{Lang: "de", State: filepath.Join(e.dir, "state"), Sums: e.sums()}
	m := o.remember()
	whole, rests := o.openBook(m.series), map[output.Inputs]string{}
	for _, d := range m.docs {
		rest, ok := whole.Rest(inBook(d.made, d.check))
		if !ok {
			t.Fatalf("of %s is learnt nothing", d.id)
		}
		rests[d.made] = rest
	}
	whole.Close()
	for _, end := range []string{"", "-rests"} {
		if err := os.Remove(filepath.Join(o.State, "search-de.learnt"+end)); err != nil {
			t.Fatal(err)
		}
	}
	lacking := o.openBook(m.series)
	for _, d := range m.docs {
		if d.id != id {
			lacking.AddWith(inBook(d.made, d.check), "", []byte(rests[d.made]))
		}
	}
	if err := lacking.Save(); err != nil {
		t.Fatal(err)
	}
	before := e.renewed
	e.edit("content/sheets/"+id+"/index.de.md", "outcome: |\n", "outcome: |\n  Quittenbaum.\n")
	if e.build("de"); e.renewed != before {
		t.Error("what it lacks is believed")
	}
}

// A memory that is put back is of words that were numbered otherwise since, in a book that it shares with those that came after it.
func TestLearntByAnotherMemory(t *testing.T) {
	e := newEdited(t, 20)
	path := filepath.Join(e.dir, "state", "search-de.memory")
	const two, three = "content/sheets/sheet-00002/index.de.md", "content/sheets/sheet-00003/index.de.md"
	read := func() []byte {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	back := func(data []byte) {
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	e.build("de")
	first, plain2, plain3 := read(), e.files[two], e.files[three]
	e.edit(three, "outcome: |\n", "outcome: |\n  Quittenbaum.\n")
	quince := e.files[three]
	e.build("de")
	second := read()

	back(first)
	e.files[three] = plain3
	e.edit(two, "outcome: |\n", "outcome: |\n  Zwetschgenbaum.\n") // which takes the number of the other word
	e.build("de")
	e.files[three] = quince
	e.build("de")

	back(second)
	e.files[two] = plain2
	e.edit(two, "outcome: |\n", "outcome: |\n  Mirabelle.\n")
	e.build("de")
}

// However a memory reads, it ends, and so does what was learnt.
func FuzzMemory(f *testing.F) {
	m := &memory{manifest: "m", docs: []remembered{{id: "a"}}, files: map[string]output.Inputs{"f": {1}}, begins: []string{"b"}, ranked: string(appendRanked(nil, []ranked{{"wort", 4, 1}})), forms: []form{{lang: "de", text: "c"}}}
	whole := func(m *memory) (b []byte) {
		m.each(func(add func([]byte) []byte) { b = add(b) })
		return b
	}
	f.Add(whole(m))
	f.Add(appendLearnt(nil, []byte("\x04\x01"), record{"a"}, [][]string{{"b"}}))
	f.Fuzz(func(t *testing.T, data []byte) {
		l := learnt(data)
		l.stream()
		l.record()
		l.facets()
		r := wire.NewReader(string(data))
		if m := readMemory(r); r.Whole() && len(data) < 1000 {
			m.forms = readForms(wire.NewReader(m.unread))
			readRanked(m.ranked)
			again := wire.NewReader(string(whole(m)))
			if readMemory(again); !again.Whole() {
				t.Errorf("%q is read once, and not twice", data)
			}
		}
	})
}

// A compound and its head that come into the catalogue together, or of which one takes the other's place, are
// as in a clean build.
func TestCompoundsWithTheirHeads(t *testing.T) {
	e := newEdited(t, 20)
	const name = "content/sheets/sheet-00007/index.de.md"
	before := ""
	for _, words := range []string{"", "Kirchenzelt und Zelt", "Kirchenzelt", "Zelt", "Kirchenzelt", "Orgelzelt und Zelt", ""} {
		if now := "outcome: |\n"; words != "" {
			now += "  " + words + ".\n"
			e.edit(name, cmp.Or(before, "outcome: |\n"), now)
			before = now
		} else if before != "" {
			e.edit(name, before, now)
		}
		e.build("de")
	}
}
