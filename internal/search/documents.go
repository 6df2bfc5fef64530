package search

import (
	"slices"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/parallel"
)

// Documents is all that is known of the documents, by their numbers.
type documents struct {
	entries []*catalogue.Entry
	forms   forms
	streams []string // their words
	records []record
	facets  [][][]string
	texts   []output.Inputs // of the files of their texts
	past    []remembered    // what is remembered of them
	moved   bool            // they are not those that are remembered, or in another order
	changed []int           // those that are not as they are remembered, in order
}

// documents reads all documents that are not remembered, and writes their texts while they are at hand.
func (w *writer) documents(o Options, r reader, past *memory) *documents {
	entries := order(r.plan.Catalogue)
	n := len(entries)
	d := &documents{entries: entries, streams: make([]string, n), records: make([]record, n), facets: make([][][]string, n), texts: make([]output.Inputs, n), past: make([]remembered, n)}
	changed := make([]bool, n)
	if past != nil {
		d.forms.all, d.forms.analysed = past.forms, len(past.forms)
		d.past, d.moved = past.of(entries)
	}
	parallel.With(n, func() *reckoner { return newReckoner(&d.forms) }, func(words *reckoner, i int) {
		old := d.past[i]
		if sum, known := o.sum(entries[i].ID); known && sum == old.sum {
			d.streams[i], d.records[i], d.facets[i], d.texts[i] = old.stream, old.record, old.facets, old.text
			if _, ok := output.Retain(w.sink, old.text); ok {
				return
			}
		}
		doc := r.document(entries[i], words.passages)
		words.passages = doc.passages
		d.streams[i], d.records[i], d.facets[i] = words.stream(doc.passages), r.record(doc), doc.facets
		d.records[i][5], d.texts[i] = w.text(doc.entry.ID, r.texts(doc))
		changed[i] = d.streams[i] != old.stream || d.records[i] != old.record || !slices.EqualFunc(d.facets[i], old.facets, slices.Equal[[]string])
	})
	for i, is := range changed {
		if is {
			d.changed = append(d.changed, i)
		}
	}
	return d
}

// of returns what is remembered of entries, and whether they are others or stand elsewhere than before.
func (m *memory) of(entries []*catalogue.Entry) (docs []remembered, moved bool) {
	if slices.EqualFunc(entries, m.docs, func(e *catalogue.Entry, d remembered) bool { return e.ID == d.id }) {
		return m.docs, false
	}
	byID := make(map[string]remembered, len(m.docs))
	for _, d := range m.docs {
		byID[d.id] = d
	}
	docs = make([]remembered, len(entries))
	for i, e := range entries {
		docs[i] = byID[e.ID]
	}
	return docs, true
}

// memory is what the next build is to know; nil where it had better begin anew, since
// most of the words are no sheet's any more.
func (w *writer) memory(o Options, d *documents, manifest string) *memory {
	used := 0
	for i := range d.forms.all {
		used += b2i(d.forms.all[i].docs > 0)
	}
	if o.Sums == nil || len(d.forms.all) > 2*used+1000 {
		return nil
	}
	m := &memory{manifest: manifest, files: w.files, begins: w.begins, forms: d.forms.all, docs: make([]remembered, len(d.entries))}
	for i, e := range d.entries {
		m.docs[i] = remembered{e.ID, o.Sums.Sheets[e.ID], d.records[i], d.facets[i], d.streams[i], d.texts[i]}
	}
	return m
}
