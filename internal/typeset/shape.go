package typeset

import (
	"slices"
	"unicode"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/pdf"
)

// A word is a text without a break in it and of one direction, as glyphs.
type word struct {
	pieces []piece // from left to right
	width  float64 // in thousandths of the size
	length int     // bytes of the text
	rtl    bool
}

// A piece is the part of a word that one font has.
type piece struct {
	face   *face
	text   string
	glyphs []pdf.Glyph
	width  float64
}

type wordKey struct {
	style Style
	rtl   bool
	text  string
}

// maxWords is how many words are remembered. Most texts have fewer; a pack of a
// thousand sheets should not hold a dictionary.
const maxWords = 3000

// word shapes a text. Texts repeat, so words are remembered.
func (s *Setter) word(style Style, rtl bool, text string) *word {
	key := wordKey{style, rtl, text}
	if w := s.words[key]; w != nil {
		return w
	}
	w := &word{length: len(text), rtl: rtl}
	runes := []rune(text)
	for from := 0; from < len(runes); {
		f := s.faceFor(style, runes[from], text)
		to := from + 1
		for to < len(runes) && (joins(runes[to]) || s.faceFor(style, runes[to], text) == f) {
			to++
		}
		p := s.piece(f, rtl, runes, from, to)
		w.pieces = append(w.pieces, p)
		w.width += p.width
		from = to
	}
	if rtl {
		slices.Reverse(w.pieces)
	}
	if len(s.words) >= maxWords {
		clear(s.words)
	}
	s.words[key] = w
	return w
}

// faceFor is faceOf, with the style's own font for what no font has.
func (s *Setter) faceFor(style Style, r rune, text string) *face {
	if f := s.faceOf(style, r); f != nil {
		return f
	}
	if invisible(r) {
		return s.face(style)
	}
	if _, known := s.missing[r]; !known {
		s.missing[r] = text
	}
	return s.face(style)
}

// invisible characters need no glyph.
func invisible(r rune) bool { return unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Cc, r) }

// joins reports whether a character belongs to the one before it.
func joins(r rune) bool {
	return unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Me, r) || r == '\u200d' || unicode.Is(unicode.Variation_Selector, r)
}

// em is the size at which words are shaped, so that widths are in its thousandths.
const em = 1000

// shape shapes a run. What is wrong with a font may show only now.
func (s *Setter) shape(run shaping.Input) (out shaping.Output, err error) {
	defer damaged(&err)
	return s.shaper.ShapeNoExtents(run), nil
}

func (s *Setter) piece(f *face, rtl bool, runes []rune, from, to int) piece {
	direction := di.DirectionLTR
	if rtl {
		direction = di.DirectionRTL
	}
	out, err := s.shape(shaping.Input{
		Text: runes, RunStart: from, RunEnd: to, Direction: direction, Face: f.shape, Size: fixed.I(em), Script: scriptOf(runes[from:to]),
	})
	if err != nil && s.err == nil {
		s.err = err
	}
	p := piece{face: f, text: string(runes[from:to]), glyphs: make([]pdf.Glyph, 0, len(out.Glyphs))}
	said := -1 // the cluster whose text was given to a glyph
	for _, g := range out.Glyphs {
		glyph := pdf.Glyph{
			ID: uint16(g.GlyphID), Advance: float32(g.Advance) / 64, DX: float32(g.XOffset) / 64, DY: float32(g.YOffset) / 64,
		}
		if at := g.TextIndex(); at != said {
			said = at
			glyph.Text = string(runes[at:min(at+g.RunesCount(), to)])
		}
		if glyph.ID == 0 {
			if invisible([]rune(glyph.Text + " ")[0]) {
				continue
			}
			glyph = s.replacement(f, glyph)
		}
		p.width += float64(glyph.Advance)
		p.glyphs = append(p.glyphs, glyph)
	}
	return p
}

// replacement stands for a character that no font has. A box would say nothing
// to a reader, and PDF/UA forbids it; the text that is copied stays the true one.
func (s *Setter) replacement(f *face, g pdf.Glyph) pdf.Glyph {
	id, _ := f.shape.NominalGlyph('?')
	g.ID, g.DX, g.DY = uint16(id), 0, 0
	g.Advance = f.shape.HorizontalAdvance(id) * em / float32(f.shape.Upem())
	return g
}

func scriptOf(runes []rune) language.Script {
	for _, r := range runes {
		if script := language.LookupScript(r); script.Strong() {
			return script
		}
	}
	return language.Latin
}
