package typeset

import (
	"embed"
	"strings"
	"unicode"
)

//go:embed hyphens/*.txt
var hyphenFiles embed.FS

// A hyphenator knows where the words of a language may be divided, by Liang's
// algorithm: each pattern that occurs in a word weighs the places between its
// letters, the highest weight of a place counts, and odd ones allow a break.
type hyphenator struct {
	patterns map[string]string // letters to weights, one digit a place
	longest  int               // letters of the longest pattern
	known    map[string][]int
}

// Fewest letters before and behind a hyphen, and of a word that is divided.
const (
	fewestBefore = 3
	fewestAfter  = 3
	fewestInWord = 7
)

// hyphens returns the hyphenator of a language, nil where there is none.
func (s *Setter) hyphens(lang string) *hyphenator {
	lang, _, _ = strings.Cut(lang, "-")
	h, ok := s.hyphenator[lang]
	if ok {
		return h
	}
	if text, err := hyphenFiles.ReadFile("hyphens/" + lang + ".txt"); err == nil {
		h = newHyphenator(string(text))
	}
	s.hyphenator[lang] = h
	return h
}

func newHyphenator(text string) *hyphenator {
	h := &hyphenator{patterns: make(map[string]string, len(text)/7), known: map[string][]int{}}
	var letters, weights []byte
	for pattern := range strings.FieldsSeq(text) {
		letters, weights = letters[:0], append(weights[:0], '0')
		n := 0
		for i := 0; i < len(pattern); i++ {
			c := pattern[i]
			switch {
			case c >= '0' && c <= '9':
				weights[len(weights)-1] = c
				continue
			case c < 0x80 || c >= 0xc0: // the first byte of a letter
				weights = append(weights, '0')
				n++
			}
			letters = append(letters, c)
		}
		h.patterns[string(letters)] = string(weights)
		h.longest = max(h.longest, n)
	}
	return h
}

// breaks returns the byte offsets in a word of letters at which it may be divided.
func (h *hyphenator) breaks(word string) []int {
	if found, ok := h.known[word]; ok {
		return found
	}
	var found []int
	runes := []rune("." + strings.ToLower(word) + ".")
	if n := len(runes) - 2; n >= fewestInWord && n <= 80 && n == len([]rune(word)) {
		weights := h.weigh(runes)
		at := 0
		for i, r := range []rune(word) {
			if i >= fewestBefore && n-i >= fewestAfter && weights[i+1]%2 == 1 {
				found = append(found, at)
			}
			at += len(string(r))
		}
	}
	h.known[word] = found
	return found
}

// weigh returns the weight of the place before each rune.
func (h *hyphenator) weigh(runes []rune) []byte {
	offsets := make([]int, 0, len(runes)+1)
	text := string(runes)
	for i := range text {
		offsets = append(offsets, i)
	}
	offsets = append(offsets, len(text))
	weights := make([]byte, len(runes)+1)
	for from := range runes {
		for to := from + 1; to <= min(from+h.longest, len(runes)); to++ {
			pattern, ok := h.patterns[text[offsets[from]:offsets[to]]]
			if !ok {
				continue
			}
			for k := range len(pattern) {
				weights[from+k] = max(weights[from+k], pattern[k]-'0')
			}
		}
	}
	return weights
}

// hyphenation returns where a text without spaces may be divided: in its words of
// letters alone. Addresses and words with digits stay whole.
func (s *Setter) hyphenation(lang, text string) []int {
	h := s.hyphens(lang)
	if h == nil || strings.ContainsAny(text, "@/_:0123456789") {
		return nil
	}
	from := strings.IndexFunc(text, unicode.IsLetter)
	if from < 0 {
		return nil
	}
	to := from
	for i, r := range text[from:] {
		if !unicode.IsLetter(r) {
			break
		}
		to = from + i + len(string(r))
	}
	var all []int
	for _, at := range h.breaks(text[from:to]) {
		all = append(all, from+at)
	}
	return all
}
