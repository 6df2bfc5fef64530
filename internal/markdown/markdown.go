// Package markdown reads the Markdown of sheets and pages and writes it as HTML that
// needs no trust: no raw HTML unless asked for, no scheme but the known ones, no style
// attributes, no id without the field's prefix. It is the only user of goldmark.
//
// The dialect is CommonMark with tables, footnotes and definition lists. There is no
// strikethrough: nobody prints struck text, and ~ stands for "about" in our dates. Bare
// URLs are no links; BareURLs finds them.
//
// Parse makes a Document, which is never changed after and may be used by many
// goroutines. All positions are byte offsets in the text that was parsed, half open.
// The text must be UTF-8; control characters in it come out as U+FFFD.
//
// Typography is done when text is written, not when it is parsed: goldmark's own
// typographer knows the contractions of English only, and cuts the text into more
// nodes than it has words.
package markdown

import (
	"cmp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// Options says how a text is read.
type Options struct {
	Lang    string // BCP 47 tag of the text; its first part decides on the quotation marks
	Quotes  Quotes // marks for another language; the zero value means those of Lang
	RawHTML bool   // raw HTML is output as it is, instead of shown as text
}

// Range is a part of the text.
type Range struct{ Start, End int }

// Heading is a heading, with its level as it is written, from 1 to 6.
type Heading struct {
	Range
	Level int
	Text  string
	ID    string // unique in the document; Render puts its prefix before it
}

// Document is a parsed text.
type Document struct {
	options  Options
	text     string
	source   []byte // the text again, as goldmark wants it
	root     ast.Node
	links    []Link // by Start
	raw      []Range
	headings []Heading
	ids      map[string]int // of headings, with the number that the last namesake got
	problems []Problem
}

// Parse reads a text. It cannot fail: what is no Markdown is text. What exceeds the
// limits is text too, and one of Problems.
func Parse(s string, o Options) *Document {
	if o.Quotes == (Quotes{}) {
		o.Quotes = quotesOf(o.Lang)
	}
	d := &Document{options: o, text: s, source: []byte(s)}
	if len(s) > maxLength {
		d.problems = []Problem{{TooLong, Range{0, len(s)}}}
		d.root = paragraphs(d.source)
		return d
	}
	st := &state{}
	if d.root = quickly(d.source, st); d.root == nil {
		d.root = st.parse(d.source)
	}
	return d.complete(st)
}

// parse reads a text with goldmark.
func (st *state) parse(source []byte) ast.Node {
	pc := parser.NewContext()
	pc.Set(stateKey, st)
	return commonMark().Parse(text.NewReader(source), parser.WithContext(pc))
}

// complete collects what is known of a document once it is read.
func (d *Document) complete(st *state) *Document {
	d.index(d.root, st)
	d.links = append(d.links, st.broken...)
	slices.SortFunc(d.links, func(a, b Link) int { return cmp.Compare(a.Start, b.Start) })
	slices.SortFunc(d.raw, func(a, b Range) int { return cmp.Compare(a.Start, b.Start) })
	d.identify()
	d.problems = st.close(d.source)
	return d
}

// Links returns links, autolinks and images, and what was to become one, by Start.
func (d *Document) Links() []Link { return d.links }

// RawHTML returns the constructs of raw HTML, whether or not they are output.
func (d *Document) RawHTML() []Range { return d.raw }

// Headings returns the headings in the order of the page, those of notes last.
func (d *Document) Headings() []Heading { return d.headings }

// Problems returns the limits that the text exceeds and the notes nobody refers to.
func (d *Document) Problems() []Problem { return d.problems }

// index collects what is asked for by position.
func (d *Document) index(n ast.Node, st *state) {
	switch n := n.(type) {
	case *ast.Link:
		d.addLink(n, st, Link{Dest: plainBytes(n.Destination), Title: plainBytes(n.Title), Kind: kindOf(n.Reference)}, n.Destination)
	case *ast.Image:
		d.addLink(n, st, Link{Dest: plainBytes(n.Destination), Title: plainBytes(n.Title), Kind: kindOf(n.Reference), Image: true}, n.Destination)
	case *ast.AutoLink:
		d.addAutoLink(n)
	case *ast.RawHTML:
		if k := n.Segments.Len(); k > 0 {
			d.raw = append(d.raw, Range{n.Segments.At(0).Start, n.Segments.At(k - 1).Stop})
		}
	case *ast.HTMLBlock:
		d.raw = append(d.raw, d.blockRange(n))
	case *ast.Heading:
		d.headings = append(d.headings, Heading{Range: d.blockRange(n), Level: n.Level, Text: d.inlineText(n)})
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		d.index(c, st)
	}
}

// blockRange returns the lines of a leaf block, a heading's with its marker. goldmark
// counts a tab as several bytes in the position of a block, so that is only a hint.
func (d *Document) blockRange(n ast.Node) Range {
	start := min(max(n.Pos(), 0), len(d.text))
	end := start + len(firstLine(d.source[start:]))
	if k := n.Lines().Len(); k > 0 {
		start = min(start, n.Lines().At(0).Start)
		end = n.Lines().At(k - 1).Stop
	}
	if h, ok := n.(*ast.HTMLBlock); ok && h.HasClosure() {
		end = h.ClosureLine.Stop
	}
	return Range{start, start + len(strings.TrimRight(d.text[start:end], "\r\n"))}
}

// paragraphs makes a document of unread text, split at blank lines.
func paragraphs(source []byte) ast.Node {
	root := ast.NewDocument()
	var p ast.Node
	for start := 0; start < len(source); {
		end := start + len(firstLine(source[start:]))
		segment := text.NewSegment(start, end)
		segment = segment.TrimRightSpace(source)
		start = end
		if segment.IsEmpty() {
			p = nil
			continue
		}
		if p == nil {
			p = ast.NewParagraph()
			root.AppendChild(root, p)
		}
		t := ast.NewRawTextSegment(segment)
		t.SetSoftLineBreak(true)
		p.AppendChild(p, t)
	}
	return root
}

// firstLine returns s up to and with its first line feed.
func firstLine(s []byte) []byte {
	for i, c := range s {
		if c == '\n' {
			return s[:i+1]
		}
	}
	return s
}
