package pack

import (
	"slices"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/pdf"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/typeset"
)

// index lists the sheets by place or by theme.
func (c *composer) index(sect *pdf.Element, scheme string, of func(*catalogue.Entry) []string) []typeset.Row {
	byKey := map[string][]*catalogue.Entry{}
	for _, e := range c.o.Pack.Entries() {
		for _, key := range of(e) {
			byKey[key] = append(byKey[key], e)
		}
	}
	keys := make([]string, 0, len(byKey))
	for key := range byKey {
		keys = append(keys, key)
	}
	name := func(key, lang string) field.Value {
		if t := c.catalogue().Vocabulary.Term(scheme, key); t != nil {
			return t.Name(lang)
		}
		return field.Value{Text: key}
	}
	slices.SortFunc(keys, func(a, b string) int { return c.locale().Compare(name(a, c.first()).Text, name(b, c.first()).Text) })
	var rows []typeset.Row
	for _, key := range keys {
		p := typeset.Para{Lang: c.first(), Size: c.body, Leading: c.leading}
		for i, lang := range c.o.Pack.Langs {
			n := name(key, lang)
			if i > 0 && n.Text == p.Runs[0].Text {
				continue
			}
			if i > 0 {
				n.Text = " · " + n.Text
			}
			p.Runs = append(p.Runs, typeset.Run{Text: n.Text, Style: typeset.Sans | typeset.Bold, Lang: lang})
		}
		rows = append(rows, typeset.Row{Before: 9, KeepNext: true, Columns: []typeset.Column{{Slugs: c.s.Para(sect.Add("H3"), p, c.inner())}}})
		for _, e := range byKey[key] {
			row := c.entry(sect.Add("P"), c.names(e), "", c.marks[e]...)
			row.Before = 1
			rows = append(rows, row)
		}
	}
	return rows
}

// imprint says who answers for the pack, and what may be done with it.
func (c *composer) imprint(sect *pdf.Element) []typeset.Row {
	l, p := c.locale(), c.site().Publisher
	var rows []typeset.Row
	add := func(before float64, text string) {
		if text = strings.TrimSpace(text); text == "" {
			return
		}
		para := typeset.Para{Runs: []typeset.Run{{Text: text}}, Lang: c.first(), Size: c.body, Leading: c.leading}
		rows = append(rows, typeset.Row{Before: before, Columns: []typeset.Column{{Slugs: c.s.Para(sect.Add("P"), para, min(c.inner(), 125*mm))}}})
	}
	add(14, p.Name.Text)
	for line := range strings.SplitSeq(p.Address.Text, "\n") {
		add(0, line)
	}
	add(0, p.RepresentedBy.Text)
	for _, v := range []string{p.Email.Text, p.Phone.Text, bare(p.URL.Text)} {
		add(0, v)
	}
	add(8, l.T("pack.made", "title", c.site().Title.In(c.first()).Text, "url", bare(c.site().BaseURL.Text)))
	add(0, c.asOf())
	if c.site().License.Stated() {
		add(0, l.T("site.license", "license", c.site().License.Text))
	}
	return rows
}

// notes is an area of lines to write on; it takes the rest of a page
// on which nothing follows.
func (c *composer) notes(parent *pdf.Element, e *catalogue.Entry, lang string) []typeset.Row {
	label := c.o.Locales.Locale(lang).T("pack.notes")
	p := c.small0(label)
	p.Lang = lang
	name := c.s.Para(parent.Add("P").In(lang, c.first()), p, c.inner())
	area := typeset.Row{Area: 28 * mm, Rest: true, Running: e, Paint: func(p *pdf.Page, y, h float64) {
		p.In(nil)
		p.Grey(0.65)
		const line = 8.5 * mm
		for at := line; at <= h; at += line {
			p.Rect(c.left, y+at, c.inner(), 0.5)
		}
		p.Grey(0)
	}}
	return []typeset.Row{{Before: 14, KeepNext: true, Alone: true, Running: e, Columns: []typeset.Column{{Slugs: name}}}, area}
}
