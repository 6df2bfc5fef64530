package pack

// A Format is the paper.
type Format string

// The formats. A booklet is A5 pages two on an A4 sheet, in the order in which
// they are folded and stapled.
const (
	A4      Format = "a4"
	Letter  Format = "letter"
	Booklet Format = "a5-booklet"
)

const mm = 72 / 25.4

// A style is the measures of a pack, in points. Both side margins are wide
// enough for a hole punch, since packs are printed on both sides.
type style struct {
	width, height            float64
	left, right, top, bottom float64
	body, leading            float64
	small, smallLeading      float64 // labels, notes, heads
	title                    float64
	label                    float64 // width of the column of labels; 0: labels stand above
	gap                      float64
}

func (s style) inner() float64 { return s.width - s.left - s.right }
func (s style) depth() float64 { return s.height - s.top - s.bottom }

// styleOf returns the measures of a pack. Two languages share the width.
func styleOf(o Options) style {
	s := style{
		width: 210 * mm, height: 297 * mm, left: 22 * mm, right: 22 * mm, top: 24 * mm, bottom: 22 * mm,
		body: 10.5, leading: 14, small: 8.5, smallLeading: 11.5, title: 18, label: 36 * mm, gap: 5 * mm,
	}
	switch o.Format {
	case Letter:
		s.width, s.height = 612, 792
	case Booklet:
		s.width, s.height = 148.5*mm, 210*mm
		s.left, s.right, s.top, s.bottom = 15*mm, 15*mm, 18*mm, 16*mm
		s.body, s.leading, s.small, s.smallLeading, s.title, s.label = 9, 12, 7.5, 10, 15, 0
	}
	if o.Large {
		s.body, s.leading, s.small, s.smallLeading, s.title, s.label = 16, 21, 13, 17, 24, 0
	}
	if len(o.Pack.Langs) > 1 && !o.Facing {
		s.label, s.gap = 0, 8*mm
		if !o.Large && o.Format != Booklet {
			s.body, s.leading = 9.5, 12.8
		}
	}
	return s
}
