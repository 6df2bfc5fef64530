package pdf

// An Element says what a part of the document is. Tag is one of PDF's standard
// types: H1, P, L, LI, Lbl, LBody, Table, TR, TH, TD, Figure, Link, Note, TOC …
type Element struct {
	Tag    string
	Lang   string // where it differs from the parent's
	Alt    string // of figures and formulas: what they show, in words
	Title  string
	Scope  string // of TH: Row or Column
	List   string // of L: how items are numbered, such as Disc or Decimal
	Span   int    // of TH and TD: columns, where more than one
	BBox   [4]float64
	parent *Element

	kids     []kid
	attached bool
	id       int   // object number
	page     *leaf // of the first kid that is content
}

// A kid is an element, a stretch of a page's content, or an annotation.
type kid struct {
	element *Element
	leaf    *leaf
	mark    int // the number of the stretch on its page
	link    *link
}

// Add appends a child: it comes after all that its parent holds by now.
func (e *Element) Add(tag string) *Element {
	child := e.Inline(tag)
	child.attach()
	return child
}

// Inline makes a child that takes its place where it is first drawn, such as a
// link in the text of a paragraph.
func (e *Element) Inline(tag string) *Element { return &Element{Tag: tag, parent: e} }

// In sets the element's language, unless it is the one that is given as around it.
func (e *Element) In(lang, around string) *Element {
	if lang != "" && lang != around {
		e.Lang = lang
	}
	return e
}

func (e *Element) attach() {
	if e.attached {
		return
	}
	e.attached = true
	e.parent.attach()
	e.parent.kids = append(e.parent.kids, kid{element: e})
}

// blank reports whether nothing of an element was drawn. Cells stay, since a
// row without them would have other columns.
func (e *Element) blank() bool {
	if e.Tag == "TD" || e.Tag == "TH" {
		return false
	}
	for _, k := range e.kids {
		if k.element == nil || !k.element.blank() {
			return false
		}
	}
	return true
}

// count is how many elements there are, this one included.
func (e *Element) count() int {
	n := 1
	for _, k := range e.kids {
		if k.element != nil {
			n += k.element.count()
		}
	}
	return n
}
