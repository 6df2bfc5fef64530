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
	"strings"
	"unicode/utf8"

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
	lang  string
	fold  []analysis.TokenFilter // up to folding, without stop words
	stops analysis.TokenMap
	stem  analysis.TokenFilter // nil for none

	terms  map[string]string
	folded map[string]string

	token  analysis.Token // the one at work, in a stream of its own
	stream analysis.TokenStream
	buffer []byte
}

// New returns the chain of a language.
func New(lang string) *Chain {
	c := &Chain{lang: lang, terms: map[string]string{}, folded: map[string]string{}}
	lower := Lower{}
	switch lang {
	case "de":
		c.fold = []analysis.TokenFilter{lower, normalizer{de.NewGermanNormalizeFilter()}, Fold{}}
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

// Term returns the term of a word, "" for a stop word and for one that is too long.
func (c *Chain) Term(word string) string {
	if t, ok := c.terms[word]; ok {
		return t
	}
	t, _ := c.Analyse(word)
	c.terms[word] = t
	return t
}

// Fold returns a word as far as its chain goes before stemming, stop words too; "" for one that is too long.
func (c *Chain) Fold(word string) string {
	if t, ok := c.folded[word]; ok {
		return t
	}
	_, t := c.Analyse(word)
	c.folded[word] = t
	return t
}

// longest is how many letters a word may have. Filters cut and put letters one at a time, so that on a word as
// long as a text they would take its square; what is longer is no word that anyone looks for.
const longest = 100

// Analyse returns what Term and Fold return, for who remembers it by himself.
func (c *Chain) Analyse(word string) (term, folded string) {
	if len(word) > longest && utf8.RuneCountInString(word) > longest {
		return "", ""
	}
	c.begin(word)
	stopped := false
	for _, f := range c.fold {
		// Stop words are written with their umlauts and accents, so they are
		// looked for as soon as what is glued to them is off.
		_, normalizes := f.(normalizer)
		_, folds := f.(Fold)
		c.stream = f.Filter(c.stream)
		stopped = stopped || !normalizes && !folds && c.stops[string(c.stream[0].Term)]
	}
	folded = same(word, c.stream[0].Term)
	if stopped {
		return "", folded
	}
	return c.stemmed(folded), folded
}

// begin puts a word into the stream.
func (c *Chain) begin(word string) {
	c.buffer = append(c.buffer[:0], word...)
	c.token = analysis.Token{Term: c.buffer}
	c.stream = append(c.stream[:0], &c.token)
}

// stemmed returns the stem of what is in the stream, which is a folded word.
func (c *Chain) stemmed(folded string) string {
	if c.stem == nil || folded == "" {
		return folded
	}
	if c.lang == "de" && isASCII(folded) {
		return german(folded)
	}
	c.stream = c.stem.Filter(c.stream)
	return same(folded, c.stream[0].Term)
}

// same returns bytes as a text: the one that they were made of, where they still are.
func same(text string, b []byte) string {
	if text == string(b) {
		return text
	}
	return string(b)
}

// A normalizer is bleve's for German, which is not asked about what it would leave as
// it is: words of plain letters with no e behind a, o or u.
type normalizer struct{ analysis.TokenFilter }

// Filter normalizes the terms of a stream.
func (n normalizer) Filter(input analysis.TokenStream) analysis.TokenStream {
	for _, t := range input {
		before := byte(0)
		for _, b := range t.Term {
			if b >= utf8.RuneSelf || b == 'e' && (before == 'a' || before == 'o' || before == 'u') {
				return n.TokenFilter.Filter(input)
			}
			before = b
		}
	}
	return input
}

// Stem returns the stem of a folded word.
func (c *Chain) Stem(folded string) string {
	if c.lang == "de" && isASCII(folded) {
		return german(folded)
	}
	c.begin(folded)
	return c.stemmed(folded)
}

// german is bleve's light stemmer for words of plain letters, of which it may only cut the end. Compounds
// are split by asking for the stems of all their ends, which is too often for runes.
func german(s string) string {
	l := len(s)
	switch {
	case l > 5 && strings.HasSuffix(s, "ern"):
		l -= 3
	case l > 4 && s[l-2] == 'e' && strings.IndexByte("mnrs", s[l-1]) >= 0:
		l -= 2
	case l > 3 && (s[l-1] == 'e' || s[l-1] == 's' && strings.IndexByte(beforeS, s[l-2]) >= 0):
		l--
	}
	s = s[:l]
	switch {
	case l > 5 && strings.HasSuffix(s, "est"):
		l -= 3
	case l > 4 && s[l-2] == 'e' && (s[l-1] == 'r' || s[l-1] == 'n'):
		l -= 2
	case l > 4 && s[l-2] == 's' && s[l-1] == 't' && strings.IndexByte(beforeS, s[l-3]) >= 0:
		l -= 2
	}
	return s[:l]
}

// beforeS are the letters behind which s and st are endings.
const beforeS = "bdfghklmnt"

func isASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }) < 0
}

// Stops returns the stop words of a language as its filter has them.
func Stops(lang string) []string {
	c := New(lang)
	return sortedKeys(c.stops)
}
