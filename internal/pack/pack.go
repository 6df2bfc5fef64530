// Package pack prints sheets: a plan.Pack becomes one PDF, with cover, contents,
// the sheets in the form's layout, an index and an imprint. It is made to be
// printed on both sides and held in a hand, and read aloud by a screen reader
// as well.
//
//	style.go     paper and measures
//	content.go   what a sheet says to the readers of a language
//	text.go      Markdown as lines
//	sheet.go     a sheet as rows: a column of labels and one of texts, or two languages
//	front.go     cover, foreword, contents
//	chapter.go   what follows the sheets: register.go, glossary.go, map.go, back.go
//	compose.go   chapters onto pages, heads and feet, pages onto sheets of paper
//
// Chapters are set first and numbered then, so that the contents know their
// pages in one run.
package pack

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/locale"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/pdf"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/picture"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/typeset"
)

// Options say what to print, and how.
type Options struct {
	Pack    *plan.Pack
	Plan    *plan.Plan
	Locales *locale.Set
	Files   fs.FS // the catalogue's folder, for images and fonts
	Format  Format
	Facing  bool // two languages on facing pages instead of in columns
	Large   bool // large print
	Version string
}

// A Result is a finished PDF.
type Result struct {
	PDF      []byte
	Pages    int
	Findings []diag.Diagnostic // what print can't show
}

// A composer makes one pack.
type composer struct {
	style
	o       Options
	doc     *pdf.Document
	s       *typeset.Setter
	marks   map[*catalogue.Entry][]*typeset.Mark // where sheets begin; on facing pages one a language
	images  map[string]*pdf.Image
	columns []column

	findings []diag.Diagnostic
}

// Print makes the PDF of a pack. What it can't show is a finding; an error is a
// font of the catalogue that can't be read, a [*typeset.FontError].
func Print(o Options) (Result, error) {
	c := &composer{style: styleOf(o), o: o, marks: map[*catalogue.Entry][]*typeset.Mark{}, images: map[string]*pdf.Image{}}
	c.doc = pdf.New(c.info())
	own, err := c.ownFonts()
	if err != nil {
		return Result{}, err
	}
	if c.s, err = typeset.New(c.doc, own); err != nil {
		return Result{}, err
	}
	for _, e := range o.Pack.Entries() {
		c.marks[e] = c.newMarks()
	}
	c.columns = c.columnsOf()
	pages := c.compose()
	c.missing()
	return Result{PDF: c.doc.Bytes(), Pages: pages, Findings: c.findings}, c.s.Err()
}

func (c *composer) catalogue() *catalogue.Catalogue { return c.o.Plan.Catalogue }
func (c *composer) site() *config.Site              { return c.catalogue().Site }

// first is the first language of the pack, that of its heads and feet.
func (c *composer) first() string            { return c.o.Pack.Langs[0] }
func (c *composer) locale() *locale.Locale   { return c.o.Locales.Locale(c.first()) }
func (c *composer) title(lang string) string { return c.o.Pack.Title.In(lang).Text }

func (c *composer) info() pdf.Info {
	day := c.catalogue().Now.Time()
	return pdf.Info{
		Title: c.title(c.first()), Author: c.site().Publisher.Name.Text, Subject: c.o.Pack.File.Subtitle.In(c.first()).Text,
		Lang: c.first(), Created: day, Producer: strings.TrimSpace("praxisblatt " + c.o.Version),
	}
}

func (c *composer) ownFonts() ([]typeset.Font, error) {
	var own []typeset.Font
	for _, f := range c.site().PDF.Fonts {
		data, err := fs.ReadFile(c.o.Files, path.Clean(f.Text))
		if err != nil {
			return nil, &typeset.FontError{Name: f.Text, Err: err}
		}
		own = append(own, typeset.Font{Name: f.Text, TTF: data})
	}
	return own, nil
}

