package search

import (
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/markdown"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/search/expert"
)

// Expert answers a query in bleve's query language over all fields, by ids,
// from an index in a folder of state.
func Expert(o Options, state, query string) ([]expert.Hit, error) {
	entries := order(o.Plan.Catalogue)
	docs := make([]expert.Document, len(entries))
	r := o.reader()
	for i, e := range entries {
		view := e.View(o.Lang)
		d := expert.Document{ID: e.ID, Texts: map[string]string{}, Keys: map[string][]string{}}
		for _, t := range view.Tracked() {
			var parts []string
			for _, v := range t.Values {
				parts = append(parts, markdown.Parse(v.Text, markdown.Options{Lang: v.Lang}).Plain())
			}
			d.Texts[t.Path] = strings.Join(parts, "\n")
		}
		d.Texts["title"], d.Texts["summary"] = e.Title(o.Lang).Text, e.Summary(o.Lang).Text
		for name, text := range map[string]string{"carrier": view.Carrier.Name.Text, "contact": view.Contact.Office.Text} {
			if text != "" {
				d.Texts[name] = text
			}
		}
		for _, facet := range plan.Facets {
			d.Keys[facet] = o.Plan.Keys(facet, e)
		}
		d.Keys["langs"] = e.Langs()
		d.Texts["all"] = r.text(r.document(e, new(scratch)))
		docs[i] = d
	}
	return expert.Search(state, o.Lang, docs, query)
}

// text is all of a document, with the labels of its terms.
func (r reader) text(d document) string {
	parts := make([]string, len(d.passages))
	for i, p := range d.passages {
		parts[i] = p.text
	}
	return strings.Join(parts, "\n")
}
