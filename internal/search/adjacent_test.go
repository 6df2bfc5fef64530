package search

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// Documents are found in which words stand in a row, however often each is there, and each once.
func TestAdjacent(t *testing.T) {
	random := rand.New(rand.NewPCG(4, 2026))
	for range 200 {
		docs := make([][]int, 1+random.IntN(12)) // terms by position
		lists := []*list{{}, {}, {}}
		for doc := range docs {
			var seen [4]bool
			for place := range random.IntN(20) {
				term := random.IntN(4) // the last one is in no list
				docs[doc] = append(docs[doc], term)
				if term == 3 {
					continue
				}
				l := lists[term]
				l.words = append(l.words, occurrence{uint32(doc), uint32(place+1)<<zoneBits | uint32(random.IntN(int(zones)))})
				if !seen[term] {
					l.docs, l.impacts = append(l.docs, uint32(doc)), append(l.impacts, uint8(100*term+doc))
					seen[term] = true
				}
			}
		}
		offsets := []int{0, 1 + random.IntN(2), 3}
		for doc, terms := range docs {
			want := false
			for at := range terms {
				row := func(term int) bool { return at+offsets[term] < len(terms) && terms[at+offsets[term]] == term }
				want = want || row(0) && row(1) && row(2)
			}
			var impacts []int
			for found, impact := range adjacent(lists, offsets) {
				if found == uint32(doc) {
					impacts = append(impacts, impact)
				}
			}
			if want && !slices.Equal(impacts, []int{doc}) || !want && impacts != nil {
				t.Fatalf("document %d of %v: %v, impacts %v", doc, docs, want, impacts)
			}
		}
	}
}
