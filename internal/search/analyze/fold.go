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
	start, apostrophe := -1, -1
	for i, r := range text {
		switch {
		case isWord(r):
			if start < 0 {
				start = i
			}
			apostrophe = -1
		case start < 0:
		case (r == '\'' || r == '’') && apostrophe < 0:
			apostrophe = i
		default:
			f(Token{start, end(i, apostrophe)})
			start, apostrophe = -1, -1
		}
	}
	if start >= 0 {
		f(Token{start, end(len(text), apostrophe)})
	}
}

// end leaves out an apostrophe that no letter follows.
func end(i, apostrophe int) int {
	if apostrophe >= 0 {
		return apostrophe
	}
	return i
}

func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.In(r, unicode.L, unicode.M, unicode.N) || r == '\u00ad'
}

// Words returns the words of a text.
func Words(text string) []string {
	var all []string
	Tokens(text, func(t Token) { all = append(all, strings.Clone(text[t.Start:t.End])) })
	return all
}
