// Package locale reads i18n/<lang>.yaml: the words of the site's interface in
// a language, its plural forms, dates, numbers and sort order.
//
// Three layers make a language: the catalogue's own file, the built-in one, and
// English for every word that both lack. A word always knows in which language
// it is, so that a page can mark the foreign ones.
//
//	words.go   the file format: texts, lists, plural forms, names
//	load.go    files → words, and what is wrong with them
//	date.go    days, dates, periods
//	name.go    languages, countries, sort order, labels
package locale

import (
	"iter"
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// fallback is the language that has every word.
const fallback = "en"

// A Set is the languages of a site.
type Set struct {
	locales map[string]*Locale
	order   []string
}

// A Locale is one language. It is never changed after Load and may be used by
// several goroutines at once.
type Locale struct {
	Lang string // as in site.yaml
	Dir  string // ltr or rtl
	Name string // of the language, in itself

	tag       language.Tag
	words     map[string]word
	plurals   []string // the plural forms of the language
	collators *collators
	names     map[string]string // of the site's languages
	languages display.Namer
	regions   display.Namer
}

// Locale returns a language of the set, the first for any other.
func (s *Set) Locale(lang string) *Locale {
	if l := s.locales[lang]; l != nil {
		return l
	}
	return s.locales[s.order[0]]
}

// Langs returns the codes of the languages in the order of the site.
func (s *Set) Langs() []string { return s.order }

// T returns a word with each {name} replaced by its value; args are names and
// values in turn. A key that does not exist is returned as it is.
func (l *Locale) T(key string, args ...string) string {
	text, _ := l.Word(key, args...)
	return text
}

// Word is T with the language of the word: the locale's, or English where the
// locale lacks it.
func (l *Locale) Word(key string, args ...string) (text, lang string) {
	w, ok := l.words[key]
	if !ok {
		return key, l.Lang
	}
	return fill(w.text, args), w.lang
}

// Has reports whether there is a word, be it in English.
func (l *Locale) Has(key string) bool {
	_, ok := l.words[key]
	return ok
}

// Keys yields the keys of all words, sorted.
func (l *Locale) Keys() iter.Seq[string] {
	return slices.Values(slices.Sorted(maps.Keys(l.words)))
}

// N returns a word in the plural form of a number; {n} is the number.
func (l *Locale) N(key string, n int, args ...string) string {
	w, ok := l.words[key]
	if !ok {
		return key
	}
	tag := l.tag
	if w.lang != l.Lang {
		tag = language.English
	}
	text, ok := w.forms[pluralForm(tag, n)]
	if !ok {
		text = w.forms["other"]
	}
	return fill(text, append([]string{"n", l.Int(n)}, args...))
}

// Forms returns the plural forms of a word by their names: one, other …
func (l *Locale) Forms(key string) map[string]string { return maps.Clone(l.words[key].forms) }

// Quotes returns the outer and inner quotation marks: open, close, open, close.
func (l *Locale) Quotes() [4]string { return [4]string(l.words["quotes"].list) }

// Join makes one text of several: "a", "a and b", "a, b and c".
func (l *Locale) Join(items []string) string {
	if len(items) == 0 {
		return ""
	}
	last := len(items) - 1
	all := strings.Join(items[:last], l.T("join.comma"))
	if all == "" {
		return items[last]
	}
	return all + l.T("join.and") + items[last]
}

// Direction returns the writing direction of a language, ltr or rtl. It goes
// by the script, so that any code is understood.
func Direction(lang string) string {
	tag, err := language.Parse(lang)
	if err != nil {
		return "ltr"
	}
	script, _ := tag.Script()
	switch script.String() {
	case "Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg":
		return "rtl"
	}
	return "ltr"
}
