package markdown

import (
	"bytes"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// maxQuick is the length up to which a text is looked into quickly: far below all limits.
const maxQuick = 16 << 10

// A quick reader makes the tree of what most texts consist of: paragraphs, lists of
// lines with a dash, *emphasis*, **strong emphasis** and [links](to). Where anything
// else might begin, or a rule of CommonMark might decide, it gives up, and goldmark
// reads the text.
type quick struct {
	source []byte
	spans  []Range // of the links
}

// quickly returns the tree of a text, nil where it is goldmark's to read.
func quickly(source []byte, st *state) ast.Node {
	if len(source) > maxQuick || !isUsual(source) {
		return nil
	}
	q := quick{source: source}
	root := ast.NewDocument()
	for at := 0; at < len(source); {
		switch {
		case source[at] == '\n':
			at++
			continue
		case bytes.HasPrefix(source[at:], dash):
			if _, twice := root.LastChild().(*ast.List); twice { // one that is loosened
				return nil
			}
			at = q.list(root, at)
		default:
			at = q.paragraph(root, at)
		}
		if at < 0 {
			return nil
		}
	}
	st.spans = q.spans
	return root
}

// inlineMarks are what emphasis and links consist of.
const inlineMarks = "*[]"

func isMark(c byte) bool { return c == '*' || c == '[' || c == ']' }

// dash is what an item begins with.
var dash = []byte("- ")

// unusual are the bytes that may mean something that is not read here.
var unusual = func() (t [256]bool) {
	for c := range ' ' {
		t[c] = c != '\n'
	}
	for _, c := range []byte("\\`_<|!") {
		t[c] = true
	}
	return t
}()

// isUsual reports whether no character means anything that is not read here.
func isUsual(source []byte) bool {
	for i, c := range source {
		if !unusual[c] {
			continue
		}
		// An exclamation mark may begin an image, and cuts an address.
		if c != '!' || i+1 < len(source) && bytes.IndexByte([]byte(" \n\""), source[i+1]) < 0 {
			return false
		}
	}
	return utf8.Valid(source)
}

// list reads items of one line each up to a blank line. It returns where they end, -1
// where it is not sure.
func (q *quick) list(root ast.Node, at int) int {
	list := ast.NewList('-')
	list.IsTight = true
	root.AppendChild(root, list)
	for at < len(q.source) && q.source[at] != '\n' {
		end := q.end(at)
		if !bytes.HasPrefix(q.source[at:], dash) || !begins(q.source[at+len(dash):end]) {
			return -1
		}
		item, block := ast.NewListItem(len(dash)), ast.NewTextBlock()
		list.AppendChild(list, item)
		item.AppendChild(item, block)
		if !q.inline(block, at+len(dash), end) {
			return -1
		}
		at = min(end+1, len(q.source))
	}
	return at
}

// end returns where the line ends that begins at an offset.
func (q *quick) end(at int) int {
	if i := bytes.IndexByte(q.source[at:], '\n'); i >= 0 {
		return at + i
	}
	return len(q.source)
}

// paragraph reads lines up to a blank one. It returns where they end, -1 where one of
// them might be something else.
func (q *quick) paragraph(root ast.Node, at int) int {
	begin, end := at, at
	for at < len(q.source) && q.source[at] != '\n' {
		if end = q.end(at); !begins(q.source[at:end]) {
			return -1
		}
		at = min(end+1, len(q.source))
	}
	p := ast.NewParagraph()
	root.AppendChild(root, p)
	if !q.inline(p, begin, end) {
		return -1
	}
	return at
}

// begins reports whether a line is sure to be text: it begins with no mark of a
// block, and ends with no blank, which may break it.
func begins(line []byte) bool {
	if len(line) == 0 || line[len(line)-1] == ' ' {
		return false
	}
	switch c := line[0]; {
	case c >= utf8.RuneSelf, c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c == '"', c == '\'', c == '(':
		return true
	case c >= '0' && c <= '9': // a number with a dot begins a list
		rest := bytes.TrimLeft(line, "0123456789")
		return len(rest) == 0 || rest[0] != '.' && rest[0] != ')'
	case c == '*', c == '[': // inline is sure of them, or is not
		return len(line) > 1 && line[1] != ' '
	}
	return false
}

// inline adds the text in [at, end) to a block, and reports whether it was sure.
func (q *quick) inline(parent ast.Node, at, end int) bool {
	for at < end {
		i := bytes.IndexAny(q.source[at:end], inlineMarks)
		if i < 0 {
			q.text(parent, at, end, end)
			return true
		}
		q.text(parent, at, at+i, end)
		var n ast.Node
		if n, at = q.mark(at+i, end); n == nil {
			return false
		}
		parent.AppendChild(parent, n)
	}
	return true
}

// text adds lines of text; limit is the end of the block.
func (q *quick) text(parent ast.Node, at, end, limit int) {
	for at < end {
		next := end
		if i := bytes.IndexByte(q.source[at:end], '\n'); i >= 0 {
			next = at + i
		}
		t := ast.NewTextSegment(text.NewSegment(at, next))
		t.SetSoftLineBreak(next < end && next < limit)
		parent.AppendChild(parent, t)
		at = next + 1
	}
}

// mark reads the emphasis or the link that begins at an offset, and returns where it ends.
func (q *quick) mark(at, end int) (ast.Node, int) {
	switch q.source[at] {
	case '*':
		return q.emphasis(at, end)
	case '[':
		return q.link(at, end)
	}
	return nil, at
}

// emphasis reads letters and words between stars.
func (q *quick) emphasis(at, end int) (ast.Node, int) {
	from, to, after := q.stars(at, end)
	if after < 0 {
		return nil, at
	}
	n := ast.NewEmphasis(after - to)
	q.text(n, from, to, end)
	return n, after
}

// stars returns what stands between the stars that begin at an offset, and where the last of
// them ends, -1 where that is not sure: the first star follows a blank, the last is followed
// by one or by a mark of punctuation.
func (q *quick) stars(at, end int) (from, to, after int) {
	from = at
	for from < end && q.source[from] == '*' {
		from++
	}
	level := from - at
	i := bytes.IndexByte(q.source[from:end], '*')
	if level > 2 || i < 0 || bytes.ContainsAny(q.source[from:from+i], "[]") {
		return 0, 0, -1
	}
	to = from + i
	after = to + level
	if after > end || level == 2 && q.source[to+1] != '*' || at > 0 && bytes.IndexByte([]byte(" \n("), q.source[at-1]) < 0 ||
		after < end && bytes.IndexByte([]byte(" \n.,;:?)"), q.source[after]) < 0 {
		return 0, 0, -1
	}
	first, _ := utf8.DecodeRune(q.source[from:to])
	last, _ := utf8.DecodeLastRune(q.source[from:to])
	if !isWord(first) || !isWord(last) {
		return 0, 0, -1
	}
	return from, to, after
}

// link reads words in brackets with an address in parentheses behind them.
func (q *quick) link(at, end int) (ast.Node, int) {
	shut, from, to := q.linked(at, end)
	if shut < 0 {
		return nil, at
	}
	n := ast.NewLink()
	n.Destination = q.source[from:to]
	n.SetPos(at)
	q.text(n, at+1, shut, end)
	q.spans = append(q.spans, Range{at, to + 1})
	return n, to + 1
}

// linked returns where the brackets shut that begin at an offset, -1 where that is no link for
// sure, and where the address behind them lies.
func (q *quick) linked(at, end int) (shut, from, to int) {
	i := bytes.IndexAny(q.source[at+1:end], "[]*")
	if q.source[at] != '[' || i < 1 || q.source[at+1] == '^' {
		return -1, 0, 0
	}
	shut = at + 1 + i
	if q.source[shut] != ']' || shut+1 >= end || q.source[shut+1] != '(' {
		return -1, 0, 0
	}
	from = shut + 2
	to = from
	for to < end && inAddress[q.source[to]] {
		to++
	}
	if to == from || to == end || q.source[to] != ')' {
		return -1, 0, 0
	}
	return shut, from, to
}

// inAddress are the bytes of an address that stand for themselves.
var inAddress = func() (t [256]bool) {
	for _, c := range []byte("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-:/.?=&#%+@,;~") {
		t[c] = true
	}
	return t
}()
