package typeset

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/pdf"
)

// A breaker fills lines, each as far as it goes: the texts are set ragged, so
// that there is little to win from looking further ahead.
type breaker struct {
	s      *Setter
	p      *Para
	width  float64
	line   []box
	filled float64
	lines  []line
}

// slack forgives what rounding adds up to.
const slack = 0.01

func (b *breaker) add(u unit) {
	if u.end {
		b.flush()
		return
	}
	space := 0.0
	if u.space != nil && len(b.line) > 0 {
		space = b.spaceOf(u.space).width
	}
	if b.filled+space+u.width() <= b.width+slack {
		b.put(u)
		return
	}
	if head, tail, ok := b.divide(u, b.width-b.filled-space); ok {
		b.put(head)
		b.flush()
		b.add(tail)
		return
	}
	if len(b.line) > 0 {
		b.endWithSpace(u.space)
		b.flush()
		b.add(u)
		return
	}
	head, tail := b.cut(u)
	b.put(head)
	if len(tail.boxes) > 0 {
		b.flush()
		b.lines[len(b.lines)-1].divided = true
		b.add(tail)
	}
}

func (b *breaker) spaceOf(run *Run) box { return b.s.box(b.p, run, " ") }

func (b *breaker) put(u unit) {
	if u.space != nil && len(b.line) > 0 {
		space := b.spaceOf(u.space)
		b.line = append(b.line, space)
		b.filled += space.width
	}
	b.line = append(b.line, u.boxes...)
	b.filled += u.width()
}

// endWithSpace leaves the space at which a line ends on it, unseen, so that
// copied text has it.
func (b *breaker) endWithSpace(run *Run) {
	if run != nil {
		b.line = append(b.line, b.spaceOf(run))
	}
}

// divide divides a word with a hyphen so that its head fits into the room.
func (b *breaker) divide(u unit, room float64) (head, tail unit, ok bool) {
	before := 0.0
	for i, x := range u.boxes {
		if before+x.width > room || i == len(u.boxes)-1 {
			places := b.places(x)
			for k := len(places) - 1; k >= 0; k-- {
				at := places[k]
				if before+b.likelyWidth(x, at)+b.hyphenOf(x.run).width > room+b.p.size(x.run)*0.15 {
					continue // not even with the most that kerning can do
				}
				first := b.s.box(b.p, x.run, strings.TrimSuffix(x.text[:at], "\u00ad"))
				first.hyphen = true
				if before+first.width+b.hyphenOf(x.run).width > room+slack {
					continue
				}
				head = unit{space: u.space, boxes: append(append([]box{}, u.boxes[:i]...), first)}
				tail = unit{boxes: append([]box{b.s.box(b.p, x.run, x.text[at:])}, u.boxes[i+1:]...)}
				return head, tail, true
			}
			return head, tail, false
		}
		before += x.width
	}
	return head, tail, false
}

// likelyWidth is about how wide the beginning of a box is, up to a byte of its
// text: what is shaped by itself may be kerned otherwise.
func (b *breaker) likelyWidth(x box, at int) float64 {
	if len(x.text) != x.word.length { // soft hyphens, which have no glyphs
		return 0
	}
	width := 0.0
	for _, p := range x.word.pieces {
		for _, g := range p.glyphs {
			if at -= len(g.Text); at < 0 {
				return width * b.p.size(x.run) / em
			}
			width += float64(g.Advance)
		}
	}
	return width * b.p.size(x.run) / em
}

// places are those where a box may be divided: its soft hyphens, else by the
// rules of its language.
func (b *breaker) places(x box) []int {
	var soft []int
	for i, r := range x.text {
		if r == '\u00ad' {
			soft = append(soft, i+len("\u00ad"))
		}
	}
	switch {
	case soft != nil:
		return soft
	case b.p.Whole && x.width <= b.width:
		return nil
	case x.run.Lang != "":
		return b.s.hyphenation(x.run.Lang, x.text)
	}
	return b.s.hyphenation(b.p.Lang, x.text)
}

func (b *breaker) hyphenOf(run *Run) box { return b.s.box(b.p, run, "-") }

