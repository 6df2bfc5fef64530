package pack

import (
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/pdf"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/typeset"
)

func hairline(p *pdf.Page, x, y, width, thick, grey float64) {
	p.In(nil)
	p.Grey(grey)
	p.Rect(x, y, width, thick)
	p.Grey(0)
}

// part sets the blocks of a part below one another; v words what it needs.
func (w writer) part(parent *pdf.Element, v *view, blocks []block) []typeset.Slug {
	var slugs []typeset.Slug
	for _, b := range blocks {
		var set []typeset.Slug
		if b.label != "" {
			e := parent.Add("H"+digit(w.level)).In(w.lang, w.around)
			set = typeset.KeepAll(w.s.Para(e, w.labelPara(b.label), w.width))
		}
		inner := w
		if b.label != "" {
			inner.level++
		}
		set = append(set, inner.blockOf(parent, v, b)...)
		space := w.leading * 0.45
		if len(slugs) == 0 {
			space = 0
		}
		slugs = append(slugs, typeset.After(space, set)...)
	}
	return slugs
}

func digit(n int) string { return string(rune('0' + min(max(n, 1), 6))) }

// labelPara is a label in its smaller, bold letters.
func (w writer) labelPara(text string) typeset.Para {
	return typeset.Para{Runs: []typeset.Run{{Text: text, Style: typeset.Sans | typeset.Bold}}, Lang: w.lang, Size: w.small + 0.5, Leading: w.leading}
}

func (w writer) blockOf(parent *pdf.Element, v *view, b block) []typeset.Slug {
	switch {
	case b.prose.Stated() && b.foreign != "":
		return w.foreign(parent, v, b)
	case b.prose.Stated():
		return w.markdown(parent, b.prose)
	case b.table != nil:
		return w.factTable(parent, v, b.table)
	case len(b.pairs) > 0:
		return w.pairs(parent, v, b.pairs)
	}
	if len(b.items) == 1 && b.label == "" {
		return w.s.Para(parent.Add("P").In(w.lang, w.around), w.para(w.pieces(v, separated(b.items[0]))), w.width)
	}
	list := parent.Add("L").In(w.lang, w.around)
	list.List = "Disc"
	w.around = w.lang
	var slugs []typeset.Slug
	for i, item := range b.items {
		space := w.leading * 0.12
		if i == 0 {
			space = 0
		}
		slugs = append(slugs, typeset.After(space, w.item(list, "•", func(in writer, body *pdf.Element) []typeset.Slug {
			return in.s.Para(body, in.para(in.pieces(v, separated(item))), in.width)
		}))...)
	}
	return slugs
}

// foreign sets off a text in another language: its name above, a rule at its side.
func (w writer) foreign(parent *pdf.Element, v *view, b block) []typeset.Slug {
	const indent = 9
	mark := typeset.KeepAll(w.s.Para(parent.Add("P").In(w.lang, w.around), w.smallPara(v.T("sheet.in_language", "language", v.LanguageName(b.foreign))), w.width-indent))
	w.width -= indent
	slugs := typeset.Indent(append(mark, w.markdown(parent, b.prose)...), indent)
	return typeset.Under(slugs, func(p *pdf.Page, x, y, height float64) {
		p.Grey(0.45)
		p.Rect(x, y, 1.2, height)
		p.Grey(0)
	})
}

func (w writer) smallPara(text string) typeset.Para {
	return typeset.Para{Runs: []typeset.Run{{Text: text, Style: typeset.Sans}}, Lang: w.lang, Size: w.small, Leading: w.smallLeading, Grey: 0.3}
}

// pieces are runs in the writer's letters.
func (w writer) pieces(v *view, pieces []piece) []typeset.Run {
	runs := make([]typeset.Run, 0, len(pieces))
	for _, p := range pieces {
		r := typeset.Run{Text: p.text, Style: w.face, Lang: p.lang}
		if p.quiet {
			r.Style, r.Size, r.Grey = typeset.Sans, max(w.size*0.82, w.small), 0.25
		}
		switch {
		case p.entry != nil:
			r.Link = w.linkTo(p.entry, w.lang)
		case p.uri != "":
			r.Link = &typeset.Link{URI: p.uri, Contents: p.text + " (" + config.Bare(p.uri) + ")"}
			if p.text == config.Bare(p.uri) {
				r.Link.Contents = p.uri
			}
		}
		runs = append(runs, r)
	}
	return runs
}

// separated puts commas between pieces.
func separated(pieces []piece) []piece {
	var all []piece
	for i, p := range pieces {
		if i > 0 {
			all = append(all, piece{text: ", "})
		}
		all = append(all, p)
	}
	return all
}

// pairs are set as lines that begin with their labels.
func (w writer) pairs(parent *pdf.Element, v *view, facts []fact) []typeset.Slug {
	var slugs []typeset.Slug
	for _, f := range facts {
		runs := append([]typeset.Run{{Text: v.T("pack.label", "label", f.label) + " ", Style: typeset.Sans, Size: max(w.size*0.85, w.small), Grey: 0.25}}, w.pieces(v, separated(f.values))...)
		set := w.s.Para(parent.Add("P").In(w.lang, w.around), w.para(runs), w.width)
		space := w.leading * 0.1
		if len(slugs) == 0 {
			space = 0
		}
		slugs = append(slugs, typeset.After(space, set)...)
	}
	return slugs
}

// factTable sets numbers and activities.
func (w writer) factTable(parent *pdf.Element, v *view, t *table) []typeset.Slug {
	numbers := t.bars != nil
	out := typeset.Table{RowHeaders: true, Fill: numbers, Bars: t.bars}
	for _, h := range t.head {
		p := w.labelPara(h)
		p.Leading = w.smallLeading * 1.1
		out.Head = append(out.Head, p)
	}
	for n, row := range t.rows {
		var cells []typeset.Para
		for i, cell := range row {
			p := w.para(w.pieces(v, cell))
			if numbers && t.bars[n].Total {
				for k := range p.Runs {
					p.Runs[k].Style |= typeset.Bold
				}
			}
			p.Leading = w.leading * 0.95
			if numbers && i == 1 {
				p.Align = typeset.End
			}
			cells = append(cells, p)
		}
		out.Rows = append(out.Rows, cells)
	}
	if numbers {
		out.Head[1].Align = typeset.End
	}
	return w.s.Table(parent.Add("Table").In(w.lang, w.around), out, w.width)
}
