package yamlnode

import (
	"strings"

	"go.yaml.in/yaml/v4"
)

// inline reads what begins on the line of its key or dash.
func (q *quick) inline(at, indent, depth int) *Node {
	var n *Node
	to := q.end(at)
	switch c := q.text[at]; c {
	case '|', '>':
		return q.block(at, indent)
	case '"', '\'':
		n, to = q.quoted(at)
	case '[', '{':
		n, to = q.brackets(at, depth)
	default:
		n, to = q.plain(at, to)
	}
	if n == nil || !q.rest(to) {
		return nil
	}
	q.next = q.end(to) + 1
	return n
}

// plain reads a plain scalar that ends on its line, and returns its end.
func (q *quick) plain(at, end int) (*Node, int) {
	value := q.text[at:end]
	if strings.IndexByte("-?:,]{}#&*!%@`", value[0]) >= 0 {
		return nil, at
	}
	if i := strings.Index(value, " #"); i >= 0 {
		value = value[:i]
	}
	value = strings.TrimRight(value, " ")
	if strings.HasSuffix(value, ":") || strings.Contains(value, ": ") {
		return nil, at
	}
	return q.scalar(Plain, value, at, at+len(value)), at + len(value)
}

// quoted reads a scalar in quotes that are closed on the same line and hold no
// escapes, and returns its end.
func (q *quick) quoted(at int) (*Node, int) {
	line := q.text[at+1 : q.end(at)]
	quote, style := q.text[at], SingleQuoted
	if quote == '"' {
		style = DoubleQuoted
	}
	n := strings.IndexByte(line, quote)
	if n < 0 || style == DoubleQuoted && strings.IndexByte(line[:n], '\\') >= 0 || style == SingleQuoted && strings.HasPrefix(line[n+1:], "'") {
		return nil, at
	}
	to := at + n + 2
	return q.scalar(style, line[:n], at, to), to
}

// brackets reads a list or a map in brackets that are closed on the same line, and
// returns its end.
func (q *quick) brackets(at, depth int) (*Node, int) {
	kind, shut := List, byte(']')
	if q.text[at] == '{' {
		kind, shut = Map, '}'
	}
	n := q.node(kind, at, at)
	var values []*Node
	to := skip(q.text, at+1)
	for q.text[to] != shut || len(values) > 0 {
		var key Pair
		var value *Node
		if kind == Map {
			colon := q.colon(to)
			if colon < 0 || n.Field(q.text[to:colon]) != nil || !q.key(to, colon) {
				return nil, at
			}
			key, to = Pair{Key: q.text[to:colon], KeySpan: q.span(to, colon)}, skip(q.text, colon+1)
		}
		if value, to = q.member(to, depth+1); value == nil {
			return nil, at
		}
		values = append(values, value)
		if kind == Map {
			key.Value = value
			n.Pairs = append(n.Pairs, key)
		}
		to = skip(q.text, to)
		if q.text[to] == shut {
			break
		}
		if q.text[to] != ',' {
			return nil, at
		}
		to = skip(q.text, to+1)
	}
	if kind == List {
		n.Items = values
	}
	n.Span = q.around(at, yaml.FlowStyle, values)
	return n, to + 1
}

// member reads a value between brackets, and returns its end.
func (q *quick) member(at, depth int) (*Node, int) {
	switch c := q.text[at]; {
	case depth >= maxDepth:
		return nil, at
	case c == '"' || c == '\'':
		return q.quoted(at)
	case c == '[' || c == '{':
		return q.brackets(at, depth)
	case isLetter(c):
		return q.word(at)
	}
	return nil, at
}

// word reads a plain scalar between brackets: letters, and between them what never
// ends it.
func (q *quick) word(at int) (*Node, int) {
	to := at
	for c := q.text[to]; isLetter(c) || strings.IndexByte(" -./()+;=", c) >= 0 || c == ':' && (isLetter(q.text[to+1]) || q.text[to+1] == '/'); c = q.text[to] {
		to++
	}
	value := strings.TrimRight(q.text[at:to], " ")
	return q.scalar(Plain, value, at, at+len(value)), to
}

// isLetter reports whether a byte is a letter or digit, or part of one.
func isLetter(c byte) bool { return isWord(c) || c >= 0x80 }

// block reads a text behind | or >, indented deeper than its key.
func (q *quick) block(at, indent int) *Node {
	end := q.end(at)
	header := strings.TrimRight(q.text[at:end], " ")
	first := skip(q.text, end+1)
	own := first - (end + 1)
	if len(header) > 2 || len(header) == 2 && header[1] != '-' && header[1] != '+' || first == len(q.text) || q.text[first] == '\n' || own <= indent {
		return nil
	}
	style := Literal
	if header[0] == '>' {
		style = Folded
	}
	if q.blocks.Cap() == 0 {
		q.blocks.Grow(len(q.text)) // for all of them: decoded they are shorter
	}
	begin := q.blocks.Len()
	last, breaks, ok := q.lines(end+1, own, style == Folded)
	if !ok {
		return nil
	}
	switch {
	case header == "|" || header == ">":
		q.blocks.WriteByte('\n')
	case header[1] == '+':
		q.blocks.WriteString(strings.Repeat("\n", breaks))
	}
	return q.scalar(style, q.blocks.String()[begin:], at, last)
}

// lines reads the lines of a block text that begin at an offset and have an
// indentation of their own. It returns where the last one ends that says
// something, and how many line breaks follow it.
func (q *quick) lines(at, own int, folded bool) (last, breaks int, ok bool) {
	b := &q.blocks
	for ; at < len(q.text); at = q.end(at) + 1 {
		ink := skip(q.text, at)
		if q.text[ink] == '\n' {
			if ink-at > own { // blanks that count
				return 0, 0, false
			}
			breaks++
			continue
		}
		if ink-at < own {
			break
		}
		switch {
		case folded && ink-at > own:
			return 0, 0, false
		case folded && breaks == 1:
			b.WriteByte(' ')
		case folded && breaks > 1:
			breaks--
			fallthrough
		default:
			for range breaks {
				b.WriteByte('\n')
			}
		}
		last, breaks = q.end(at), 1
		b.WriteString(q.text[at+own : last])
	}
	q.next = at
	return last, breaks, true
}
