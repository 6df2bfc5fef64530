package typeset

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// Texts of both directions are set by a short form of Unicode's algorithm (UAX
// #9): without marks and embeddings, which editors of plain texts don't type.

// A class is what a text is by its characters.
type class uint8

const (
	neutral class = iota // spaces, signs
	leftToRight
	rightToLeft
	digits
)

func classOf(r rune) class {
	switch {
	case isRTL(r):
		return rightToLeft
	case unicode.IsLetter(r):
		return leftToRight
	case unicode.IsDigit(r):
		return digits
	}
	return neutral
}

// isRTL reports whether a letter is written from right to left.
func isRTL(r rune) bool {
	return r >= 0x590 && r <= 0x8ff && unicode.IsLetter(r) || r >= 0xfb1d && r <= 0xfefc && unicode.IsLetter(r)
}

// class is that of the first character that has one.
func (b *box) class() class {
	for _, r := range b.text {
		if c := classOf(r); c != neutral {
			return c
		}
	}
	return neutral
}

// sameClass returns how many bytes of a text belong together. Marks go with their
// letters, and signs between letters of a direction with these.
func sameClass(text string) int {
	first := neutral
	end := 0
	for i, size := 0, 0; i < len(text); i += size {
		var r rune
		r, size = utf8.DecodeRuneInString(text[i:])
		c := classOf(r)
		if joins(r) && i > 0 {
			c = first
		}
		switch {
		case i == 0:
			first = c
		case c == neutral && first != neutral:
			continue // it depends on what follows
		case c != first:
			return end
		}
		end = i + size
	}
	return end
}

// rtl reports whether a paragraph runs from right to left: its first letter does.
func (p *Para) rtl() bool {
	if p.direction == neutral {
		p.direction = leftToRight
		for i := range p.Runs {
			if c := firstLetter(p.Runs[i].Text); c != neutral {
				p.direction = c
				break
			}
		}
	}
	return p.direction == rightToLeft
}

func firstLetter(text string) class {
	for _, r := range text {
		if c := classOf(r); c == leftToRight || c == rightToLeft {
			return c
		}
	}
	return neutral
}

// order returns the order in which boxes stand from left to right; nil is their
// own. Signs that come to stand among words from right to left are mirrored.
func (b *breaker) order(boxes []box) []int {
	rtl := b.p.rtl()
	if !rtl && !slices.ContainsFunc(boxes, func(x box) bool { return x.word.rtl }) {
		return nil
	}
	levels := levelsOf(boxes, rtl)
	for i := range boxes {
		if x := &boxes[i]; levels[i]%2 == 1 && !x.word.rtl && x.text != " " {
			x.word = b.s.word(x.run.Style, true, x.text)
		}
	}
	order := make([]int, len(boxes))
	for i := range order {
		order[i] = i
	}
	for level := slices.Max(levels); level > 0; level-- { // rule L2
		for i := 0; i < len(levels); i++ {
			from := i
			for i < len(levels) && levels[i] >= level {
				i++
			}
			slices.Reverse(order[from:i])
		}
	}
	return order
}

// levelsOf returns the depth to which each box is embedded: odd ones run from
// right to left, and so do digits among them, each number for itself.
func levelsOf(boxes []box, rtl bool) []int {
	base := 0
	if rtl {
		base = 1
	}
	levels := make([]int, len(boxes))
	strong := base == 1 // whether the last letter ran from right to left
	classes := make([]class, len(boxes))
	for i := range boxes {
		classes[i] = boxes[i].class()
		switch classes[i] {
		case rightToLeft:
			levels[i], strong = 1, true
		case leftToRight:
			levels[i], strong = 2*base, false
		case digits:
			levels[i] = 2 * base
			if strong {
				levels[i] = 2
			}
		}
	}
	for i := range boxes {
		if classes[i] == neutral {
			levels[i] = base
			if neighbour(classes, levels, i, -1, rtl) != rtl && neighbour(classes, levels, i, 1, rtl) != rtl {
				levels[i] = 1 - base
				if rtl {
					levels[i] = 2
				}
			}
		}
	}
	return levels
}

// neighbour reports whether what stands next to a neutral box runs from right to
// left; numbers among such words count as these. At the ends it is the paragraph.
func neighbour(classes []class, levels []int, i, step int, rtl bool) bool {
	for i += step; i >= 0 && i < len(classes); i += step {
		switch classes[i] {
		case rightToLeft:
			return true
		case leftToRight:
			return false
		case digits:
			return levels[i] == 2
		}
	}
	return rtl
}
