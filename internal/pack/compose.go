package pack

import (
	"strconv"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/pdf"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/typeset"
)

// A stack is the pages in their order. They are drawn as they come, so that the
// lines of a long pack are not all kept at once; but what tells page numbers, the
// front and the heads, is drawn when all are there. A booklet waits as a whole:
// where its pages stand depends on how many there are.
type stack struct {
	c     *composer
	pages []*typeset.Page
	out   []*pdf.Page // by page, once it is there
	drawn []bool
}

// add appends pages. Later ones may be drawn before earlier ones.
func (s *stack) add(pages []*typeset.Page, draw bool) {
	for _, p := range pages {
		for _, m := range p.Marks {
			m.Page = len(s.pages) + 1
		}
		s.pages = append(s.pages, p)
		s.drawn = append(s.drawn, false)
		if s.c.o.Format == Booklet {
			continue
		}
		s.out = append(s.out, s.c.doc.AddPage(s.c.width, s.c.height))
		if draw {
			s.draw(len(s.pages) - 1)
		}
	}
}

func (s *stack) draw(n int) {
	s.pages[n].Draw(s.out[n], s.c.left, s.c.top)
	s.out[n].Flush()
	s.pages[n] = s.pages[n].Emptied()
	s.drawn[n] = true
}

// compose sets all chapters and draws them.
func (c *composer) compose() int {
	s := &stack{c: c}
	chapters := c.chapters()
	for _, front := range [][]typeset.Row{c.cover(), c.foreword(), c.contents(chapters)} {
		s.add(typeset.Paginate(front, c.depth()), false)
	}
	for i := range c.o.Pack.Sessions {
		c.session(i, s)
	}
	for _, ch := range chapters {
		s.add(typeset.Paginate(c.chapterRows(ch), c.depth()), true)
	}
	if c.o.Format == Booklet {
		s.out = c.imposed(len(s.pages))
	}
	for n, page := range s.pages {
		if n > 0 {
			c.running(s.out[n], page, n+1, len(s.pages))
		}
		if !s.drawn[n] {
			s.draw(n)
		}
		s.out[n].Flush()
	}
	return len(s.pages)
}

// session sets the sheets of a session and adds their pages. Only examples share
// pages, so all others are set by themselves.
func (c *composer) session(i int, s *stack) {
	parent, level := c.doc.Root(), 2
	title := c.sessionTitle(i)
	var band []typeset.Row
	if title != "" {
		parent, level = c.doc.Root().Add("Sect"), 3
		band = c.band(parent, title)
	}
	entries := c.o.Pack.Sessions[i].Entries
	if c.o.Facing && len(c.o.Pack.Langs) > 1 {
		c.facing(parent, level, band, entries, s)
		return
	}
	var rows []typeset.Row
	for _, e := range entries {
		if e.Type() != "example" {
			s.add(typeset.Paginate(rows, c.depth()), true)
			rows = nil
		}
		c.bookmark(e, level-1)
		rows = append(rows, c.sheetRows(e, parent, level, c.columns, band)...)
		band = nil
		if c.o.Pack.File.Notes.Text == "true" {
			rows = append(rows, c.notes(parent, e, c.o.Pack.Langs...)...)
		}
	}
	s.add(typeset.Paginate(rows, c.depth()), true)
}

func (c *composer) bookmark(e *catalogue.Entry, level int) {
	c.doc.Bookmark(level, e.Title(c.first()).Text, &c.mark(e, c.first()).Anchor)
}

// band is the title of a session, above its first sheet.
func (c *composer) band(parent *pdf.Element, title string) []typeset.Row {
	mark := &typeset.Mark{}
	c.doc.Bookmark(1, title, &mark.Anchor)
	size := c.style.title * 0.9
	p := typeset.Para{Runs: []typeset.Run{{Text: title, Style: typeset.Sans}}, Lang: c.first(), Size: size, Leading: size * 1.3}
	slugs := c.s.Para(parent.Add("H2"), p, c.inner())
	line := typeset.Row{Paint: func(p *pdf.Page, y, h float64) { hairline(p, c.left, y, c.inner(), 2, 0) }, Area: 12, KeepNext: true}
	return []typeset.Row{{NewPage: true, KeepNext: true, Mark: mark, Columns: []typeset.Column{{Slugs: slugs}}}, line}
}

