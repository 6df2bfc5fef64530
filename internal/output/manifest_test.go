package output

import (
	"bufio"
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
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
	m := manifest{
		"index.html":            {size: 5, mtime: -7, sure: true, inputs: Inputs{7}},
		"de/with a space.html":  {size: 1 << 40, mtime: 1790000000123456789},
		"de/sheets/köln.html":   {sure: true},
		"de/sheets/leaves.html": {state: gone, size: 3},
	}
	for path, e := range m {
		e.path = path
	}
	if err := m.save(state, "m", head{stepwise, "5eed", "1.2", dir}); err != nil {
		t.Fatal(err)
	}
	got, h, err := load(state, "m", dir)
	if err != nil || h != (head{stepwise, "5eed", "1.2", dir}) {
		t.Fatalf("head %q, %v", h, err)
	}
	m["de/sheets/leaves.html"].size = 0 // is of no interest any more
	if !maps.EqualFunc(got, m, func(a, b *entry) bool { return *a == *b }) {
		t.Errorf("got %v, want %v", got, m)
	}
	if got, _, err := load(state, "m", "/elsewhere"); got != nil || err != nil {
		t.Errorf("a manifest of another folder: %v, %v", got, err)
	}
	older := strings.Replace(head{way: whole, dir: dir}.String(), manifestHead, "praxisblatt 5 ", 1)
	if err := saveText(state, "older", func(w *bufio.Writer) { fmt.Fprintf(w, "%s\n%s", older, m.lines()) }); err != nil {
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
	tests := []struct{ name, text string }{
		{"no end", digest + " 1 1 a\n"},
		{"wrong count", digest + " 1 1 a\nend 2\n"},
		{"cut short", digest + " 1 1 a\nend"},
		{"cut in a line", digest + " 1"},
		{"doubled", "- 1 1 a\n- 1 1 a\nend 2\n"},
		{"no size", "- x 1 a\nend 1\n"},
		{"no time", "- 1 x a\nend 1\n"},
		{"short digest", "abcd 1 1 a\nend 1\n"},
		{"long digest", digest + "ab 1 1 a\nend 1\n"},
		{"no hex", "zz" + digest[2:] + " 1 1 a\nend 1\n"},
		{"out of the folder", "- 1 1 ../a\nend 1\n"},
		{"the user's", "- 1 1 .git/config\nend 1\n"},
		{"no path", "- 1 1 \nend 1\n"},
		{"empty", ""},
	}
	for _, test := range tests {
		if m := parse(test.text); m != nil {
			t.Errorf("%s: %v", test.name, m)
		}
	}
	if m := parse("end 0\n"); m == nil {
		t.Error("a manifest without files is taken for broken")
	}
}

func FuzzManifest(f *testing.F) {
	f.Add("- 1 1 a\nx 0 0 b\n? 1 1 c\nend 3\n")
	f.Add(strings.Repeat("ab", len(Inputs{})) + " 1 1 a\nend 1\n")
	f.Fuzz(func(t *testing.T, text string) {
		for path, e := range parse(text) {
			if Valid(path) != nil || e.path != path {
				t.Errorf("%q came out of a manifest", path)
			}
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	dir := b.TempDir()
	state := openRoot(b, dir)
	m := manifest{}
	for i := range 100_000 {
		e := &entry{size: int64(i), mtime: 1790000000123456789, sure: true, inputs: Inputs{byte(i)}}
		e.path = fmt.Sprintf("de/sheets/a-practice-with-a-name-%06d.html", i)
		m[e.path] = e
	}
	if err := m.save(state, "m", head{whole, "", "", dir}); err != nil {
		b.Fatal(err)
	}
	info, _ := os.Stat(filepath.Join(dir, "m"))
	b.SetBytes(info.Size())
	for b.Loop() {
		if m, _, _ := load(state, "m", dir); len(m) != 100_000 {
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
			return bytes.Replace(data, []byte(manifestHead), []byte("praxisblatt 1 "), 1)
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
