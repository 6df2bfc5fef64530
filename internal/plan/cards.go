package plan

import (
	"hash/fnv"
	"slices"
	"strconv"
	"strings"
)

// cardsPerFile is how many sheets' texts one script of the reader's own pack holds, on
// average at most: some thirty kilobytes as sent. One file a sheet would be a third of
// all files of a site.
const cardsPerFile = 16

// Cards are scripts that hold the texts of some sheets, one a language, for the
// reader's own pack: the pages of those whose ids have the same number.
type Cards struct {
	Paths  []string  // by the order of the languages
	Sheets [][]*Page // of each sheet by the order of the languages, of Kind Sheet; nil where it has no page
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
	entries, langs := p.Catalogue.Entries, len(p.Langs)
	pages := make([]*Page, len(entries)*langs)
	for _, page := range p.Pages {
		if page.Kind == Sheet {
			pages[page.Entry.Number*langs+slices.Index(p.Langs, page.Lang)] = page
		}
	}
	all := make([]Cards, p.CardFiles())
	for n := range all {
		for _, lang := range p.Langs {
			all[n].Paths = append(all[n].Paths, cardsFolder+lang+"/"+strconv.Itoa(n)+".js")
		}
	}
	for i, e := range entries {
		of := &all[cardNumber(e.ID, len(all))]
		of.Sheets = append(of.Sheets, pages[i*langs:(i+1)*langs])
	}
	return all
}

// CardsAt returns the pages whose texts the script at a path holds, none where there is no such script.
func (p *Plan) CardsAt(path string) []*Page {
	if !strings.HasPrefix(path, cardsFolder) {
		return nil
	}
	for _, c := range p.Cards() {
		if i := slices.Index(c.Paths, path); i >= 0 {
			return c.In(i)
		}
	}
	return nil
}

// In returns the pages of one language, by its number.
func (c Cards) In(lang int) []*Page {
	var pages []*Page
	for _, sheet := range c.Sheets {
		if sheet[lang] != nil {
			pages = append(pages, sheet[lang])
		}
	}
	return pages
}
