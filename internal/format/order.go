package format

import (
	"slices"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edit"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/yamlnode"
)

// An orderer puts keys in the order of the format.
type orderer struct{ edit.Patcher }

// rewrite returns the bytes [from, to), which hold a node and what belongs to it, with
// the keys of all maps inside in order.
func (o *orderer) rewrite(n *yamlnode.Node, fields []field.Field, from, to int) string {
	text := o.Source.Text()
	switch {
	case len(fields) == 0:
	case n.Kind == yamlnode.List:
		return o.items(n, fields, from, to)
	case n.Kind != yamlnode.Map || len(n.Pairs) == 0:
	case edit.IsFlow(n), !isBlank(text[o.LineStart(n.Span.Start):n.Span.Start]):
		return o.slots(n, fields, from, to)
	default:
		return o.lines(n, fields, from, to)
	}
	return text[from:to]
}

func (o *orderer) items(n *yamlnode.Node, fields []field.Field, from, to int) string {
	var b strings.Builder
	for _, item := range n.Items {
		if item.Span.Start < from || item.Span.End > to {
			continue
		}
		begin := item.Span.Start
		if line := o.LineStart(begin); line >= from && isBlank(o.Source.Text()[line:begin]) { // its dash stands alone above it
			begin = line
		}
		b.WriteString(o.Source.Text()[from:begin])
		end := item.Span.End
		if !edit.IsFlow(item) {
			end = min(o.ink(end), to) // a comment behind it
		}
		b.WriteString(o.rewrite(item, fields, begin, end))
		from = end
	}
	return b.String() + o.Source.Text()[from:to]
}

// A block is a pair with all that belongs to it.
type block struct {
	start, end int
	text       string // with its maps in order
	rank       int
}

// slots orders the pairs of a map in braces, or behind the dash of a list: the
// pairs change places, what stands between them remains. Where that is more
// than blanks and a comma, as comments are, the order remains too.
func (o *orderer) slots(n *yamlnode.Node, fields []field.Field, from, to int) string {
	blocks := make([]block, len(n.Pairs))
	last := n.Span.Start
	plain := true
	for i := range n.Pairs {
		p := &n.Pairs[i]
		b := &blocks[i]
		b.start, b.end = p.KeySpan.Start, o.End(p)
		if !edit.IsFlow(n) {
			b.end = o.ink(b.end)
		}
		if b.start < last || b.end > to {
			return o.Source.Text()[from:to]
		}
		if i > 0 && strings.Trim(o.Source.Text()[last:b.start], ", \r\n") != "" {
			plain = false
		}
		last = b.end
	}
	ranks := ranks(n, fields)
	for i := range blocks {
		blocks[i].text, blocks[i].rank = o.pair(&n.Pairs[i], fields, blocks[i].start, blocks[i].end), ranks[i]
	}
	if edit.IsFlow(n) && strings.ContainsAny(n.Span.Text(), "\n\r#") {
		plain = false
	}
	sorted := blocks
	if plain {
		sorted = inOrder(blocks)
	}
	var b strings.Builder
	for i := range blocks {
		b.WriteString(o.Source.Text()[from:blocks[i].start] + sorted[i].text)
		from = blocks[i].end
	}
	return b.String() + o.Source.Text()[from:to]
}

// ink returns where the line ends on which something ends.
func (o *orderer) ink(end int) int {
	line, _ := o.Source.Position(max(end-1, 0))
	_, eol := o.Source.Line(line)
	return max(end, eol)
}

// pair rewrites the value of a pair.
func (o *orderer) pair(p *yamlnode.Pair, fields []field.Field, from, to int) string {
	i := slices.IndexFunc(fields, func(f field.Field) bool { return f.Key == p.Key && !f.Body })
	at := o.Colon(p)
	if i < 0 || at > to || p.Value.Span.Start < at || p.Value.Span.End > to {
		return o.Source.Text()[from:to]
	}
	return o.Source.Text()[from:at] + o.rewrite(p.Value, fields[i].Fields, at, to)
}

// ranks returns for each pair its place in the order of the format. A key that the
// format does not have follows the one that it stands behind.
func ranks(n *yamlnode.Node, fields []field.Field) []int {
	ranks, last := make([]int, len(n.Pairs)), -1
	for i, p := range n.Pairs {
		if at := slices.IndexFunc(fields, func(f field.Field) bool { return f.Key == p.Key && !f.Body }); at >= 0 {
			last = at
		}
		ranks[i] = last
	}
	return ranks
}

func inOrder(blocks []block) []block {
	sorted := slices.Clone(blocks)
	slices.SortStableFunc(sorted, func(a, b block) int { return a.rank - b.rank })
	return sorted
}
