package plan

import (
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/parallel"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
)

// A Key makes of a title the text that it is sorted by in a language.
type Key func(title string) string

// New plans the site of a catalogue; keys has the sort order of each of its languages, where it has none that of bytes.
// A plan of nearly the same catalogue, made before, saves most sorting; it may be nil.
func New(c *catalogue.Catalogue, keys map[string]Key, before *Plan) *Plan {
	return (*Memory)(nil).New(c, keys, before)
}

// New is [New] with what is remembered.
func (m *Memory) New(c *catalogue.Catalogue, keys map[string]Key, before *Plan) *Plan {
	p := &Plan{Catalogue: c, Langs: c.Site.Langs(), counts: map[string][]TermCount{}, keys: keys}
	p.sheets = sheetPaths(c, p.Langs)
	p.parts = map[string]*part{"": newPart(2)}
	for _, lang := range p.Langs {
		p.parts[output.Fold(lang)] = newPart(2 * len(c.Entries)) // pages of sheets, and others that are fewer
	}
	index := newIndex(c, before)
	p.index = index
	for _, facet := range Browsed {
		p.counts[facet] = index.counts(c, facet)
	}
	p.relations = m.newRelations(c.Entries, before)
	p.Packs = p.packs()

	p.sorted = make([][]*catalogue.Entry, len(p.Langs))
	var wg sync.WaitGroup
	wg.Go(func() { p.Newest = newest(c.Entries) })
	for i, lang := range p.Langs {
		wg.Go(func() {
			if p.sorted[i] = before.presorted(c, lang); !before.titled(p.sorted[i], lang) {
				p.sorted[i] = m.sorted(p.sorted[i], lang, p.key(lang))
			}
			p.part(lang + "/").enter(p.language(lang, p.sorted[i])...)
		})
	}
	wg.Wait()

	p.add(&Page{Kind: Root, Path: "index.html", Index: true})
	for _, lang := range p.Langs {
		p.take(p.part(lang + "/"))
	}
	p.add(&Page{Kind: NotFound, Path: "404.html"})
	p.redirects()
	p.permalinks()
	p.alternates()
	return p
}

// sheetPaths returns the paths of the entries' pages by their numbers, for each language.
func sheetPaths(c *catalogue.Catalogue, langs []string) [][]string {
	paths := make([][]string, len(langs))
	for i := range langs {
		paths[i] = make([]string, len(c.Entries))
	}
	parallel.Do(len(c.Entries), func(n int) {
		for i, lang := range langs {
			paths[i][n] = sheetPath(c.Entries[n], lang)
		}
	})
	return paths
}

// A part is the pages below the folder of a language, or all others: so each language can enter its own.
type part struct {
	paths map[string]*Page // all of them, as they are folded

	// Until they are taken:
	pages []*Page
	odd   []odd
}

// An odd page is one that can't be entered, since another one has its path, or, where that is nil, since its path is none that every
// system can hold.
type odd struct{ page, first *Page }

func newPart(pages int) *part { return &part{paths: make(map[string]*Page, pages)} }

// part returns that of a path.
func (p *Plan) part(path string) *part {
	folder, _, _ := strings.Cut(path, "/")
	if t := p.parts[output.Fold(folder)]; t != nil {
		return t
	}
	return p.parts[""]
}

// enter enters pages, in their order.
func (t *part) enter(pages ...*Page) {
	for _, page := range pages {
		key := output.Fold(page.Path)
		if output.Valid(page.Path) != nil {
			t.odd = append(t.odd, odd{page: page})
		} else if first := t.paths[key]; first != nil {
			t.odd = append(t.odd, odd{page, first})
		} else {
			t.paths[key] = page
			t.pages = append(t.pages, page)
		}
	}
}

// take takes what was entered since the last time into the plan, and reports what could not be.
func (p *Plan) take(t *part) {
	for _, o := range t.odd {
		if o.first == nil {
			p.refuse(o.page)
		} else {
			p.collide(o.first, o.page)
		}
	}
	p.Pages = append(p.Pages, t.pages...)
	t.pages, t.odd = nil, nil
}

// add enters a page and takes it.
func (p *Plan) add(page *Page) {
	t := p.part(page.Path)
	t.enter(page)
	p.take(t)
}

// refuse reports a name that some system keeps for itself, once for all
// languages. A path that is none at all has a malformed part, which is a
// finding where that part stands.
func (p *Plan) refuse(page *Page) {
	at := page.span()
	known := slices.ContainsFunc(p.Findings, func(d diag.Diagnostic) bool { return d.Span == at })
	if fs.ValidPath(page.Path) && !strings.ContainsAny(page.Path, `\<>:"|?*`) && !known {
		p.Findings = append(p.Findings, rule.ReservedName.At(at, "name", strings.TrimSuffix(path.Base(page.Path), ".html")))
	}
}

