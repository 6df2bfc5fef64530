package site

import (
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// damages are what can befall a file. Each gets a file, another one, and a place.
var damages = []struct {
	name string
	do   func(data, other []byte, at int) []byte
}{
	{"a bit flipped", func(data, _ []byte, at int) []byte { data[at] ^= 1 << (at % 8); return data }},
	{"a bit flipped", func(data, _ []byte, at int) []byte { data[at] ^= 1; return data }},
	{"a bit flipped at the end", func(data, _ []byte, at int) []byte { data[len(data)-1-at%min(len(data), 200)] ^= 2; return data }},
	{"a byte lost", func(data, _ []byte, at int) []byte { return slices.Delete(data, at, at+1) }},
	{"cut", func(data, _ []byte, at int) []byte { return data[:at] }},
	{"emptied", func([]byte, []byte, int) []byte { return nil }},
	{"longer", func(data, _ []byte, at int) []byte { return append(data, data[at:]...) }},
	{"another one's", func(_, other []byte, _ int) []byte { return other }},
}

// TestDamagedMemory holds that of what lies in .praxisblatt nothing is believed that is damaged: the site
// and the answers of the search are those that are made without it.
func TestDamagedMemory(t *testing.T) {
	notShort(t)
	d := newDamaged(t)
	for _, damage := range damages {
		for _, names := range d.chosen() {
			d.restore()
			for i, name := range names {
				data := []byte(d.memory[name])
				if len(data) == 0 {
					continue
				}
				other := []byte(d.memory[names[(i+1)%len(names)]])
				path := filepath.Join(d.state, filepath.FromSlash(name))
				if err := os.WriteFile(path, damage.do(data, other, d.r.IntN(len(data))), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if d.look(); t.Failed() {
				t.Fatalf("%s: %v", damage.name, names)
			}
		}
	}
}

// A damaged catalogue has been built and searched, then changed, and then its memory is damaged.
type damaged struct {
	t                  *testing.T
	r                  *rand.Rand
	o                  Options
	state, out         string
	memory, site, want map[string]string
	times              map[string]time.Time // of the files of memory and site
}

func newDamaged(t *testing.T) *damaged {
	t.Logf("to repeat: -seed %d", *seed)
	dir := goldenFolder(t)
	d := &damaged{
		t: t, r: rand.New(rand.NewPCG(*seed, 3)), o: Options{Dir: dir, Now: today(t), Version: "test"},
		state: filepath.Join(dir, ".praxisblatt"), out: filepath.Join(dir, "public"),
	}
	d.build()
	d.search()
	finder, err := Find(d.o)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := finder.Expert("de", "wohnen"); err != nil {
		t.Fatal(err)
	}
	d.memory, d.site = texts(t, os.DirFS(d.state)), texts(t, os.DirFS(d.out))
	d.times = map[string]time.Time{}
	for dir, files := range map[string]map[string]string{d.state: d.memory, d.out: d.site} {
		for name := range files {
			path := filepath.Join(dir, filepath.FromSlash(name))
			info, err := os.Stat(path)
			if err != nil {
				t.Fatal(err)
			}
			d.times[path] = info.ModTime()
		}
	}
	const file = "content/sheets/short-entry/index.fr.md"
	write(t, dir, file, string(golden(t)[file].Data)+"\nPlus.\n")
	d.build()
	d.want = texts(t, os.DirFS(d.out))
	return d
}

// TestLinkedMemory holds that of what lies in .praxisblatt nothing is believed that is a link, as a catalogue from elsewhere may
// bring some, and that nothing is written through one.
func TestLinkedMemory(t *testing.T) {
	notShort(t)
	d := newDamaged(t)
	d.look()
	d.memory = texts(t, os.DirFS(d.state))
	var all []string
	for name := range d.memory {
		// The program is asked about once, and output asks for its own by their folder only.
		if name != "lock" && name != programName && !strings.HasPrefix(name, "output-") {
			all = append(all, name)
		}
	}
	if len(all) < 15 {
		t.Errorf("only %d files lie there", len(all))
	}
	for _, linked := range [][]string{all, {parsedName}, {parsedName + "-rests"}} {
		d.link(linked)
		os.Remove(filepath.Join(d.state, recordName)) // so that there is something to do
		if d.look(); t.Failed() {
			t.Fatal(linked)
		}
		for _, name := range linked {
			if info, err := os.Lstat(filepath.Join(d.state, name)); err == nil && !info.Mode().IsRegular() {
				t.Errorf("%s is believed", name)
			}
		}
	}
}

// link puts links in the place of files, whose targets have to stay as they are.
func (d *damaged) link(names []string) {
	elsewhere := d.t.TempDir()
	for _, name := range names {
		path, text := filepath.Join(d.state, name), d.memory[name]
		write(d.t, elsewhere, name, text)
		_ = os.Remove(path) // some are gone
		if err := os.Symlink(filepath.Join(elsewhere, name), path); err != nil {
			d.t.Skip(err)
		}
		d.t.Cleanup(func() {
			if is, err := os.ReadFile(filepath.Join(elsewhere, name)); err != nil || string(is) != text {
				d.t.Errorf("%s was written through a link, %v", name, err)
			}
		})
	}
}

// chosen are the files that are damaged together; in the long form each alone, too.
func (d *damaged) chosen() [][]string {
	var some []string // one of each kind
	kinds := map[string]bool{}
	for _, name := range slices.Sorted(maps.Keys(d.memory)) {
		kind := filepath.Dir(name)
		if kind == "." {
			kind = name
		}
		if kinds[kind] && d.r.IntN(20) > 0 {
			continue
		}
		kinds[kind] = true
		some = append(some, name)
	}
	all := [][]string{some}
	if damageAlone {
		for _, name := range some {
			for range 3 {
				all = append(all, []string{name})
			}
		}
	}
	return all
}

// restore puts site and memory back as they were before the catalogue changed.
func (d *damaged) restore() {
	for dir, files := range map[string]map[string]string{d.state: d.memory, d.out: d.site} {
		emptied(d.t, dir)
		for name, text := range files {
			write(d.t, dir, name, text)
			path := filepath.Join(dir, filepath.FromSlash(name))
			if err := os.Chtimes(path, d.times[path], d.times[path]); err != nil {
				d.t.Fatal(err)
			}
		}
	}
}

// look builds and searches.
func (d *damaged) look() {
	d.t.Helper()
	d.build()
	got := texts(d.t, os.DirFS(d.out))
	for _, name := range slices.Sorted(maps.Keys(d.want)) {
		if got[name] != d.want[name] {
			d.t.Errorf("%s: %s", name, firstDifference(got[name], d.want[name]))
		}
	}
	if len(got) != len(d.want) {
		d.t.Errorf("%d files instead of %d", len(got), len(d.want))
	}
	for name, text := range d.search() {
		if text != d.want[name] {
			d.t.Errorf("search reads another %s", name)
		}
	}
	finder, err := Find(d.o)
	if err != nil {
		d.t.Fatal(err)
	}
	if hits, err := finder.Expert("de", "wohnen"); err != nil || len(hits) == 0 {
		d.t.Errorf("bleve finds %v, %v", hits, err)
	}
}

func (d *damaged) build() {
	d.t.Helper()
	v, err := NewVisit(d.o)
	if err != nil {
		d.t.Fatal(err)
	}
	defer v.Close()
	if _, err := v.Build(BuildOptions{PDF: true}); err != nil {
		d.t.Fatal(err)
	}
}

// search returns the files of the kept indexes, by path.
func (d *damaged) search() map[string]string {
	d.t.Helper()
	finder, err := Find(d.o)
	if err != nil {
		d.t.Fatal(err)
	}
	files := map[string]string{}
	for _, lang := range []string{"de", "fr", "en"} {
		k, err := finder.Kept(lang)
		if err != nil {
			d.t.Fatal(err)
		}
		for name := range texts(d.t, os.DirFS(d.out)) {
			if strings.HasPrefix(name, "assets/search/"+lang+"/") {
				data, err := k.Read(name)
				if err != nil {
					d.t.Errorf("%s: %v", name, err)
				}
				files[name] = string(data)
			}
		}
		if err := k.Close(); err != nil {
			d.t.Error(err)
		}
	}
	return files
}
