package search

import (
	"math/bits"
	"math/rand/v2"
	"sync/atomic"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/wire"
)

// A table has numbers of words. One that is there is found without a lock and, mostly, with one
// look into memory, since a catalogue has millions of words. Only one goroutine at a time may put words in.
type table struct {
	seed
	slots atomic.Pointer[slots]
	used  int               // slots
	long  map[string]uint32 // numbers of words that are too long for a slot; nobody reads them while one is put in
}

// Slots are words, each at its hash or behind, where the next is free. Their number is a power of two.
type slots []slot

// A slot has a word. Its number, one more than that is, is set last, and what has a number does not change any more.
type slot struct {
	number atomic.Uint32
	key    key
}

// fewSlots is how many a table has at first.
const fewSlots = 1 << 12

// newSlots returns free slots of which each page of memory has been written to: one that is read before costs a second fault when it is
// written to, for which all processors are stopped.
func newSlots(n int) slots {
	const slotsOfPage = 4 << 10 / 32
	all := make(slots, n)
	for i := 0; i < n; i += slotsOfPage {
		all[i].number.Store(0)
	}
	return all
}

// newTable returns a table that has room for so many words.
func newTable(s seed, room int) *table {
	t := &table{seed: s, long: map[string]uint32{}}
	all := newSlots(max(fewSlots, 1<<bits.Len(uint(room+room/2))))
	t.slots.Store(&all)
	return t
}

// short returns the number of a word that is not too long for a slot, while others may be put in.
func (t *table) short(w *word) (n uint32, known bool) {
	if w.isLong() {
		return 0, false
	}
	_, n = t.slots.Load().find(w)
	return n - 1, n > 0
}

// find returns the number of a word while none is put in.
func (t *table) find(w *word) (n uint32, known bool) {
	if w.isLong() {
		n, known = t.long[w.text]
		return n, known
	}
	return t.short(w)
}

// put puts a word in that is not there.
func (t *table) put(w *word, n uint32) {
	if w.isLong() {
		t.long[w.text] = n
		return
	}
	all := *t.slots.Load()
	all.put(w, n+1)
	if t.used++; t.used*4 > len(all)*3 {
		more := newSlots(2 * len(all))
		for i := range all {
			if n := all[i].number.Load(); n > 0 {
				more.put(&word{key: all[i].key, hash: t.hash(all[i].key)}, n)
			}
		}
		t.slots.Store(&more)
	}
}

// add puts a text in that is not there.
func (t *table) add(text string, n uint32) {
	w := t.word(text)
	t.put(&w, n)
}

// find returns the slot where a form is or would be, and what stands there for its number.
func (s slots) find(w *word) (*slot, uint32) {
	mask := uint64(len(s) - 1)
	for at := w.hash; ; at++ {
		e := &s[at&mask]
		if n := e.number.Load(); n == 0 || e.key == w.key {
			return e, n
		}
	}
}

func (s slots) put(w *word, n uint32) {
	e, _ := s.find(w)
	e.key = w.key
	e.number.Store(n)
}

// A word is one that is looked up, in any language.
type word struct {
	text string
	key  key
	hash uint64
}

// A key is a word of up to 23 bytes and, in its last byte, their number; so no two have the same.
type key struct{ a, b, c uint64 }

const longestKeyed = 23

func (w *word) isLong() bool { return len(w.text) > longestKeyed }

// keyOf returns the key of the first n bytes of a text. Those behind them are read, too, and masked, which is quicker
// than to stop in time.
func keyOf(text string, n int) key {
	if len(text) <= longestKeyed {
		var b [longestKeyed + 1]byte
		copy(b[:], text)
		text = string(b[:])
	}
	m := &masks[n]
	return key{wire.Eight(text) & m.a, wire.Eight(text[8:]) & m.b, wire.Eight(text[16:])&m.c | uint64(n)<<56}
}

// masks are, by the length of a word, the bits of a key that are its letters.
var masks = func() (m [longestKeyed + 1]key) {
	for n := range m {
		m[n] = key{1<<(8*n) - 1, 1<<(8*max(0, n-8)) - 1, 1<<(8*max(0, n-16)) - 1}
	}
	return m
}()

// A seed is numbers that no writer of texts knows, so that none can write words of one hash.
type seed [3]uint64

func newSeed() seed { return seed{rand.Uint64(), rand.Uint64(), rand.Uint64() | 1} }

func (s *seed) hash(k key) uint64 {
	high, low := bits.Mul64(k.a^s[0], k.b^s[1])
	high, low = bits.Mul64(high^low^k.c, s[2])
	return high ^ low
}

// set makes a word of the first n bytes of a text. It is made in its place, since a copy takes longer than all the rest.
func (s *seed) set(w *word, text string, n int) {
	w.text = text[:n]
	if !w.isLong() {
		w.key = keyOf(text, n)
		w.hash = s.hash(w.key)
	}
}

func (s *seed) word(text string) (w word) {
	s.set(&w, text, len(text))
	return w
}
