package render

import (
	"slices"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/atlas"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
)

// locator shows where a practice is, its partners, and where it went to or came from: a part of the map around
// them, a third of it at least. Nothing on it is a link, so that what looks alike is one path.
func (c *context) locator() drawing {
	d := *c.practice.onMap()
	if d.ViewBox != "" {
		d.Image = c.href(c.world.image)
	}
	return d
}

// locate draws it but for the picture of the outlines, which every page has by another address.
func (r *Renderer) locate(e *catalogue.Entry) *drawing {
	w := &r.world
	own, others := r.onMap(e.Places()), r.onMap(e.PartnerPlaces())
	var adopters, sources []string // to whom the practice went, and from where it came
	for _, a := range e.Original.Adopted {
		adopters = append(adopters, r.onMap(adoptedPlaces(r.catalogue, a))...)
	}
	for _, relation := range e.Relations {
		if relation.Kind == catalogue.AdoptedFrom {
			sources = append(sources, r.onMap(relation.From.Places())...)
		}
	}
	if w.image == "" || len(own) == 0 {
		return new(drawing)
	}
	left, top, right, bottom := float64(atlas.Width), w.view.Height, 0.0, 0.0
	dots := func(size int, keys ...string) dot {
		var line []byte
		for _, key := range keys {
			p := w.positions[key]
			left, top, right, bottom = min(left, p.x), min(top, p.y), max(right, p.x), max(bottom, p.y)
			line = append(line, p.dot...)
		}
		return dot{Size: size, D: string(line)}
	}
	d := &drawing{Width: atlas.Width, Height: int(w.view.Height)}
	if far := slices.Concat(others, adopters, sources); len(far) > 0 {
		d.Dots = append(d.Dots, dots(1, far...))
	}
	d.Dots = append(d.Dots, dots(3, own...))
	const least, around = atlas.Width / 3.0, 1.3
	side := min(max((right-left)*around, (bottom-top)*around, least), max(atlas.Width, w.view.Height))
	x, y := within((left+right)/2, side, atlas.Width), within((top+bottom)/2, side, w.view.Height)
	d.ViewBox = string(appendWhole(make([]byte, 0, 32), x, y, side, side))
	var lines, transfers []byte
	for _, from := range own {
		for _, to := range others {
			lines = w.appendArc(lines, from, to)
		}
		for _, to := range adopters {
			transfers = w.appendArc(transfers, from, to)
		}
		for _, source := range sources {
			transfers = w.appendArc(transfers, source, from)
		}
	}
	if lines != nil {
		d.Arcs = append(d.Arcs, arc{D: string(lines)})
	}
	if transfers != nil {
		d.Arcs = append(d.Arcs, arc{Transfer: true, D: string(transfers)})
	}
	return d
}

// within begins a stretch around a middle so that it stays inside of a whole, if it fits.
func within(middle, length, whole float64) float64 {
	if length >= whole {
		return (whole - length) / 2
	}
	return min(max(middle-length/2, 0), whole-length)
}

func (r *Renderer) onMap(keys []string) []string {
	return slices.DeleteFunc(slices.Clone(keys), func(key string) bool {
		_, ok := r.world.positions[key]
		return !ok
	})
}
