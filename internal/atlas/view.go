package atlas

import (
	"math"
	"slices"
	"strconv"
)

// A Position is where a place lies, in degrees.
type Position struct{ Lat, Lon float64 }

// Valid reports whether there is such a place on the map.
func (p Position) Valid() bool {
	return math.Abs(p.Lat) <= farthest && math.Abs(p.Lon) <= 180
}

// A View is a part of the world, [Width] units wide.
type View struct {
	Height float64

	left, top float64 // on the flat map
	scale     float64 // units a degree
}

// Width is how many units a view is wide.
const Width = 1000

// What a view shows beyond the outermost places, how small it may be in degrees,
// and how much higher or wider than a square.
const (
	margin   = 0.06
	smallest = 4
	tallest  = 1.25
	widest   = 1.6
)

// NewView fits a view to positions, of which there is one at least; with a centre,
// that stays in the middle.
func NewView(positions []Position, centre *Position) View {
	p := project(positions[0].Lat, positions[0].Lon)
	left, right, top, bottom := p.x, p.x, p.y, p.y
	for _, at := range positions {
		p := project(at.Lat, at.Lon)
		left, right, top, bottom = min(left, p.x), max(right, p.x), min(top, p.y), max(bottom, p.y)
	}
	middle := point{(left + right) / 2, (top + bottom) / 2}
	width, height := right-left, bottom-top
	if centre != nil {
		middle = project(centre.Lat, centre.Lon)
		width = 2 * max(right-middle.x, middle.x-left)
		height = 2 * max(bottom-middle.y, middle.y-top)
	}
	width, height = max(width*(1+2*margin), smallest), max(height*(1+2*margin), smallest)
	width, height = max(width, height/tallest), max(height, width/widest)
	scale := Width / width
	return View{Height: math.Round(height * scale), left: middle.x - width/2, top: middle.y - height/2, scale: scale}
}

// At returns where a position lies in the view.
func (v View) At(p Position) (x, y float64) {
	at := v.place(project(p.Lat, p.Lon))
	return at.x, at.y
}

func (v View) place(p point) point { return point{(p.x - v.left) * v.scale, (p.y - v.top) * v.scale} }

// beyond is how far outside of the view outlines are still drawn, so that the
// line along which land is cut can't be seen.
const beyond = 20

// Within returns a view that shows as much and is no higher; what it shows more
// is at its sides.
func (v View) Within(height float64) View {
	if v.Height <= height {
		return v
	}
	shrunk := height / v.Height
	v.left -= (1/shrunk - 1) * Width / v.scale / 2
	v.scale *= shrunk
	v.Height = height
	return v
}

// Shapes returns the land as rings, which are to be filled by the even-odd rule,
// and the borders between countries as lines, in units of the view. Both go a
// little beyond it.
func (v View) Shapes() (land, borders [][][2]float64) { return pairs(v.land()), pairs(v.borders()) }

func pairs(lines [][]point) [][][2]float64 {
	all := make([][][2]float64, len(lines))
	for i, line := range lines {
		for _, p := range line {
			all[i] = append(all[i], [2]float64{p.x, p.y})
		}
	}
	return all
}

// Land returns the land in the view as a path to be filled by the even-odd rule.
func (v View) Land() string {
	var d []byte
	for _, ring := range v.land() {
		d = append(appendLine(d, ring), 'z')
	}
	return string(d)
}

func (v View) land() [][]point {
	w := read()
	var rings [][]point
	for _, ring := range w.rings {
		var line []point
		for _, arc := range ring {
			piece := v.arc(w.arcs[max(arc, ^arc)])
			if arc < 0 {
				slices.Reverse(piece)
			}
			line = append(line, piece...)
		}
		if line = v.clip(line); len(line) > 2 {
			rings = append(rings, line)
		}
	}
	return rings
}

// Borders returns the borders between countries as a path to be drawn.
func (v View) Borders() string {
	var d []byte
	for _, line := range v.borders() {
		d = appendLine(d, line)
	}
	return string(d)
}

func (v View) borders() [][]point {
	w := read()
	var lines [][]point
	for _, arc := range w.borders {
		var run []point
		line := v.arc(w.arcs[arc])
		for i, p := range line {
			// A piece is drawn if one of its ends is near; what lies between two that are far is left out.
			if v.inside(p) || i > 0 && v.inside(line[i-1]) || i+1 < len(line) && v.inside(line[i+1]) {
				run = append(run, p)
				continue
			}
			lines, run = append(lines, run), nil
		}
		lines = append(lines, run)
	}
	return slices.DeleteFunc(lines, func(line []point) bool { return len(line) < 2 })
}

func (v View) inside(p point) bool {
	return p.x > -beyond && p.x < Width+beyond && p.y > -beyond && p.y < v.Height+beyond
}

// finest is the distance in units below which two points are one.
const finest = 1.2

// arc places an arc in the view, without points that nobody could tell apart. Its
// ends stay, so that arcs meet.
func (v View) arc(arc []point) []point {
	line := make([]point, 0, len(arc))
	for i, p := range arc {
		p = v.place(p)
		if n := len(line); n > 0 && i+1 < len(arc) && math.Hypot(p.x-line[n-1].x, p.y-line[n-1].y) < finest {
			continue
		}
		line = append(line, p)
	}
	return line
}

// clip cuts a ring at the four sides of the view, one after the other
// (Sutherland and Hodgman 1974).
func (v View) clip(ring []point) []point {
	for _, side := range []struct {
		within func(point) float64 // how far inside a point lies; negative is outside
	}{
		{func(p point) float64 { return p.x + beyond }},
		{func(p point) float64 { return Width + beyond - p.x }},
		{func(p point) float64 { return p.y + beyond }},
		{func(p point) float64 { return v.Height + beyond - p.y }},
	} {
		var kept []point
		for i, p := range ring {
			last := ring[(i+len(ring)-1)%len(ring)]
			a, b := side.within(last), side.within(p)
			if a*b < 0 {
				share := a / (a - b)
				kept = append(kept, point{last.x + share*(p.x-last.x), last.y + share*(p.y-last.y)})
			}
			if b >= 0 {
				kept = append(kept, p)
			}
		}
		ring = kept
	}
	return ring
}

// appendLine writes a line, in whole units and differences.
func appendLine(d []byte, line []point) []byte {
	if len(line) < 2 {
		return d
	}
	x, y := round(line[0])
	d = append(d, 'M')
	d = appendPair(d, x, y)
	letter := byte('l')
	for _, p := range line[1:] {
		toX, toY := round(p)
		if toX == x && toY == y {
			continue
		}
		d = append(d, letter)
		d = appendPair(d, toX-x, toY-y)
		x, y, letter = toX, toY, ' '
	}
	return d
}

func appendPair(d []byte, x, y int) []byte {
	d = strconv.AppendInt(d, int64(x), 10)
	d = append(d, ' ')
	return strconv.AppendInt(d, int64(y), 10)
}

func round(p point) (x, y int) { return int(math.Round(p.x)), int(math.Round(p.y)) }
