package pdf

import (
	"fmt"
	"strings"
)

// writeLeaf writes a page with its content and links.
func (w *writer) writeLeaf(l *leaf, parent int) {
	contents := ""
	for _, part := range l.packed {
		id := w.reserve()
		w.rawStream(id, packed, part)
		contents += ref(id) + " "
	}
	s := fmt.Sprintf("<</Type/Page/Parent %s/MediaBox[0 0 %s %s]/Contents[%s]/StructParents %d/Tabs/S/Resources<</Font<<",
		ref(parent), appendNumber(nil, l.width), appendNumber(nil, l.height), contents, l.number)
	for _, f := range sortedFonts(l.fonts) {
		s += "/" + f.name + " " + ref(f.id)
	}
	s += ">>/XObject<<"
	for _, i := range sortedImages(l.images) {
		s += "/" + i.name + " " + ref(i.id)
	}
	s += ">>>>"
	annotations := ""
	for _, n := range l.links {
		if n.leads() {
			annotations += ref(n.id) + " "
			w.writeLink(n)
		} else {
			w.put(n.id, "null")
		}
	}
	if annotations != "" {
		s += "/Annots[" + annotations + "]"
	}
	w.put(l.id, s+">>")
}

func (n *link) leads() bool { return n.uri != "" || n.to != nil && n.to.IsSet() }

func (w *writer) writeLink(n *link) {
	h := n.leaf.height
	s := fmt.Sprintf("<</Type/Annot/Subtype/Link/Rect[%s %s %s %s]/Border[0 0 0]/F 4/P %s/StructParent %d/Contents %s",
		appendNumber(nil, n.x), appendNumber(nil, h-n.y-n.h), appendNumber(nil, n.x+n.w), appendNumber(nil, h-n.y),
		ref(n.leaf.id), n.key, textString(n.contents))
	if n.uri != "" {
		s += "/A<</S/URI/URI " + literal(asciiURI(n.uri)) + ">>"
	} else {
		s += "/Dest" + n.to.dest()
	}
	w.put(n.id, s+">>")
}

// asciiURI writes every byte that a URI can't hold as %XX.
func asciiURI(uri string) string {
	var b strings.Builder
	for _, c := range []byte(uri) {
		if c <= ' ' || c >= 0x7f || strings.IndexByte(`<>"{}|\^`+"`", c) >= 0 {
			fmt.Fprintf(&b, "%%%02X", c)
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}

// writeStructure writes the tree of elements, and the way back from each
// stretch of content and each link to its element.
func (d *Document) writeStructure(w *writer, tree int) {
	var walk func(e *Element, parent int)
	walk = func(e *Element, parent int) {
		w.put(e.id, e.dictionary(parent))
		for _, k := range e.kids {
			if k.element != nil && k.element.id > 0 {
				walk(k.element, e.id)
			}
		}
	}
	walk(d.root, tree)
	next := len(d.leaves)
	var numbers, links strings.Builder
	for i, l := range d.leaves {
		fmt.Fprintf(&numbers, "%d[", i)
		for _, e := range l.marks {
			numbers.WriteString(ref(e.id) + " ")
		}
		numbers.WriteString("]")
		for _, n := range l.links {
			if n.leads() {
				fmt.Fprintf(&links, "%d %s ", n.key, ref(n.element.id))
			}
			next = max(next, n.key+1)
		}
	}
	parents := w.object("<</Nums[" + numbers.String() + links.String() + "]>>")
	w.put(tree, fmt.Sprintf("<</Type/StructTreeRoot/K[%s]/ParentTree %s/ParentTreeNextKey %d>>", ref(d.root.id), ref(parents), next))
}

func (e *Element) dictionary(parent int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "<</Type/StructElem/S/%s/P %s", e.Tag, ref(parent))
	if e.page != nil {
		b.WriteString("/Pg " + ref(e.page.id))
	}
	for _, t := range []struct{ key, text string }{{"Alt", e.Alt}, {"T", e.Title}} {
		if t.text != "" {
			b.WriteString("/" + t.key + " " + textString(t.text))
		}
	}
	if e.Lang != "" {
		b.WriteString("/Lang " + literal(e.Lang))
	}
	if a := e.attributes(); a != "" {
		b.WriteString("/A" + a)
	}
	if e.Tag == "Note" {
		fmt.Fprintf(&b, "/ID %s", literal(fmt.Sprintf("note-%d", e.id)))
	}
	b.WriteString("/K[")
	for _, k := range e.kids {
		switch {
		case k.element != nil && k.element.id > 0:
			b.WriteString(ref(k.element.id) + " ")
		case k.link != nil && k.link.leads():
			fmt.Fprintf(&b, "<</Type/OBJR/Obj %s/Pg %s>>", ref(k.link.id), ref(k.link.leaf.id))
		case k.leaf == nil:
		case k.leaf == e.page:
			fmt.Fprintf(&b, "%d ", k.mark)
		default:
			fmt.Fprintf(&b, "<</Type/MCR/Pg %s/MCID %d>>", ref(k.leaf.id), k.mark)
		}
	}
	b.WriteString("]>>")
	return b.String()
}

func (e *Element) attributes() string {
	switch {
	case e.Tag == "TH" || e.Tag == "TD":
		s := ""
		if e.Scope != "" {
			s += "/Scope/" + e.Scope
		}
		if e.Span > 1 {
			s += fmt.Sprintf("/ColSpan %d", e.Span)
		}
		if s != "" {
			return "<</O/Table" + s + ">>"
		}
	case e.List != "":
		return "<</O/List/ListNumbering/" + e.List + ">>"
	case e.Tag == "Figure" && e.BBox != [4]float64{}:
		return fmt.Sprintf("<</O/Layout/Placement/Block/BBox[%s %s %s %s]>>",
			appendNumber(nil, e.BBox[0]), appendNumber(nil, e.BBox[1]), appendNumber(nil, e.BBox[2]), appendNumber(nil, e.BBox[3]))
	}
	return ""
}
