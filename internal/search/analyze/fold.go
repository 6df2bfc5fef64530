package analyze

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2/analysis"
	"golang.org/x/text/unicode/norm"
)

// Fold is a token filter that takes off accents and apostrophes, so that
// offsets stay those of the text.
type Fold struct{}

// Filter folds the terms of a stream.
func (Fold) Filter(input analysis.TokenStream) analysis.TokenStream {
	for _, t := range input {
		t.Term = fold(t.Term)
	}
	return input
}

// Lower is a token filter that lowers letters. bleve's own breaks words in
// which a small letter is shorter than its capital, as in İstanbul.
type Lower struct{}

// Filter lowers the terms of a stream.
func (Lower) Filter(input analysis.TokenStream) analysis.TokenStream {
	for _, t := range input {
		if !lowered(t.Term) {
			t.Term = bytes.ToLower(t.Term)
		}
	}
	return input
}

// lowered lowers plain letters where they stand; it reports false where there are others.
func lowered(term []byte) bool {
	if slices.ContainsFunc(term, func(b byte) bool { return b >= utf8.RuneSelf }) {
		return false
	}
	for i, b := range term {
		if 'A' <= b && b <= 'Z' {
			term[i] = b + 'a' - 'A'
		}
	}
	return true
}

// letters are those that Unicode does not take apart.
var letters = map[rune]string{
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'ı': "i", 'ς': "σ",
	'\'': "", '’': "", '\u00ad': "",
}

func fold(term []byte) []byte {
	if isPlain(term) {
		return term
	}
	out := make([]byte, 0, len(term))
	for _, r := range string(norm.NFD.Bytes(term)) {
		switch s, ok := letters[r]; {
		case ok:
			out = append(out, s...)
		case !unicode.Is(unicode.M, r):
			out = utf8.AppendRune(out, r)
		}
	}
	return out
}

func isPlain(term []byte) bool {
	for _, b := range term {
		if b >= utf8.RuneSelf || b == '\'' {
			return false
		}
	}
	return true
}

func sortedKeys(m analysis.TokenMap) []string { return slices.Sorted(maps.Keys(m)) }

// A Token is a word of a text, by bytes.
type Token struct{ Start, End int }

// Tokens calls f for every word of a text:
//
//	[\p{L}\p{M}\p{N}\u00ad]+(?:['’][\p{L}\p{M}\p{N}\u00ad]+)*
//
// A hyphen parts words; whoever looks for Wi-Fi or Asylbewerber-Unterkunft looks for both.
func Tokens(text string, f func(Token)) {
	for t := Next(text, 0); t.End > 0; t = Next(text, t.End) {
		f(t)
	}
}

// Next returns the first word of a text from an offset on, where none is begun; one without end if there is none.
func Next(text string, from int) Token {
	i := from
	for i < len(text) && !plain[text[i]] {
		n, word := letter(text, i)
		if word {
			break
		}
		i += n
	}
	if i >= len(text) {
		return Token{}
	}
	t := Token{Start: i}
	for i < len(text) {
		if plain[text[i]] {
			i++
			continue
		}
		n, word := letter(text, i)
		if !word {
			if n = apostrophe(text, i); n == 0 || i+n >= len(text) {
				break
			}
			if _, word = letter(text, i+n); !word {
				break
			}
		}
		i += n
	}
	t.End = i
	return t
}

// plain are the letters of ASCII that words are made of.
var plain = func() (is [256]bool) {
	for _, b := range "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789" {
		is[b] = true
	}
	return is
}()

// letter returns how long the letter at an offset is, and whether it is part of a word.
func letter(text string, i int) (n int, word bool) {
	if b := text[i]; b < utf8.RuneSelf {
		return 1, plain[b]
	}
	r, n := utf8.DecodeRuneInString(text[i:])
	return n, isWord(r)
}

// apostrophe returns how long the apostrophe at an offset is; 0 where there is none.
func apostrophe(text string, i int) int {
	switch {
	case text[i] == '\'':
		return 1
	case strings.HasPrefix(text[i:], "’"):
		return len("’")
	}
	return 0
}

// latin says which of the first letters beyond ASCII are part of a word, since looking into Unicode's tables takes long.
var latin = func() (word [0x250]bool) {
	for r := range word {
		word[r] = inWord(rune(r))
	}
	return word
}()

func isWord(r rune) bool {
	switch {
	case r < rune(len(latin)):
		return latin[r]
	case 0x2000 <= r && r < 0x2070:
		return false // General Punctuation
	}
	return inWord(r)
}

func inWord(r rune) bool { return unicode.In(r, unicode.L, unicode.M, unicode.N) || r == '\u00ad' }

// Words returns the words of a text.
func Words(text string) []string {
	var all []string
	Tokens(text, func(t Token) { all = append(all, strings.Clone(text[t.Start:t.End])) })
	return all
}
