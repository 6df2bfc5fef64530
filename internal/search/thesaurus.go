package search

import (
	"maps"
	"slices"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/locale"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/search/analyze"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/vocab"
)

// A concept is what several words in several languages mean: a term of a
// vocabulary, a country, an entry of the glossary.
type concept struct {
	label   string // in the language of the index
	facet   string // of a term whose practices have a page: a filter
	key     string
	members []member
}

// A member is a word or a sequence of words for a concept.
type member struct {
	label   bool // and not one of the other names
	lang    string
	text    string
	terms   []string
	offsets []int // from the first, stop words counted
}

// longest is the number of terms of the longest sequence that is looked for.
const longest = 4

// A thesaurus compiles concepts for the index of one language.
type thesaurus struct {
	lang     string
	chains   map[string]*analyze.Chain
	concepts []concept
}

// facetOf names the filter of a scheme; the others have none.
var facetOf = map[string]string{"themes": "themes", "audiences": "audiences", "carriers": "carriers", "places": "places"}

// thesaurus returns that of an index.
func (o Options) thesaurus() *thesaurus {
	return newThesaurus(o.Plan.Catalogue.Vocabulary, o.Locales, o.Plan.Langs, o.Lang)
}

func newThesaurus(v *vocab.Vocabulary, locales *locale.Set, langs []string, lang string) *thesaurus {
	t := &thesaurus{lang: lang, chains: map[string]*analyze.Chain{}}
	for _, scheme := range vocab.Schemes {
		for _, term := range v.Scheme(scheme).Terms {
			c := concept{label: term.Name(lang).Text, facet: facetOf[scheme], key: term.Key}
			for _, p := range term.Label {
				t.member(&c, p.Value, true)
			}
			t.lists(&c, term.Also)
			t.concepts = append(t.concepts, c)
		}
	}
	t.countries(v, locales, langs)
	for _, g := range v.Glossary {
		c := concept{label: first(g.Terms, lang)}
		t.lists(&c, g.Terms)
		t.concepts = append(t.concepts, c)
	}
	return t
}

func (t *thesaurus) countries(v *vocab.Vocabulary, locales *locale.Set, langs []string) {
	codes := map[string]bool{}
	for _, term := range v.Scheme("places").Terms {
		if term.Country.Stated() {
			codes[term.Country.Text] = true
		}
	}
	for _, code := range slices.Sorted(maps.Keys(codes)) {
		c := concept{label: locales.Locale(t.lang).CountryName(code)}
		for _, lang := range langs {
			t.member(&c, field.Value{Text: locales.Locale(lang).CountryName(code), Lang: lang}, true)
		}
		t.concepts = append(t.concepts, c)
	}
}

func (t *thesaurus) lists(c *concept, all field.LocalizedList) {
	for _, p := range all {
		for _, v := range p.List {
			t.member(c, v, false)
		}
	}
}

// first returns the first word of a concept in a language, else in any.
func first(all field.LocalizedList, lang string) string {
	for _, p := range all {
		if p.Key == lang && len(p.List) > 0 {
			return p.List[0].Text
		}
	}
	for _, p := range all {
		if len(p.List) > 0 {
			return p.List[0].Text
		}
	}
	return ""
}

// member adds a word to a concept, unless nothing of it can be looked for.
func (t *thesaurus) member(c *concept, v field.Value, label bool) {
	m := member{label: label, lang: v.Lang, text: v.Text}
	for i, word := range analyze.Words(v.Text) {
		if term := t.chain(v.Lang).Term(word); term != "" {
			m.terms = append(m.terms, term)
			m.offsets = append(m.offsets, i)
		}
	}
	if n := len(m.terms); n == 0 || n > longest {
		return
	}
	same := func(o member) bool { return o.lang == m.lang && slices.Equal(o.terms, m.terms) }
	if !slices.ContainsFunc(c.members, same) {
		c.members = append(c.members, m)
	}
}

func (t *thesaurus) chain(lang string) *analyze.Chain {
	if t.chains[lang] == nil {
		t.chains[lang] = analyze.New(lang)
	}
	return t.chains[lang]
}

// marks returns the dictionary's names of a concept's single words: what is to be
// marked in a text that was found for it.
func (t *thesaurus) marks(c concept) []string {
	var names []string
	for _, m := range c.members {
		if len(m.terms) == 1 && m.lang == t.lang {
			names = append(names, t.name(m))
		}
	}
	return names
}

// name is what the dictionary calls a word or sequence.
func (t *thesaurus) name(m member) string {
	return qualified(strings.Join(m.terms, " "), m.lang, t.lang)
}

// postings merges those of all words for a concept. A document that has
// several of them is more about it: 1 - (1-a)(1-b) of their impacts.
func (t *thesaurus) postings(c concept, from *collection, m *merger) *list {
	add := func(doc uint32, impact int) {
		sum := max(0, int(m.impacts[doc])-1)
		m.set(doc, uint16(255-(255-sum)*(255-impact)/255)+1)
	}
	for _, word := range c.members {
		if len(word.terms) > 1 {
			t.sequence(word, from, add)
			continue
		}
		if l := from.lists[t.name(word)]; l != nil {
			l.each(func(doc uint32, impact uint8) { add(doc, int(impact)) })
		}
		if l := from.lists[from.name(word.terms[0]+head, word.lang)]; l != nil {
			l.each(func(doc uint32, impact uint8) { add(doc, int(impact)*headWeight/full) })
		}
	}
	return m.list()
}

// sequence adds the documents that have the words of a member one after the other.
func (t *thesaurus) sequence(m member, from *collection, add func(uint32, int)) {
	lists := make([]*list, len(m.terms))
	for i, term := range m.terms {
		if lists[i] = from.lists[from.name(term, m.lang)]; lists[i] == nil {
			return
		}
	}
	for doc, impact := range adjacent(lists, m.offsets) {
		add(doc, impact)
	}
}

func (l *list) each(f func(uint32, uint8)) {
	for i, doc := range l.docs {
		f(doc, l.impacts[i])
	}
}
