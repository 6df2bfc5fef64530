package pack

import (
	"path"
	"strconv"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edtf"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/pdf"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/typeset"
)

// cover sets title, event and hosts of the pack, in each of its languages.
func (c *composer) cover() []typeset.Row {
	sect := c.doc.Root().Add("Sect")
	file := c.o.Pack.File
	rows := []typeset.Row{{Area: c.depth() * 0.2, Paint: func(p *pdf.Page, y, h float64) { hairline(p, c.left, y+h-24, c.inner(), 4, 0) }}}
	add := func(before float64, e *pdf.Element, p typeset.Para) {
		if len(p.Runs) > 0 && p.Runs[0].Text != "" {
			rows = append(rows, typeset.Row{Before: before, Columns: []typeset.Column{{Slugs: c.s.Para(e, p, c.inner()*0.92)}}})
		}
	}
	for i, lang := range c.o.Pack.Langs {
		l := c.o.Locales.Locale(lang)
		title, size, tag, before := c.o.Pack.Title.In(lang), c.style.title*1.7, "H1", 0.0
		if i > 0 {
			size, tag, before = c.style.title*1.25, "P", 30
		}
		face := typeset.Sans
		add(before, sect.Add(tag).In(title.Lang, c.first()), typeset.Para{Runs: []typeset.Run{{Text: title.Text, Style: face | typeset.Bold}}, Lang: title.Lang, Size: size, Leading: size * 1.15, Whole: true})
		sub := file.Subtitle.In(lang)
		add(8, sect.Add("P").In(sub.Lang, c.first()), typeset.Para{Runs: []typeset.Run{{Text: sub.Text}}, Lang: sub.Lang, Size: c.style.title * 0.85, Leading: c.style.title * 1.1, Whole: true})
		add(10, sect.Add("P").In(lang, c.first()), typeset.Para{Runs: []typeset.Run{{Text: c.event(lang), Style: face}}, Lang: lang, Size: c.body * 1.1, Leading: c.leading * 1.1})
		if len(file.Event.Hosts) > 0 {
			var hosts []string
			for _, h := range file.Event.Hosts {
				hosts = append(hosts, h.Text)
			}
			add(2, sect.Add("P").In(lang, c.first()), typeset.Para{Runs: []typeset.Run{{Text: l.T("pack.hosts", "names", l.Join(hosts)), Style: face}}, Lang: lang, Size: c.body * 1.1, Leading: c.leading * 1.1})
		}
	}
	rows = append(rows, c.logos(sect)...)
	name := c.site().Publisher.Name.Text
	if name == "" {
		name = c.site().Title.In(c.first()).Text
	}
	foot := []string{name}
	for _, lang := range c.o.Pack.Langs {
		foot = append(foot, c.asOf(lang))
	}
	return append(rows, typeset.Row{Before: 36, Columns: []typeset.Column{{Slugs: c.s.Para(sect.Add("P"), c.small0(strings.Join(foot, " · ")), c.inner())}}})
}

// small0 is a text in small letters in the pack's first language.
func (c *composer) small0(text string) typeset.Para {
	return typeset.Para{Runs: []typeset.Run{{Text: text, Style: typeset.Sans}}, Lang: c.first(), Size: c.small, Leading: c.smallLeading, Grey: 0.25}
}

func (c *composer) asOf(lang string) string {
	l := c.o.Locales.Locale(lang)
	return l.T("pack.as_of", "date", l.Day(c.catalogue().Now))
}

// event words date and place.
func (c *composer) event(lang string) string {
	l, event := c.o.Locales.Locale(lang), c.o.Pack.File.Event
	var parts []string
	if t := c.catalogue().Vocabulary.Term("places", event.Place.Text); t != nil {
		parts = append(parts, t.Name(lang).Text)
	}
	if d, err := edtf.Parse(event.Date.Text); err == nil {
		parts = append(parts, l.Date(d))
	}
	return strings.Join(parts, ", ")
}

// logos sets the logos beside one another.
func (c *composer) logos(sect *pdf.Element) []typeset.Row {
	row := typeset.Row{Before: 40}
	x := 0.0
	const height = 18 * mm
	for _, logo := range c.o.Pack.File.Logos {
		if !logo.File.Stated() {
			continue
		}
		img := c.picture(path.Join(folder(c.o.Pack.File), logo.File.Text), logo.File.Text, logo.File.Span)
		if img == nil {
			continue
		}
		h := height
		w := min(h*float64(img.Width)/float64(img.Height), c.inner()/2)
		h = w * float64(img.Height) / float64(img.Width)
		if x+w > c.inner() {
			break
		}
		e := sect.Add("Figure")
		e.Alt = logo.Alt.Text
		row.Columns = append(row.Columns, typeset.Column{X: x, Slugs: []typeset.Slug{{Height: height, Draw: func(p *pdf.Page, x, y float64) {
			p.In(e)
			p.Image(img, x, y, w, h)
			p.Figure(e, x, y, w, h)
		}}}})
		x += w + 8*mm
	}
	if row.Columns == nil {
		return nil
	}
	return []typeset.Row{row}
}

