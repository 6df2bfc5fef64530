package pdf

import (
	"fmt"
	"strings"
)

// Bytes returns the finished file. The document must not be used after.
func (d *Document) Bytes() []byte {
	w := &writer{packer: d.packer}
	w.out.Grow(d.likelySize())
	w.out.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	catalogue, pages, tree := w.reserve(), w.reserve(), w.reserve()
	d.number(w)
	w.put(catalogue, d.catalogue(w, pages, tree))
	var kids strings.Builder
	for _, l := range d.leaves {
		l.flush()
		w.writeLeaf(l, pages)
		kids.WriteString(ref(l.id) + " ")
	}
	w.put(pages, fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", kids.String(), len(d.leaves)))
	d.writeStructure(w, tree)
	for _, f := range d.fonts {
		if len(f.text) > 0 {
			w.writeFont(f)
		}
	}
	for _, i := range d.images {
		w.writeImage(i)
	}
	info := w.object(d.info.dictionary())
	return w.finish(catalogue, info)
}

// likelySize is about how many bytes the file will have, so that it isn't moved
// while it grows.
func (d *Document) likelySize() int {
	n := 200<<10 + 30*d.root.count()
	for _, l := range d.leaves {
		for _, s := range l.packed {
			n += len(s) + 100
		}
	}
	for _, i := range d.images {
		n += len(i.data)
	}
	return n
}

// number gives every page, font, image, link and element its object.
func (d *Document) number(w *writer) {
	key := len(d.leaves)
	for _, l := range d.leaves {
		l.id = w.reserve()
		for _, n := range l.links {
			n.id, n.key = w.reserve(), key
			key++
		}
	}
	for _, f := range d.fonts {
		if len(f.text) > 0 {
			f.id = w.reserve()
		}
	}
	for _, i := range d.images {
		i.id = w.reserve()
	}
	var walk func(e *Element)
	walk = func(e *Element) {
		e.id = w.reserve()
		for _, k := range e.kids {
			if k.element != nil && !k.element.blank() {
				walk(k.element)
			}
		}
	}
	walk(d.root)
}

func (d *Document) catalogue(w *writer, pages, tree int) string {
	meta := w.reserve()
	w.rawStream(meta, "/Type/Metadata/Subtype/XML", d.info.xmp())
	s := fmt.Sprintf("<</Type/Catalog/Pages %s/Metadata %s/Lang %s/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>/StructTreeRoot %s",
		ref(pages), ref(meta), literal(d.info.Lang), ref(tree))
	if outline := d.writeOutline(w); outline > 0 {
		s += "/Outlines " + ref(outline) + "/PageMode/UseOutlines"
	}
	return s + ">>"
}

// writeOutline writes the lines that have a place, and returns 0 where none has.
func (d *Document) writeOutline(w *writer) int {
	type node struct {
		id, parent       int
		prev, next       int
		first, last, num int
		entry            entry
	}
	root := &node{id: w.reserve()}
	var nodes []*node
	path := []*node{root}
	for _, e := range d.outline {
		if !e.anchor.IsSet() {
			continue
		}
		path = path[:min(e.level, len(path))]
		parent := path[len(path)-1]
		n := &node{id: w.reserve(), parent: parent.id, prev: parent.last, entry: e}
		if parent.last > 0 {
			for _, other := range nodes {
				if other.id == parent.last {
					other.next = n.id
				}
			}
		} else {
			parent.first = n.id
		}
		parent.last = n.id
		parent.num++
		nodes, path = append(nodes, n), append(path, n)
	}
	if len(nodes) == 0 {
		w.put(root.id, "null")
		return 0
	}
	for _, n := range nodes {
		s := fmt.Sprintf("<</Title %s/Parent %s/Dest%s", textString(n.entry.title), ref(n.parent), n.entry.anchor.dest())
		for _, r := range []struct {
			key string
			id  int
		}{{"Prev", n.prev}, {"Next", n.next}, {"First", n.first}, {"Last", n.last}} {
			if r.id > 0 {
				s += "/" + r.key + " " + ref(r.id)
			}
		}
		if n.num > 0 {
			s += fmt.Sprintf("/Count -%d", n.num)
		}
		w.put(n.id, s+">>")
	}
	w.put(root.id, fmt.Sprintf("<</Type/Outlines/First %s/Last %s/Count %d>>", ref(root.first), ref(root.last), root.num))
	return root.id
}

func (a *Anchor) dest() string {
	return fmt.Sprintf("[%s/XYZ %s %s 0]", ref(a.leaf.id), appendNumber(nil, a.x), appendNumber(nil, a.y))
}