// cut divides what is wider than a whole line wherever the line ends: letters
// are never lost, and never stand outside.
func (b *breaker) cut(u unit) (head, tail unit) {
	room := b.width
	for i, x := range u.boxes {
		if x.width <= room+slack {
			room -= x.width
			head.boxes = append(head.boxes, x)
			continue
		}
		at := 0
		for at < len(x.text) {
			r, size := utf8.DecodeRuneInString(x.text[at:])
			if !joins(r) && b.s.box(b.p, x.run, x.text[:at+size]).width > room+slack {
				break
			}
			at += size
		}
		if at == 0 && len(head.boxes) == 0 { // not even one letter fits
			_, at = utf8.DecodeRuneInString(x.text)
		}
		if at > 0 {
			head.boxes = append(head.boxes, b.s.box(b.p, x.run, x.text[:at]))
		}
		if at < len(x.text) {
			tail.boxes = append(tail.boxes, b.s.box(b.p, x.run, x.text[at:]))
		}
		tail.boxes = append(tail.boxes, u.boxes[i+1:]...)
		return head, tail
	}
	return head, tail
}

func (b *breaker) finish() []line {
	if len(b.line) > 0 {
		b.flush()
	}
	return b.lines
}

// flush ends a line.
func (b *breaker) flush() {
	boxes := b.line
	if n := len(boxes); n > 0 && boxes[n-1].hyphen {
		hyphen := b.hyphenOf(boxes[n-1].run)
		hyphen.text, hyphen.hyphen = "\u00ad", true
		boxes = append(boxes, hyphen)
		b.filled += hyphen.width
	}
	l := line{width: b.filled, divided: len(boxes) > len(b.line)}
	order := b.order(boxes)
	x := make([]float64, len(boxes))
	at := 0.0
	if b.p.rtl() { // a space at the line's end stands at its left, outside
		at = b.filled - widthOf(boxes)
	}
	for i := range boxes {
		k := i
		if order != nil {
			k = order[i]
		}
		x[k] = at
		at += boxes[k].width
	}
	for i, box := range boxes {
		l.add(box, b.p.size(box.run), x[i])
	}
	b.lines = append(b.lines, l)
	b.line, b.filled = b.line[:0], 0
}

func widthOf(boxes []box) float64 {
	w := 0.0
	for _, b := range boxes {
		w += b.width
	}
	return w
}

// add puts a box on the line, together with the one before where both are of a kind.
func (l *line) add(x box, size, at float64) {
	if x.word.rtl {
		l.addReversed(x, size, at)
		return
	}
	for _, p := range x.word.pieces {
		glyphs := p.glyphs
		divides := x.hyphen && x.text == "\u00ad"
		if divides {
			glyphs = []pdf.Glyph{glyphs[0]}
			glyphs[0].Text = "\u00ad"
			if p.face.soft > 0 { // so that the glyph alone says what it is
				glyphs[0].ID = p.face.soft
			}
		}
		if n := len(l.fragments); n > 0 && !divides {
			last := &l.fragments[n-1]
			if last.run == x.run && last.face == p.face && last.text == "" && last.size == size && last.end(at) {
				last.words = append(last.words, glyphs)
				last.width += p.width * size / em
				at += p.width * size / em
				continue
			}
		}
		l.fragments = append(l.fragments, fragment{run: x.run, face: p.face, size: size, x: at, width: p.width * size / em, words: [][]pdf.Glyph{glyphs}})
		at += p.width * size / em
	}
}

// end reports whether the fragment ends at a place.
func (f *fragment) end(at float64) bool { return math.Abs(f.x+f.width-at) < slack }

// addReversed adds a word that runs from right to left: its pieces in the order
// of reading, each with its text, since its glyphs stand the other way round.
func (l *line) addReversed(x box, size, at float64) {
	for i := range x.word.pieces {
		at += x.word.pieces[i].width * size / em
	}
	for _, p := range slices.Backward(x.word.pieces) {
		width := p.width * size / em
		at -= width
		l.fragments = append(l.fragments, fragment{run: x.run, face: p.face, size: size, x: at, width: width, words: [][]pdf.Glyph{p.glyphs}, text: p.text})
	}
}
