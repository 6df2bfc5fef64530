// Package render makes bytes of a plan: every page as HTML, the catalogue as
// JSON and CSV, the sitemap, styles and images with names that carry a hash of
// their content.
//
// A [Renderer] is made once for a plan and is then safe for concurrent use: pages
// come out in whatever order they are asked for, always the same bytes. What
// pages of a language and folder have in common is made beforehand; a page of
// its own is a small view, in which every text knows its language and every
// address is relative, and one run of a template.
//
//	layouts.go   layouts → parsed templates, one set a language; template.go where they lie
//	limits.go    what a catalogue's own templates may cost
//	frame.go     what stands around every page
//	view.go      texts, links, terms: what the views are made of; scratch.go what they are made in
//	practice.go  what the pages of a practice have in common in all languages
//	sheet.go     a practice: part.go its parts, block.go what they consist of
//	list.go      rows and terms, and what lists them all; facets.go what list.js narrows them down by
//	ranks.go     terms in the order of their names, and of their practices
//	term.go      the page of a term
//	register.go  the tables of partnerships and of transfers
//	home.go      the home page; latest.go what was added and changed last
//	map.go       the map; locator.go the small one on sheets
//	pack.go      packs, and the page of the reader's own; card.go what that one loads
//	submit.go    the page for new sheets; form.go its form, made of the format
//	other.go     root, glossary, free pages, 404, redirects
//	markdown.go  texts → HTML, with the addresses of this page
//	poster.go    pictures for links
//	inputs.go    what a page is made of, so that it need not be made again
//	image.go     pictures beside the sheets; picture.go what is published of them
//	data.go      catalogue.json and .csv; sitemap.go the sitemap; feed.go the feeds
//	machine.go   what stands on pages for programs; linked.go JSON-LD
package render

import (
	"bytes"
	"cmp"
	"fmt"
	"html/template"
	"io/fs"
	"maps"
	"slices"
	"sync"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/cache"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/design"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/inputs"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/locale"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
)

// Options say what to render, and with what.
type Options struct {
	Plan      *plan.Plan
	Locales   *locale.Set
	Layouts   *Layouts // for the languages of the plan
	Files     fs.FS    // the catalogue, for its images; may be nil
	Generator string   // name and version of the tool

	Sums   *inputs.Sums                               // of the catalogue's files; may be nil
	Retain func(output.Inputs) (path string, ok bool) // as output.Retain does; may be nil

	Cache  *cache.Folder     // of pictures; may be nil
	PDFs   map[string]PDF    // the editions that are part of the site, by their paths; may be nil
	Blanks map[string]string // empty sheets to fill in, by language; may be nil

	// Index tells the address of a search index's first file in the site, "" where there is none, for pages of search
	// alone, which wait for it; may be nil.
	Index func(lang string) string
}

// A Renderer renders the pages of one plan.
type Renderer struct {
	plan      *plan.Plan
	catalogue *catalogue.Catalogue
	site      *config.Site
	first     string // the default language
	locales   *locale.Set
	generator string
	index     func(lang string) string
	pdfs      map[string]PDF

	layouts   *Layouts
	languages map[string]*language
	assets    []output.File
	names     map[string]string // of assets: their paths by the names of their files
	images    images
	posters   posters
	cache     *cache.Folder
	basis     basis
	retain    func(output.Inputs) (path string, ok bool)
	hues      map[string]int // of themes, from 1
	world     world
	buffers   sync.Pool
	contexts  sync.Pool // of pages that have been printed
}

// New makes what the pages of a plan have in common. An error is a template that
// fails, with its name and line.
func New(o Options) (*Renderer, error) {
	r := &Renderer{
		plan: o.Plan, catalogue: o.Plan.Catalogue, site: o.Plan.Catalogue.Site, first: o.Plan.Catalogue.Site.Default(), locales: o.Locales, generator: o.Generator, pdfs: o.PDFs,
		layouts: o.Layouts, assets: slices.Clone(o.Layouts.assets), names: maps.Clone(o.Layouts.names),
		languages: map[string]*language{}, hues: map[string]int{},
	}
	r.images.files, r.cache, r.retain = o.Files, o.Cache, o.Retain
	if r.index = o.Index; r.index == nil {
		r.index = func(string) string { return "" }
	}
	r.buffers.New = func() any { return new(bytes.Buffer) }
	r.contexts.New = func() any { return new(context) }
	r.colour()
	r.addBlanks(o.Blanks)
	r.newWorld()
	if err := r.newLanguages(o.Plan.Langs); err != nil {
		return nil, err
	}
	r.planPosters()
	r.newBasis(o.Sums)
	return r, nil
}

// colour gives every theme that has no broader one a colour, and the others
// that of the theme above them.
func (r *Renderer) colour() {
	v := r.catalogue.Vocabulary
	top := 0
	for _, t := range v.Scheme("themes").Terms {
		if v.Term("themes", t.Broader.Text) == nil {
			r.hues[t.Key] = top%design.Hues + 1
			top++
		}
	}
	for _, t := range v.Scheme("themes").Terms {
		above := t
		for range 8 { // a circle of broader themes has no colour
			if r.hues[above.Key] != 0 || v.Term("themes", above.Broader.Text) == nil {
				break
			}
			above = v.Term("themes", above.Broader.Text)
		}
		r.hues[t.Key] = r.hues[above.Key]
	}
}

