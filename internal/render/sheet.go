package render

import (
	"cmp"
	"html/template"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edtf"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
)

// sheetView is what sheet.html is given.
type sheetView struct {
	ID           string
	Title        Text
	Summary      Text
	Type         string
	TypeHref     template.URL
	Tabs         []tab
	Notices      []notice
	Facts        []Fact
	Map          drawing
	Images       []figure
	Parts        []part
	About        []Fact
	Completeness string
	PDFs         []pdfLink
	Suggest      template.URL
}

// A tab is a theme at the edge of the card.
type tab struct {
	Href  template.URL
	Label Text
	Hue   int
}

// A figure is an image with its words.
type figure struct {
	Src           template.URL
	Srcset        template.Srcset // smaller versions, "" without
	Sizes         string
	Alt, Credit   Text
	Width, Height int
}

func (c *context) sheet() (title, description string, view any) {
	e := c.page.Entry
	if c.view == nil {
		c.view = new(sheet.Sheet)
	}
	s := c.practice.view(c.Lang, c.view)
	c.files = sheetFolder(e)
	v := sheetView{
		ID: e.ID, Title: c.text(e.Title(c.Lang)), Summary: c.text(e.Summary(c.Lang)),
		Type: c.Value("type", e.Type()), TypeHref: c.facetTerm("types", e.Type()).Href,
		Notices: c.notices(e.State(c.Lang), e.Original.Lang, e.Langs()),
		Facts:   c.facts(e, s), Map: c.locator(), Images: c.imagesOf(e, s), Parts: c.parts(e, s), About: c.about(e, s), Suggest: c.suggest(e),
	}
	if e.File(c.Lang) != nil {
		v.PDFs = c.pdf(c.plan.SheetEdition(e, c.Lang))
	}
	v.Tabs = c.tabSlab.room(len(s.Themes))
	for _, theme := range distinct(s.Themes) {
		if link := c.facetTerm("themes", theme.Text); link.Href != "" {
			v.Tabs = append(v.Tabs, tab{link.Href, link.Text, c.hues[theme.Text]})
		}
	}
	if parts := e.Completeness(); parts != nil {
		stated := 0
		for _, part := range parts {
			if part {
				stated++
			}
		}
		v.Completeness = c.T("sheet.completeness", "n", c.Int(stated), "total", c.Int(len(parts)))
	}
	return v.Title.Text, v.Summary.Text, v
}

// facts are what a reader learns at a glance. The form shows what is not
// stated too, the other types only what they have. An event begins with time and place.
func (c *context) facts(e *catalogue.Entry, s *sheet.Sheet) []Fact {
	period := Fact{Label: c.Field("period")}
	if text := c.period(s.Period); text != "" {
		period.Values = c.linkSlab.of(plain(text))
	}
	place := Fact{c.Field("carrier.place"), c.terms("places", s.Carrier.Place)}
	first, last := c.carrierFact(e, s), period
	if e.Type() == "event" {
		first, last = last, first
	}
	all := append(c.factSlab.room(10), first, place, last,
		Fact{c.Field("status"), c.statusLinks(s.Status)},
		Fact{c.Field("themes"), c.terms("themes", s.Themes)},
		Fact{c.Field("audience"), c.terms("audiences", s.Audience)},
		Fact{c.Field("offered_languages"), c.languageNames(distinct(s.OfferedLanguages))},
	)
	all = append(all, c.glances(e, s)...)
	if e.Type() == "sheet" {
		return all
	}
	var stated []Fact
	for _, f := range all {
		if len(f.Values) > 0 {
			stated = append(stated, f)
		}
	}
	return stated
}

