package search

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A ranked word is one that a typing error is compared with.
type ranked struct {
	text   string
	length int // of the folded form, in letters
	count  int // of the text
	total  int // of all texts that fold to the same
}

// words writes the most frequent words by their lengths in letters, the most
// frequent first, and returns the hashes.
func (w *writer) words(forms []form, t *thesaurus) map[string]string {
	byLength := map[int][]string{}
	for _, r := range frequent(rankedWords(forms, t), mostWords) {
		byLength[r.length] = append(byLength[r.length], r.text)
	}
	hashes := map[string]string{}
	for n, list := range byLength {
		hashes[strconv.Itoa(n)] = w.file("w"+strconv.Itoa(n), strings.Join(list, "\n"))
	}
	return hashes
}

// rankedWords returns the words of documents and of vocabularies, of those that fold to the same the most frequent.
func rankedWords(forms []form, t *thesaurus) []ranked {
	all := make([]ranked, 0, len(forms))
	places := newTable(newSeed(), len(forms)) // by folded form
	add := func(text string, f *form) {
		if f.docs == 0 || f.stem == "" {
			return
		}
		w := places.word(f.folded)
		at, known := places.find(&w)
		if !known {
			places.put(&w, uint32(len(all)))
			all = append(all, ranked{text, lengthForTypos(f.folded), f.docs, f.docs})
			return
		}
		r := &all[at]
		r.total += f.docs
		if f.docs > r.count || f.docs == r.count && text < r.text {
			r.text, r.count = text, f.docs
		}
	}
	for i := range forms {
		add(forms[i].text, &forms[i])
	}
	for _, con := range t.concepts {
		for _, m := range con.members {
			if len(m.terms) == 1 {
				text := strings.TrimSpace(m.text)
				stem, folded := t.chain(m.lang).Analyse(text)
				add(text, &form{stem: stem, folded: folded, docs: 1})
			}
		}
	}
	return slices.DeleteFunc(all, func(r ranked) bool { return r.length == 0 })
}

// lengthForTypos returns how many letters a folded word has, 0 for one that is not compared.
func lengthForTypos(folded string) int {
	length := utf8.RuneCountInString(folded)
	if length < shortestTypo || strings.ContainsAny(folded, "0123456789") {
		return 0
	}
	return length
}

// frequent returns the most frequent words in their order. Words that can't be among them are not put in order.
func frequent(all []ranked, most int) []ranked {
	greatest := 0
	for i := range all {
		greatest = max(greatest, all[i].total)
	}
	counts := make([]int, greatest+1) // of words, by total
	for i := range all {
		counts[all[i].total]++
	}
	least, n := greatest+1, 0
	for ; least > 0 && n < most; least-- {
		n += counts[least-1]
	}
	all = slices.DeleteFunc(all, func(r ranked) bool { return r.total < least })
	slices.SortFunc(all, func(a, b ranked) int {
		if a.total != b.total {
			return b.total - a.total
		}
		return strings.Compare(a.text, b.text)
	})
	return all[:min(len(all), most)]
}
