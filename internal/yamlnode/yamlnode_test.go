package yamlnode

import (
	"strings"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
)

// show writes a tree on one line: {a: "1", b: ["2"]}; null is an absent value.
func show(n *Node) string {
	var parts []string
	switch n.Kind {
	case Scalar:
		return `"` + n.Value + `"`
	case List:
		for _, item := range n.Items {
			parts = append(parts, show(item))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case Map:
		for _, p := range n.Pairs {
			parts = append(parts, p.Key+": "+show(p.Value))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	}
	return "null"
}

// found writes findings as "rule at the text that they stand on → suggestion".
func found(ds []diag.Diagnostic) string {
	var parts []string
	for _, d := range ds {
		part := d.Rule.Name + " at " + d.Span.Text()
		if d.Suggestion != "" {
			part += " → " + d.Suggestion
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, "; ")
}

func TestParse(t *testing.T) {
	for _, test := range []struct{ name, text, tree, found string }{
		{"scalars are texts", "a: 0651\nb: NO\nc: 1.0\n", `{a: "0651", b: "NO", c: "1.0"}`, `unquoted at 0651 → "0651"; unquoted at NO → "NO"`},
		{"absent values", "a:\nb: ~\nc: null\nd: \"\"\n", `{a: null, b: null, c: null, d: ""}`, ""},
		{"nested", "a: {b: [1, two]}\nc:\n  - d: x\n", `{a: {b: ["1", "two"]}, c: [{d: "x"}]}`, ""},
		{"a final line break is kept", "a: |\n  x\n  y\n", "{a: \"x\ny\n\"}", ""},
		{"nothing", "# only a comment\n", "null", ""},
		{"the first of two equal keys counts", "a: 1\na: 2\n", `{a: "1"}`, "duplicate-key at a"},
		{"a fault costs no more than its place", "a: 1\n\tb: 2\nc: 3\n", `{a: "1", c: "3"}`, "yaml-tab at \t"},
		{"a colon in a value", "a: b: c\nd: e\n", `{a: "b: c", d: "e"}`, `yaml-colon at : → "b: c"`},
		{"a suggestion is quoted as YAML wants it", `a: C:\x "y": z` + "\n", `{a: "C:\x "y": z"}`, `yaml-colon at : → "C:\\x \"y\": z"`},
		{"typographic quotes", "a: „b“\n", `{a: "„b“"}`, `smart-quotes at „b“ → "b"`},
	} {
		tree, ds := Parse(diag.NewSource("", test.text))
		if got := show(tree.Root); got != test.tree {
			t.Errorf("%s: %s, not %s", test.name, got, test.tree)
		}
		if got := found(ds); got != test.found {
			t.Errorf("%s: %s, not %s", test.name, got, test.found)
		}
	}
}

func TestParseMatter(t *testing.T) {
	for _, test := range []struct{ name, text, tree, body, found string }{
		{"both", "---\na: 1\n---\nText\n", `{a: "1"}`, "Text\n", ""},
		{"no body", "---\na: 1\n---", `{a: "1"}`, "", ""},
		{"an indented --- is text", "---\na: |\n  x\n  ---\n  y\n---\nText", "{a: \"x\n---\ny\n\"}", "Text", "front-matter-indented at ---"},
		{"never closed", "---\na: 1\nText that is no field.\n", `{a: "1"}`, "Text that is no field.\n", "front-matter-unclosed at ---"},
		{"closed by dots", "---\na: 1\n...\nText", `{a: "1"}`, "Text", "front-matter-dots at ..."},
		{"never opened", "a: 1\n---\nText", `{a: "1"}`, "Text", "front-matter-missing at a: 1"},
		{"no front matter", "Text\n", "null", "", "front-matter-missing at Text"},
		{"a byte order mark", "\ufeff---\na: 1\n---\n", `{a: "1"}`, "", "byte-order-mark at \ufeff"},
	} {
		m, ds := ParseMatter(diag.NewSource("", test.text))
		if tree, body := show(m.Root), m.Body.Text(); tree != test.tree || body != test.body {
			t.Errorf("%s: %s and %q, not %s and %q", test.name, tree, body, test.tree, test.body)
		}
		if got := found(ds); got != test.found {
			t.Errorf("%s: %s, not %s", test.name, got, test.found)
		}
	}
}

func TestLost(t *testing.T) {
	for _, test := range []struct {
		text, key string
		all, has  bool
	}{
		{"---\na: 1\n---\n", "a", false, false},
		{"---\na: [1\nb: 2\n---\n", "a", false, true},
		{"---\na: [1\nb: 2\n---\n", "b", false, false},
		{"---\n- a\n---\n", "a", true, true},
		{"Text", "a", true, true},
	} {
		m, _ := ParseMatter(diag.NewSource("", test.text))
		if m.Lost.All() != test.all || m.Lost.Has(test.key) != test.has {
			t.Errorf("%q: %v, %s is lost: %v", test.text, m.Lost, test.key, m.Lost.Has(test.key))
		}
	}
}

// TestLocate finds the word "here" of every value in the source.
func TestLocate(t *testing.T) {
	for name, text := range map[string]string{
		"plain":            "a: x here y\n",
		"plain and folded": "a: x\n  y\n  here z\n",
		"single quotes":    "a: 'it''s here'\n",
		"double quotes":    `a: "\u00e4 \"q\" here"` + "\n",
		"a broken line":    "a: \"x \\\n  here\"\n",
		"literal":          "a: |\n  x\n\n    here\n",
		"folded":           "a: >\n  x\n  y\n\n  here\n",
		"indented by 4":    "a: |2\n    x\n  here\n",
	} {
		tree, ds := Parse(diag.NewSource("", text))
		v := tree.Root.Field("a")
		if len(ds) > 0 || v == nil {
			t.Errorf("%s: %s", name, found(ds))
			continue
		}
		at := strings.Index(v.Value, "here")
		span := Locate(v.Span, v.Value, at, at+len("here"))
		if span.Text() != "here" || span.Start != strings.Index(text, "here") {
			t.Errorf("%s: %q at %d", name, span.Text(), span.Start)
		}
	}
}
