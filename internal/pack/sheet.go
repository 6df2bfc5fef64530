package pack

import (
	"path"
	"slices"
	"strings"

	"rsc.io/qr"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/pdf"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/typeset"
)

// A leaflet is a sheet in the columns of its page.
type leaflet struct {
	*composer
	e       *catalogue.Entry
	columns []column
	art     *pdf.Element
	level   int // of the heading that is the sheet's title
	rows    []typeset.Row
}

// sheetRows sets a sheet. Its rows begin on a new page, unless it is an example,
// which goes on the page of another one where it fits as a whole.
func (c *composer) sheetRows(e *catalogue.Entry, parent *pdf.Element, level int, columns []column, session []typeset.Row) []typeset.Row {
	l := &leaflet{composer: c, e: e, columns: columns, art: parent.Add("Sect"), level: level, rows: session}
	l.head()
	l.facts()
	l.pictures()
	l.parts()
	l.foot()
	l.rows[0].Running = e
	for i := range l.rows {
		l.rows[i].Running = e
	}
	if e.Type() == "example" && len(session) == 0 {
		l.rows[0].Together = len(l.rows)
		l.rows[0].Before = 26
		l.rows[0].Rule = func(p *pdf.Page, y float64) { hairline(p, c.left, y+13, c.inner(), 1, 0.5) }
	} else {
		l.rows[0].NewPage = true
	}
	return l.rows
}

func (l *leaflet) writer(col column, around string) writer {
	return writer{l.composer, col, around, "content/sheets/" + l.e.ID, l.level + 1}
}

// whole is the width of the page for what stands outside of the columns of the form.
func (l *leaflet) whole(col column) column {
	if len(l.columns) == 1 {
		col.x, col.width = 0, l.inner()
	}
	return col
}

// row adds a row with what set makes of each column.
func (l *leaflet) row(before float64, set func(col column) []typeset.Slug) *typeset.Row {
	r := typeset.Row{Before: before}
	for _, col := range l.columns {
		at := l.whole(col)
		r.Columns = append(r.Columns, typeset.Column{X: at.x, Slugs: set(at)})
	}
	l.rows = append(l.rows, r)
	return &l.rows[len(l.rows)-1]
}

// head sets what kind of sheet it is, the title and the summary.
func (l *leaflet) head() {
	first := len(l.rows)
	l.row(0, func(col column) []typeset.Slug {
		v := l.view(l.e, col.lang)
		kicker := v.Value("type", l.e.Type())
		for _, t := range v.terms("themes", l.e.Original.Themes) {
			kicker += " · " + t.text
		}
		p := l.writer(col, l.first()).smallPara(kicker)
		return typeset.KeepAll(l.s.Para(l.art.Add("P").In(col.lang, l.first()), p, col.width))
	}).KeepNext = true
	l.rows[first].Mark = l.mark(l.e, l.columns[0].lang)
	l.row(2, func(col column) []typeset.Slug {
		title := l.e.Title(col.lang)
		size := l.style.title
		if len(l.columns) > 1 {
			size *= 0.8
		}
		e := l.art.Add("H"+digit(l.level)).In(title.Lang, l.first())
		return l.s.Para(e, typeset.Para{Runs: []typeset.Run{{Text: title.Text, Style: typeset.Sans | typeset.Bold}}, Lang: title.Lang, Size: size, Leading: size * 1.18, Whole: true}, col.width)
	}).KeepNext = true
	if l.e.Type() == "example" { // its one text says as much
		return
	}
	l.row(5, func(col column) []typeset.Slug {
		summary := l.e.Summary(col.lang)
		if !summary.Stated() {
			return nil
		}
		p := typeset.Para{Runs: []typeset.Run{{Text: summary.Text, Style: col.face | typeset.Italic}}, Lang: summary.Lang, Size: col.size * 1.05, Leading: l.leading * 1.05}
		return l.s.Para(l.art.Add("P").In(summary.Lang, l.first()), p, col.width)
	})
}

