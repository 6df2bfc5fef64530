package search

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestLikeness(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want int
	}{
		{"unterkunft", "unterkunftt", 954},  // begins with it
		{"unterkumftt", "unterkunft", 819},  // two edits of eleven letters
		{"kindergartnerei", "kinder", 700},  // a part of a compound
		{"gemeindeblatt", "blatt", 692},     // the other part
		{"integrieren", "integration", 545}, // a common beginning
		{"haus", "maus", 750},
		{"haus", "hof", 0}, // too short
		{"wohnung", "strasse", 0},
	} {
		if got := likeness(test.a, test.b); got != test.want {
			t.Errorf("%s, %s: %d, not %d", test.a, test.b, got, test.want)
		}
		if got := likeness(test.b, test.a); got != test.want {
			t.Errorf("%s, %s: %d, not %d", test.b, test.a, got, test.want)
		}
	}
}

// Where nothing is found, what is proposed has the results that it says.
func TestWays(t *testing.T) {
	for _, test := range []struct {
		q    Query
		want []string // kinds and labels that are among them
	}{
		{Query{Text: `"Unterkunftt"`}, []string{"near Unterkunft"}},
		{Query{Text: `"runder Beirat"`}, []string{"unquoted"}},
		{Query{Text: "Bibliotheken -Bibliotheken"}, []string{"included"}},
		{Query{Text: "Beirat Gesundheitskarte", Filters: Filters{"places": {"metz"}, "types": {"partnership"}}}, []string{"unfiltered"}},
		{Query{Text: "Beirat Spenden -Stadt -Kommune -Gemeinde -Menschen", Filters: Filters{"places": {"trier"}, "themes": {"donations"}}}, []string{"unfiltered"}},
		{Query{Text: `"Wohnenn"`}, []string{"named Wohnen"}},
	} {
		ix := repository()["de"]
		res, err := ix.Search(test.q)
		if err != nil {
			t.Fatal(err)
		}
		if res.Total > 0 {
			t.Errorf("%q finds %d sheets", test.q.Text, res.Total)
		}
		ways, err := ix.Ways(test.q)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, w := range ways {
			got = append(got, strings.TrimSpace(fmt.Sprint(w.Kind, " ", w.Label)))
			led, err := ix.Search(Query{Text: w.Text, Filters: w.Filters, Facets: w.Text == ""})
			if err != nil || led.Total != w.Count || w.Count == 0 {
				t.Errorf("%q: %v leads to %d results, %v", test.q.Text, w, led.Total, err)
			}
		}
		for _, want := range test.want {
			if !slices.Contains(got, want) {
				t.Errorf("%q: %q, which lacks %q", test.q.Text, got, want)
			}
		}
	}
}
