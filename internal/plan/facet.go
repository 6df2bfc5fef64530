package plan

import (
	"slices"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
)

// SearchPath returns the path of the search page, which no search engine needs to know.
func SearchPath(lang string) string { return lang + "/search.html" }

// Keys returns the terms of a facet under which an entry is counted, each
// once: themes with their broader ones, places with those of partners.
func (p *Plan) Keys(facet string, e *catalogue.Entry) []string {
	keys := p.index.keys(facet, e)
	if facet == "places" {
		keys = slices.Concat(keys, p.index.keys(partners, e))
	}
	return keys
}

// Columns are what [Plan.Keys] are made of, with a number for each key: who goes through all entries need not look keys up by their
// letters.
func (p *Plan) Columns(facet string) []Column {
	names := []string{facet}
	if facet == "places" {
		names = append(names, partners)
	}
	all := make([]Column, len(names))
	for i, name := range names {
		all[i] = Column{&p.index.columns[slices.Index(columns, name)]}
	}
	return all
}

// A Column numbers keys under which entries stand.
type Column struct{ *column }

// Len is how many keys there are.
func (c Column) Len() int { return len(c.entries) }

// Number returns that of a key; false is one under which no entry stands.
func (c Column) Number(key string) (n int, ok bool) {
	number, ok := c.numbers[key]
	return int(number), ok
}

// Of returns the numbers of an entry's keys.
func (c Column) Of(e *catalogue.Entry) []int32 { return c.of(e.Number) }

// Flat returns the terms of a facet that have practices, narrower ones after
// their broader one.
func (p *Plan) Flat(facet string) []TermCount { return p.flat(facet) }