// facing sets every sheet in two languages on facing pages: the first on the
// left, the second on the right, which is the page with the odd number.
func (c *composer) facing(parent *pdf.Element, level int, band []typeset.Row, entries []*catalogue.Entry, s *stack) {
	for _, e := range entries {
		var pages []*typeset.Page
		if len(s.pages)%2 == 0 { // the next page is a right one
			pages = append(pages, &typeset.Page{})
		}
		c.bookmark(e, level-1)
		var sides [2][]*typeset.Page
		for side := range sides {
			top := band
			if side == 1 {
				top = nil
			}
			rows := c.sheetRows(e, parent, level, c.columns[side:side+1], top)
			if c.o.Pack.File.Notes.Text == "true" {
				rows = append(rows, c.notes(parent, e, c.columns[side].lang)...)
			}
			sides[side] = typeset.Paginate(rows, c.depth())
		}
		band = nil
		for k := range max(len(sides[0]), len(sides[1])) {
			for side := range sides {
				page := &typeset.Page{Running: []any{e}}
				if k < len(sides[side]) {
					page = sides[side][k]
				}
				pages = append(pages, page)
			}
		}
		s.add(pages, true)
	}
}

// imposed returns where each page of a booklet stands. It is folded: on its
// outermost sheet stand the last and the first page, and behind them the second
// and the last but one.
func (c *composer) imposed(pages int) []*pdf.Page {
	total := (pages + 3) / 4 * 4
	sides := make([]*pdf.Page, total/2)
	for i := range sides {
		sides[i] = c.doc.AddPage(2*c.width, c.height)
	}
	out := make([]*pdf.Page, pages)
	for n := range out {
		out[n] = sides[min(n, total-1-n)]
		if n%2 == 0 {
			out[n] = out[n].Shifted(c.width)
		}
	}
	return out
}

// running draws head and foot: what stands on the page, the pack, its date, and
// which page of how many it is.
func (c *composer) running(out *pdf.Page, page *typeset.Page, n, of int) {
	if len(page.Running) == 0 && len(page.Marks) == 0 && page.Blank() {
		return
	}
	out.InRunning()
	left, right := c.title(c.first()), ""
	var ids []string
	for _, r := range page.Running {
		ids = append(ids, r.(*catalogue.Entry).ID)
	}
	if len(ids) > 0 {
		right = strings.Join(ids, " · ")
		left = page.Running[0].(*catalogue.Entry).Title(c.first()).Text
		if len(ids) > 1 {
			left = ""
		}
	}
	y := c.top - 10*mm
	c.line(out, left, right, y)
	out.Grey(0.6)
	out.Rect(c.left, y+c.smallLeading+2, c.inner(), 0.5)
	out.Grey(0)
	foot := c.asOf(c.first())
	if len(ids) > 0 {
		foot = c.title(c.first()) + " · " + foot
	}
	defer out.EndRunning()
	c.line(out, foot, c.locale().T("pack.page", "page", strconv.Itoa(n), "pages", strconv.Itoa(of)), c.height-c.bottom+6*mm)
}

// line draws a text at the left and one at the right; the left one is cut where
// both don't fit.
func (c *composer) line(out *pdf.Page, left, right string, y float64) {
	p := c.small0(right)
	p.Align = typeset.End
	width := c.s.Width(right, typeset.Sans, c.small)
	for _, slug := range c.s.Para(nil, p, c.inner())[:min(1, len(right))] {
		slug.Draw(out, c.left, y)
	}
	room := c.inner() - width - 12
	for c.s.Width(left, typeset.Sans, c.small) > room {
		i := strings.LastIndexByte(strings.TrimSuffix(left, "…"), ' ')
		if i < 0 {
			left = ""
			break
		}
		left = strings.TrimRight(left[:i], " ,;:–·") + "…"
	}
	if left != "" {
		c.s.Para(nil, c.small0(left), room+1)[0].Draw(out, c.left, y)
	}
}
