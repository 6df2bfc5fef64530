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
	"sync"
	"time"

	"gitlab.opencode.de/praxisblatt/praxisblatt/i18n"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/cache"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/check"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edtf"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/inputs"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/legal"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/locale"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/render"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/vocab"
)

// Options say which catalogue to load, and as of when.
type Options struct {
	Dir     string
	Now     edtf.Day
	Version string // of the tool, for "generator"
	Keep    bool   // keep what is needed for [Loaded.Reload]

	eager bool          // parse ahead from the first file on, so that tests do
	ahead time.Duration // of the clock, so that tests need not wait until times of files are believed
}

// Loaded is a catalogue that was read and checked.
type Loaded struct {
	Site      *config.Site
	Catalogue *catalogue.Catalogue
	Plan      *plan.Plan
	Locales   *locale.Set
	Findings  []diag.Diagnostic // sorted; after Reload those of Check, which is left to the caller
	Files     int               // how many were read

	options    Options
	pictures   *cache.Folder // of a build; nil else
	sums       *inputs.Sums  // of the files, where they are known
	files      fs.FS
	vocabulary *vocab.Vocabulary
	sheets     []*sheet.Brief
	pages      []*sheet.Page
	made       []*sheet.Page // of site.yaml; one that content/pages has too is left out
	packs      []*sheet.Pack
	labels     map[string]string
	layouts    func() (*render.Layouts, error) // read when they are first needed

	settings []diag.Diagnostic // of site.yaml, vocabularies and words
	reading  []diag.Diagnostic // of all files, those included
	parsed   []parsed          // of the jobs in folders
	folders  folders           // as they were listed
	plans    *plan.Memory      // of a visit, else nil
}

// Load reads and checks a catalogue. What is wrong with its content is a
// finding; an error is an [*Error]: no catalogue, or a failing machine. Close
// the result after use.
func Load(o Options) (*Loaded, error) {
	root, err := openRoot(&o)
	if err != nil {
		return nil, err
	}
	var files fs.FS = regular{root}
	if o.Keep {
		files = keep(files)
	}
	l, err := load(files, o)
	if err != nil {
		root.Close()
		return nil, err
	}
	return l, nil
}

// openRoot opens the catalogue's folder.
func openRoot(o *Options) (*os.Root, error) {
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
	return root, nil
}

func load(files fs.FS, o Options) (*Loaded, error) {
	return loadKnown(files, o, func() memory { return memory{} })
}

// loadKnown reads a catalogue from its files. Nothing outside of them can be
// reached: links that lead out are findings.
func loadKnown(files fs.FS, o Options, remember func() memory) (*Loaded, error) {
	l := &Loaded{options: o, files: files}
	if err := l.readSettings(); err != nil {
		return nil, err
	}
	if err := l.makePages(); err != nil {
		return nil, err
	}
	l.layouts = sync.OnceValues(l.readLayouts)
	known := remember()
	l.plans = known.plans
	l.readContent(known, nil, nil)
	l.Findings = l.check(known.found)
	return l, nil
}

// Reload reads a catalogue again of which files or folders have changed, named
// with forward slashes relative to it; "." for all. Whatever did not change is taken
// from l, which stays as it is. It is for catalogues that were loaded with Keep.
// Meanwhile it may have become another day.
func (l *Loaded) Reload(now edtf.Day, changed []string) (*Loaded, error) {
	n := &Loaded{options: l.options, files: l.files}
	n.options.Now = now
	if k, ok := l.files.(*kept); ok {
		k.forget(changed)
	}
	before := l
	n.layouts = l.layouts
	if slices.ContainsFunc(changed, isLayout) {
		n.layouts = sync.OnceValues(n.readLayouts)
	}
	if slices.ContainsFunc(changed, isSetting) {
		// A parser knows the labels of fields, which i18n/ holds.
		before = nil
		if err := n.readSettings(); err != nil {
			return nil, err
		}
		if err := n.makePages(); err != nil {
			return nil, err
		}
	} else {
		n.Site, n.vocabulary, n.Locales, n.labels, n.settings, n.made = l.Site, l.vocabulary, l.Locales, l.labels, l.settings, l.made
	}
	n.readContent(memory{}, before, changed)
	return n, nil
}

