package markdown

import (
	"bytes"
	"sync"
)

// A brief writes the HTML of a text without the tree in between, of what a quick reader
// is sure of.
type brief struct {
	quick
	pen     pen
	plain   bool // no HTML, but what Plain returns
	render  RenderOptions
	look    *Mentions // nothing is written, but links are noted; nil for none of that
	whole   string    // the text, for look
	html    []byte
	scratch []byte // text on its way from source to HTML
	words   []byte // plain text before it is returned
}

// briefs are those that can be used again: a page has a dozen texts.
var briefs = sync.Pool{New: func() any { return new(brief) }}

// Plain returns what [Document.Plain] returns of a text.
func Plain(s string, o Options) string {
	b := briefs.Get().(*brief)
	defer b.release()
	b.plain, b.html = true, b.words[:0]
	sure := b.read(s, o)
	b.words = b.html[:0]
	if sure {
		return string(bytes.TrimSpace(b.html))
	}
	return Parse(s, o).Plain()
}

// Mentions are the links of a text, and the addresses in it that are none.
type Mentions struct {
	Links    []Link
	BareURLs []Range
}

// BriefMentions returns what [Document.Links] and [Document.BareURLs] return of a text. It is false where
// a text has more than paragraphs, simple lists, emphasis and links, which then may have raw HTML, headings or problems too.
func BriefMentions(s string, o Options) (Mentions, bool) {
	var found Mentions
	b := briefs.Get().(*brief)
	defer b.release()
	b.plain, b.look, b.html = true, &found, b.words[:0]
	sure := b.read(s, o)
	b.words = b.html[:0]
	return found, sure
}

// AppendBrief appends what [Parse] and [Document.AppendHTML] make of a text. It is false, and
// nothing is appended, where a text has more than paragraphs, simple lists, emphasis and links:
// most texts have not.
func AppendBrief(dst []byte, s string, o Options, ro RenderOptions) ([]byte, bool) {
	b := briefs.Get().(*brief)
	defer b.release()
	b.plain, b.html, b.render = false, dst, ro
	if !b.read(s, o) {
		return dst, false
	}
	return b.html, true
}

// release gives a brief back, without what belongs to others.
func (b *brief) release() {
	b.html, b.render, b.look, b.whole = nil, RenderOptions{}, nil, ""
	briefs.Put(b)
}

// read writes a text as far as it is sure, and reports whether it was.
func (b *brief) read(s string, o Options) bool {
	if len(s) > maxQuick {
		return false
	}
	b.whole, b.source = s, append(b.source[:0], s...)
	if !isUsual(b.source) {
		return false
	}
	if o.Quotes == (Quotes{}) {
		o.Quotes = quotesOf(o.Lang)
	}
	b.pen = pen{source: b.source, quotes: o.Quotes}
	return b.blocks()
}

// blocks goes through the text as quickly does.
func (b *brief) blocks() bool {
	listed := false // the block before is a list
	for at := 0; at < len(b.source); {
		switch {
		case b.source[at] == '\n':
			at++
			continue
		case bytes.HasPrefix(b.source[at:], dash):
			if listed {
				return false
			}
			at, listed = b.list(at), true
		default:
			at, listed = b.paragraph(at), false
		}
		if at < 0 {
			return false
		}
	}
	return true
}

func (b *brief) list(at int) int {
	b.put("<ul>\n")
	for at < len(b.source) && b.source[at] != '\n' {
		end := b.end(at)
		if !bytes.HasPrefix(b.source[at:], dash) || !begins(b.source[at+len(dash):end]) {
			return -1
		}
		if !b.leaf("<li>", at+len(dash), end, "</li>\n") {
			return -1
		}
		at = min(end+1, len(b.source))
	}
	b.put("</ul>\n")
	return at
}

func (b *brief) paragraph(at int) int {
	begin, end := at, at
	for at < len(b.source) && b.source[at] != '\n' {
		if end = b.end(at); !begins(b.source[at:end]) {
			return -1
		}
		at = min(end+1, len(b.source))
	}
	if !b.leaf("<p>", begin, end, "</p>\n") {
		return -1
	}
	return at
}

