package render

import (
	"slices"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/atlas"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
)

// A located is the map of a practice without its words and its picture: the same in all languages.
type located struct {
	viewBox string
	arcs    []arc
	dots    []dot
	places  []string // keys, by the order of the dots
}

// locator shows where a practice is, its partners, and where it went to or came from: a part of the map around
// them, a third of it at least.
func (c *context) locator() drawing {
	at := c.practice.onMap()
	if at.viewBox == "" {
		return drawing{}
	}
	d := drawing{
		Image: c.href(c.world.image), Width: atlas.Width, Height: int(c.world.view.Height), ViewBox: at.viewBox, Arcs: at.arcs,
		Dots: slices.Clone(at.dots),
	}
	for i, place := range at.places {
		d.Dots[i].Label = c.label("places", place)
	}
	return d
}

// locate draws it.
func (r *Renderer) locate(e *catalogue.Entry) *located {
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
		return new(located)
	}
	left, top, right, bottom := float64(atlas.Width), w.view.Height, 0.0, 0.0
	at := &located{places: slices.Concat(others, adopters, sources, own)}
	at.dots = make([]dot, len(at.places))
	for i, key := range at.places {
		p := w.positions[key]
		left, top, right, bottom = min(left, p.x), min(top, p.y), max(right, p.x), max(bottom, p.y)
		at.dots[i] = dot{Size: 1, D: p.dot}
		if i >= len(at.places)-len(own) {
			at.dots[i].Size = 3
		}
	}
	const least, around = atlas.Width / 3.0, 1.3
	side := min(max((right-left)*around, (bottom-top)*around, least), max(atlas.Width, w.view.Height))
	x, y := within((left+right)/2, side, atlas.Width), within((top+bottom)/2, side, w.view.Height)
	at.viewBox = string(appendWhole(make([]byte, 0, 32), x, y, side, side))
	at.arcs = make([]arc, 0, len(own)*(len(at.places)-len(own)))
	for _, from := range own {
		for _, to := range others {
			at.arcs = w.appendArc(at.arcs, connection{from: from, to: to})
		}
		for _, to := range adopters {
			at.arcs = w.appendArc(at.arcs, connection{from: from, to: to, transfer: true})
		}
		for _, source := range sources {
			at.arcs = w.appendArc(at.arcs, connection{from: source, to: from, transfer: true})
		}
	}
	return at
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
