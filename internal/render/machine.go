package render

import (
	"encoding/json"
	"fmt"
	"html/template"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
)

// machines is what a page says to programs. A fallback says nothing: it is its
// original's page, and that one speaks.
type machines struct {
	Feed       string      // path of the language's feed
	Finder     string      // path of what browsers search the site by
	Site       Text        // its title
	Graph      *graph      // Open Graph, see ogp.me
	LinkedData template.JS // of a practice or a pack: schema.org as JSON-LD
}

// A graph is what a messenger shows of a link.
type graph struct {
	Type, Title, Description, URL, Site, Locale string
	Image, ImageAlt                             string
	Others                                      []string // locales in which the page exists too
}

func (c *context) machines(title, description string) machines {
	p := c.page
	if p.Kind == plan.NotFound || p.Kind == plan.Redirect {
		return machines{}
	}
	m := machines{Feed: feedPath(c.Lang), Site: c.title}
	if c.site.BaseURL.Stated() {
		m.Finder = finderPath(c.Lang)
	}
	if !p.Index {
		return m
	}
	m.Graph = &graph{
		Type: "website", Title: title, Description: description,
		URL: c.site.URL(p.Canonical), Site: c.title.Text, Locale: c.Territory(),
	}
	picture := c.poster(c.page, c.Lang)
	m.Graph.Image, m.Graph.ImageAlt = c.site.URL(picture.path), picture.alt
	for _, a := range p.Alternates {
		if a.Real && a.Lang != p.Lang {
			m.Graph.Others = append(m.Graph.Others, c.languages[a.Lang].Territory())
		}
	}
	if p.Kind == plan.Sheet {
		m.Graph.Type = "article"
		m.LinkedData = c.linkedData(p.Entry)
	}
	if p.Kind == plan.PackPage {
		m.LinkedData = c.linkedPack(p.Pack)
	}
	return m
}

// A work is a practice's page in the words of schema.org. All addresses are absolute.
type work struct {
	Context     string       `json:"@context,omitempty"`
	Type        string       `json:"@type"`
	ID          string       `json:"@id"`
	InLanguage  string       `json:"inLanguage,omitempty"`
	Name        string       `json:"name,omitempty"`
	Abstract    string       `json:"abstract,omitempty"`
	URL         string       `json:"url,omitempty"`
	Published   string       `json:"datePublished,omitempty"`
	Modified    string       `json:"dateModified,omitempty"`
	License     string       `json:"license,omitempty"`
	Publisher   *namedThing  `json:"publisher,omitempty"`
	About       []namedThing `json:"about,omitempty"`
	Audience    []audience   `json:"audience,omitempty"`
	Place       []place      `json:"spatialCoverage,omitempty"`
	Temporal    string       `json:"temporalCoverage,omitempty"`
	Translation []work       `json:"workTranslation,omitempty"`
	Original    *work        `json:"translationOfWork,omitempty"`
	Parts       []work       `json:"hasPart,omitempty"`
}

type namedThing struct {
	Type string `json:"@type"`
	Name string `json:"name"`
	URL  string `json:"url,omitempty"`
}

type audience struct {
	Type string `json:"@type"`
	Name string `json:"audienceType"`
}

type place struct {
	Type    string       `json:"@type"`
	Name    string       `json:"name"`
	Country string       `json:"address,omitempty"`
	Geo     *coordinates `json:"geo,omitempty"`
}

type coordinates struct {
	Type string      `json:"@type"`
	Lat  json.Number `json:"latitude"`
	Lon  json.Number `json:"longitude"`
}

// linkedData describes a practice. Contacts are not in it: they are for
// readers, and expire.
func (c *context) linkedData(e *catalogue.Entry) template.JS {
	o := e.Original
	w := c.work(e, c.Lang)
	w.Context, w.URL = "https://schema.org", w.ID
	w.Name, w.Abstract = e.Title(c.Lang).Text, e.Summary(c.Lang).Text
	w.Published, w.Modified = day(o.Published), day(o.Updated)
	w.License = licenses[c.site.License.Text]
	w.Temporal = interval(o.Period)
	if name := c.site.Publisher.Name.Text; name != "" {
		w.Publisher = &namedThing{"Organization", name, c.site.Publisher.URL.Text}
	}
	for _, key := range e.Themes() {
		w.About = append(w.About, namedThing{"DefinedTerm", c.label("themes", key).Text, c.termURL("themes", key)})
	}
	for _, key := range e.Audience() {
		w.Audience = append(w.Audience, audience{"Audience", c.label("audiences", key).Text})
	}
	for _, key := range e.Places() {
		w.Place = append(w.Place, c.place(key))
	}
	for _, lang := range e.Langs() {
		if c.Lang == o.Lang && lang != c.Lang {
			w.Translation = append(w.Translation, c.work(e, lang))
		}
	}
	if c.Lang != o.Lang && c.site.HasLang(o.Lang) {
		original := c.work(e, o.Lang)
		w.Original = &original
	}
	data, err := json.Marshal(w) // escapes <, > and &, so that nothing in it ends the element
	if err != nil {
		c.failed = fmt.Errorf("%s: JSON-LD: %w", c.page.Path, err)
	}
	return template.JS(data)
}

// linkedPack describes a pack as a collection of its sheets.
func (c *context) linkedPack(pack *plan.Pack) template.JS {
	w := work{
		Context: "https://schema.org", Type: "Collection", ID: c.site.URL(c.page.Path), InLanguage: c.Lang,
		Name: pack.Title.In(c.Lang).Text, Abstract: pack.File.Subtitle.In(c.Lang).Text, License: licenses[c.site.License.Text],
	}
	w.URL = w.ID
	for _, e := range pack.Entries() {
		part := c.work(e, c.Lang)
		part.Name = e.Title(c.Lang).Text
		if e.File(c.Lang) == nil {
			part.InLanguage = e.Original.Lang
		}
		w.Parts = append(w.Parts, part)
	}
	data, err := json.Marshal(w)
	if err != nil {
		c.failed = fmt.Errorf("%s: JSON-LD: %w", c.page.Path, err)
	}
	return template.JS(data)
}

// work names a practice in a language.
func (c *context) work(e *catalogue.Entry, lang string) work {
	return work{Type: "CreativeWork", ID: c.site.URL(c.plan.SheetPath(e, lang)), InLanguage: lang}
}

func (c *context) termURL(facet, key string) string {
	if path := c.plan.TermPath(facet, key, c.Lang); c.plan.Page(path) != nil {
		return c.site.URL(path)
	}
	return ""
}

func (c *context) place(key string) place {
	p := place{Type: "Place", Name: c.label("places", key).Text}
	if t := c.catalogue.Vocabulary.Term("places", key); t != nil {
		p.Country = t.Country.Text
		if t.Lat.Stated() && t.Lon.Stated() && json.Valid([]byte(t.Lat.Text)) && json.Valid([]byte(t.Lon.Text)) {
			p.Geo = &coordinates{"GeoCoordinates", json.Number(t.Lat.Text), json.Number(t.Lon.Text)}
		}
	}
	return p
}

// day is a date if it is a full one, which is all that machines take.
func day(v sheet.Value) string {
	if len(v.Text) == len("2006-01-02") && strings.Count(v.Text, "-") == 2 {
		return v.Text
	}
	return ""
}
