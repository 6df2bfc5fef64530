package pdfcheck

import (
	"slices"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// structure reads the tree and checks it.
func (f *File) structure() {
	tree := f.dict(f.ctx.RootDict["StructTreeRoot"])
	if tree == nil {
		f.fail("01-005", "no structure tree")
		f.Root = &Element{}
		return
	}
	if tree["ParentTree"] == nil {
		f.fail("01-005", "no parent tree")
	}
	f.Root = &Element{Tag: "StructTreeRoot"}
	f.kids(f.Root, tree["K"])
	for i, p := range f.Pages {
		for mcid, text := range p.marked {
			if !p.claimed[mcid] && strings.TrimSpace(text) != "" {
				f.fail("01-005", "page %d: %q is in no element", i+1, text)
			}
		}
		if strings.TrimSpace(p.loose) != "" {
			f.fail("01-005", "page %d: %q is neither tagged nor an artifact", i+1, p.loose)
		}
		if p.blank > 0 {
			f.fail("31-030", "page %d: %d glyphs are .notdef", i+1, p.blank)
		}
	}
	f.headings()
	f.walk(f.Root, nil)
}

// kids reads the kids of an element: elements, stretches of content, links.
func (f *File) kids(e *Element, k types.Object) {
	items, ok := k.(types.Array)
	if !ok {
		items = types.Array{k}
		if a := f.array(k); a != nil {
			items = a
		}
	}
	page := f.pageOf(e.dict["Pg"])
	for _, item := range items {
		if n, ok := item.(types.Integer); ok {
			f.content(e, page, int(n))
			continue
		}
		d := f.dict(item)
		switch name(d["Type"]) {
		case "MCR":
			f.content(e, f.pageOf(d["Pg"]), *d.IntEntry("MCID"))
		case "OBJR":
			e.links++
		default:
			kid := &Element{Tag: name(d["S"]), Lang: f.text(d["Lang"]), Alt: f.text(d["Alt"]), dict: d}
			if a := f.dict(d["A"]); a != nil {
				kid.Scope = name(a["Scope"])
			}
			f.kids(kid, d["K"])
			e.Kids = append(e.Kids, kid)
			e.Text += kid.Text
			if slices.Contains([]string{"P", "LI", "TD", "TH", "H1", "H2", "H3", "H4", "H5", "TOCI", "Figure", "Lbl", "LBody"}, kid.Tag) {
				e.Text += " "
			}
			e.links += kid.links
			if e.Page == 0 {
				e.Page = kid.Page
			}
		}
	}
}

func (f *File) content(e *Element, page, mcid int) {
	if page == 0 {
		f.fail("01-005", "content without a page in %s", e.Tag)
		return
	}
	p := &f.Pages[page-1]
	if p.claimed[mcid] {
		f.fail("01-005", "page %d: stretch %d belongs to two elements", page, mcid)
	}
	p.claimed[mcid] = true
	e.Text += p.marked[mcid]
	if e.Page == 0 {
		e.Page = page
	}
}

func (f *File) pageOf(o types.Object) int {
	r, ok := o.(types.IndirectRef)
	if !ok {
		return 0
	}
	return f.numbers[r.ObjectNumber.Value()]
}

// headings checks that levels begin at 1 and leave none out.
func (f *File) headings() {
	level := 0
	var walk func(e *Element)
	walk = func(e *Element) {
		if len(e.Tag) == 2 && e.Tag[0] == 'H' && e.Tag[1] >= '1' && e.Tag[1] <= '6' {
			n := int(e.Tag[1] - '0')
			if n > level+1 {
				f.fail("14-003", "%s %q after level %d", e.Tag, e.Text, level)
			}
			level = n
		}
		for _, k := range e.Kids {
			walk(k)
		}
	}
	walk(f.Root)
}

// parents says where elements may stand.
var parents = map[string][]string{
	"LI": {"L"}, "Lbl": {"LI", "TOCI", "Note"}, "LBody": {"LI"}, "TR": {"Table", "THead", "TBody"}, "TH": {"TR"}, "TD": {"TR"},
	"THead": {"Table"}, "TBody": {"Table"}, "TOCI": {"TOC"},
}

var standard = []string{"Document", "Part", "Sect", "Div", "P", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "THead", "TBody", "TR", "TH", "TD",
	"Figure", "Link", "Note", "Span", "Reference", "TOC", "TOCI", "BlockQuote", "Code", "Caption", "Index", "Art"}

func (f *File) walk(e, parent *Element) {
	switch {
	case parent == nil:
	case !slices.Contains(standard, e.Tag):
		f.fail("02-001", "%q is no standard type", e.Tag)
	case parents[e.Tag] != nil && !slices.Contains(parents[e.Tag], parent.Tag):
		f.fail("09-004", "%s in %s", e.Tag, parent.Tag)
	case e.Tag == "Figure" && e.Alt == "":
		f.fail("13-004", "a figure without words")
	case e.Tag == "TH" && e.Scope == "":
		f.fail("15-003", "a head without scope: %q", e.Text)
	case e.Tag == "Link" && e.links == 0:
		f.fail("28-011", "a Link without a link: %q", e.Text)
	case e.Tag == "Note" && e.dict["ID"] == nil:
		f.fail("19-003", "a note without an identifier")
	case e.Tag == "Table":
		f.table(e)
	}
	for _, k := range e.Kids {
		f.walk(k, e)
	}
}

// table checks that all rows have the same number of cells.
func (f *File) table(e *Element) {
	columns := 0
	var rows func(e *Element)
	rows = func(e *Element) {
		for _, k := range e.Kids {
			if k.Tag != "TR" {
				rows(k)
				continue
			}
			if columns == 0 {
				columns = len(k.Kids)
			}
			if len(k.Kids) != columns {
				f.fail("15-005", "a row of %d cells in a table of %d columns", len(k.Kids), columns)
			}
		}
	}
	rows(e)
}
