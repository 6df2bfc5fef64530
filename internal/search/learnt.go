package search

import (
	"crypto/sha256"
	"encoding/binary"
	"path/filepath"
	"slices"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/cache"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/parallel"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/wire"
)

// What is learnt of a document is kept as bytes, and read where it is asked for: after an edit that is nearly nowhere. It is its
// stream, the texts of its record, and for each facet the number of its keys and these. From one build to the next it stands in a book, as the rest
// of an empty result, so that an edit reads and writes that of a few documents.
type learnt string

// openBook opens the book of what was learnt by the numbers of a series of forms; nil where none is kept.
func (o Options) openBook(s series) *cache.Book {
	if o.Sums == nil || o.Made != nil || o.State == "" {
		return nil
	}
	key := o.memoryKey()
	return cache.OpenBook(filepath.Join(o.State, "search-"+o.Lang+".learnt"), sha256.Sum256(append(key[:], s[:]...)))
}

// inBook is the key in the book of what is learnt of a document, from what stands for it and its sum: two memories of a series, of which one was put
// back, may have other words by the same numbers.
func inBook(made output.Inputs, check uint32) (key cache.Sum) {
	n := copy(key[:], made[:])
	binary.LittleEndian.PutUint32(key[n:], check)
	return key
}

// know returns what was learnt of documents that follow each other, from the book where it is not at hand. It is false where that of one is lost.
func (d *documents) know(from, to int) (some []learnt, ok bool) {
	some, ok = d.learnt[from:to], true
	parallel.Do(len(some), func(i int) {
		if some[i] == "" {
			some[i] = d.lookUp(d.made[from+i], d.checks[from+i])
		}
	})
	return some, !slices.Contains(some, "")
}

// lookUp returns what stands in the book, "" where it is lost.
func (d *documents) lookUp(made output.Inputs, check uint32) learnt {
	rest, _ := d.book.Rest(inBook(made, check))
	return learnt(rest)
}

// saveBook saves what was learnt just now beside what was known.
func (d *documents) saveBook() error {
	for i, made := range d.made {
		if !d.fresh(i) {
			d.book.Find(inBook(made, d.checks[i]))
		}
	}
	return d.book.Save()
}

func appendLearnt(b, stream []byte, r record, facets [][]string) []byte {
	b = append(wire.AppendInt(b, len(stream)), stream...)
	return appendFacets(appendRecord(b, r), facets)
}

func appendRecord(b []byte, r record) []byte {
	for _, s := range r {
		b = wire.AppendText(b, s)
	}
	return b
}

func appendFacets(b []byte, facets [][]string) []byte {
	for _, keys := range facets {
		b = wire.AppendInt(b, len(keys))
		for _, key := range keys {
			b = wire.AppendText(b, key)
		}
	}
	return b
}

func (l learnt) stream() string { return wire.NewReader(string(l)).Text() }

func (l learnt) record() (r record) {
	from := wire.NewReader(string(l))
	from.Text()
	for i := range r {
		r[i] = from.Text()
	}
	return r
}

// facets returns keys by index of plan.Facets.
func (l learnt) facets() [][]string {
	from := wire.NewReader(string(l))
	for range 1 + len(record{}) {
		from.Text()
	}
	facets := make([][]string, len(plan.Facets))
	for i := range facets {
		facets[i] = make([]string, from.Count())
		for k := range facets[i] {
			facets[i][k] = from.Text()
		}
	}
	return facets
}

// each returns a part of what is learnt of documents.
func each[T any](all []learnt, part func(learnt) T) []T {
	parts := make([]T, len(all))
	for i, l := range all {
		parts[i] = part(l)
	}
	return parts
}

// made stands for all that is learnt of a document: its record, of which texts is the digest of the file of its texts,
// its facets, and the passages that are not there.
func (d document) made(r record, texts output.Inputs) output.Inputs {
	b := appendFacets(appendRecord(append(make([]byte, 0, 1<<10), texts[:]...), r), d.facets)
	for _, p := range d.passages {
		if p.zone != bodyZone {
			b = wire.AppendText(wire.AppendText(wire.AppendInt(b, int(p.zone)), p.lang), p.text)
		}
	}
	return output.NewInputs(sha256.Sum256(b))
}
