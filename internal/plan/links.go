package plan

import (
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/parallel"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
)

// redirects plans a page for every alias of a sheet or free page.
func (p *Plan) redirects() {
	add := func(lang, folder, to string, aliases []sheet.Value) {
		for i := range aliases {
			p.add(&Page{Kind: Redirect, Lang: lang, Path: lang + "/" + folder + "/" + aliases[i].Text, To: to, alias: &aliases[i]})
		}
	}
	for _, lang := range p.Langs {
		for _, e := range p.Catalogue.Entries {
			if f := e.File(lang); f != nil && len(f.Aliases) > 0 {
				add(lang, "sheets", p.SheetPath(e, lang), f.Aliases)
			}
		}
		for _, e := range p.Catalogue.Pages {
			if f := e.File(lang); f != nil {
				add(lang, "pages", p.FreePath(e, lang), f.Aliases)
			}
		}
	}
}

// permalinks plans a page under the id of every sheet that has another slug, so
// that there is an address that stays when slugs change. An id that is taken is left.
func (p *Plan) permalinks() {
	for _, lang := range p.Langs {
		for _, e := range p.Catalogue.Entries {
			if e.Slug(lang) == e.ID {
				continue
			}
			if path := idPath(e, lang); p.Page(path) == nil {
				p.add(&Page{Kind: Redirect, Lang: lang, Path: path, To: p.SheetPath(e, lang)})
			}
		}
	}
}

func idPath(e *catalogue.Entry, lang string) string { return lang + "/sheets/" + e.ID + ".html" }

// Permalink returns the path of an entry's page that stays when its slug changes.
func (p *Plan) Permalink(e *catalogue.Entry, lang string) string {
	to := p.SheetPath(e, lang)
	if e.Slug(lang) == e.ID {
		return to
	}
	if page := p.Page(idPath(e, lang)); page != nil && (page.Entry == e || page.To == to) {
		return page.Path
	}
	return to
}

// alternates tells every page where it stands in the other languages. All
// pages but sheets have the same path in each language.
func (p *Plan) alternates() {
	sheets := make([][]Alternate, len(p.Catalogue.Entries)) // the same in each language
	parallel.Do(len(sheets), func(i int) {
		sheets[i] = p.alternatesOf(&Page{Kind: Sheet, Entry: p.Catalogue.Entries[i]})
	})
	parallel.Do(len(p.Pages), func(i int) {
		page := p.Pages[i]
		page.Canonical = page.Path
		switch {
		case page.Lang == "" || page.Kind == Redirect:
			return
		case page.Kind == Sheet:
			page.Alternates = sheets[page.Entry.Number]
		default:
			page.Alternates = p.alternatesOf(page)
		}
		if !page.Index {
			page.Canonical = p.canonical(page)
		}
	})
}

func (p *Plan) alternatesOf(page *Page) []Alternate {
	rest := strings.TrimPrefix(page.Path, page.Lang+"/")
	all := make([]Alternate, len(p.Langs))
	for i, lang := range p.Langs {
		a := Alternate{Lang: lang, Real: true}
		switch page.Kind {
		case Sheet:
			a.Path, a.Real = p.SheetPath(page.Entry, lang), page.Entry.File(lang) != nil
		case FreePage:
			a.Path, a.Real = lang+"/"+rest, page.Free.File(lang) != nil
		default:
			a.Path = lang + "/" + rest
		}
		all[i] = a
	}
	return all
}

// canonical returns the page of the original for a fallback, if the site is
// made in that language.
func (p *Plan) canonical(page *Page) string {
	switch {
	case page.Kind == Sheet && p.Catalogue.Site.HasLang(page.Entry.Original.Lang):
		return p.SheetPath(page.Entry, page.Entry.Original.Lang)
	case page.Kind == FreePage && p.Catalogue.Site.HasLang(page.Free.Original.Lang):
		return p.FreePath(page.Free, page.Free.Original.Lang)
	}
	return page.Path
}
