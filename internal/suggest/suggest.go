// Package suggest finds what was probably meant: the nearest of several words,
// and the name that a file or folder should have.
package suggest

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Nearest returns the candidate with the fewest edits from a word, "" where
// none is near: a third of the word's letters, three at most. Ties go to the
// first in alphabetical order.
func Nearest(word string, candidates []string) string {
	w := []rune(Fold(word))
	best, least := "", min(len(w)/3, 3)+1
	for _, c := range slices.Sorted(slices.Values(candidates)) {
		if d := distance(w, []rune(Fold(c)), least); d < least {
			best, least = c, d
		}
	}
	return best
}

// Fold makes words comparable: lower case, without accents, blanks, hyphens
// and underscores.
func Fold(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r), unicode.IsSpace(r), r == '-', r == '_':
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(s))
}

// Slug makes a file or folder name of what an editor wrote: small letters and
// digits, hyphens between them; a file's ending stays.
func Slug(name string) string {
	name = strings.ToLower(norm.NFC.String(name))
	ending := ""
	if dot := strings.LastIndexByte(name, '.'); dot > 0 {
		name, ending = name[:dot], name[dot:]
	}
	name = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss", "œ", "oe", "æ", "ae").Replace(name)
	var b strings.Builder
	for _, r := range norm.NFD.String(name) {
		switch {
		case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
			b.WriteRune(r)
		case unicode.Is(unicode.Mn, r), b.Len() == 0, strings.HasSuffix(b.String(), "-"):
		default:
			b.WriteByte('-')
		}
	}
	return strings.TrimSuffix(b.String(), "-") + ending
}

// distance is the Damerau–Levenshtein distance (optimal string alignment),
// given up as soon as it must reach limit.
func distance(a, b []rune, limit int) int {
	if abs(len(a)-len(b)) >= limit {
		return limit
	}
	var before []int
	last := make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row := make([]int, len(b)+1)
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(row[j-1]+1, last[j]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		if slices.Min(row) >= limit {
			return limit
		}
		before, last = last, row
	}
	return last[len(b)]
}

func abs(n int) int { return max(n, -n) }
