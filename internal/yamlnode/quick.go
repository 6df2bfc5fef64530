package yamlnode

import (
	"strings"

	"go.yaml.in/yaml/v4"
)

// A quick reader reads the YAML that people and fmt write: block maps and lists,
// plain and quoted scalars on one line, block texts, brackets on one line. It makes
// the same nodes and findings as the library, in a tenth of the time, and gives
// up at anything that it is not sure of, which is then the library's to read.
//
// Methods that return a nil node have given up. Offsets are those of the text.
type quick struct {
	*reader
	text string
	next int // the line that is read next begins here
	*nursery

	blocks strings.Builder // the block texts, one after the other
}

// quick reads the text if all of it is of the simple kind.
func (r *reader) quick() (*Node, bool) {
	text := r.src.Text()[r.start:r.end]
	if strings.IndexByte(text, '\t') >= 0 || strings.IndexByte(text, '\r') >= 0 || !strings.HasSuffix(text, "\n") {
		return nil, false
	}
	if !r.usual && !isUsual(text) {
		if r.copy(); text != string(r.text) {
			return nil, false
		}
	}
	found := len(r.findings)
	r.nursery = nurseries.Get().(*nursery)
	q := quick{reader: r, text: text, nursery: r.nursery}
	var root *Node
	if ink, indent, ok := q.line(); ok {
		root = q.collection(ink, indent, 0)
	}
	if root == nil || root.Kind != r.top || q.next < len(text) {
		r.findings = r.findings[:found]
		return nil, false
	}
	return root, true
}

// line finds the next line that is neither blank nor a comment: where it begins
// to say something, and how far it is indented.
func (q *quick) line() (ink, indent int, ok bool) {
	for q.next < len(q.text) {
		ink = skip(q.text, q.next)
		if c := q.text[ink]; c != '\n' && c != '#' {
			return ink, ink - q.next, true
		}
		q.next = q.end(ink) + 1
	}
	return 0, 0, false
}

// end returns where the line around an offset ends.
func (q *quick) end(at int) int { return at + strings.IndexByte(q.text[at:], '\n') }

// skip returns the offset of the first byte that is no blank.
func skip(text string, at int) int {
	for at < len(text) && text[at] == ' ' {
		at++
	}
	return at
}

// rest reports whether nothing but a comment stands between an offset and the end of its line.
func (q *quick) rest(at int) bool {
	ink := skip(q.text, at)
	return q.text[ink] == '\n' || q.text[ink] == '#' && ink > at
}

func (q *quick) node(kind Kind, from, to int) *Node {
	n := &q.nodes.take(1)[0]
	n.Kind, n.Span = kind, q.span(from, to)
	return n
}

// scalar makes a node of a scalar that stands in [from, to) as its value does.
func (q *quick) scalar(style Style, value string, from, to int) *Node {
	if style == Plain && (value == "~" || strings.EqualFold(value, "null")) {
		return q.node(Null, from, to)
	}
	n := q.node(Scalar, from, to)
	n.Style, n.Value = style, value
	if style == Plain {
		q.trapsBefore(n, q.end(to))
	}
	return n
}

// key reports whether the plain scalar in [at, colon) is a key, and notes what is wrong with it.
func (q *quick) key(at, colon int) bool {
	key := Node{Kind: Scalar, Value: q.text[at:colon], Span: q.span(at, colon)}
	if strings.EqualFold(key.Value, "null") {
		return false
	}
	q.trapsBefore(&key, q.end(colon))
	return true
}

// collection reads a map or a list whose first key or dash stands at an offset.
func (q *quick) collection(at, indent, depth int) *Node {
	switch {
	case depth >= maxDepth:
		return nil
	case q.dash(at):
		return q.list(at, indent, depth)
	}
	return q.mapping(at, indent, depth)
}

// dash reports whether a list's item begins at an offset.
func (q *quick) dash(at int) bool {
	return q.text[at] == '-' && (q.text[at+1] == ' ' || q.text[at+1] == '\n')
}

// colon returns the offset of the colon behind a simple key, -1 where there is none.
func (q *quick) colon(at int) int {
	end := at
	for isWord(q.text[end]) || end > at && (q.text[end] == '-' || q.text[end] == '.') {
		end++
	}
	if end == at || end > at+100 || q.text[end] != ':' || q.text[end+1] != ' ' && q.text[end+1] != '\n' {
		return -1
	}
	return end
}

func hasKey(pairs []Pair, key string) bool {
	for i := range pairs {
		if pairs[i].Key == key {
			return true
		}
	}
	return false
}

func isWord(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_'
}

func (q *quick) mapping(at, indent, depth int) *Node {
	m, before := q.node(Map, at, at), len(q.open)
	for {
		colon := q.colon(at)
		if colon < 0 || hasKey(q.open[before:], q.text[at:colon]) || !q.key(at, colon) {
			return nil
		}
		value := q.value(colon+1, indent, depth+1)
		if value == nil {
			return nil
		}
		q.open = append(q.open, Pair{q.text[at:colon], q.span(at, colon), value})
		m.Span.End = max(m.Span.End, value.Span.End)
		ink, n, more := q.line()
		switch {
		case !more || n < indent:
			m.Pairs, q.open = q.pairs.keep(q.open[before:]), q.open[:before]
			return m
		case n > indent: // a scalar goes on, or a mistake
			return nil
		}
		at = ink
		if q.dash(at) {
			return nil
		}
	}
}

// list reads the items of a list. It ends before a line at the same indentation
// without a dash: the next key of the map that it stands in.
func (q *quick) list(at, indent, depth int) *Node {
	l, before := q.node(List, at, at), len(q.listed)
	for {
		item := q.item(at, indent, depth+1)
		if item == nil {
			return nil
		}
		q.listed = append(q.listed, item)
		l.Span.End = max(l.Span.End, item.Span.End)
		ink, n, more := q.line()
		switch {
		case !more || n < indent || n == indent && !q.dash(ink):
			l.Items, q.listed = q.items.keep(q.listed[before:]), q.listed[:before]
			return l
		case n > indent:
			return nil
		}
		at = ink
	}
}

func (q *quick) item(dash, indent, depth int) *Node {
	at := skip(q.text, dash+1)
	switch {
	case q.text[at] == '\n' || q.text[at] == '#':
		return nil
	case q.colon(at) < 0:
		return q.inline(at, indent, depth)
	case depth >= maxDepth:
		return nil
	}
	return q.mapping(at, indent+at-dash, depth)
}

// value reads what belongs to a key: what stands behind its colon or below it.
func (q *quick) value(at, indent, depth int) *Node {
	if !q.rest(at) {
		return q.inline(skip(q.text, at), indent, depth)
	}
	q.next = q.end(at) + 1
	ink, n, ok := q.line()
	if ok && (n > indent || n == indent && q.dash(ink)) {
		return q.collection(ink, n, depth)
	}
	return q.node(Null, at, at)
}

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
