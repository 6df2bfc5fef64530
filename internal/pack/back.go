package pack

import (
	"slices"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
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
		first := len(rows)
		rows = append(rows, typeset.Row{Before: 9, KeepNext: true, Columns: []typeset.Column{{Slugs: c.s.Para(sect.Add("H3"), p, c.inner())}}})
		for _, e := range byKey[key] {
			row := c.entry(sect.Add("P"), c.names(e), "", c.marks[e]...)
			row.Before = 1
			rows = append(rows, row)
		}
		keepGroup(rows[first:])
	}
	return rows
}

// keepGroup keeps a heading with what it names: small groups whole, of others the
// first two lines and the last two.
func keepGroup(rows []typeset.Row) {
	const small = 6
	rows[0].Together = min(len(rows), small)
	if n := len(rows); n > 3 {
		rows[1].KeepNext = true
		rows[n-2].KeepNext = true
	}
}

// imprint says who answers for the pack, and what may be done with it.
func (c *composer) imprint(sect *pdf.Element) []typeset.Row {
	p := c.site().Publisher
	var rows []typeset.Row
	add := func(before float64, lang, text string) {
		if text = strings.TrimSpace(text); text == "" {
			return
		}
		para := typeset.Para{Runs: []typeset.Run{{Text: text}}, Lang: lang, Size: c.body, Leading: c.leading}
		e := sect.Add("P").In(lang, c.first())
		rows = append(rows, typeset.Row{Before: before, Columns: []typeset.Column{{Slugs: c.s.Para(e, para, min(c.inner(), 125*mm))}}})
	}
	add(14, "", p.Name.Text)
	for line := range strings.SplitSeq(p.Address.Text, "\n") {
		add(0, "", line)
	}
	for _, v := range []string{p.RepresentedBy.Text, p.Email.Text, p.Phone.Text, config.Bare(p.URL.Text)} {
		add(0, "", v)
	}
	for _, lang := range c.o.Pack.Langs {
		l := c.o.Locales.Locale(lang)
		add(10, lang, l.T("pack.made", "title", c.site().Title.In(lang).Text, "url", config.Bare(c.site().BaseURL.Text)))
		add(0, lang, c.asOf(lang))
		if c.site().License.Stated() {
			add(0, lang, l.T("site.license", "license", c.site().License.Text))
		}
	}
	return rows
}

// writing is the distance of lines for handwriting.
const writing = 8.5 * mm

// notes is an area of lines to write on; it takes the rest of a page
// on which nothing follows.
func (c *composer) notes(parent *pdf.Element, e *catalogue.Entry, langs ...string) []typeset.Row {
	p := c.small0("")
	p.Runs = nil
	for i, lang := range langs {
		label := c.o.Locales.Locale(lang).T("pack.notes")
		if i > 0 {
			label = " · " + label
		}
		p.Runs = append(p.Runs, typeset.Run{Text: label, Style: typeset.Sans, Lang: lang})
	}
	p.Lang = langs[0]
	name := c.s.Para(parent.Add("P").In(langs[0], c.first()), p, c.inner())
	area := typeset.Row{Area: 3*writing + 1, Rest: true, Running: e, Paint: func(p *pdf.Page, y, h float64) {
		p.In(nil)
		p.Grey(0.65)
		for at := writing; at <= h; at += writing {
			p.Rect(c.left, y+at, c.inner(), 0.5)
		}
		p.Grey(0)
	}}
	return []typeset.Row{{Before: 14, KeepNext: true, Alone: true, Running: e, Columns: []typeset.Column{{Slugs: name}}}, area}
}
