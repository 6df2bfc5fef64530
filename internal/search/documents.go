package search

import (
	"slices"
	"sync/atomic"

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
	other   bool            // one of them is not as it is remembered, or stands elsewhere
}

// documents reads all documents that are not remembered, and writes their texts while they are at hand.
func (w *writer) documents(o Options, r reader, past *memory) *documents {
	entries := order(r.plan.Catalogue)
	n := len(entries)
	d := &documents{entries: entries, streams: make([]string, n), records: make([]record, n), facets: make([][][]string, n), texts: make([]output.Inputs, n)}
	if past != nil {
		d.forms = forms{all: past.forms, analysed: len(past.forms)}
		d.other = !slices.EqualFunc(entries, past.order, func(e *catalogue.Entry, id string) bool { return e.ID == id })
	}
	var other atomic.Bool
	parallel.With(n, func() *reckoner { return newReckoner(&d.forms) }, func(words *reckoner, i int) {
		old, known := past.document(o, entries[i])
		if known {
			d.streams[i], d.records[i], d.facets[i], d.texts[i] = old.stream, old.record, old.facets, old.text
			if _, ok := output.Retain(w.sink, old.text); ok {
				return
			}
		}
		doc := r.document(entries[i])
		d.streams[i], d.records[i], d.facets[i] = words.stream(doc.passages), r.record(doc), doc.facets
		d.records[i][5], d.texts[i] = w.write("x"+doc.entry.ID, r.texts(doc))
		if d.streams[i] != old.stream || d.records[i] != old.record || !slices.EqualFunc(d.facets[i], old.facets, slices.Equal[[]string]) {
			other.Store(true)
		}
	})
	d.other = d.other || other.Load()
	return d
}

// document returns what is remembered of an entry, and whether its files are still the same.
func (m *memory) document(o Options, e *catalogue.Entry) (old remembered, known bool) {
	if m == nil {
		return remembered{}, false
	}
	old = m.docs[e.ID]
	sum, ok := o.Sums.Sheets[e.ID]
	return old, ok && old.sum == sum
}

// memory is what the next build is to know; nil where it had better begin anew, since
// most of the words are no sheet's any more.
func (d *documents) memory(o Options, manifest string, files []output.Inputs) *memory {
	used := 0
	for _, f := range d.forms.all {
		used += b2i(f.docs > 0)
	}
	if o.Sums == nil || len(d.forms.all) > 2*used+1000 {
		return nil
	}
	m := &memory{manifest: manifest, files: files, forms: d.forms.all, order: make([]string, len(d.entries)), docs: make(map[string]remembered, len(d.entries))}
	for i, e := range d.entries {
		m.order[i] = e.ID
		m.docs[e.ID] = remembered{o.Sums.Sheets[e.ID], d.records[i], d.facets[i], d.streams[i], d.texts[i]}
	}
	return m
}
