package render

import (
	"html/template"
	"slices"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
)

// homeView is what home.html is given: the index itself.
type homeView struct {
	Title     Text
	Count     string
	Places    string
	About     Link // to the page that says what the catalogue is, where there is one
	Search    template.URL
	Questions []Link
	Themes    termList
	Cities    termList
	Map       drawing
	MapHref   template.URL
	Audiences termList
	Newest    []template.HTML
	Changed   []template.HTML
	New       template.URL
	All       template.URL
}

// How many practices the home page shows: those that were added last, and of those
// that changed since they were added.
const (
	newestRows  = 5
	changedRows = 3
)

func (c *context) home() (title string, view any) {
	var about Link
	if p := c.catalogue.Page("about"); p != nil {
		about = Link{Href: c.href(c.plan.FreePath(p, c.Lang)), Text: c.text(p.Title(c.Lang))}
	}
	all := c.plan.Newest
	newest := all[:min(len(all), newestRows)]
	return "", homeView{
		Map:       c.drawing(nil),
		MapHref:   c.href(c.Lang + "/map.html"),
		Title:     c.title,
		Count:     c.N("home.count", len(all)),
		Places:    c.N("home.places", len(c.plan.Counts("places"))),
		About:     about,
		Search:    c.href(plan.SearchPath(c.Lang)),
		Questions: c.questions(),
		Themes:    c.most("themes", homeTerms),
		Cities:    c.most("places", homeTerms),
		Audiences: c.most("audiences", homeTerms),
		Newest:    c.rowsOf(newest),
		Changed:   c.rowsOf(c.changedSince(newest)),
		New:       c.href(c.Lang + "/new.html"),
		All:       c.href(c.Lang + "/sheets/index.html"),
	}
}

// changedSince are practices that changed after they were added, the latest first, besides
// those that are shown anyway.
func (c *context) changedSince(shown []*catalogue.Entry) []*catalogue.Entry {
	entries := slices.DeleteFunc(byChange(c.catalogue.Entries), func(e *catalogue.Entry) bool {
		return added(e) || slices.Contains(shown, e)
	})
	return entries[:min(len(entries), changedRows)]
}

// questions are what readers come with, each with the page that answers it, as far as there is one.
func (c *context) questions() []Link {
	var links []Link
	for _, q := range []struct{ text, path string }{
		{c.T("home.what_new"), "new.html"},
		{c.T("home.what_adopted"), "transfers.html"},
		{c.T("home.who_partners"), "partnerships.html"},
		{c.T("home.where"), "map.html"},
		{c.T("home.what_current"), "status/current.html"},
		{c.T("home.what_easy"), "efforts/low.html"},
	} {
		page := c.plan.Page(c.Lang + "/" + q.path)
		if page != nil && (page.Kind != plan.Register || page.Total > 0) {
			links = append(links, Link{Href: c.href(page.Path), Text: Text{Text: q.text}})
		}
	}
	return links
}
