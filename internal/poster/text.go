package poster

import (
	"bytes"
	"image"
	"image/draw"
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/go-fonts/dejavu/dejavusans"
	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"
	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// fonts are one for titles, one for the rest, and one that has most letters.
type fonts struct {
	bold, regular, last *font.Face
	shaper              shaping.HarfbuzzShaper
	segmenter           shaping.Segmenter
	wrapper             shaping.LineWrapper
}

func (f *fonts) load() error {
	for to, ttf := range map[**font.Face][]byte{&f.bold: liberationsansbold.TTF, &f.regular: liberationsansregular.TTF, &f.last: dejavusans.TTF} {
		if *to != nil {
			continue
		}
		face, err := font.ParseTTF(bytes.NewReader(ttf))
		if err != nil {
			return err
		}
		*to = face
	}
	return nil
}

// A choice is a font and the one that steps in for what it lacks.
type choice struct{ first, last *font.Face }

// ResolveFace returns the font for a character; one that none has shows as a box.
func (c choice) ResolveFace(r rune) *font.Face {
	if _, ok := c.first.NominalGlyph(r); !ok {
		if _, ok := c.last.NominalGlyph(r); ok {
			return c.last
		}
	}
	return c.first
}

// plain is a text without what has no letter, such as marks of direction, of which the library
// makes runs without glyphs and then fails; and no longer than can show.
func plain(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case !unicode.IsGraphic(r) || unicode.Is(unicode.Variation_Selector, r) || unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, ""))
	const most = 300
	if runes := []rune(text); len(runes) > most {
		text = string(runes[:most])
	}
	return strings.Join(strings.Fields(text), " ")
}

// lines shapes a text and breaks it into at most so many lines, the last one with an ellipsis where that is not
// enough.
func (p *Painter) lines(text string, size int, bold bool, most int, rtl bool) []shaping.Line {
	if text = plain(text); text == "" {
		return nil
	}
	face := choice{p.fonts.regular, p.fonts.last}
	if bold {
		face.first = p.fonts.bold
	}
	runes := []rune(text)
	in := shaping.Input{Text: runes, RunEnd: len(runes), Direction: di.DirectionLTR, Face: face.first, Size: fixed.I(size), Language: language.NewLanguage("und")}
	if rtl {
		in.Direction = di.DirectionRTL
	}
	var runs []shaping.Output
	for _, part := range p.fonts.segmenter.Split(in, face) {
		runs = append(runs, p.fonts.shaper.Shape(part))
	}
	dots := in
	dots.Text, dots.RunEnd, dots.Script = []rune("…"), 1, language.Latin
	config := shaping.WrapConfig{Direction: in.Direction, TruncateAfterLines: most, Truncator: p.fonts.shaper.Shape(dots)}
	lines, _ := p.fonts.wrapper.WrapParagraph(config, measure, runes, shaping.NewSliceIterator(runs))
	return slices.Clone(lines)
}

// set draws lines below one another, the first on a baseline.
func (p *Painter) set(m *image.Paletted, lines []shaping.Line, baseline, size int, rtl bool) {
	for _, l := range lines {
		slices.SortFunc(l, func(a, b shaping.Output) int { return int(a.VisualIndex - b.VisualIndex) })
		width := fixed.Int26_6(0)
		for _, run := range l {
			width += run.Advance
		}
		at := fixed.I(left)
		if rtl {
			at = fixed.I(Width-left) - width
		}
		for _, run := range l {
			for _, g := range run.Glyphs {
				p.put(m, letter{run.Face, g.GlyphID, size}, (at + g.XOffset).Round(), baseline-g.YOffset.Round())
				at += g.Advance
			}
		}
		baseline += size * 9 / 8
	}
}

// A letter is a glyph of a font at a size in pixels.
type letter struct {
	face *font.Face
	id   font.GID
	size int
}

// put adds a letter to the picture, its origin at x and y: the darker of it and what is there.
func (p *Painter) put(m *image.Paletted, l letter, x, y int) {
	mask := p.letter(l)
	r := mask.Rect.Add(image.Pt(x, y)).Intersect(m.Rect)
	for py := r.Min.Y; py < r.Max.Y; py++ {
		from := mask.Pix[mask.PixOffset(r.Min.X-x, py-y):]
		to := m.Pix[m.PixOffset(r.Min.X, py):m.PixOffset(r.Max.X, py)]
		for i := range to {
			to[i] = max(to[i], uint8(int(from[i])*(steps-1)/255))
		}
	}
}

// bounds are the pixels that an outline lies in. Its control points are in it too, which is a little more than is needed.
func bounds(segments []opentype.Segment, scale float32) image.Rectangle {
	var r image.Rectangle
	for i := range segments {
		for _, a := range segments[i].ArgsSlice() {
			x, y := int(math.Floor(float64(a.X*scale))), int(math.Floor(float64(-a.Y*scale)))
			r = r.Union(image.Rect(x-1, y-1, x+2, y+2))
		}
	}
	return r
}

// letter rasterizes a glyph once. Its mask lies around the origin.
func (p *Painter) letter(l letter) *image.Alpha {
	if mask := p.letters[l]; mask != nil {
		return mask
	}
	outline, _ := l.face.GlyphDataOutline(l.id)
	scale := float32(l.size) / float32(l.face.Upem())
	box := bounds(outline.Segments, scale)
	point := func(a font.SegmentPoint) (x, y float32) {
		return a.X*scale - float32(box.Min.X), -a.Y*scale - float32(box.Min.Y)
	}
	r := vector.NewRasterizer(box.Dx(), box.Dy())
	for _, s := range outline.Segments {
		ax, ay := point(s.Args[0])
		bx, by := point(s.Args[1])
		cx, cy := point(s.Args[2])
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			r.ClosePath()
			r.MoveTo(ax, ay)
		case opentype.SegmentOpLineTo:
			r.LineTo(ax, ay)
		case opentype.SegmentOpQuadTo:
			r.QuadTo(ax, ay, bx, by)
		case opentype.SegmentOpCubeTo:
			r.CubeTo(ax, ay, bx, by, cx, cy)
		}
	}
	r.ClosePath()
	mask := image.NewAlpha(box)
	r.DrawOp = draw.Src
	r.Draw(mask, box, image.Opaque, image.Point{})
	if p.letters == nil {
		p.letters = map[letter]*image.Alpha{}
	}
	p.letters[l] = mask
	return mask
}
