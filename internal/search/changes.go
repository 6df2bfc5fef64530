package search

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
)

// Changes are what edited documents change in an index.
type changes struct {
	lists  map[string][]change // by the dictionary's names, in the order of documents
	joints map[string]joint    // of the terms in these documents
	more   map[uint32]int      // in how many more documents forms are, where that is not 0
	words  bool                // a word that typing errors are compared with is in more documents than before, or in less
	facets bool                // a document is under other keys than before
}

// findChanges compares edited documents with what is remembered of them. It is false where what they add to lists does
// not follow from them alone, since something that holds for all documents is not what it was.
func (w *writer) findChanges(t *thesaurus) (*changes, bool) {
	d := w.docs
	by := w.past.references
	if d.changed[0] < sample {
		if first, ok := d.first(); !ok || references(d.forms.all, first) != by {
			return nil, false
		}
	}
	w.references = by
	edits, ok := d.edits()
	if !ok {
		return nil, false
	}
	more := d.recount(edits)
	was, is, ok := d.compounds(t.lang, edits, more)
	if !ok {
		return nil, false
	}
	c := &changes{lists: map[string][]change{}, joints: is, more: more, words: d.otherWords(more)}
	for _, e := range edits {
		old, now := t.said(d.forms.all, e.before, was, by), t.said(d.forms.all, e.after, is, by)
		for name := range old {
			c.note(name, change{e.doc, now[name]}, old[name])
		}
		for name := range now {
			if !old[name].here {
				c.note(name, change{e.doc, now[name]}, posting{})
			}
		}
		c.facets = c.facets || !slices.EqualFunc(e.before.facets(), e.after.facets(), slices.Equal[[]string])
	}
	return c, true
}

// An edit is a document that is not what it was.
type edit struct {
	doc           uint32
	before, after learnt
}

// edits is false where it is lost what was learnt of one of them before.
func (d *documents) edits() (edits []edit, ok bool) {
	edits = make([]edit, len(d.changed))
	for i, doc := range d.changed {
		old := &d.past[doc]
		edits[i] = edit{uint32(doc), cmp.Or(old.learnt, d.lookUp(old.made, old.check)), d.learnt[doc]}
		if edits[i].before == "" {
			return nil, false
		}
	}
	return edits, true
}

func (c *changes) note(name string, now change, before posting) {
	if now.posting != before {
		c.lists[name] = append(c.lists[name], now)
	}
}

// recount counts the documents of forms again, and returns in how many more each is, where that is not 0.
func (d *documents) recount(edits []edit) map[uint32]int {
	more := map[uint32]int{}
	for _, e := range edits {
		for form := range formsOf(e.before.stream()) {
			more[form]--
		}
		for form := range formsOf(e.after.stream()) {
			more[form]++
		}
	}
	maps.DeleteFunc(more, func(_ uint32, n int) bool { return n == 0 })
	for form, n := range more {
		d.forms.all[form].docs += n
	}
	return more
}

// formsOf returns the forms of a document.
func formsOf(stream string) map[uint32]bool {
	forms := map[uint32]bool{}
	for _, form := range words(stream) {
		forms[form] = true
	}
	return forms
}

// formerly does something while forms are counted as they were.
func (d *documents) formerly(more map[uint32]int, do func()) {
	for form, n := range more {
		d.forms.all[form].docs -= n
	}
	do()
	for form, n := range more {
		d.forms.all[form].docs += n
	}
}

// compounds returns what the German terms of edited documents were made of, and what they are made of now. It is false
// where a term that stays, in whatever document, is made of something else, and where a term has a head that comes or goes
// itself, since the last index does not tell whether that will be there.
func (d *documents) compounds(lang string, edits []edit, more map[uint32]int) (was, is map[string]joint, ok bool) {
	forms, kin := d.forms.all, d.stems(edits)
	nouns := knownNouns(forms)
	oldNouns, words, oldWords := nouns, german(forms, kin), []*form(nil)
	d.formerly(more, func() {
		if d.otherNouns(more) {
			oldNouns = knownNouns(forms)
		}
		oldWords = german(forms, kin)
	})
	turned, odd, heads := differing(stemsOf(oldWords), stemsOf(words)), differing(nouns, oldNouns), map[string]bool{}
	for stem := range turned {
		heads[qualified(stem, "de", lang)] = true
		if nouns[stem] {
			odd[stem] = true
		}
	}
	if len(odd) > 0 {
		addHolders(kin, forms, odd)
		words = german(forms, kin)
		d.formerly(more, func() { oldWords = german(forms, kin) })
	}
	was, is = joints(lang, oldWords, oldNouns), joints(lang, words, nouns)
	for stem := range kin {
		name := qualified(stem, "de", lang)
		if a, b := was[name], is[name]; heads[b.head] || !turned[stem] && (a.head != b.head || !slices.Equal(a.parts, b.parts)) {
			return nil, nil, false
		}
	}
	return was, is, true
}

