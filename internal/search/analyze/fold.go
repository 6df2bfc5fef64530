package analyze

import (
	"bytes"
	"maps"
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2/analysis"
	"golang.org/x/text/unicode/norm"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/wire"
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
	for ; i < len(text) && !plain[text[i]]; i++ {
		if text[i] < utf8.RuneSelf {
			continue
		}
		n, word := letter(text, i)
		if word {
			break
		}
		i += n - 1
	}
	if i >= len(text) {
		return Token{}
	}
	t := Token{Start: i}
	for i = run(text, i); i < len(text) && !parts[text[i]]; i = run(text, i) {
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

// run returns where the plain letters that stand at an offset end.
func run(text string, i int) int {
	for ; i+8 <= len(text); i += 8 {
		if others := tops &^ plainOf(wire.Eight(text[i:])); others != 0 {
			return i + bits.TrailingZeros64(others)/8
		}
	}
	for i < len(text) && plain[text[i]] {
		i++
	}
	return i
}

// Eight bytes at once, in one number: what is the same for each of them, and their top bits.
const (
	each = 0x0101010101010101
	tops = 0x80 * each
)

// plainOf returns the top bits of those of eight bytes that are plain letters.
func plainOf(b uint64) uint64 {
	digits := from(b, '0') &^ from(b, '9'+1)
	lower := b | 0x20*each
	return (digits | from(lower, 'a')&^from(lower, 'z'+1)) &^ b & tops
}

// from returns the top bits of those of eight bytes that are not less than one of ASCII, whatever their own top bits are.
func from(b, least uint64) uint64 { return b&^tops + (0x80-least)*each }

// plain are the letters of ASCII that words are made of.
var plain = func() (is [256]bool) {
	for _, b := range "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789" {
		is[b] = true
	}
	return is
}()

// parts are those of ASCII that words end at, whatever follows.
var parts = func() (is [256]bool) {
	for b := range utf8.RuneSelf {
		is[b] = !plain[b] && b != '\''
	}
	return is
}()

// letter returns how long the letter at an offset is, and whether it is part of a word.
func letter(text string, i int) (n int, word bool) {
	b := text[i]
	switch {
	case b < utf8.RuneSelf:
		return 1, plain[b]
	case 0xC2 <= b && b < 0xC9 && i+1 < len(text) && text[i+1]&0xC0 == 0x80: // a letter of two bytes
		return 2, latin[rune(b&0x1F)<<6|rune(text[i+1]&0x3F)]
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
