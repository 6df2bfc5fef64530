package markdown

import (
	"bytes"
	"strings"
)

// A brief writes the HTML of a text without the tree in between: of what a quick reader
// is sure of, but links.
type brief struct {
	quick
	pen     pen
	plain   bool      // no HTML, but what Plain returns
	look    *Mentions // nothing is written, but links are noted; nil for none of that
	whole   string
	html    []byte
	scratch []byte // text on its way from source to HTML
}

// Plain returns what [Document.Plain] returns of a text.
func Plain(s string, o Options) string {
	b := brief{plain: true}
	if b.write(s, o) {
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
	b := brief{plain: true, look: &found}
	return found, b.write(s, o)
}

// AppendBrief appends what [Parse] and [Document.AppendHTML] make of a text, whatever
// the options of the latter. It is false, and nothing is appended, where a text has more than
// paragraphs, simple lists and emphasis: most texts have not.
func AppendBrief(dst []byte, s string, o Options) ([]byte, bool) {
	b := brief{html: dst}
	if strings.ContainsAny(s, "[]") || !b.write(s, o) {
		return dst, false
	}
	return b.html, true
}

// write reports whether it is sure of all of a text.
func (b *brief) write(s string, o Options) bool {
	if len(s) > maxQuick {
		return false
	}
	room := append(make([]byte, 0, 2*len(s)+64), s...) // for both, the text and a line of it as it is read
	source := room[:len(s):len(s)]
	if !isUsual(source) {
		return false
	}
	if o.Quotes == (Quotes{}) {
		o.Quotes = quotesOf(o.Lang)
	}
	b.whole, b.scratch, b.quick, b.pen = s, room[len(s):], quick{source: source}, pen{source: source, quotes: o.Quotes}
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
	for at < end {
		i := bytes.IndexAny(b.source[at:end], "*[]")
		if i < 0 {
			b.text(at, end)
			break
		}
		b.text(at, at+i)
		if b.source[at+i] != '*' { // of plain text only
			if at = b.words(at+i, end); at < 0 {
				return false
			}
			continue
		}
		from, to, next := b.stars(at+i, end)
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

// words writes those of the link that begins at an offset, and returns where it ends, -1 where it is not sure.
func (b *brief) words(at, end int) int {
	if b.source[at] != '[' {
		return -1
	}
	shut, from, to := b.address(at, end)
	switch {
	case shut < 0:
		return -1
	case b.look != nil:
		b.note(at, shut, from, to)
	default:
		b.text(at+1, shut)
	}
	return to + 1
}

// note notes a link as [Document.addLink] does.
func (b *brief) note(at, shut, from, to int) {
	label := brief{quick: b.quick, pen: pen{source: b.source, quotes: b.pen.quotes}, plain: true}
	label.text(at+1, shut)
	l := Link{Range: Range{at, to + 1}, DestStart: from, DestEnd: to, Kind: Inline, Dest: plainBytes(b.source[from:to]), Label: string(bytes.TrimSpace(label.html))}
	l.Target = Classify(l.Dest)
	b.look.Links = append(b.look.Links, l)
}

// put appends HTML.
func (b *brief) put(s string) {
	if !b.plain {
		b.html = append(b.html, s...)
	}
}

// text writes lines of text. A line may end where emphasis begins.
func (b *brief) text(at, end int) {
	if b.look != nil {
		scanURLs(b.whole, at, end, &b.look.BareURLs)
		return
	}
	for at < end {
		next := end
		if i := bytes.IndexByte(b.source[at:end], '\n'); i >= 0 {
			next = at + i
		}
		if b.plain {
			b.html = b.pen.write(b.html, at, next)
		} else {
			b.scratch = b.pen.write(b.scratch[:0], at, next)
			b.html = appendEscaped(b.html, b.scratch)
		}
		if b.plain && next < end {
			b.html = append(b.html, ' ')
		} else if next < end {
			b.put("\n")
		}
		at = next + 1
	}
}
