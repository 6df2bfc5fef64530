package render

import (
	"html/template"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
)

// A block is one thing in a part, under a heading of its own or none: a
// text, a list whose items consist of several pieces, pairs of label and value,
// figures, or activities.
type block struct {
	Label      string
	Prose      Prose
	Items      [][]Link
	Pairs      []Fact
	Related    []relatedRow
	Note       template.HTML // a sentence in the place of what is not stated
	Figures    []figureRow   // as they stand in the source: the table
	Bars       []figureRow   // the chart
	Columns    []string
	Activities []activityRow
}

// A figureRow is a number of the outcome. Bar is its length in per cent of the largest
// with the same unit, "" of what is no number.
type figureRow struct {
	Label  Text
	Value  string
	Unit   Text
	Total  bool
	Part   bool // of the total above it
	Bar    string
	number float64
}

// A relatedRow is a practice that has something in common with this one.
type relatedRow struct {
	Link   Link
	Reason string
}

// An activityRow is a row of a partnership's table.
type activityRow struct {
	Title Text
	Cells []Fact
}

// appendProse adds a text to the blocks of a part, if it is stated.
func (c *context) appendProse(to []block, label string, v sheet.Value, field string, level int) []block {
	if !v.Stated() {
		return to
	}
	return append(to, block{Label: label, Prose: c.prose(v, field, level)})
}

func (c *context) itemsBlock(label string, items [][]Link) []block {
	if len(items) == 0 {
		return nil
	}
	return c.blockSlab.of(block{Label: label, Items: items})
}

func (c *context) pairsBlock(pairs []Fact) []block {
	if len(pairs) == 0 {
		return nil
	}
	return c.blockSlab.of(block{Pairs: pairs})
}

// partners are shown by their names, else by their places.
func (c *context) partners(s *sheet.Sheet) []block {
	items := c.itemSlab.room(len(s.Partners))
	for _, p := range s.Partners {
		item := c.linkSlab.room(3 + len(p.Place))
		if p.Name.Stated() {
			item = append(item, web(p.URL.Text, c.text(p.Name)))
		}
		item = append(item, c.terms("places", p.Place)...)
		if p.Kind.Stated() {
			item = append(item, Link{Text: c.label("carriers", p.Kind.Text)})
		}
		if link := web(p.URL.Text, Text{Text: config.Bare(p.URL.Text)}); !p.Name.Stated() && link.Href != "" {
			item = append(item, link)
		}
		if len(item) > 0 {
			items = append(items, item)
		}
	}
	return c.itemsBlock("", items)
}

// activities is a table of what partners did together, with the columns for
// which any of them says something.
func (c *context) activities(s *sheet.Sheet) []block {
	if len(s.Activities) == 0 {
		return nil
	}
	columns := []struct {
		label  string
		values func(sheet.Activity) []Link
	}{
		{c.Field("activities.kind"), func(a sheet.Activity) []Link { return c.termNames("activities", a.Kind) }},
		{c.Field("activities.period"), func(a sheet.Activity) []Link {
			if text := c.period(a.Period); text != "" {
				return c.linkSlab.of(plain(text))
			}
			return nil
		}},
		{c.Field("activities.place"), func(a sheet.Activity) []Link { return c.terms("places", a.Place) }},
		{c.Field("activities.aspect"), func(a sheet.Activity) []Link { return c.termNames("aspects", a.Aspect) }},
	}
	b := block{Columns: []string{c.Field("activities.title")}, Activities: make([]activityRow, len(s.Activities))}
	for i, a := range s.Activities {
		b.Activities[i].Title = c.text(a.Title)
		if !a.Title.Stated() {
			b.Activities[i].Title = c.label("activities", a.Kind.Text)
		}
	}
	for _, column := range columns {
		cells := make([]Fact, len(s.Activities))
		stated := false
		for i, a := range s.Activities {
			cells[i] = Fact{column.label, column.values(a)}
			stated = stated || len(cells[i].Values) > 0
		}
		if !stated {
			continue
		}
		b.Columns = append(b.Columns, column.label)
		for i := range cells {
			b.Activities[i].Cells = append(b.Activities[i].Cells, cells[i])
		}
	}
	return []block{b}
}

