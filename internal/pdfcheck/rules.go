package pdfcheck

import (
	"slices"
	"strings"
)

// standard are the types of ISO 32000-1, 14.8.4.
var standard = strings.Fields("Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody " +
	"Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form")

// A place is where an element may stand, and what may stand in it; nothing is
// said where a list is nil. ISO 32000-1, tables 333 and 336 to 338.
type place struct {
	point    string
	in, kids []string
}

var places = map[string]place{
	"Table": {"09-004", nil, []string{"TR", "THead", "TBody", "TFoot", "Caption"}},
	"THead": {"09-004", []string{"Table"}, []string{"TR"}},
	"TBody": {"09-004", []string{"Table"}, []string{"TR"}},
	"TFoot": {"09-004", []string{"Table"}, []string{"TR"}},
	"TR":    {"09-004", []string{"Table", "THead", "TBody", "TFoot"}, []string{"TH", "TD"}},
	"TH":    {"09-004", []string{"TR"}, nil},
	"TD":    {"09-004", []string{"TR"}, nil},
	"L":     {"09-005", nil, []string{"LI", "L", "Caption"}},
	"LI":    {"09-005", []string{"L"}, []string{"Lbl", "LBody"}},
	"LBody": {"09-005", []string{"LI"}, nil},
	"TOC":   {"09-006", nil, []string{"TOCI", "TOC", "Caption"}},
	"TOCI":  {"09-006", []string{"TOC"}, []string{"Lbl", "Reference", "NonStruct", "P", "TOC"}},
	"Ruby":  {"09-007", nil, []string{"RB", "RT", "RP"}},
	"RB":    {"09-007", []string{"Ruby"}, nil},
	"RT":    {"09-007", []string{"Ruby"}, nil},
	"RP":    {"09-007", []string{"Ruby"}, nil},
	"WT":    {"09-008", []string{"Warichu"}, nil},
	"WP":    {"09-008", []string{"Warichu"}, nil},
}

// rules checks an element and all below it.
func (f *File) rules(e, parent *Element) {
	if parent != nil {
		f.language(e)
		f.standing(e, parent)
		f.own(e)
	}
	unnumbered := 0
	for _, k := range e.Kids {
		if k.Tag == "H" {
			unnumbered++
		}
		f.rules(k, e)
	}
	if unnumbered > 1 {
		f.fail("14-006", "%d elements H in one %s", unnumbered, e.Tag)
	}
}

// standing checks that an element stands where it may, and holds what it may.
func (f *File) standing(e, parent *Element) {
	if !slices.Contains(standard, e.Tag) && f.dict(f.dict(f.ctx.RootDict["StructTreeRoot"])["RoleMap"])[e.Tag] == nil {
		f.fail("02-001", "%q is no standard type", e.Tag)
	}
	p := places[e.Tag]
	if p.in != nil && !slices.Contains(p.in, parent.Tag) {
		f.fail(p.point, "%s in %s", e.Tag, parent.Tag)
	}
	for _, k := range e.Kids {
		if p.kids != nil && !slices.Contains(p.kids, k.Tag) {
			f.fail(p.point, "%s holds %s", e.Tag, k.Tag)
		}
	}
	if p.kids != nil && strings.TrimSpace(e.own) != "" && e.Tag != "TOCI" {
		f.fail(p.point, "%s holds the text %q", e.Tag, e.own)
	}
}

// own checks what an element has to say of itself.
func (f *File) own(e *Element) {
	switch e.Tag {
	case "Figure":
		if e.Alt == "" && e.dict["ActualText"] == nil {
			f.fail("13-004", "a figure without words")
		}
	case "Formula":
		if e.Alt == "" {
			f.fail("17-002", "a formula without words")
		}
	case "TH":
		if e.Scope == "" {
			f.fail("15-003", "a head without scope: %q", e.Text)
		}
	case "Table":
		f.regular(e)
	case "Note":
		id := f.text(e.dict["ID"])
		switch {
		case id == "":
			f.fail("19-003", "a note without an identifier")
		case f.notes[id]:
			f.fail("19-004", "two notes have the identifier %s", id)
		}
		f.notes[id] = true
	case "Link":
		f.link(e)
	default:
		if len(e.links) > 0 {
			f.fail("28-011", "a link in %s", e.Tag)
		}
	}
}

func (f *File) link(e *Element) {
	if len(e.links) == 0 {
		f.fail("link", "a Link that leads nowhere: %q", e.Text)
	}
	for _, object := range e.links {
		f.linked[object] = true
	}
}

// regular checks that all rows of a table have the same number of columns.
func (f *File) regular(e *Element) {
	columns := 0
	e.each(func(row *Element) {
		if row.Tag != "TR" {
			return
		}
		n := 0
		for _, cell := range row.Kids {
			n += cell.span
		}
		if columns == 0 {
			columns = n
		}
		if n != columns {
			f.fail("table", "a row of %d columns in a table of %d", n, columns)
		}
	})
}
