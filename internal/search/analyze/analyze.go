// Package analyze turns words into the terms of the search: bleve's filters in
// chains of our own.
//
//	de  lower, stop words, ä = ae = a, fold, light stemmer
//	fr  lower, elision (l’, qu’ …), stop words, fold, light stemmer
//	en  possessive, lower, stop words, fold, Porter
//
// Any other language is lowered and folded. Folding stands before stemming:
// the stemmers look at accents, and someone who types without them would get
// another stem for most accented words.
//
// The chains end where a browser begins: layouts/search/analyze.ts holds the
// same filters, and tests compare the two over whole word lists. So the
// tokenizer is not bleve's, whose tables of word breaks no browser has, but
// one that a regular expression of JavaScript can state: see [Tokens].
package analyze

import (
	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/lang/de"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"
	"github.com/blevesearch/bleve/v2/analysis/lang/fr"
	"github.com/blevesearch/bleve/v2/analysis/token/elision"
	"github.com/blevesearch/bleve/v2/analysis/token/porter"
)

// A Chain analyses the words of one language. It remembers what it has seen
// and is for one goroutine.
type Chain struct {
	fold  []analysis.TokenFilter // up to folding, without stop words
	stops analysis.TokenMap
	stem  analysis.TokenFilter // nil for none

	terms  map[string]string
	folded map[string]string
}

// New returns the chain of a language.
func New(lang string) *Chain {
	c := &Chain{terms: map[string]string{}, folded: map[string]string{}}
	lower := Lower{}
	switch lang {
	case "de":
		c.fold = []analysis.TokenFilter{lower, de.NewGermanNormalizeFilter(), Fold{}}
		c.stops, c.stem = words(de.GermanStopWords), de.NewGermanLightStemmerFilter()
	case "fr":
		c.fold = []analysis.TokenFilter{lower, elision.NewElisionFilter(words(fr.FrenchArticles)), Fold{}}
		c.stops, c.stem = words(fr.FrenchStopWords), fr.NewFrenchLightStemmerFilter()
	case "en":
		c.fold = []analysis.TokenFilter{en.NewPossessiveFilter(), lower, Fold{}}
		c.stops, c.stem = words(en.EnglishStopWords), porter.NewPorterStemmer()
	default:
		c.fold = []analysis.TokenFilter{lower, Fold{}}
	}
	return c
}

// words reads a list of bleve's.
func words(list []byte) analysis.TokenMap {
	m := analysis.NewTokenMap()
	_ = m.LoadBytes(list) // reads from memory and cannot fail
	return m
}

// Term returns the term of a word, "" for a stop word.
func (c *Chain) Term(word string) string {
	if t, ok := c.terms[word]; ok {
		return t
	}
	t := c.run(word)
	c.terms[word] = t
	return t
}

func (c *Chain) run(word string) string {
	stream := analysis.TokenStream{{Term: []byte(word)}}
	for _, f := range c.fold[:len(c.fold)-1] {
		stream = f.Filter(stream)
		// Stop words are written with their umlauts and accents, so they are
		// looked for as soon as what is glued to them is off.
		if _, normalizes := f.(*de.GermanNormalizeFilter); !normalizes && c.stops[string(stream[0].Term)] {
			return ""
		}
	}
	return c.stemmed(Fold{}.Filter(stream))
}

func (c *Chain) stemmed(stream analysis.TokenStream) string {
	if c.stem != nil && len(stream[0].Term) > 0 {
		stream = c.stem.Filter(stream)
	}
	return string(stream[0].Term)
}

// Fold returns a word as far as its chain goes before stemming, stop words too.
func (c *Chain) Fold(word string) string {
	if t, ok := c.folded[word]; ok {
		return t
	}
	stream := analysis.TokenStream{{Term: []byte(word)}}
	for _, f := range c.fold {
		stream = f.Filter(stream)
	}
	t := string(stream[0].Term)
	c.folded[word] = t
	return t
}

// Stem returns the stem of a folded word.
func (c *Chain) Stem(folded string) string {
	return c.stemmed(analysis.TokenStream{{Term: []byte(folded)}})
}

// Stops returns the stop words of a language as its filter has them.
func Stops(lang string) []string {
	c := New(lang)
	return sortedKeys(c.stops)
}
