package markdown

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"
)

// Quotes are the quotation marks of a language, the inner ones for a quotation in
// another. Spaces that belong inside a mark are part of it.
type Quotes struct{ Open, Close, InnerOpen, InnerClose string }

// quotesOf knows the three languages of the interface; every other has the English
// marks unless its Options say more.
func quotesOf(lang string) Quotes {
	switch primary(lang) {
	case "de":
		return Quotes{"„", "“", "‚", "‘"}
	case "fr":
		return Quotes{"«\u202f", "\u202f»", "“", "”"}
	}
	return Quotes{"“", "”", "‘", "’"}
}

// primary returns the language without region and script: de of de-LU.
func primary(lang string) string {
	lang, _, _ = strings.Cut(lang, "-")
	return strings.ToLower(lang)
}

const apostrophe = "’"

// pen turns the source of a text into what a reader sees: escapes and entities
// resolved, straight quotation marks, dashes and dots replaced. It remembers which
// quotations are open, so each block needs a new one.
type pen struct {
	source         []byte
	quotes         Quotes // the zero value leaves all as it is
	double, single int    // quotations that are open
}

// special are the bytes that write has to look at.
var special = [256]bool{'\\': true, '&': true, '"': true, '\'': true, '-': true, '.': true}

// write appends source[start:stop] to dst. What stands around it in the source decides
// on the direction of marks at its ends, so that *"text"* is right too.
func (p *pen) write(dst []byte, start, stop int) []byte {
	run := start
	for i := start; i < stop; {
		c := p.source[i]
		if !special[c] || (c == '.' || c == '-') && (i+1 == stop || p.source[i+1] != c) { // a single one stays
			i++
			continue
		}
		dst = append(dst, p.source[run:i]...)
		n := 0
		if dst, n = p.replace(dst, i, stop); n == 0 {
			dst, n = append(dst, c), 1
		}
		i += n
		run = i
	}
	return append(dst, p.source[run:stop]...)
}

// replace appends what the special byte at i becomes, and returns how many bytes of the
// source that takes the place of; 0 means that it stays.
func (p *pen) replace(dst []byte, i, stop int) ([]byte, int) {
	c := p.source[i]
	switch {
	case c == '\\':
		if i+1 < stop && util.IsPunct(p.source[i+1]) {
			return append(dst, p.source[i+1]), 2
		}
	case c == '&':
		return appendEntity(dst, p.source[i:stop])
	case p.quotes == (Quotes{}):
	case c == '"':
		if s := p.doubleQuote(i); s != "" {
			return append(dst, s...), 1
		}
	case c == '\'':
		if s := p.singleQuote(i); s != "" {
			return append(dst, s...), 1
		}
	default:
		n := runLength(p.source[i:stop])
		return append(dst, p.dash(i, n)...), n
	}
	return dst, 0
}

// dash returns what n hyphens or dots at i become: two hyphens an en dash, three an em
// dash, three dots an ellipsis. A longer run is a line or a leader that someone drew.
func (p *pen) dash(i, n int) string {
	if n > 1 && n < 4 && !p.inURL(i) {
		switch string(p.source[i : i+n]) {
		case "--":
			return "–"
		case "---":
			return "—"
		case "...":
			return "…"
		}
	}
	return string(p.source[i : i+n])
}

// doubleQuote returns the mark for " at i, or "" where it is neither opening nor
// closing, as after the number of inches.
func (p *pen) doubleQuote(i int) string {
	before, after := p.around(i)
	switch {
	case opens(before) && !unicode.IsSpace(after) && after != '"':
		p.double++
		return p.quotes.Open
	case p.double > 0 && !unicode.IsSpace(before):
		p.double--
		return p.quotes.Close
	}
	return ""
}

// singleQuote returns the mark for ' at i, which is an apostrophe more often than not.
func (p *pen) singleQuote(i int) string {
	before, after := p.around(i)
	word := isWord(after)
	switch {
	case p.inURL(i):
		return ""
	case isWord(before) && word:
		return apostrophe
	case opens(before) && !unicode.IsSpace(after):
		if p.closesSingle(i) {
			p.single++
			return p.quotes.InnerOpen
		}
		if word {
			return apostrophe // '90, 's Hertogenbosch
		}
	case p.single > 0 && !unicode.IsSpace(before):
		p.single--
		return p.quotes.InnerClose
	case unicode.IsLetter(before):
		return apostrophe // Hans' Haus
	}
	return ""
}

