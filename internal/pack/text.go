package pack

import (
	"path"
	"strconv"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/markdown"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/pdf"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/typeset"
)

// A column is where texts of a language are set.
type column struct {
	lang  string
	x     float64
	width float64
	face  typeset.Style // of the body: two languages side by side differ in it
	size  float64
}

// A writer sets the texts of one sheet in one column.
type writer struct {
	*composer
	column
	around string // the language of the element around
	folder string // of the sheet's files
	level  int    // that headings in texts begin at
}

func (w writer) para(runs []typeset.Run) typeset.Para {
	return typeset.Para{Runs: runs, Lang: w.lang, Size: w.size, Leading: w.leading}
}

// markdown sets a text, paragraph by paragraph.
func (w writer) markdown(parent *pdf.Element, text sheet.Value) []typeset.Slug {
	if text.Lang != "" {
		w.lang = text.Lang
	}
	doc := markdown.Parse(text.Text, markdown.Options{Lang: w.lang, RawHTML: false})
	first := 6
	for _, h := range doc.Headings() {
		first = min(first, h.Level)
	}
	w.level -= first
	return w.blocks(parent, doc.Blocks(), text.Span)
}

func (w writer) blocks(parent *pdf.Element, blocks []markdown.Block, at diag.Span) []typeset.Slug {
	var slugs []typeset.Slug
	deepest := w.level + 1
	for _, b := range blocks {
		if b.Kind == markdown.Title { // levels leave none out, whatever the editor wrote
			deepest = min(w.level+b.Level, deepest+1)
			b.Level = min(max(deepest, 1), 6)
		}
		space := w.leading * 0.45
		if len(slugs) == 0 {
			space = 0
		}
		slugs = append(slugs, typeset.After(space, w.block(parent, b, at))...)
	}
	return slugs
}

func (w writer) block(parent *pdf.Element, b markdown.Block, at diag.Span) []typeset.Slug {
	switch b.Kind {
	case markdown.Title:
		e := parent.Add("H"+strconv.Itoa(b.Level)).In(w.lang, w.around)
		return typeset.KeepAll(w.s.Para(e, w.para(w.runs(b.Runs, typeset.Bold)), w.width))
	case markdown.List:
		return w.list(parent, b, at)
	case markdown.Notes:
		return w.notes(parent, b, at)
	case markdown.Quote:
		w.width -= 12
		e := parent.Add("BlockQuote").In(w.lang, w.around)
		w.around = w.lang
		return typeset.Indent(w.blocks(e, b.Blocks, at), 12)
	case markdown.Divider:
		return []typeset.Slug{{Height: w.leading, Draw: func(p *pdf.Page, x, y float64) { hairline(p, x, y+w.leading/2, w.width, 0.5, 0.6) }}}
	case markdown.Table:
		return w.table(parent, b)
	case markdown.Definitions:
		return w.blocks(parent, b.Blocks, at)
	case markdown.Description:
		w.width -= 12
		return typeset.Indent(w.blocks(parent, b.Blocks, at), 12)
	case markdown.Term:
		return typeset.KeepAll(w.s.Para(parent.Add("P").In(w.lang, w.around), w.para(w.runs(b.Runs, typeset.Bold)), w.width))
	}
	if l := onlyImage(b); l != nil {
		return w.image(parent, l.Dest, l.Label, "", at)
	}
	tag := "P"
	if b.Kind == markdown.Code {
		tag = "Code"
	}
	return w.s.Para(parent.Add(tag).In(w.lang, w.around), w.para(w.runs(b.Runs, 0)), w.width)
}

func onlyImage(b markdown.Block) *markdown.Link {
	if len(b.Runs) == 1 && b.Runs[0].Link != nil && b.Runs[0].Link.Image {
		return b.Runs[0].Link
	}
	return nil
}

// runs turns what Markdown says of a text into styles.
func (w writer) runs(runs []markdown.Run, style typeset.Style) []typeset.Run {
	out := make([]typeset.Run, 0, len(runs))
	for _, r := range runs {
		t := typeset.Run{Text: r.Text, Style: style | w.face, Break: r.Break}
		switch {
		case r.Strong:
			t.Style |= typeset.Bold
		case r.Literal:
			t.Style |= typeset.Sans
		}
		if r.Emphasis {
			t.Style |= typeset.Italic
		}
		if r.Note > 0 {
			t.Text, t.Size, t.Rise = strconv.Itoa(r.Note), w.size*0.65, w.size*0.35
		}
		if r.Link != nil {
			t.Link = w.link(r.Link)
		}
		out = append(out, t)
	}
	return out
}

// link says where a link of a text leads: to a sheet of the pack, else to the
// site; nowhere for what a page would not lead to either.
func (w writer) link(l *markdown.Link) *typeset.Link {
	id, _ := l.Ref()
	switch l.Target {
	case markdown.Sheet:
		if e := w.catalogue().Entry(id); e != nil {
			return w.linkTo(e, w.lang)
		}
	case markdown.Page:
		if p := w.catalogue().Page(id); p != nil {
			return &typeset.Link{URI: w.site().URL(w.o.Plan.FreePath(p, w.lang)), Contents: l.Label}
		}
	case markdown.Web, markdown.Mail, markdown.Phone:
		return &typeset.Link{URI: l.Dest, Contents: l.Dest}
	}
	return nil
}

