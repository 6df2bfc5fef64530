package typeset

import (
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
		for k, r := range x.text {
			end := k + utf8.RuneLen(r)
			if joins(r) || b.s.box(b.p, x.run, x.text[:end]).width <= room+slack {
				at = end
				continue
			}
			break
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
	l := line{width: b.filled}
	x := make([]float64, len(boxes))
	at := 0.0
	for _, i := range visual(boxes, directionOf(b.p) == "rtl") {
		x[i] = at
		at += boxes[i].width
	}
	for i, box := range boxes {
		l.add(box, b.p.size(box.run), x[i])
	}
	b.lines = append(b.lines, l)
	b.line, b.filled = b.line[:0], 0
}

// add puts a box on the line, together with the one before where both are of a kind.
func (l *line) add(x box, size, at float64) {
	for _, p := range x.word.pieces {
		glyphs := p.glyphs
		divides := x.hyphen && x.text == "\u00ad"
		if divides {
			glyphs = []pdf.Glyph{glyphs[0]}
			glyphs[0].Text = "\u00ad"
		}
		if n := len(l.fragments); n > 0 && !x.word.rtl && !divides {
			last := &l.fragments[n-1]
			if last.run == x.run && last.face == p.face && !last.rtl && last.size == size {
				last.words = append(last.words, glyphs)
				at += p.width * size / em
				continue
			}
		}
		l.fragments = append(l.fragments, fragment{run: x.run, face: p.face, size: size, x: at, words: [][]pdf.Glyph{glyphs}, rtl: x.word.rtl})
		at += p.width * size / em
	}
}

// directionOf is that of the first letter that has one.
func directionOf(p *Para) string {
	for _, run := range p.Runs {
		for _, r := range run.Text {
			switch {
			case isRTL(r):
				return "rtl"
			case r >= 'A' && r <= 'z' || r >= 0xc0 && r < 0x590:
				return "ltr"
			}
		}
	}
	return "ltr"
}

// visual returns the order in which boxes stand from left to right. Words of the
// other direction keep their own order among themselves, with what stands between.
func visual(boxes []box, rtl bool) []int {
	order := make([]int, len(boxes))
	for i := range order {
		order[i] = i
	}
	reverse := func(from, to int) {
		for ; from < to; from, to = from+1, to-1 {
			order[from], order[to] = order[to], order[from]
		}
	}
	for i := 0; i < len(boxes); i++ {
		if boxes[i].word.rtl == rtl || boxes[i].text == " " {
			continue
		}
		last := i
		for k := i; k < len(boxes) && (boxes[k].word.rtl != rtl || boxes[k].text == " "); k++ {
			if boxes[k].text != " " {
				last = k
			}
		}
		reverse(i, last)
		i = last
	}
	if rtl {
		reverse(0, len(order)-1)
	}
	return order
}
