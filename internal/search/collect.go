package search

import (
	"encoding/binary"
	"iter"
	"math/bits"
	"runtime"
	"slices"
	"sync"
)

// A list is the postings of one term while the index is built.
type list struct {
	docs      []uint32
	impacts   []uint8
	positions []byte // for each document: how many, and the steps from one to the next
}

// A collection is what the words of all documents come to, for one language.
type collection struct {
	lang  string
	docs  int
	forms []form
	lists map[string]*list // by the dictionary's names
}

// name is the dictionary's word for a term of a language: that of the index
// itself has the bare term.
func (c *collection) name(term, lang string) string { return qualified(term, lang, c.lang) }

func qualified(term, lang, own string) string {
	if lang == own {
		return term
	}
	return term + "." + lang
}

// The weights of the zones, how quickly more of the same word stops to matter,
// and how far documents may grow: BM25F with k = 1.2 and b = ½, in 1024ths.
const (
	one        = 1024
	saturation = 1229
)

var zoneWeights = [zones]int{titleZone: 4, termsZone: 2, bodyZone: 1}

// gap is what lies between two passages, so that no phrase spans them.
const gap = 16

// sample is how many documents say how long one is.
const sample = 1024

// noTerm is the term of a stop word.
const noTerm = ^uint32(0)

// collect inverts documents: from numbers of forms to postings of terms. These are first packed as they come and counted, so that in
// the end all lie in three pieces of memory, each where it belongs.
func collect(lang string, forms []form, streams []string, references lengths) *collection {
	c := &collection{lang: lang, docs: len(streams), forms: forms}
	names, terms := c.terms()
	v := inversion{streams: streams, terms: terms, references: references}
	walkers := make([]*walker, min(runtime.GOMAXPROCS(0), max(1, len(streams))))
	for i := range walkers {
		walkers[i] = v.walker(len(names), len(forms), i*len(streams)/len(walkers), (i+1)*len(streams)/len(walkers))
	}
	run(walkers, (*walker).pack)
	v.allot(walkers, len(names))
	run(walkers, (*walker).fill)
	for _, w := range walkers {
		for i, f := range w.forms {
			c.forms[i].docs += int(f.docs)
		}
	}
	c.lists = make(map[string]*list, len(names))
	lists := make([]list, len(names))
	for i, name := range names {
		from, to := v.first[i], v.first[i+1]
		if from < to {
			lists[i] = list{v.docs[from:to:to], v.impacts[from:to:to], v.positions[v.place[i]:v.place[i+1]:v.place[i+1]]}
			c.lists[name] = &lists[i]
		}
	}
	return c
}

// terms numbers the terms of forms, and returns the names of terms and the terms by form.
func (c *collection) terms() (names []string, terms []uint32) {
	numbers := make(map[string]uint32, len(c.forms))
	terms = make([]uint32, len(c.forms))
	for i := range c.forms {
		f := &c.forms[i]
		f.docs = 0
		if f.stem == "" {
			terms[i] = noTerm
			continue
		}
		name := c.name(f.stem, f.lang)
		n, ok := numbers[name]
		if !ok {
			n = uint32(len(names))
			numbers[name] = n
			names = append(names, name)
		}
		terms[i] = n
	}
	return names, terms
}

// Lengths are numbers of words by zone, without stop words.
type lengths [zones]int

// references returns the lengths that the others are measured by: averages of the
// first documents, of which there are up to sample, rounded to powers of two, so that one edited sheet does not
// change the impacts of all.
func references(forms []form, first []string) (r lengths) {
	for _, s := range first {
		for z, form := range words(s) {
			if forms[form].stem != "" {
				r[z]++
			}
		}
	}
	for z := range r {
		r[z] = 1 << bits.Len(uint(r[z]*3/(4*max(1, len(first)))))
	}
	return r
}

// words yields the words of a document in their order, stop words too.
func words(stream string) iter.Seq2[zone, uint32] {
	return func(yield func(z zone, form uint32) bool) {
		for len(stream) > 0 {
			var header, form uint32
			header, stream = varint(stream)
			for range header >> zoneBits {
				if form, stream = varint(stream); !yield(zone(header&(1<<zoneBits-1)), form) {
					return
				}
			}
		}
	}
}

// An inversion is postings in the making.
type inversion struct {
	streams    []string
	terms      []uint32
	references lengths
	first      []uint32 // where the postings of a term begin
	place      []uint64 // where its positions begin
	docs       []uint32
	impacts    []uint8
	positions  []byte
}

// A walker inverts a run of documents on one processor.
type walker struct {
	*inversion
	from, to int

	docsOf  []uint32 // by term: its number of documents in the run, then where the next one goes
	bytesOf []uint64 // the same for positions
	terms   []met    // by term
	forms   []met
	packed  [][]byte // the postings of whole documents

	occurrences []occurrence
	steps       []step
	lengths     lengths
}

// Met is where a form or a term was met: things that are looked at together lie together.
type met struct {
	doc   uint32 // the last document that had it, one more than its number
	index uint32 // of a term: its place among those of the document
	docs  uint32 // of a form: its number of documents in the run
	term  uint32 // of a form
}

// An occurrence is a term of the document at hand.
type occurrence struct {
	term   uint32
	last   uint32 // position
	bytes  uint32 // of the steps
	counts [zones]uint16
	next   int // where its next step goes
}

