package markdown

import (
	"bytes"
	"strconv"

	"github.com/yuin/goldmark/ast"
	xast "github.com/yuin/goldmark/extension/ast"
)

func (r *renderer) inlines(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		r.inline(n)
	}
}

func (r *renderer) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		r.text(n)
	case *ast.Emphasis:
		r.emphasis(n)
	case *ast.CodeSpan:
		r.codeSpan(n)
	case *ast.Link, *ast.AutoLink:
		r.link(n)
	case *ast.Image:
		r.image(n)
	case *ast.RawHTML:
		r.rawHTML(n)
	case *xast.FootnoteLink:
		r.footnoteLink(n)
	case *xast.FootnoteBacklink:
		r.footnoteBacklink(n)
	default:
		r.inlines(n)
	}
}

func (r *renderer) text(n *ast.Text) {
	if n.IsRaw() {
		r.buf = appendEscaped(r.buf, n.Value(r.d.source))
	} else {
		r.scratch = r.pen.write(r.scratch[:0], n.Segment.Start, n.Segment.Stop)
		r.buf = appendEscaped(r.buf, r.scratch)
	}
	switch {
	case n.HardLineBreak():
		r.put("<br>\n")
	case n.SoftLineBreak():
		r.put("\n")
	}
}

func (r *renderer) emphasis(n *ast.Emphasis) {
	name := "em"
	if n.Level == 2 {
		name = "strong"
	}
	r.put("<" + name + ">")
	r.inlines(n)
	r.put("</" + name + ">")
}

func (r *renderer) codeSpan(n ast.Node) {
	r.put("<code>")
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			r.buf = appendEscaped(r.buf, bytes.ReplaceAll(t.Value(r.d.source), []byte{'\n'}, []byte{' '}))
		}
	}
	r.put("</code>")
}

// link writes a link or an autolink. A link without text shows its address: one that
// nobody sees can't be followed.
func (r *renderer) link(n ast.Node) {
	l, _ := r.d.linkAt(n.Pos())
	address, ok := r.address(l)
	if ok {
		r.buf = appendLink(r.buf, l, address)
	}
	r.inlines(n)
	switch {
	case l.Kind == Auto:
		r.buf = appendEscaped(r.buf, l.Label)
	case l.Label == "":
		r.buf = appendEscaped(r.buf, l.Dest)
	}
	if ok {
		r.put("</a>")
	}
}

// image writes an image of the site itself. One elsewhere is its alternative text: the
// page must not ask other hosts for anything.
func (r *renderer) image(n ast.Node) {
	l, _ := r.d.linkAt(n.Pos())
	address, ok := r.address(l)
	if !ok {
		r.buf = appendEscaped(r.buf, l.Label)
		return
	}
	r.put("<img")
	r.buf = appendAttr(r.buf, "src", escapeURL(address.Href))
	r.buf = appendAttr(r.buf, "alt", l.Label)
	r.buf = append(appendAttrs(r.buf, l, address), '>')
}

// appendLink appends how the element of a link begins.
func appendLink(dst []byte, l Link, a Address) []byte {
	dst = appendAttr(append(dst, "<a"...), "href", escapeURL(a.Href))
	return append(appendAttrs(dst, l, a), '>')
}

func appendAttrs(dst []byte, l Link, a Address) []byte {
	if l.Title != "" {
		dst = appendAttr(dst, "title", l.Title)
	}
	for _, attr := range a.Attrs {
		dst = appendAttr(dst, attr.Name, attr.Value)
	}
	return dst
}

// address is that of a heading of the text itself, or where l leads elsewhere.
func (r *renderer) address(l Link) (Address, bool) {
	if l.Target == Anchor && r.d.ids[l.Dest[1:]] > 0 {
		return Address{Href: fragment(r.o.IDPrefix + l.Dest[1:])}, true
	}
	return l.address(r.o)
}

// address asks where l leads. What comes back is looked at again, since Resolve may
// have taken it from anywhere.
func (l Link) address(o RenderOptions) (Address, bool) {
	if l.Target == Refused || l.Target == Nowhere || l.Image && l.Target != Relative {
		return Address{}, false
	}
	a, ok := Address{Href: l.Dest}, true
	if o.Resolve != nil {
		a, ok = o.Resolve(l)
	}
	switch Classify(a.Href) {
	case Relative, Anchor, Web, Mail, Phone:
		return a, ok
	}
	return Address{}, false
}

func (r *renderer) rawHTML(n *ast.RawHTML) {
	for i := range n.Segments.Len() {
		s := n.Segments.At(i)
		if r.d.options.RawHTML {
			r.buf = append(r.buf, s.Value(r.d.source)...)
		} else {
			r.buf = appendEscaped(r.buf, s.Value(r.d.source))
		}
	}
}

// footnoteLink writes the number in the text; the first reference to a note is
// fnref:1, the second fnref:1:2.
func (r *renderer) footnoteLink(n *xast.FootnoteLink) {
	number := strconv.Itoa(n.Index)
	r.put("<sup><a class=\"footnote-ref\" role=\"doc-noteref\"")
	r.buf = appendAttr(r.buf, "id", r.o.IDPrefix+reference(n.Index, n.RefIndex))
	r.buf = appendAttr(r.buf, "href", fragment(r.o.IDPrefix+"fn:"+number))
	r.put(">" + number + "</a></sup>")
}

func (r *renderer) footnoteBacklink(n *xast.FootnoteBacklink) {
	r.put(" <a class=\"footnote-backref\" role=\"doc-backlink\"")
	r.buf = appendAttr(r.buf, "href", fragment(r.o.IDPrefix+reference(n.Index, n.RefIndex)))
	r.buf = appendAttr(r.buf, "aria-label", r.o.Backlink)
	r.put(">↩\ufe0e</a>")
}

func reference(index, ref int) string {
	s := "fnref:" + strconv.Itoa(index)
	if ref > 0 {
		s += ":" + strconv.Itoa(ref+1)
	}
	return s
}