// otherWords reports whether other words may be the most frequent ones where forms are in so many more documents.
func (d *documents) otherWords(more map[uint32]int) bool {
	for form := range more {
		if f := &d.forms.all[form]; f.stem != "" && lengthForTypos(f.folded) > 0 {
			return true
		}
	}
	return false
}

// otherNouns reports whether other nouns may be known than where forms are in so many more documents.
func (d *documents) otherNouns(more map[uint32]int) bool {
	for form, n := range more {
		if f := &d.forms.all[form]; f.noun() && (f.docs > 1) != (f.docs+n > 1) {
			return true
		}
	}
	return false
}

// stems returns the German stems of edited documents, as they were and as they are.
func (d *documents) stems(edits []edit) map[string]bool {
	stems := map[string]bool{}
	for _, e := range edits {
		for _, l := range []learnt{e.before, e.after} {
			for _, form := range words(l.stream()) {
				if f := &d.forms.all[form]; f.lang == "de" {
					stems[f.stem] = true
				}
			}
		}
	}
	return stems
}

func stemsOf(forms []*form) map[string]bool {
	stems := map[string]bool{}
	for _, f := range forms {
		stems[f.stem] = true
	}
	return stems
}

// differing returns what is in one of two sets.
func differing(a, b map[string]bool) map[string]bool {
	all := map[string]bool{}
	for s := range a {
		if !b[s] {
			all[s] = true
		}
	}
	for s := range b {
		if !a[s] {
			all[s] = true
		}
	}
	return all
}

// addHolders adds the stems of words that may be made of nouns. A stem is the beginning of its word, unless that is
// folded to another one once more.
func addHolders(stems map[string]bool, forms []form, nouns map[string]bool) {
	for i := range forms {
		if f := &forms[i]; f.lang == "de" && !stems[f.stem] && (foldsAgain(f.folded) || holds(f.folded, nouns)) {
			stems[f.stem] = true
		}
	}
}

// holds reports whether one of the nouns stands in a word.
func holds(word string, nouns map[string]bool) bool {
	for noun := range nouns {
		if strings.Contains(word, noun) {
			return true
		}
	}
	return false
}

func foldsAgain(folded string) bool {
	return !isASCII(folded) || strings.Contains(folded, "ae") || strings.Contains(folded, "oe") || strings.Contains(folded, "ue")
}

// said returns what a document says, by the names of lists: it is a collection of its own.
func (t *thesaurus) said(forms []form, l learnt, joints map[string]joint, references lengths) map[string]posting {
	own, excerpt := excerpt(forms, l.stream())
	keys := l.facets()
	c := collect(t.lang, own, []string{excerpt}, references)
	columns := make([]column, len(plan.Facets))
	for f, facet := range plan.Facets {
		columns[f].facet = facet
		for _, key := range keys[f] {
			columns[f].values = append(columns[f].values, FacetValue{Key: key, docs: []uint32{0}})
		}
	}
	c.complete(joints, t, columns)
	all := make(map[string]posting, len(c.lists))
	for name, l := range c.lists {
		all[name] = posting{l.impacts[0], string(l.positions), true}
	}
	return all
}

// excerpt returns the forms of a document, and the document by their numbers.
func excerpt(forms []form, stream string) (own []form, excerpt string) {
	numbers := map[uint32]uint32{}
	var to []byte
	for len(stream) > 0 {
		var header, form uint32
		header, stream = numeral(stream)
		to = appendNumeral(to, header)
		for range header >> zoneBits {
			form, stream = numeral(stream)
			n, known := numbers[form]
			if !known {
				n = uint32(len(own))
				numbers[form], own = n, append(own, forms[form])
			}
			to = appendNumeral(to, n)
		}
	}
	return own, string(to)
}
