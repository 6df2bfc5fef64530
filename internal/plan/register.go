package plan

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edtf"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
)

func kept(entries []*catalogue.Entry, keep func(*catalogue.Entry) bool) []*catalogue.Entry {
	return slices.DeleteFunc(slices.Clone(entries), func(e *catalogue.Entry) bool { return !keep(e) })
}

// register plans the register of partnerships in every order, each with pages of its own: so it is
// sorted without a script, over all of its pages. Search engines need only the first one.
func (p *Plan) register(lang string, entries []*catalogue.Entry) []*Page {
	partnerships := kept(entries, func(e *catalogue.Entry) bool { return e.Type() == "partnership" })
	pages := series(Page{Kind: Register, Lang: lang, Path: RegisterPath(lang, "")}, partnerships, nil, termPath)
	for _, order := range Orders {
		pages = append(pages, series(Page{Kind: Register, Lang: lang, Order: order, Path: RegisterPath(lang, order)}, p.ordered(partnerships, lang, order), nil, termPath)...)
	}
	return pages
}

// RegisterPath returns the path of the register's first page in an order, "" by name.
func RegisterPath(lang, order string) string {
	if order == "" {
		return lang + "/partnerships.html"
	}
	return lang + "/partnerships-" + order + ".html"
}

// ordered sorts partnerships by their first place, or by when they began, the latest
// first; those that state none come last, equal ones stay in the order of titles.
func (p *Plan) ordered(entries []*catalogue.Entry, lang, order string) []*catalogue.Entry {
	key := p.key(lang)
	if order == "period" {
		key = func(day string) string { return day }
	}
	rows := make([]row, len(entries))
	for i, e := range entries {
		stated := p.orderKey(e, lang, order)
		rows[i] = row{key: key(stated), title: stated, at: i}
	}
	slices.SortStableFunc(rows, func(a, b row) int {
		if last := cmp.Compare(empty(a.title), empty(b.title)); last != 0 {
			return last
		}
		if order == "period" {
			a, b = b, a
		}
		return compareRows(a, b)
	})
	sorted := make([]*catalogue.Entry, len(rows))
	for i, r := range rows {
		sorted[i] = entries[r.at]
	}
	return sorted
}

func empty(key string) int {
	if key == "" {
		return 1
	}
	return 0
}

func (p *Plan) orderKey(e *catalogue.Entry, lang, order string) string {
	if order == "period" {
		return beginning(e.Original.Period)
	}
	for _, key := range slices.Concat(e.Places(), e.PartnerPlaces()) {
		if t := p.Catalogue.Vocabulary.Term("places", key); t != nil {
			return t.Name(lang).Text
		}
	}
	return ""
}

// beginning is the first day of a period as a text that sorts like it, "" where there is none.
func beginning(p sheet.Period) string {
	single, _, _ := strings.Cut(p.Single.Text, "/")
	d, err := edtf.Parse(cmp.Or(p.From.Text, single, p.To.Text))
	if err != nil {
		return ""
	}
	const before = 1_000_000_000 // days, more than any year that can be written lies before 1970
	return fmt.Sprintf("%010d", int(d.Earliest())+before)
}
