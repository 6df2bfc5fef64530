package search

import (
	"hash/crc32"
	"slices"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/cache"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/parallel"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/search/analyze"
)

// Documents is all that is known of the documents, by their numbers.
type documents struct {
	entries []*catalogue.Entry
	forms   forms
	book    *cache.Book     // has what was learnt of those that are remembered
	learnt  []learnt        // "" where it has not been asked for yet
	made    []output.Inputs // stand for what was learnt
	checks  []uint32        // sums of that
	texts   []output.Inputs // of the files of their texts
	past    []remembered    // what is remembered of them, nil for nothing
	moved   bool            // they are not those that are remembered, or in another order
	changed []int           // those that are not as they are remembered, in order; none where nothing is
}

// documents returns documents of which nothing is read yet. Their book is to be closed.
func (o Options) documents(entries []*catalogue.Entry, past *memory) *documents {
	n := len(entries)
	d := &documents{entries: entries, learnt: make([]learnt, n), made: make([]output.Inputs, n), checks: make([]uint32, n), texts: make([]output.Inputs, n)}
	if past != nil {
		d.forms = forms{series: past.series, all: past.forms, analysed: len(past.forms), unread: past.unread}
		d.past, d.moved = past.of(entries)
	} else {
		d.forms.series = newSeries()
	}
	d.book = o.openBook(d.forms.series)
	return d
}

// read reads all documents that are not remembered, and writes their texts while they are at hand.
func (w *writer) read() {
	d := w.docs
	fresh := w.recallAll()
	if len(fresh) <= max(2, len(d.entries)/few) {
		d.forms.sought = func() map[string]map[string]bool { return w.wordsOf(fresh) }
	}
	parallel.With(len(fresh), func() *reckoner { return newReckoner(&d.forms) }, func(words *reckoner, k int) {
		i := fresh[k]
		doc := w.reader.document(d.entries[i], &words.scratch)
		r := w.reader.record(doc)
		r[5], d.texts[i] = w.text(doc.entry.ID, w.reader.texts(doc), d.texts[i])
		d.made[i] = doc.made(r, d.texts[i])
		if !d.fresh(i) { // of its sheet another language was edited
			d.learnt[i], d.checks[i] = d.past[i].learnt, d.past[i].check
			return
		}
		d.learnt[i] = words.learn(doc, r)
		d.checks[i] = crc32.Checksum(words.learnt, castagnoli)
		d.book.AddWith(inBook(d.made[i], d.checks[i]), "", words.learnt)
	})
	d.settle()
}

// recallAll takes all documents that are remembered as they are, and returns the others.
func (w *writer) recallAll() (fresh []int) {
	recalled := make([]bool, len(w.docs.entries))
	parallel.Do(len(recalled), func(i int) { recalled[i] = w.recall(i) })
	for i, is := range recalled {
		if !is {
			fresh = append(fresh, i)
		}
	}
	return fresh
}

// wordsOf returns the words of documents by their languages.
func (w *writer) wordsOf(docs []int) map[string]map[string]bool {
	all := map[string]map[string]bool{}
	for _, i := range docs {
		for _, p := range w.reader.document(w.docs.entries[i], &scratch{}).passages {
			if all[p.lang] == nil {
				all[p.lang] = map[string]bool{}
			}
			for at := analyze.Next(p.text, 0); at.End > 0; at = analyze.Next(p.text, at.End) {
				all[p.lang][p.text[at.Start:at.End]] = true
			}
		}
	}
	return all
}

// recall takes a document as it is remembered, if its sheet is the same and its texts lie there.
func (w *writer) recall(i int) bool {
	d := w.docs
	if d.past == nil {
		return false
	}
	old := &d.past[i]
	if sum, known := w.sum(d.entries[i].ID); !known || sum != old.sum {
		return false
	}
	_, ok := output.Retain(w.sink, old.text)
	if ok {
		d.learnt[i], d.made[i], d.checks[i], d.texts[i] = old.learnt, old.made, old.check, old.text
	}
	return ok
}

// fresh reports whether other things are learnt of a document than are remembered.
func (d *documents) fresh(i int) bool { return d.past == nil || d.past[i].made != d.made[i] }

// settle finds out what has changed, and gives all forms their stems.
func (d *documents) settle() {
	for i := range d.past {
		if d.fresh(i) {
			d.changed = append(d.changed, i)
		}
	}
	d.forms.tables = nil // no form is added any more
	d.forms.analyse()
}

// first returns what was learnt of the documents that say how long one is.
func (d *documents) first() ([]learnt, bool) { return d.know(0, min(len(d.learnt), sample)) }

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
	m := &memory{manifest: manifest, series: d.forms.series, references: w.references, files: w.files, begins: w.begins, ranked: w.ranked, forms: d.forms.all, docs: make([]remembered, len(d.entries))}
	for i, e := range d.entries {
		m.docs[i] = remembered{e.ID, w.Sums.Sheets[e.ID], d.texts[i], d.made[i], d.checks[i], d.learnt[i]}
	}
	return m
}
