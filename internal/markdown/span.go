package markdown

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// numbered are words after which two numbers with a hyphen are one name: of laws,
// standards, telephones.
var numbered = regexp.MustCompile(`(?:^|[\s\x{a0}\x{202f}(])(?:[nN][°ºo]\.?|[nN]r\.?|No\.?|[Tt][eé]l\.?|[Tt]elefon|[Tt]éléphone|[Pp]hone|[Ff]ax|\p{Lu}{2,}|\p{Lu}\.)[\s\x{a0}\x{202f}]*:?[\s\x{a0}\x{202f}]*$`)

// isRange reports whether the hyphen at i stands between the first and the last of
// several numbers. Numbers of laws, telephones, standards and files look alike; so only
// what can hardly be anything else counts: years, and small numbers that are near one
// another.
func (m *mender) isRange(i int) bool {
	from, to := i, i+1
	for from > 0 && isDigit(m.source[from-1]) {
		from--
	}
	for to < len(m.source) && isDigit(m.source[to]) {
		to++
	}
	a, b := string(m.source[from:i]), string(m.source[i+1:to])
	return plausible(a, b) && m.apart(from, to)
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// plausible reports whether a range of numbers can be from a to b.
func plausible(a, b string) bool {
	const most = 4
	if a == "" || b == "" || len(a) > most || len(b) > most || a[0] == '0' || b[0] == '0' {
		return false
	}
	x, _ := strconv.Atoi(a) // four digits at most
	y, _ := strconv.Atoi(b)
	switch isYear := func(n int) bool { return n >= 1500 && n < 2200 }; {
	case len(a) == 4 && len(b) == 4:
		return isYear(x) && isYear(y) && x < y
	case len(a) == 4 && len(b) == 2:
		return isYear(x) && y > 12 && y > x%100 // 2015-16; 2009-10 may be October
	}
	return len(a) < 4 && len(b) < 4 && x < y && y <= 5*x
}

// apart reports whether source[from:to] is no part of a longer number or name.
func (m *mender) apart(from, to int) bool {
	before, size := utf8.DecodeLastRune(m.source[:from])
	if size > 0 && (isWord(before) || strings.ContainsRune(`.,/:-–—+_#§=@&°~\`, before)) {
		return false
	}
	const reach = 24
	head := m.source[max(0, from-reach):from]
	if numbered.Match(head) {
		return false
	}
	if unicode.IsSpace(before) {
		word, _ := utf8.DecodeLastRune(m.source[:from-size])
		if unicode.IsDigit(word) || word == '+' {
			return false
		}
	}
	if to == len(m.source) {
		return true
	}
	after, n := utf8.DecodeRune(m.source[to:])
	next, _ := utf8.DecodeRune(m.source[to+n:])
	return !isWord(after) && !strings.ContainsRune("-–—/_@+", after) && !(strings.ContainsRune(".,:", after) && unicode.IsDigit(next))
}
