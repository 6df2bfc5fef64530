package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"fmt"
	"strings"
)

// A writer puts objects into the file and remembers where they begin.
type writer struct {
	bytes.Buffer
	offsets []int // by object number less one
	zip     *zlib.Writer
}

// reserve takes an object number for what is written later.
func (w *writer) reserve() int {
	w.offsets = append(w.offsets, 0)
	return len(w.offsets)
}

func (w *writer) put(id int, object string) {
	w.offsets[id-1] = w.Len()
	fmt.Fprintf(w, "%d 0 obj\n%s\nendobj\n", id, object)
}

func (w *writer) object(object string) int {
	id := w.reserve()
	w.put(id, object)
	return id
}

func (w *writer) rawStream(id int, dict string, data []byte) {
	w.offsets[id-1] = w.Len()
	fmt.Fprintf(w, "%d 0 obj\n<<%s/Length %d>>\nstream\n", id, dict, len(data))
	w.Write(data)
	w.WriteString("\nendstream\nendobj\n")
}

// packed writes a compressed stream.
func (w *writer) packed(id int, dict string, data []byte) {
	var b bytes.Buffer
	if w.zip == nil {
		w.zip = zlib.NewWriter(&b)
	}
	w.zip.Reset(&b)
	w.zip.Write(data) // a bytes.Buffer never fails
	w.zip.Close()
	w.rawStream(id, dict+"/Filter/FlateDecode", b.Bytes())
}

func (w *writer) stream(dict string, data []byte) int {
	id := w.reserve()
	w.packed(id, dict, data)
	return id
}

// Bytes returns the finished file. The document must not be used after.
func (d *Document) Bytes() []byte {
	w := &writer{}
	w.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	catalogue, pages, tree := w.reserve(), w.reserve(), w.reserve()
	d.number(w)
	w.put(catalogue, d.catalogue(w, pages, tree))
	var kids strings.Builder
	for _, l := range d.leaves {
		l.close()
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

// finish writes the table of objects and the trailer.
func (w *writer) finish(catalogue, info int) []byte {
	sum := sha256.Sum256(w.Bytes())
	start := w.Len()
	fmt.Fprintf(w, "xref\n0 %d\n0000000000 65535 f \n", len(w.offsets)+1)
	for _, at := range w.offsets {
		fmt.Fprintf(w, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(w, "trailer\n<</Size %d/Root %s/Info %s/ID[<%X><%X>]>>\nstartxref\n%d\n%%%%EOF\n",
		len(w.offsets)+1, ref(catalogue), ref(info), sum[:16], sum[:16], start)
	return w.Bytes()
}
