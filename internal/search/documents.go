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

// newDocuments returns documents of which nothing is read yet.
func newDocuments(entries []*catalogue.Entry, past *memory) *documents {
	n := len(entries)
	d := &documents{entries: entries, streams: make([]string, n), records: make([]record, n), facets: make([][][]string, n), texts: make([]output.Inputs, n), past: make([]remembered, n)}
	if past != nil {
		d.forms.all, d.forms.analysed = past.forms, len(past.forms)
		d.past, d.moved = past.of(entries)
	}
	return d
}

// readDocuments reads all documents that are not remembered, for all indexes at once since their sheets are the same, and writes their
// texts while they are at hand.
func readDocuments(writers []*writer) {
	entries := writers[0].docs.entries
	begin := func() *desk {
		d := &desk{}
		for _, w := range writers {
			d.works = append(d.works, work{w, newReckoner(&w.docs.forms)})
		}
		return d
	}
	parallel.With(len(entries), begin, (*desk).entry)
	for _, w := range writers {
		w.docs.settle()
	}
}

// A desk reads documents, for one goroutine.
type desk struct {
	works    []work
	passages []passage // that can be used again

	todo  []work // of the entry at hand
	langs []string
}

// A work is an index that documents are read for.
type work struct {
	*writer
	words *reckoner
}

// entry reads the documents of an entry.
func (d *desk) entry(i int) {
	d.todo, d.langs = d.todo[:0], d.langs[:0]
	for _, w := range d.works {
		if !w.recall(i) {
			d.todo, d.langs = append(d.todo, w), append(d.langs, w.Lang)
		}
	}
	if len(d.todo) == 0 {
		return
	}
	e := d.todo[0].docs.entries[i]
	views := e.Views(d.langs)
	for k, w := range d.todo {
		doc := w.reader.document(e, views[k], d.passages)
		d.passages = doc.passages
		w.docs.streams[i], w.docs.records[i], w.docs.facets[i] = w.words.stream(doc.passages), w.reader.record(doc), doc.facets
		w.docs.records[i][5], w.docs.texts[i] = w.text(e.ID, w.reader.texts(doc))
	}
}

// recall takes a document as it is remembered, if its sheet is the same and its texts lie there.
func (w *writer) recall(i int) bool {
	d, old := w.docs, w.docs.past[i]
	if sum, known := w.sum(d.entries[i].ID); !known || sum != old.sum {
		return false
	}
	d.streams[i], d.records[i], d.facets[i], d.texts[i] = old.stream, old.record, old.facets, old.text
	_, ok := output.Retain(w.sink, old.text)
	return ok
}

// settle finds out what has changed, and gives all forms their stems.
func (d *documents) settle() {
	for i := range d.entries {
		if old := &d.past[i]; d.streams[i] != old.stream || d.records[i] != old.record || !slices.EqualFunc(d.facets[i], old.facets, slices.Equal[[]string]) {
			d.changed = append(d.changed, i)
		}
	}
	d.forms.tables = nil // no form is added any more
	d.forms.analyse()
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
func (w *writer) memory(manifest string) *memory {
	d, used := w.docs, 0
	for i := range d.forms.all {
		used += b2i(d.forms.all[i].docs > 0)
	}
	if w.Sums == nil || len(d.forms.all) > 2*used+1000 {
		return nil
	}
	m := &memory{manifest: manifest, files: w.files, begins: w.begins, forms: d.forms.all, docs: make([]remembered, len(d.entries))}
	for i, e := range d.entries {
		m.docs[i] = remembered{e.ID, w.Sums.Sheets[e.ID], d.records[i], d.facets[i], d.streams[i], d.texts[i]}
	}
	return m
}
