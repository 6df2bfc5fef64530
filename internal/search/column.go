package search

import (
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
)

// A column is a facet while the index is written: its values in the order of the lists.
type column struct {
	facet  string
	values []FacetValue
}

// columns turns the keys of documents into columns.
func (r reader) columns(keys [][][]string) []column {
	columns := make([]column, len(plan.Facets))
	for f, facet := range plan.Facets {
		columns[f].facet = facet
		docs := map[string][]uint32{}
		for doc := range keys {
			for _, key := range keys[doc][f] {
				docs[key] = append(docs[key], uint32(doc))
			}
		}
		for _, t := range r.plan.Flat(facet) {
			text := r.locale.Value(strings.TrimSuffix(facet, "s"), t.Key)
			if t.Term != nil {
				text = t.Term.Name(r.lang).Text
			} else if facet == "status" {
				text = r.locale.Value("status", t.Key)
			}
			columns[f].values = append(columns[f].values, FacetValue{Key: t.Key, Label: text, docs: docs[t.Key]})
		}
	}
	return columns
}

// docsUnder returns the documents under a value.
func docsUnder(columns []column, facet, key string) []uint32 {
	for _, c := range columns {
		if c.facet != facet {
			continue
		}
		for _, v := range c.values {
			if v.Key == key {
				return v.docs
			}
		}
	}
	return nil
}

// facets writes a file a facet: keys, labels, documents. It returns names and hashes.
func (w *writer) facets(columns []column) [][2]string {
	hashes := make([][2]string, len(columns))
	for i, c := range columns {
		var keys, labels, docs []string
		for _, v := range c.values {
			keys, labels, docs = append(keys, v.Key), append(labels, v.Label), append(docs, string(appendDocs(nil, v.docs)))
		}
		hashes[i] = [2]string{c.facet, w.file("f"+c.facet, strings.Join(keys, "\n"), strings.Join(labels, "\n"), docs)}
	}
	return hashes
}
