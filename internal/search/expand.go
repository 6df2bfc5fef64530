package search

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/search/analyze"
)

// The weights of what a word stands for, of full.
const (
	full           = 256
	synonymWeight  = 128
	crossWeight    = 205
	sequenceWeight = 205
	headWeight     = 154
	modifierWeight = 115
	broaderWeight  = 90 // the head of a compound that was asked for
	prefixWeight   = 115
	oneEdit        = 128
	twoEdits       = 77
)

// Limits of expansion.
const (
	shortestPrefix = 3  // letters of a word that may go on
	mostPrefixes   = 12 // terms that go on with it
	mostShards     = 8  // of the dictionary in which they are looked for
	shortestTypo   = 4  // letters of a word in which one edit is allowed
	longTypo       = 8  // letters of a word in which two are
	broadest       = 4  // share of the documents that the head of a compound may have, as its divisor
	mostTypos      = 3  // words that may have been meant
)

// A Kind says why a source stands for a word.
type Kind string

// The kinds of sources, as JSON and the client have them.
const (
	Exact    Kind = "exact"
	Synonym  Kind = "synonym"
	Cross    Kind = "cross"
	Compound Kind = "compound"
	Broader  Kind = "broader"
	Prefix   Kind = "prefix"
	Typo     Kind = "typo"
)

// A source is a term that stands for a word of the query.
type source struct {
	entry  *entry
	weight int
	kind   Kind
	label  string // of a concept; the word that was meant
}

// A group is a word of the query with all that stands for it.
type group struct {
	word    string
	sources []source
	phrase  *postings // of a phrase, instead of sources
	minus   bool
}

// A Term is a name of a facet's value that was recognised in a query.
type Term struct {
	Word  string `json:"word"`
	Facet string `json:"facet"`
	Key   string `json:"key"`
	Label string `json:"label"`

	// Applied says that the results are only those under it. That is so for names
	// of themes and places, unless nothing would be left or it was declined.
	Applied bool `json:"applied"`
	name    bool // and not one of the other words for it
	concept int
}

// An expansion is a query with all that its words stand for.
type expansion struct {
	groups []group
	terms  []Term
	meant  map[string]string // words by what was probably meant
	marks  map[string]bool   // names in the dictionary of words to be marked in snippets
	parts  []string          // terms that are to be marked in German compounds as well
}

// An expander looks up what a query means.
type expander struct {
	*Index
	chains   []*analyze.Chain // by index of the manifest's languages
	features Features
	expansion
}

// Features switch parts of the search off, to measure what each brings.
type Features struct {
	NoThesaurus, NoCross, NoCompounds, NoPrefix, NoTypos, NoForeign bool
}

func (ix *Index) expand(units []unit, f Features) (expansion, error) {
	x := &expander{Index: ix, features: f}
	x.meant, x.marks = map[string]string{}, map[string]bool{}
	for _, lang := range ix.manifest.Langs {
		x.chains = append(x.chains, ix.chain(lang))
	}
	words := make([]int, 0, len(units)) // the groups of plain words, by unit
	for _, u := range units {
		at := -1
		g, err := x.group(u)
		if err != nil {
			return x.expansion, err
		}
		if g != nil {
			at = len(x.groups)
			x.groups = append(x.groups, *g)
		}
		words = append(words, at)
	}
	if err := x.sequences(units, words); err != nil {
		return x.expansion, err
	}
	return x.expansion, x.unknown(units, words)
}

// group looks up a unit; nil for a stop word.
func (x *expander) group(u unit) (*group, error) {
	g := &group{word: strings.Join(u.words, " "), minus: u.minus}
	if u.phrase {
		var err error
		g.phrase, err = x.phrase(u.words)
		return g, err
	}
	own := x.chains[0].Term(u.words[0])
	if own == "" {
		return nil, nil
	}
	stopped, known := false, false
	for i, chain := range x.chains {
		term := chain.Term(u.words[0])
		if term == "" {
			stopped = true
			continue
		}
		if i > 0 && x.features.NoForeign {
			break
		}
		found, err := x.word(g, term, i)
		if err != nil {
			return nil, err
		}
		known = known || found
	}
	if stopped && !known {
		return nil, nil // a small word of another language
	}
	// A word that is known is taken to be whole; its compounds are there all the same.
	if u.open && !u.minus && len(g.sources) == 0 && !x.features.NoPrefix {
		return g, x.prefixes(g, u.words[0])
	}
	return g, nil
}

// word adds what a term of a language stands for, and reports whether the
// dictionary has it.
func (x *expander) word(g *group, term string, lang int) (bool, error) {
	name := qualified(term, x.manifest.Langs[lang], x.manifest.Lang)
	e, err := x.entry(name)
	if err != nil {
		return false, err
	}
	if e != nil {
		g.add(source{entry: e, weight: full, kind: Exact})
		x.marks[name] = true
		if !g.minus {
			if err := x.concepts(g, e, lang); err != nil {
				return false, err
			}
		}
		if e.head != "" && !g.minus && !x.features.NoCompounds {
			if err := x.broader(g, e.head); err != nil {
				return false, err
			}
		}
	}
	if x.manifest.Langs[lang] == "de" && !x.features.NoCompounds && !g.minus {
		for _, part := range []struct {
			mark   string
			weight int
		}{{head, headWeight}, {modifier, modifierWeight}} {
			before := len(g.sources)
			if err := x.addNamed(g, qualified(term+part.mark, "de", x.manifest.Lang), part.weight, Compound); err != nil {
				return false, err
			}
			if len(g.sources) > before && len(term) >= shortestHead {
				x.parts = append(x.parts, term)
			}
		}
	}
	return e != nil, nil
}

