package search

import (
	"crypto/rand"
	"strings"
	"sync"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/parallel"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/search/analyze"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/wire"
)

// A form is a word as it is written, in one language.
type form struct {
	lang, text   string
	stem, folded string // stem is "" for a stop word
	docs         int    // in how many documents it is
}

// A series of numbers of forms, which any build goes on with that remembers the last one. What was written by another series means nothing.
type series [16]byte

func newSeries() (s series) {
	rand.Read(s[:])
	return s
}

// Forms numbers all forms of an index. Numbers are given as words are met, so they differ from build to
// build; nothing that is written depends on them.
type forms struct {
	series   series
	seed     seed
	mu       sync.Mutex // held while a form gets its number
	all      []form
	tables   map[string]*table // by language
	analysed int               // so many of all have stems
	unread   string            // what is remembered of all; nothing where that is read

	sought func() map[string]map[string]bool // by language, the only words that will be looked up; nil for any
}

// open reads what is remembered.
func (f *forms) open() {
	if f.unread != "" {
		f.all = readForms(wire.NewReader(f.unread))
		f.analysed, f.unread = len(f.all), ""
	}
}

// number returns that of a form, whose language has a table; a new one where it has none.
func (f *forms) number(lang string, t *table, w *word) uint32 {
	if n, known := t.short(w); known {
		return n
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if n, known := t.find(w); known {
		return n
	}
	n := uint32(len(f.all))
	w.text = strings.Clone(w.text)
	f.all = append(f.all, form{lang: lang, text: w.text})
	t.put(w, n)
	return n
}

// table returns that of a language.
func (f *forms) table(lang string) *table {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.tables == nil {
		f.lookUp()
	}
	t := f.tables[lang]
	if t == nil {
		t = newTable(f.seed, 0)
		f.tables[lang] = t
	}
	return t
}

// lookUp prepares for looking up forms that are known already. For the words of a few documents, that is a pass over all
// forms and a small table, since to put all into one would take most of the time of an edit.
func (f *forms) lookUp() {
	f.open()
	f.seed, f.tables = newSeed(), map[string]*table{}
	if f.sought != nil {
		f.find(f.sought())
		return
	}
	counts := map[string]int{}
	for i := range f.all {
		counts[f.all[i].lang]++
	}
	for lang, n := range counts {
		f.tables[lang] = newTable(f.seed, n)
	}
	for i := range f.all {
		f.tables[f.all[i].lang].add(f.all[i].text, uint32(i))
	}
}

// find puts only some words into tables.
func (f *forms) find(sought map[string]map[string]bool) {
	for lang := range sought {
		f.tables[lang] = newTable(f.seed, 0)
	}
	for i := range f.all {
		if form := &f.all[i]; sought[form.lang][form.text] {
			f.tables[form.lang].add(form.text, uint32(i))
		}
	}
}

// analyse gives new forms their stems, each once, on all processors.
func (f *forms) analyse() {
	fresh := f.all[f.analysed:]
	f.analysed = len(f.all)
	parallel.With(len(fresh), func() map[string]*analyze.Chain { return map[string]*analyze.Chain{} }, func(chains map[string]*analyze.Chain, i int) {
		f := &fresh[i]
		chain := chains[f.lang]
		if chain == nil {
			chain = analyze.New(f.lang)
			chains[f.lang] = chain
		}
		f.stem, f.folded = chain.Analyse(f.text)
	})
}

// A reckoner turns texts into numbers of forms, for one goroutine.
type reckoner struct {
	forms  *forms
	tables map[string]*table // those of the forms
	words  []word            // of the passage at hand
	buffer []byte            // of the document
	learnt []byte            // of it

	scratch scratch // for the document
}

func newReckoner(f *forms) *reckoner { return &reckoner{forms: f, tables: map[string]*table{}} }

// learn returns what is learnt of a document.
func (r *reckoner) learn(d document, made record) learnt {
	r.learnt = appendLearnt(r.learnt[:0], r.stream(d.passages), made, d.facets)
	return learnt(r.learnt)
}

// stream returns the passages of a document, until it is asked for the next one:
//
//	passage   number of words × 4 + zone, then the forms
//
// all of them as appendNumeral writes them.
func (r *reckoner) stream(passages []passage) []byte {
	to := r.buffer[:0]
	for _, p := range passages {
		t := r.tables[p.lang]
		if t == nil {
			t = r.forms.table(p.lang)
			r.tables[p.lang] = t
		}
		// All words are hashed before the first is looked up, so that the looks into memory need not wait for each other.
		r.words = r.words[:0]
		for at := analyze.Next(p.text, 0); at.End > 0; at = analyze.Next(p.text, at.End) {
			r.words = append(r.words, word{})
			t.set(&r.words[len(r.words)-1], p.text[at.Start:], at.End-at.Start)
		}
		to = appendNumeral(to, uint32(len(r.words))<<zoneBits|uint32(p.zone))
		for i := range r.words {
			to = appendNumeral(to, r.forms.number(p.lang, t, &r.words[i]))
		}
	}
	r.buffer = to
	return to
}

// zoneBits are how many a zone takes, at the end of a number.
const (
	zoneBits = 2
	zoneMask = 1<<zoneBits - 1
)

// appendNumeral writes a number below 1<<31: in two bytes, as most are, or in four. Varints would take as much memory, and
// longer to read, since nobody can foretell their lengths.
func appendNumeral(to []byte, n uint32) []byte {
	if n < 1<<15 {
		return append(to, byte(n), byte(n>>8))
	}
	return append(to, byte(n), byte(n>>8)|0x80, byte(n>>15), byte(n>>23))
}

// numeral reads what appendNumeral wrote, and returns the rest. Streams are written by this program alone and
// compared with their sums where they are kept.
func numeral(from string) (uint32, string) {
	n := uint32(from[0]) | uint32(from[1])<<8
	if n < 1<<15 {
		return n, from[2:]
	}
	return n&(1<<15-1) | uint32(from[2])<<15 | uint32(from[3])<<23, from[4:]
}
