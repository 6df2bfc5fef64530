package search

import (
	"encoding/binary"
	"math/bits"
	"math/rand/v2"
	"strings"
	"sync"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/parallel"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/search/analyze"
)

// A form is a word as it is written, in one language.
type form struct {
	lang, text   string
	stem, folded string // stem is "" for a stop word
	docs         int    // in how many documents it is
}

// Forms numbers all forms of an index. Numbers are given as words are met, so they differ from build to
// build; nothing that is written depends on them.
type forms struct {
	mu       sync.Mutex
	all      []form
	numbers  map[string]map[string]uint32 // by language and text
	analysed int                          // so many of all have stems
}

// number returns that of a form, a new one where it has none.
func (f *forms) number(lang, text string) uint32 {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.numbers == nil {
		f.lookUp()
	}
	known := f.in(lang)
	if n, ok := known[text]; ok {
		return n
	}
	n := uint32(len(f.all))
	text = strings.Clone(text)
	known[text] = n
	f.all = append(f.all, form{lang: lang, text: text})
	return n
}

// lookUp prepares for looking up forms that are known already.
func (f *forms) lookUp() {
	f.numbers = map[string]map[string]uint32{}
	counts := map[string]int{}
	for i := range f.all {
		counts[f.all[i].lang]++
	}
	for lang, n := range counts {
		f.numbers[lang] = make(map[string]uint32, n)
	}
	for i := range f.all {
		f.numbers[f.all[i].lang][f.all[i].text] = uint32(i)
	}
}

// in returns the numbers of the forms of a language.
func (f *forms) in(lang string) map[string]uint32 {
	if f.numbers[lang] == nil {
		f.numbers[lang] = map[string]uint32{}
	}
	return f.numbers[lang]
}

// analyse gives new forms their stems, each once, on all processors.
func (f *forms) analyse() {
	const run = 1024
	fresh := f.all[f.analysed:]
	f.analysed = len(f.all)
	parallel.Do((len(fresh)+run-1)/run, func(i int) {
		chains := map[string]*analyze.Chain{}
		for k := range fresh[i*run : min(len(fresh), (i+1)*run)] {
			f := &fresh[i*run+k]
			chain := chains[f.lang]
			if chain == nil {
				chain = analyze.New(f.lang)
				chains[f.lang] = chain
			}
			f.stem, f.folded = chain.Analyse(f.text)
		}
	})
}

// A reckoner turns texts into numbers of forms, for one goroutine. What it has met before it finds without the
// others, and with one look into memory, since a catalogue has millions of words.
type reckoner struct {
	forms  *forms
	seed   [3]uint64
	langs  map[string]*slots
	words  []word // of the passage at hand
	buffer []byte // of the document

	passages []passage // that can be used again
}

func newReckoner(f *forms) *reckoner {
	return &reckoner{forms: f, seed: [3]uint64{rand.Uint64(), rand.Uint64(), rand.Uint64()}, langs: map[string]*slots{}}
}

// Slots are forms of one language, each at its hash or behind, where the next is free. Words that are too
// long for a key are in the long ones.
type slots struct {
	lang    string
	entries []slot // a power of two
	used    int
	long    map[string]uint32
}

type slot struct {
	key    key
	number uint32
}

// A key is a word of up to 23 bytes and, in its last byte, their number; so none is zero.
type key [3]uint64

const longestForm = 23

func keyOf(text string) key {
	var b [longestForm + 1]byte
	copy(b[:], text)
	b[longestForm] = byte(len(text))
	return key{binary.LittleEndian.Uint64(b[0:]), binary.LittleEndian.Uint64(b[8:]), binary.LittleEndian.Uint64(b[16:])}
}

// hash mixes a key with numbers that no writer of texts knows.
func (r *reckoner) hash(k key) uint64 {
	high, low := bits.Mul64(k[0]^r.seed[0], k[1]^r.seed[1])
	high, low = bits.Mul64(high^low^k[2], r.seed[2]|1)
	return high ^ low
}

// stream returns the passages of a document:
//
//	passage   number of words × 4 + zone, then the forms
//
// all of them varints.
func (r *reckoner) stream(passages []passage) string {
	to := r.buffer[:0]
	for _, p := range passages {
		s := r.langs[p.lang]
		if s == nil {
			s = &slots{lang: p.lang, entries: make([]slot, 1<<12), long: map[string]uint32{}}
			r.langs[p.lang] = s
		}
		r.words = r.words[:0]
		for t := analyze.Next(p.text, 0); t.End > 0; t = analyze.Next(p.text, t.End) {
			r.words = append(r.words, r.word(p.text[t.Start:t.End]))
		}
		to = appendVarint(to, uint32(len(r.words))<<zoneBits|uint32(p.zone))
		for i := range r.words {
			to = appendVarint(to, r.number(s, &r.words[i]))
		}
	}
	r.buffer = to
	return string(to)
}

// zoneBits are those of a zone.
const zoneBits = 2

// A word is one of the passage at hand. All of them are hashed before the first is looked up, so that the looks into
// memory need not wait for each other.
type word struct {
	text string
	key  key
	hash uint64
}

func (r *reckoner) word(text string) word {
	if len(text) > longestForm {
		return word{text: text}
	}
	k := keyOf(text)
	return word{text, k, r.hash(k)}
}

func (r *reckoner) number(s *slots, w *word) uint32 {
	if len(w.text) > longestForm {
		n, ok := s.long[w.text]
		if !ok {
			n = r.forms.number(s.lang, w.text)
			s.long[strings.Clone(w.text)] = n
		}
		return n
	}
	at := s.find(w.key, w.hash)
	if e := &s.entries[at]; e.key == w.key {
		return e.number
	}
	n := r.forms.number(s.lang, w.text)
	s.entries[at] = slot{w.key, n}
	if s.used++; s.used*4 > len(s.entries)*3 {
		r.grow(s)
	}
	return n
}

// find returns where a key is or would be.
func (s *slots) find(k key, hash uint64) uint64 {
	mask := uint64(len(s.entries) - 1)
	at := hash & mask
	for s.entries[at].key != k && s.entries[at].key != (key{}) {
		at = (at + 1) & mask
	}
	return at
}

func (r *reckoner) grow(s *slots) {
	old := s.entries
	s.entries = make([]slot, 2*len(old))
	for _, e := range old {
		if e.key != (key{}) {
			s.entries[s.find(e.key, r.hash(e.key))] = e
		}
	}
}

func appendVarint(to []byte, n uint32) []byte {
	for ; n >= 0x80; n >>= 7 {
		to = append(to, byte(n)|0x80)
	}
	return append(to, byte(n))
}

// varint reads what appendVarint wrote, and returns the rest. Streams are written by this program alone and
// compared with their sums where they are kept.
func varint(from string) (uint32, string) {
	if from[0] < 0x80 {
		return uint32(from[0]), from[1:]
	}
	n := uint32(0)
	for i, shift := 0, 0; i < len(from); i, shift = i+1, shift+7 {
		n |= uint32(from[i]&0x7f) << shift
		if from[i] < 0x80 {
			return n, from[i+1:]
		}
	}
	return 0, ""
}