// A step is from one place of a term to the next.
type step struct{ occurrence, width uint32 }

func (v *inversion) walker(terms, forms, from, to int) *walker {
	w := &walker{
		inversion: v, from: from, to: to,
		docsOf: make([]uint32, terms), bytesOf: make([]uint64, terms), terms: make([]met, terms), forms: make([]met, forms),
	}
	for i, t := range v.terms {
		w.forms[i].term = t
	}
	return w
}

// run lets every walker do something at once.
func run(walkers []*walker, do func(*walker)) {
	var group sync.WaitGroup
	for _, w := range walkers {
		group.Go(func() { do(w) })
	}
	group.Wait()
}

// read gathers the terms of a document with their positions, from 1.
func (w *walker) read(doc int) {
	w.occurrences, w.steps, w.lengths = w.occurrences[:0], w.steps[:0], lengths{}
	mark, position := uint32(doc)+1, uint32(0)
	for stream := w.streams[doc]; len(stream) > 0; position += gap {
		var header, form uint32
		header, stream = varint(stream)
		z := zone(header & (1<<zoneBits - 1))
		for range header >> zoneBits {
			form, stream = varint(stream)
			position++
			f := &w.forms[form]
			if f.doc != mark {
				f.doc = mark
				f.docs++
			}
			if f.term != noTerm {
				w.meet(f.term, mark, z, position)
			}
		}
	}
}

// meet notes that a term stands at a position.
func (w *walker) meet(term, mark uint32, z zone, position uint32) {
	t := &w.terms[term]
	if t.doc != mark {
		t.doc, t.index = mark, uint32(len(w.occurrences))
		w.occurrences = append(w.occurrences, occurrence{term: term})
	}
	o := &w.occurrences[t.index]
	s := step{t.index, position - o.last}
	w.steps = append(w.steps, s)
	o.last = position
	o.bytes += width(s.width)
	o.counts[z]++
	w.lengths[z]++
}

// width is how many bytes a varint takes.
func width(n uint32) uint32 { return uint32(bits.Len32(n|1)+6) / 7 }

// total is how often a term is in the document.
func (o *occurrence) total() (n uint32) {
	for _, count := range o.counts {
		n += uint32(count)
	}
	return n
}

// packing is how many bytes of postings are packed together, or a little more.
const packing = 1 << 20

// pack packs what documents add to lists, one after the other: of each the number of its terms, and of each of these its
// number, its impact, how many bytes its positions take, and these.
func (w *walker) pack() {
	var to []byte
	for doc := w.from; doc < w.to; doc++ {
		if w.read(doc); len(to) >= packing || to == nil {
			w.packed, to = append(w.packed, to), make([]byte, 0, packing+packing/8)
		}
		to = appendVarint(to, uint32(len(w.occurrences)))
		for i := range w.occurrences {
			o := &w.occurrences[i]
			total := o.total()
			n := width(total) + o.bytes
			to = append(appendVarint(to, o.term), impact(o.counts, w.lengths, w.references))
			to = appendVarint(appendVarint(to, n), total)
			o.next = len(to)
			to = slices.Grow(to, int(o.bytes))[:len(to)+int(o.bytes)]
			w.docsOf[o.term]++
			w.bytesOf[o.term] += uint64(n)
		}
		for _, s := range w.steps {
			o := &w.occurrences[s.occurrence]
			o.next += binary.PutUvarint(to[o.next:], uint64(s.width))
		}
	}
	w.packed = append(w.packed, to)
}

// allot finds the place of every walker's postings of every term.
func (v *inversion) allot(walkers []*walker, terms int) {
	v.first, v.place = make([]uint32, terms+1), make([]uint64, terms+1)
	docs, bytes := uint32(0), uint64(0)
	for t := range terms {
		v.first[t], v.place[t] = docs, bytes
		for _, w := range walkers {
			w.docsOf[t], docs = docs, docs+w.docsOf[t]
			w.bytesOf[t], bytes = bytes, bytes+w.bytesOf[t]
		}
	}
	v.first[terms], v.place[terms] = docs, bytes
	v.docs, v.impacts, v.positions = make([]uint32, docs), make([]uint8, docs), make([]byte, bytes)
}

// fill puts what was packed where it belongs.
func (w *walker) fill() {
	doc := uint32(w.from)
	for i, from := range w.packed {
		for ; len(from) > 0; doc++ {
			var terms, term, n uint32
			terms, from = varint(from)
			for range terms {
				term, from = varint(from)
				at, place := w.docsOf[term], w.bytesOf[term]
				w.docs[at], w.impacts[at] = doc, from[0]
				n, from = varint(from[1:])
				copy(w.positions[place:], from[:n])
				w.docsOf[term], w.bytesOf[term] = at+1, place+uint64(n)
				from = from[n:]
			}
		}
		w.packed[i] = nil // it is not needed any more, and there is much of it
	}
}

// impact is the share of the idf that a term brings a document, of 255.
func impact(counts [zones]uint16, of, references lengths) uint8 {
	x := 0
	for z, n := range counts {
		x += int(n) * zoneWeights[z] * one * 2 * references[z] / (references[z] + of[z])
	}
	return uint8((255*x + (x+saturation)/2) / (x + saturation))
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
