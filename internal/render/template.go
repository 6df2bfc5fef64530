package render

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/bundle"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/locale"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
)

// kinds are the pages that have a template, named <kind>.html.
var kinds = []plan.Kind{
	plan.Root, plan.Home, plan.Sheet, plan.List, plan.Terms, plan.Term, plan.Register, plan.Transfers, plan.Latest, plan.Map,
	plan.Glossary, plan.Search, plan.Packs, plan.PackPage, plan.MyPack, plan.FreePage, plan.Submit, plan.NotFound, plan.Redirect,
}

// An overlay is a pair of folders of which the first, if there is one, comes first.
type overlay struct{ own, builtIn fs.FS }

func (o overlay) read(name string) ([]byte, error) {
	if o.own != nil {
		data, err := fs.ReadFile(o.own, name)
		if err == nil || !errors.Is(err, fs.ErrNotExist) {
			return data, err
		}
	}
	return fs.ReadFile(o.builtIn, name)
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

// readAssets takes all that is no template: icons lie at the root under
// their own names, the rest in assets/ under names that carry a hash.
func (r *Renderer) readAssets(layouts overlay) error {
	names, err := layouts.names()
	if err != nil {
		return err
	}
	for _, name := range names {
		ext := path.Ext(name)
		// pack.js is made for each language.
		if ext == ".html" || ext == ".go" || ext == ".md" || name == tokens || name == "pack.js" {
			continue
		}
		data, err := layouts.read(name)
		if err != nil {
			return err
		}
		if name == "style.css" {
			if data, err = layouts.styled(data); err != nil {
				return err
			}
		}
		r.asset(name, data)
	}
	for _, script := range [][2]string{{"search.js", "search/ui.ts"}, {"search-more.js", "search/more.ts"}, {"submit.js", "submit/ui.ts"}} {
		data, err := bundle.Script(layouts, script[1])
		if err != nil {
			return fmt.Errorf("layouts/%w", err)
		}
		r.asset(script[0], data)
	}
	return nil
}

// tokens holds the colours, type and distances of the styles.
const tokens = "tokens.css"

// styled puts the tokens before the styles: the built-in ones, then a catalogue's, which
// say only what they want otherwise.
func (o overlay) styled(style []byte) ([]byte, error) {
	builtIn, err := fs.ReadFile(o.builtIn, tokens)
	if err != nil {
		return nil, err
	}
	var own []byte
	if o.own != nil {
		if own, err = fs.ReadFile(o.own, tokens); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
	}
	return slices.Concat(builtIn, own, []byte("\n"), style), nil
}

func (r *Renderer) asset(name string, data []byte) {
	to := name
	if ext := path.Ext(name); !strings.HasPrefix(name, "favicon.") {
		to = "assets/" + strings.TrimSuffix(name, ext) + "." + hash(data) + ext
	}
	r.names[name] = to
	r.assets = append(r.assets, output.File{Path: to, Bytes: data})
}

// hash returns 10 hex digits that stand for some bytes.
func hash(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:5])
}

// parse reads all templates of a language: what pages share, under the empty
// kind, and a set for each kind.
func (l *language) parse(layouts overlay, asset func(name string) string) error {
	l.shared = template.New("").Funcs(template.FuncMap{
		"t": l.T, "w": l.word, "n": func(key string, n int) string { return l.N(key, n) }, "asset": asset,
	})
	for _, name := range []string{"base.html", "partials.html"} {
		if err := l.add(l.shared, layouts, name); err != nil {
			return err
		}
	}
	for _, kind := range kinds {
		set, err := l.shared.Clone()
		if err == nil {
			err = l.add(set, layouts, string(kind)+".html")
		}
		if err != nil {
			return err
		}
		l.pages[kind] = set
	}
	return nil
}

func (l *language) add(set *template.Template, layouts overlay, name string) error {
	text, err := layouts.read(name)
	if err != nil {
		return err
	}
	if _, err := set.New(name).Parse(l.fill(string(text))); err != nil {
		return layoutError(err)
	}
	return nil
}

// constant matches a word of the interface without arguments.
var constant = regexp.MustCompile(`\{\{([tw]) "([a-z_.]+)"\}\}`)

// fill puts the words in place before a template is parsed: they are the same on
// all pages of a language, and a page has too many of them to call a function for each.
func (l *language) fill(text string) string {
	return constant.ReplaceAllStringFunc(text, func(call string) string {
		m := constant.FindStringSubmatch(call)
		word := template.HTMLEscapeString(l.T(m[2]))
		if m[1] == "w" {
			word = string(l.word(m[2]))
		}
		return strings.ReplaceAll(word, "{{", "&#123;&#123;")
	})
}

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
	*locale.Locale
	pages  map[plan.Kind]*template.Template
	shared *template.Template
	title  Text // of the site
	frames map[frameKey]*frame
	rows   []cell // by the order of the entries
	facets cell   // beside the list

	narrowing narrowing
}

func (r *Renderer) newLanguage(lang string, layouts overlay) (*language, error) {
	l := &language{
		Locale: r.locales.Locale(lang), pages: map[plan.Kind]*template.Template{}, frames: map[frameKey]*frame{},
		rows: make([]cell, len(r.catalogue.Entries)),
	}
	l.title = l.text(r.site.Title.In(lang))
	l.title.Text = cmp.Or(l.title.Text, "praxisblatt")
	if err := r.packScript(l, layouts); err != nil {
		return nil, err
	}
	if err := l.parse(layouts, func(name string) string { return r.names[name] }); err != nil {
		return nil, err
	}
	return l, r.newFrames(l)
}

// T is the locale's, with what is English for want of a translation set apart by Unicode's isolates where the language
// is written the other way: where a text can't carry an attribute, its words keep their order all the same.
func (l *language) T(key string, args ...string) string {
	text, lang := l.Word(key, args...)
	return l.isolate(text, lang)
}

// N is [locale.Locale.N], set apart like T.
func (l *language) N(key string, n int, args ...string) string {
	_, lang := l.Word(key)
	return l.isolate(l.Locale.N(key, n, args...), lang)
}

func (l *language) isolate(text, lang string) string {
	if lang == l.Lang || l.Dir == locale.Direction(lang) {
		return text
	}
	return "\u2066" + text + "\u2069"
}

// word is a word of the interface as HTML, marked where it is English for want
// of a translation.
func (l *language) word(key string, args ...string) template.HTML {
	text, lang := l.Word(key, args...)
	text = template.HTMLEscapeString(text)
	if lang == l.Lang {
		return template.HTML(text)
	}
	return template.HTML(`<span lang="` + lang + `" dir="` + locale.Direction(lang) + `">` + text + `</span>`)
}
