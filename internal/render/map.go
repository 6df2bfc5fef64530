package render

import (
	"cmp"
	"fmt"
	"html/template"
	"math"
	"slices"
	"strconv"
	"sync"
	"unicode/utf8"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/atlas"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
)

// A world is the map of a catalogue: what all its maps have in common. The
// outlines are a picture of their own, in greys that show on light and on dark, so
// that it is loaded once and pages hold only what they add.
type world struct {
	view        atlas.View
	image       string // path of the outlines; "" without places that have a position
	positions   map[string]point
	connections func() []connection // made when a map of them is asked for
}

// A point is where a place lies on the map, and the dot that stands there.
type point struct {
	x, y float64
	dot  string
}

// A connection is what two towns have in common: practices in which they are
// partners, or that one took over from the other.
type connection struct {
	from, to string // keys of places, from < to unless it is a transfer
	transfer bool
	entries  []*catalogue.Entry
}

// outlines draws the picture of a view.
const outlines = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d"><g fill="#7c8a83" stroke="#7c8a83" stroke-linejoin="round">` +
	`<path fill-opacity=".17" fill-rule="evenodd" d="%s"/><path fill="none" stroke-opacity=".55" d="%s"/></g></svg>` + "\n"

// newWorld fits the map to the places that have practices.
func (r *Renderer) newWorld() {
	w := &r.world
	w.positions = map[string]point{}
	w.connections = sync.OnceValue(func() []connection { return connections(r.catalogue) })
	var keys []string
	var all []atlas.Position
	for _, t := range r.plan.Counts("places") {
		lat, lon, ok := t.Term.Position()
		if p := (atlas.Position{Lat: lat, Lon: lon}); ok && p.Valid() {
			keys, all = append(keys, t.Key), append(all, p)
		}
	}
	if len(all) == 0 {
		return
	}
	var centre *atlas.Position
	if c := r.site.Map.Center; len(c) == 2 {
		lat, err := strconv.ParseFloat(c[0].Text, 64)
		lon, err2 := strconv.ParseFloat(c[1].Text, 64)
		if p := (atlas.Position{Lat: lat, Lon: lon}); err == nil && err2 == nil && p.Valid() {
			centre = &p
		}
	}
	w.view = atlas.NewView(all, centre)
	for i, key := range keys {
		x, y := w.view.At(all[i])
		w.positions[key] = point{x, y, spot(x, y)}
	}
	picture := r.layouts.outlines(w.view)
	w.image = picture.Path
	r.assets = append(r.assets, picture)
}

// connections returns the connections between towns, those with most practices first.
func connections(c *catalogue.Catalogue) []connection {
	type pair struct {
		from, to string
		transfer bool
	}
	found := map[pair][]*catalogue.Entry{}
	add := func(from, to string, transfer bool, e *catalogue.Entry) {
		if from > to && !transfer {
			from, to = to, from
		}
		key := pair{from, to, transfer}
		if from != to && !slices.Contains(found[key], e) {
			found[key] = append(found[key], e)
		}
	}
	for _, e := range c.Entries {
		for _, from := range e.Places() {
			for _, to := range e.PartnerPlaces() {
				add(from, to, false, e)
			}
			for _, a := range e.Original.Adopted {
				for _, to := range adoptedPlaces(c, a) {
					add(from, to, true, e)
				}
			}
		}
	}
	all := make([]connection, 0, len(found))
	for key, entries := range found {
		all = append(all, connection{key.from, key.to, key.transfer, entries})
	}
	slices.SortFunc(all, func(a, b connection) int {
		return cmp.Or(cmp.Compare(len(b.entries), len(a.entries)), cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to), compareBool(a.transfer, b.transfer))
	})
	return all
}

