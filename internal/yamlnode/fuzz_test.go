package yamlnode

import (
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
)

// FuzzParseMatter holds that no file makes the reader panic, and that every
// place that it names is inside the file, also that of a single letter of a value.
func FuzzParseMatter(f *testing.F) {
	for _, text := range []string{
		"", "---\n---\n", "---\ntitle: a\n---\nText", "\ufeff---\r\ntitle: ü: b\r\n---\r\n", "---\n- a\n---", "---\ntitle: \"a\nb: c\n---\n",
		"---\na: |\n  x\n  ---\n  y\nb: >-\n  u\n\n  v\n---\n", "---\na: [b, {c: 'd''e'}, \"f\\u00e4\"]\n\tb: c\n---\n", "---\na: &x b\nc: *x\n<<: d\n? e\n: f\n...\n",
		"---\na: b\na: c\nd:e\n 0651: #3\n---\n", "---\rtitle: „a“\r---\rb", "title: a\n---\n", "---\na: %b\nc: - d\ne: ]\n---\n", "---\na: \xff\x00\u2028\n---\n",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		src := diag.NewSource("index.de.md", text)
		m, ds := ParseMatter(src)
		for _, d := range ds {
			inside(t, d.Span)
			for _, r := range d.Related {
				inside(t, r.Span)
			}
			for _, lang := range []string{"de", "fr", "en"} {
				d.Finding(lang)
			}
		}
		inside(t, m.Body)
		nodes(t, m.Root)
		if len(ds) == 0 && len(m.Root.Pairs) == 0 && m.Body.Start == 0 {
			t.Error("nothing is read, and nothing said of it")
		}
	})
}

func inside(t *testing.T, s diag.Span) {
	t.Helper()
	if s.Source != nil && (s.Start < 0 || s.Start > s.End || s.End > len(s.Source.Text())) {
		t.Fatalf("the span %d–%d is outside of the text of %d bytes", s.Start, s.End, len(s.Source.Text()))
	}
}

func nodes(t *testing.T, n *Node) {
	t.Helper()
	inside(t, n.Span)
	for i := range min(len(n.Value), 40) {
		inside(t, Locate(n.Span, n.Value, i, i+1))
	}
	for _, p := range n.Pairs {
		inside(t, p.KeySpan)
		nodes(t, p.Value)
	}
	for _, item := range n.Items {
		nodes(t, item)
	}
}

// FuzzLocate holds that a place in a literal text is found line by line where it is found character by character.
func FuzzLocate(f *testing.F) {
	for _, text := range []string{"|\n  a\n\n   b\n  c d\n", "|2\n   a\n  b", "|-\n a\r\n b", "|\n\n  a", "|\n\ta", "", "a", "|\n  a\n b\n"} {
		f.Add(text, "a\n\n b\nc d\n")
		f.Add(text, " a\nb")
		f.Add(text, "")
	}
	f.Fuzz(func(t *testing.T, text, value string) {
		for n := range len(value) + 2 {
			if got, ok := alignLines(text, value, n); ok && got != align(text, value, Literal, n) {
				t.Errorf("%d of %q in %q is at %d, not %d", n, value, text, got, align(text, value, Literal, n))
			}
		}
	})
}
