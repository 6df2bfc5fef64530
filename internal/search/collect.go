package search

import (
	"cmp"
	"encoding/binary"
	"maps"
	"math/bits"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/search/analyze"
)

// A list is the postings of one term while the index is built.
type list struct {
	docs      []uint32
	impacts   []uint8
	positions []byte // for each document: how many, and the steps from one to the next
	part      int    // of the merging that fills it
}

func (l *list) add(doc uint32, impact uint8, positions []byte) {
	l.docs = append(l.docs, doc)
	l.impacts = append(l.impacts, impact)
	l.positions = append(l.positions, positions...)
}

// A collection is what the words of all documents come to, for one language.
type collection struct {
	lang  string
	lists map[string]*list
	words map[string]map[string]form // written forms by language
	docs  int
}

// A form is what is known of a written form.
type form struct {
	docs         int // in how many documents it is
	stem, folded string
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

// batch is how many documents are analysed before they are merged.
const batch = 1024

// collect analyses documents 0 to n. Documents are made when they are needed
// and forgotten after.
func collect(lang string, n int, document func(int) document) *collection {
	c := &collection{lang: lang, lists: map[string]*list{}, words: map[string]map[string]form{}, docs: n}
	analysed := make([]analysis, min(n, batch))
	references := [zones]int{}
	workers := make([]*worker, runtime.GOMAXPROCS(0))
	for i := range workers {
		workers[i] = &worker{collection: c, langs: map[string]*vocabulary{}, terms: map[string]*term{}}
	}
	for from := 0; from < n; from += batch {
		size := min(batch, n-from)
		var next atomic.Int64
		c.all(workers, func(_ int, w *worker) {
			for k := int(next.Add(1)) - 1; k < size; k = int(next.Add(1)) - 1 {
				w.analyse(document(from+k), &analysed[k])
			}
		})
		if from == 0 {
			references = reference(analysed)
		}
		for _, w := range workers {
			c.enlist(w, len(workers))
		}
		c.all(workers, func(part int, _ *worker) { merge(part, uint32(from), analysed[:size], references) })
	}
	for _, w := range workers {
		c.count(w)
	}
	return c
}

// all lets every worker do something at once.
func (c *collection) all(workers []*worker, do func(i int, w *worker)) {
	var group sync.WaitGroup
	for i, w := range workers {
		group.Go(func() { do(i, w) })
	}
	group.Wait()
}

// An occurrence is a term of a document.
type occurrence struct {
	term      *term
	counts    [zones]uint16
	positions []byte
}

// An analysis is a document as terms.
type analysis struct {
	lengths     [zones]int
	occurrences []occurrence
}

// A worker analyses documents on one processor. What it knows of a word is
// found by one look into a map, since a catalogue has millions of them.
type worker struct {
	*collection
	langs map[string]*vocabulary
	terms map[string]*term
	fresh []*term // that have no list yet
	doc   int     // counts its documents, from 1
}

// A vocabulary is the words of a language that a worker has met.
type vocabulary struct {
	chain *analyze.Chain
	words map[string]*word
}

// A word is a written form with its term, nil for a stop word.
type word struct {
	stem, folded string
	term         *term
	doc          int // the last that had it
	docs         int // how many did
}

// word adds a written form to a vocabulary.
func (v *vocabulary) word(form string) *word {
	stem, folded := v.chain.Analyse(form)
	known := &word{stem: stem, folded: folded}
	v.words[form] = known
	return known
}

// A term knows where it stands in the document at hand.
type term struct {
	name string // in the dictionary
	list *list  // the same for all workers
	doc  int    // the last that had it
	at   int    // in that one's occurrences
	last int    // position
}

func (w *worker) analyse(d document, a *analysis) {
	w.doc++
	a.lengths = [zones]int{}
	a.occurrences = a.occurrences[:0]
	position := 0
	for _, p := range d.passages {
		v := w.vocabulary(p.lang)
		analyze.Tokens(p.text, func(t analyze.Token) {
			position++
			form := p.text[t.Start:t.End]
			known := v.words[form]
			if known == nil {
				known = v.word(strings.Clone(form))
				known.term = w.term(known.stem, p.lang)
			}
			if known.doc != w.doc {
				known.doc = w.doc
				known.docs++
			}
			if known.term != nil {
				w.occur(a, known.term, p.zone, position)
			}
		})
		position += gap
	}
}

// occur notes one occurrence of a term.
func (w *worker) occur(a *analysis, t *term, z zone, position int) {
	if t.doc != w.doc {
		t.doc, t.at, t.last = w.doc, len(a.occurrences), 0
		a.begin(t)
	}
	o := &a.occurrences[t.at]
	o.counts[z]++
	o.positions = binary.AppendUvarint(o.positions, uint64(position-t.last))
	t.last = position
	a.lengths[z]++
}

// begin adds an occurrence, in the memory of an earlier document's.
func (a *analysis) begin(t *term) {
	n := len(a.occurrences)
	a.occurrences = slices.Grow(a.occurrences, 1)[:n+1]
	o := &a.occurrences[n]
	*o = occurrence{term: t, positions: o.positions[:0]}
}

func (w *worker) vocabulary(lang string) *vocabulary {
	v := w.langs[lang]
	if v == nil {
		v = &vocabulary{analyze.New(lang), map[string]*word{}}
		w.langs[lang] = v
	}
	return v
}

func (w *worker) term(stem, lang string) *term {
	if stem == "" {
		return nil
	}
	name := w.name(stem, lang)
	t := w.terms[name]
	if t == nil {
		t = &term{name: name}
		w.terms[name] = t
		w.fresh = append(w.fresh, t)
	}
	return t
}

// reference returns the lengths that the others are measured by: averages of the
// first documents, rounded to powers of two, so that one edited sheet does not
// change the impacts of all.
func reference(first []analysis) [zones]int {
	var r [zones]int
	for z := range r {
		sum := 0
		for i := range first {
			sum += first[i].lengths[z]
		}
		r[z] = 1 << bits.Len(uint(sum*3/(4*max(1, len(first)))))
	}
	return r
}

// enlist gives a worker's new terms their lists, which are dealt out to the parts
// of the merging in turn.
func (c *collection) enlist(w *worker, parts int) {
	for _, t := range w.fresh {
		if c.lists[t.name] == nil {
			c.lists[t.name] = &list{part: len(c.lists) % parts}
		}
		t.list = c.lists[t.name]
	}
	w.fresh = w.fresh[:0]
}

// merge adds documents to the lists of one part.
func merge(part int, from uint32, analysed []analysis, references [zones]int) {
	for k := range analysed {
		a := &analysed[k]
		for i := range a.occurrences {
			o := &a.occurrences[i]
			l := o.term.list
			if l.part != part {
				continue
			}
			count := 0
			for _, n := range o.counts {
				count += int(n)
			}
			l.positions = binary.AppendUvarint(l.positions, uint64(count))
			l.add(from+uint32(k), impact(o.counts, a.lengths, references), o.positions)
		}
	}
}

// impact is the share of the idf that a term brings a document, of 255.
func impact(counts [zones]uint16, lengths, references [zones]int) uint8 {
	x := 0
	for z, n := range counts {
		x += int(n) * zoneWeights[z] * one * 2 * references[z] / (references[z] + lengths[z])
	}
	return uint8((255*x + (x+saturation)/2) / (x + saturation))
}

// count adds up in how many documents a worker has met its words.
func (c *collection) count(w *worker) {
	for lang, v := range w.langs {
		if c.words[lang] == nil {
			c.words[lang] = make(map[string]form, len(v.words))
		}
		for written, known := range v.words {
			if known.term != nil {
				c.words[lang][written] = form{c.words[lang][written].docs + known.docs, known.stem, known.folded}
			}
		}
	}
}

// langs returns the languages of the passages, the index's own first.
func (c *collection) langs() []string {
	langs := slices.SortedFunc(maps.Keys(c.words), func(a, b string) int {
		return cmp.Or(cmp.Compare(b2i(a != c.lang), b2i(b != c.lang)), cmp.Compare(a, b))
	})
	return langs
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
