package diag

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Visible returns a text of a catalogue as terminals and logs are given it: what they would obey, or not show, stands there as Go
// writes it, \x1b for one. A file's name may hold nearly any byte, and services such as GitHub Actions take lines of a log for commands.
func Visible(text string) string {
	if !strings.ContainsFunc(text, obeyed) {
		return text
	}
	var b strings.Builder
	for len(text) > 0 {
		c, n := utf8.DecodeRuneInString(text)
		switch {
		case !obeyed(c):
			b.WriteString(text[:n])
		case c == utf8.RuneError && n == 1:
			b.WriteString(`\x` + strconv.FormatUint(uint64(text[0]), 16))
		default:
			quoted := strconv.QuoteRuneToASCII(c)
			b.WriteString(quoted[1 : len(quoted)-1])
		}
		text = text[n:]
	}
	return b.String()
}

// obeyed reports whether a character is for machines: control characters, what ends lines, what turns the direction of all that
// follows, and what is no character.
func obeyed(c rune) bool {
	return unicode.IsControl(c) || c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069' || c == '\u2028' || c == '\u2029' || c == utf8.RuneError
}
