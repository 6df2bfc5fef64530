package yamlnode

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/wire"
)

const bom = "\ufeff"

// maskCharacters paints over what the library refuses without a place: bytes
// that are no UTF-8, control characters, and the rarer line breaks that would
// shift its line numbers against ours.
func (r *reader) maskCharacters() {
	for _, bad := range badCharacters(r.src.Text()[r.start : r.start+len(r.text)]) {
		for i := bad.from; i < bad.to; i++ {
			r.text[i] = '_'
		}
	}
	for i, c := range r.text { // a lone CR ends a line; the libraries differ on it
		if c == '\r' && (i+1 == len(r.text) || r.text[i+1] != '\n') {
			r.text[i] = '\n'
		}
	}
}

// CheckCharacters reports bytes that are no UTF-8 and control characters
// anywhere in a source, at most one of a kind a line.
func CheckCharacters(src *diag.Source) []diag.Diagnostic {
	if isUsual(src.Text()) {
		return nil
	}
	var ds []diag.Diagnostic
	last := map[bool]int{}
	for _, bad := range badCharacters(src.Text()) {
		span := src.Span(bad.from, bad.to)
		line, _ := src.Position(bad.from)
		if last[bad.invalid] == line {
			continue
		}
		last[bad.invalid] = line
		if bad.invalid {
			b := src.Text()[bad.from]
			likely := string(charmap.Windows1252.DecodeByte(b))
			ds = append(ds, rule.InvalidUTF8.At(span, "byte", fmt.Sprintf("0x%02X", b)).Suggest(likely))
			continue
		}
		c, _ := utf8.DecodeRuneInString(src.Text()[bad.from:])
		ds = append(ds, rule.ControlCharacter.At(span, "character", fmt.Sprintf("U+%04X", c)))
	}
	return append(ds, checkDisguised(src)...)
}

// checkDisguised reports what a reader can't see: characters without width, and
// letters in two characters that have one. Joiners and marks of direction are
// left alone, since Arabic and Persian need them; overrides of the direction, which
// no script needs, turn what stands behind them around.
func checkDisguised(src *diag.Source) []diag.Diagnostic {
	var ds []diag.Diagnostic
	before, last := rune(0), map[*diag.Rule]int{}
	for i, c := range src.Text() {
		var r *diag.Rule
		from := i
		switch {
		case c < 0xA0:
		case c == '\u00ad', c == '\u200b', c == '\u2060', c == '\u202d', c == '\u202e':
			r = &rule.InvisibleCharacter
		case c >= 0x300 && c < 0x370 && utf8.RuneCountInString(norm.NFC.String(string(before)+string(c))) == 1:
			r, from = &rule.DecomposedLetter, i-utf8.RuneLen(before)
		}
		before = c
		if r == nil {
			continue
		}
		to := i + utf8.RuneLen(c)
		line, _ := src.Position(from)
		if last[r] != line {
			ds = append(ds, r.At(src.Span(from, to), "word", norm.NFC.String(wordAround(src.Text(), from, to)), "character", fmt.Sprintf("U+%04X", c)))
		}
		last[r] = line
	}
	return ds
}

// checkEscapes reports what [CheckCharacters] would, were it not written by an escape such as \e, at most one for a text. Ends of lines and
// paragraphs harm as they are only, since not everybody counts lines by them.
func checkEscapes(n *Node) []diag.Diagnostic {
	for _, bad := range badCharacters(n.Value) {
		c, _ := utf8.DecodeRuneInString(n.Value[bad.from:])
		if c == '\u2028' || c == '\u2029' {
			continue
		}
		return []diag.Diagnostic{rule.ControlCharacter.At(n.Span, "character", fmt.Sprintf("U+%04X", c))}
	}
	if i := strings.IndexAny(n.Value, overrides); i >= 0 {
		c, size := utf8.DecodeRuneInString(n.Value[i:])
		return []diag.Diagnostic{rule.InvisibleCharacter.At(n.Span, "word", wordAround(n.Value, i, i+size), "character", fmt.Sprintf("U+%04X", c))}
	}
	return nil
}

// overrides turn the direction of what stands behind them.
const overrides = "\u202d\u202e"

// wordAround returns the word that holds the bytes [from, to), without what
// can't be seen, and not more of it than fits a message.
func wordAround(text string, from, to int) string {
	const most = 60
	start, end := max(from-most, 0), min(to+most, len(text))
	if i := strings.LastIndexFunc(text[start:from], unicode.IsSpace); i >= 0 {
		start += i + 1
	}
	if i := strings.IndexFunc(text[to:end], unicode.IsSpace); i >= 0 {
		end = to + i
	}
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if strings.ContainsRune("\u00ad\u200b\u2060\u202d\u202e", r) || r == utf8.RuneError {
			return -1
		}
		return r
	}, text[start:end]))
}

// isUsual reports whether a text consists of what nearly all texts consist of, of which nothing is bad or
// disguised: printable ASCII, line breaks of one character and tabs, letters up to U+02FF, and dashes, quotes, ellipsis and the
// narrow space of U+2010 to U+202F, but for those that turn the direction.
func isUsual(text string) bool {
	for i := 0; i < len(text); i++ {
		for i+8 < len(text) && isPrintable(text[i:i+8]) {
			i += 8
		}
		c := text[i]
		switch {
		case c >= ' ' && c < 0x7F || c == '\n' || c == '\t':
		case c == 0xC2 && i+1 < len(text) && text[i+1] >= 0xA0 && text[i+1] <= 0xBF && text[i+1] != 0xAD:
			i++
		case c >= 0xC3 && c <= 0xCB && i+1 < len(text) && text[i+1]&0xC0 == 0x80:
			i++
		case c == 0xE2 && i+2 < len(text) && text[i+1] == 0x80 && (text[i+2] >= 0x90 && text[i+2] <= 0xA7 || text[i+2] == 0xAF):
			i += 2
		default:
			return false
		}
	}
	return true
}

// isPrintable reports whether the first eight bytes of a text are from the space to the tilde: in none is the first bit set, or gets set
// when a space is subtracted or one is added.
func isPrintable(s string) bool {
	const ones = 0x0101010101010101
	x := wire.Eight(s)
	return (x|(x-' '*ones)|(x+ones))&(0x80*ones) == 0
}

type badCharacter struct {
	from, to int
	invalid  bool // no UTF-8
}

func badCharacters(text string) []badCharacter {
	var bad []badCharacter
	for i := 0; i < len(text); {
		if c := text[i]; c >= ' ' && c < 0x7F || c == '\n' || c == '\t' || c == '\r' {
			i++
			continue
		}
		c, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case c == utf8.RuneError && n == 1:
			bad = append(bad, badCharacter{i, i + n, true})
		case c < ' ', c >= 0x7F && c < 0xA0, c == '\u2028', c == '\u2029', c == '\ufffe', c == '\uffff', c == '\ufeff' && i > 0:
			bad = append(bad, badCharacter{i, i + n, false})
		}
		i += n
	}
	return bad
}
