// Package plan knows every URL of the site before anything is rendered: which
// pages there are, in which languages, under which paths, and what collides.
package plan

import (
	"slices"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/vocab"
)

// A Kind says what a page is; the names are those of the templates.
type Kind string

// The kinds of pages.
const (
	Root      Kind = "root"      // index.html: choose a language
	Home      Kind = "home"      // <lang>/index.html
	Sheet     Kind = "sheet"     // <lang>/sheets/<slug>.html, for all four types
	List      Kind = "list"      // <lang>/sheets/index.html, index-2.html …
	Terms     Kind = "terms"     // <lang>/<facet>/index.html: all terms of a facet
	Term      Kind = "term"      // <lang>/<facet>/<key>.html, <key>.2.html …
	Register  Kind = "register"  // <lang>/partnerships.html, also in other orders
	Transfers Kind = "transfers" // <lang>/transfers.html: what one place took over from another
	Latest    Kind = "latest"    // <lang>/new.html: what was added and changed last
	Map       Kind = "map"       // <lang>/map.html
	Glossary  Kind = "glossary"  // <lang>/glossary.html
	Search    Kind = "search"    // <lang>/search.html
	Packs     Kind = "packs"     // <lang>/packs/index.html
	PackPage  Kind = "pack"      // <lang>/packs/<id>.html
	MyPack    Kind = "my-pack"   // <lang>/my-pack.html: the reader's own pack
	FreePage  Kind = "page"      // <lang>/pages/<id>.html
	Submit    Kind = "submit"    // <lang>/pages/submit.html: a form for new sheets, below the free page of this name
	NotFound  Kind = "not-found" // 404.html
	Redirect  Kind = "redirect"  // an alias
)

// Facets are the ways into the catalogue that the search narrows down by, the names of
// their folders.
var Facets = []string{"themes", "places", "audiences", "carriers", "types", "status"}

// Browsed are all facets that have pages, in the order in which readers look for
// them. Those that are not among [Facets] follow from other facts.
var Browsed = []string{"themes", "places", "countries", "audiences", "carriers", "types", "status", "years", "languages", "efforts"}

// Orders are those of the register besides that by name, the ends of its pages' names.
var Orders = []string{"places", "period"}

// PageSize is the number of rows of a list page, TermsSize that of terms on a
// page that lists them.
const (
	PageSize  = 50
	TermsSize = 300
)

// A Page is one HTML file of the site, nothing of it rendered yet.
type Page struct {
	Kind Kind
	Lang string // "" for Root and NotFound
	Path string // relative to the site's root

	Entry *catalogue.Entry     // of Sheet
	Free  *catalogue.PageEntry // of FreePage; of Submit what the catalogue says above the form, nil where it says nothing
	Pack  *Pack                // of PackPage
	Facet string               // of Terms and Term: one of Browsed
	Order string               // of Register: one of Orders, "" by name
	Key   string               // of Term
	Term  *vocab.Term          // of Term; nil for what is in no vocabulary
	To    string               // of Redirect: the path it leads to

	Rows   []*catalogue.Entry // of List, Term, Register, Transfers: the rows of this page, sorted by title where Order says nothing else
	Also   []*catalogue.Entry // of Term in places: practices with a partner there, after all rows
	Total  int                // rows on all pages of the series, without Also; of Terms the terms
	Number int                // this page of the series, from 1
	Series []string           // paths of all pages of the series

	// Alternates are the paths of the same page in every language of the site,
	// in their order, this one included. Real is false where that page is a
	// fallback: marked, without hreflang.
	Alternates []Alternate
	Canonical  string // path of the canonical page: its own, or the original's for a fallback
	Index      bool   // false for fallbacks and redirects: noindex, in no sitemap

	alias *sheet.Value // of Redirect: the alias in the source
}

// An Alternate is the same page in a language.
type Alternate struct {
	Lang string
	Path string
	Real bool
}

// A TermCount is a term of a facet with the number of its practices.
type TermCount struct {
	Key      string
	Term     *vocab.Term // nil for what is in no vocabulary
	Count    int         // including those of narrower terms, and for places those of partners
	Narrower []TermCount // of themes: the terms below this one, which then stand only here
}

// A Plan is the whole site.
type Plan struct {
	Catalogue *catalogue.Catalogue
	Langs     []string
	Pages     []*Page            // in a fixed order
	Packs     []*Pack            // of files, those that have sheets, by id
	Newest    []*catalogue.Entry // by date of publication, the latest first
	Findings  []diag.Diagnostic

	keys   map[string]Key
	parts  map[string]*part // by the folded name of the language, "" for pages of none
	counts map[string][]TermCount
	index  *index
	sorted [][]*catalogue.Entry // by the order of Langs
	sheets [][]string           // paths of the entries' pages by their numbers, by the order of Langs

	relations *relations
}

// Related returns the entries that have most in common with one, five at most.
func (p *Plan) Related(e *catalogue.Entry) []Related {
	if !p.Catalogue.Has(e) {
		return nil
	}
	return p.relations.of(e)
}

// RelatedNumbers returns the numbers of these entries, without what they have in common, which takes longer to find out.
func (p *Plan) RelatedNumbers(e *catalogue.Entry) []int {
	if !p.Catalogue.Has(e) {
		return nil
	}
	return p.relations.numbers(e.Number)
}

// Sorted returns all entries in the order of their titles in a language of the site.
func (p *Plan) Sorted(lang string) []*catalogue.Entry { return p.sorted[slices.Index(p.Langs, lang)] }

// SheetPath returns the path of an entry's page in a language.
func (p *Plan) SheetPath(e *catalogue.Entry, lang string) string {
	if i := slices.Index(p.Langs, lang); i >= 0 && p.Catalogue.Has(e) {
		return p.sheets[i][e.Number]
	}
	return sheetPath(e, lang)
}

func sheetPath(e *catalogue.Entry, lang string) string {
	return lang + "/sheets/" + e.Slug(lang) + ".html"
}

// FreePath returns the path of a free page in a language.
func (p *Plan) FreePath(e *catalogue.PageEntry, lang string) string {
	return lang + "/pages/" + e.ID + ".html"
}

// submit is the id of the free page that the form stands on.
const submit = "submit"

// SubmitPath returns the path of the form for new sheets.
func SubmitPath(lang string) string { return lang + "/pages/" + submit + ".html" }

// TakesSubmissions reports whether the site has a form for new sheets: it says so on a
// page of its own, or there is somewhere to send them to.
func (p *Plan) TakesSubmissions() bool {
	site := p.Catalogue.Site
	return p.Catalogue.Page(submit) != nil || site.Publisher.Email.Stated() || site.Repository.Stated()
}

// TermPath returns the path of the first page of a term.
func (p *Plan) TermPath(facet, key, lang string) string {
	return lang + "/" + facet + "/" + key + ".html"
}

// Counts returns the terms of a facet that have practices, in the order of
// the vocabulary.
func (p *Plan) Counts(facet string) []TermCount { return p.counts[facet] }

// Page returns the page at a path, nil where there is none.
func (p *Plan) Page(path string) *Page { return p.part(path).paths[output.Fold(path)] }
