package plan

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
	"sync"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
)

// A Related practice has something in common with another one.
type Related struct {
	Entry    *catalogue.Entry
	Themes   []string // keys that both have
	Places   []string
	Partners []string // places of partners that both have
}

// maxRelated is how many related practices a page names.
const maxRelated = 5

// What a shared term counts, before its rarity: the same problem elsewhere says
// more than another one in the same city. An audience alone relates nothing.
var weights = map[string]float64{"theme": 1, "place": 0.75, "partner": 0.75, "audience": 0.5}

// A term is one of a kind, such as a theme.
type term struct{ kind, key string }

// A common is who has a term, by their number, and what it counts to share it.
type common struct {
	kind    string
	number  int32 // among all of them
	entries []int32
	weight  float64
}

// Commons are the terms of all entries.
type commons struct {
	all     []*common
	numbers []int32 // of the terms of one entry after the other: those of thousands are looked at for each
	ends    []int   // where those of each entry end
}

// of returns the numbers of an entry's terms.
func (c *commons) of(entry int) []int32 {
	from := 0
	if entry > 0 {
		from = c.ends[entry-1]
	}
	return c.numbers[from:c.ends[entry]]
}

// own returns an entry's terms.
func (c *commons) own(entry int) []*common {
	numbers := c.of(entry)
	own := make([]*common, len(numbers))
	for i, number := range numbers {
		own[i] = c.all[number]
	}
	return own
}

func termsOf(e *catalogue.Entry) []term {
	var terms []term
	add := func(kind string, keys []string) {
		for _, key := range keys {
			terms = append(terms, term{kind, key})
		}
	}
	add("theme", e.Themes())
	add("place", e.Places())
	add("partner", e.PartnerPlaces())
	add("audience", e.Audience())
	return terms
}

// sameTerms reports whether an entry is one of before with the same terms.
func sameTerms(e, before *catalogue.Entry) bool {
	return e.ID == before.ID && (slices.Equal(e.Files, before.Files) || slices.Equal(termsOf(e), termsOf(before)))
}

// relations finds for entries those that have most in common with them, each when it
// is asked for: most of a catalogue is not while it is served.
type relations struct {
	entries []*catalogue.Entry
	commons func() *commons
	numbers func(of int) []int // of the relatives of the entry of a number
	tallies sync.Pool
}

// newRelations takes what terms count from the plan before, where all have the same terms.
func (m *Memory) newRelations(entries []*catalogue.Entry, before *Plan) *relations {
	r := &relations{entries: entries}
	r.commons = sync.OnceValue(func() *commons {
		return weigh(len(entries), func(i int) []term { return termsOf(entries[i]) })
	})
	if before != nil && slices.EqualFunc(entries, before.relations.entries, sameTerms) {
		r.commons = before.relations.commons
	}
	r.tallies.New = func() any { return newTally(r.commons()) }
	r.numbers = r.find
	if m != nil {
		all := sync.OnceValue(func() [][]int { return m.related(r) })
		r.numbers = func(of int) []int { return all()[of] }
	}
	return r
}

// of returns the relatives of an entry.
func (r *relations) of(e *catalogue.Entry) []Related {
	themes, places, partners := e.Themes(), e.Places(), e.PartnerPlaces()
	numbers := r.numbers(e.Number)
	related := make([]Related, len(numbers))
	for i, number := range numbers {
		o := r.entries[number]
		related[i] = Related{o, shared(themes, o.Themes()), shared(places, o.Places()), shared(partners, o.PartnerPlaces())}
	}
	return related
}

// find returns the numbers of an entry's relatives.
func (r *relations) find(of int) []int {
	t := r.tallies.Get().(*tally)
	defer r.tallies.Put(t)
	e := r.entries[of]
	return t.relatives(of, r.commons(), func(i int) bool { return i != of && !linked(e, r.entries[i]) })
}

// weigh says of n entries who has a term and what it counts to share it, for each of all its terms. The rarer
// a term is, the more it says: its weight grows with its inverse frequency.
func weigh(n int, terms func(i int) []term) *commons {
	known, weighed := map[term]*common{}, &commons{ends: make([]int, n)}
	for i := range n {
		from := len(weighed.numbers)
		for _, t := range terms(i) {
			c := known[t]
			if c == nil {
				c = &common{kind: t.kind, number: int32(len(weighed.all))}
				known[t], weighed.all = c, append(weighed.all, c)
			}
			if slices.Contains(weighed.numbers[from:], c.number) { // said twice it counts once
				continue
			}
			c.entries = append(c.entries, int32(i))
			weighed.numbers = append(weighed.numbers, c.number)
		}
		weighed.ends[i] = len(weighed.numbers)
	}
	for _, c := range weighed.all {
		c.weight = weights[c.kind] * math.Log(1+float64(n)/float64(len(c.entries)))
	}
	return weighed
}

// A tally is what one processor counts on, for one entry after the other.
type tally struct {
	scores  []float64 // by number; all zero in between
	whole   []bool    // whose scores are summed up whole
	touched []int

	positions []int32  // by the numbers of terms: where an entry has them, from 1, or 0
	both      []uint64 // a bit for each of its positions: whether another entry has the term, too
}

func newTally(c *commons) *tally {
	return &tally{scores: make([]float64, len(c.ends)), whole: make([]bool, len(c.ends)), positions: make([]int32, len(c.all))}
}