// list sets the items with their signs in the margin.
func (w writer) list(parent *pdf.Element, b markdown.Block, at diag.Span) []typeset.Slug {
	list := parent.Add("L").In(w.lang, w.around)
	list.List = "Disc"
	if b.Ordered {
		list.List = "Decimal"
	}
	w.around = w.lang
	var slugs []typeset.Slug
	for i, item := range b.Blocks {
		sign := "•"
		if b.Ordered {
			sign = strconv.Itoa(b.Start+i) + "."
		}
		space := w.leading * 0.15
		if i == 0 {
			space = 0
		}
		slugs = append(slugs, typeset.After(space, w.item(list, sign, func(in writer, body *pdf.Element) []typeset.Slug {
			return in.blocks(body, item.Blocks, at)
		}))...)
	}
	return slugs
}

// item sets one item: its sign on the first line of its body.
func (w writer) item(list *pdf.Element, sign string, set func(writer, *pdf.Element) []typeset.Slug) []typeset.Slug {
	indent := w.size * 1.1
	if len(sign) > 3 || sign[0] >= '0' && sign[0] <= '9' {
		indent = w.size * (0.7 + 0.55*float64(len(sign)))
	}
	li := list.Add("LI")
	label := w.s.Para(li.Add("Lbl"), w.para([]typeset.Run{{Text: sign, Style: w.face}}), indent)
	w.width -= indent
	body := typeset.Indent(set(w, li.Add("LBody")), indent)
	if len(body) == 0 {
		return label
	}
	draw := body[0].Draw
	body[0].Draw = func(p *pdf.Page, x, y float64) {
		label[0].Draw(p, x, y)
		draw(p, x, y)
	}
	return body
}

// notes sets the notes of a text below it, smaller.
func (w writer) notes(parent *pdf.Element, b markdown.Block, at diag.Span) []typeset.Slug {
	w.size, w.leading = w.size*0.88, w.leading*0.9
	var slugs []typeset.Slug
	for _, note := range b.Blocks {
		e := parent.Add("Note").In(w.lang, w.around)
		inner := w
		inner.around = w.lang
		text := inner.blocks(e, note.Blocks, at)
		number := strconv.Itoa(note.Start)
		slugs = append(slugs, typeset.After(w.leading*0.2, prefixed(text, func(p *pdf.Page, x, y float64) {
			inner.s.Para(e.Inline("Lbl"), inner.para([]typeset.Run{{Text: number, Style: w.face}}), w.size*2)[0].Draw(p, x, y)
		}, w.size*1.4))...)
	}
	return slugs
}

func prefixed(slugs []typeset.Slug, draw func(p *pdf.Page, x, y float64), indent float64) []typeset.Slug {
	slugs = typeset.Indent(slugs, indent)
	if len(slugs) > 0 {
		then := slugs[0].Draw
		slugs[0].Draw = func(p *pdf.Page, x, y float64) {
			draw(p, x, y)
			then(p, x, y)
		}
	}
	return slugs
}

func (w writer) table(parent *pdf.Element, b markdown.Block) []typeset.Slug {
	var t typeset.Table
	for _, row := range b.Blocks {
		var cells []typeset.Para
		for _, cell := range row.Blocks {
			style := typeset.Style(0)
			if row.Head {
				style = typeset.Bold
			}
			p := w.para(w.runs(cell.Runs, style))
			p.Leading = w.leading * 0.95
			switch cell.Align {
			case "right":
				p.Align = typeset.End
			case "center":
				p.Align = typeset.Center
			}
			cells = append(cells, p)
		}
		if row.Head {
			t.Head = cells
		} else {
			t.Rows = append(t.Rows, cells)
		}
	}
	return w.s.Table(parent.Add("Table").In(w.lang, w.around), t, w.width)
}

// image sets an image of the sheet's folder with its credit; what can't be read
// is a finding, and its words stand in its place.
func (w writer) image(parent *pdf.Element, file, alt, credit string, at diag.Span) []typeset.Slug {
	img := w.picture(path.Join(w.folder, file), file, at)
	if img == nil {
		if strings.TrimSpace(alt) == "" {
			return nil
		}
		return w.s.Para(parent.Add("P").In(w.lang, w.around), w.para([]typeset.Run{{Text: "[" + alt + "]", Style: w.face | typeset.Italic}}), w.width)
	}
	width := min(w.width, float64(img.Width)*72/150)
	height := width * float64(img.Height) / float64(img.Width)
	if most := w.depth() * 0.4; height > most {
		width, height = width*most/height, most
	}
	e := parent.Add("Figure").In(w.lang, w.around)
	e.Alt = alt
	slugs := []typeset.Slug{{Height: height, Keep: credit != "", Draw: func(p *pdf.Page, x, y float64) {
		p.In(e)
		p.Image(img, x, y, width, height)
		p.Figure(e, x, y, width, height)
	}}}
	if credit == "" {
		return slugs
	}
	note := typeset.Para{Runs: []typeset.Run{{Text: credit, Style: typeset.Sans}}, Lang: w.lang, Size: w.small, Leading: w.smallLeading, Grey: 0.3}
	return append(slugs, w.s.Para(parent.Add("P").In(w.lang, w.around), note, w.width)...)
}
