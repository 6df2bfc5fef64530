package accept

import (
	"slices"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/yamlnode"
)

// align sets the values of the pairs that stay, and returns for each pair
// whether it does, and the digests to add after it; before holds those that
// come before all that stay.
func (p *patcher) align(n *yamlnode.Node, want []digest) (stays []bool, after [][]digest, before []digest) {
	stays, after = make([]bool, len(n.Pairs)), make([][]digest, len(n.Pairs))
	last := -1
	for _, w := range want {
		i := slices.IndexFunc(n.Pairs, func(pair yamlnode.Pair) bool { return pair.Key == w.path })
		switch {
		case i >= 0:
			stays[i], last = true, i
			if v := n.Pairs[i].Value; v.Text() != w.value {
				p.Set(&n.Pairs[i], w.value)
			}
		case last >= 0:
			after[last] = append(after[last], w)
		default:
			before = append(before, w)
		}
	}
	return stays, after, before
}

// blockMap makes the lines of a state hold want.
func (p *patcher) blockMap(n *yamlnode.Node, want []digest) {
	stays, after, before := p.align(n, want)
	top := p.LineStart(n.Pairs[0].KeySpan.Start)
	indent := p.Indent(n.Pairs[0].KeySpan.Start)
	p.Insert(top, p.lines(indent, before))
	for i := range n.Pairs {
		start, end := p.LineStart(n.Pairs[i].KeySpan.Start), p.LineEnd(p.End(&n.Pairs[i]))
		if !stays[i] {
			p.Replace(start, end, "")
		}
		p.Insert(end, p.lines(indent, after[i]))
	}
}

// flowMap makes what is between the braces of a state hold want. A pair that
// goes takes the comma and the blanks before the next one with it, the last
// ones those after the last that stays.
func (p *patcher) flowMap(n *yamlnode.Node, want []digest) {
	stays, after, before := p.align(n, want)
	first, last := slices.Index(stays, true), len(stays)-1
	if first < 0 {
		end := n.Span.Start + 1
		if last >= 0 {
			end = p.End(&n.Pairs[last])
		}
		p.Replace(n.Span.Start+1, end, join(want))
		return
	}
	if len(before) > 0 {
		p.Insert(n.Pairs[first].KeySpan.Start, join(before)+", ")
	}
	for last > 0 && !stays[last] {
		last--
	}
	for i := range n.Pairs[:last+1] {
		switch {
		case !stays[i]:
			p.Replace(n.Pairs[i].KeySpan.Start, n.Pairs[i+1].KeySpan.Start, "")
		case len(after[i]) > 0:
			p.Insert(p.End(&n.Pairs[i]), ", "+join(after[i]))
		}
	}
	if last+1 < len(n.Pairs) {
		p.Replace(p.End(&n.Pairs[last]), p.End(&n.Pairs[len(n.Pairs)-1]), "")
	}
}
