package render

import (
	"html/template"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
)

// termView is what term.html is given.
type termView struct {
	pager
	Up    template.URL
	Facet string
	Title Text
	About Text
	Hue   int
	Facts []Fact
	Count string
	Rows  []template.HTML
	Also  []template.HTML

	Narrow template.URL // of the list of all entries, where other facets can be chosen too
}

func (c *context) term() (title, description string, view any) {
	p := c.page
	v := termView{
		pager: c.pages(), Up: c.href(c.Lang + "/" + p.Facet + "/index.html"), Facet: c.T("facets." + p.Facet),
		Title: c.termLabel(p.Facet, p.Key, p.Term), Count: c.N("list.count", p.Total),
		Rows: c.rowsOf(p.Rows), Also: c.rowsOf(p.Also),
	}
	v.Narrow = c.href(c.Lang+"/sheets/index.html") + template.URL("?"+parameters[p.Facet]+"="+p.Key)
	if p.Term != nil {
		v.About = c.text(p.Term.About.In(c.Lang))
		v.Facts = c.termFacts(p)
	}
	if p.Facet == "themes" {
		v.Hue = c.hues[p.Key]
	}
	return c.numbered(v.Title.Text), v.About.Text, v
}

// termFacts are the terms above and below one, and what is known of a place.
func (c *context) termFacts(p *plan.Page) []Fact {
	var facts []Fact
	add := func(key string, values []Link) {
		if len(values) > 0 {
			facts = append(facts, Fact{c.T(key), values})
		}
	}
	scheme := c.catalogue.Vocabulary.Scheme(p.Facet)
	if scheme == nil {
		return nil
	}
	if p.Term.Broader.Stated() {
		add("term.broader", []Link{c.facetTerm(p.Facet, p.Term.Broader.Text)})
	}
	var narrower []Link
	for _, n := range scheme.Narrower(p.Key) {
		if link := c.facetTerm(p.Facet, n.Key); link.Href != "" {
			narrower = append(narrower, link)
		}
	}
	add("term.narrower", narrower)
	if p.Facet == "places" {
		if kind, country := p.Term.Kind.Text, p.Term.Country.Text; kind != "" && kind != "country" && country != "" {
			facts = append(facts, Fact{c.Field("carrier.place"), []Link{plain(c.T("term.place", "kind", c.Value("kind", kind), "country", c.CountryName(country)))}})
		}
		add("term.networks", c.networks(p.Term.Networks))
	}
	return facts
}

func (c *context) networks(keys []field.Value) []Link {
	var links []Link
	for _, k := range keys {
		links = append(links, c.explanation("networks", k.Text))
	}
	return links
}