// relatives finds the numbers of those of one entry among the eligible ones. It begins with who shares the rarest term, which counts
// most, and looks at nobody new when those that it has seen can't be caught up with: who has but common terms, and that
// is nearly everybody, is never looked at. This is the threshold algorithm that searches call MaxScore (Turtle and Flood, 1995).
func (t *tally) relatives(of int, all *commons, eligible func(i int) bool) []int {
	terms := all.own(of)
	own := slices.DeleteFunc(slices.Clone(terms), func(c *common) bool { return c.kind == "audience" })
	slices.SortStableFunc(own, func(a, b *common) int { return cmp.Compare(b.weight, a.weight) })
	t.learn(terms)
	defer t.forget(terms)
	open, least := 0.0, 0.0 // what is not counted yet, and what is needed to be among the best
	rest := 0               // entries of the terms that are not counted yet
	for _, c := range terms {
		open += c.weight
		rest += len(c.entries)
	}
	for len(own) > 0 && least <= open {
		c := own[0]
		if t.above(least-open)*len(terms) < len(c.entries) { // it is less work to see whether they are needed
			t.sumUp(all, terms, least-open)
			if least = t.least(eligible); least > open {
				break
			}
		}
		t.count(c, true)
		own, open, rest = own[1:], open-c.weight, rest-len(c.entries)
		least = t.least(eligible)
	}
	if rest < t.above(least-open)*len(terms) { // then it is less work to go on counting than to sum up
		for _, c := range terms {
			if c.kind == "audience" || slices.Contains(own, c) {
				t.count(c, false)
			}
		}
		open, least = 0, t.least(eligible)
	}
	// Those that lead are summed up whole first: then fewer of the others can catch up.
	t.sumUp(all, terms, least)
	if open > 0 {
		t.sumUp(all, terms, t.least(eligible)-open)
	}
	best := t.best(eligible)
	for _, i := range t.touched {
		t.scores[i], t.whole[i] = 0, false
	}
	t.touched = t.touched[:0]
	return best
}

// count adds what it counts to share a term, for those of whom something is counted, but not all, or for everybody who has it.
func (t *tally) count(c *common, everybody bool) {
	for _, i := range c.entries {
		switch {
		case t.whole[i]:
		case t.scores[i] != 0:
			t.scores[i] += c.weight
		case everybody:
			t.touched = append(t.touched, int(i))
			t.scores[i] = c.weight
		}
	}
}

// above returns how many have counted so much or more, but not whole.
func (t *tally) above(least float64) (n int) {
	for _, i := range t.touched {
		if !t.whole[i] && t.scores[i] >= least {
			n++
		}
	}
	return n
}

// sumUp gives those who have counted so much or more their whole scores.
func (t *tally) sumUp(all *commons, terms []*common, least float64) {
	for _, i := range t.touched {
		if !t.whole[i] && t.scores[i] >= least {
			t.scores[i], t.whole[i] = t.score(terms, all.of(i)), true
		}
	}
}

// score is what it counts to share some of an entry's terms. Always summed up in the same order, it is the same to the last bit.
func (t *tally) score(own []*common, others []int32) (sum float64) {
	for _, number := range others {
		if at := t.positions[number] - 1; at >= 0 {
			t.both[at/64] |= 1 << (at % 64)
		}
	}
	for word, both := range t.both {
		for ; both != 0; both &= both - 1 {
			sum += own[word*64+bits.TrailingZeros64(both)].weight
		}
		t.both[word] = 0
	}
	return sum
}

// learn notes where an entry has its terms, until forget.
func (t *tally) learn(own []*common) {
	t.both = make([]uint64, (len(own)+63)/64)
	for i, c := range own {
		t.positions[c.number] = int32(i + 1)
	}
}

func (t *tally) forget(own []*common) {
	for _, c := range own {
		t.positions[c.number] = 0
	}
}

// least returns the lowest of the highest scores, as far as they are counted, and a little less: the order in which they were
// summed up makes a difference. It is 0 where there are fewer than are looked for.
func (t *tally) least(eligible func(i int) bool) float64 {
	best := t.best(eligible)
	if len(best) < maxRelated {
		return 0
	}
	return t.scores[best[maxRelated-1]] * (1 - 1e-9)
}

// best returns the numbers with the highest scores, the highest first, of equal
// ones the lower number. It holds the few that lead and never sorts the many.
func (t *tally) best(eligible func(i int) bool) []int {
	best, least := make([]int, 0, maxRelated+1), 0.0
	before := func(i, j int) bool { return t.scores[i] > t.scores[j] || t.scores[i] == t.scores[j] && i < j }
	for _, i := range t.touched {
		if t.scores[i] < least || len(best) == maxRelated && !before(i, best[maxRelated-1]) || !eligible(i) {
			continue
		}
		at := len(best)
		for at > 0 && before(i, best[at-1]) {
			at--
		}
		best = slices.Insert(best, at, i)
		if len(best) >= maxRelated {
			best = best[:maxRelated]
			least = t.scores[best[maxRelated-1]]
		}
	}
	return best
}

// linked reports whether one of two entries names the other, so that their pages
// lead to each other anyway.
func linked(a, b *catalogue.Entry) bool {
	names := func(e, from *catalogue.Entry) bool {
		return slices.ContainsFunc(e.Relations, func(r catalogue.Relation) bool { return r.From == from })
	}
	return names(a, b) || names(b, a)
}

func shared(a, b []string) []string {
	var both []string
	for _, key := range a {
		if slices.Contains(b, key) {
			both = append(both, key)
		}
	}
	return both
}
