package typeset

import "gitlab.opencode.de/praxisblatt/praxisblatt/internal/pdf"

// A Table is rows of texts below a head. Every row has as many cells as the head.
type Table struct {
	Head       []Para
	Rows       [][]Para
	RowHeaders bool // the first cell of each row names it
	Fill       bool // the first column takes what the others leave
	Bars       []Bar
}

// A Bar shows the value of a row as a length, below its first cell. It is an
// artifact: the value stands in the row.
type Bar struct {
	Share float64 // of the first column's width, 0 for none
	Total bool    // the row adds others up, and stands apart from what is before it
}

// What stands between the texts of a table.
const (
	cellGap  = 7.0
	cellPad  = 2.2
	hairline = 0.4
	barGap   = 2.5 // below descenders
	barRoom  = 8.5
	barThick = 3.6
)

// Table makes the strips of a table. A row may be divided between its lines
// where it is long; the head is repeated on every page.
func (s *Setter) Table(e *pdf.Element, t Table, width float64) []Slug {
	widths := s.columns(t, width)
	var head, slugs []Slug
	if len(t.Head) > 0 {
		row := e.Add("THead").Add("TR")
		slugs = KeepAll(s.tableRow(t.Head, widths, width, func(int) *pdf.Element {
			th := row.Add("TH")
			th.Scope = "Column"
			return th
		}))
		head = KeepAll(s.tableRow(t.Head, widths, width, nil))
	}
	body := e.Add("TBody")
	for n, cells := range t.Rows {
		row := body.Add("TR")
		strips := s.tableRow(cells, widths, width, func(i int) *pdf.Element {
			if i == 0 && t.RowHeaders {
				th := row.Add("TH")
				th.Scope = "Row"
				return th
			}
			return row.Add("TD")
		})
		for i := range strips {
			strips[i].Head = head
		}
		if n < len(t.Bars) {
			barred(strips, t.Bars[n], widths[0], width)
		}
		slugs = append(slugs, strips...)
	}
	return slugs
}

// tableRow makes the strips of one row: the first lines of all cells, the second
// ones, and so on. Without elements it is an artifact.
func (s *Setter) tableRow(cells []Para, widths []float64, width float64, element func(int) *pdf.Element) []Slug {
	columns := make([][]Slug, len(cells))
	longest := 1
	height := 0.0
	for i, cell := range cells {
		var e *pdf.Element
		if element != nil {
			e = element(i)
		}
		columns[i] = s.Para(e, cell, widths[i])
		longest = max(longest, len(columns[i]))
		height = max(height, cell.leading())
	}
	strips := make([]Slug, longest)
	for k := range strips {
		first, last := k == 0, k == longest-1
		strips[k] = Slug{Height: height, Keep: !last && (longest <= 6 || k < 2 || k >= longest-3)}
		if first {
			strips[k].Height += cellPad
		}
		if last {
			strips[k].Height += cellPad
		}
		strips[k].Draw = func(p *pdf.Page, x, y float64) {
			y += top(first)
			at := x
			for i := range columns {
				if k < len(columns[i]) {
					columns[i][k].Draw(p, at, y)
				}
				at += widths[i] + cellGap
			}
			if last {
				p.In(nil)
				p.Grey(0.6)
				p.Rect(x, y+strips[k].Height-top(first)-hairline, width, hairline)
				p.Grey(0)
			}
		}
	}
	return strips
}

// top is the space above the text of a row's first strip.
func top(first bool) float64 {
	if first {
		return cellPad
	}
	return 0
}

// barred adds a bar to the last strip of a row, and a line above the first of a total.
func barred(strips []Slug, bar Bar, column, width float64) {
	first, last := &strips[0], &strips[len(strips)-1]
	if bar.Total {
		draw := first.Draw
		first.Draw = func(p *pdf.Page, x, y float64) {
			p.In(nil)
			p.Rect(x, y-1, width, 1)
			draw(p, x, y)
		}
	}
	if bar.Share <= 0 {
		return
	}
	draw, at := last.Draw, last.Height-cellPad+barGap
	last.Height += barRoom
	last.Draw = func(p *pdf.Page, x, y float64) {
		p.In(nil)
		p.Grey(0.35)
		p.Rect(x, y+at, column*min(bar.Share, 1), barThick)
		p.Grey(0)
		draw(p, x, y)
	}
}

func (p *Para) leading() float64 {
	if p.Leading > 0 {
		return p.Leading
	}
	return p.Size * 1.3
}

// columns shares the width: each column gets what it would like where that is
// enough for all, else its longest word and a part of the rest by its wish.
func (s *Setter) columns(t Table, width float64) []float64 {
	n := len(t.Head)
	for _, row := range t.Rows {
		n = max(n, len(row))
	}
	least, wish := make([]float64, n), make([]float64, n)
	for _, row := range append([][]Para{t.Head}, t.Rows...) {
		for i := range row {
			word, all := s.measure(&row[i])
			least[i], wish[i] = max(least[i], word), max(wish[i], all)
		}
	}
	if t.Fill {
		wish[0] = max(wish[0], width-cellGap*float64(n-1)-sum(wish[1:]))
	}
	room := width - cellGap*float64(n-1)
	sumLeast, sumWish := sum(least), sum(wish)
	widths := make([]float64, n)
	for i := range widths {
		switch {
		case sumWish <= room:
			widths[i] = wish[i] + 0.1
		case sumLeast <= room:
			widths[i] = least[i] + (room-sumLeast)*(wish[i]-least[i])/max(sumWish-sumLeast, 1)
		default: // longer words are divided
			widths[i] = room * least[i] / sumLeast
		}
	}
	return widths
}

// measure returns the width of a paragraph's longest word, as far as a column
// should grow for it, and that of the whole.
func (s *Setter) measure(p *Para) (word, all float64) {
	const most = 110
	for _, u := range s.units(p) {
		w := u.width()
		word = max(word, w)
		all += w + p.Size*0.3
	}
	return min(word, most), all
}

func sum(values []float64) float64 {
	total := 0.0
	for _, v := range values {
		total += v
	}
	return total
}
