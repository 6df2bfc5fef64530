package expert

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

var docs = []Document{
	{"a", map[string]string{"title": "Wohnungen für Geflüchtete", "description": "Die Stadt mietet Häuser."}, map[string][]string{"themes": {"housing"}, "status": {"current"}}},
	{"b", map[string]string{"title": "Ein runder Tisch", "description": "Wohnung, Arbeit und Sprache"}, map[string][]string{"themes": {"work", "housing"}, "status": {"finished"}}},
	{"c-d", map[string]string{"title": "Sprachkurse"}, map[string][]string{"themes": {"education"}}},
}

func TestSearch(t *testing.T) {
	state := filepath.Join(t.TempDir(), "a [folder") // which is no pattern
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
	if hits, err := Search(state, "de", docs[:2], "id:c-d"); err != nil || len(hits) > 0 {
		t.Errorf("a document that is gone is found: %v, %v", hits, err)
	}
	if left, err := os.ReadDir(state); err != nil || len(left) != 1 {
		t.Errorf("after a change of the documents there are %d entries: %v", len(left), err)
	}
}

// TestDamaged holds that an index of which a single bit is another one is made anew: bleve
// itself would answer from it, or panic.
func TestDamaged(t *testing.T) {
	state := t.TempDir()
	want, err := Search(state, "de", docs, "Wohnung")
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(state, "expert-de-*", "*"))
	stored, err2 := filepath.Glob(filepath.Join(state, "expert-de-*", "store", "*"))
	if err != nil || err2 != nil || len(stored) == 0 {
		t.Fatal(files, stored, err, err2)
	}
	for _, name := range append(files, stored...) {
		whole, err := os.ReadFile(name)
		if err != nil {
			continue // a folder
		}
		for i := range 12 {
			damaged := slices.Clone(whole)
			damaged[len(damaged)*i/12] ^= 1 << (i % 8)
			if i == 7 {
				damaged = nil
			}
			if err := os.WriteFile(name, damaged, 0o644); err != nil {
				t.Fatal(err)
			}
			if got, err := Search(state, "de", docs, "Wohnung"); err != nil || !slices.Equal(got, want) {
				t.Fatalf("%s damaged at %d of 12: %v, %v", filepath.Base(name), i, got, err)
			}
			if data, err := os.ReadFile(name); err == nil && slices.Equal(data, damaged) {
				t.Errorf("%s stays damaged", filepath.Base(name))
			}
		}
	}
}
