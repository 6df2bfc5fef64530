package format

import (
	"slices"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edit"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/yamlnode"
)

// A document is a text as it was read.
type document struct {
	root  *yamlnode.Node
	front diag.Span // the YAML
	rest  string    // what follows it
	lost  bool
	found []diag.Diagnostic
}

// A reading reads a text of one kind.
type reading func(*diag.Source) document

func readMatter(src *diag.Source) document {
	m, ds := yamlnode.ParseMatter(src)
	return document{m.Root, m.Front, m.Body.Text(), len(m.Lost) > 0, ds}
}

func readMap(src *diag.Source) document {
	tree, ds := yamlnode.Parse(src)
	return document{tree.Root, src.Span(0, len(src.Text())), "", len(tree.Lost) > 0, ds}
}

func readList(src *diag.Source) document {
	root, ds := yamlnode.ParseList(src)
	return document{root, src.Span(0, len(src.Text())), "", false, ds}
}

// errors returns what makes a text unfit for editing.
func (d document) errors() []diag.Diagnostic {
	return slices.DeleteFunc(slices.Clone(d.found), func(f diag.Diagnostic) bool { return f.Rule.Severity != diag.Error })
}

// format returns a text in canonical form. It reports false where the text can't be
// read without a guess, with the findings that say why, or where the result
// would mean something else.
func format(path, text string, read reading, fields []field.Field) (string, []diag.Diagnostic, bool) {
	src := diag.NewSource(path, text)
	before := read(src)
	if errors := before.errors(); len(errors) > 0 || before.lost {
		return text, errors, false
	}
	quoted := diag.NewSource(path, quote(src, before.found))
	d := read(quoted)
	o := orderer{edit.Patcher{Source: quoted}}
	after := quoted.Text()[:d.front.Start] + o.rewrite(d.root, fields, d.front.Start, d.front.End) + quoted.Text()[d.front.End:]
	result := read(diag.NewSource(path, after))
	if len(result.errors()) > 0 || result.lost || result.rest != before.rest || !same(before.root, result.root) {
		return text, nil, false
	}
	return after, nil, true
}

// quote puts quotes around values that other tools take for something else
// than a text.
func quote(src *diag.Source, found []diag.Diagnostic) string {
	p := edit.Patcher{Source: src}
	for _, d := range found {
		if d.Rule == &rule.Unquoted {
			p.Replace(d.Span.Start, d.Span.End, d.Suggestion)
		}
	}
	return p.Apply()
}

// same reports whether two trees say the same, whatever the order of their keys
// and their quotes. Line breaks at the end of a text mean nothing to a sheet.
func same(a, b *yamlnode.Node) bool {
	if a.Kind != b.Kind || a.Text() != b.Text() || len(a.Pairs) != len(b.Pairs) {
		return false
	}
	for _, p := range a.Pairs {
		if other := b.Field(p.Key); other == nil || !same(p.Value, other) {
			return false
		}
	}
	return slices.EqualFunc(a.Items, b.Items, same)
}

// isBlank reports whether a line holds nothing but blanks.
func isBlank(line string) bool { return strings.TrimSpace(line) == "" }

// isComment reports whether a line holds nothing but a comment.
func isComment(line string) bool { return strings.HasPrefix(strings.TrimLeft(line, " \t"), "#") }
