package typeset

import "gitlab.opencode.de/praxisblatt/praxisblatt/internal/pdf"

// A Slug is a strip that no page divides: a line, an image, a rule.
type Slug struct {
	Before float64 // space above, which falls away at the top of a page
	Height float64
	Keep   bool   // the next one stands on the same page
	Head   []Slug // what is repeated where a page begins with this one
	Draw   func(p *pdf.Page, x, y float64)
}

// Height is that of slugs on one page, the first one's space left out.
func Height(slugs []Slug) float64 {
	h := 0.0
	for i, s := range slugs {
		if i > 0 {
			h += s.Before
		}
		h += s.Height
	}
	return h
}

// Indent moves slugs to the right.
func Indent(slugs []Slug, by float64) []Slug {
	moved := make([]Slug, len(slugs))
	for i, s := range slugs {
		draw := s.Draw
		s.Draw = func(p *pdf.Page, x, y float64) { draw(p, x+by, y) }
		s.Head = Indent(s.Head, by)
		if len(s.Head) == 0 {
			s.Head = nil
		}
		moved[i] = s
	}
	return moved
}

// Beside sets a label at the left of slugs that are moved to the right. The label
// begins on their first line, and is the higher one only where it has more lines.
func Beside(label, slugs []Slug, by float64) []Slug {
	moved := Indent(slugs, by)
	for i, l := range label {
		if i >= len(moved) {
			moved = append(moved, l)
			continue
		}
		own, other := moved[i], l
		moved[i].Height = max(own.Height, other.Height)
		moved[i].Keep = own.Keep || i+1 < len(label)
		moved[i].Draw = func(p *pdf.Page, x, y float64) {
			other.Draw(p, x, y)
			own.Draw(p, x, y)
		}
	}
	return moved
}

// Under draws something with each slug, below it: a rule at the side, a tint. It
// is given the slug's height, with the space above it for all but the first.
func Under(slugs []Slug, paint func(p *pdf.Page, x, y, height float64)) []Slug {
	under := make([]Slug, len(slugs))
	for i, s := range slugs {
		draw, height, above := s.Draw, s.Height, s.Before
		if i == 0 {
			above = 0
		}
		s.Draw = func(p *pdf.Page, x, y float64) {
			p.In(nil)
			paint(p, x, y-above, height+above)
			draw(p, x, y)
		}
		under[i] = s
	}
	return under
}

// After sets the space above the first of slugs.
func After(space float64, slugs []Slug) []Slug {
	if len(slugs) > 0 {
		slugs[0].Before = space
	}
	return slugs
}

// KeepAll keeps slugs together, and with what follows.
func KeepAll(slugs []Slug) []Slug {
	for i := range slugs {
		slugs[i].Keep = true
	}
	return slugs
}

// Para makes the lines of a paragraph, which belongs to an element. Neither its
// first nor its last line stands alone.
func (s *Setter) Para(e *pdf.Element, p Para, width float64) []Slug {
	leading := p.Leading
	if leading == 0 {
		leading = p.Size * 1.3
	}
	rtl := p.rtl()
	lines := s.lines(&p, width)
	slugs := make([]Slug, len(lines))
	for i := range lines {
		l := &lines[i]
		shift := 0.0
		switch {
		case p.Align == Center:
			shift = (width - l.width) / 2
		case p.Align == End, rtl:
			shift = width - l.width
		}
		slugs[i] = Slug{
			Height: leading,
			Keep:   i < len(lines)-1 && (i == 0 || i == len(lines)-2),
			Draw:   func(page *pdf.Page, x, y float64) { l.draw(page, &p, e, x+shift, y, leading) },
		}
	}
	return slugs
}

// draw draws a line whose strip begins at y. The letters of the body stand in
// the middle of the strip, whatever their sizes.
func (l *line) draw(page *pdf.Page, p *Para, e *pdf.Element, x, y, leading float64) {
	baseline := y + leading/2 + p.Size*0.34
	for i := range l.fragments {
		f := &l.fragments[i]
		element := f.run.elementIn(e, p.Lang)
		page.In(element)
		grey := f.run.Grey
		if grey == 0 {
			grey = p.Grey
		}
		if grey > 0 {
			page.Grey(grey)
		}
		if f.text != "" {
			page.TextFor(f.text, f.face.out, f.size, x+f.x, baseline-f.run.Rise, f.words[0])
		} else {
			page.Text(f.face.out, f.size, x+f.x, baseline-f.run.Rise, f.words...)
		}
		if grey > 0 {
			page.Grey(0)
		}
		if link := f.run.Link; link != nil && element != nil {
			link.lay(page, element, x+f.x, baseline-f.size*0.8, f.width, f.size)
		}
	}
}

func (k *Link) lay(page *pdf.Page, e *pdf.Element, x, y, w, h float64) {
	if k.To != nil {
		page.LinkTo(e, x, y, w, h, k.To, k.Contents)
		return
	}
	page.Link(e, x, y, w, h, k.URI, k.Contents)
}

// elementIn is the element of a run: the paragraph's, or one of its own for a
// link and for another language. Artifacts have none.
func (r *Run) elementIn(e *pdf.Element, lang string) *pdf.Element {
	foreign := r.Lang != "" && r.Lang != lang
	switch {
	case e == nil:
		return nil
	case r.element != nil:
		return r.element
	case r.Link != nil:
		r.element = e.Inline("Link")
	case foreign:
		r.element = e.Inline("Span")
	default:
		return e
	}
	if foreign {
		r.element.Lang = r.Lang
	}
	return r.element
}

// Width returns how wide a text is on one line.
func (s *Setter) Width(text string, style Style, size float64) float64 {
	p := Para{Runs: []Run{{Text: text, Style: style}}, Size: size}
	total := 0.0
	for i, u := range s.units(&p) {
		if i > 0 && u.space != nil {
			total += s.box(&p, u.space, " ").width
		}
		total += u.width()
	}
	return total
}
