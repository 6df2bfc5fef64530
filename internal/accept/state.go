package accept

import (
	"slices"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edit"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/yamlnode"
)

// A patcher lays out digests in a text.
type patcher struct{ edit.Patcher }

// A digest is one entry of translation.state.
type digest struct{ path, value string }

func (d digest) is(p field.Pair) bool { return p.Key == d.path }

// flow writes a digest as between braces.
func (d digest) flow() string { return d.path + `: "` + d.value + `"` }

// record returns a file's text with want as its translation.state. What is
// there already stays where it is; ok is false where the front matter has
// another shape than a translation can have. Whatever it does not foresee,
// such as tags or explicit keys, is found by reading the result again.
func record(text, of string, want []digest) (after string, ok bool) {
	p, ok := &patcher{edit.Patcher{Source: diag.NewSource("", text)}}, true
	m, _ := yamlnode.ParseMatter(p.Source)
	pair := pairOf(m.Root, "translation")
	switch {
	case pair == nil:
		p.addBlock(m, of, want)
	case pair.Value.Kind == yamlnode.Null:
		indent := p.Indent(pair.KeySpan.Start)
		p.clear(pair)
		p.Insert(p.LineEnd(pair.KeySpan.End), p.children(indent, "  ", of, want))
	case edit.IsFlow(pair.Value):
		ok = p.flowTranslation(pair.Value, of, want)
	case edit.IsBlock(pair.Value):
		ok = p.blockTranslation(pair, of, want)
	default:
		ok = false
	}
	return p.Apply(), ok
}

// pairOf returns a pair of a map, nil where there is none.
func pairOf(n *yamlnode.Node, key string) *yamlnode.Pair {
	i := slices.IndexFunc(n.Pairs, func(p yamlnode.Pair) bool { return p.Key == key })
	if i < 0 {
		return nil
	}
	return &n.Pairs[i]
}

// clear takes away a null that is written out.
func (p *patcher) clear(pair *yamlnode.Pair) {
	if !edit.Absent(pair.Value) {
		p.Replace(p.Colon(pair), pair.Value.Span.End, "")
	}
}

// addBlock writes a whole translation at the end of the front matter.
func (p *patcher) addBlock(m yamlnode.Matter, of string, want []digest) {
	line, column := p.Source.Position(m.Body.Start)
	if column == 1 {
		line-- // the body begins on the line after the closing one
	}
	at, _ := p.Source.Line(line)
	indent := ""
	if len(m.Root.Pairs) > 0 {
		indent = p.Indent(m.Root.Pairs[0].KeySpan.Start)
	}
	p.Insert(at, indent+"translation:"+p.EOL()+p.children(indent, "  ", of, want))
}

// children writes the lines below translation, whose own indentation is given.
func (p *patcher) children(indent, step, of string, want []digest) string {
	return indent + step + "of: " + of + p.EOL() + p.state(indent+step, step, want)
}

// state writes the key state and the lines below it.
func (p *patcher) state(indent, step string, want []digest) string {
	if len(want) == 0 {
		return ""
	}
	return indent + "state:" + p.EOL() + p.lines(indent+step, want)
}

func (p *patcher) lines(indent string, want []digest) string {
	var b strings.Builder
	for _, d := range want {
		b.WriteString(indent + d.flow() + p.EOL())
	}
	return b.String()
}

func (p *patcher) blockTranslation(parent *yamlnode.Pair, of string, want []digest) bool {
	n := parent.Value
	first := &n.Pairs[0]
	indent := p.Indent(first.KeySpan.Start)
	step := strings.TrimPrefix(indent, p.Indent(parent.KeySpan.Start))
	switch by := pairOf(n, "of"); {
	case by == nil:
		p.Insert(p.LineStart(first.KeySpan.Start), indent+"of: "+of+p.EOL())
	case edit.Absent(by.Value):
		p.Insert(p.Colon(by), " "+of)
	}
	state := pairOf(n, "state")
	switch {
	case state == nil:
		p.Insert(p.LineEnd(p.End(&n.Pairs[len(n.Pairs)-1])), p.state(indent, step, want))
	case state.Value.Kind == yamlnode.Null:
		p.clear(state)
		p.Insert(p.LineEnd(state.KeySpan.End), p.lines(indent+step, want))
	case edit.IsFlow(state.Value):
		p.flowMap(state.Value, want)
	case edit.IsBlock(state.Value):
		p.blockMap(state.Value, want)
	default:
		return false
	}
	return true
}

func (p *patcher) flowTranslation(n *yamlnode.Node, of string, want []digest) bool {
	var keys []string // to be added
	switch by := pairOf(n, "of"); {
	case by == nil:
		keys = append(keys, "of: "+of)
	case edit.Absent(by.Value):
		p.Insert(p.Colon(by), " "+of)
	}
	braces := "{" + join(want) + "}"
	state := pairOf(n, "state")
	switch {
	case state == nil:
		keys = append(keys, "state: "+braces)
	case state.Value.Kind == yamlnode.Null:
		p.clear(state)
		p.Insert(p.Colon(state), " "+braces)
	case !edit.IsFlow(state.Value):
		return false
	default:
		p.flowMap(state.Value, want)
	}
	if added := strings.Join(keys, ", "); added != "" {
		if len(n.Pairs) == 0 {
			p.Insert(n.Span.Start+1, added)
		} else {
			p.Insert(p.End(&n.Pairs[len(n.Pairs)-1]), ", "+added)
		}
	}
	return true
}

func join(ds []digest) string {
	texts := make([]string, len(ds))
	for i, d := range ds {
		texts[i] = d.flow()
	}
	return strings.Join(texts, ", ")
}
