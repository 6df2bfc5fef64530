package plan

import (
	"cmp"
	"math"
	"runtime"
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
	entries []int
	weight  float64
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

// relate finds for every entry those that have most in common with it. The rarer
// a term is, the more it says: its weight grows with its inverse frequency.
func relate(entries []*catalogue.Entry) map[*catalogue.Entry][]Related {
	commons := map[term]*common{}
	for i, e := range entries {
		for _, t := range termsOf(e) {
			if commons[t] == nil {
				commons[t] = &common{}
			}
			commons[t].entries = append(commons[t].entries, i)
		}
	}
	for t, c := range commons {
		c.weight = weights[t.kind] * math.Log(1+float64(len(entries))/float64(len(c.entries)))
	}
	found := make([][]Related, len(entries))
	workers := runtime.GOMAXPROCS(0)
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			scores := make([]float64, len(entries))
			for i := w; i < len(entries); i += workers {
				found[i] = relatives(entries, i, commons, scores)
			}
		})
	}
	wg.Wait()
	related := map[*catalogue.Entry][]Related{}
	for i, e := range entries {
		related[e] = found[i]
	}
	return related
}

// relatives finds those of one entry. scores is all zero, and is left so.
func relatives(entries []*catalogue.Entry, of int, commons map[term]*common, scores []float64) []Related {
	e := entries[of]
	var touched []int
	for _, t := range termsOf(e) {
		c := commons[t]
		for _, i := range c.entries {
			if scores[i] == 0 {
				if t.kind == "audience" { // those come last, when all others are touched
					continue
				}
				touched = append(touched, i)
			}
			scores[i] += c.weight
		}
	}
	best := slices.DeleteFunc(slices.Clone(touched), func(i int) bool { return i == of || linked(e, entries[i]) })
	slices.SortFunc(best, func(a, b int) int { return cmp.Or(cmp.Compare(scores[b], scores[a]), cmp.Compare(a, b)) })
	for _, i := range touched {
		scores[i] = 0
	}
	best = best[:min(len(best), maxRelated)]
	related := make([]Related, len(best))
	for n, i := range best {
		o := entries[i]
		related[n] = Related{o, shared(e.Themes(), o.Themes()), shared(e.Places(), o.Places()), shared(e.PartnerPlaces(), o.PartnerPlaces())}
	}
	return related
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