// labelled adds a row of the form: the label beside the text, or above it.
func (l *leaflet) labelled(before float64, heading bool, label func(v *view) string, set func(w writer, v *view, parent *pdf.Element) []typeset.Slug) {
	r := typeset.Row{Before: before}
	section := l.art
	if heading {
		section = l.art.Add("Sect")
	}
	for _, col := range l.columns {
		v := l.view(l.e, col.lang)
		w := l.writer(col, l.first())
		tag := "P"
		if heading {
			tag = "H" + digit(l.level+1)
			w.level = l.level + 2
		}
		name := w.labelPara(label(v))
		e := section.Add(tag).In(col.lang, l.first())
		if col.x > 0 && len(l.columns) == 1 { // a column of labels
			name.Align = typeset.End
			r.Columns = append(r.Columns,
				typeset.Column{Slugs: l.s.Para(e, name, l.style.label)},
				typeset.Column{X: col.x, Slugs: set(w, v, section)})
			continue
		}
		slugs := typeset.KeepAll(l.s.Para(e, name, col.width))
		r.Columns = append(r.Columns, typeset.Column{X: col.x, Slugs: append(slugs, set(w, v, section)...)})
	}
	if heading {
		r.Rule = func(p *pdf.Page, y float64) { hairline(p, l.left, y+before/2, l.inner(), 0.5, 0.6) }
	}
	l.rows = append(l.rows, r)
}

// facts sets what a reader learns at a glance: a line each beside their labels,
// or where labels stand above, a line that begins with its label.
func (l *leaflet) facts() {
	if l.style.label == 0 {
		l.row(6, func(col column) []typeset.Slug {
			v := l.view(l.e, col.lang)
			w := l.writer(col, l.first())
			return w.pairs(l.art, v, v.facts())
		}).Rule = func(p *pdf.Page, y float64) { hairline(p, l.left, y+3, l.inner(), 0.5, 0.6) }
		return
	}
	l.rows = append(l.rows, typeset.Row{Before: l.compactly(12), Columns: l.factColumns()})
}

// factColumns sets the facts beside their labels. A short entry has its code at
// their side, where it takes no room of its own.
func (l *leaflet) factColumns() []typeset.Column {
	col := l.columns[0]
	var code []typeset.Slug
	room := 0.0
	if l.compact() {
		size := 0.0
		code, size = l.code(l.url(l.e, col.lang))
		room = size + l.gap
	}
	col.width -= room
	w := l.writer(col, l.first())
	v := l.view(l.e, col.lang)
	var slugs []typeset.Slug
	for _, f := range v.facts() {
		name := w.labelPara(f.label)
		name.Align = typeset.End
		label := l.s.Para(l.art.Add("P").In(col.lang, l.first()), name, l.style.label)
		values := w.s.Para(l.art.Add("P").In(w.lang, w.around), w.para(w.pieces(v, separated(f.values))), w.width)
		slugs = append(slugs, typeset.After(1, typeset.Beside(label, values, col.x))...)
	}
	columns := []typeset.Column{{Slugs: slugs}}
	if code != nil {
		columns = append(columns, typeset.Column{X: col.x + col.width + l.gap, Slugs: code})
	}
	return columns
}

// compact reports whether a sheet is set so that two go on a page.
func (l *leaflet) compact() bool {
	return l.e.Type() == "example" && l.style.label > 0 && len(l.columns) == 1
}

// compactly is a distance, smaller for short entries.
func (l *leaflet) compactly(space float64) float64 {
	if l.e.Type() == "example" {
		return space * 0.7
	}
	return space
}

func (l *leaflet) pictures() {
	s := l.e.View(l.first())
	for _, i := range s.Images {
		l.row(10, func(col column) []typeset.Slug {
			if col.lang != l.columns[0].lang {
				return nil
			}
			credit := ""
			if i.Credit.Stated() {
				credit = l.locale().T("sheet.credit", "credit", i.Credit.Text)
			}
			return l.writer(col, l.first()).image(l.art, i.File.Text, i.Alt.Text, credit, i.File.Span)
		})
	}
}

// parts sets the parts of the form, in two languages each beside the other.
func (l *leaflet) parts() {
	byLang := make([]map[string]part, len(l.columns))
	for i, col := range l.columns {
		byLang[i] = map[string]part{}
		for _, p := range l.view(l.e, col.lang).parts() {
			byLang[i][p.key] = p
		}
	}
	for _, key := range append(slices.Clone(order), "story", "adopted-from", "mentioned-by", "links", "source") {
		label, known := "", false
		for i := range byLang {
			if p, ok := byLang[i][key]; ok {
				label, known = p.label, true
			}
		}
		if !known {
			continue
		}
		l.labelled(l.compactly(12), true, func(v *view) string {
			if p, ok := byLang[index(l.columns, v.Lang)][key]; ok {
				return p.label
			}
			return label
		}, func(w writer, v *view, parent *pdf.Element) []typeset.Slug {
			i := index(l.columns, v.Lang)
			own, other := byLang[i][key].blocks, byLang[len(byLang)-1-i][key].blocks
			return l.partOf(w, v, parent, own, other, i)
		})
	}
}

