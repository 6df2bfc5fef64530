package search

import (
	"encoding/binary"
	"math/bits"
	"math/rand/v2"
	"sync/atomic"
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

// newTable returns a table that has room for so many words.
func newTable(s seed, room int) *table {
	t := &table{seed: s, long: map[string]uint32{}}
	all := make(slots, max(fewSlots, 1<<bits.Len(uint(room+room/2))))
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
		more := make(slots, 2*len(all))
		for i := range all {
			if n := all[i].number.Load(); n > 0 {
				more.put(&word{key: all[i].key, hash: t.hash(all[i].key)}, n)
			}
		}
		t.slots.Store(&more)
	}
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
type key [3]uint64

const longestKeyed = 23

func (w *word) isLong() bool { return len(w.text) > longestKeyed }

func keyOf(text string) key {
	var b [longestKeyed + 1]byte
	copy(b[:], text)
	b[longestKeyed] = byte(len(text))
	return key{binary.LittleEndian.Uint64(b[0:]), binary.LittleEndian.Uint64(b[8:]), binary.LittleEndian.Uint64(b[16:])}
}

// A seed is numbers that no writer of texts knows, so that none can write words of one hash.
type seed [3]uint64

func newSeed() seed { return seed{rand.Uint64(), rand.Uint64(), rand.Uint64() | 1} }

func (s *seed) hash(k key) uint64 {
	high, low := bits.Mul64(k[0]^s[0], k[1]^s[1])
	high, low = bits.Mul64(high^low^k[2], s[2])
	return high ^ low
}

func (s *seed) word(text string) word {
	w := word{text: text}
	if !w.isLong() {
		w.key = keyOf(text)
		w.hash = s.hash(w.key)
	}
	return w
}
