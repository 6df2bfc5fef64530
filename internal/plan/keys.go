package plan

import "gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"

// Keys returns the terms of a facet under which an entry is counted, each
// once: themes with their broader ones, places with those of partners.
func (p *Plan) Keys(facet string, e *catalogue.Entry) []string {
	keys := p.index.keys(facet, e)
	if facet == "places" {
		keys = append(keys, e.PartnerPlaces()...)
	}
	return keys
}