// closesSingle reports whether the ' at i has its counterpart near by in the block,
// before another one opens.
func (p *pen) closesSingle(i int) bool {
	const reach = 300
	rest := p.source[i+1 : min(len(p.source), i+1+reach)]
	if end := bytes.Index(rest, []byte("\n\n")); end >= 0 {
		rest = rest[:end]
	}
	for j, c := range rest {
		if c != '\'' || j == 0 {
			continue
		}
		before, after := p.around(i + 1 + j)
		switch {
		case opens(before) && !unicode.IsSpace(after):
			return false // the next quotation begins
		case !opens(before) && !isWord(after):
			return true
		}
	}
	return false
}

// around returns the characters before and after the byte at i, marks of emphasis
// passed over; at an end of the source a line feed.
func (p *pen) around(i int) (before, after rune) {
	before, after = '\n', '\n'
	a := bytes.TrimRight(p.source[max(0, i-8):i], "*_")
	if len(a) > 0 {
		before, _ = utf8.DecodeLastRune(a)
	}
	b := bytes.TrimLeft(p.source[i+1:min(len(p.source), i+9)], "*_")
	if len(b) > 0 {
		after, _ = utf8.DecodeRune(b)
	}
	return before, after
}

// inURL reports whether the byte at i belongs to a web address that is written out,
// which a reader may want to copy.
func (p *pen) inURL(i int) bool {
	const reach = 200
	word := p.source[max(0, i-reach):i]
	word = word[bytes.LastIndexAny(word, " \t\n\"(<")+1:]
	return bytes.Contains(word, []byte("://")) || bytes.HasPrefix(word, []byte("www."))
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// opens reports whether a quotation may begin after r.
func opens(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune("/|=+>\"'", r) || unicode.In(r, unicode.Ps, unicode.Pi, unicode.Pd)
}

func runLength(s []byte) int {
	n := 1
	for n < len(s) && s[n] == s[0] {
		n++
	}
	return n
}

// appendEntity appends the characters of the entity that s begins with, and returns its
// length; 0 means that it is none.
func appendEntity(dst, s []byte) ([]byte, int) {
	const longest = 33 // &CounterClockwiseContourIntegral;
	end := bytes.IndexByte(s[:min(len(s), longest)], ';')
	if end < 2 {
		return dst, 0
	}
	name := string(s[1:end])
	if name[0] != '#' {
		e, ok := util.LookUpHTML5EntityByName(name)
		if !ok {
			return dst, 0
		}
		return append(dst, e.Characters...), end + 1
	}
	r, ok := numericEntity(name[1:])
	if !ok {
		return dst, 0
	}
	return utf8.AppendRune(dst, r), end + 1
}

// numericEntity reads up to six hexadecimal digits after x, or up to seven decimal
// ones, as CommonMark has it.
func numericEntity(digits string) (rune, bool) {
	base, longest := 10, 7
	if rest, ok := strings.CutPrefix(strings.ToLower(digits), "x"); ok {
		digits, base, longest = rest, 16, 6
	}
	if digits == "" || len(digits) > longest {
		return 0, false
	}
	n := 0
	for _, c := range []byte(strings.ToLower(digits)) {
		v := strings.IndexByte("0123456789abcdef"[:base], c)
		if v < 0 {
			return 0, false
		}
		n = n*base + v
	}
	if n == 0 || !utf8.ValidRune(rune(n)) {
		return utf8.RuneError, true
	}
	return rune(n), true
}

// plainBytes resolves escapes and entities, nothing else.
func plainBytes(s []byte) string {
	if bytes.IndexByte(s, '\\') < 0 && bytes.IndexByte(s, '&') < 0 {
		return string(s)
	}
	p := pen{source: s}
	return string(p.write(nil, 0, len(s)))
}