// glances are what is looked for most and stands further down: who took the practice over, from whom
// it was taken over, and whom to ask. What is not stated is said there.
func (c *context) glances(e *catalogue.Entry, s *sheet.Sheet) []Fact {
	var by, from []Link
	for _, a := range s.Adopted {
		for _, key := range adoptedPlaces(c.catalogue, a) {
			by = append(by, c.facetTerm("places", key))
		}
	}
	for _, r := range e.Relations {
		if r.Kind == catalogue.AdoptedFrom {
			from = append(from, c.terms("places", r.From.Original.Carrier.Place)...)
		}
	}
	facts := c.factSlab.room(3)
	if by != nil {
		facts = append(facts, Fact{c.T("sheet.adopted"), by})
	}
	if from != nil {
		facts = append(facts, Fact{c.T("sheet.adopted_from"), from})
	}
	if name := cmp.Or(c.text(s.Contact.Office), c.text(s.Contact.Person)); name.Text != "" {
		facts = append(facts, Fact{c.Field("contact"), c.linkSlab.of(Link{Href: "#contact", Text: name})})
	}
	return facts
}

// carrierFact is the carrier in a word: the name, else the kind. Of types that have no part for it, it is all that is said of the carrier.
func (c *context) carrierFact(e *catalogue.Entry, s *sheet.Sheet) Fact {
	name, kind, url := s.Carrier.Name, s.Carrier.Kind, s.Carrier.URL
	whole := e.Type() != "sheet"
	values := c.linkSlab.room(2)
	if name.Stated() {
		values = append(values, web(url.Text, c.text(name)))
	}
	if kind.Stated() && (whole || !name.Stated()) {
		values = append(values, c.facetTerm("carriers", kind.Text))
	}
	if link := web(url.Text, Text{Text: config.Bare(url.Text)}); whole && !name.Stated() && link.Href != "" {
		values = append(values, link)
	}
	return Fact{c.Field("carrier"), values}
}

func (c *context) statusLinks(status sheet.Value) []Link {
	if !status.Stated() {
		return nil
	}
	link := c.facetTerm("status", status.Text)
	link.Text = Text{Text: c.Value("status", status.Text)}
	return c.linkSlab.of(link)
}

func (c *context) languageNames(codes []sheet.Value) []Link {
	var links []Link
	for _, code := range codes {
		links = append(links, plain(c.LanguageName(code.Text)))
	}
	return links
}

func (c *context) period(p sheet.Period) string {
	return c.Period(p.Single.Text, p.From.Text, p.To.Text)
}

// day words a date of the entry; what is no date is shown as it is written.
func (c *context) day(v sheet.Value) string {
	d, err := edtf.Parse(v.Text)
	if err != nil {
		return v.Text
	}
	return c.Date(d)
}

func (c *context) imagesOf(e *catalogue.Entry, s *sheet.Sheet) []figure {
	var figures []figure
	for _, i := range s.Images {
		p, ok := c.images.at(c.files, i.File.Text)
		if !ok {
			continue
		}
		f := figure{Src: c.href(p.path), Alt: c.text(i.Alt), Width: p.width, Height: p.height}
		f.Srcset, f.Sizes = c.sources(p, sizesOnCard)
		if i.Credit.Stated() {
			f.Credit.Text = c.T("sheet.credit", "credit", i.Credit.Text)
		}
		figures = append(figures, f)
	}
	return figures
}

// about are the dates of the entry and the address that stays. Whether the form was
// confirmed is said in any case.
func (c *context) about(e *catalogue.Entry, s *sheet.Sheet) []Fact {
	facts := c.factSlab.room(4)
	for _, d := range [3]struct {
		key   string
		value sheet.Value
	}{{"published", s.Published}, {"updated", s.Updated}, {"reviewed", s.Reviewed}} {
		if d.value.Stated() && (d.key != "updated" || s.Updated.Text != s.Published.Text) {
			facts = append(facts, Fact{c.Field(d.key), c.linkSlab.of(plain(c.day(d.value)))})
		} else if d.key == "reviewed" && e.Type() == "sheet" {
			facts = append(facts, Fact{Label: c.Field(d.key)})
		}
	}
	permalink := c.plan.Permalink(e, c.Lang)
	return append(facts, Fact{c.T("sheet.permalink"), c.linkSlab.of(Link{Href: c.href(permalink), Text: Text{Text: config.Bare(c.url(permalink))}})})
}
