package search

import (
	"slices"
	"strings"
)

// A Facet is one way to filter.
type Facet struct {
	Name   string       `json:"facet"`
	Values []FacetValue `json:"values"`
}

// A FacetValue is a filter, with the number of results under it.
type FacetValue struct {
	Key   string `json:"key"`
	Label string `json:"label"`
	Count int    `json:"count"`
	docs  []uint32
}

// facets reads the columns: of all facets, or of those that are asked for.
func (ix *Index) facets(wanted func(facet string) bool) ([]Facet, error) {
	x, err := ix.extra()
	if err != nil {
		return nil, err
	}
	var facets []Facet
	for _, f := range x.Facets {
		if !wanted(f[0]) {
			continue
		}
		name := "f" + f[0] + "-" + f[1]
		facet, err := once(ix, name, func() (Facet, error) { return ix.facet(f[0], name) })
		if err != nil {
			return nil, err
		}
		facets = append(facets, facet)
	}
	return facets, nil
}

func (ix *Index) facet(name, file string) (Facet, error) {
	var keys, labels string
	var docs []string
	if err := ix.load(file, &keys, &labels, &docs); err != nil {
		return Facet{}, err
	}
	f := Facet{Name: name}
	names, texts := strings.Split(keys, "\n"), strings.Split(labels, "\n")
	if len(docs) > min(len(names), len(texts)) {
		return Facet{}, damaged(file)
	}
	for i := range docs {
		r := &decoder{data: docs[i]}
		f.Values = append(f.Values, FacetValue{Key: names[i], Label: texts[i], docs: r.rest()})
		if r.bad {
			return Facet{}, damaged(file)
		}
	}
	return f, nil
}

// Filters are the keys that are asked for, by facet: those of one facet are
// alternatives, the facets combine.
type Filters map[string][]string

// allowed returns the documents that all filters let through but those of one
// facet; nil for all documents.
func (f Filters) allowed(facets []Facet, but string) map[uint32]bool {
	var allowed map[uint32]bool
	for _, facet := range facets {
		keys := f[facet.Name]
		if len(keys) == 0 || facet.Name == but {
			continue
		}
		found := map[uint32]bool{}
		for _, v := range facet.Values {
			if !slices.Contains(keys, v.Key) {
				continue
			}
			for _, doc := range v.docs {
				if allowed == nil || allowed[doc] {
					found[doc] = true
				}
			}
		}
		allowed = found
	}
	return allowed
}

// count returns the facets with the number of hits under each value, those of
// one facet as if nothing of it were chosen, values without hits left out.
func (f Filters) count(facets []Facet, hits []hit) []Facet {
	counted := make([]Facet, 0, len(facets))
	for _, facet := range facets {
		allowed := f.allowed(facets, facet.Name)
		present := map[uint32]bool{}
		for _, h := range hits {
			if allowed == nil || allowed[h.doc] {
				present[h.doc] = true
			}
		}
		c := Facet{Name: facet.Name}
		for _, v := range facet.Values {
			for _, doc := range v.docs {
				if present[doc] {
					v.Count++
				}
			}
			if v.Count > 0 {
				c.Values = append(c.Values, v)
			}
		}
		counted = append(counted, c)
	}
	return counted
}
