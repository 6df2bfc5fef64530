package render_test

import (
	"regexp"
	"strings"
	"testing"
)

// located is the catalogue of the tests with places on the map.
func located(t *testing.T) map[string]string {
	files := sources(t)
	places := files["content/vocabulary/places.yaml"]
	places.Data = []byte(`trier: {label: {de: Trier, fr: Trèves, en: Trier}, kind: city, country: DE, lat: 49.757, lon: 6.641}
metz: {label: {de: Metz, fr: Metz, en: Metz}, kind: city, country: FR, lat: 49.12, lon: 6.177}
`)
	return site(t, files)
}

var outlinesPath = regexp.MustCompile(`<image href="\.\./(assets/map\.[0-9a-f]+\.svg)"`)

// All that the map shows stands beside it in words, and nothing on it takes part
// in the order of the tab key.
func TestMap(t *testing.T) {
	all := located(t)
	page := all["fr/map.html"]
	m := outlinesPath.FindStringSubmatch(page)
	if m == nil || all[m[1]] == "" {
		t.Fatalf("the map has no outlines: %s", page)
	}
	if image := all[m[1]]; strings.Contains(image, "style") || !strings.HasPrefix(image, "<svg ") {
		t.Errorf("the outlines are %.200s", image)
	}
	drawing, words, _ := strings.Cut(page, "</svg>")
	for _, place := range []string{"Trèves", "Metz"} {
		if !strings.Contains(drawing, "<title>"+place) || !strings.Contains(words, ">"+place+"</a>") {
			t.Errorf("%s is not on the map and beside it", place)
		}
	}
	if strings.Count(drawing, `tabindex="-1"`) != strings.Count(drawing, "<title>")-1 { // one is the page's
		t.Error("a dot of the map takes part in the order of the tab key")
	}
	if !strings.Contains(drawing, `class="arc"`) || !strings.Contains(words, `<a href="places/metz.html">Metz</a> – <a href="places/trier.html">Trèves</a>`) {
		t.Errorf("the partners are not connected: %s", words)
	}
	if sheet := all["fr/sheets/gamma.html"]; !strings.Contains(sheet, `class="glance located"`) || !strings.Contains(sheet, `class="arc"`) {
		t.Error("a sheet does not show where it is")
	}
}

// Without a position there is no map and no way to it.
func TestNoMap(t *testing.T) {
	all := site(t, sources(t))
	if _, ok := all["de/map.html"]; ok {
		t.Error("there is a map without places")
	}
	for path, page := range all {
		if strings.Contains(page, "map.html") || strings.Contains(page, `class="map"`) {
			t.Errorf("%s speaks of a map", path)
		}
	}
}
