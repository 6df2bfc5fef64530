package render

import (
	"html/template"
	"slices"
	"strconv"
	"strings"
	"sync"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edtf"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/vocab"
)

// A rowView is a practice in a list.
type rowView struct {
	ID        string
	Href      template.URL
	Hue       int
	Title     Text
	Summary   Text
	Meta      []Text // city, carrier, year
	Marks     string // DE FR EN
	Languages string // the same in words
	Only      string // where the page's language is missing
}

// A cell keeps a part of a page as HTML that is the same on many: a practice
// stands in a dozen lists of a language, and its row is the same in all that lie
// two folders deep.
type cell struct {
	once sync.Once
	html template.HTML
}

// listDepth is the folder that rows are made for: <lang>/<facet>/.
const listDepth = 2

// rowsOf returns the rows of entries, each as HTML.
func (c *context) rowsOf(entries []*catalogue.Entry) []template.HTML {
	rows := make([]template.HTML, len(entries))
	for i, e := range entries {
		if strings.Count(c.dir, "/") != listDepth {
			rows[i] = c.row(e, c.dir)
			continue
		}
		k := &c.language.rows[c.order[e]]
		k.once.Do(func() { k.html = c.row(e, c.Lang+"//") })
		rows[i] = k.html
	}
	return rows
}

// row makes a row for pages in a folder.
func (c *context) row(e *catalogue.Entry, dir string) template.HTML {
	path := c.plan.SheetPath(e, c.Lang)
	v := rowView{ID: e.ID, Href: template.URL(relative(dir, path)), Title: c.text(e.Title(c.Lang)), Summary: c.text(e.Summary(c.Lang))}
	o := e.Original
	if len(o.Themes) > 0 {
		v.Hue = c.hues[o.Themes[0].Text]
	}
	for _, place := range e.Places() {
		v.Meta = append(v.Meta, c.label("places", place))
	}
	if n := len(v.Meta); n > 4 {
		v.Meta = append(v.Meta[:3], Text{Text: "+" + c.Int(n-3)})
	}
	if carrier := c.carrierOf(e); carrier.Text != "" {
		v.Meta = append(v.Meta, carrier)
	}
	if years := c.years(o.Period); years != "" {
		v.Meta = append(v.Meta, Text{Text: years})
	}
	langs := e.Langs()
	names := make([]string, len(langs))
	for i, lang := range langs {
		names[i] = c.LanguageName(lang)
	}
	v.Marks = strings.ToUpper(strings.Join(langs, " "))
	v.Languages = c.T("list.languages", "languages", c.Join(names))
	if !slices.Contains(langs, c.Lang) && len(langs) > 0 {
		v.Only = c.T("list.only", "languages", c.Join(names))
	}
	return c.run("row", v)
}

// carrierOf is the name of the carrier in a language, else its kind.
func (c *context) carrierOf(e *catalogue.Entry) Text {
	for _, f := range []*sheet.Sheet{e.File(c.Lang), e.Original} {
		if f != nil && f.Carrier.Name.Stated() {
			return c.text(f.Carrier.Name)
		}
	}
	if kind := e.Original.Carrier.Kind.Text; kind != "" {
		return c.label("carriers", kind)
	}
	return Text{}
}

// years are the years of a period, which is enough to tell rows apart.
func (c *context) years(p sheet.Period) string {
	switch {
	case strings.Contains(p.Single.Text, "/"):
		return c.Period(p.Single.Text, "", "")
	case p.Single.Stated():
		return year(p.Single)
	case !p.To.Stated():
		return year(p.From)
	}
	return c.Period("", year(p.From), year(p.To))
}

func year(v sheet.Value) string {
	d, err := edtf.Parse(v.Text)
	if err != nil || d.Precision() < edtf.Year {
		return v.Text
	}
	return strconv.Itoa(d.Year())
}

// A pager leads through the pages of a series.
type pager struct {
	PageOf         string
	Previous, Next template.URL
	Pages          []pageLink
}

