package plan

import (
	"hash/fnv"
	"slices"
	"strconv"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
)

// cardsPerFile is how many sheets' texts one script of the reader's own pack holds, on
// average at most: some thirty kilobytes as sent. One file a sheet would be a third of
// all files of a site.
const cardsPerFile = 16

// Cards is a script that holds the texts of some sheets in one language, for the
// reader's own pack: the pages of those whose ids have the same number.
type Cards struct {
	Path  string
	Pages []*Page // of Kind Sheet
}

// CardFiles returns among how many scripts of a language the texts are spread, a power of two, so
// that most catalogues can grow by a sheet without another one moving.
func (p *Plan) CardFiles() int {
	n := 1
	for n*cardsPerFile < len(p.Catalogue.Entries) {
		n *= 2
	}
	return n
}

// cardNumber is the number of the script for an id: its FNV-1a hash, which
// layouts/my-pack.js computes too. A pack knows no more of its sheets than their ids.
func cardNumber(id string, files int) int {
	h := fnv.New32a()
	h.Write([]byte(id))
	return int(h.Sum32() % uint32(files))
}

const cardsFolder = "assets/cards/"

// Cards returns the scripts for the reader's own packs. Every page of a sheet is in one.
func (p *Plan) Cards() []Cards {
	files := p.CardFiles()
	all := make([]Cards, files*len(p.Langs))
	for i, lang := range p.Langs {
		for n := range files {
			all[i*files+n].Path = cardsFolder + lang + "/" + strconv.Itoa(n) + ".js"
		}
	}
	for _, page := range p.Pages {
		if page.Kind == Sheet {
			of := &all[slices.Index(p.Langs, page.Lang)*files+cardNumber(page.Entry.ID, files)]
			of.Pages = append(of.Pages, page)
		}
	}
	return all
}

// CardsAt returns the script at a path, without pages where there is none.
func (p *Plan) CardsAt(path string) Cards {
	name, ok := strings.CutPrefix(path, cardsFolder)
	lang, name, nested := strings.Cut(name, "/")
	number, script := strings.CutSuffix(name, ".js")
	n, err := strconv.Atoi(number)
	cards := Cards{Path: path}
	if !ok || !nested || !script || err != nil || strconv.Itoa(n) != number || !slices.Contains(p.Langs, lang) {
		return cards
	}
	files := p.CardFiles()
	for _, e := range p.Catalogue.Entries {
		if cardNumber(e.ID, files) == n {
			cards.Pages = append(cards.Pages, p.sheetPages(e, lang)...)
		}
	}
	return cards
}

// sheetPages returns the page of an entry in a language, nothing if another has taken its path.
func (p *Plan) sheetPages(e *catalogue.Entry, lang string) []*Page {
	if page := p.Page(p.SheetPath(e, lang)); page != nil && page.Kind == Sheet && page.Entry == e {
		return []*Page{page}
	}
	return nil
}
