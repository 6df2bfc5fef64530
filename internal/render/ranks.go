package render

import (
	"cmp"
	"slices"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/locale"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
)

// named are the facets whose terms are looked for by their names; the others have an order of their own.
var named = []string{"places", "countries", "audiences", "carriers"}

// fewTerms is of how many terms the names are compared themselves: to rank all takes as long as a hundred such lists.
const fewTerms = 50

// sorted returns the terms of a facet in the order in which readers look for them.
func (c *context) sorted(facet string, counts []plan.TermCount) []plan.TermCount {
	if len(counts) < 2 || !slices.Contains(named, facet) {
		return counts
	}
	if len(counts) <= fewTerms {
		return c.byName(facet, counts)
	}
	ranks := c.ranks()[facet]
	counts = slices.Clone(counts)
	slices.SortStableFunc(counts, func(a, b plan.TermCount) int { return cmp.Compare(ranks[a.Key], ranks[b.Key]) })
	return counts
}

// byName sorts terms by their names in the language, those of one name as they stand.
func (c *context) byName(facet string, counts []plan.TermCount) []plan.TermCount {
	counts = slices.Clone(counts)
	locale.Sort(c.Locale, counts, func(t plan.TermCount) string { return c.termLabel(facet, t.Key, t.Term).Text })
	return counts
}

// newRanks finds out how terms stand by their names, by facet and key: to compare names takes far longer
// than numbers, and a dozen pages list them. Those with equal names have one number.
func (r *Renderer) newRanks(l *language) map[string]map[string]int {
	c := &context{Renderer: r, language: l}
	all := map[string]map[string]int{}
	for _, facet := range named {
		terms := c.byName(facet, c.plan.Counts(facet))
		ranks := make(map[string]int, len(terms))
		rank, last := 0, ""
		for i, t := range terms {
			if name := c.termLabel(facet, t.Key, t.Term).Text; name != last {
				rank, last = i, name
			}
			ranks[t.Key] = rank
		}
		all[facet] = ranks
	}
	return all
}

// byCount returns the places of terms in their list, those with most practices first.
func byCount(counts []plan.TermCount) []int {
	order := make([]int, len(counts))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return cmp.Or(cmp.Compare(counts[j].Count, counts[i].Count), cmp.Compare(i, j)) })
	return order
}
