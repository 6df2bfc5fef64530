package accept

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

// A patcher collects the patches of one text.
type patcher struct {
	src     *diag.Source
	patches []patch
}

func (p *patcher) replace(start, end int, text string) {
	p.patches = append(p.patches, patch{start, end, text})
}

func (p *patcher) insert(at int, text string) { p.replace(at, at, text) }

// apply returns the patched text. Patches don't overlap; of those at one place
// insertions come first, in the order in which they were made.
func (p *patcher) apply() string {
	slices.SortStableFunc(p.patches, func(a, b patch) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end))
	})
	var b strings.Builder
	last := 0
	for _, c := range p.patches {
		b.WriteString(p.src.Text[last:max(c.start, last)])
		b.WriteString(c.text)
		last = max(c.end, last)
	}
	return b.String() + p.src.Text[last:]
}

// lineStart returns where the line of an offset begins.
func (p *patcher) lineStart(at int) int {
	line, _ := p.src.Position(at)
	start, _ := p.src.Line(line)
	return start
}

// lineEnd returns where the line after that of an offset begins.
func (p *patcher) lineEnd(at int) int {
	line, _ := p.src.Position(at)
	if line == p.src.Lines() {
		return len(p.src.Text)
	}
	start, _ := p.src.Line(line + 1)
	return start
}

// indent returns the blanks before an offset.
func (p *patcher) indent(at int) string {
	before := p.src.Text[p.lineStart(at):at]
	return before[:len(before)-len(strings.TrimLeft(before, " "))]
}

// eol returns the line break of the file.
func (p *patcher) eol() string {
	start, end := p.src.Line(1)
	if eol := p.src.Text[end:p.lineEnd(start)]; eol != "" {
		return eol
	}
	return "\n"
}

// colon returns the offset after the colon of a pair.
func (p *patcher) colon(pair *yamlnode.Pair) int {
	at := pair.KeySpan.End
	if i := strings.IndexByte(p.src.Text[at:p.lineEnd(at)], ':'); i >= 0 {
		return at + i + 1
	}
	return at
}

// end returns where a pair ends.
func (p *patcher) end(pair *yamlnode.Pair) int { return max(p.valueEnd(pair), p.colon(pair)) }

func (p *patcher) valueEnd(pair *yamlnode.Pair) int {
	if absent(pair.Value) {
		return 0
	}
	return pair.Value.Span.End
}

// absent reports whether nothing at all stands after a key; a null that is
// written out does.
func absent(n *yamlnode.Node) bool { return n.Kind == yamlnode.Null && n.Span.Text() == "" }

// isFlow reports whether a map is written with braces.
func isFlow(n *yamlnode.Node) bool {
	return n.Kind == yamlnode.Map && strings.HasPrefix(n.Span.Text(), "{")
}

// isBlock reports whether a map is written with a line a key, of which at
// least one is a plain key.
func isBlock(n *yamlnode.Node) bool {
	return n.Kind == yamlnode.Map && !isFlow(n) && len(n.Pairs) > 0
}

// set writes a digest as the value of a pair, in the quotes that it has.
func (p *patcher) set(pair *yamlnode.Pair, value string) {
	text := `"` + value + `"`
	switch v := pair.Value; {
	case absent(v):
		p.insert(p.colon(pair), " "+text)
	case v.Style == yamlnode.SingleQuoted:
		p.replace(v.Span.Start, v.Span.End, "'"+value+"'")
	default:
		p.replace(v.Span.Start, v.Span.End, text)
	}
}
