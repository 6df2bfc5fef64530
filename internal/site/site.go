// Package site runs the stages, each once: files are read and parsed in
// parallel, grouped into a catalogue, checked and planned; a build renders the
// plan into the output folder.
//
//	files ─ sheet.Parser ─▶ catalogue.New ─▶ check.Run, plan.New ─▶ render ─▶ output
package site

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/i18n"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/check"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edtf"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/locale"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/vocab"
)

// Options say which catalogue to load, and as of when.
type Options struct {
	Dir     string
	Now     edtf.Day
	Version string // of the tool, for "generator"
}

// Loaded is a catalogue that was read and checked.
type Loaded struct {
	Site      *config.Site
	Catalogue *catalogue.Catalogue
	Plan      *plan.Plan
	Locales   *locale.Set
	Findings  []diag.Diagnostic // sorted
	Files     int               // how many were read

	options    Options
	files      fs.FS
	vocabulary *vocab.Vocabulary
	sheets     []*sheet.Sheet
	pages      []*sheet.Page
	packs      []*sheet.Pack
	labels     map[string]string
}

// Load reads and checks a catalogue. What is wrong with its content is a
// finding; an error is an [*Error]: no catalogue, or a failing machine. Close
// the result after use.
func Load(o Options) (*Loaded, error) {
	o.Dir = cmp.Or(o.Dir, ".")
	info, err := os.Stat(o.Dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, &Error{NoFolder, o.Dir, err}
	case err != nil:
		return nil, &Error{Unreadable, o.Dir, err}
	case !info.IsDir():
		return nil, &Error{NoFolder, o.Dir, nil}
	}
	root, err := os.OpenRoot(o.Dir)
	if err != nil {
		return nil, &Error{Unreadable, o.Dir, err}
	}
	l, err := load(root.FS(), o)
	if err != nil {
		root.Close()
		return nil, err
	}
	return l, nil
}

// load reads a catalogue from its files. Nothing outside of them can be
// reached: links that lead out are findings.
func load(files fs.FS, o Options) (*Loaded, error) {
	r := reader{files: files}
	src := r.read(config.Path)
	if src == nil {
		if _, err := fs.Stat(files, config.Path); errors.Is(err, fs.ErrNotExist) {
			return nil, &Error{NoCatalogue, filepath.Join(o.Dir, config.Path), err}
		}
		src = &diag.Source{Path: config.Path}
	}
	l := &Loaded{options: o, files: files}
	found := r.keep(config.Parse(src))
	l.Site = found
	l.vocabulary = r.vocabulary()
	l.Locales, r.findings = r.locales(found.Langs())
	l.labels = l.Locales.FieldLabels()
	l.sheets, l.pages = r.content(sheet.Parser{Labels: l.labels})
	l.packs = r.packs(sheet.Parser{Labels: l.labels})
	l.Files = r.count

	l.assemble(l.sheets)
	l.Findings = diag.Sort(slices.Concat(r.findings, l.Plan.Findings, check.Run(check.Input{
		Catalogue: l.Catalogue, Files: files, Reading: r.findings,
	})))
	return l, nil
}

// assemble makes catalogue and plan of the sheets.
func (l *Loaded) assemble(sheets []*sheet.Sheet) {
	l.Catalogue = catalogue.New(catalogue.Input{
		Site: l.Site, Vocabulary: l.vocabulary, Sheets: sheets, Pages: l.pages, Packs: l.packs, Now: l.options.Now,
	})
	compare := map[string]plan.Compare{}
	for _, lang := range l.Site.Langs() {
		compare[lang] = l.Locales.Locale(lang).Compare
	}
	l.Plan = plan.New(l.Catalogue, compare)
}

// keep passes the settings on and keeps their findings.
func (r *reader) keep(s *config.Site, ds []diag.Diagnostic) *config.Site {
	r.findings = append(r.findings, ds...)
	return s
}

// vocabulary reads content/vocabulary; a missing file is an empty vocabulary.
func (r *reader) vocabulary() *vocab.Vocabulary {
	v := vocab.New()
	const folder = "content/vocabulary"
	known := append(slices.Clone(vocab.Schemes), "glossary")
	for _, e := range r.list(folder) {
		path := folder + "/" + e.Name()
		name, isYAML := strings.CutSuffix(e.Name(), ".yaml")
		if !isYAML || !slices.Contains(known, name) {
			if !strings.HasPrefix(e.Name(), ".") {
				r.findings = append(r.findings, rule.FileStray.At(whole(path), "name", e.Name()))
			}
			continue
		}
		if src := r.read(path); src != nil {
			r.findings = append(r.findings, v.Parse(name, src)...)
		}
	}
	return v
}

// locales reads the words of the interface, the catalogue's own over the built-in ones.
func (r *reader) locales(langs []string) (*locale.Set, []diag.Diagnostic) {
	own, err := fs.Sub(r.files, "i18n")
	if err != nil {
		own = nil
	}
	set, ds := locale.Load(i18n.Files, own, langs)
	return set, append(r.findings, ds...)
}

// whole is the place of a file or folder as such.
func whole(path string) diag.Span { return (&diag.Source{Path: path}).Span(0, 0) }
