package plan

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// counted finds relatives by counting what all entries share, term after term.
func counted(of int, all *commons, eligible func(i int) bool) []int {
	t := newTally(all)
	for _, c := range all.own(of) {
		for _, i := range c.entries {
			if t.scores[i] == 0 {
				if c.kind == "audience" {
					continue
				}
				t.touched = append(t.touched, int(i))
			}
			t.scores[i] += c.weight
		}
	}
	return t.best(eligible)
}

// TestRelatives holds that who is not looked at is not among the relatives.
func TestRelatives(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(1, seed))
		n := 1 + r.IntN(200)
		keys := map[string]int{"theme": 1 + r.IntN(12), "place": 1 + r.IntN(40), "partner": 1 + r.IntN(60), "audience": 1 + r.IntN(6)}
		all := weigh(n, func(int) (terms []term) {
			for _, kind := range []string{"theme", "place", "partner", "audience"} {
				for range r.IntN(4) {
					// The lower the number, the more entries have the term.
					terms = append(terms, term{kind, fmt.Sprint(r.IntN(1 + r.IntN(keys[kind])))})
				}
			}
			return terms
		})
		fast := newTally(all)
		for of := range n {
			eligible := func(i int) bool { return i != of && (i+of)%7 != 0 }
			got, want := fast.relatives(of, all, eligible), counted(of, all, eligible)
			if !slices.Equal(got, want) {
				t.Fatalf("seed %d, entry %d of %d: %v, not %v", seed, of, n, got, want)
			}
		}
	}
}

// BenchmarkRelatives is of one entry after the other.
func BenchmarkRelatives(b *testing.B) {
	for _, n := range []int{1000, 10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			r := rand.New(rand.NewPCG(1, 2))
			all := commonsOf(n, r)
			t := newTally(all)
			for b.Loop() {
				of := r.IntN(n)
				t.relatives(of, all, func(i int) bool { return i != of })
			}
		})
	}
}

// commonsOf makes n entries whose terms are as frequent as those of the generated catalogues.
func commonsOf(n int, r *rand.Rand) *commons {
	return weigh(n, func(int) []term {
		terms := []term{{"theme", fmt.Sprint(r.IntN(7))}, {"theme", fmt.Sprint(7 + r.IntN(7))}, {"theme", fmt.Sprint(14 + r.IntN(6))}}
		for i, kind := range []string{"place", "partner", "partner", "partner", "partner"} {
			terms = append(terms, term{kind, fmt.Sprint(i*400 + r.IntN(400))})
		}
		return append(terms, term{"audience", fmt.Sprint(r.IntN(8))})
	})
}
