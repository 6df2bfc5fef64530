package render

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/design"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
)

// kinds are the pages that have a template, named <kind>.html.
var kinds = []plan.Kind{
	plan.Root, plan.Home, plan.Sheet, plan.List, plan.Terms, plan.Term, plan.Register, plan.Transfers, plan.Latest, plan.Map,
	plan.Glossary, plan.Search, plan.Packs, plan.PackPage, plan.MyPack, plan.FreePage, plan.Submit, plan.NotFound, plan.Redirect,
}

// An overlay is a pair of folders of which the first, if there is one, comes first.
type overlay struct{ own, builtIn fs.FS }

// ReadFile reads a file, within the limits.
func (o overlay) ReadFile(name string) ([]byte, error) {
	data, _, err := o.find(name)
	return data, err
}

// find reads a file and tells whether it is of the first folder.
func (o overlay) find(name string) (data []byte, own bool, err error) {
	if o.own != nil {
		data, err := readOwn(o.own, name)
		if err == nil || !errors.Is(err, fs.ErrNotExist) {
			return data, true, err
		}
	}
	data, err = fs.ReadFile(o.builtIn, name)
	return data, false, err
}

// readOwn reads a file of a catalogue. A pipe would keep whoever opens it.
func readOwn(files fs.FS, name string) ([]byte, error) {
	info, err := fs.Stat(files, name)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("layouts/%s: %s", name, info.Mode().Type())
	case info.Size() > maxLayout:
		return nil, fmt.Errorf("layouts/%s: %w", name, errLayout)
	case info.Size() > maxSource && isSource(name):
		return nil, fmt.Errorf("layouts/%s: %w", name, errSource)
	}
	return fs.ReadFile(files, name)
}

// isSource reports whether a file is a template or a module.
func isSource(name string) bool {
	return strings.HasSuffix(name, ".html") || strings.HasSuffix(name, ".ts")
}

// names returns the files of both folders, sorted.
func (o overlay) names() ([]string, error) {
	found := map[string]bool{}
	for _, files := range []fs.FS{o.own, o.builtIn} {
		if files == nil {
			continue
		}
		entries, err := fs.ReadDir(files, ".")
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		for _, e := range entries {
			if !e.IsDir() && !strings.HasPrefix(e.Name(), ".") {
				found[e.Name()] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(found)), nil
}

// Open makes an overlay a file system, for what reads one.
func (o overlay) Open(name string) (fs.File, error) {
	if o.own != nil {
		f, err := o.own.Open(name)
		if err == nil || !errors.Is(err, fs.ErrNotExist) {
			return f, err
		}
	}
	return o.builtIn.Open(name)
}

// tokens holds the colours, type and distances of the styles.
const tokens = "tokens.css"

// partLine matches the line of a style that stands for one of its parts.
var partLine = regexp.MustCompile(`(?m)^@import "(style/[a-z0-9-]+\.css)";$`)

// styled puts the parts of the styles in the place of their names, and the tokens before them: the built-in ones, then
// a catalogue's, which say only what they want otherwise.
func (o overlay) styled(style []byte) ([]byte, *design.Design, error) {
	var failed error
	style = partLine.ReplaceAllFunc(style, func(line []byte) []byte {
		text, err := o.ReadFile(string(partLine.FindSubmatch(line)[1]))
		failed = errors.Join(failed, err)
		return text
	})
	builtIn, err := fs.ReadFile(o.builtIn, tokens)
	if failed = errors.Join(failed, err); failed != nil {
		return nil, nil, failed
	}
	var own []byte
	if o.own != nil {
		if own, err = readOwn(o.own, tokens); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, nil, err
		}
	}
	return slices.Concat(builtIn, own, []byte("\n"), style), design.Read(string(builtIn), string(own)), nil
}

// hash returns 10 hex digits that stand for some bytes.
func hash(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:5])
}

// constant matches a word of the interface without arguments.
var constant = regexp.MustCompile(`\{\{([tw]) "([a-z_.]+)"\}\}`)

// layoutError says where in which template a fault is; the library's message
// begins with name and line already.
func layoutError(err error) error {
	return fmt.Errorf("layouts/%w", trimmed{err})
}

// trimmed leaves out the words that begin every message of the library.
type trimmed struct{ error }

func (t trimmed) Error() string {
	return strings.TrimPrefix(strings.TrimPrefix(t.error.Error(), "template: "), "html/template:")
}

func (t trimmed) Unwrap() error { return t.error }

// A language is what all pages of one language share.
type language struct {
	*templates
	title      Text // of the site
	frames     map[frameKey]*frame
	known      map[termKey]func() *knownTerm
	publisher  string // as JSON-LD, "" where no name is stated
	feedAt     string // path
	finderAt   string // path, "" where there is none
	territory  string
	related    phrase        // says which terms two practices have in common
	partner    phrase        // a place among them where both have a partner
	sheetLinks func() []Link // from the pages of sheets, by the order of the entries
	ranks      func() map[string]map[string]int
	rows       []cell                 // by the order of the entries
	spoken     atomic.Pointer[spoken] // what rows said last
	facets     cell                   // beside the list

	narrowing narrowing
}

// newLanguages makes all languages at once.
func (r *Renderer) newLanguages(langs []string) error {
	made, errs := make([]*language, len(langs)), make([]error, len(langs))
	var group sync.WaitGroup
	for i, lang := range langs {
		group.Go(func() { made[i], errs[i] = r.newLanguage(lang) })
	}
	group.Wait()
	for i, lang := range langs {
		r.languages[lang] = made[i]
	}
	return cmp.Or(errs...)
}

func (r *Renderer) newLanguage(lang string) (*language, error) {
	l := &language{
		templates: r.layouts.sets[lang], frames: map[frameKey]*frame{},
		rows: make([]cell, len(r.catalogue.Entries)),
	}
	l.title = l.text(r.site.Title.In(lang))
	l.title.Text = cmp.Or(l.title.Text, "praxisblatt")
	l.feedAt, l.territory = feedPath(lang), l.Territory()
	if r.site.BaseURL.Stated() {
		l.finderAt = finderPath(lang)
	}
	l.related, l.partner = newPhrase(l.T("sheet.related_by", "terms", gap)), newPhrase(l.T("sheet.related_partner", "place", gap))
	l.sheetLinks = sync.OnceValue(func() []Link { return r.newSheetLinks(l) })
	l.ranks = sync.OnceValue(func() map[string]map[string]int { return r.newRanks(l) })
	if err := r.learn(l); err != nil {
		return nil, err
	}
	return l, r.newFrames(l)
}
