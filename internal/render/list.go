package render

import (
	"cmp"
	"html/template"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edtf"
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
		k := &c.language.rows[e.Number]
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
	places := e.Places()
	v.Meta = make([]Text, 0, len(places)+2)
	for _, place := range places {
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
	spoken := c.spokenIn(e.Langs())
	v.Marks, v.Languages, v.Only = spoken.marks, spoken.names, spoken.only
	return c.run("row", v)
}

// spoken is what rows say of the languages of a practice, which are the same for most.
type spoken struct {
	langs              []string
	marks, names, only string
}

func (c *context) spokenIn(langs []string) *spoken {
	if last := c.language.spoken.Load(); last != nil && slices.Equal(last.langs, langs) {
		return last
	}
	names := make([]string, len(langs))
	for i, lang := range langs {
		names[i] = c.LanguageName(lang)
	}
	s := &spoken{langs: langs, marks: strings.ToUpper(strings.Join(langs, " ")), names: c.T("list.languages", "languages", c.Join(names))}
	if !slices.Contains(langs, c.Lang) && len(langs) > 0 {
		s.only = c.T("list.only", "languages", c.Join(names))
	}
	c.language.spoken.Store(s)
	return s
}

// carrierOf is the name of the carrier in a language, else its kind.
func (c *context) carrierOf(e *catalogue.Entry) Text {
	for _, f := range []*sheet.Brief{e.File(c.Lang), e.Original} {
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
	data, err := c.narrow()
	if err != nil {
		c.failed = err
		return "", nil
	}
	v.Data = c.href(data)
	return c.numbered(c.T("list.title")), v
}

// browse lists the terms of all facets, as they stand beside the list.
func (c *context) browse() template.HTML {
	k := &c.language.facets
	k.once.Do(func() {
		var facets []termList
		for _, facet := range plan.Browsed {
			if terms := c.most(facet, facetTerms); len(terms.Terms) > 0 {
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
	Label  string
	Class  string
	Terms  []termRow
	All    template.URL // of the page with all terms, where these are some
	Number string       // of all terms
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
	v := termList{Terms: make([]termRow, 0, len(counts))}
	for _, t := range c.sorted(facet, counts) {
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
	return v
}

// How many terms of a facet stand on other pages than their own: those with most practices.
const (
	facetTerms = 30 // beside the list of all entries
	homeTerms  = 24 // on the home page
)

// most lists the terms of a facet with most practices, in their usual order, with the way to
// all of them where there are more.
func (c *context) most(facet string, n int) termList {
	counts := c.plan.Counts(facet)
	if len(counts) <= n {
		return c.termList(facet, counts, false)
	}
	chosen := byCount(counts)[:n]
	slices.Sort(chosen)
	most := make([]plan.TermCount, n)
	for i, at := range chosen {
		most[i] = counts[at]
	}
	v := c.termList(facet, most, false)
	v.All, v.Number = c.href(c.Lang+"/"+facet+"/index.html"), c.Int(len(counts))
	return v
}

// termLabel names a term; what is in no vocabulary has words of the interface.
func (c *context) termLabel(facet, key string, t *vocab.Term) Text {
	switch {
	case facet == "types":
		return Text{Text: c.Value("type", key)}
	case facet == "status":
		return Text{Text: c.Value("status", key)}
	case facet == "efforts":
		return Text{Text: c.Value("effort", key)}
	case facet == "countries":
		return Text{Text: c.CountryName(strings.ToUpper(key))}
	case facet == "languages":
		return Text{Text: c.LanguageName(key)}
	case facet == "years":
		return Text{Text: key}
	case t == nil:
		return c.label(facet, key)
	}
	return c.text(t.Name(c.Lang))
}

// termsView is what terms.html is given: all terms of a facet, places by country.
type termsView struct {
	pager
	Title  string
	Groups []termList
}

func (c *context) termsPage() (title string, view any) {
	facet := c.page.Facet
	v := termsView{Title: c.T("facets." + facet), pager: c.pages()}
	first := (c.page.Number - 1) * plan.TermsSize
	switch counts := c.plan.Counts(facet); {
	case facet == "places":
		v.Groups = c.byCountry(counts, first, plan.TermsSize)
	case len(counts) > 0:
		all := c.termList(facet, c.sorted(facet, counts)[first:min(first+plan.TermsSize, len(counts))], true)
		all.Class = "wide"
		v.Groups = []termList{all}
	}
	return c.numbered(v.Title), v
}

// byCountry lists places under their countries: n of them from the first on.
func (c *context) byCountry(counts []plan.TermCount, first, n int) []termList {
	byCountry := map[string][]plan.TermCount{}
	for _, t := range counts {
		country := ""
		if t.Term != nil {
			country = t.Term.Country.Text
		}
		byCountry[country] = append(byCountry[country], t)
	}
	countries := slices.SortedFunc(maps.Keys(byCountry), func(a, b string) int {
		return cmp.Or(c.Compare(c.CountryName(a), c.CountryName(b)), cmp.Compare(a, b))
	})
	var groups []termList
	for _, country := range countries {
		places := byCountry[country]
		from, to := min(max(first, 0), len(places)), min(max(first+n, 0), len(places))
		first -= len(places)
		if from < to {
			group := c.termList("places", c.sorted("places", places)[from:to], false)
			group.Class, group.Label = "columns", c.CountryName(country)
			groups = append(groups, group)
		}
	}
	return groups
}
