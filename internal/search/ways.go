package search

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/search/analyze"
)

// A Way leads on from a query without results: another query, and how many it has.
type Way struct {
	Kind    WayKind `json:"kind"`
	Label   string  `json:"label,omitempty"` // the word, or the name of the theme or place
	Text    string  `json:"query"`
	Filters Filters `json:"filters,omitempty"`
	Count   int     `json:"count"`
}

// A WayKind says what a way changes.
type WayKind string

// The kinds of ways, in the order in which they are proposed.
const (
	Unfiltered WayKind = "unfiltered"
	Unquoted   WayKind = "unquoted"
	Included   WayKind = "included" // what was left out by a minus is let in
	Alone      WayKind = "alone"    // one of several words
	Near       WayKind = "near"     // a word that is written alike
	Named      WayKind = "named"    // a theme or place whose name is written alike
)

// What is proposed at most, and how alike words have to be, in thousandths.
const (
	mostNear    = 5
	mostNamed   = 3
	alike       = 500
	alikeNames  = 600
	fewestAlike = 4 // letters that are shared at least
)

// Ways returns what to try where a query has no results: less of it, then the words of the
// index and the names of themes and places that are nearest to words that nobody wrote. Each has results.
func (ix *Index) Ways(q Query) ([]Way, error) {
	units := parse(q.Text)
	ways, err := ix.looser(q, units)
	if err != nil {
		return nil, err
	}
	unknown, err := ix.nowhere(units)
	if err != nil || len(unknown) == 0 {
		return ways, err
	}
	words, err := ix.nearWords(unknown)
	if err != nil {
		return nil, err
	}
	for _, word := range words {
		if ways, err = ix.try(ways, q, Way{Kind: Near, Label: word, Text: word}); err != nil {
			return nil, err
		}
	}
	named, err := ix.nearNames(unknown)
	return append(ways, named...), err
}

// looser returns the ways that ask for less.
func (ix *Index) looser(q Query, units []unit) (ways []Way, err error) {
	isMinus := func(u unit) bool { return u.minus }
	wanted := slices.DeleteFunc(slices.Clone(units), isMinus)
	var tries []Way
	if q.Filters.any() && len(units) > 0 {
		tries = append(tries, Way{Kind: Unfiltered, Text: q.Text})
	}
	if slices.ContainsFunc(wanted, func(u unit) bool { return u.phrase }) {
		tries = append(tries, Way{Kind: Unquoted, Text: written(units, false), Filters: q.Filters})
	}
	if len(wanted) < len(units) && len(wanted) > 0 {
		tries = append(tries, Way{Kind: Included, Text: written(wanted, true), Filters: q.Filters})
	}
	if len(wanted) > 1 {
		for _, u := range wanted {
			word := written([]unit{u}, true)
			if !slices.ContainsFunc(tries, func(w Way) bool { return w.Text == word }) {
				tries = append(tries, Way{Kind: Alone, Label: strings.Join(u.words, " "), Text: word, Filters: q.Filters})
			}
		}
	}
	for _, w := range tries {
		if ways, err = ix.try(ways, q, w); err != nil {
			return nil, err
		}
	}
	return ways, nil
}

// try adds a way if it leads anywhere.
func (ix *Index) try(ways []Way, q Query, w Way) ([]Way, error) {
	a, err := ix.answer(Query{Text: w.Text, Filters: w.Filters, Features: q.Features})
	if w.Count = len(a.hits); err == nil && w.Count > 0 {
		ways = append(ways, w)
	}
	return ways, err
}

// any reports whether something is filtered by.
func (f Filters) any() bool {
	return slices.ContainsFunc(slices.Collect(maps.Values(f)), func(keys []string) bool { return len(keys) > 0 })
}

// written is a query of units; without quotes they are words all the same.
func written(units []unit, quotes bool) string {
	texts := make([]string, len(units))
	for i, u := range units {
		texts[i] = strings.Join(u.words, " ")
		if u.phrase && (quotes || u.minus) {
			texts[i] = `"` + texts[i] + `"`
		}
		if u.minus {
			texts[i] = "-" + texts[i]
		}
	}
	return strings.Join(texts, " ")
}

