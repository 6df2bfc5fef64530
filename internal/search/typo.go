package search

import (
	"strconv"
	"strings"
)

// unknown looks for what was meant by words that stand for nothing.
func (x *expander) unknown(units []unit, groups []int) error {
	for i, u := range units {
		if g := groups[i]; g >= 0 && !u.phrase && !u.minus && len(x.groups[g].sources) == 0 {
			found, err := x.unknownCompound(&x.groups[g], u.words[0])
			if err != nil {
				return err
			}
			if !found && !x.features.NoTypos {
				if err := x.typos(&x.groups[g], u.words[0]); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// unknownCompound takes a German word for two of the dictionary, the second as
// long as can be.
func (x *expander) unknownCompound(g *group, word string) (bool, error) {
	if x.manifest.Lang != "de" || x.features.NoCompounds {
		return false, nil
	}
	letters := []rune(x.chains[0].Fold(word))
	for i := shortestTypo; i <= len(letters)-shortestTypo; i++ {
		front, err := x.entry(x.chains[0].Stem(string(letters[:i])))
		if err != nil || front == nil {
			if err != nil {
				return false, err
			}
			continue
		}
		tail, err := x.entry(x.chains[0].Stem(string(letters[i:])))
		if err != nil {
			return false, err
		}
		if tail != nil {
			g.add(source{entry: tail, weight: broaderWeight, kind: Broader})
			g.add(source{entry: front, weight: broaderWeight, kind: Broader})
			if err := x.conceptsAt(g, tail, broaderWeight/2, Broader, g.word); err != nil {
				return false, err
			}
			return len(g.sources) > 0, nil
		}
	}
	return false, nil
}

// A candidate is a word that may have been meant.
type candidate struct {
	word  string
	edits int
}

// typos adds the words that differ by the fewest edits, frequent ones first.
func (x *expander) typos(g *group, word string) error {
	folded := []rune(x.chains[0].Fold(word))
	if len(folded) < shortestTypo {
		return nil
	}
	most := 1
	if len(folded) >= longTypo {
		most = 2
	}
	best, err := x.candidates(folded, most)
	if err != nil {
		return err
	}
	for _, c := range best {
		weight := oneEdit
		if c.edits > 1 {
			weight = twoEdits
		}
		if err := x.meantWord(g, c.word, weight); err != nil {
			return err
		}
		if _, ok := x.meant[word]; !ok && len(g.sources) > 0 {
			x.meant[word] = c.word
		}
	}
	return nil
}

// candidates returns the nearest words, those of fewer edits first.
func (x *expander) candidates(folded []rune, most int) ([]candidate, error) {
	extra, err := x.extra()
	if err != nil {
		return nil, err
	}
	near := make([][]candidate, most+1)
	for n := len(folded) - most; n <= len(folded)+most; n++ {
		length := strconv.Itoa(n)
		hash := extra.Words[length]
		if hash == "" {
			continue
		}
		var text string
		if err := x.load("w"+length+"-"+hash, &text); err != nil {
			return nil, err
		}
		for w := range strings.SplitSeq(text, "\n") {
			if d := edits(folded, []rune(x.chains[0].Fold(w)), most); d <= most {
				near[d] = append(near[d], candidate{w, d})
			}
		}
	}
	var best []candidate
	for _, list := range near {
		if best = append(best, list[:min(len(list), mostTypos-len(best))]...); len(best) > 0 {
			break // what is nearer is meant
		}
	}
	return best, nil
}

// meantWord adds what a word that was probably meant stands for.
func (x *expander) meantWord(g *group, word string, weight int) error {
	for i, chain := range x.chains {
		term := chain.Term(word)
		if term == "" {
			continue
		}
		e, err := x.entry(qualified(term, x.manifest.Langs[i], x.manifest.Lang))
		if err != nil {
			return err
		}
		if e == nil {
			continue
		}
		g.add(source{entry: e, weight: weight, kind: Typo, label: word})
		x.marks[e.name] = true
		if err := x.conceptsAt(g, e, weight/2, Typo, word); err != nil {
			return err
		}
	}
	return nil
}

// edits returns how many letters have to be added, removed, replaced or
// exchanged with their neighbour to make b of a; most+1 for more than most.
func edits(a, b []rune, most int) int {
	if abs(len(a)-len(b)) > most {
		return most + 1
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for k := range last {
		last[k] = k
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		least := i
		for k := 1; k <= len(b); k++ {
			cost := 1
			if a[i-1] == b[k-1] {
				cost = 0
			}
			row[k] = min(last[k]+1, row[k-1]+1, last[k-1]+cost)
			if i > 1 && k > 1 && a[i-1] == b[k-2] && a[i-2] == b[k-1] {
				row[k] = min(row[k], before[k-2]+1)
			}
			least = min(least, row[k])
		}
		if least > most {
			return most + 1
		}
		before, last, row = last, row, before
	}
	return min(last[len(b)], most+1)
}

func abs(n int) int { return max(n, -n) }