func (c *context) termNames(scheme string, key sheet.Value) []Link {
	if !key.Stated() {
		return nil
	}
	return c.linkSlab.of(c.explanation(scheme, key.Text))
}

// contact names the office before the person.
func (c *context) contact(s *sheet.Sheet) []block {
	k := s.Contact
	pairs := c.factSlab.room(6)
	add := func(label string, link Link) { pairs = append(pairs, Fact{label, c.linkSlab.of(link)}) }
	for _, f := range [3]struct {
		key   string
		value sheet.Value
	}{{"contact.office", k.Office}, {"contact.person", k.Person}, {"contact.role", k.Role}} {
		if f.value.Stated() {
			add(c.Field(f.key), Link{Text: c.text(f.value)})
		}
	}
	if k.Email.Stated() {
		link := plain(k.Email.Text)
		link.Href = template.URL(config.Mailto(k.Email.Text))
		add(c.T("sheet.email"), link)
	}
	if k.Phone.Stated() {
		add(c.T("sheet.phone"), Link{Href: telephone(k.Phone.Text), Text: c.number(k.Phone.Text)})
	}
	if link := web(k.URL.Text, Text{Text: config.Bare(k.URL.Text)}); link.Href != "" {
		add(c.T("sheet.website"), link)
	}
	if len(pairs) == 0 {
		return c.ask(s)
	}
	return c.pairsBlock(pairs)
}

// ask says whom to ask where no contact is stated: the carrier, by its name or its place.
func (c *context) ask(s *sheet.Sheet) []block {
	link := web(s.Carrier.URL.Text, c.text(s.Carrier.Name))
	if places := c.terms("places", s.Carrier.Place); !s.Carrier.Name.Stated() && len(places) > 0 {
		link = places[0]
	}
	if link.Text.Text == "" {
		return nil
	}
	return c.blockSlab.of(block{Note: c.sentence("sheet.ask", "name", link)})
}

// number is a text of digits and signs, which runs from left to right in every language.
func (c *context) number(s string) Text {
	if c.Dir == "ltr" {
		return Text{Text: s}
	}
	return Text{Text: s, Dir: "ltr"}
}

// telephone is the address of a number, if it is written so that it can be
// dialled from anywhere.
func telephone(s string) template.URL {
	if !strings.HasPrefix(s, "+") {
		return ""
	}
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, strings.ReplaceAll(s, "(0)", ""))
	return template.URL("tel:+" + digits)
}

func (c *context) links(s *sheet.Sheet) []block {
	items := c.itemSlab.room(len(s.Links))
	for _, l := range s.Links {
		text := c.text(l.Label)
		if !l.Label.Stated() {
			text = Text{Text: config.Bare(l.URL.Text)}
		}
		if text.Text == "" {
			continue
		}
		link := web(l.URL.Text, text)
		item := append(c.linkSlab.room(2), link)
		if l.Lang.Stated() && l.Lang.Text != c.Lang {
			item[0].Hreflang = l.Lang.Text
			item = append(item, plain(c.T("sheet.in_language", "language", c.LanguageName(l.Lang.Text))))
		}
		items = append(items, item)
	}
	return c.itemsBlock("", items)
}

// source names the document that the sheet was written from.
func (c *context) source(s *sheet.Sheet) []block {
	o := s.Origin
	title := c.text(o.Title)
	if o.Title.Stated() && o.Lang.Stated() && o.Lang.Text != c.Lang {
		title = c.text(sheet.Value{Text: o.Title.Text, Lang: o.Lang.Text})
	}
	if title.Text == "" {
		title.Text = config.Bare(o.URL.Text)
	}
	item := c.linkSlab.room(4)
	if title.Text != "" {
		item = append(item, web(o.URL.Text, title))
	}
	if o.Publisher.Stated() {
		item = append(item, Link{Text: c.text(o.Publisher)})
	}
	if o.Date.Stated() {
		item = append(item, plain(c.day(o.Date)))
	}
	if o.Lang.Stated() && o.Lang.Text != c.Lang {
		item = append(item, plain(c.T("sheet.in_language", "language", c.LanguageName(o.Lang.Text))))
	}
	if len(item) == 0 {
		return nil
	}
	return c.itemsBlock("", c.itemSlab.of(item))
}
