package atlas

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

var (
	trier     = Position{49.757, 6.641}
	metz      = Position{49.12, 6.177}
	trondheim = Position{63.43, 10.4}
	bursa     = Position{40.18, 29.06}
)

func TestOutlines(t *testing.T) {
	w := read()
	if len(w.rings) < 200 || len(w.borders) < 200 {
		t.Fatalf("%d rings, %d borders: the outlines are not there", len(w.rings), len(w.borders))
	}
	for i, ring := range w.rings {
		// Where one arc ends, the next begins.
		for k, arc := range ring {
			end, start := last(w, arc), first(w, ring[(k+1)%len(ring)])
			if math.Hypot(end.x-start.x, end.y-start.y) > 0.03 {
				t.Errorf("ring %d is open between its arcs %d and %d: %v, %v", i, k, k+1, end, start)
			}
		}
	}
}

func first(w *world, arc int) point {
	if arc < 0 {
		return last(w, ^arc)
	}
	return w.arcs[arc][0]
}

func last(w *world, arc int) point {
	if arc < 0 {
		return first(w, ^arc)
	}
	return w.arcs[arc][len(w.arcs[arc])-1]
}

func TestViewHoldsItsPlaces(t *testing.T) {
	for name, positions := range map[string][]Position{
		"one": {trier}, "near": {trier, metz}, "far": {trier, trondheim, bursa}, "around the world": {{-45, -175}, {60, 175}},
	} {
		for _, centre := range []*Position{nil, &metz} {
			v := NewView(positions, centre)
			if v.Height < Width/2 || v.Height > Width*1.3 {
				t.Errorf("%s: the view is %v high", name, v.Height)
			}
			for _, p := range positions {
				if x, y := v.At(p); x < 0 || x > Width || y < 0 || y > v.Height {
					t.Errorf("%s: %v lies at %v, %v", name, p, x, y)
				}
			}
			if centre != nil {
				if x, y := v.At(*centre); math.Abs(x-Width/2) > 1 || math.Abs(y-v.Height/2) > 1 {
					t.Errorf("%s: the centre lies at %v, %v", name, x, y)
				}
			}
		}
	}
	north := NewView([]Position{trier}, nil)
	_, above := north.At(trondheim)
	if _, y := north.At(trier); above > y {
		t.Error("north is not up")
	}
}

var numbers = regexp.MustCompile(`-?\d+`)

// What is drawn lies in the view or just beyond, and there is something of it.
func TestPaths(t *testing.T) {
	v := NewView([]Position{trier, metz, trondheim, bursa}, nil)
	for name, d := range map[string]string{"land": v.Land(), "borders": v.Borders()} {
		if len(d) < 2000 || len(d) > 60_000 {
			t.Errorf("%s: %d bytes", name, len(d))
		}
		for piece := range strings.SplitSeq(strings.Trim(d, "M"), "M") {
			x, y := 0, 0
			for i, n := range numbers.FindAllString(piece, -1) {
				step, _ := strconv.Atoi(n)
				if i%2 == 0 {
					x += step
					continue
				}
				y += step
				far := 0
				if name == "borders" {
					far = 200 // the piece that leads out ends where its arc has its next point
				}
				if x < -beyond-far-5 || x > Width+beyond+far+5 || y < -beyond-far-5 || float64(y) > v.Height+beyond+float64(far)+5 {
					t.Fatalf("%s: a point at %d, %d of a view %v high", name, x, y, v.Height)
				}
			}
		}
	}
	// Trier is on land, the middle of the North Sea is not.
	if n := crossings(t, v, trier); n%2 == 0 {
		t.Errorf("Trier lies in the sea: %d", n)
	}
	if n := crossings(t, v, Position{56, 3}); n%2 == 1 {
		t.Errorf("the North Sea is land: %d", n)
	}
}

// crossings counts how often a line from a position to the left meets the land's edge.
func crossings(t *testing.T, v View, p Position) int {
	t.Helper()
	atX, atY := v.At(p)
	n := 0
	for piece := range strings.SplitSeq(strings.Trim(v.Land(), "M"), "M") {
		var ring []point
		x, y := 0, 0
		for i, number := range numbers.FindAllString(piece, -1) {
			step, _ := strconv.Atoi(number)
			if i%2 == 0 {
				x += step
				continue
			}
			y += step
			ring = append(ring, point{float64(x), float64(y)})
		}
		for i, b := range ring {
			a := ring[(i+len(ring)-1)%len(ring)]
			if (a.y > atY) != (b.y > atY) && a.x+(atY-a.y)/(b.y-a.y)*(b.x-a.x) < atX {
				n++
			}
		}
	}
	return n
}

func TestValid(t *testing.T) {
	for p, want := range map[Position]bool{trier: true, {91, 0}: false, {0, 200}: false, {math.NaN(), 0}: false, {0, math.Inf(1)}: false} {
		if p.Valid() != want {
			t.Errorf("%v is valid: %v", p, !want)
		}
	}
}
