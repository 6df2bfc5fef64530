package typeset

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/pdf"
)

// A Run is a stretch of a text in one style.
type Run struct {
	Text  string
	Style Style
	Lang  string // where it is not the paragraph's
	Size  float64
	Rise  float64 // of the baseline
	Grey  float64
	Break bool // the line ends behind it
	Link  *Link

	element *pdf.Element
}

// A Link leads out of the document, or to an anchor in it. Contents says where.
type Link struct {
	URI      string
	To       *pdf.Anchor
	Contents string
}

// A Para is a text that is broken into lines.
type Para struct {
	Runs    []Run
	Lang    string
	Size    float64
	Leading float64 // from baseline to baseline; 1.3 of the size where 0
	Align   Align
	Whole   bool // no words are divided but those that are wider than a line
	Grey    float64

	direction class // of the first letter, once it was asked for
}

// Align says where the lines of a paragraph stand.
type Align uint8

// Start is left, or right where the text runs from right to left.
const (
	Start Align = iota
	Center
	End
)

// A fragment is glyphs of one font on a line.
type fragment struct {
	run   *Run
	face  *face
	size  float64
	x     float64
	width float64
	words [][]pdf.Glyph // shared with all lines that have the same words
	text  string        // of one that runs from right to left
}

// A line is what stands on one baseline.
type line struct {
	fragments []fragment
	width     float64
	divided   bool // it ends in the middle of a word
}

// A box is a piece of text that stands on one line as a whole.
type box struct {
	run    *Run
	text   string
	word   *word
	width  float64
	hyphen bool // a hyphen stands behind it, because it was divided there
}

// A unit is boxes between which no line may end, and the space before them.
type unit struct {
	space *Run // whose space stands before it, nil for none
	boxes []box
	end   bool // the line ends here
}

func (u unit) width() float64 { return widthOf(u.boxes) }

// lines breaks a paragraph. Titles get lines of about the same length.
func (s *Setter) lines(p *Para, width float64) []line {
	lines := s.fill(p, width)
	if !p.Whole || len(lines) < 2 || len(lines) > 4 {
		return lines
	}
	low, high := width/2, width
	for range 6 {
		middle := (low + high) / 2
		if narrower := s.fill(p, middle); len(narrower) == len(lines) && !divided(narrower) {
			lines, high = narrower, middle
		} else {
			low = middle
		}
	}
	return lines
}

// divided reports whether a word was divided.
func divided(lines []line) bool {
	return slices.ContainsFunc(lines, func(l line) bool { return l.divided })
}

// fill breaks a paragraph into lines that are filled one by one.
func (s *Setter) fill(p *Para, width float64) []line {
	b := breaker{s: s, p: p, width: width}
	for _, u := range s.units(p) {
		b.add(u)
	}
	return b.finish()
}

func (p *Para) size(r *Run) float64 {
	if r.Size > 0 {
		return r.Size
	}
	return p.Size
}

// units cuts the runs at the places where a line may end.
func (s *Setter) units(p *Para) []unit {
	var units []unit
	fresh := true // the next box begins a unit
	var space *Run
	for i := range p.Runs {
		run := &p.Runs[i]
		for text := run.Text; text != ""; {
			piece, rest, kind := nextPiece(text)
			text = rest
			if kind == isSpace {
				space, fresh = run, true
				continue
			}
			if piece != "" {
				if fresh || len(units) == 0 {
					units = append(units, unit{space: space})
				}
				last := &units[len(units)-1]
				last.boxes = s.appendBoxes(last.boxes, p, run, piece)
				space = nil
			}
			fresh = kind == mayBreak
		}
		if run.Break {
			units = append(units, unit{end: true})
			space, fresh = nil, true
		}
	}
	if space != nil && len(units) > 0 { // a text that ends in a space goes on in another element
		last := &units[len(units)-1]
		last.boxes = append(last.boxes, s.box(p, space, " "))
	}
	return units
}

// stops end sentences and their parts.
const stops = ".,;:!?…،؛؟"

// appendBoxes makes one box of a text, or several where it changes direction.
func (s *Setter) appendBoxes(boxes []box, p *Para, run *Run, text string) []box {
	if strings.IndexFunc(text, isRTL) < 0 {
		if end := len(strings.TrimRight(text, stops)); p.rtl() && end > 0 && end < len(text) { // stops go with the sentence
			return append(boxes, s.box(p, run, text[:end]), s.box(p, run, text[end:]))
		}
		return append(boxes, s.box(p, run, text))
	}
	for text != "" {
		n := sameClass(text)
		boxes, text = append(boxes, s.box(p, run, text[:n])), text[n:]
	}
	return boxes
}

func (s *Setter) box(p *Para, run *Run, text string) box {
	w := s.word(run.Style, strings.IndexFunc(text, isRTL) >= 0, strings.ReplaceAll(text, "\u00ad", ""))
	return box{run: run, text: text, word: w, width: w.width * p.size(run) / em}
}

type pieceKind uint8

const (
	goesOn   pieceKind = iota // to the next run, without a break
	mayBreak                  // a line may end behind the piece
	isSpace                   // the piece was a space
)

// nextPiece cuts off what stands before the next place where a line may end. A
// soft hyphen stays in its piece, invisible until it is needed.
func nextPiece(s string) (piece, rest string, kind pieceKind) {
	if r, _ := utf8.DecodeRuneInString(s); breaksAsSpace(r) {
		return "", strings.TrimLeftFunc(s, breaksAsSpace), isSpace
	}
	address := strings.Contains(s[:min(len(s), 12)], "://") || strings.HasPrefix(s, "www.")
	for i, r := range s {
		_, n := utf8.DecodeRuneInString(s[i:])
		end := i + n
		switch {
		case breaksAsSpace(r):
			return s[:i], s[i:], goesOn
		case r == '\u200b':
			return s[:i], s[end:], mayBreak
		case r == '-' || r == '–' || r == '—' || r == '\u2010' || r == '/' || address && strings.ContainsRune(".?&=_#", r):
			if i > 0 && s[:end] != "www." && end < len(s) && breaksBehind(s[end:]) {
				return s[:end], s[end:], mayBreak
			}
		}
	}
	return s, "", goesOn
}

// breaksBehind keeps signs together: no line begins with a stop or a second slash.
func breaksBehind(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// breaksAsSpace reports whether a character is a space at which a line may end.
func breaksAsSpace(r rune) bool {
	return unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f' && r != '\u2007'
}
