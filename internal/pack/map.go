package pack

import (
	"slices"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/atlas"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/pdf"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/typeset"
)

// A spot is a place on the map, in points from its corner.
type spot struct {
	name  string
	x, y  float64
	count int // sheets
}

// placesMap is the map of the places of the pack, above the list that names them
// all; nothing where fewer than two have a position.
func (c *composer) placesMap(sect *pdf.Element) []typeset.Row {
	spots, view, height := c.spots()
	if len(spots) < 2 {
		return nil
	}
	scale := c.inner() / atlas.Width
	e := sect.Add("Figure")
	var names []string
	for _, s := range spots {
		names = append(names, s.name)
	}
	e.Alt = c.locale().T("pack.map", "places", c.locale().Join(names))
	labels := c.labels(spots, height)
	land, borders := view.Shapes()
	slug := typeset.Slug{Height: height, Draw: func(p *pdf.Page, x, y float64) {
		p.In(e)
		p.Figure(e, x, y, c.inner(), height)
		p.Clip(x, y, c.inner(), height)
		p.Grey(0.88)
		p.Polygons(x, y, scale, land)
		p.Lines(x, y, scale, 0.5, 0.55, borders)
		p.Unclip()
		for _, s := range spots {
			r := radius(s.count)
			p.Grey(1)
			p.Disc(x+s.x, y+s.y, r+0.8)
			p.Grey(0)
			p.Disc(x+s.x, y+s.y, r)
		}
		for _, l := range labels {
			l.slug.Draw(p, x+l.left, y+l.top)
		}
	}}
	frame := slug.Draw
	slug.Draw = func(p *pdf.Page, x, y float64) {
		p.In(nil)
		p.Grey(0.6)
		p.Frame(x, y, c.inner(), height, 0.5)
		p.Grey(0)
		frame(p, x, y)
	}
	return []typeset.Row{{Before: 14, Columns: []typeset.Column{{Slugs: []typeset.Slug{slug}}}}}
}

// radius is that of a dot, by how many sheets are from there.
func radius(count int) float64 { return min(1.8+0.5*float64(count-1), 3.8) }

// spots are the places that have a position, those with most sheets first.
func (c *composer) spots() ([]spot, atlas.View, float64) {
	counts := map[string]int{}
	var keys []string
	for _, e := range c.o.Pack.Entries() {
		for _, key := range e.Places() {
			if counts[key] == 0 {
				keys = append(keys, key)
			}
			counts[key]++
		}
	}
	var spots []spot
	var at []atlas.Position
	for _, key := range keys {
		t := c.catalogue().Vocabulary.Term("places", key)
		if t == nil {
			continue
		}
		if lat, lon, ok := t.Position(); ok && (atlas.Position{Lat: lat, Lon: lon}).Valid() {
			spots = append(spots, spot{name: t.Name(c.first()).Text, count: counts[key]})
			at = append(at, atlas.Position{Lat: lat, Lon: lon})
		}
	}
	if len(spots) < 2 {
		return nil, atlas.View{}, 0
	}
	view := atlas.NewView(at, nil)
	height := min(view.Height*c.inner()/atlas.Width, c.depth()*0.55)
	view = view.Within(height * atlas.Width / c.inner())
	for i := range spots {
		x, y := view.At(at[i])
		spots[i].x, spots[i].y = x*c.inner()/atlas.Width, y*c.inner()/atlas.Width
	}
	slices.SortStableFunc(spots, func(a, b spot) int { return b.count - a.count })
	return spots, view, height
}

// A label is a name on the map.
type label struct {
	slug                     typeset.Slug
	left, top, right, bottom float64
}

func (l label) over(left, top, right, bottom float64) bool {
	return l.left < right && left < l.right && l.top < bottom && top < l.bottom
}

// labels puts names beside dots, where they cover neither a dot nor another name.
// What finds no place stands in the list below.
func (c *composer) labels(spots []spot, height float64) []label {
	var labels []label
	size := c.small
	for _, s := range spots {
		width := c.s.Width(s.name, typeset.Sans, size) + 0.5
		gap := radius(s.count) + 1.6
		for _, at := range [][2]float64{{s.x + gap, s.y - size*0.6}, {s.x - gap - width, s.y - size*0.6}, {s.x - width/2, s.y - gap - size*1.2}, {s.x - width/2, s.y + gap}} {
			l := label{left: at[0], top: at[1], right: at[0] + width, bottom: at[1] + size*1.2}
			if l.left < 2 || l.right > c.inner()-2 || l.top < 2 || l.bottom > height-2 || hides(l, labels, spots) {
				continue
			}
			p := typeset.Para{Runs: []typeset.Run{{Text: s.name, Style: typeset.Sans}}, Lang: c.first(), Size: size, Leading: size * 1.2, Whole: true}
			l.slug = c.s.Para(nil, p, width+1)[0]
			labels = append(labels, l)
			break
		}
	}
	return labels
}

func hides(l label, labels []label, spots []spot) bool {
	return slices.ContainsFunc(labels, func(o label) bool { return o.over(l.left, l.top, l.right, l.bottom) }) ||
		slices.ContainsFunc(spots, func(s spot) bool {
			r := radius(s.count) + 0.8
			return l.over(s.x-r, s.y-r, s.x+r, s.y+r)
		})
}
