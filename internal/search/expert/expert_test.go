package expert

import (
	"errors"
	"os"
	"slices"
	"testing"
)

var docs = []Document{
	{"a", map[string]string{"title": "Wohnungen für Geflüchtete", "description": "Die Stadt mietet Häuser."}, map[string][]string{"themes": {"housing"}, "status": {"current"}}},
	{"b", map[string]string{"title": "Ein runder Tisch", "description": "Wohnung, Arbeit und Sprache"}, map[string][]string{"themes": {"work", "housing"}, "status": {"finished"}}},
	{"c-d", map[string]string{"title": "Sprachkurse"}, map[string][]string{"themes": {"education"}}},
}

func TestSearch(t *testing.T) {
	state := t.TempDir()
	for _, test := range []struct {
		query string
		want  []string
	}{
		{"Wohnung", []string{"a", "b"}},
		{"title:wohnung", []string{"a"}},
		{"+themes:housing -status:finished", []string{"a"}},
		{`"runder Tisch"`, []string{"b"}},
		{"Sprachkrse~1", []string{"c-d"}},
		{"id:c-d", []string{"c-d"}},
		{"nichts", nil},
	} {
		hits, err := Search(state, "de", docs, test.query)
		if err != nil {
			t.Fatalf("%s: %v", test.query, err)
		}
		var ids []string
		for _, h := range hits {
			ids = append(ids, h.ID)
		}
		slices.Sort(ids)
		if !slices.Equal(ids, test.want) {
			t.Errorf("%s: %q, not %q", test.query, ids, test.want)
		}
	}
	if _, err := Search(state, "de", docs, `title:"`); !errors.As(err, new(*QueryError)) {
		t.Errorf("a query that is none: %v", err)
	}
	if _, err := Search(state, "de", docs[:2], "Wohnung"); err != nil {
		t.Fatal(err)
	}
	if left, err := os.ReadDir(state); err != nil || len(left) != 1 {
		t.Errorf("after a change of the documents there are %d entries: %v", len(left), err)
	}
}
