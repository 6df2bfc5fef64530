package yamlnode

import (
	"io/fs"
	"math/rand/v2"
	"os"
	"reflect"
	"strings"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
)

// bothWays reads a text as the quick reader and as the library does, and
// reports whether the first was sure of it. What it is sure of has to be the same
// to the last place.
func bothWays(t *testing.T, text string, top Kind) bool {
	t.Helper()
	src := diag.NewSource("index.de.md", text)
	q, r := newReader(src, 0, len(text)), newReader(src, 0, len(text))
	q.top, r.top = top, top
	root, sure := q.quick()
	if !sure {
		if len(q.findings) > 0 {
			t.Errorf("what it gave up has findings: %q", text)
		}
		return false
	}
	slow := r.repaired(load)
	if !reflect.DeepEqual(root, slow.Root) {
		t.Errorf("%q is read as\n%s\nnot\n%s", text, dump(root), dump(slow.Root))
	}
	if !reflect.DeepEqual(q.findings, r.findings) {
		t.Errorf("%q has the findings\n%v\nnot\n%v", text, q.findings, r.findings)
	}
	if len(slow.Lost) > 0 {
		t.Errorf("%q has lost %v", text, slow.Lost)
	}
	return true
}

// dump writes a tree, one node a line.
func dump(n *Node) string {
	var b strings.Builder
	var walk func(n *Node, key, indent string)
	walk = func(n *Node, key, indent string) {
		b.WriteString(indent + key + " " + strings.Join([]string{kindNames[n.Kind], n.Value, n.Span.Text()}, "|") + "\n")
		for _, p := range n.Pairs {
			walk(p.Value, p.Key, indent+"  ")
		}
		for _, i := range n.Items {
			walk(i, "-", indent+"  ")
		}
	}
	walk(n, "", "")
	return b.String()
}

var kindNames = map[Kind]string{Null: "null", Scalar: "scalar", List: "list", Map: "map"}

// simple are texts that the quick reader is to be sure of.
var simple = []string{
	"a: b\n", "a: b c # d\n", "a:\nb: ~\nc: null\n", "a: 'b'\nc: \"d\" # e\nf: ''\n", "a: |\n  b\n\n   c\n  d # e\n\nf: g\n",
	"a: >\n  b\n  c\n\n  d\n\n\n  e\n", "a: |-\n  b\n\nc: |+\n  d\n\n\ne: >-\n  f\n  g\n", "a:\n  b: c\n  d:\n    e: f\ng: h\n",
	"a:\n  - b\n  - c: d\n    e: f\n  - \"g\"\nh: i\n", "a:\n- b\n- c: d\n  e:\n  - f\ng: h\n", "a: [b, c d, \"e\", 'f', ö-g]\nh: []\n",
	"# a\n\n  # b\na: b\n# c\n\nb: no\nc: 0651\nd: 12:30\ne: „f“\ng: h #i\nk: l#m\n", "a: |\n  b\n# c\nd: e\n", "a: https://example.org/b#c\n", "a:   b   \n",
	"a: {b: c, d: [e, {f: \"g\"}], h: https://example.org/i (j)}\nk: {}\n", "no: a\ny: b\n", "a: -5\nb: --- c\n", "- a\n", "- a: b\n  c: d\n- e\n", "a: |\n    b\n  # c\nd: e\n", "a: |\n  ---\n  b\n",
}

func TestQuickReadsAsTheLibrary(t *testing.T) {
	sure := 0
	for _, text := range simple {
		if bothWays(t, text, Map) || bothWays(t, text, List) {
			sure++
		}
	}
	if want := len(simple) - 1; sure < want { // one begins a value with a dash
		t.Errorf("of %d simple texts it is sure of %d", len(simple), sure)
	}
}

// TestQuickReadsContent holds that the sheets of this repository are read as
// the library reads them, and nearly all of them quickly.
func TestQuickReadsContent(t *testing.T) {
	all, sure := 0, 0
	err := fs.WalkDir(os.DirFS("../../content"), ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(p, ".md") && !strings.HasSuffix(p, ".yaml") {
			return err
		}
		data, err := os.ReadFile("../../content/" + p)
		if err != nil {
			return err
		}
		text, top := string(data), Map
		if front, ok := strings.CutPrefix(text, "---\n"); ok {
			text, _, _ = strings.Cut(front, "\n---\n")
			text += "\n"
		} else if strings.HasPrefix(strings.TrimLeft(text, "# \n"), "-") {
			top = List
		}
		all++
		if bothWays(t, text, top) {
			sure++
		} else {
			t.Log(p)
		}
		return nil
	})
	if err != nil || sure < all*9/10 {
		t.Errorf("of %d files %d are read quickly (%v)", all, sure, err)
	}
}

func FuzzQuick(f *testing.F) {
	for _, text := range simple {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) < 1<<12 {
			bothWays(t, text, Map)
			bothWays(t, text, List)
		}
	})
}

// TestQuickOnRandomTexts puts texts together of what YAML is made of, since
// random bytes are hardly ever YAML.
func TestQuickOnRandomTexts(t *testing.T) {
	pieces := []string{
		"a: ", "b: ", "c:", "d: ", "- ", "- ", " ", "  ", "   ", "\n", "\n", "\n", "\n  ", "\n  ", "\n    ", "\n- ", "\n  - ", "|\n  ", ">-\n  ", "|+\n    ", "|-", ">",
		"e", "f g", "'h'", "\"i\"", "''", "\"", "'", "[", "]", "{", "}", ",", ", ", ":", ": ", "-", "#", " # ", "~", "null", "ö", "„j“", "no", "0651", "&k", "*", "!l", "?", "%", "\\", ".", "...",
	}
	random := rand.New(rand.NewPCG(1, 2))
	sure := 0
	for range 40000 {
		var b strings.Builder
		for range 1 + random.IntN(14) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		b.WriteByte('\n')
		if bothWays(t, b.String(), Map) || bothWays(t, b.String(), List) {
			sure++
		}
		if t.Failed() {
			return
		}
	}
	if sure < 1000 {
		t.Errorf("it was sure of only %d texts", sure)
	}
}
