package render

import (
	"slices"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/atlas"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
)

// locator shows where a practice is, its partners, and where it went to or came from: a part of the map around
// them, a third of it at least.
func (c *context) locator(e *catalogue.Entry) drawing {
	w := &c.world
	own, others := c.onMap(e.Places()), c.onMap(e.PartnerPlaces())
	var adopters, sources []string // to whom the practice went, and from where it came
	for _, a := range e.Original.Adopted {
		adopters = append(adopters, c.onMap(adoptedPlaces(c.catalogue, a))...)
	}
	for _, r := range e.Relations {
		if r.Kind == catalogue.AdoptedFrom {
			sources = append(sources, c.onMap(r.From.Places())...)
		}
	}
	if w.image == "" || len(own) == 0 {
		return drawing{}
	}
	left, top, right, bottom := float64(atlas.Width), w.view.Height, 0.0, 0.0
	d := drawing{Image: c.href(w.image), Width: atlas.Width, Height: int(w.view.Height)}
	d.Dots = make([]dot, 0, len(own)+len(others)+len(adopters)+len(sources))
	d.Arcs = make([]arc, 0, len(own)*(cap(d.Dots)-len(own)))
	add := func(keys []string, size int) {
		for _, key := range keys {
			p := w.positions[key]
			left, top, right, bottom = min(left, p.x), min(top, p.y), max(right, p.x), max(bottom, p.y)
			d.Dots = append(d.Dots, dot{Label: c.label("places", key), Size: size, D: p.dot})
		}
	}
	add(others, 1)
	add(adopters, 1)
	add(sources, 1)
	add(own, 3)
	const least, around = atlas.Width / 3.0, 1.3
	side := min(max((right-left)*around, (bottom-top)*around, least), max(atlas.Width, w.view.Height))
	x, y := within((left+right)/2, side, atlas.Width), within((top+bottom)/2, side, w.view.Height)
	d.ViewBox = string(appendWhole(make([]byte, 0, 32), x, y, side, side))
	for _, from := range own {
		for _, to := range others {
			d.arc(w, connection{from: from, to: to})
		}
		for _, to := range adopters {
			d.arc(w, connection{from: from, to: to, transfer: true})
		}
		for _, source := range sources {
			d.arc(w, connection{from: source, to: from, transfer: true})
		}
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

func (c *context) onMap(keys []string) []string {
	return slices.DeleteFunc(slices.Clone(keys), func(key string) bool {
		_, ok := c.world.positions[key]
		return !ok
	})
}