// isSetting reports whether what all sheets depend on lies at a path, or below it.
func isSetting(p string) bool {
	return touchesAny(p, config.Path, "i18n", "content/vocabulary")
}

// isLayout reports whether what layouts depend on lies at a path, or below it: their
// files, the languages, and the words that stand in them.
func isLayout(p string) bool { return touchesAny(p, config.Path, "i18n", layoutsDir) }

// touchesAny reports whether a path is one of some, or lies above or below one.
func touchesAny(p string, paths ...string) bool {
	return slices.ContainsFunc(paths, func(s string) bool { return touches([]string{p}, s) || touches([]string{s}, p) })
}

// readSettings reads site.yaml, the vocabularies and the words of the interface.
func (l *Loaded) readSettings() error {
	r := reader{files: l.files, fetch: textOf(l.files)}
	src := r.read(config.Path)
	if src == nil {
		if _, err := fs.Stat(l.files, config.Path); errors.Is(err, fs.ErrNotExist) {
			return &Error{NoCatalogue, filepath.Join(l.options.Dir, config.Path), err}
		}
		src = diag.NewSource(config.Path, "")
	}
	l.Site = r.keep(config.Parse(src))
	l.vocabulary = r.vocabulary()
	l.Locales, r.findings = r.locales(l.Site.Langs())
	l.labels = l.Locales.FieldLabels()
	l.settings, l.Files = r.findings, r.count
	return nil
}

// makePages makes the pages that come from site.yaml.
func (l *Loaded) makePages() (err error) {
	l.made, err = legal.Pages(l.Site, l.Locales)
	return err
}

// readContent reads sheets and pages and makes the catalogue and its plan.
// What has not changed since is taken from before, which may be nil.
func (l *Loaded) readContent(known memory, before *Loaded, changed []string) {
	r := reader{files: l.files, changed: changed, findings: slices.Clone(l.settings), count: l.Files, memory: known, fetch: textOf(l.files)}
	r.parser, r.labels = sheet.Parser{Labels: l.labels}, sumOfLabels(l.labels)
	if before != nil {
		r.before, r.folders = before.byPath(), before.folders
	}
	l.sheets, l.pages, l.parsed = r.content()
	l.folders, l.packs = r.folders, r.packs()
	l.reading, l.Files = r.findings, r.count
	l.assemble(l.sheets, before)
}

// byPath returns the parsed files by their paths.
func (l *Loaded) byPath() map[string]parsed {
	files := make(map[string]parsed, len(l.parsed))
	for i, j := range l.folders.jobs {
		files[j.path] = l.parsed[i]
	}
	return files
}

// Check returns all findings, sorted.
func (l *Loaded) Check() []diag.Diagnostic { return l.check(nil) }

func (l *Loaded) check(known *check.Memory) []diag.Diagnostic {
	in := check.Input{Catalogue: l.Catalogue, Files: l.files, Reading: l.reading, Memory: known}
	if k, ok := l.files.(*kept); ok {
		in.Fault = k.fault
	}
	return rule.Bounded(diag.Sort(slices.Concat(l.reading, l.Plan.Findings, check.Run(in))))
}

// assemble makes catalogue and plan of the sheets.
func (l *Loaded) assemble(sheets []*sheet.Brief, before *Loaded) {
	in := catalogue.Input{
		Site: l.Site, Vocabulary: l.vocabulary, Sheets: sheets, Pages: slices.Concat(l.pages, l.missing()), Packs: l.packs, Now: l.options.Now,
	}
	var planned *plan.Plan
	if before != nil {
		in.Before, planned = before.Catalogue, before.Plan
	}
	l.Catalogue = catalogue.New(in)
	keys := map[string]plan.Key{}
	for _, lang := range l.Site.Langs() {
		keys[lang] = l.Locales.Locale(lang).Key
	}
	l.Plan = l.plans.New(l.Catalogue, keys, planned)
}

// missing returns the pages made from site.yaml that the catalogue has no files of.
func (l *Loaded) missing() []*sheet.Page {
	return slices.DeleteFunc(slices.Clone(l.made), func(m *sheet.Page) bool {
		return slices.ContainsFunc(l.pages, func(p *sheet.Page) bool { return p.ID == m.ID })
	})
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
func whole(path string) diag.Span { return diag.NewSource(path, "").Span(0, 0) }