// collide reports the page whose name an editor has chosen, rather than one
// that is called by its id. A page that every site has is met by reserved
// names only, which are findings of their own.
func (p *Plan) collide(first, second *Page) {
	if second.span().IsZero() {
		return
	}
	if first.chosen() && !second.chosen() {
		first, second = second, first
	}
	d := rule.PathCollision.At(second.span(), "path", second.Path)
	if at := first.span(); !at.IsZero() {
		d = d.With(at, rule.FirstPath)
	}
	p.Findings = append(p.Findings, d)
}

// chosen reports whether a slug or an alias gives a page its path.
func (page *Page) chosen() bool {
	if page.Kind != Sheet {
		return page.alias != nil
	}
	f := page.Entry.File(page.Lang)
	return f != nil && f.Slug.Stated()
}

// span returns the place in the sources that gives a page its path.
func (page *Page) span() diag.Span {
	switch {
	case page.alias != nil:
		return page.alias.Span
	case page.Kind == Sheet:
		switch f := page.Entry.File(page.Lang); {
		case page.chosen():
			return f.Slug.Span
		case f != nil:
			return f.Head()
		}
		return page.Entry.Original.Head()
	case page.Free != nil:
		return page.Free.Original.Head()
	case page.Kind == PackPage:
		return page.Pack.File.Head()
	case page.Term != nil:
		return page.Term.KeySpan
	}
	return diag.Span{}
}

// presorted returns the entries of a catalogue in the order that they had in a plan.
func (p *Plan) presorted(c *catalogue.Catalogue, lang string) []*catalogue.Entry {
	if p == nil || !slices.Contains(p.Langs, lang) {
		return c.Entries
	}
	entries := make([]*catalogue.Entry, 0, len(c.Entries))
	for _, before := range p.Sorted(lang) {
		if e := c.Entry(before.ID); e != nil {
			entries = append(entries, e)
		}
	}
	for _, e := range c.Entries {
		if p.Catalogue.Entry(e.ID) == nil {
			entries = append(entries, e)
		}
	}
	return entries
}

// titled reports whether entries have the titles that those of a plan had, in the same order.
func (p *Plan) titled(entries []*catalogue.Entry, lang string) bool {
	if p == nil || !slices.Contains(p.Langs, lang) {
		return false
	}
	return slices.EqualFunc(entries, p.Sorted(lang), func(a, b *catalogue.Entry) bool {
		return a.ID == b.ID && a.Title(lang).Text == b.Title(lang).Text
	})
}

// sorted returns the entries in the order of their titles in a language.
func (m *Memory) sorted(entries []*catalogue.Entry, lang string, key Key) []*catalogue.Entry {
	rows := make([]row, len(entries))
	for i, e := range entries {
		rows[i] = row{title: e.Title(lang).Text, id: e.ID, at: i}
	}
	order := m.ordered(lang, rows, func(rows []row) {
		for i := range rows {
			rows[i].key = key(rows[i].title)
		}
		slices.SortFunc(rows, compareRows)
	})
	out := make([]*catalogue.Entry, len(rows))
	for i, at := range order {
		out[i] = entries[at]
	}
	return out
}

// compareRows orders rows by their keys; equal ones by the letters of their titles, and by their ids.
func compareRows(a, b row) int {
	if a.key != b.key {
		return strings.Compare(a.key, b.key)
	}
	return cmp.Or(strings.Compare(a.title, b.title), strings.Compare(a.id, b.id))
}

// key returns the sort order of a language.
func (p *Plan) key(lang string) Key {
	if key := p.keys[lang]; key != nil {
		return key
	}
	return asWritten
}

// asWritten sorts titles by their bytes.
func asWritten(title string) string { return title }

// newest returns the entries by date of publication, the latest first; those
// without a date are last.
func newest(entries []*catalogue.Entry) []*catalogue.Entry {
	entries = slices.Clone(entries)
	slices.SortFunc(entries, func(a, b *catalogue.Entry) int {
		return cmp.Or(cmp.Compare(b.Original.Published.Text, a.Original.Published.Text), cmp.Compare(a.ID, b.ID))
	})
	return entries
}

