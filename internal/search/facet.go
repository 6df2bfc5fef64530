package search

import (
	"encoding/base64"
	"fmt"
	"slices"
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

// A column is a value of a facet as the index holds it.
type column struct {
	Key   string `json:"key"`
	Label string `json:"label"`
	Docs  string `json:"docs"`
}

// facets reads the columns.
func (ix *Index) facets() ([]Facet, error) {
	if ix.columns != nil {
		return ix.columns, nil
	}
	var names []string
	var columns [][]column
	if err := ix.load(ix.manifest.Facets, &names, &columns); err != nil {
		return nil, err
	}
	facets := make([]Facet, len(names))
	for i, name := range names {
		facets[i].Name = name
		if i >= len(columns) {
			return nil, fmt.Errorf("%s: %w", ix.manifest.Facets, ErrCorrupt)
		}
		for _, c := range columns[i] {
			data, err := base64.StdEncoding.DecodeString(c.Docs)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", ix.manifest.Facets, ErrCorrupt)
			}
			facets[i].Values = append(facets[i].Values, FacetValue{Key: c.Key, Label: c.Label, docs: numbers(data)})
		}
	}
	ix.columns = facets
	return facets, nil
}

// numbers reads documents that are given by the steps between them.
func numbers(data []byte) []uint32 {
	r := &decoder{data: data}
	var docs []uint32
	doc := 0
	for len(r.data) > 0 {
		doc += r.number()
		docs = append(docs, uint32(doc))
	}
	return docs
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