// leaf writes the inlines of a block; quotations don't reach beyond it.
func (b *brief) leaf(before string, at, end int, after string) bool {
	b.put(before)
	b.pen.double, b.pen.single = 0, 0
	for at = b.text(at, end); at < end; at = b.text(at, end) {
		if b.source[at] != '*' {
			if at = b.anchor(at, end); at < 0 {
				return false
			}
			continue
		}
		from, to, next := b.stars(at, end)
		if next < 0 {
			return false
		}
		name := "em>"
		if next-to == 2 {
			name = "strong>"
		}
		b.put("<")
		b.put(name)
		b.text(from, to)
		b.put("</")
		b.put(name)
		at = next
	}
	b.put(after)
	if b.plain {
		b.html = endLine(b.html)
	}
	return true
}

// anchor writes the link that begins at an offset, and returns where it ends, -1 where it is not sure.
func (b *brief) anchor(at, end int) int {
	shut, from, to := b.linked(at, end)
	if shut < 0 {
		return -1
	}
	if b.plain && b.look == nil {
		b.text(at+1, shut)
		return to + 1
	}
	l := Link{Range: Range{at, to + 1}, DestStart: from, DestEnd: to, Kind: Inline, Dest: plainText(b.source[from:to]), Label: b.label(at+1, shut)}
	l.Target = Classify(l.Dest)
	if b.look != nil {
		b.look.Links = append(b.look.Links, l)
		return to + 1
	}
	address, ok := l.address(b.render)
	if ok {
		b.html = appendLink(b.html, l, address)
	}
	b.text(at+1, shut)
	if l.Label == "" { // one that nobody sees can't be followed
		b.html = appendEscaped(b.html, l.Dest)
	}
	if ok {
		b.put("</a>")
	}
	return to + 1
}

// label is what a reader sees of the text in [at, end), in a text of its own.
func (b *brief) label(at, end int) string {
	p := pen{source: b.source, quotes: b.pen.quotes}
	b.scratch = p.write(b.scratch[:0], at, end)
	return string(bytes.TrimSpace(bytes.ReplaceAll(b.scratch, []byte{'\n'}, []byte{' '})))
}

// put appends HTML.
func (b *brief) put(s string) {
	if !b.plain {
		b.html = append(b.html, s...)
	}
}

// text writes lines of text up to where emphasis or a link may begin, and returns where that is, or the end.
func (b *brief) text(at, end int) int {
	if b.look != nil {
		if i := bytes.IndexAny(b.source[at:end], inlineMarks); i >= 0 {
			end = at + i
		}
		scanURLs(b.whole, at, end, &b.look.BareURLs)
		return end
	}
	run := at
	for at < end {
		c := b.source[at]
		if !looked[c] || (c == '.' || c == '-') && (at+1 == end || b.source[at+1] != c) || c == '\n' && !b.plain { // which stay
			at++
			continue
		}
		if isMark(c) {
			break
		}
		b.html = append(b.html, b.source[run:at]...)
		at += b.special(at, end)
		run = at
	}
	b.html = append(b.html, b.source[run:at]...)
	return at
}

// special writes the byte at an offset that may become something else, and returns how many bytes of the source
// that takes the place of.
func (b *brief) special(at, end int) int {
	c := b.source[at]
	if c == '\n' {
		b.html = append(b.html, ' ')
		return 1
	}
	written, n := b.scratch[:0], 0
	if special[c] {
		written, n = b.pen.replace(written, at, end)
	}
	if n == 0 {
		written, n = append(written, c), 1
	}
	if b.plain {
		b.html = append(b.html, written...)
	} else {
		b.html = appendEscaped(b.html, written)
	}
	b.scratch = written
	return n
}

// looked are the bytes at which text stops: marks, the ends of lines, and what the pen or HTML writes otherwise.
var looked = func() (t [256]bool) {
	for c := range t {
		t[c] = special[c] || escaped[c] || c == '\n' || isMark(byte(c))
	}
	return t
}()
