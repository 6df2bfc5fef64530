package search

import (
	"cmp"
	_ "embed"
	"iter"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/parallel"
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
	whole map[string]bool // of what stands before heads of the word at hand: what was found to have no parts
}

func newSplitter(known map[string]bool) *splitter {
	return &splitter{analyze.New("de"), known, map[string]bool{}}
}

// knownNouns are the stems of nouns: of the field, and of a catalogue's short capitalised words.
func knownNouns(forms []form) map[string]bool {
	chain, known := analyze.New("de"), map[string]bool{}
	for noun := range strings.FieldsSeq(nouns) {
		known[chain.Term(noun)] = true
	}
	for i := range forms {
		if f := &forms[i]; f.docs > 1 && f.noun() {
			known[f.stem] = true
		}
	}
	for _, suffix := range suffixes {
		delete(known, chain.Stem(suffix))
	}
	delete(known, "")
	return known
}

// noun reports whether a form is a noun that others may be made of, if there are enough of it.
func (f *form) noun() bool {
	r, _ := utf8.DecodeRuneInString(f.text)
	return f.lang == "de" && unicode.IsUpper(r) && utf8.RuneCountInString(f.text) <= 10
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
	letters := utf8.RuneCountInString(word)
	if letters < shortestHead+shortestModifier+1 {
		return nil
	}
	for at, i := 0, 0; i <= letters-shortestHead; i++ {
		if i >= shortestModifier {
			if front, tail := s.cut(word, at); front != nil {
				return append(front, tail)
			}
		}
		_, n := utf8.DecodeRuneInString(word[at:])
		at += n
	}
	return nil
}

// cut returns the stems of a word's two parts, none where these are not both known.
func (s *splitter) cut(word string, at int) (front []string, tail string) {
	tail = s.chain.Stem(word[at:])
	if !s.known[tail] || utf8.RuneCountInString(tail) < shortestHead-1 || slices.Contains(suffixes, word[at:]) {
		return nil, ""
	}
	return s.modifiers(word[:at]), tail
}

// modifiers returns the stems of what stands before a head. What has no parts is remembered, or nouns that lie within one
// another would be tried in all their sequences.
func (s *splitter) modifiers(front string) []string {
	for _, cut := range []string{"", "s", "es", "n", "en", "e"} {
		bare, ok := strings.CutSuffix(front, cut)
		if !ok || utf8.RuneCountInString(bare) < shortestModifier {
			continue
		}
		if stem := s.chain.Stem(bare); s.known[stem] {
			return []string{stem}
		}
	}
	if s.whole[front] {
		return nil
	}
	parts := s.split(front)
	s.whole[front] = parts == nil
	return parts
}

// A joint is what a German term is made of, by the dictionary's names.
type joint struct {
	parts []string // sorted
	head  string
	word  string // whose head it is: the last one of the term that has one
}

// joints splits German words, by the dictionary's names of their terms.
func joints(lang string, words []*form, known map[string]bool) map[string]joint {
	all := map[string]joint{}
	for i, split := range splits(words, known) {
		if split == nil {
			continue
		}
		name, last := qualified(words[i].stem, "de", lang), len(split)-1
		j := all[name]
		if j.word <= words[i].text {
			j.head, j.word = qualified(split[last], "de", lang), words[i].text
		}
		j.parts = append(j.parts, qualified(split[last]+head, "de", lang))
		for _, p := range split[:last] {
			j.parts = append(j.parts, qualified(p+modifier, "de", lang))
		}
		slices.Sort(j.parts)
		j.parts = slices.Compact(j.parts)
		all[name] = j
	}
	return all
}

// german returns the German words of terms, of all terms where none are named.
func german(forms []form, stems map[string]bool) []*form {
	var words []*form
	for i := range forms {
		if f := &forms[i]; f.lang == "de" && f.stem != "" && f.docs > 0 && (stems == nil || stems[f.stem]) {
			words = append(words, f)
		}
	}
	return words
}

// splits returns the parts of words, on all processors.
func splits(words []*form, known map[string]bool) [][]string {
	splits := make([][]string, len(words))
	parallel.With(len(words), func() *splitter { return newSplitter(known) }, func(s *splitter, i int) {
		clear(s.whole)
		splits[i] = s.parts(words[i].folded)
	})
	return splits
}

// addParts adds the lists of heads and modifiers.
func (c *collection) addParts(joints map[string]joint) {
	names := map[string][]string{} // of compounds, by that of their part
	for name, j := range joints {
		if c.lists[name] != nil {
			for _, part := range j.parts {
				names[part] = append(names[part], name)
			}
		}
	}
	m := newMerger(c.docs)
	for part, names := range names {
		for _, name := range names {
			c.lists[name].each(m.greatest)
		}
		c.lists[part] = m.list()
	}
}

// A merger makes one list of several. It is for one goroutine.
type merger struct {
	impacts []uint16 // by document, one more than they are
	docs    []uint32
}

func newMerger(docs int) *merger { return &merger{impacts: make([]uint16, docs)} }

// greatest adds a posting; of several impacts the greatest counts.
func (m *merger) greatest(doc uint32, impact uint8) {
	m.set(doc, max(m.impacts[doc], uint16(impact)+1))
}

func (m *merger) set(doc uint32, value uint16) {
	if m.impacts[doc] == 0 {
		m.docs = append(m.docs, doc)
	}
	m.impacts[doc] = value
}

// list returns what was added, and is empty after.
func (m *merger) list() *list {
	slices.Sort(m.docs)
	l := &list{docs: slices.Clone(m.docs), impacts: make([]uint8, len(m.docs))}
	for i, doc := range m.docs {
		l.impacts[i] = uint8(m.impacts[doc] - 1)
		m.impacts[doc] = 0
	}
	m.docs = m.docs[:0]
	return l
}

// adjacent is together for lists whose words are at hand. It follows those of the rarest term, since the others may be many
// times as many.
func adjacent(lists []*list, offsets []int) iter.Seq2[uint32, int] {
	return func(yield func(uint32, int) bool) {
		rarest, rest := 0, make([][]occurrence, len(lists))
		for i, l := range lists {
			if rest[i] = l.words; len(l.words) < len(lists[rarest].words) {
				rarest = i
			}
		}
		next := uint32(0) // the first document that was not found yet
		for _, o := range lists[rarest].words {
			if o.doc < next {
				continue
			}
			found := true
			for i := 0; i < len(rest) && found; i++ {
				at := o.at() + uint64(offsets[i]-offsets[rarest])
				rest[i] = from(rest[i], at)
				found = len(rest[i]) > 0 && rest[i][0].at() == at
			}
			if found && !yield(o.doc, least(lists, o.doc)) {
				return
			}
			if found {
				next = o.doc + 1
			}
		}
	}
}

// from returns the occurrences that are not before a place. It looks near by first.
func from(all []occurrence, at uint64) []occurrence {
	end := 1
	for end <= len(all) && all[end-1].at() < at {
		end *= 2
	}
	begin := end / 2
	n, _ := slices.BinarySearchFunc(all[begin:min(end, len(all))], at, func(o occurrence, at uint64) int { return cmp.Compare(o.at(), at) })
	return all[begin+n:]
}

// least returns the least impact in a document that is in all lists.
func least(lists []*list, doc uint32) int {
	least := math.MaxInt
	for _, l := range lists {
		if at, ok := slices.BinarySearch(l.docs, doc); ok {
			least = min(least, int(l.impacts[at]))
		}
	}
	return least
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
