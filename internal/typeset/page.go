package typeset

import "gitlab.opencode.de/praxisblatt/praxisblatt/internal/pdf"

// A Row is columns that begin side by side. On each page every column goes as
// far as it can, and goes on at the top of the next.
type Row struct {
	Before   float64 // space above, but at the top of a page
	Columns  []Column
	KeepNext bool // the next row begins on the same page
	NewPage  bool
	Together int                             // that many rows, this one the first, stand on one page if they can
	Rule     func(p *pdf.Page, y float64)    // drawn in the space above, but at the top of a page
	Paint    func(p *pdf.Page, y, h float64) // an area instead of columns
	Area     float64                         // its height at least
	Rest     bool                            // it takes the rest of a page on which nothing follows
	Alone    bool                            // where it begins a page, the area after it takes all of that
	Mark     *Mark                           // is set where the row begins
	Running  any                             // what the heads of the row's pages are made of
}

// A Column is slugs at a distance from the left margin.
type Column struct {
	X     float64
	Slugs []Slug
}

// A Mark is a place that others refer to. Page is set by who numbers the pages.
type Mark struct {
	Page   int
	Anchor pdf.Anchor
}

// A Page is what stands on a page, not yet drawn.
type Page struct {
	Marks   []*Mark
	Running []any // of the rows on the page, in their order
	items   []item
	printed bool // items were drawn
}

type item struct {
	x, y float64
	draw func(p *pdf.Page, x, y float64)
}

// Draw draws a page whose text begins at x, y.
func (p *Page) Draw(out *pdf.Page, x, y float64) {
	for _, i := range p.items {
		i.draw(out, x+i.x, y+i.y)
	}
}

// A pager fills pages.
type pager struct {
	height float64
	pages  []*Page
	y      float64
	alone  bool // the page began with a row that shares it with nothing but its area
}

// Paginate spreads rows over pages of a height.
func Paginate(rows []Row, height float64) []*Page {
	p := pager{height: height}
	for i := range rows {
		p.place(rows[i:])
	}
	return p.pages
}

func (p *pager) page() *Page {
	if len(p.pages) == 0 {
		p.turn()
	}
	return p.pages[len(p.pages)-1]
}

func (p *pager) turn() {
	p.pages = append(p.pages, &Page{})
	p.y = 0
}

// place places the first of rows, looking ahead at those it belongs with.
func (p *pager) place(rows []Row) {
	r := &rows[0]
	p.page()
	if p.turns(rows, p.y) {
		p.turn()
	}
	if p.y > 0 {
		if r.Rule != nil {
			p.draw(0, p.y, func(out *pdf.Page, x, y float64) { r.Rule(out, y) })
		}
		p.y += r.Before
	}
	if p.y == 0 {
		p.alone = r.Alone
	}
	p.begin(r)
	if r.Paint != nil {
		h := r.Area
		if r.Rest && (p.alone || len(rows) == 1 || p.turns(rows[1:], p.y+h)) {
			h = max(h, p.height-p.y)
		}
		p.draw(0, p.y, func(out *pdf.Page, x, y float64) { r.Paint(out, y, h) })
		p.y += h
		return
	}
	p.columns(r)
}

// turns reports whether the first of rows begins a new page, if it came at y.
func (p *pager) turns(rows []Row, y float64) bool {
	r := &rows[0]
	if y == 0 {
		return false
	}
	return r.NewPage || y+p.needed(rows) > p.height+slack ||
		r.Together > 0 && y+together(rows[:min(r.Together, len(rows))]) > p.height+slack
}

// begin notes that a row begins here.
func (p *pager) begin(r *Row) {
	p.run(r)
	if r.Mark == nil {
		return
	}
	p.page().Marks = append(p.page().Marks, r.Mark)
	p.draw(0, p.y, func(out *pdf.Page, x, y float64) { out.Anchor(&r.Mark.Anchor, x, y) })
}

func (p *pager) run(r *Row) {
	page := p.page()
	if n := len(page.Running); r.Running != nil && (n == 0 || page.Running[n-1] != r.Running) {
		page.Running = append(page.Running, r.Running)
	}
}

func (p *pager) draw(x, y float64, draw func(p *pdf.Page, x, y float64)) {
	page := p.page()
	page.items = append(page.items, item{x, y, draw})
}

// columns places the columns of a row, on as many pages as they need.
func (p *pager) columns(r *Row) {
	rest := make([][]Slug, len(r.Columns))
	for i, c := range r.Columns {
		rest[i] = c.Slugs
	}
	for {
		room, lowest, more := p.height-p.y, 0.0, false
		for i := range rest {
			n := take(rest[i], room, p.y == 0)
			lowest = max(lowest, p.column(r.Columns[i].X, rest[i][:n]))
			rest[i] = rest[i][n:]
			more = more || len(rest[i]) > 0
		}
		p.y += lowest
		if !more {
			return
		}
		p.turn()
		p.run(r)
		for i := range rest {
			rest[i] = p.headed(rest[i])
		}
	}
}

// headed repeats the head of a table that goes on.
func (p *pager) headed(slugs []Slug) []Slug {
	if len(slugs) == 0 || slugs[0].Head == nil || Height(slugs[0].Head) > p.height/3 {
		return slugs
	}
	return append(append([]Slug{}, slugs[0].Head...), slugs...)
}

// column places slugs below one another and returns their height.
func (p *pager) column(x float64, slugs []Slug) float64 {
	y := 0.0
	for i, s := range slugs {
		if i > 0 {
			y += s.Before
		}
		p.draw(x, p.y+y, s.Draw)
		y += s.Height
	}
	return y
}

// take returns how many slugs a page takes. At the top of a page it is one at
// least, and slugs that should stay together are parted where they must be.
func take(slugs []Slug, room float64, top bool) int {
	y, fits, legal := 0.0, 0, 0
	for i, s := range slugs {
		if i > 0 {
			y += s.Before
		}
		if y += s.Height; y > room+slack {
			break
		}
		fits = i + 1
		if !s.Keep || fits == len(slugs) {
			legal = fits
		}
	}
	switch {
	case len(slugs) == 0 || legal > 0:
		return legal
	case !top:
		return 0
	}
	return max(fits, 1)
}

// needed is the height that must be free below for the first of rows to begin
// here: all of it where it goes with the next, else as much as can't be parted.
func (p *pager) needed(rows []Row) float64 {
	r := &rows[0]
	h := r.Before
	switch {
	case r.Paint != nil:
		return h + r.Area
	case r.KeepNext && len(rows) > 1:
		h += r.height()
		if next := p.needed(rows[1:]); h+next <= p.height {
			h += next
		}
		return h
	}
	least := 0.0
	for _, c := range r.Columns {
		least = max(least, leastOf(c.Slugs))
	}
	return h + least
}

// leastOf is the height of the slugs up to the first after which a page may end.
func leastOf(slugs []Slug) float64 {
	for i, s := range slugs {
		if !s.Keep {
			return Height(slugs[:i+1])
		}
	}
	return Height(slugs)
}

func (r *Row) height() float64 {
	h := r.Area
	for _, c := range r.Columns {
		h = max(h, Height(c.Slugs))
	}
	return h
}

func together(rows []Row) float64 {
	h := 0.0
	for i := range rows {
		h += rows[i].Before + rows[i].height()
	}
	return h
}

// Emptied returns what is known of a page but for what stands on it.
func (p *Page) Emptied() *Page { return &Page{Marks: p.Marks, Running: p.Running, printed: !p.Blank()} }

// Blank reports whether nothing stands on the page.
func (p *Page) Blank() bool { return len(p.items) == 0 && !p.printed }
