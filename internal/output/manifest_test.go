package output

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func openRoot(t testing.TB, dir string) *os.Root {
	t.Helper()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return root
}

func TestManifestRoundTrip(t *testing.T) {
	state := openRoot(t, t.TempDir())
	const dir = "/somewhere/with \"quotes\"\nand lines"
	m := newFiles(nil)
	for path, e := range map[string]*entry{
		"index.html":            {size: 5, mtime: -7, sure: true, inputs: Inputs{7}},
		"de/with a space.html":  {size: 1 << 40, mtime: 1790000000123456789},
		"de/sheets/köln.html":   {sure: true},
		"de/sheets/leaves.html": {state: gone},
		"de-x/a.html":           {sure: true, size: 3},
	} {
		m.put(e.name(path))
	}
	want := trailer{stepwise, "5eed", "1.2", dir}
	if err := m.save(state, "m", want); err != nil {
		t.Fatal(err)
	}
	got, is, err := load(state, "m", dir)
	if err != nil || is != want {
		t.Fatalf("trailer %q, %v", is, err)
	}
	if got, want := got.ordered(), m.ordered(); !slices.EqualFunc(got, want, func(a, b *entry) bool { return *a == *b }) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got, _, err := load(state, "m", "/elsewhere"); got != nil || err != nil {
		t.Errorf("a manifest of another folder: %v, %v", got, err)
	}
	text, err := readAll(state, "m")
	if err != nil {
		t.Fatal(err)
	}
	text, _ = undamaged(text)
	older := strings.Replace(text, manifestHead, "praxisblatt 6\n", 1)
	if err := saveText(state, "older", func(w *bufio.Writer) error { _, err := w.WriteString(older); return err }); err != nil {
		t.Fatal(err)
	}
	if got, _, err := load(state, "older", dir); got != nil || err != nil {
		t.Errorf("a manifest of an older version: %v, %v", got, err)
	}
	if got, _, err := load(state, "none", dir); got != nil || err != nil {
		t.Errorf("an absent manifest: %v, %v", got, err)
	}
}

func TestManifestBroken(t *testing.T) {
	digest := strings.Repeat("ab", len(Inputs{}))
	const end, one = "end 0 whole - - \"x\"\n", "end 1 whole - - \"x\"\n"
	two := strings.Replace(one, "1", "2", 1)
	tests := []struct{ name, text string }{
		{"no end", digest + " 1 1 a\n"},
		{"wrong count", digest + " 1 1 a\n" + two},
		{"cut short", digest + " 1 1 a\nend"},
		{"cut in a line", digest + " 1"},
		{"doubled", "- 1 1 a\n- 1 1 a\n" + two},
		{"not in order", "- 1 1 b\n- 1 1 a\n" + two},
		{"a folder twice", "- 1 1 b/a\n- 1 1 c/a\n- 1 1 b/b\n" + strings.Replace(one, "1", "3", 1)},
		{"no size", "- x 1 a\n" + one},
		{"no time", "- 1 x a\n" + one},
		{"short digest", "abcd 1 1 a\n" + one},
		{"long digest", digest + "ab 1 1 a\n" + one},
		{"no hex", "zz" + digest[2:] + " 1 1 a\n" + one},
		{"out of the folder", "- 1 1 ../a\n" + one},
		{"the user's", "- 1 1 .git/config\n" + one},
		{"no path", "- 1 1 \n" + one},
		{"no folder", "- 1 1 a\nend 1 whole - - x\n"},
		{"no number", "- 1 1 a\nend one whole - - \"x\"\n"},
		{"more behind", end + "- 1 1 a\n"},
		{"empty", ""},
	}
	for _, test := range tests {
		if f, _ := parse(manifestHead + test.text); f != nil {
			t.Errorf("%s: %v", test.name, f.ordered())
		}
	}
	if f, _ := parse(manifestHead + end); f == nil {
		t.Error("a manifest without files is taken for broken")
	}
	if f, _ := parse(manifestHead + "- 1 1 b\n- 1 1 a/c\n" + two); f == nil || f.find("b") == nil || f.find("a/c") == nil || f.find("c") != nil {
		t.Error("files in order are not found")
	}
	if f, _ := parse(end); f != nil {
		t.Error("a manifest without its version is taken for one")
	}
}

