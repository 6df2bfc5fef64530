package search

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/wire"
)

// A ranked word is one that a typing error is compared with.
type ranked struct {
	text   string
	length int // of the folded form, in letters
	total  int // documents of all texts that fold to the same, each for itself
}

// compare puts more frequent words first.
func (r ranked) compare(s ranked) int {
	return cmp.Or(s.total-r.total, strings.Compare(r.text, s.text), r.length-s.length)
}

// words writes the most frequent words by their lengths in letters, the most
// frequent first, and returns the hashes.
func (w *writer) words(all []ranked) map[string]string {
	w.ranked = string(appendRanked(make([]byte, 0, 16*len(all)), all))
	byLength := map[int][]string{}
	for _, r := range all {
		byLength[r.length] = append(byLength[r.length], r.text)
	}
	hashes := map[string]string{}
	for n, list := range byLength {
		hashes[strconv.Itoa(n)] = w.file("w"+strconv.Itoa(n), strings.Join(list, "\n"))
	}
	return hashes
}

// rankedWords returns words of documents and of vocabularies, of those that fold to the same the most frequent.
func rankedWords(sources ...[]form) []ranked {
	room := 0
	for _, forms := range sources {
		room += len(forms)
	}
	all, counts := make([]ranked, 0, room), make([]int, 0, room) // documents of their texts
	places := newTable(newSeed(), room)                          // by folded form
	for _, forms := range sources {
		for i := range forms {
			f := &forms[i]
			if f.docs == 0 || f.stem == "" {
				continue
			}
			w := places.word(f.folded)
			at, known := places.find(&w)
			if !known {
				places.put(&w, uint32(len(all)))
				all, counts = append(all, ranked{f.text, lengthForTypos(f.folded), f.docs}), append(counts, f.docs)
				continue
			}
			r := &all[at]
			r.total += f.docs
			if f.docs > counts[at] || f.docs == counts[at] && f.text < r.text {
				r.text, counts[at] = f.text, f.docs
			}
		}
	}
	return slices.DeleteFunc(all, func(r ranked) bool { return r.length == 0 })
}

// words returns the words of concepts, each as if it were in one document.
func (t *thesaurus) words() []form {
	var words []form
	for _, con := range t.concepts {
		for _, m := range con.members {
			if len(m.terms) == 1 {
				text := strings.TrimSpace(m.text)
				stem, folded := t.chain(m.lang).Analyse(text)
				words = append(words, form{lang: m.lang, text: text, stem: stem, folded: folded, docs: 1})
			}
		}
	}
	return words
}

// reranked returns the most frequent words where forms are in so many more documents. Those that fold to no word of these
// are ranked as they were.
func (d *documents) reranked(past string, more map[uint32]int, t *thesaurus) []ranked {
	folded := map[string]bool{}
	for form := range more {
		folded[d.forms.all[form].folded] = true
	}
	var before, now []form
	for i := range d.forms.all {
		if f := d.forms.all[i]; folded[f.folded] {
			now = append(now, f)
			f.docs -= more[uint32(i)]
			before = append(before, f)
		}
	}
	others := t.words()
	some := slices.DeleteFunc(slices.Clone(others), func(f form) bool { return !folded[f.folded] })
	if all, ok := exchange(readRanked(past), rankedWords(before, some), rankedWords(now, some), mostWords); ok {
		return all
	}
	return frequent(rankedWords(d.forms.all, others), mostWords)
}

// exchange puts words in the place of what they were among the most frequent ones. It is false where a word that
// was not among these may be by now.
func exchange(past, before, now []ranked, most int) (all []ranked, ok bool) {
	gone := map[ranked]int{}
	for _, r := range before {
		gone[r]++
	}
	slices.SortFunc(now, ranked.compare)
	all = make([]ranked, 0, len(past)+len(now))
	for _, r := range past {
		if gone[r] > 0 {
			gone[r]--
			continue
		}
		for len(now) > 0 && now[0].compare(r) < 0 {
			all, now = append(all, now[0]), now[1:]
		}
		all = append(all, r)
	}
	all = append(all, now...)
	if len(past) < most { // all that there were
		return all[:min(len(all), most)], true
	}
	return all[:min(len(all), most)], len(all) >= most && all[most-1].compare(past[most-1]) <= 0
}

func appendRanked(b []byte, all []ranked) []byte {
	b = wire.AppendInt(b, len(all))
	for _, r := range all {
		b = wire.AppendInt(wire.AppendInt(wire.AppendText(b, r.text), r.length), r.total)
	}
	return b
}

// readRanked reads what appendRanked wrote.
func readRanked(text string) []ranked {
	r := wire.NewReader(text)
	all := make([]ranked, r.Count())
	for i := range all {
		all[i] = ranked{text: r.Text(), length: r.Int(), total: r.Int()}
	}
	return all
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
	slices.SortFunc(all, ranked.compare)
	return all[:min(len(all), most)]
}
