package render

import (
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"strings"
	"sync"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/atlas"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/cache"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/design"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/fasttemplate"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/locale"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
)

// Layouts are templates, styles, scripts and icons, read and parsed. They
// depend on nothing but their files and the words of the interface, so that
// renderers of one plan after the other can share them.
type Layouts struct {
	words  *locale.Set
	design *design.Design
	assets []output.File
	names  map[string]string // of assets: their paths by the names of their files
	sets   map[string]*templates

	mu    sync.Mutex
	drawn map[atlas.View]output.File // the last picture of the outlines
}

// templates are those of one language: what pages share, and a set for each kind.
type templates struct {
	wording
	guard
	shared set
	pages  map[plan.Kind]set
	again  func() (*templates, error) // parses them anew
}

// A set of templates, and what executes it faster; may be nil.
type set struct {
	*template.Template
	fast *fasttemplate.Set
}

// of returns the templates of a kind of page, or those that all share.
func (t *templates) of(kind plan.Kind) set {
	if kind == "" {
		return t.shared
	}
	return t.pages[kind]
}

// Plain returns the same layouts executed by html/template alone, which is what all
// their pages are to be equal to. The layouts are used for nothing else after that.
func (l *Layouts) Plain() *Layouts {
	for _, t := range l.sets {
		t.shared.fast = nil
		for kind, s := range t.pages {
			t.pages[kind] = set{Template: s.Template}
		}
	}
	return l
}

// ReadLayouts reads layouts for some languages: those of the catalogue, which may be
// nil and come first, and the built-in ones. An error is a template or a script that
// can't be read, with its name and line. What scripts are bundled to is kept in a book, which may be nil.
func ReadLayouts(own, builtIn fs.FS, words *locale.Set, langs []string, book *cache.Book) (*Layouts, error) {
	l := &Layouts{words: words, names: map[string]string{}, sets: map[string]*templates{}, drawn: map[atlas.View]output.File{}}
	files := overlay{own, builtIn}
	if err := l.readAssets(files, book); err != nil {
		return nil, err
	}
	for _, lang := range langs {
		t := &templates{wording: wording{words.Locale(lang)}, pages: map[plan.Kind]set{}}
		if err := l.packScript(t.wording, files); err != nil {
			return nil, err
		}
		if err := t.parse(files, func(name string) string { return l.names[name] }); err != nil {
			return nil, err
		}
		l.sets[lang] = t
	}
	return l, nil
}

// readAssets takes all that is no template: icons lie at the root under
// their own names, the rest in assets/ under names that carry a hash.
func (l *Layouts) readAssets(files overlay, book *cache.Book) error {
	names, err := files.names()
	if err != nil {
		return err
	}
	for _, name := range names {
		ext := path.Ext(name)
		// pack.js is made for each language.
		if ext == ".html" || ext == ".go" || ext == ".md" || name == tokens || name == "pack.js" {
			continue
		}
		data, err := files.ReadFile(name)
		if err != nil {
			return err
		}
		if name == "style.css" {
			if data, l.design, err = files.styled(data); err != nil {
				return err
			}
		}
		l.asset(name, data)
	}
	for _, script := range [][2]string{{"search.js", "search/ui.ts"}, {"search-more.js", "search/more.ts"}, {"submit.js", "submit/ui.ts"}} {
		data, err := files.script(book, script[1])
		if err != nil {
			return fmt.Errorf("layouts/%w", err)
		}
		l.asset(script[0], data)
	}
	return nil
}

func (l *Layouts) asset(name string, data []byte) {
	to := name
	if ext := path.Ext(name); !strings.HasPrefix(name, "favicon.") {
		to = "assets/" + strings.TrimSuffix(name, ext) + "." + hash(data) + ext
	}
	l.names[name] = to
	l.assets = append(l.assets, output.File{Path: to, Bytes: data})
}

// outlines returns the picture of a view, which is drawn anew only when a place
// has moved it.
func (l *Layouts) outlines(v atlas.View) output.File {
	l.mu.Lock()
	defer l.mu.Unlock()
	if _, ok := l.drawn[v]; !ok {
		data := fmt.Appendf(nil, outlines, atlas.Width, int(v.Height), v.Land(), v.Borders())
		clear(l.drawn)
		l.drawn[v] = output.File{Path: "assets/map." + hash(data) + ".svg", Bytes: data}
	}
	return l.drawn[v]
}

// parse reads all templates of a language.
func (t *templates) parse(files overlay, asset func(name string) string) error {
	t.again = func() (*templates, error) {
		n := &templates{wording: t.wording, pages: map[plan.Kind]set{}}
		return n, n.parse(files, asset)
	}
	funcs := template.FuncMap{
		"t": t.T, "w": t.word, "n": func(key string, n int) string { return t.N(key, n) }, "asset": asset, "round": t.round,
	}
	shared := template.New("").Funcs(texts).Funcs(funcs)
	for _, name := range []string{"base.html", "partials.html"} {
		if err := t.add(shared, files, name); err != nil {
			return err
		}
	}
	for _, kind := range kinds {
		page, err := shared.Clone()
		if err == nil {
			err = t.add(page, files, string(kind)+".html")
		}
		if err != nil {
			return err
		}
		t.pages[kind] = set{page, fasttemplate.New(page, funcs)}
	}
	t.shared = set{shared, fasttemplate.New(shared, funcs)}
	return nil
}

func (t *templates) add(set *template.Template, files overlay, name string) error {
	text, own, err := files.find(name)
	if err != nil {
		return err
	}
	if _, err := set.New(name).Parse(t.fill(string(text))); err != nil {
		return layoutError(err)
	}
	if own {
		watch(set, name)
	}
	return nil
}

// fill puts the words in place before a template is parsed: they are the same on
// all pages of a language, and a page has too many of them to call a function for each.
func (t *templates) fill(text string) string {
	return constant.ReplaceAllStringFunc(text, func(call string) string {
		m := constant.FindStringSubmatch(call)
		word := template.HTMLEscapeString(t.T(m[2]))
		if m[1] == "w" {
			word = string(t.word(m[2]))
		}
		return strings.ReplaceAll(word, "{{", "&#123;&#123;")
	})
}
