// Genatlas makes outlines.txt of the world's countries out of Natural Earth's, in
// the TopoJSON that the npm package world-atlas has of them:
//
//	npm install world-atlas@2.0.2
//	go run ./internal/atlas/genatlas node_modules/world-atlas/countries-50m.json > internal/atlas/outlines.txt
//
// It is run by hand when the outlines change, which is seldom.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
	"slices"
)

// A topology is what we read of the file: arcs as differences, rings as indices
// of arcs, ^i for arc i backwards.
type topology struct {
	Transform struct{ Scale, Translate [2]float64 }
	Arcs      [][][2]float64
	Objects   struct {
		Land struct {
			Geometries []struct {
				Type string
				Arcs json.RawMessage
			}
		}
	}
}

// grid is how many steps make a degree: about a kilometre each.
const grid = 100

// The areas in square degrees of a triangle and of an island that still show:
// Malta does.
const (
	smallest       = 0.003
	smallestIsland = 0.015
)

const head = `# Coasts and borders of the world, simplified: made by genatlas from Natural Earth 1:50m, public domain
# (naturalearthdata.com), as packed in the npm package world-atlas 2.0.2 (ISC, Copyright 2013-2019 Michael Bostock).
# A line is an arc in hundredths of a degree, longitude and latitude, the first point and then differences; c is a coast,
# b a border. After them r is a ring of land: numbers of arcs from 0, ~n for arc n backwards.
`

func main() {
	if err := run(os.Stdout, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "genatlas:", err)
		os.Exit(1)
	}
}

func run(w io.Writer, args []string) error {
	if len(args) != 1 {
		return fmt.Errorf("usage: genatlas countries-50m.json")
	}
	data, err := os.ReadFile(args[0])
	if err != nil {
		return err
	}
	var t topology
	if err := json.Unmarshal(data, &t); err != nil {
		return err
	}
	rings, err := t.land()
	if err != nil {
		return err
	}
	b := bufio.NewWriter(w)
	b.WriteString(head)
	t.write(b, rings)
	return b.Flush()
}

// land returns the rings of all land that are large enough to show.
func (t *topology) land() ([][]int, error) {
	var rings [][]int
	for _, g := range t.Objects.Land.Geometries {
		var polygons [][][]int
		if g.Type == "Polygon" {
			polygons = make([][][]int, 1)
			if err := json.Unmarshal(g.Arcs, &polygons[0]); err != nil {
				return nil, err
			}
		} else if err := json.Unmarshal(g.Arcs, &polygons); err != nil {
			return nil, err
		}
		for _, p := range polygons {
			for _, ring := range p {
				if t.area(ring) > smallestIsland {
					rings = append(rings, ring)
				}
			}
		}
	}
	return rings, nil
}

// points returns an arc in degrees.
func (t *topology) points(arc int) [][2]float64 {
	at := [2]float64{}
	points := make([][2]float64, len(t.Arcs[arc]))
	for i, d := range t.Arcs[arc] {
		for k := range at {
			at[k] += d[k]
			points[i][k] = at[k]*t.Transform.Scale[k] + t.Transform.Translate[k]
		}
	}
	return points
}

func (t *topology) area(ring []int) float64 {
	sum := 0.0
	for _, arc := range ring {
		points := t.points(max(arc, ^arc))
		if arc < 0 {
			slices.Reverse(points)
		}
		for i := 1; i < len(points); i++ {
			sum += points[i-1][0]*points[i][1] - points[i][0]*points[i-1][1]
		}
	}
	return math.Abs(sum) / 2
}

// write writes the arcs that rings need or that are borders, numbered anew.
func (t *topology) write(b *bufio.Writer, rings [][]int) {
	coast := map[int]bool{}
	all := map[int]bool{} // of any land, however small
	for _, ring := range rings {
		for _, arc := range ring {
			coast[max(arc, ^arc)] = true
		}
	}
	for _, g := range t.Objects.Land.Geometries {
		mark(all, g.Arcs)
	}
	number := map[int]int{}
	for arc := range t.Arcs {
		kind := "b"
		switch {
		case coast[arc]:
			kind = "c"
		case all[arc]:
			continue // of an island too small
		}
		number[arc] = len(number)
		b.WriteString(kind)
		last := [2]int{}
		for _, p := range simplify(t.points(arc)) {
			x, y := int(math.Round(p[0]*grid)), int(math.Round(p[1]*grid))
			fmt.Fprintf(b, " %d,%d", x-last[0], y-last[1])
			last = [2]int{x, y}
		}
		b.WriteByte('\n')
	}
	for _, ring := range rings {
		b.WriteString("r")
		for _, arc := range ring {
			if arc < 0 {
				fmt.Fprintf(b, " ~%d", number[^arc])
			} else {
				fmt.Fprintf(b, " %d", number[arc])
			}
		}
		b.WriteByte('\n')
	}
}

// mark enters all arcs of a geometry, however deep its lists are.
func mark(all map[int]bool, raw json.RawMessage) {
	var list []json.RawMessage
	if json.Unmarshal(raw, &list) == nil {
		for _, item := range list {
			mark(all, item)
		}
		return
	}
	var arc int
	if json.Unmarshal(raw, &arc) == nil {
		all[max(arc, ^arc)] = true
	}
}

// simplify takes out, again and again, the point that makes the smallest
// triangle with its neighbours (Visvalingam and Whyatt 1993). The ends stay, so that arcs still meet.
func simplify(points [][2]float64) [][2]float64 {
	points = slices.Clone(points)
	for len(points) > 2 {
		at, least := 0, smallest
		for i := 1; i+1 < len(points); i++ {
			if a := triangle(points[i-1], points[i], points[i+1]); a < least {
				at, least = i, a
			}
		}
		if at == 0 {
			break
		}
		points = slices.Delete(points, at, at+1)
	}
	return points
}

// triangle is the area of a triangle, narrower towards the poles.
func triangle(a, b, c [2]float64) float64 {
	area := math.Abs((b[0]-a[0])*(c[1]-a[1])-(c[0]-a[0])*(b[1]-a[1])) / 2
	return area * math.Cos(b[1]*math.Pi/180)
}
