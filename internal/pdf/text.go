package pdf

import (
	"iter"
	"strconv"
	"unicode/utf16"
)

// A Glyph is one shape of a font, as a shaper sets it.
type Glyph struct {
	ID      uint16
	Text    string  // what it stands for; "" where a glyph before it says so
	Advance float32 // in thousandths of the size
	DX, DY  float32 // offset, in thousandths of the size
}

// Text draws the glyphs of words, one behind the other, with their baseline at y and returns how wide they are. Where
// a glyph of the same shape stands for another text elsewhere, this text is
// written beside it, so that what is copied is what was meant.
func (p *Page) Text(f *Font, size, x, y float64, words ...[]Glyph) float64 {
	if len(words) == 0 {
		return 0
	}
	return p.text(f, size, x, y, words, false)
}

// text draws; said is whether what stands around says which text it is.
func (p *Page) text(f *Font, size, x, y float64, words [][]Glyph, said bool) float64 {
	l := p.leaf
	l.fonts[f] = true
	l.put("BT /" + f.name + " ")
	l.numbers("Tf", size)
	width, open := 0.0, false
	pen := 0.0 // where the writer's pen stands, in thousandths
	start := func(at, dy float64) {
		l.numbers("Tm", 1, 0, 0, 1, p.dx+x+at*size/1000, l.height-y+dy*size/1000)
		l.put("[(")
		open, pen = true, at
	}
	stop := func() {
		if open {
			l.put(")]TJ\n")
			open = false
		}
	}
	raised := 0.0
	for g := range each(words) {
		at := width + float64(g.DX)
		known := f.use(g) || said
		if dy := float64(g.DY); !known || dy != raised {
			stop()
		}
		raised = float64(g.DY)
		if !known {
			l.put("/Span <</ActualText " + textString(g.Text) + ">> BDC\n")
		}
		if !open {
			start(at, raised)
		}
		if shift := at - pen; shift > 0.5 || shift < -0.5 {
			l.put(")")
			l.content = appendNumber(l.content, -shift)
			l.put("(")
			pen = at
		}
		l.content = appendCode(l.content, g.ID)
		pen += f.advance(g.ID)
		if !known {
			stop()
			l.put("EMC\n")
		}
		width += float64(g.Advance)
	}
	stop()
	l.put("ET\n")
	return width * size / 1000
}

// TextFor draws glyphs that stand for a text as a whole, where it is not to be had
// from one after the other: words from right to left.
func (p *Page) TextFor(text string, f *Font, size, x, y float64, glyphs []Glyph) {
	p.leaf.put("/Span <</ActualText " + textString(text) + ">> BDC\n")
	for _, g := range glyphs {
		f.use(g)
	}
	plain := make([]Glyph, len(glyphs))
	for i, g := range glyphs {
		g.Text = f.text[g.ID]
		plain[i] = g
	}
	p.text(f, size, x, y, [][]Glyph{plain}, true)
	p.leaf.put("EMC\n")
}

func each(words [][]Glyph) iter.Seq[Glyph] {
	return func(yield func(Glyph) bool) {
		for _, w := range words {
			for _, g := range w {
				if !yield(g) {
					return
				}
			}
		}
	}
}

// appendCode writes a glyph's number as two bytes of a string.
func appendCode(b []byte, n uint16) []byte {
	for _, c := range [2]byte{byte(n >> 8), byte(n)} {
		switch c {
		case '(', ')', '\\':
			b = append(b, '\\', c)
		case '\r': // a reader would take it for a line's end
			b = append(b, '\\', 'r')
		default:
			b = append(b, c)
		}
	}
	return b
}

const hexDigits = "0123456789ABCDEF"

func appendHex(b []byte, n uint16) []byte {
	return append(b, hexDigits[n>>12], hexDigits[n>>8&15], hexDigits[n>>4&15], hexDigits[n&15])
}

// textString is a text of the file's own: UTF-16 in hexadecimal digits, which
// needs no escapes.
func textString(s string) string {
	b := []byte("<FEFF")
	for _, u := range utf16.Encode([]rune(s)) {
		b = appendHex(b, u)
	}
	return string(append(b, '>'))
}

// literal is a string of bytes in parentheses.
func literal(s string) string {
	b := []byte{'('}
	for _, c := range []byte(s) {
		switch {
		case c == '(' || c == ')' || c == '\\':
			b = append(b, '\\', c)
		case c < ' ' || c > '~':
			b = append(b, '\\', '0'+c>>6, '0'+c>>3&7, '0'+c&7)
		default:
			b = append(b, c)
		}
	}
	return string(append(b, ')'))
}

func ref(id int) string { return strconv.Itoa(id) + " 0 R" }
