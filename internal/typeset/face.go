package typeset

import (
	"bytes"

	"github.com/go-fonts/dejavu/dejavusans"
	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansbolditalic"
	"github.com/go-fonts/liberation/liberationsansitalic"
	"github.com/go-fonts/liberation/liberationsansregular"
	"github.com/go-fonts/liberation/liberationserifbold"
	"github.com/go-fonts/liberation/liberationserifbolditalic"
	"github.com/go-fonts/liberation/liberationserifitalic"
	"github.com/go-fonts/liberation/liberationserifregular"
	"github.com/go-text/typesetting/font"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/pdf"
)

// A face is one font, for shaping and for the file.
type face struct {
	out   *pdf.Font
	shape *font.Face
	soft  uint16 // the glyph of U+00AD, which looks like a hyphen; 0 where it has none
}

func (s *Setter) load(ttf []byte) (*face, error) {
	out, err := s.doc.AddFont(ttf)
	if err != nil {
		return nil, err
	}
	shape, err := parse(ttf)
	if err != nil {
		return nil, err
	}
	f := &face{out: out, shape: shape}
	soft, ok := shape.NominalGlyph('\u00ad')
	if hyphen, has := shape.NominalGlyph('-'); ok && has && soft != hyphen && shape.HorizontalAdvance(soft) == shape.HorizontalAdvance(hyphen) {
		f.soft = uint16(soft)
	}
	return f, nil
}

// parse reads a font. The library reads past the end of one that is damaged, which ends no more than this.
func parse(ttf []byte) (shape *font.Face, err error) {
	defer damaged(&err)
	return font.ParseTTF(bytes.NewReader(ttf))
}

// damaged makes an error of a panic.
func damaged(err *error) {
	if recover() != nil {
		*err = pdf.ErrFont
	}
}

// builtIn returns the bytes of a font of the program.
func builtIn(style Style) []byte {
	switch style {
	case Bold:
		return liberationserifbold.TTF
	case Italic:
		return liberationserifitalic.TTF
	case Bold | Italic:
		return liberationserifbolditalic.TTF
	case Sans:
		return liberationsansregular.TTF
	case Sans | Bold:
		return liberationsansbold.TTF
	case Sans | Italic:
		return liberationsansitalic.TTF
	case Sans | Bold | Italic:
		return liberationsansbolditalic.TTF
	}
	return liberationserifregular.TTF
}

// face returns the font of a style, read when it is first asked for.
func (s *Setter) face(style Style) *face {
	if f := s.faces[style]; f != nil {
		return f
	}
	f := s.mustLoad(builtIn(style))
	s.faces[style] = f
	return f
}

func (s *Setter) mustLoad(ttf []byte) *face {
	f, err := s.load(ttf)
	if err != nil && s.err == nil {
		s.err = err
	}
	return f
}

// faceOf returns the font for a character: the style's, else one of the
// catalogue's, else the one that has the most; nil where none has it.
func (s *Setter) faceOf(style Style, r rune) *face {
	if f := s.face(style); f.has(r) {
		return f
	}
	for _, f := range s.own {
		if f.has(r) {
			return f
		}
	}
	if s.last == nil {
		s.last = s.mustLoad(dejavusans.TTF)
	}
	if s.last.has(r) {
		return s.last
	}
	return nil
}

func (f *face) has(r rune) bool {
	_, ok := f.shape.NominalGlyph(r)
	return ok
}