// language plans the pages of one language.
func (p *Plan) language(lang string, entries []*catalogue.Entry) []*Page {
	pages := append(make([]*Page, 0, 2*len(entries)), &Page{Kind: Home, Lang: lang, Path: lang + "/index.html", Index: true})
	sheets, paths := make([]Page, len(entries)), p.sheets[slices.Index(p.Langs, lang)]
	for i, e := range entries {
		sheets[i] = Page{Kind: Sheet, Lang: lang, Path: paths[e.Number], Entry: e, Index: e.File(lang) != nil}
		pages = append(pages, &sheets[i])
	}
	pages = append(pages, series(Page{Kind: List, Lang: lang, Path: lang + "/sheets/index.html"}, entries, nil, listPath)...)
	for _, facet := range Browsed {
		pages = append(pages, termsSeries(Page{Kind: Terms, Lang: lang, Facet: facet, Path: lang + "/" + facet + "/index.html", Index: true}, len(p.counts[facet]))...)
		pages = append(pages, p.terms(facet, lang, entries)...)
	}
	pages = append(pages, p.register(lang, entries)...)
	if transfers := kept(entries, func(e *catalogue.Entry) bool { return len(e.Original.Adopted) > 0 }); len(transfers) > 0 {
		pages = append(pages, series(Page{Kind: Transfers, Lang: lang, Path: lang + "/transfers.html"}, transfers, nil, termPath)...)
	}
	pages = append(pages, &Page{Kind: Latest, Lang: lang, Path: lang + "/new.html", Index: true})
	if p.onMap() {
		pages = append(pages, &Page{Kind: Map, Lang: lang, Path: lang + "/map.html", Index: true})
	}
	pages = append(pages, &Page{Kind: Glossary, Lang: lang, Path: lang + "/glossary.html", Index: true})
	pages = append(pages, &Page{Kind: Search, Lang: lang, Path: SearchPath(lang)})
	pages = append(pages, p.packPages(lang)...)
	for _, e := range p.Catalogue.Pages {
		if e.ID != submit {
			pages = append(pages, &Page{
				Kind: FreePage, Lang: lang, Path: p.FreePath(e, lang), Free: e, Index: e.File(lang) != nil,
			})
		}
	}
	if p.TakesSubmissions() {
		pages = append(pages, &Page{Kind: Submit, Lang: lang, Path: SubmitPath(lang), Free: p.Catalogue.Page(submit), Index: true})
	}
	return pages
}

// onMap reports whether any place with practices has a position.
func (p *Plan) onMap() bool {
	return slices.ContainsFunc(p.counts["places"], func(t TermCount) bool {
		_, _, ok := t.Term.Position()
		return ok
	})
}

// terms plans the pages of a facet's terms in one language.
func (p *Plan) terms(facet, lang string, entries []*catalogue.Entry) []*Page {
	rows := p.index.spread(facet, entries)
	also := func(string) []*catalogue.Entry { return nil }
	if facet == "places" {
		also = p.index.spread(partners, entries)
	}
	var pages []*Page
	for _, t := range p.flat(facet) {
		pages = append(pages, series(Page{
			Kind: Term, Lang: lang, Facet: facet, Key: t.Key, Term: t.Term, Path: p.TermPath(facet, t.Key, lang),
		}, rows(t.Key), also(t.Key), termPath)...)
	}
	return pages
}

// flat returns the terms of a facet, narrower ones after their broader one.
func (p *Plan) flat(facet string) []TermCount {
	var all []TermCount
	var walk func([]TermCount)
	walk = func(terms []TermCount) {
		for _, t := range terms {
			all = append(all, t)
			walk(t.Narrower)
		}
	}
	walk(p.counts[facet])
	return all
}

// series spreads rows, and others after them, over as many pages as they need, one at least.
func series(first Page, rows, also []*catalogue.Entry, path func(first string, n int) string) []*Page {
	pages := numberedPages(first, (len(rows)+len(also)+PageSize-1)/PageSize, path)
	for i, page := range pages {
		page.Total, page.Index = len(rows), page.Order == ""
		page.Rows, page.Also = clip(rows, i*PageSize), clip(also, i*PageSize-len(rows))
	}
	return pages
}

// termsSeries spreads the terms of a facet over pages.
func termsSeries(first Page, terms int) []*Page {
	pages := numberedPages(first, (terms+TermsSize-1)/TermsSize, listPath)
	for _, page := range pages {
		page.Total = terms
	}
	return pages
}

func numberedPages(first Page, n int, path func(first string, n int) string) []*Page {
	n = max(n, 1)
	paths := make([]string, n)
	pages := make([]*Page, n)
	for i := range n {
		paths[i] = path(first.Path, i+1)
		page := first
		page.Path, page.Number = paths[i], i+1
		pages[i] = &page
	}
	for _, page := range pages {
		page.Series = paths
	}
	return pages
}

// clip returns the rows of one page that begins at a row.
func clip(rows []*catalogue.Entry, at int) []*catalogue.Entry {
	end := min(max(at+PageSize, 0), len(rows))
	return rows[min(max(at, 0), end):end]
}

// listPath names the pages of the list: index.html, index-2.html …
func listPath(first string, n int) string { return numbered(first, "-", n) }

// termPath names the pages of a term: key.html, key.2.html … A key can't hold
// a dot, so that no other term's page is called like this.
func termPath(first string, n int) string { return numbered(first, ".", n) }

func numbered(first, separator string, n int) string {
	if n == 1 {
		return first
	}
	return fmt.Sprintf("%s%s%d.html", strings.TrimSuffix(first, ".html"), separator, n)
}
