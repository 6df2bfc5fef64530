package pdf

// Grey sets what is drawn from here on, 0 black to 1 white.
func (p *Page) Grey(g float64) { p.leaf.numbers("g", g) }

// Rect fills a rectangle.
func (p *Page) Rect(x, y, w, h float64) {
	p.leaf.numbers("re f", p.dx+x, p.leaf.height-y-h, w, h)
}

// Rects fills squares of the given size as one shape, at corners relative to x, y.
func (p *Page) Rects(x, y, size float64, corners [][2]int) {
	l := p.leaf
	for _, c := range corners {
		l.numbers("re", p.dx+x+float64(c[0])*size, l.height-y-float64(c[1]+1)*size, size, size)
	}
	l.put("f\n")
}

// Polygons fills rings by the even-odd rule. Their points are in units of scale
// from x, y.
func (p *Page) Polygons(x, y, scale float64, rings [][][2]float64) {
	p.path(x, y, scale, rings)
	p.leaf.put("f*\n")
}

// Lines draws lines that are wide points thick, in a grey of their own.
func (p *Page) Lines(x, y, scale, wide, grey float64, lines [][][2]float64) {
	p.leaf.numbers("w", wide)
	p.leaf.numbers("G", grey)
	p.path(x, y, scale, lines)
	p.leaf.put("S\n")
}

func (p *Page) path(x, y, scale float64, lines [][][2]float64) {
	for _, line := range lines {
		operator := "m"
		for _, at := range line {
			p.leaf.numbers(operator, p.dx+x+at[0]*scale, p.leaf.height-y-at[1]*scale)
			operator = "l"
		}
	}
}

// Frame draws the sides of a rectangle.
func (p *Page) Frame(x, y, w, h, wide float64) {
	p.Rect(x, y, w, wide)
	p.Rect(x, y+h-wide, w, wide)
	p.Rect(x, y, wide, h)
	p.Rect(x+w-wide, y, wide, h)
}

// Disc fills a circle.
func (p *Page) Disc(x, y, r float64) {
	const k = 0.5523 // of a quarter circle by a Bézier curve
	cx, cy := p.dx+x, p.leaf.height-y
	p.leaf.numbers("m", cx+r, cy)
	p.leaf.numbers("c", cx+r, cy+k*r, cx+k*r, cy+r, cx, cy+r)
	p.leaf.numbers("c", cx-k*r, cy+r, cx-r, cy+k*r, cx-r, cy)
	p.leaf.numbers("c", cx-r, cy-k*r, cx-k*r, cy-r, cx, cy-r)
	p.leaf.numbers("c", cx+k*r, cy-r, cx+r, cy-k*r, cx+r, cy)
	p.leaf.put("f\n")
}

// Clip lets nothing be seen outside of a rectangle, until Unclip. Both belong into
// one stretch.
func (p *Page) Clip(x, y, w, h float64) {
	p.leaf.put("q\n")
	p.leaf.numbers("re W n", p.dx+x, p.leaf.height-y-h, w, h)
}

// Unclip ends what Clip began.
func (p *Page) Unclip() { p.leaf.put("Q\n") }
