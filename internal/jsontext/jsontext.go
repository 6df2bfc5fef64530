// Package jsontext appends texts as JSON. encoding/json makes two copies of a text on its way, and of the hundred
// megabytes that scripts of a large site hold that is most of the memory that they take.
package jsontext

import (
	"encoding/json"
	"slices"
	"unicode/utf8"
)

// Append adds a text as encoding/json writes it, with the letters of HTML escaped.
func Append[T string | []byte](to []byte, text T) []byte { return appendText(to, text, &inHTML) }

// AppendPlain adds a text as encoding/json writes it with SetEscapeHTML(false), for files of their own.
func AppendPlain[T string | []byte](to []byte, text T) []byte { return appendText(to, text, &plain) }

// escapes are the letters of ASCII that may not stand as they are, with what stands for them.
type escapes struct {
	of    [utf8.RuneSelf]string
	stays [256]bool // bytes that stand for themselves whatever follows
}

var (
	inHTML = newEscapes(true)
	plain  = newEscapes(false)
)

func newEscapes(html bool) (e escapes) {
	for b := range e.of {
		quoted, _ := json.Marshal(string(rune(b))) // a letter always can be written
		isHTML := b == '<' || b == '>' || b == '&'
		if len(quoted) != 3 && (html || !isHTML) {
			e.of[b] = string(quoted[1 : len(quoted)-1])
		}
		e.stays[b] = e.of[b] == ""
	}
	return e
}

func appendText[T string | []byte](to []byte, text T, escaped *escapes) []byte {
	to = append(to, '"')
	to = slices.Grow(to, len(text)+len(text)/16+1)
	from := 0
	for i := 0; i < len(text); {
		b := text[i]
		switch {
		case escaped.stays[b]:
			i++
			continue
		case b < utf8.RuneSelf:
			to = append(append(to, text[from:i]...), escaped.of[b]...)
			i++
			from = i
			continue
		case 0xC2 <= b && b < 0xE0 && i+1 < len(text) && text[i+1]&0xC0 == 0x80: // a letter of two bytes
			i += 2
			continue
		}
		r, n := utf8.DecodeRuneInString(string(text[i:min(i+utf8.UTFMax, len(text))]))
		if r == utf8.RuneError && n == 1 || r == '\u2028' || r == '\u2029' {
			to = append(to, text[from:i]...)
			quoted, _ := json.Marshal(string(text[i : i+n]))
			to = append(to, quoted[1:len(quoted)-1]...)
			from = i + n
		}
		i += n
	}
	return append(append(to, text[from:]...), '"')
}