// adoptedPlaces are where a practice was taken over: the places that are named, else
// those of the sheet there.
func adoptedPlaces(c *catalogue.Catalogue, a sheet.Adoption) []string {
	if to := c.Entry(a.Sheet.Text); len(a.Place) == 0 && to != nil {
		return to.Places()
	}
	keys := make([]string, len(a.Place))
	for i, p := range a.Place {
		keys[i] = p.Text
	}
	return keys
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// A drawing is what the template "map" is given. Without an image it is none.
type drawing struct {
	Image         template.URL
	Width, Height int
	ViewBox       string
	Arcs          []arc
	Dots          []dot
	Names         []name
}

type arc struct {
	Transfer bool
	D        string
}

// A dot is a place; its size, 1 to 4, goes by the number of practices.
type dot struct {
	Href  template.URL
	Label Text
	Size  int
	D     string
}

type name struct {
	X, Y  int
	Start bool // the text ends at X instead of beginning there
	Label Text
}

// drawing draws all places, with the arcs between those that are connected.
func (c *context) drawing(connections []connection) drawing {
	w := &c.world
	if w.image == "" {
		return drawing{}
	}
	height := int(w.view.Height)
	d := drawing{
		Image: c.href(w.image), Width: atlas.Width, Height: height, ViewBox: fmt.Sprintf("0 0 %d %d", atlas.Width, height),
	}
	for _, k := range connections {
		if line := w.appendArc(nil, k.from, k.to); line != nil {
			d.Arcs = append(d.Arcs, arc{k.transfer, string(line)})
		}
	}
	counts := c.placesOnMap()
	for _, t := range counts {
		if p, ok := w.positions[t.Key]; ok {
			d.Dots = append(d.Dots, dot{c.facetTerm("places", t.Key).Href, c.label("places", t.Key), spotSize(t.Count), p.dot})
		}
	}
	d.Names = c.namesOnMap(counts)
	return d
}

// maxPlaces is how many places the map shows, with the list beside it.
const maxPlaces = 500

// placesOnMap are the places that the map shows, those with most practices first.
func (c *context) placesOnMap() []plan.TermCount {
	counts := c.plan.Counts("places")
	order := byCount(counts)
	most := make([]plan.TermCount, min(len(counts), maxPlaces))
	for i := range most {
		most[i] = counts[order[i]]
	}
	return most
}

// appendArc adds the line from one place to another, if both have a position.
func (w *world) appendArc(line []byte, a, b string) []byte {
	from, ok := w.positions[a]
	to, ok2 := w.positions[b]
	if !ok || !ok2 {
		return line
	}
	x1, y1, x2, y2 := from.x, from.y, to.x, to.y
	// The control point lies beside the middle, so that arcs there and back don't hide each other.
	const bend = 0.18
	cx, cy := (x1+x2)/2-(y2-y1)*bend, (y1+y2)/2+(x2-x1)*bend
	line = append(appendWhole(append(line, 'M'), x1, y1), 'Q')
	return appendWhole(line, cx, cy, x2, y2)
}

// spot is a line of no length: with round ends and a width that does not scale it
// is a dot of the same size however large the map is shown.
func spot(x, y float64) string { return fmt.Sprintf("M%.0f %.0fh0", x, y) }

// appendWhole appends numbers without their fractions, with blanks between them.
func appendWhole(b []byte, numbers ...float64) []byte {
	for i, n := range numbers {
		if i > 0 {
			b = append(b, ' ')
		}
		b = strconv.AppendFloat(b, n, 'f', 0, 64)
	}
	return b
}

func spotSize(count int) int {
	switch {
	case count < 2:
		return 1
	case count < 4:
		return 2
	case count < 8:
		return 3
	}
	return 4
}

// What names on the map measure, in its units. The first ones are put over dots of
// smaller places if there is no other room.
const (
	maxNames   = 24
	firstNames = 5
	nameHeight = 26
	nameLetter = 12.5
	nameGap    = 17
)

type box struct{ left, top, right, bottom float64 }

func (b box) meets(o box) bool {
	return b.left < o.right && o.left < b.right && b.top < o.bottom && o.top < b.bottom
}

func (b box) count(others []box) (n int) {
	for _, o := range others {
		if b.meets(o) {
			n++
		}
	}
	return n
}

// namesOnMap puts the names of the places with most practices beside their dots, as far
// as there is room.
func (c *context) namesOnMap(counts []plan.TermCount) []name {
	var dots, taken []box
	for _, t := range counts {
		if p, ok := c.world.positions[t.Key]; ok {
			dots = append(dots, box{p.x - 5, p.y - 5, p.x + 5, p.y + 5})
		}
	}
	var names []name
	for _, t := range counts {
		p, ok := c.world.positions[t.Key]
		if !ok || len(names) == maxNames {
			continue
		}
		label := c.label("places", t.Key)
		x, y := p.x, p.y
		width := float64(utf8.RuneCountInString(label.Text)) * nameLetter
		right := box{x + nameGap, y - nameHeight/2, x + nameGap + width, y + nameHeight/2}
		left := box{x - nameGap - width, right.top, x - nameGap, right.bottom}
		b, hidden := right, right.count(dots)
		if n := left.count(dots); n < hidden || right.right > atlas.Width {
			b, hidden = left, n
		}
		if b.left < 0 || b.right > atlas.Width || b.count(taken) > 0 || hidden > 0 && len(names) >= firstNames {
			continue
		}
		taken = append(taken, b)
		at := name{int(math.Round(b.left)), int(math.Round(y + nameHeight*0.3)), b == left, label}
		if at.Start {
			at.X = int(math.Round(b.right))
		}
		names = append(names, at)
	}
	return names
}

// mapView is what map.html is given: the map, and beside it in words all that it shows.
type mapView struct {
	Drawing     drawing
	Count       string
	Groups      []termList
	Connections []connectionRow
	More        string
	Missing     bool // places have no position
	Some        string
	Places      template.URL // of all places, where some are shown
}

type connectionRow struct {
	From, To Link
	Transfer bool
	Entries  []Link
}

// maxConnections is how many connections the page shows: no page grows without limit.
const maxConnections = 100

func (c *context) mapPage() (title string, view any) {
	all := c.world.connections()
	shown := all[:min(len(all), maxConnections)]
	places, most := c.plan.Counts("places"), c.placesOnMap()
	v := mapView{Drawing: c.drawing(shown), Count: c.N("map.count", len(places)), Groups: c.byCountry(most, 0, len(most))}
	v.Missing = len(c.world.positions) < len(places)
	if len(most) < len(places) {
		v.Some = c.T("map.some", "shown", c.Int(len(most)), "all", c.Int(len(places)))
		v.Places = c.href(c.Lang + "/places/index.html")
	}
	if n := len(all); n > len(shown) {
		v.More = c.T("map.more", "shown", c.Int(len(shown)), "all", c.Int(n))
	}
	for _, k := range shown {
		row := connectionRow{From: c.facetTerm("places", k.from), To: c.facetTerm("places", k.to), Transfer: k.transfer}
		for _, e := range k.entries[:min(len(k.entries), 10)] {
			row.Entries = append(row.Entries, c.sheetLink(e))
		}
		v.Connections = append(v.Connections, row)
	}
	return c.T("map.title"), v
}
