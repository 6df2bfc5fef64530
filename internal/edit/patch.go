// Package edit changes files of a catalogue without laying them out anew: a
// text is patched at the bytes that are meant, and exchanged for the file in
// one step, if that still is what was read.
//
// An editor's file holds comments, quotes and blank lines that a tree does not
// know. So nothing here writes YAML from a tree.
package edit

import (
	"cmp"
	"slices"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/yamlnode"
)

// A patch puts text in the place of the bytes [start, end).
type patch struct {
	start, end int
	text       string
}

// A Patcher collects the patches of one text.
type Patcher struct {
	Source  *diag.Source
	patches []patch
}

// Replace puts text in the place of the bytes [start, end).
func (p *Patcher) Replace(start, end int, text string) {
	p.patches = append(p.patches, patch{start, end, text})
}

// Insert puts text before a byte.
func (p *Patcher) Insert(at int, text string) { p.Replace(at, at, text) }

// Apply returns the patched text. Patches don't overlap; of those at one place
// insertions come first, in the order in which they were made.
func (p *Patcher) Apply() string {
	slices.SortStableFunc(p.patches, func(a, b patch) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end))
	})
	var b strings.Builder
	last := 0
	for _, c := range p.patches {
		b.WriteString(p.Source.Text()[last:max(c.start, last)])
		b.WriteString(c.text)
		last = max(c.end, last)
	}
	return b.String() + p.Source.Text()[last:]
}

// LineStart returns where the line of an offset begins.
func (p *Patcher) LineStart(at int) int {
	line, _ := p.Source.Position(at)
	start, _ := p.Source.Line(line)
	return start
}

// LineEnd returns where the line after that of an offset begins.
func (p *Patcher) LineEnd(at int) int {
	line, _ := p.Source.Position(at)
	if line == p.Source.Lines() {
		return len(p.Source.Text())
	}
	start, _ := p.Source.Line(line + 1)
	return start
}

// Indent returns the blanks before an offset.
func (p *Patcher) Indent(at int) string {
	before := p.Source.Text()[p.LineStart(at):at]
	return before[:len(before)-len(strings.TrimLeft(before, " "))]
}

// EOL returns the line break of the file.
func (p *Patcher) EOL() string {
	start, end := p.Source.Line(1)
	if eol := p.Source.Text()[end:p.LineEnd(start)]; eol != "" {
		return eol
	}
	return "\n"
}

// Colon returns the offset after the colon of a pair.
func (p *Patcher) Colon(pair *yamlnode.Pair) int {
	at := pair.KeySpan.End
	if i := strings.IndexByte(p.Source.Text()[at:p.LineEnd(at)], ':'); i >= 0 {
		return at + i + 1
	}
	return at
}

// End returns where a pair ends.
func (p *Patcher) End(pair *yamlnode.Pair) int { return max(p.valueEnd(pair), p.Colon(pair)) }

func (p *Patcher) valueEnd(pair *yamlnode.Pair) int {
	if Absent(pair.Value) {
		return 0
	}
	return pair.Value.Span.End
}

// Absent reports whether nothing at all stands after a key; a null that is
// written out does.
func Absent(n *yamlnode.Node) bool { return n.Kind == yamlnode.Null && n.Span.Text() == "" }

// IsFlow reports whether a map is written with braces.
func IsFlow(n *yamlnode.Node) bool {
	return n.Kind == yamlnode.Map && strings.HasPrefix(n.Span.Text(), "{")
}

// IsBlock reports whether a map is written with a line a key, of which at
// least one is a plain key.
func IsBlock(n *yamlnode.Node) bool {
	return n.Kind == yamlnode.Map && !IsFlow(n) && len(n.Pairs) > 0
}

// Set writes a value that needs no escapes for a pair's, in the quotes that it has.
func (p *Patcher) Set(pair *yamlnode.Pair, value string) {
	text := `"` + value + `"`
	switch v := pair.Value; {
	case Absent(v):
		p.Insert(p.Colon(pair), " "+text)
	case v.Style == yamlnode.SingleQuoted:
		p.Replace(v.Span.Start, v.Span.End, "'"+value+"'")
	default:
		p.Replace(v.Span.Start, v.Span.End, text)
	}
}