// nowhere returns the words of a query, folded, that the dictionary does not have in any language.
func (ix *Index) nowhere(units []unit) ([]string, error) {
	own := ix.chain(ix.manifest.Lang)
	var words []string
	for _, u := range units {
		for _, word := range u.words {
			folded := own.Fold(word)
			if u.minus || slices.Contains(words, folded) {
				continue
			}
			known, err := ix.knows(word)
			if err != nil {
				return nil, err
			}
			if !known && utf8.RuneCountInString(folded) >= fewestAlike {
				words = append(words, folded)
			}
		}
	}
	return words, nil
}

// knows reports whether a word has an entry, or is too small for one.
func (ix *Index) knows(word string) (bool, error) {
	for _, lang := range ix.manifest.Langs {
		term := ix.chain(lang).Term(word)
		if term == "" {
			return true, nil
		}
		if e, err := ix.entry(qualified(term, lang, ix.manifest.Lang)); e != nil || err != nil {
			return true, err
		}
	}
	return false, nil
}

// A neighbour is a word that is like another one.
type neighbour struct {
	word  string
	alike int
}

// nearWords returns the frequent words that are most like one of some folded words, one of those with the same term.
func (ix *Index) nearWords(unknown []string) ([]string, error) {
	x, err := ix.extra()
	if err != nil {
		return nil, err
	}
	own := ix.chain(ix.manifest.Lang)
	var all []neighbour
	for _, length := range slices.Sorted(maps.Keys(x.Words)) {
		name := "w" + length + "-" + x.Words[length]
		text, err := once(ix, name, func() (text string, err error) { return text, ix.load(name, &text) })
		if err != nil {
			return nil, err
		}
		if n, _ := strconv.Atoi(length); n < fewestAlike {
			continue
		}
		for word := range strings.SplitSeq(text, "\n") {
			folded := own.Fold(word)
			for _, u := range unknown {
				if n := likeness(u, folded); n >= alike {
					all = append(all, neighbour{word, n})
				}
			}
		}
	}
	var words, terms []string
	for _, n := range nearest(all) {
		if term := own.Term(n.word); len(words) < mostNear && !slices.Contains(terms, term) {
			words, terms = append(words, n.word), append(terms, term)
		}
	}
	return words, nil
}

// nearNames returns the themes and places with practices of whose names a word is most like one of some folded words.
func (ix *Index) nearNames(unknown []string) ([]Way, error) {
	facets, err := ix.facets(func(facet string) bool { return slices.Contains(named, facet) })
	if err != nil {
		return nil, err
	}
	type candidate struct {
		way   Way
		alike int
	}
	var all []candidate
	for _, facet := range facets {
		for _, v := range facet.Values {
			if n := ix.nameLikeness(unknown, v.Label); n >= alikeNames && len(v.docs) > 0 {
				all = append(all, candidate{Way{Named, v.Label, "", Filters{facet.Name: {v.Key}}, len(v.docs)}, n})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int { return cmp.Compare(b.alike, a.alike) })
	var ways []Way
	for _, c := range all[:min(len(all), mostNamed)] {
		ways = append(ways, c.way)
	}
	return ways, nil
}

// nameLikeness is that of the word of a name which is most like one of some folded words.
func (ix *Index) nameLikeness(unknown []string, name string) int {
	best := 0
	for _, word := range analyze.Words(name) {
		folded := ix.chain(ix.manifest.Lang).Fold(word)
		for _, u := range unknown {
			best = max(best, likeness(u, folded))
		}
	}
	return best
}

// nearest sorts by likeness, then by the alphabet.
func nearest(all []neighbour) []neighbour {
	slices.SortFunc(all, func(a, b neighbour) int {
		return cmp.Or(cmp.Compare(b.alike, a.alike), cmp.Compare(a.word, b.word))
	})
	return all
}

// likeness says in thousandths how much of the longer of two folded words is in the other one as well: the letters
// of a common beginning, all but those that were edited, or, from a half on, those of a word that
// the longer one begins or ends with, as German compounds do.
func likeness(a, b string) int {
	short, long := []rune(a), []rune(b)
	if len(short) > len(long) {
		a, b, short, long = b, a, long, short
	}
	if len(short) < fewestAlike {
		return 0
	}
	n, shared := len(long), 0
	for shared < len(short) && short[shared] == long[shared] {
		shared++
	}
	best := 0
	if shared >= fewestAlike {
		best = 1000 * shared / n
	}
	if strings.HasPrefix(b, a) || strings.HasSuffix(b, a) {
		best = max(best, 500+500*len(short)/n)
	}
	most := min(n/3, 4)
	if d := edits(short, long, most); d <= most {
		best = max(best, 1000-1000*d/n)
	}
	return best
}
