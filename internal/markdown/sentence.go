package markdown

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// FirstSentences returns as many whole sentences from the beginning of plain as fit into
// max characters, on one line. Where not even the first one fits, it is cut after a word
// and ends in … . It knows no language but avoids the usual traps of German, French and
// English: z. B., p. ex., e.g., Dr., 12. September.
func FirstSentences(plain string, max int) string {
	if max <= 0 {
		return ""
	}
	if !utf8.ValidString(plain) {
		plain = strings.ToValidUTF8(plain, "\uFFFD")
	}
	s := beginning(plain, max+sight)
	whole := 0
	for end, count := 0, 0; end < len(s); { // word by word
		word := strings.IndexByte(s[end+1:], ' ') + 1
		if word == 0 {
			word = len(s) - end
		}
		count += utf8.RuneCountInString(s[end : end+word])
		if count > max && whole > 0 {
			return s[:whole]
		}
		if count > max {
			return cutAtWord(s, max)
		}
		if end += word; endsSentence(s, end) {
			whole = end
		}
	}
	return s
}

// sight is how many characters behind a sentence say whether it ends.
const sight = 8

// beginning returns the first words of a text, with one space between them: at least so many characters,
// or all.
func beginning(plain string, least int) string {
	var room [512]byte
	text, count := room[:0], 0
	for i := range len(plain) {
		c := plain[i]
		switch c {
		case ' ', '\n', '\r', '\t': // non-breaking spaces are left as they are
			if n := len(text); n == 0 || text[n-1] == ' ' {
				continue
			}
			c = ' '
		}
		if c == ' ' && count >= least {
			break
		}
		text = append(text, c)
		if utf8.RuneStart(c) {
			count++
		}
	}
	return string(bytes.TrimSuffix(text, []byte{' '}))
}

func cutAtWord(s string, max int) string {
	runes := []rune(s)
	s = string(runes[:min(len(runes), max-1)])
	if i := strings.LastIndexByte(s, ' '); i > 0 && runes[max-1] != ' ' {
		s = s[:i]
	}
	s = strings.TrimRightFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.In(r, unicode.Ps, unicode.Pi, unicode.Pd) || strings.ContainsRune("„‚,;:.", r)
	})
	return s + "…"
}

// endsSentence reports whether a sentence ends before the byte at i, closing marks
// included.
func endsSentence(s string, i int) bool {
	if i < len(s) && s[i] != ' ' {
		return false
	}
	if i > 0 && s[i-1] >= 'a' && s[i-1] <= 'z' { // nearly always
		return false
	}
	end := strings.TrimRightFunc(s[:i], isClosing)
	r, n := utf8.DecodeLastRuneInString(end)
	if !strings.ContainsRune(".!?…", r) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(s[i:], " "))
	if i < len(s) && unicode.IsLower(next) {
		return false
	}
	return r != '.' || i == len(s) || !isAbbreviation(end[:len(end)-n], next)
}

// isClosing reports whether r may stand between the full stop and the space, or between
// a mark of French and its space.
func isClosing(r rune) bool {
	return unicode.In(r, unicode.Pe, unicode.Pf) || strings.ContainsRune("\"'“‘\u00a0\u202f", r)
}

// abbreviations are words before a full stop that ends no sentence; in lower case.
var abbreviations = []string{
	"abb", "abs", "al", "approx", "art", "av", "bd", "bspw", "bzw", "ca", "cf", "dr", "env", "evtl", "ex", "fig", "geb", "gem", "ggf",
	"hr", "inkl", "insb", "jh", "mio", "mr", "mrd", "mrs", "ms", "nr", "no", "pp", "prof", "resp", "s.o", "sog", "st", "ste", "str",
	"tel", "vgl", "vol", "vs", "zzgl",
}

// isAbbreviation reports whether a full stop after s belongs to an abbreviation or to an
// ordinal number.
func isAbbreviation(s string, next rune) bool {
	word := s[strings.LastIndexFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("(„“«/", r) })+1:]
	if i := strings.LastIndexByte(word, '.'); i >= 0 {
		word = word[i+1:] // the B of z.B.
	}
	if word == "" {
		return false
	}
	letters := utf8.RuneCountInString(word)
	first, _ := utf8.DecodeRuneInString(word)
	switch {
	case unicode.IsDigit(first):
		// "am 12. September", but "seit 2015. Danach"; nobody counts sentences from 100.
		return letters <= 2 && !unicode.IsDigit(next) && strings.Trim(word, "0123456789") == ""
	case letters == 1:
		return unicode.IsLetter(first)
	}
	return slices.Contains(abbreviations, strings.ToLower(word))
}
