package search

import (
	_ "embed"
	"encoding/binary"
	"iter"
	"maps"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/search/analyze"
)

// In the dictionary, stem+ stands for the words that end in a noun and stem- for
// those that begin with it. They are terms of their own, so that what a sheet says
// in long words does not make it longer.
const (
	head     = "+"
	modifier = "-"
)

// nouns are simple nouns of the field, one a line, with which German makes its
// long words. The words of a small catalogue alone would split few of them.
//
//go:embed nouns.txt
var nouns string

// suffixes look like nouns and are none: a Gemeinschaft is no Schaft.
var suffixes = []string{"schaft", "heit", "keit", "ung", "ungen", "innen", "bar", "sam", "haft", "lich", "isch", "tum", "nis", "los", "weise", "fach", "mal", "ling"}

// A splitter splits German words into nouns that are known.
type splitter struct {
	chain *analyze.Chain
	known map[string]bool // stems
}

// newSplitter learns the nouns of a catalogue: its capitalised words.
func newSplitter(words map[string]form) *splitter {
	s := &splitter{chain: analyze.New("de"), known: map[string]bool{}}
	for noun := range strings.FieldsSeq(nouns) {
		s.known[s.chain.Term(noun)] = true
	}
	for word, f := range words {
		if r, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(r) && f.docs > 1 && utf8.RuneCountInString(word) <= 10 {
			s.known[f.stem] = true
		}
	}
	for _, suffix := range suffixes {
		delete(s.known, s.chain.Stem(suffix))
	}
	delete(s.known, "")
	return s
}

// The shortest parts of a compound, in letters.
const (
	shortestHead     = 4
	shortestModifier = 3
)

// split returns the stems of a word's parts, the head last; nil for a word
// that is none. The head is the longest that leaves a known part before it.
func (s *splitter) split(word string) []string { return s.parts(s.chain.Fold(word)) }

// parts is split for a word that is folded.
func (s *splitter) parts(word string) []string {
	folded := []rune(word)
	if len(folded) < shortestHead+shortestModifier+1 {
		return nil
	}
	for i := shortestModifier; i <= len(folded)-shortestHead; i++ {
		tail := s.chain.Stem(string(folded[i:]))
		if utf8.RuneCountInString(tail) < shortestHead-1 || !s.known[tail] || slices.Contains(suffixes, string(folded[i:])) {
			continue
		}
		if front := s.modifiers(folded[:i]); front != nil {
			return append(front, tail)
		}
	}
	return nil
}

// modifiers returns the stems of what stands before a head.
func (s *splitter) modifiers(front []rune) []string {
	word := string(front)
	for _, cut := range []string{"", "s", "es", "n", "en", "e"} {
		bare, ok := strings.CutSuffix(word, cut)
		if !ok || utf8.RuneCountInString(bare) < shortestModifier {
			continue
		}
		if stem := s.chain.Stem(bare); s.known[stem] {
			return []string{stem}
		}
	}
	return s.split(word)
}

// compounds adds the lists of heads and modifiers to a collection, and returns
// the head of each compound, by the dictionary's names.
func (c *collection) compounds() map[string]string {
	words := c.words["de"]
	if len(words) == 0 {
		return nil
	}
	s := newSplitter(words)
	parts := map[string]map[string]bool{} // the dictionary's names of compounds by that of their part
	heads := map[string]string{}
	add := func(part, name string) {
		if parts[part] == nil {
			parts[part] = map[string]bool{}
		}
		parts[part][name] = true
	}
	for _, word := range slices.Sorted(maps.Keys(words)) {
		split := s.parts(words[word].folded)
		if split == nil {
			continue
		}
		name := c.name(words[word].stem, "de")
		last := len(split) - 1
		heads[name] = c.name(split[last], "de")
		add(c.name(split[last]+head, "de"), name)
		for _, p := range split[:last] {
			add(c.name(p+modifier, "de"), name)
		}
	}
	for _, part := range slices.Sorted(maps.Keys(parts)) {
		c.lists[part] = c.union(slices.Sorted(maps.Keys(parts[part])))
	}
	return heads
}

// union merges lists; of several impacts the greatest counts.
func (c *collection) union(names []string) *list {
	best := map[uint32]uint8{}
	for _, name := range names {
		if l := c.lists[name]; l != nil {
			l.each(func(doc uint32, impact uint8) { best[doc] = max(best[doc], impact) })
		}
	}
	u := &list{}
	for _, doc := range slices.Sorted(maps.Keys(best)) {
		u.add(doc, best[doc], nil)
	}
	return u
}

// adjacent is together for lists that still hold their positions. They are walked
// side by side: all but the first may be many times longer.
func adjacent(lists []*list, offsets []int) iter.Seq2[uint32, int] {
	return func(yield func(uint32, int) bool) {
		walks := make([]walk, len(lists))
		for i, l := range lists {
			walks[i] = walk{list: l, rest: l.positions}
		}
		places := make([][]int, len(lists))
		for _, doc := range lists[0].docs {
			least, all := math.MaxInt, true
			for i := range walks {
				if all = walks[i].to(doc); !all {
					break
				}
				least = min(least, int(walks[i].list.impacts[walks[i].at]))
			}
			if !all {
				continue
			}
			for i := range walks {
				places[i] = walks[i].places(places[i][:0])
			}
			if stand(places, offsets) && !yield(doc, least) {
				return
			}
		}
	}
}

// A walk leads from document to document of a list.
type walk struct {
	list *list
	at   int    // index of the document
	rest []byte // positions from that document on
}

// to goes on to a document, and reports whether it is in the list.
func (w *walk) to(doc uint32) bool {
	docs := w.list.docs
	for w.at < len(docs) && docs[w.at] < doc {
		count, n := binary.Uvarint(w.rest)
		w.rest = w.rest[max(n, 0):]
		for ; count > 0 && len(w.rest) > 0; w.rest = w.rest[1:] {
			if w.rest[0] < 0x80 { // the last byte of a number
				count--
			}
		}
		w.at++
	}
	return w.at < len(docs) && docs[w.at] == doc
}

// places decodes the positions in the document at hand.
func (w *walk) places(positions []int) []int {
	count, n := binary.Uvarint(w.rest)
	data, at := w.rest[max(n, 0):], 0
	for range count {
		step, n := binary.Uvarint(data)
		data = data[max(n, 0):]
		at += int(step)
		positions = append(positions, at)
	}
	return positions
}

// together yields the documents in which terms stand at fixed distances, with
// the least of their impacts.
func together(lists []*list, places []map[uint32][]int, offsets []int) iter.Seq2[uint32, int] {
	return func(yield func(uint32, int) bool) {
		for k, doc := range lists[0].docs {
			least := lists[0].impacts[k]
			for i := 1; i < len(lists); i++ {
				if at, ok := slices.BinarySearch(lists[i].docs, doc); ok {
					least = min(least, lists[i].impacts[at])
				}
			}
			here := make([][]int, len(places))
			for i := range places {
				here[i] = places[i][doc]
			}
			if stand(here, offsets) && !yield(doc, int(least)) {
				return
			}
		}
	}
}

// stand reports whether somewhere in a document the terms stand at their distances.
func stand(places [][]int, offsets []int) bool {
	return slices.ContainsFunc(places[0], func(start int) bool {
		for i := 1; i < len(places); i++ {
			if _, ok := slices.BinarySearch(places[i], start+offsets[i]-offsets[0]); !ok {
				return false
			}
		}
		return true
	})
}
