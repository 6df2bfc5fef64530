// Package pdf writes tagged PDF: documents that a printer prints and a screen
// reader reads, PDF 1.7 after the rules of PDF/UA-1 (ISO 14289-1).
//
// A document is pages and a tree of elements. Whatever is drawn belongs to an
// element, which says what it is (a paragraph, a list, a table's head) and in
// which language, or is an artifact: running heads, rules, tints. The order of
// the elements is the order of reading, wherever on the pages their parts stand.
//
//	document.go   the objects of the file and their order
//	writer.go     objects as bytes
//	element.go    the structure tree
//	page.go       what is drawn, and to which element it belongs
//	font.go       TrueType fonts, subset to the glyphs in use
//	image.go      JPEG as it is, PNG without loss
//	xmp.go        metadata
//
// Positions are in points, 1/72 inch, from the upper left corner of a page. The
// same calls make the same bytes: nothing is taken from the clock, objects are
// written in the order of their making, and the file's identifier is a digest.
package pdf

import (
	"time"
)

// Info is what the document says of itself.
type Info struct {
	Title    string
	Author   string
	Subject  string
	Lang     string    // BCP 47 tag of the text where nothing else is said
	Created  time.Time // of the content; readers show it
	Producer string
}

// A Document is a file in the making. It serves one goroutine.
type Document struct {
	info    Info
	root    *Element
	leaves  []*leaf
	fonts   []*Font
	images  []*Image
	outline []entry
	packer  *packer
	run     []Glyph // that are drawn together, kept for the next ones
	spare   []byte  // what the last finished page was drawn into
}

// New begins a document. Its root element is Document.
func New(info Info) *Document {
	d := &Document{info: info, packer: newPacker()}
	d.root = &Element{Tag: "Document", attached: true}
	return d
}

// Root returns the element that all others stand in.
func (d *Document) Root() *Element { return d.root }

// An Anchor is a place that links lead to. It may be linked to before it is set.
type Anchor struct {
	leaf *leaf
	y    float64
	x    float64
}

// IsSet reports whether the anchor has a place. Links to one that has none are
// left out.
func (a *Anchor) IsSet() bool { return a.leaf != nil }

// An entry is a line of the outline that readers show beside the pages.
type entry struct {
	level  int
	title  string
	anchor *Anchor
}

// Bookmark adds a line to the outline; the first has level 1, and none is more
// than one deeper than the line before.
func (d *Document) Bookmark(level int, title string, to *Anchor) {
	deepest := 1
	if n := len(d.outline); n > 0 {
		deepest = d.outline[n-1].level + 1
	}
	d.outline = append(d.outline, entry{min(max(level, 1), deepest), title, to})
}
