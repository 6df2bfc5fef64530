// Package atlas draws the outlines of the world on a flat map: coasts and
// borders of the part that a catalogue's places lie in, as paths for SVG.
//
// The outlines lie in outlines.txt, which genatlas makes. The map is Mercator's: north is
// up everywhere, towns keep their bearings, and all who have used a map on the web know it.
package atlas

import (
	_ "embed"
	"math"
	"strconv"
	"strings"
	"sync"
)

//go:embed outlines.txt
var outlines string

// grid is how many steps of outlines.txt make a degree.
const grid = 100

// A world is all outlines, projected.
type world struct {
	arcs    [][]point
	borders []int   // arcs that are no coast
	rings   [][]int // of land: arcs, ^n for arc n backwards
}

// A point is a place on the flat map, y growing southward, or of a view in its units.
type point struct{ x, y float64 }

// read parses the outlines; it is done once, since it takes some milliseconds.
var read = sync.OnceValue(func() *world { return parse(outlines) })

// parse trusts its text, which is ours: what is no number counts as 0.
func parse(text string) *world {
	w := &world{}
	for line := range strings.Lines(text) {
		kind, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		switch kind {
		case "b":
			w.borders = append(w.borders, len(w.arcs))
			fallthrough
		case "c":
			w.arcs = append(w.arcs, parseArc(rest))
		case "r":
			var ring []int
			for number := range strings.SplitSeq(rest, " ") {
				n, _ := strconv.Atoi(strings.TrimPrefix(number, "~"))
				if strings.HasPrefix(number, "~") {
					n = ^n
				}
				ring = append(ring, n)
			}
			w.rings = append(w.rings, ring)
		}
	}
	return w
}

func parseArc(text string) []point {
	var arc []point
	lon, lat := 0, 0
	for pair := range strings.SplitSeq(text, " ") {
		x, y, _ := strings.Cut(pair, ",")
		dx, _ := strconv.Atoi(x)
		dy, _ := strconv.Atoi(y)
		lon, lat = lon+dx, lat+dy
		arc = append(arc, project(float64(lat)/grid, float64(lon)/grid))
	}
	return arc
}

// farthest is the latitude beyond which Mercator's map has no place for anything.
const farthest = 80

// project is Mercator's projection, in degrees at the equator.
func project(lat, lon float64) point {
	lat = min(max(lat, -farthest), farthest)
	y := math.Log(math.Tan(math.Pi/4 + lat*math.Pi/360))
	return point{lon, -y * 180 / math.Pi}
}