// Assets returns styles, scripts and icons.
func (r *Renderer) Assets() []output.File { return r.assets }

// Page renders one page.
func (r *Renderer) Page(p *plan.Page) (f output.File, err error) {
	err = r.Lend(p, func(lent output.File) error {
		f = output.File{Path: lent.Path, Bytes: bytes.Clone(lent.Bytes)}
		return nil
	})
	return f, err
}

// Lend renders one page and lends it to a function, whose error it returns. The
// bytes are used again after that.
func (r *Renderer) Lend(p *plan.Page, do func(output.File) error) error {
	if p.Kind == plan.Sheet {
		return r.Practice(p.Entry).Lend(p, do)
	}
	return r.lend(p, nil, do)
}

func (r *Renderer) lend(p *plan.Page, practice *Practice, do func(output.File) error) error {
	l := r.languages[cmp.Or(p.Lang, r.first)]
	if l == nil {
		return fmt.Errorf("%s: the site has no language %q", p.Path, p.Lang)
	}
	c := r.contexts.Get().(*context)
	defer r.contexts.Put(c)
	*c = context{Renderer: r, language: l, page: p, dir: folder(p.Path), practice: practice, scratch: c.again()}
	if practice != nil {
		c.urls = practice.addresses(p)
	}
	b := r.buffers.Get().(*bytes.Buffer)
	defer r.buffers.Put(b)
	b.Reset()
	view := c.base()
	if c.failed != nil {
		return c.failed
	}
	if err := l.execute(b, p.Kind, "base", view); err != nil {
		return err
	}
	return do(output.File{Path: p.Path, Bytes: b.Bytes()})
}

// A context is a page while it is rendered: views are made by its methods,
// which know its language and where it lies.
type context struct {
	*Renderer
	*language
	page   *plan.Page
	dir    string   // the page's folder, with a slash at its end
	urls   []string // of the page's alternates, as far as they were asked for
	files  string   // where the files that its texts name lie in the catalogue
	failed error    // of a template that is run for a part of the page

	practice *Practice // of the page of a sheet
	scratch

	choices map[string][]option // terms of vocabularies to choose from
}

// base is what base.html is given.
type base struct {
	*frame
	Kind        plan.Kind
	Title       string
	Description string
	NoIndex     bool
	Refresh     template.URL
	Canonical   string
	Hreflang    []hreflang
	Switch      []switchLink
	Scripts     []string // paths
	OwnStyle    string   // path of a style sheet that only this page needs
	machines
	Main any
}

func (c *context) base() base {
	b := base{
		frame: c.frameOf(c.page), Kind: c.page.Kind, NoIndex: !c.page.Index, Switch: c.languageSwitch(), Hreflang: c.hreflang(),
	}
	if c.page.Kind != plan.NotFound {
		b.Canonical = c.url(c.page.Canonical)
	}
	switch c.page.Kind {
	case plan.Root:
		b.Title, b.Main = c.root()
	case plan.Home:
		b.Title, b.Main = c.home()
	case plan.Sheet:
		b.Title, b.Description, b.Main = c.sheet()
	case plan.List:
		b.Title, b.Main = c.list()
		b.Scripts = []string{c.names["list.js"]}
	case plan.Terms:
		b.Title, b.Main = c.termsPage()
	case plan.Term:
		b.Title, b.Description, b.Main = c.term()
	case plan.Register:
		b.Title, b.Main = c.register()
	case plan.Transfers:
		b.Title, b.Main = c.transfers()
	case plan.Latest:
		b.Title, b.Main = c.latest()
	case plan.Map:
		b.Title, b.Main = c.mapPage()
	case plan.Glossary:
		b.Title, b.Main = c.glossary()
	case plan.Search:
		b.Title, b.Main = c.search()
		b.Scripts = []string{c.names["search.js"]}
	case plan.Packs:
		b.Title, b.Main = c.packs()
	case plan.PackPage:
		b.Title, b.Description, b.Main = c.pack()
	case plan.MyPack:
		b.Title, b.Main = c.myPack()
		b.Scripts = []string{c.names["my-pack.js"]}
	case plan.FreePage:
		b.Title, b.Description, b.Main = c.free()
	case plan.Submit:
		b.Title, b.Description, b.Main = c.submit()
		b.Scripts, b.OwnStyle = []string{c.names["submit.js"]}, c.names["submit.css"]
	case plan.NotFound:
		b.Title, b.Main = c.notFound()
		b.Scripts = []string{c.names["404.js"]}
	case plan.Redirect:
		b.Title, b.Main = c.redirect()
		b.Refresh, b.Canonical = c.href(c.page.To), c.site.URL(c.page.To)
	}
	if len(b.Switch) > 0 || c.page.Kind == plan.Root {
		b.Scripts = append(b.Scripts, c.names["language.js"])
	}
	if b.Nav != "" && c.page.Kind != plan.NotFound && c.page.Kind != plan.Redirect {
		b.Scripts = append(c.wordSlab.of(c.names[packScriptOf(c.Lang)]), b.Scripts...)
	}
	b.machines = c.machines(cmp.Or(b.Title, c.title.Text), b.Description)
	if b.Title != c.title.Text && b.Title != "" {
		b.Title += " – " + c.title.Text
	} else {
		b.Title = c.title.Text
	}
	return b
}
