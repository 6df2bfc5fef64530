package yamlnode

import (
	"strings"
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
	word := q.text[at:colon]
	if strings.EqualFold(word, "null") {
		return false
	}
	if maySurprise(word) { // nothing else can be wrong with letters and digits before a colon
		q.trapsBefore(&Node{Kind: Scalar, Value: word, Span: q.span(at, colon)}, q.end(colon))
	}
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
