package yamlnode

import (
	"bytes"
	"testing"
	"unicode/utf8"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
)

// TestUsual holds that no character is called usual of which there would be something to say, and that
// those are which nearly all texts consist of.
func TestUsual(t *testing.T) {
	for c := rune(0); c <= utf8.MaxRune; c++ {
		if c >= 0x3100 && c < 0xD7A0 { // scripts without a mark
			continue
		}
		for _, text := range []string{string(c), "a" + string(c)} {
			src := diag.NewSource("a", text)
			if isUsual(text) && len(badCharacters(text))+len(checkDisguised(src)) > 0 {
				t.Errorf("%U is called usual", c)
			}
		}
	}
	for _, text := range []string{"Käße, ça « va » : – “so” …\u202f!", "a\tb\n", "šŁőʼ"[:6]} {
		if !isUsual(text) {
			t.Errorf("%q is not usual", text)
		}
	}
	for _, text := range []string{"\xff", "\xc3", "\xe2\x80", "\xc2a", "a\r\n", "\xc3\xff"} {
		if isUsual(text) {
			t.Errorf("%q is usual", text)
		}
	}
}

// FuzzPlainDelimiters holds that front matter which is found quickly is what is found by looking at every line.
func FuzzPlainDelimiters(f *testing.F) {
	for _, text := range []string{"---\na: b\n---\nc", "---\n---\n", "---\n----\n---\n", "---\n...\n---\n", "---\n ---\n---\n", "---\n--- \n---\n", "---\na: ---\n---\n", "---\n\n---\n---\n", "---\na\n---"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		start, end, body, ok := plainDelimiters(text)
		if !ok {
			return
		}
		s, e, b, ds := lineDelimiters(diag.NewSource("a", text))
		if start != s || end != e || body != b || len(ds) > 0 {
			t.Errorf("%q: %d %d %d, not %d %d %d %v", text, start, end, body, s, e, b, ds)
		}
	})
}

// TestPrintable holds that eight bytes at once are judged as each by itself.
func TestPrintable(t *testing.T) {
	for c := range 256 {
		for at := range 8 {
			for _, around := range []byte{' ', '~'} {
				text := bytes.Repeat([]byte{around}, 8)
				text[at] = byte(c)
				if got, want := isPrintable(string(text)), c >= ' ' && c < 0x7F; got != want {
					t.Errorf("%q is printable: %v", text, got)
				}
			}
		}
	}
}
