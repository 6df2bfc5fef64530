package plan

import (
	"slices"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
)

// An Edition is a PDF of the site: a pack, or one sheet, in one language or two
// side by side.
type Edition struct {
	Path  string
	Pack  *Pack            // nil for one of a sheet
	Entry *catalogue.Entry // nil for one of a pack
	Langs []string
}

// Choice says what `pack` would be asked to print the same. Named twice, an id
// means the sheet even where a pack is called so.
func (e Edition) Choice() Choice {
	if e.Entry != nil {
		return Choice{Names: []string{e.Entry.ID, e.Entry.ID}, Langs: e.Langs}
	}
	return Choice{Names: []string{e.Pack.ID}, Langs: e.Langs}
}

// PackPath returns the path of a pack's page in a language.
func (p *Plan) PackPath(pack *Pack, lang string) string { return lang + "/packs/" + pack.ID + ".html" }

// MyPackPath returns the path of the page with the reader's own pack.
func MyPackPath(lang string) string { return lang + "/my-pack.html" }

// PackEditions returns the PDFs of a pack: one in the languages that its file
// names, else one in each language of the site.
func (p *Plan) PackEditions(pack *Pack) []Edition {
	sets := [][]string{pack.Langs}
	if len(pack.Langs) == 0 {
		sets = nil
		for _, lang := range p.Langs {
			sets = append(sets, []string{lang})
		}
	}
	var all []Edition
	for _, langs := range sets {
		known := !slices.ContainsFunc(langs, func(lang string) bool { return !slices.Contains(p.Langs, lang) })
		if known && len(langs) <= sheet.MostLanguages { // else it is a finding
			all = append(all, Edition{Path: "packs/" + pack.ID + "." + strings.Join(langs, "-") + ".pdf", Pack: pack, Langs: langs})
		}
	}
	return all
}

// SheetEdition returns the PDF of a sheet in a language that has a file of it.
func (p *Plan) SheetEdition(e *catalogue.Entry, lang string) Edition {
	return Edition{Path: "sheets/" + e.ID + "." + lang + ".pdf", Entry: e, Langs: []string{lang}}
}

// Editions returns the PDFs that site.yaml asks for: of the packs unless it says
// no, of the sheets if it says yes.
func (p *Plan) Editions() []Edition {
	var all []Edition
	if p.Catalogue.Site.PDF.Packs.Text != "false" {
		for _, pack := range p.Packs {
			all = append(all, p.PackEditions(pack)...)
		}
	}
	if p.Catalogue.Site.PDF.Sheets.Text == "true" {
		for _, e := range p.Catalogue.Entries {
			for _, lang := range e.Langs() {
				all = append(all, p.SheetEdition(e, lang))
			}
		}
	}
	return slices.DeleteFunc(all, func(e Edition) bool { return output.Valid(e.Path) != nil })
}

// packs are the packs that have sheets, in the order of their ids.
func (p *Plan) packs() []*Pack {
	var packs []*Pack
	for _, file := range p.Catalogue.Packs {
		if pack := p.packOf(file); len(pack.Sessions) > 0 {
			packs = append(packs, pack)
		}
	}
	return packs
}

// packPages plans the list of packs, a page for each, and the reader's own.
func (p *Plan) packPages(lang string) []*Page {
	var pages []*Page
	if len(p.Packs) > 0 {
		pages = append(pages, &Page{Kind: Packs, Lang: lang, Path: lang + "/packs/index.html", Index: true})
	}
	for _, pack := range p.Packs {
		pages = append(pages, &Page{Kind: PackPage, Lang: lang, Path: p.PackPath(pack, lang), Pack: pack, Index: true})
	}
	return append(pages, &Page{Kind: MyPack, Lang: lang, Path: MyPackPath(lang)})
}