// foreword sets the foreword, nothing where there is none.
func (c *composer) foreword() []typeset.Row {
	text := c.o.Pack.File.Foreword
	if len(text) == 0 {
		return nil
	}
	sect := c.doc.Root().Add("Sect")
	heading := c.heading(sect, "pack.foreword", &typeset.Mark{})
	row := typeset.Row{Before: 14}
	columns := c.columns
	if c.o.Facing {
		columns = columns[:1]
	}
	for _, col := range columns {
		if len(columns) == 1 {
			col.x, col.width = 0, min(c.inner(), 125*mm)
		}
		w := writer{c, col, c.first(), folder(c.o.Pack.File), 3}
		value := text.In(col.lang)
		row.Columns = append(row.Columns, typeset.Column{X: col.x, Slugs: w.markdown(sect.Add("Div").In(value.Lang, c.first()), value)})
	}
	return []typeset.Row{heading, row}
}

// contents lists the sheets with their pages, by session, and the chapters.
func (c *composer) contents(chapters []chapter) []typeset.Row {
	sect := c.doc.Root().Add("Sect")
	rows := []typeset.Row{c.heading(sect, "pack.contents", &typeset.Mark{})}
	toc := sect.Add("TOC")
	for i, s := range c.o.Pack.Sessions {
		around := toc
		if title := c.sessionTitle(i); title != "" {
			item := toc.Add("TOCI")
			p := typeset.Para{Runs: []typeset.Run{{Text: title, Style: typeset.Sans | typeset.Bold}}, Lang: c.first(), Size: c.body, Leading: c.leading}
			rows = append(rows, typeset.Row{Before: 10, KeepNext: true, Columns: []typeset.Column{{Slugs: c.s.Para(item.Add("P"), p, c.inner())}}})
			around = toc.Add("TOC")
		}
		for _, e := range s.Entries {
			rows = append(rows, c.entry(around.Add("TOCI"), c.names(e), c.placeNames(e.Places()), c.marks[e]...))
		}
	}
	for i, ch := range chapters {
		row := c.entry(toc.Add("TOCI"), []sheet.Value{{Text: strings.Join(c.titles(ch.key), " · ")}}, "", ch.mark)
		if i == 0 {
			row.Before = 10
		}
		rows = append(rows, row)
	}
	return rows
}

// names are the titles of a sheet in the pack's languages, where they differ.
func (c *composer) names(e *catalogue.Entry) []sheet.Value {
	var names []sheet.Value
	for _, lang := range c.o.Pack.Langs {
		if t := e.Title(lang); len(names) == 0 || names[0].Text != t.Text {
			names = append(names, t)
		}
	}
	return names
}

func (c *composer) placeNames(keys []string) string {
	var names []string
	for _, key := range keys {
		if t := c.catalogue().Vocabulary.Term("places", key); t != nil {
			names = append(names, t.Name(c.first()).Text)
		}
	}
	return strings.Join(names, ", ")
}

// sessionTitle is the title of a session in the pack's languages.
func (c *composer) sessionTitle(i int) string {
	var titles []string
	for _, lang := range c.o.Pack.Langs {
		if t := c.o.Pack.Sessions[i].Title.In(lang).Text; t != "" && (len(titles) == 0 || titles[0] != t) {
			titles = append(titles, t)
		}
	}
	return strings.Join(titles, " · ")
}

// entry is a line that leads to a page: texts, what stands behind them, and the
// number, which is known only when the line is drawn. Each text leads to its own
// mark where there are several.
func (c *composer) entry(item *pdf.Element, titles []sheet.Value, behind string, to ...*typeset.Mark) typeset.Row {
	const number = 30.0
	width := c.inner() - number
	target := item
	if item.Tag == "TOCI" {
		target = item.Add("Reference")
	}
	var slugs []typeset.Slug
	for i, t := range titles {
		run := typeset.Run{Text: t.Text, Lang: t.Lang, Link: &typeset.Link{To: &to[min(i, len(to)-1)].Anchor, Contents: t.Text}}
		p := typeset.Para{Runs: []typeset.Run{run}, Lang: c.first(), Size: c.body, Leading: c.leading}
		if i > 0 {
			p.Runs[0].Style, p.Size = typeset.Italic, c.body*0.95
		}
		if behind != "" && i == len(titles)-1 {
			p.Runs = append(p.Runs, typeset.Run{Text: "  " + behind, Style: typeset.Sans, Size: c.small, Grey: 0.3})
		}
		p.Runs = append(p.Runs, typeset.Run{Text: " "})
		slugs = append(slugs, typeset.KeepAll(c.s.Para(target, p, width))...)
	}
	pageNumber := typeset.Slug{Height: c.leading, Draw: func(p *pdf.Page, x, y float64) {
		text := typeset.Run{Text: strconv.Itoa(to[0].Page), Style: typeset.Sans, Link: &typeset.Link{To: &to[0].Anchor, Contents: titles[0].Text}}
		c.s.Para(target, typeset.Para{Runs: []typeset.Run{text}, Lang: c.first(), Size: c.body, Leading: c.leading, Align: typeset.End}, number)[0].Draw(p, x, y)
	}}
	return typeset.Row{Before: 2.5, Columns: []typeset.Column{{Slugs: slugs}, {X: width, Slugs: []typeset.Slug{pageNumber}}}}
}
