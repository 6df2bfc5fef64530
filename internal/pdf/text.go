package pdf

import (
	"iter"
	"math"
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

// Text draws the glyphs of words, one behind the other, with their baseline at y
// and returns how wide they are. Where a glyph of the same shape stands for
// another text elsewhere, this text is written beside it, so that what is copied
// is what was meant.
func (p *Page) Text(f *Font, size, x, y float64, words ...[]Glyph) float64 {
	width, from := 0.0, 0.0
	run := p.leaf.doc.run[:0]
	for g := range each(words) {
		if f.use(g) {
			run = append(run, g)
			width += float64(g.Advance)
			continue
		}
		p.draw(f, size, x+from*size/1000, y, run)
		p.TextFor(g.Text, f, size, x+width*size/1000, y, []Glyph{g})
		width += float64(g.Advance)
		from, run = width, run[:0]
	}
	p.draw(f, size, x+from*size/1000, y, run)
	p.leaf.doc.run = run[:0]
	return width * size / 1000
}

// TextFor draws glyphs that stand for a text as a whole, where it is not to be had
// from one after the other: words from right to left. They are a stretch of their
// own, since some readers lose what follows one within another.
func (p *Page) TextFor(text string, f *Font, size, x, y float64, glyphs []Glyph) {
	for _, g := range glyphs {
		f.use(g)
	}
	l := p.leaf
	e := l.current
	if !l.open || e == nil || e == running { // artifacts are not read
		p.draw(f, size, x, y, glyphs)
		return
	}
	l.close()
	l.begin(e, "Span", "/ActualText "+textString(text))
	p.draw(f, size, x, y, glyphs)
	l.close()
	p.In(e)
}

// draw draws glyphs.
func (p *Page) draw(f *Font, size, x, y float64, glyphs []Glyph) {
	if len(glyphs) == 0 {
		return
	}
	l := p.leaf
	l.fonts[f] = true
	l.put("BT /" + f.name + " ")
	l.numbers("Tf", size)
	at, pen, raised := 0.0, 0.0, math.Inf(1) // pen is where the writer's stands, in thousandths
	for _, g := range glyphs {
		place := at + float64(g.DX)
		if dy := float64(g.DY); dy != raised {
			if !math.IsInf(raised, 1) {
				l.put(")]TJ\n")
			}
			raised, pen = dy, place
			l.numbers("Tm", 1, 0, 0, 1, p.dx+x+place*size/1000, l.height-y+dy*size/1000)
			l.put("[(")
		}
		if shift := place - pen; shift > 0.5 || shift < -0.5 {
			l.put(")")
			l.content = appendNumber(l.content, -shift)
			l.put("(")
			pen = place
		}
		l.content = appendCode(l.content, g.ID)
		pen += f.advance(g.ID)
		at += float64(g.Advance)
	}
	l.put(")]TJ\nET\n")
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
