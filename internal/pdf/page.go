package pdf

import (
	"bytes"
	"math"
	"strconv"
)

// A leaf is one page of the file.
type leaf struct {
	number        int // from 0
	width, height float64
	doc           *Document
	content       []byte     // not yet compressed
	packed        [][]byte   // what was, in its order
	marks         []*Element // by the number of their stretch
	links         []*link
	fonts         map[*Font]bool
	images        map[*Image]bool
	open          bool     // a stretch is open
	current       *Element // its element, nil for an artifact
	id            int
}

// A link is a rectangle that leads somewhere.
type link struct {
	element    *Element
	x, y, w, h float64
	uri        string
	to         *Anchor
	contents   string
	key        int // in the parent tree
	id         int
	leaf       *leaf
}

// A Page is what is drawn on: a page of the file, or with Shifted a part of one.
type Page struct {
	leaf *leaf
	dx   float64
}

// AddPage appends a page.
func (d *Document) AddPage(width, height float64) *Page {
	l := &leaf{doc: d, number: len(d.leaves), width: width, height: height, fonts: map[*Font]bool{}, images: map[*Image]bool{}}
	d.leaves = append(d.leaves, l)
	return &Page{leaf: l}
}

// Shifted returns the part of the page that begins dx to the right. Imposed
// sheets hold several pages, and the order of reading stays that of the elements.
func (p *Page) Shifted(dx float64) *Page { return &Page{p.leaf, p.dx + dx} }

// In begins a stretch that belongs to an element, or to none: an artifact.
func (p *Page) In(e *Element) {
	l := p.leaf
	if l.open && (l.current == e || e == nil && l.current == running) {
		return
	}
	l.close()
	l.open, l.current = true, e
	if e == nil {
		l.put("/Artifact <</Type/Layout>> BDC\n")
		return
	}
	l.begin(e, e.Tag, "")
}

// begin begins a stretch of an element; properties are more that is said of it.
func (l *leaf) begin(e *Element, tag, properties string) {
	e.attach()
	if e.page == nil {
		e.page = l
	}
	l.open, l.current = true, e
	l.put("/" + tag + " <</MCID " + strconv.Itoa(len(l.marks)) + properties + ">> BDC\n")
	e.kids = append(e.kids, kid{leaf: l, mark: len(l.marks)})
	l.marks = append(l.marks, e)
}

// InRunning begins an artifact that every page has: heads and feet.
func (p *Page) InRunning() {
	p.leaf.close()
	p.leaf.open, p.leaf.current = true, running
	p.leaf.put("/Artifact <</Type/Pagination>> BDC\n")
}

// EndRunning ends what InRunning began.
func (p *Page) EndRunning() { p.leaf.close() }

// running is never written: it keeps stretches of heads and feet apart from others.
var running = &Element{Tag: "Artifact"}

func (l *leaf) close() {
	if l.open {
		l.put("EMC\n")
		l.open = false
	}
}

// Flush compresses what was drawn by now, so that of a long document no more
// than a page is kept as it was drawn. More may be drawn after.
func (p *Page) Flush() { p.leaf.flush() }

func (l *leaf) flush() {
	l.close()
	if len(l.content) == 0 {
		return
	}
	l.packed = append(l.packed, bytes.Clone(l.doc.packer.pack(l.content)))
	l.doc.spare, l.content = l.content[:0], nil
}

func (l *leaf) put(s string) {
	if l.content == nil {
		l.content, l.doc.spare = l.doc.spare, nil
	}
	l.content = append(l.content, s...)
}

// numbers writes numbers with two digits after the point, and what follows them.
func (l *leaf) numbers(after string, values ...float64) {
	for _, v := range values {
		l.content = append(appendNumber(l.content, v), ' ')
	}
	l.put(after)
	l.content = append(l.content, '\n')
}

func appendNumber(b []byte, v float64) []byte {
	n := int64(math.Round(v * 100))
	if n < 0 {
		b, n = append(b, '-'), -n
	}
	b = strconv.AppendInt(b, n/100, 10)
	if n %= 100; n > 0 {
		b = append(b, '.', byte('0'+n/10))
		if n%10 > 0 {
			b = append(b, byte('0'+n%10))
		}
	}
	return b
}

// Anchor sets an anchor to a place.
func (p *Page) Anchor(a *Anchor, x, y float64) { a.leaf, a.x, a.y = p.leaf, p.dx+x, p.leaf.height-y }

// Link lays a link over a rectangle; contents says where it leads. The element
// is the Link that holds the text.
func (p *Page) Link(e *Element, x, y, w, h float64, uri, contents string) {
	p.link(&link{element: e, x: x, y: y, w: w, h: h, uri: uri, contents: contents})
}

// LinkTo is Link to a place in the document.
func (p *Page) LinkTo(e *Element, x, y, w, h float64, to *Anchor, contents string) {
	p.link(&link{element: e, x: x, y: y, w: w, h: h, to: to, contents: contents})
}

func (p *Page) link(n *link) {
	n.x += p.dx
	n.leaf = p.leaf
	n.element.attach()
	n.element.kids = append(n.element.kids, kid{link: n})
	p.leaf.links = append(p.leaf.links, n)
}

// Image draws an image in a rectangle.
func (p *Page) Image(i *Image, x, y, w, h float64) {
	l := p.leaf
	l.images[i] = true
	l.put("q\n")
	l.numbers("cm", w, 0, 0, h, p.dx+x, l.height-y-h)
	l.put("/" + i.name + " Do\nQ\n")
}

// Figure sets the box of a figure's element, which readers zoom to.
func (p *Page) Figure(e *Element, x, y, w, h float64) {
	e.BBox = [4]float64{p.dx + x, p.leaf.height - y - h, p.dx + x + w, p.leaf.height - y}
}