// broader adds the head of a compound, unless it is a word of so many documents
// that it says nothing: someone who looks for a Partnerstadt does not mean every Stadt.
func (x *expander) broader(g *group, head string) error {
	e, err := x.entry(head)
	if e != nil && e.df <= x.manifest.Docs/broadest+1 {
		g.add(source{entry: e, weight: broaderWeight, kind: Broader})
	}
	return err
}

func (x *expander) addNamed(g *group, name string, weight int, kind Kind) error {
	e, err := x.entry(name)
	if e != nil {
		g.add(source{entry: e, weight: weight, kind: kind})
	}
	return err
}

// concepts adds those that a term leads to.
func (x *expander) concepts(g *group, e *entry, lang int) error {
	weight, kind := synonymWeight, Synonym
	if lang > 0 {
		weight, kind = crossWeight, Cross
	}
	return x.conceptsAt(g, e, weight, kind, g.word)
}

func (x *expander) conceptsAt(g *group, e *entry, weight int, kind Kind, word string) error {
	if x.features.NoThesaurus || kind == Cross && x.features.NoCross {
		return nil
	}
	for _, c := range e.concepts {
		con, err := x.entry(conceptName(c / 2))
		if err != nil {
			return err
		}
		if con == nil {
			continue
		}
		parts := strings.Split(con.text, "\t")
		if len(parts) < 3 {
			continue
		}
		g.add(source{entry: con, weight: weight, kind: kind, label: parts[0]})
		for _, name := range parts[3:] {
			x.marks[name] = true
		}
		x.recognise(Term{Word: word, Facet: parts[1], Key: parts[2], Label: parts[0], name: c%2 == 1, concept: c / 2})
	}
	return nil
}

func (x *expander) recognise(t Term) {
	same := func(o Term) bool { return o.Facet == t.Facet && o.Key == t.Key }
	if t.Facet != "" && !slices.ContainsFunc(x.terms, same) {
		x.terms = append(x.terms, t)
	}
}

// add adds a source, or raises the weight of one that is there.
func (g *group) add(s source) {
	if s.entry.df == 0 {
		return
	}
	for i := range g.sources {
		if g.sources[i].entry == s.entry {
			if s.weight > g.sources[i].weight {
				g.sources[i] = s
			}
			return
		}
	}
	g.sources = append(g.sources, s)
}

// sequences adds the concepts of several words in a row, which count for each of them.
func (x *expander) sequences(units []unit, groups []int) error {
	for lang, chain := range x.chains {
		var terms []string
		var at []int // their units
		for i, u := range units {
			if u.phrase || u.minus {
				continue
			}
			if term := chain.Term(u.words[0]); term != "" {
				terms, at = append(terms, term), append(at, i)
			}
		}
		for from := range terms {
			for n := 2; n <= longest && from+n <= len(terms); n++ {
				e, err := x.entry(qualified(strings.Join(terms[from:from+n], " "), x.manifest.Langs[lang], x.manifest.Lang))
				if err != nil {
					return err
				}
				if e == nil {
					continue
				}
				if err := x.sequence(e, units[at[from]:at[from+n-1]+1], groups[at[from]:at[from+n-1]+1], lang); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func (x *expander) sequence(e *entry, units []unit, groups []int, lang int) error {
	kind := Synonym
	if lang > 0 {
		kind = Cross
	}
	words := make([]string, len(units))
	for i, u := range units {
		words[i] = strings.Join(u.words, " ")
	}
	for _, g := range groups {
		if g < 0 {
			continue
		}
		if err := x.conceptsAt(&x.groups[g], e, sequenceWeight, kind, strings.Join(words, " ")); err != nil {
			return err
		}
	}
	return nil
}

// prefixes adds the most frequent terms that a word which is still being typed may become.
func (x *expander) prefixes(g *group, word string) error {
	prefix := x.chains[0].Fold(word)
	if utf8.RuneCountInString(prefix) < shortestPrefix {
		return nil
	}
	found, err := x.goOn(prefix)
	if err != nil {
		return err
	}
	slices.SortStableFunc(found, func(a, b *entry) int { return cmp.Compare(b.df, a.df) })
	for _, e := range found[:min(len(found), mostPrefixes)] {
		g.add(source{entry: e, weight: prefixWeight, kind: Prefix})
		x.marks[e.name] = true
	}
	return nil
}

// goOn returns the terms that go on with a prefix, from as many shards as a reader may wait for.
func (x *expander) goOn(prefix string) ([]*entry, error) {
	var found []*entry
	p, err := x.find(prefix)
	if p.at < 0 && err == nil {
		p, _, err = x.next(p)
	}
	for range mostShards {
		if err != nil {
			return nil, err
		}
		entries, err := x.shard(p)
		if err != nil {
			return nil, err
		}
		for k := range entries {
			e := &entries[k]
			if e.df > 0 && strings.HasPrefix(e.name, prefix) && !strings.ContainsAny(e.name, " .+-#=") {
				found = append(found, e)
			}
		}
		var first string
		if p, first, err = x.next(p); err != nil || !strings.HasPrefix(first, prefix) {
			return found, err
		}
	}
	return found, nil
}
