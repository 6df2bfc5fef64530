package format

import (
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/yamlnode"
)

// lines orders the pairs of a map with a line a key. A pair moves with the
// comments and blank lines above it; what stands above the first one and apart
// from it stays at the head of the map, what stands below the last one at its end.
func (o *orderer) lines(n *yamlnode.Node, fields []field.Field, from, to int) string {
	text := o.Source.Text()
	indent := len(o.Indent(n.Pairs[0].KeySpan.Start))
	start := o.head(from, o.LineStart(n.Pairs[0].KeySpan.Start))
	blocks := make([]block, len(n.Pairs))
	ranks := ranks(n, fields)
	at, open := start, false // open: the last line does without its break
	for i := range n.Pairs {
		p := &n.Pairs[i]
		end := o.tail(p, indent, to)
		open = end > to && isBlank(text[to:end])
		if open {
			end = to
		}
		if p.KeySpan.Start < at || end > to {
			return text[from:to]
		}
		blocks[i] = block{start: at, end: end, text: o.pair(p, fields, at, end), rank: ranks[i]}
		at = end
	}
	if open {
		blocks[len(blocks)-1].text += o.EOL()
	}
	sorted := inOrder(blocks)
	if sorted[0].start != blocks[0].start {
		spread(sorted, blocks[0].start)
	}
	var b strings.Builder
	for _, block := range sorted {
		b.WriteString(block.text)
	}
	ordered := b.String()
	if open {
		ordered = strings.TrimRight(ordered, "\r\n")
	}
	return text[from:start] + ordered + text[at:to]
}

// head returns where the block of the first pair begins: at the comments right
// above its line, which begins at an offset.
func (o *orderer) head(from, line int) int {
	for line > from {
		above := o.LineStart(line - 1)
		if above < from || !isComment(o.Source.Text()[above:line]) {
			break
		}
		line = above
	}
	return line
}

// tail returns where the block of a pair ends: after its last line, the blank
// ones that belong to a text with a + at its head, and comments that are indented
// deeper than its key.
func (o *orderer) tail(p *yamlnode.Pair, indent, to int) int {
	text := o.Source.Text()
	end := o.LineEnd(max(o.End(p)-1, p.KeySpan.Start))
	keeps := false
	if v := p.Value; v.Style == yamlnode.Literal || v.Style == yamlnode.Folded {
		header, _, _ := strings.Cut(v.Span.Text(), "\n")
		keeps = strings.Contains(header, "+")
	}
	for at := end; at < to; {
		next := min(o.LineEnd(at), to)
		line := text[at:next]
		switch {
		case isBlank(line):
			if keeps {
				end = next
			}
		case isComment(line) && len(line)-len(strings.TrimLeft(line, " \t")) > indent:
			end, keeps = next, false
		default:
			return end
		}
		at = next
	}
	return end
}

// spread moves the blank lines above the pair that has become the first to the
// one that was it, where they part it from others again.
func spread(sorted []block, first int) {
	top := &sorted[0]
	ink := 0
	for line := range strings.Lines(top.text) {
		if !isBlank(line) {
			break
		}
		ink += len(line)
	}
	for i := range sorted {
		if sorted[i].start == first {
			sorted[i].text = top.text[:ink] + sorted[i].text
		}
	}
	top.text = top.text[ink:]
}