func FuzzManifest(f *testing.F) {
	f.Add(manifestHead + "? 1 1 c\n- 1 1 a/a\nx 0 0 a/b\nend 3 whole - - \"x\"\n")
	f.Add(manifestHead + strings.Repeat("ab", len(Inputs{})) + " 1 1 a\nend 1 stepwise 5eed 1.2 \"/x\"\n")
	f.Fuzz(func(t *testing.T, text string) {
		parsed, _ := parse(text)
		for e := range parsed.all() {
			if Valid(e.path) != nil || parsed.find(e.path) != e {
				t.Errorf("%q came out of a manifest", e.path)
			}
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	dir := b.TempDir()
	state := openRoot(b, dir)
	m := newFiles(nil)
	for i := range 100_000 {
		e := &entry{size: int64(i), mtime: 1790000000123456789, sure: true, inputs: Inputs{byte(i)}}
		e.path = fmt.Sprintf("de/sheets/a-practice-with-a-name-%06d.html", i)
		m.put(e)
	}
	if err := m.save(state, "m", trailer{whole, "", "", dir}); err != nil {
		b.Fatal(err)
	}
	info, _ := os.Stat(filepath.Join(dir, "m"))
	b.SetBytes(info.Size())
	for b.Loop() {
		if m, _, _ := load(state, "m", dir); m.len() != 100_000 {
			b.Fatal("broken")
		}
	}
}

// TestManifestDamaged holds that no damage to a manifest harms the site: after the next
// build it is whole, nothing of the old one stays, and nothing of the user's is lost.
func TestManifestDamaged(t *testing.T) {
	flip := func(i int) func([]byte) []byte {
		return func(data []byte) []byte { data[i%len(data)] ^= 1 << (i % 8); return data }
	}
	cut := func(i int) func([]byte) []byte { return func(data []byte) []byte { return data[:min(i, len(data)-1)] } }
	type damage struct {
		name string
		do   func(data []byte) []byte
	}
	damages := []damage{
		{"nothing", func(data []byte) []byte { return data }},
		{"emptied", cut(0)},
		{"doubled", func(data []byte) []byte { return append(data[:len(data):len(data)], data...) }},
		{"of an older version", func(data []byte) []byte {
			return bytes.Replace(data, []byte(manifestHead), []byte("praxisblatt 1\n"), 1)
		}},
	}
	step := 23
	if everyWay {
		step = 1
	}
	for i := 0; i < damagedOnce(t, cut(0)); i += step {
		damages = append(damages, damage{fmt.Sprint("flipped at byte ", i), flip(i)}, damage{fmt.Sprint("cut after byte ", i), cut(i)})
	}
	for _, d := range damages {
		if damagedOnce(t, d.do); t.Failed() {
			t.Fatal(d.name)
		}
	}
}

// damagedOnce builds, damages the manifest, and builds another site; it returns the length of the manifest.
func damagedOnce(t *testing.T, damage func(data []byte) []byte) int {
	t.Helper()
	o := catalogue(t)
	mustBuild(t, o, before)
	lay(t, o.Dir, users)
	names, err := filepath.Glob(filepath.Join(o.State, "output-*"))
	if err != nil || len(names) != 1 {
		t.Fatal(names, err)
	}
	data, err := os.ReadFile(names[0])
	if err != nil {
		t.Fatal(err)
	}
	n := len(data)
	if err := os.WriteFile(names[0], damage(data), 0o644); err != nil {
		t.Fatal(err)
	}
	mustBuild(t, o, after)
	expect(t, o.Dir, with(after, users))
	nothingBeside(t, o)
	return n
}
