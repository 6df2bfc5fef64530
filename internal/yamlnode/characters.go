package yamlnode

import (
	"fmt"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
)

const bom = "\ufeff"

// maskCharacters paints over what the library refuses without a place: bytes
// that are no UTF-8, control characters, and the rarer line breaks that would
// shift its line numbers against ours.
func (r *reader) maskCharacters() {
	for _, bad := range badCharacters(string(r.text)) {
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
	var ds []diag.Diagnostic
	last := map[bool]int{}
	for _, bad := range badCharacters(src.Text) {
		span := src.Span(bad.from, bad.to)
		line, _ := src.Position(bad.from)
		if last[bad.invalid] == line {
			continue
		}
		last[bad.invalid] = line
		if bad.invalid {
			b := src.Text[bad.from]
			likely := string(charmap.Windows1252.DecodeByte(b))
			ds = append(ds, rule.InvalidUTF8.At(span, "byte", fmt.Sprintf("0x%02X", b)).Suggest(likely))
			continue
		}
		c, _ := utf8.DecodeRuneInString(src.Text[bad.from:])
		ds = append(ds, rule.ControlCharacter.At(span, "character", fmt.Sprintf("U+%04X", c)))
	}
	return ds
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
