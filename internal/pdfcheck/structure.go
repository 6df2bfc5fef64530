package pdfcheck

import (
	"slices"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// An Element is a node of the structure tree.
type Element struct {
	Tag, Lang, Alt, Scope string
	List                  string     // of L: how items are numbered
	Text                  string     // its own and its children's, in order
	Box                   [4]float64 // of figures: left, bottom, right, top in points from the lower left corner
	Page                  int        // where its content begins, from 1; 0 for none
	Kids                  []*Element

	dict  types.Dict
	lang  string // that holds for it
	span  int    // columns
	own   string // its text without that of its children
	links []int  // objects of the annotations in it
}

// each calls do for an element and all below it, in the order of reading.
func (e *Element) each(do func(e *Element)) {
	do(e)
	for _, k := range e.Kids {
		k.each(do)
	}
}

// structure reads the tree and checks it.
func (f *File) structure() {
	f.Root = &Element{Tag: "StructTreeRoot", lang: f.lang}
	tree := f.dict(f.ctx.RootDict["StructTreeRoot"])
	if tree == nil || tree["ParentTree"] == nil {
		f.fail("01-005", "no tree")
		return
	}
	f.roles(f.dict(tree["RoleMap"]))
	f.kids(f.Root, tree["K"])
	for i, p := range f.Pages {
		for mcid, text := range p.marked {
			if !p.claimed[mcid] {
				f.fail("01-005", "page %d: %q is in no element", i+1, text)
			}
		}
	}
	f.headings()
	f.rules(f.Root, nil)
}

// roles checks the mapping of types: that each ends at a standard one.
func (f *File) roles(roles types.Dict) {
	for from := range roles {
		if slices.Contains(standard, from) {
			f.fail("02-004", "the standard type %s is mapped", from)
		}
		seen := map[string]bool{}
		for to := from; !slices.Contains(standard, to); to = name(roles[to]) {
			if seen[to] {
				f.fail("02-003", "%s is mapped in a circle", from)
				break
			}
			if to == "" {
				f.fail("02-001", "the mapping of %s does not end at a standard type", from)
				break
			}
			seen[to] = true
		}
	}
}

// blocks are types that end a line, so that their texts don't run into one another.
var blocks = []string{"P", "LI", "TD", "TH", "H1", "H2", "H3", "H4", "H5", "H6", "TOCI", "Figure", "Lbl", "LBody", "Caption", "Code"}

// kids reads the kids of an element: elements, stretches of content, links.
func (f *File) kids(e *Element, k types.Object) {
	if k == nil {
		return
	}
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
			f.claim(e, page, int(n))
			continue
		}
		d := f.dict(item)
		if d == nil {
			continue
		}
		switch name(d["Type"]) {
		case "MCR":
			f.claim(e, f.pageOf(d["Pg"]), *d.IntEntry("MCID"))
		case "OBJR":
			if ref, ok := d["Obj"].(types.IndirectRef); ok {
				e.links = append(e.links, ref.ObjectNumber.Value())
			}
		default:
			f.kid(e, d)
		}
	}
}

func (f *File) kid(e *Element, d types.Dict) {
	kid := &Element{Tag: name(d["S"]), Lang: f.text(d["Lang"]), Alt: f.text(d["Alt"]), dict: d, lang: e.lang, span: 1}
	if kid.Lang != "" {
		kid.lang = kid.Lang
	}
	if a := f.dict(d["A"]); a != nil {
		kid.Scope, kid.List = name(a["Scope"]), name(a["ListNumbering"])
		if box := f.array(a["BBox"]); len(box) == 4 {
			kid.Box = [4]float64{number(box[0]), number(box[1]), number(box[2]), number(box[3])}
		}
		if n := a.IntEntry("ColSpan"); n != nil {
			kid.span = *n
		}
	}
	f.kids(kid, d["K"])
	e.Kids = append(e.Kids, kid)
	e.Text += kid.Text
	if slices.Contains(blocks, kid.Tag) {
		e.Text += " "
	}
	if e.Page == 0 {
		e.Page = kid.Page
	}
}

func (f *File) claim(e *Element, page, mcid int) {
	if page == 0 {
		f.fail("01-005", "content without a page in %s", e.Tag)
		return
	}
	p := &f.Pages[page-1]
	if p.claimed[mcid] {
		f.fail("01-005", "page %d: stretch %d belongs to two elements", page, mcid)
	}
	p.claimed[mcid] = true
	e.own += p.marked[mcid]
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
	level, unnumbered := 0, false
	f.Root.each(func(e *Element) {
		unnumbered = unnumbered || e.Tag == "H"
		if len(e.Tag) != 2 || e.Tag[0] != 'H' || e.Tag[1] < '1' || e.Tag[1] > '6' {
			return
		}
		n := int(e.Tag[1] - '0')
		switch {
		case level == 0 && n != 1:
			f.fail("14-002", "the first heading is %s %q", e.Tag, e.Text)
		case n > level+1:
			f.fail("14-003", "%s %q after level %d", e.Tag, e.Text, level)
		}
		level = n
	})
	if unnumbered && level > 0 {
		f.fail("14-007", "headings with and without numbers")
	}
}

// language checks that it is known for all that is read aloud.
func (f *File) language(e *Element) {
	if e.Lang != "" && !tag.MatchString(e.Lang) {
		f.fail("11-001", "%q is no language", e.Lang)
	}
	if e.lang != "" {
		return
	}
	if strings.TrimSpace(e.own) != "" {
		f.fail("11-001", "%q has no language", e.own)
	}
	if e.Alt != "" || e.dict["ActualText"] != nil || e.dict["E"] != nil {
		f.fail("11-002", "%q has no language", e.Alt)
	}
	if len(e.links) > 0 {
		f.fail("11-004", "the words of a link have no language: %q", e.Text)
	}
}
