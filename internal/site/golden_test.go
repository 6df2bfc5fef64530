package site

import (
	"bytes"
	"flag"
	"hash/fnv"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/bench/corpus"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edtf"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
)

var update = flag.Bool("update", false, "write the golden site anew")

// today is the date of every test.
func today(t testing.TB) edtf.Day {
	day, err := edtf.ParseDay("2026-11-22")
	if err != nil {
		t.Fatal(err)
	}
	return day
}

func golden(t testing.TB) fstest.MapFS {
	a, err := txtar.ParseFile("testdata/golden.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, f := range a.Files {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return files
}

// goldenFolder is a new folder with the golden catalogue.
func goldenFolder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, f := range golden(t) {
		write(t, dir, name, string(f.Data))
	}
	return dir
}

// generated is a catalogue of the shape that the benchmarks use.
func generated(sheets int) fstest.MapFS {
	c := &corpus.Corpus{Sheets: sheets, Seed: 1, Languages: corpus.Heads()}
	files := fstest.MapFS{}
	for f := range c.Files() {
		files[f.Path] = &fstest.MapFile{Data: []byte(f.Text)}
	}
	return files
}

// notShort leaves a test that makes whole sites on disk to the run without the race detector.
func notShort(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("sites are made without the race detector: make test does both")
	}
}

// rendered loads a catalogue and renders it into memory.
func rendered(t testing.TB, files fs.FS) (*Loaded, *output.Memory) {
	t.Helper()
	l, err := load(files, Options{Dir: ".", Now: today(t), Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	var sink output.Memory
	if err := l.Render(&sink); err != nil {
		t.Fatal(err)
	}
	return l, &sink
}

// assetHash is what stands in the name of an asset for its content: the golden site is not about that.
var assetHash = regexp.MustCompile(`(assets/[a-z/0-9-]+\.)[0-9a-f]{10}\.`)

func TestGoldenSite(t *testing.T) {
	l, sink := rendered(t, golden(t))
	var findings bytes.Buffer
	if err := diag.WriteText(&findings, l.Findings, "en"); err != nil {
		t.Fatal(err)
	}
	got := &txtar.Archive{Files: []txtar.File{{Name: "findings", Data: findings.Bytes()}}}
	for f := range sink.All() {
		if strings.HasSuffix(f.Path, ".html") || !strings.Contains(f.Path, "/") && !strings.HasPrefix(f.Path, "favicon") {
			got.Files = append(got.Files, txtar.File{Name: f.Path, Data: assetHash.ReplaceAll(f.Bytes, []byte("${1}HASH."))})
		}
	}
	const path = "testdata/golden_site.txtar"
	if *update {
		if err := os.WriteFile(path, txtar.Format(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	compareArchives(t, got, want)
}

// compareArchives reports the first line in which each file differs.
func compareArchives(t *testing.T, got, want *txtar.Archive) {
	wanted := map[string][]byte{}
	for _, f := range want.Files {
		wanted[f.Name] = f.Data
	}
	for _, f := range txtar.Parse(txtar.Format(got)).Files {
		w, ok := wanted[f.Name]
		delete(wanted, f.Name)
		if !ok {
			t.Errorf("%s: not in the golden site", f.Name)
			continue
		}
		a, b := strings.Split(string(f.Data), "\n"), strings.Split(string(w), "\n")
		for i := range max(len(a), len(b)) {
			if i >= len(a) || i >= len(b) || a[i] != b[i] {
				t.Errorf("%s:%d differs\n got %q\nwant %q", f.Name, i+1, slices.Concat(a, []string{"", ""})[min(i, len(a))], slices.Concat(b, []string{"", ""})[min(i, len(b))])
				break
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(wanted)) {
		t.Errorf("%s: missing", name)
	}
}

// shuffled is a file system that lists its folders in an order of its own.
type shuffled struct {
	fstest.MapFS
	seed uint64
}

func (s shuffled) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := s.MapFS.ReadDir(name)
	of := fnv.New64()
	of.Write([]byte(name)) // several are listed at once
	rand.New(rand.NewPCG(s.seed, of.Sum64())).Shuffle(len(entries), func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
	return entries, err
}

func TestSameBytesInAnyOrder(t *testing.T) {
	for name, files := range map[string]fstest.MapFS{"golden": golden(t), "generated": generated(120)} {
		t.Run(name, func(t *testing.T) {
			l, first := rendered(t, files)
			for seed := range uint64(3) {
				m, again := rendered(t, shuffled{files, seed})
				sameFindings(t, l.Findings, m.Findings)
				sameFiles(t, first, again)
			}
		})
	}
}

func sameFindings(t *testing.T, a, b []diag.Diagnostic) {
	t.Helper()
	var x, y bytes.Buffer
	if diag.WriteText(&x, a, "de") != nil || diag.WriteText(&y, b, "de") != nil || x.String() != y.String() {
		t.Errorf("findings differ:\n%s\n%s", &x, &y)
	}
}

func sameFiles(t *testing.T, a, b *output.Memory) {
	t.Helper()
	other := map[string][]byte{}
	for f := range b.All() {
		other[f.Path] = f.Bytes
	}
	for f := range a.All() {
		if !bytes.Equal(f.Bytes, other[f.Path]) {
			t.Errorf("%s: other bytes", f.Path)
		}
		delete(other, f.Path)
	}
	for path := range other {
		t.Errorf("%s: only in one", path)
	}
}

func TestGeneratedCatalogueHasNoErrors(t *testing.T) {
	l, _ := rendered(t, generated(100))
	if errors, _, _ := diag.Count(l.Findings); errors > 0 {
		var b bytes.Buffer
		_ = diag.WriteText(&b, l.Findings[:min(len(l.Findings), 20)], "en")
		t.Errorf("%d errors:\n%s", errors, &b)
	}
	if n := len(l.Catalogue.Entries); n != 100 {
		t.Errorf("%d entries, want 100", n)
	}
}

// The catalogue in this repository is code: it has no findings but the notes
// about what its sources leave open.
func TestContentIsClean(t *testing.T) {
	l, err := load(os.DirFS("../.."), Options{Dir: "../..", Now: today(t), Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	if errors, warnings, _ := diag.Count(l.Findings); errors+warnings > 0 {
		var b bytes.Buffer
		_ = diag.WriteText(&b, l.Findings, "en")
		t.Errorf("%d errors, %d warnings:\n%s", errors, warnings, &b)
	}
}
