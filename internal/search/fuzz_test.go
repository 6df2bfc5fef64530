package search

import (
	"strings"
	"testing"
)

// FuzzQuery holds that every text is a query, and that its words are some of the text's.
func FuzzQuery(f *testing.F) {
	for _, query := range []string{`wohnung -"runder Tisch" trier`, "“a ”b-c --d", "-", "\"", "« l’habitat »", "e\u0301 ſ İ\xff"} {
		f.Add(query)
	}
	f.Fuzz(func(t *testing.T, query string) {
		for _, u := range parse(query) {
			for _, w := range u.words {
				if strings.TrimSpace(w) == "" {
					t.Errorf("a word of blanks in %q", query)
				}
			}
		}
	})
}