type pageLink struct {
	Href    template.URL
	Number  string
	Current bool
	Gap     bool // stands for pages left out
}

// pages links to the first, the last and the neighbouring pages.
func (c *context) pages() pager {
	series, n := c.page.Series, c.page.Number
	if len(series) < 2 {
		return pager{}
	}
	v := pager{PageOf: c.T("list.page", "page", c.Int(n), "pages", c.Int(len(series)))}
	if n > 1 {
		v.Previous = c.href(series[n-2])
	}
	if n < len(series) {
		v.Next = c.href(series[n])
	}
	for i := range series {
		number := i + 1
		if number != 1 && number != len(series) && (number < n-2 || number > n+2) {
			if !v.Pages[len(v.Pages)-1].Gap {
				v.Pages = append(v.Pages, pageLink{Gap: true})
			}
			continue
		}
		v.Pages = append(v.Pages, pageLink{Href: c.href(series[i]), Number: c.Int(number), Current: number == n})
	}
	return v
}

// numbered is the title of a page of a series: from the second on with its number.
func (c *context) numbered(title string) string {
	if c.page.Number < 2 {
		return title
	}
	return title + " (" + c.T("list.page", "page", c.Int(c.page.Number), "pages", c.Int(len(c.page.Series))) + ")"
}

// listView is what list.html is given.
type listView struct {
	pager
	Count  string
	Facets template.HTML // the same on all pages of the list
	Rows   []template.HTML
	Data   template.URL // of list.js
}

func (c *context) list() (title string, view any) {
	v := listView{pager: c.pages(), Count: c.N("list.count", c.page.Total), Facets: c.browse(), Rows: c.rowsOf(c.page.Rows)}
	files, err := c.narrow()
	if err != nil {
		c.failed = err
		return "", nil
	}
	v.Data = c.href(files[0].Path)
	return c.numbered(c.T("list.title")), v
}

// browse lists the terms of all facets, as they stand beside the list.
func (c *context) browse() template.HTML {
	k := &c.language.facets
	k.once.Do(func() {
		var facets []termList
		for _, facet := range plan.Facets {
			if terms := c.termList(facet, c.plan.Counts(facet), false); len(terms.Terms) > 0 {
				terms.Label = c.T("facets." + facet)
				facets = append(facets, terms)
			}
		}
		k.html = c.run("facets", facets)
	})
	return k.html
}

// A termList is some terms with their numbers.
type termList struct {
	Label string
	Class string
	Terms []termRow
}

type termRow struct {
	Href     template.URL
	Label    Text
	About    Text
	Count    int
	Number   string
	Hue      int
	Narrower *termList
}

// termList lists terms that have practices; with what they are about, where asked for.
func (c *context) termList(facet string, counts []plan.TermCount, about bool) termList {
	var v termList
	for _, t := range counts {
		row := termRow{
			Href: c.href(c.plan.TermPath(facet, t.Key, c.Lang)), Label: c.termLabel(facet, t.Key, t.Term), Count: t.Count, Number: c.Int(t.Count),
		}
		if facet == "themes" {
			row.Hue = c.hues[t.Key]
		}
		if about && t.Term != nil {
			row.About = c.text(t.Term.About.In(c.Lang))
		}
		if len(t.Narrower) > 0 {
			narrower := c.termList(facet, t.Narrower, about)
			row.Narrower = &narrower
		}
		v.Terms = append(v.Terms, row)
	}
	if facet == "places" || facet == "audiences" || facet == "carriers" {
		slices.SortStableFunc(v.Terms, func(a, b termRow) int { return c.Compare(a.Label.Text, b.Label.Text) })
	}
	return v
}

