// Package typeset makes lines and pages of texts: it chooses fonts, shapes words,
// breaks lines with the hyphens of their language, and pages without lone lines.
//
//	face.go    fonts, and which of them has a character
//	shape.go   words as glyphs, with kerning
//	hyphen.go  where words may be divided
//	line.go    texts as lines
//	bidi.go    words from right to left among others
//	slug.go    paragraphs, lists and tables as strips that are not divided
//	page.go    strips onto pages
//
// The units are points. A Setter serves one document and one goroutine.
package typeset

import (
	"cmp"
	"maps"
	"slices"

	"github.com/go-text/typesetting/shaping"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/pdf"
)

// A Style says which cut of the fonts a text is set in.
type Style uint8

// Styles can be combined.
const (
	Bold Style = 1 << iota
	Italic
	Sans
)

// A Setter sets the texts of one document.
type Setter struct {
	doc        *pdf.Document
	shaper     shaping.HarfbuzzShaper
	faces      map[Style]*face
	own        []*face
	last       *face // has what the others lack
	words      map[wordKey]*word
	hyphenator map[string]*hyphenator
	missing    map[rune]string
	err        error
}

// A Font is a font of the catalogue: a TrueType file, and what it is called in messages.
type Font struct {
	Name string
	TTF  []byte
}

// A FontError says which font can't be read.
type FontError struct {
	Name string
	Err  error
}

func (e *FontError) Error() string { return e.Name + ": " + e.Err.Error() }
func (e *FontError) Unwrap() error { return e.Err }

// New returns a setter for a document. own are the catalogue's fonts, which are
// asked for what the built-in ones lack. Errors are [*FontError].
func New(doc *pdf.Document, own []Font) (*Setter, error) {
	s := &Setter{
		doc: doc, faces: map[Style]*face{}, words: map[wordKey]*word{},
		hyphenator: map[string]*hyphenator{}, missing: map[rune]string{},
	}
	for _, font := range own {
		f, err := s.load(font.TTF)
		if err != nil {
			return nil, &FontError{font.Name, err}
		}
		s.own = append(s.own, f)
	}
	return s, nil
}

// A Missing is a character that no font has, and the word where it was met first.
type Missing struct {
	Char rune
	Word string
}

// Missing returns the characters that no font has, sorted.
func (s *Setter) Missing() []Missing {
	var all []Missing
	for r, word := range maps.All(s.missing) {
		all = append(all, Missing{r, word})
	}
	slices.SortFunc(all, func(a, b Missing) int { return cmp.Compare(a.Char, b.Char) })
	return all
}

// Err returns the first failure of a built-in font, which is a fault of the program.
func (s *Setter) Err() error { return s.err }
