package search

import (
	"cmp"
	"maps"
	"slices"
)

// A hit is a document with its score. All numbers are integers, and both
// programs do the same steps, so that their scores are equal.
type hit struct {
	doc   uint32
	score int
}

// rank scores all documents that have at least one of the words, the best
// first, ties by number.
//
//	of a word    the greatest impact × weight of what stands for it, × the idf of the most frequent of them
//	of a query   the sum, × the share of its words that the document has
func (ix *Index) rank(x expansion) ([]hit, error) {
	scores, matched := map[uint32]int{}, map[uint32]int{}
	excluded := map[uint32]bool{}
	wanted := 0
	for i := range x.groups {
		g := &x.groups[i]
		best, idf, err := ix.weigh(g)
		if err != nil {
			return nil, err
		}
		if g.minus {
			for doc := range best {
				excluded[doc] = true
			}
			continue
		}
		wanted++
		for doc, w := range best {
			scores[doc] += w * idf / full
			matched[doc]++
		}
	}
	hits := make([]hit, 0, len(scores))
	for _, doc := range slices.Sorted(maps.Keys(scores)) {
		if !excluded[doc] {
			hits = append(hits, hit{doc, scores[doc] * matched[doc] / wanted})
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int { return cmp.Compare(b.score, a.score) })
	return strong(hits, matched, wanted), nil
}

// weakest is the share of the best score that a document needs which lacks a
// word of the query: less is noise, which would only make the number of results useless.
const weakest = 6

// strong leaves out documents that lack a word and are far behind the best.
func strong(hits []hit, matched map[uint32]int, wanted int) []hit {
	best := 0
	if len(hits) > 0 {
		best = hits[0].score
	}
	return slices.DeleteFunc(hits, func(h hit) bool {
		return matched[h.doc] < wanted && h.score*weakest < best
	})
}

// weigh returns the greatest impact × weight of a group by document, and its idf.
func (ix *Index) weigh(g *group) (map[uint32]int, int, error) {
	best := map[uint32]int{}
	frequency := 0
	if g.phrase != nil {
		for i, doc := range g.phrase.docs {
			best[doc] = int(g.phrase.impacts[i]) * full
		}
		frequency = len(best)
	}
	for _, s := range g.sources {
		p, err := ix.all(s.entry)
		if err != nil {
			return nil, 0, err
		}
		for i, doc := range p.docs {
			best[doc] = max(best[doc], int(p.impacts[i])*s.weight)
		}
		frequency = max(frequency, s.entry.df)
	}
	return best, ix.idf(frequency), nil
}

func (ix *Index) idf(df int) int {
	return ix.manifest.IDF[min(classOf(df), len(ix.manifest.IDF)-1)]
}

// phrase returns the documents that have words one after the other, in one of
// the languages, with the least of their impacts.
func (x *expander) phrase(words []string) (*postings, error) {
	best := map[uint32]uint8{}
	for i, chain := range x.chains {
		var lists []*list
		var places []map[uint32][]int
		var offsets []int
		for k, word := range words {
			term := chain.Term(word)
			if term == "" {
				continue
			}
			e, err := x.entry(qualified(term, x.manifest.Langs[i], x.manifest.Lang))
			if err != nil {
				return nil, err
			}
			if e == nil || e.df == 0 {
				lists = nil
				break
			}
			p, err := x.all(e)
			if err != nil {
				return nil, err
			}
			at, err := x.positions(e)
			if err != nil {
				return nil, err
			}
			x.marks[e.name] = true
			lists = append(lists, &list{docs: p.docs, impacts: p.impacts})
			places, offsets = append(places, at), append(offsets, k)
		}
		if len(lists) == 0 {
			continue
		}
		for doc, impact := range together(lists, places, offsets) {
			best[doc] = max(best[doc], uint8(impact))
		}
	}
	p := &postings{}
	for _, doc := range slices.Sorted(maps.Keys(best)) {
		p.docs, p.impacts = append(p.docs, doc), append(p.impacts, best[doc])
	}
	return p, nil
}