// columnsOf are the columns of the body: one, or two of the same width.
func (c *composer) columnsOf() []column {
	langs := c.o.Pack.Langs
	if len(langs) == 1 || c.o.Facing {
		x := 0.0
		if c.style.label > 0 {
			x = c.style.label + c.gap
		}
		var columns []column
		for _, lang := range langs {
			columns = append(columns, column{lang, x, c.inner() - x, 0, c.style.body})
		}
		return columns
	}
	return c.halves()
}

// halves are columns of two languages, which differ in their letters as well.
func (c *composer) halves() []column {
	langs := c.o.Pack.Langs
	half := (c.inner() - c.gap) / 2
	return []column{{langs[0], 0, half, 0, c.style.body}, {langs[1], half + c.gap, half, typeset.Sans, c.style.body * 0.93}}
}

func (c *composer) newMarks() []*typeset.Mark {
	marks := []*typeset.Mark{{}}
	if c.o.Facing {
		for range c.o.Pack.Langs[1:] {
			marks = append(marks, &typeset.Mark{})
		}
	}
	return marks
}

// mark is where a sheet begins for the readers of a language, nil for one that is
// not in the pack.
func (c *composer) mark(e *catalogue.Entry, lang string) *typeset.Mark {
	marks := c.marks[e]
	if marks == nil {
		return nil
	}
	return marks[min(max(slices.Index(c.o.Pack.Langs, lang), 0), len(marks)-1)]
}

// linkTo leads to a sheet: in the pack, else on the site.
func (c *composer) linkTo(e *catalogue.Entry, lang string) *typeset.Link {
	if m := c.mark(e, lang); m != nil {
		return &typeset.Link{To: &m.Anchor, Contents: e.Title(lang).Text}
	}
	return &typeset.Link{URI: c.url(e, lang), Contents: e.Title(lang).Text}
}

func (c *composer) url(e *catalogue.Entry, lang string) string {
	return c.site().URL(c.o.Plan.SheetPath(e, lang))
}

// maxImage is the size of image files that are read, as for the site.
const maxImage = 32 << 20

// picture returns an image of the catalogue, nil for one that can't be printed,
// which is reported once.
func (c *composer) picture(full, name string, at diag.Span) *pdf.Image {
	if img, known := c.images[full]; known {
		return img
	}
	var img *pdf.Image
	if info, err := fs.Stat(c.o.Files, full); err == nil && info.Size() <= maxImage {
		if data, err := fs.ReadFile(c.o.Files, full); err == nil {
			if data, err = picture.Print(data, extension(name)); err == nil {
				img, err = c.doc.AddImage(data)
			}
			if err != nil {
				img = nil
			}
		}
	}
	c.images[full] = img
	if img == nil {
		c.findings = append(c.findings, rule.ImageUnreadable.At(at, "file", name))
	}
	return img
}

func extension(name string) string {
	ext := strings.ToLower(path.Ext(name))
	if ext == ".jpeg" {
		return ".jpg"
	}
	return ext
}

// missing reports the characters that no font has, where they stand first.
func (c *composer) missing() {
	for _, m := range c.s.Missing() {
		c.findings = append(c.findings, rule.CharacterMissing.At(c.find(m.Char), "char", string(m.Char), "code", fmt.Sprintf("U+%04X", m.Char)))
	}
	c.findings = diag.Sort(c.findings)
}

// find returns the first place of a character in the sources of the pack.
func (c *composer) find(char rune) diag.Span {
	sources := []*diag.Source{c.o.Pack.File.Source}
	for _, e := range c.o.Pack.Entries() {
		for _, f := range e.Files {
			sources = append(sources, f.Source)
		}
	}
	for _, src := range slices.DeleteFunc(sources, func(s *diag.Source) bool { return s == nil }) {
		if i := strings.IndexRune(src.Text(), char); i >= 0 {
			return src.Span(i, i+len(string(char)))
		}
	}
	return diag.Span{}
}
