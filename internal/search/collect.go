package search

import (
	"encoding/binary"
	"iter"
	"math/bits"
	"runtime"
	"slices"
	"sync"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/parallel"
)

// A list is the postings of one term while the index is built.
type list struct {
	docs      []uint32
	impacts   []uint8
	positions []byte       // for each document: how many, and the steps from one to the next
	words     []occurrence // the same, until the collection is complete
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

// collect inverts documents: from numbers of forms to postings of terms. All words are counted first, so that each can be put
// behind those of its term; these are then packed to lists.
func collect(lang string, forms []form, streams []string, references lengths) *collection {
	c := &collection{lang: lang, docs: len(streams), forms: forms}
	names, terms := c.terms()
	v := inversion{streams: streams, terms: terms, lengths: make([]lengths, len(streams)), references: references}
	walkers := make([]*walker, min(runtime.GOMAXPROCS(0), max(1, len(streams))))
	for i := range walkers {
		walkers[i] = &walker{inversion: &v, from: i * len(streams) / len(walkers), to: (i + 1) * len(streams) / len(walkers)}
	}
	run(walkers, func(w *walker) { w.count(len(names)) })
	for _, w := range walkers {
		for i, f := range w.forms {
			c.forms[i].docs += int(f.docs)
		}
	}
	v.allot(walkers, len(names))
	run(walkers, (*walker).gather)
	v.weigh()
	c.lists = make(map[string]*list, len(names))
	for i, l := range v.lists() {
		if len(l.docs) > 0 {
			c.lists[names[i]] = l
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
func references(forms []form, first []learnt) (r lengths) {
	for _, l := range first {
		for z, form := range words(l.stream()) {
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
			header, stream = numeral(stream)
			for range header >> zoneBits {
				if form, stream = numeral(stream); !yield(zone(header&zoneMask), form) {
					return
				}
			}
		}
	}
}

// An inversion is postings in the making.
type inversion struct {
	streams    []string
	terms      []uint32  // by form
	lengths    []lengths // of documents
	references lengths
	ones       [][zones]uint8 // by document: the impact of one word in a zone, which is what most are
	first      []uint32       // where the occurrences of a term begin; at last, where they end
	all        []occurrence
}

// An occurrence is a word in a document.
type occurrence struct {
	doc   uint32
	place uint32 // the position × 4 + zone
}

// at orders occurrences. Before the first position of a document there is room to step back.
func (o occurrence) at() uint64 { return (uint64(o.doc)+1)<<32 | uint64(o.place>>zoneBits) }

// of returns the occurrences of a term.
func (v *inversion) of(term int) []occurrence { return v.all[v.first[term]:v.first[term+1]] }

// A walker inverts a run of documents on one processor.
type walker struct {
	*inversion
	from, to int
	forms    []met
	next     []uint32 // by term: how many occurrences the run has, then where the next one goes
}

// Met is where a form was met.
type met struct {
	doc   uint32 // the last document that had it, one more than its number
	docs  uint32 // how many of the run have it
	words uint32 // how often it is in the run
}

// run lets every walker do something at once.
func run(walkers []*walker, do func(*walker)) {
	var group sync.WaitGroup
	for _, w := range walkers {
		group.Go(func() { do(w) })
	}
	group.Wait()
}

// count counts the words of the run by their forms, then by their terms.
func (w *walker) count(terms int) {
	w.forms, w.next = make([]met, len(w.terms)), make([]uint32, terms)
	for doc := w.from; doc < w.to; doc++ {
		mark := uint32(doc) + 1
		for stream := w.streams[doc]; len(stream) > 0; {
			var header, form uint32
			header, stream = numeral(stream)
			for range header >> zoneBits {
				form, stream = numeral(stream)
				f := &w.forms[form]
				f.docs += uint32(b2i(f.doc != mark))
				f.doc = mark
				f.words++
			}
		}
	}
	for form, term := range w.terms {
		if term != noTerm {
			w.next[term] += w.forms[form].words
		}
	}
}

// allot finds the place of every walker's occurrences of every term.
func (v *inversion) allot(walkers []*walker, terms int) {
	v.first = make([]uint32, terms+1)
	n := uint32(0)
	for t := range terms {
		v.first[t] = n
		for _, w := range walkers {
			w.next[t], n = n, n+w.next[t]
		}
	}
	v.first[terms] = n
	v.all = make([]occurrence, n)
}

// gather puts the words of the run where they belong. Positions begin at 1.
func (w *walker) gather() {
	for doc := w.from; doc < w.to; doc++ {
		position, length := uint32(0), &w.lengths[doc]
		for stream := w.streams[doc]; len(stream) > 0; position += gap {
			var header, form uint32
			header, stream = numeral(stream)
			z := header & zoneMask
			for range header >> zoneBits {
				form, stream = numeral(stream)
				position++
				if term := w.terms[form]; term != noTerm {
					at := w.next[term]
					w.next[term]++
					w.all[at] = occurrence{uint32(doc), position<<zoneBits | z}
					length[z]++
				}
			}
		}
	}
}

// weigh finds the impacts of terms that are in a document once.
func (v *inversion) weigh() {
	v.ones = make([][zones]uint8, len(v.lengths))
	for doc, length := range v.lengths {
		for z := range zones {
			var counts [zones]int
			counts[z] = 1
			v.ones[doc][z] = impact(counts, length, v.references)
		}
	}
}

// termsAtOnce is how many terms are packed at a time.
const termsAtOnce = 256

// lists packs the occurrences of all terms.
func (v *inversion) lists() []*list {
	terms := len(v.first) - 1
	lists := make([]*list, terms)
	parallel.With((terms+termsAtOnce-1)/termsAtOnce, func() *packer { return &packer{inversion: v} }, func(p *packer, i int) {
		from := i * termsAtOnce
		p.pack(lists[from:min(terms, from+termsAtOnce)], from)
	})
	return lists
}

// A packer packs occurrences to lists, for one goroutine.
type packer struct {
	*inversion
	list
}

// pack makes the lists of neighbours, from a term on, which share their pieces of memory.
func (p *packer) pack(to []*list, from int) {
	p.docs, p.impacts, p.positions = p.docs[:0], p.impacts[:0], p.positions[:0]
	ends := make([][2]int, len(to)) // of documents and positions
	for i := range to {
		p.term(p.of(from + i))
		ends[i] = [2]int{len(p.docs), len(p.positions)}
	}
	lists := make([]list, len(to))
	docs, impacts, positions := slices.Clone(p.docs), slices.Clone(p.impacts), slices.Clone(p.positions)
	var at [2]int
	for i, end := range ends {
		lists[i] = list{docs[at[0]:end[0]:end[0]], impacts[at[0]:end[0]:end[0]], positions[at[1]:end[1]:end[1]], p.of(from + i)}
		to[i], at = &lists[i], end
	}
}

// term adds the postings of a term.
func (p *packer) term(all []occurrence) {
	for len(all) > 0 {
		doc, n := all[0].doc, 1
		for n < len(all) && all[n].doc == doc {
			n++
		}
		p.docs, p.impacts = append(p.docs, doc), append(p.impacts, p.impact(all[:n]))
		p.positions = binary.AppendUvarint(p.positions, uint64(n))
		last := uint32(0)
		for _, o := range all[:n] {
			p.positions = binary.AppendUvarint(p.positions, uint64(o.place>>zoneBits-last))
			last = o.place >> zoneBits
		}
		all = all[n:]
	}
}

// impact returns that of a term's occurrences in a document.
func (p *packer) impact(all []occurrence) uint8 {
	doc := all[0].doc
	if len(all) == 1 {
		return p.ones[doc][all[0].place&zoneMask]
	}
	var counts [zones]int
	for _, o := range all {
		counts[o.place&zoneMask]++
	}
	return impact(counts, p.lengths[doc], p.references)
}

// impact is the share of the idf that a term brings a document, of 255.
func impact(counts [zones]int, of, references lengths) uint8 {
	x := 0
	for z, n := range counts {
		if n > 0 {
			x += n * zoneWeights[z] * one * 2 * references[z] / (references[z] + of[z])
		}
	}
	return uint8((255*x + (x+saturation)/2) / (x + saturation))
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