// termLabel names a term; types and statuses are words of the interface.
func (c *context) termLabel(facet, key string, t *vocab.Term) Text {
	switch {
	case facet == "types":
		return Text{Text: c.Value("type", key)}
	case facet == "status":
		return Text{Text: c.Value("status", key)}
	case t == nil:
		return c.label(facet, key)
	}
	return c.text(t.Name(c.Lang))
}

// termsView is what terms.html is given: all terms of a facet, places by country.
type termsView struct {
	Title  string
	Groups []termList
}

func (c *context) termsPage() (title string, view any) {
	facet := c.page.Facet
	v := termsView{Title: c.T("facets." + facet)}
	counts := c.plan.Counts(facet)
	if facet != "places" {
		if len(counts) > 0 {
			v.Groups = []termList{c.termList(facet, counts, true)}
			v.Groups[0].Class = "wide"
		}
		return v.Title, v
	}
	v.Groups = c.byCountry()
	return v.Title, v
}

// byCountry lists the places of each country.
func (c *context) byCountry() []termList {
	var groups []termList
	byCountry := map[string][]plan.TermCount{}
	var countries []string
	for _, t := range c.plan.Counts("places") {
		country := ""
		if t.Term != nil {
			country = t.Term.Country.Text
		}
		if byCountry[country] == nil {
			countries = append(countries, country)
		}
		byCountry[country] = append(byCountry[country], t)
	}
	slices.SortFunc(countries, func(a, b string) int { return c.Compare(c.CountryName(a), c.CountryName(b)) })
	for _, country := range countries {
		group := c.termList("places", byCountry[country], false)
		group.Class = "columns"
		group.Label = c.CountryName(country)
		groups = append(groups, group)
	}
	return groups
}

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
}

func (c *context) term() (title, description string, view any) {
	p := c.page
	v := termView{
		pager: c.pages(), Up: c.href(c.Lang + "/" + p.Facet + "/index.html"), Facet: c.T("facets." + p.Facet),
		Title: c.termLabel(p.Facet, p.Key, p.Term), Count: c.N("list.count", p.Total),
		Rows: c.rowsOf(p.Rows), Also: c.rowsOf(p.Also),
	}
	if p.Term != nil {
		v.About = c.text(p.Term.About.In(c.Lang))
		v.Facts = c.termFacts(p)
	}
	if p.Facet == "themes" {
		v.Hue = c.hues[p.Key]
	}
	return c.numbered(v.Title.Text), v.About.Text, v
}

// termFacts are the terms above and below a theme, and what is known of a place.
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
	if p.Facet == "themes" {
		if p.Term.Broader.Stated() {
			add("term.broader", []Link{c.facetTerm("themes", p.Term.Broader.Text)})
		}
		var narrower []Link
		for _, n := range scheme.Narrower(p.Key) {
			if link := c.facetTerm("themes", n.Key); link.Href != "" {
				narrower = append(narrower, link)
			}
		}
		add("term.narrower", narrower)
	}
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
		links = append(links, Link{Text: c.label("networks", k.Text)})
	}
	return links
}

// registerView is what register.html is given.
type registerView struct {
	pager
	Count        string
	Partnerships []partnershipRow
}

type partnershipRow struct {
	Name       Link
	Places     []Link
	Period     string
	Activities []Text
}

func (c *context) register() (title string, view any) {
	v := registerView{pager: c.pages(), Count: c.N("register.count", c.page.Total)}
	for _, e := range c.page.Rows {
		row := partnershipRow{Name: c.sheetLink(e), Period: c.period(e.Original.Period)}
		for _, key := range slices.Concat(e.Places(), e.PartnerPlaces()) {
			row.Places = append(row.Places, c.facetTerm("places", key))
		}
		for _, a := range e.Original.Activities {
			if kind := a.Kind.Text; kind != "" {
				if label := c.label("activities", kind); !slices.Contains(row.Activities, label) {
					row.Activities = append(row.Activities, label)
				}
			}
		}
		v.Partnerships = append(v.Partnerships, row)
	}
	return c.numbered(c.T("register.title")), v
}
