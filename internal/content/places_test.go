package content_test

import (
	"math"
	"os"
	"strconv"
	"strings"
	"testing"
)

// slack is how far outside of a simplified outline a place may lie, in kilometres: coasts, small islands, borders.
const slack = 20

// A point is a longitude and a latitude, in degrees.
type point struct{ lon, lat float64 }

// outlines are the corners of the countries' pieces of land, by ISO code.
func outlines(t *testing.T) map[string][][]point {
	t.Helper()
	data, err := os.ReadFile("testdata/outlines.txt")
	if err != nil {
		t.Fatal(err)
	}
	countries := map[string][][]point{}
	for line := range strings.Lines(string(data)) {
		fields := strings.Fields(line)
		if len(fields) == 0 || fields[0] == "#" {
			continue
		}
		var piece []point
		for _, corner := range fields[1:] {
			lon, lat, _ := strings.Cut(corner, ",")
			piece = append(piece, point{degrees(t, lon), degrees(t, lat)})
		}
		countries[fields[0]] = append(countries[fields[0]], piece)
	}
	return countries
}

func degrees(t *testing.T, s string) float64 {
	t.Helper()
	n, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestPlacesInTheirCountries(t *testing.T) {
	countries := outlines(t)
	for _, term := range loaded(t).Catalogue.Vocabulary.Scheme("places").Terms {
		pieces := countries[term.Country.Text]
		if len(pieces) == 0 {
			t.Errorf("%s: testdata/outlines.txt lacks the country %q", term.Key, term.Country.Text)
			continue
		}
		p := point{degrees(t, term.Lon.Text), degrees(t, term.Lat.Text)}
		if km := distance(p, pieces); km > slack {
			t.Errorf("%s: %s, %s lies %.0f km outside of %s", term.Key, term.Lat.Text, term.Lon.Text, km, term.Country.Text)
		}
	}
}

func TestDistance(t *testing.T) {
	countries := outlines(t)
	for _, test := range []struct {
		name     string
		at       point
		country  string
		min, max float64
	}{
		{"Trier", point{6.641, 49.757}, "DE", 0, 0},
		{"Trier", point{6.641, 49.757}, "LU", 5, 20},
		{"Metz", point{6.177, 49.12}, "FR", 0, 0},
		{"Metz", point{6.177, 49.12}, "DE", 30, 60},
		{"Trier, swapped", point{49.757, 6.641}, "DE", 3000, 9000},
		{"Bocholt in Germany", point{6.615, 51.838}, "BE", 80, 150},
	} {
		if km := distance(test.at, countries[test.country]); km < test.min || km > test.max {
			t.Errorf("%s is %.0f km from %s", test.name, km, test.country)
		}
	}
}

// distance is how far a point lies from a country, in kilometres: 0 inside.
func distance(p point, pieces [][]point) float64 {
	nearest := math.Inf(1)
	for _, piece := range pieces {
		if inside(p, piece) {
			return 0
		}
		for i, a := range piece {
			nearest = min(nearest, toEdge(p, a, piece[(i+1)%len(piece)]))
		}
	}
	return nearest
}

// inside counts the edges that a ray to the east crosses.
func inside(p point, piece []point) bool {
	in := false
	for i, a := range piece {
		b := piece[(i+1)%len(piece)]
		if (a.lat > p.lat) != (b.lat > p.lat) && p.lon < a.lon+(b.lon-a.lon)*(p.lat-a.lat)/(b.lat-a.lat) {
			in = !in
		}
	}
	return in
}

// toEdge is the distance from a point to an edge in kilometres, on the plane
// that touches the globe at the point: good enough for near ones.
func toEdge(p, a, b point) float64 {
	const degree = 111.2
	flat := func(q point) (x, y float64) {
		return (q.lon - p.lon) * degree * math.Cos(p.lat*math.Pi/180), (q.lat - p.lat) * degree
	}
	ax, ay := flat(a)
	bx, by := flat(b)
	dx, dy := bx-ax, by-ay
	along := 0.0
	if length := dx*dx + dy*dy; length > 0 {
		along = max(0, min(1, -(ax*dx+ay*dy)/length))
	}
	return math.Hypot(ax+along*dx, ay+along*dy)
}
