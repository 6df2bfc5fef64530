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

// Flat returns the terms of a facet that have practices, narrower ones after
// their broader one.
func (p *Plan) Flat(facet string) []TermCount { return p.flat(facet) }
