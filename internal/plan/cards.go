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
	if strings.HasPrefix(path, cardsFolder) {
		for _, c := range p.Cards() {
			if c.Path == path {
				return c
			}
		}
	}
	return Cards{}
}