// partOf sets one part in column i. What it would only repeat of the other
// column is left to that one.
func (l *leaflet) partOf(w writer, v *view, parent *pdf.Element, own, other []block, i int) []typeset.Slug {
	switch {
	case len(own) == 0:
		text := w.para([]typeset.Run{{Text: v.T("sheet.not_stated"), Style: w.face | typeset.Italic}})
		text.Grey = 0.3
		return w.s.Para(parent.Add("P").In(w.lang, w.around), text, w.width)
	case len(l.columns) > 1 && repeats(own, other, l.columns[1-i].lang, i > 0):
		text := w.smallPara(v.T("pack.other_column", "language", v.LanguageName(own[0].foreign)))
		return w.s.Para(parent.Add("P").In(w.lang, w.around), text, w.width)
	}
	return w.part(parent, v, own)
}

// repeats reports whether all of a part stands in the other column too: because
// it is in that one's language, or for the second column, because both show the
// same original.
func repeats(own, other []block, lang string, second bool) bool {
	for k, b := range own {
		switch {
		case b.foreign == "":
			return false
		case b.foreign == lang:
		case second && k < len(other) && other[k].foreign == b.foreign:
		default:
			return false
		}
	}
	return true
}

func index(columns []column, lang string) int {
	for i, col := range columns {
		if col.lang == lang {
			return i
		}
	}
	return 0
}

// foot leads to the page on the site, and says how old the sheet is.
func (l *leaflet) foot() {
	col := l.columns[0]
	var code []typeset.Slug
	size := 0.0
	if !l.compact() {
		code, size = l.code(l.url(l.e, col.lang))
	}
	text := column{col.lang, size + 8, l.inner() - size - 8, 0, l.small}
	x := 0.0
	if l.style.label > 0 && len(l.columns) == 1 {
		x, text.x, text.width = l.style.label-size, col.x, col.width
	}
	var lines []typeset.Slug
	for _, col := range l.columns {
		text.lang = col.lang
		lines = append(lines, l.online(l.writer(text, l.first()))...)
	}
	l.rows[len(l.rows)-1].KeepNext = true // no page has nothing but this
	space := l.compactly(16)
	r := typeset.Row{Before: space, Columns: []typeset.Column{{X: x, Slugs: code}, {X: text.x, Slugs: typeset.KeepAll(lines)}}}
	r.Rule = func(p *pdf.Page, y float64) { hairline(p, l.left, y+space/2, l.inner(), 0.5, 0.6) }
	l.rows = append(l.rows, r)
}

// online sets the address and the dates of a sheet for the readers of a language.
func (l *leaflet) online(w writer) []typeset.Slug {
	v, url := l.view(l.e, w.lang), l.url(l.e, w.lang)
	labelled := func(label, text string) string { return v.T("pack.label", "label", label) + " " + text }
	p := w.smallPara(labelled(v.T("pack.online"), ""))
	p.Runs = append(p.Runs, typeset.Run{Text: config.Bare(url), Style: typeset.Sans, Link: &typeset.Link{URI: url, Contents: l.e.Title(w.lang).Text}})
	p.Whole = true
	lines := w.s.Para(l.art.Add("P").In(w.lang, w.around), p, w.width)
	var dates []string
	for _, d := range []struct {
		key   string
		value sheet.Value
	}{{"published", v.s.Published}, {"updated", v.s.Updated}, {"reviewed", v.s.Reviewed}} {
		if d.value.Stated() && (d.key != "updated" || v.s.Updated.Text != v.s.Published.Text) {
			dates = append(dates, labelled(v.Field(d.key), v.day(d.value)))
		}
	}
	if len(dates) > 0 {
		lines = append(lines, w.s.Para(l.art.Add("P").In(w.lang, w.around), w.smallPara(strings.Join(dates, " · ")), w.width)...)
	}
	return lines
}

// code is the QR code of an address.
func (l *leaflet) code(url string) (slugs []typeset.Slug, size float64) {
	q, err := qr.Encode(url, qr.M)
	if err != nil { // longer than a code can be: the address stands beside it
		return nil, 0
	}
	size = 17 * mm
	dot := size / float64(q.Size)
	var dots [][2]int
	for y := range q.Size {
		for x := range q.Size {
			if q.Black(x, y) {
				dots = append(dots, [2]int{x, y})
			}
		}
	}
	e := l.art.Add("Figure")
	e.Alt = l.locale().T("pack.qr", "url", url)
	return []typeset.Slug{{Height: size, Draw: func(p *pdf.Page, x, y float64) {
		p.In(e)
		p.Rects(x, y, dot, dots)
		p.Figure(e, x, y, size, size)
	}}}, size
}

// folder is where the files of the pack lie.
func folder(file *sheet.Pack) string {
	if file.Source == nil {
		return ""
	}
	return path.Dir(file.Source.Path)
}
