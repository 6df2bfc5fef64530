package pack

import (
	"strconv"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/pdf"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/typeset"
)

// register is the partnerships of a pack as a table: who, where, when, what, and on
// which page. It is set when the sheets have their pages.
func (c *composer) register(sect *pdf.Element, partnerships []*catalogue.Entry) []typeset.Row {
	t := typeset.Table{RowHeaders: true}
	for i, key := range []string{"register.name", "register.places", "register.period", "register.activities", "pack.page_short"} {
		cell := c.cell(func(lang string) string { return c.o.Locales.Locale(lang).T(key) }, typeset.Sans|typeset.Bold)
		cell.Size, cell.Leading = c.small+0.5, c.smallLeading*1.1
		if i == 4 {
			cell.Align = typeset.End
		}
		t.Head = append(t.Head, cell)
	}
	for _, e := range partnerships {
		name := c.cell(func(lang string) string { return e.Title(lang).Text }, 0)
		for i := range name.Runs {
			name.Runs[i].Link = c.linkTo(e, name.Runs[i].Lang)
		}
		page := c.cell(func(string) string { return strconv.Itoa(c.mark(e, c.first()).Page) }, typeset.Sans)
		page.Align = typeset.End
		t.Rows = append(t.Rows, []typeset.Para{name, c.cell(func(lang string) string { return c.partners(e, lang) }, 0),
			c.cell(func(lang string) string { return c.view(e, lang).period(e.View(lang).Period) }, 0),
			c.cell(func(lang string) string { return c.activityKinds(e, lang) }, 0), page})
	}
	return []typeset.Row{{Before: 14, Columns: []typeset.Column{{Slugs: c.s.Table(sect.Add("Table"), t, c.inner())}}}}
}

// cell is a text in each of the pack's languages, one below the other where they differ.
func (c *composer) cell(text func(lang string) string, style typeset.Style) typeset.Para {
	p := typeset.Para{Lang: c.first(), Size: c.body * 0.9, Leading: c.leading * 0.9}
	said := ""
	for i, lang := range c.o.Pack.Langs {
		s := text(lang)
		if s == "" || i > 0 && s == said {
			continue
		}
		if n := len(p.Runs); n > 0 {
			p.Runs[n-1].Break = true
			style |= typeset.Italic
		}
		p.Runs = append(p.Runs, typeset.Run{Text: s, Style: style, Lang: lang})
		said = s
	}
	return p
}

// partners are the places of a partnership, the carrier's first.
func (c *composer) partners(e *catalogue.Entry, lang string) string {
	v := c.view(e, lang)
	var names []string
	for _, key := range append(e.Places(), e.PartnerPlaces()...) {
		if t := v.vocabulary.Term("places", key); t != nil {
			names = append(names, t.Name(lang).Text)
		}
	}
	return strings.Join(names, ", ")
}

// activityKinds are what partners did together, each kind once.
func (c *composer) activityKinds(e *catalogue.Entry, lang string) string {
	v := c.view(e, lang)
	var kinds []string
	seen := map[string]bool{}
	for _, a := range v.s.Activities {
		if key := a.Kind.Text; key != "" && !seen[key] {
			seen[key] = true
			kinds = append(kinds, v.term("activities", a.Kind).text)
		}
	}
	return strings.Join(kinds, ", ")
}
