package search

import (
	"strings"
	"unicode/utf8"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/search/analyze"
)

// A unit is a part of a query: a word, a phrase in quotes, either with a minus.
type unit struct {
	words  []string
	phrase bool
	minus  bool
	open   bool // the last word, perhaps not yet typed to its end
}

// quotes open or close a phrase, whatever the language's own are.
const quotes = "\"„“”«»"

// longestQuery is how many letters of a query are looked at, more than anyone types: each word takes files of the
// index, and what a link to the search page says is not the reader's own.
const longestQuery = 500

// parse takes a query apart. Every text is a query.
func parse(query string) []unit {
	var units []unit
	letters := 0
	for i := range query {
		if letters++; letters > longestQuery {
			query = query[:i]
			break
		}
	}
	for rest := query; rest != ""; {
		rest = strings.TrimLeft(rest, " \t\n\u00a0")
		u := unit{}
		if bare, ok := strings.CutPrefix(rest, "-"); ok {
			u.minus, rest = true, bare
		}
		r, n := utf8.DecodeRuneInString(rest)
		var text string
		if n > 0 && strings.ContainsRune(quotes, r) {
			u.phrase = true
			text, rest, _ = cutAny(rest[n:], quotes)
		} else {
			var found bool
			text, rest, found = cutAny(rest, " \t\n\u00a0"+quotes)
			u.open = !found
		}
		units = append(units, u.of(analyze.Words(text))...)
	}
	return units
}

// cutAny cuts at the first of some letters; a quote stays for what follows.
func cutAny(s, any string) (before, after string, found bool) {
	i := strings.IndexAny(s, any)
	if i < 0 {
		return s, "", false
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	if any != quotes && strings.ContainsRune(quotes, r) {
		n = 0
	}
	return s[:i], s[i+n:], true
}

// of gives a unit its words; what a hyphen joins are units of their own, unless
// they are to be left out: then they are one.
func (u unit) of(words []string) []unit {
	if len(words) == 0 {
		return nil
	}
	if u.phrase || u.minus {
		u.words, u.open = words, false
		u.phrase = u.phrase || len(words) > 1
		return []unit{u}
	}
	units := make([]unit, len(words))
	for i, w := range words {
		units[i] = unit{words: []string{w}, open: u.open && i == len(words)-1}
	}
	return units
}
