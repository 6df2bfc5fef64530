package render

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"html/template"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/jsontext"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
)

// A work is a practice's page in the words of schema.org, or a pack's. All addresses are absolute.
type work struct {
	Context, Type, ID, InLanguage, Name, Abstract, URL, Published, Modified, License string

	Publisher              string   // JSON
	About, Audience, Place []string // terms as JSON: they are the same on many pages
	Temporal               string
	Translation            []work
	Original               *work
	Parts                  []work
}

// append adds a work as JSON, without what it says nothing of. The letters of HTML are escaped,
// so that nothing in it ends the element that it stands in.
func (w *work) append(b []byte) []byte {
	b = append(b, '{')
	b = appendMember(b, "@context", w.Context)
	b = appendMember(b, "@type", w.Type)
	b = appendMember(b, "@id", w.ID)
	b = appendMember(b, "inLanguage", w.InLanguage)
	b = appendMember(b, "name", w.Name)
	b = appendMember(b, "abstract", w.Abstract)
	b = appendMember(b, "url", w.URL)
	b = appendMember(b, "datePublished", w.Published)
	b = appendMember(b, "dateModified", w.Modified)
	b = appendMember(b, "license", w.License)
	if w.Publisher != "" {
		b = append(appendKey(b, "publisher"), w.Publisher...)
	}
	b = appendTerms(b, "about", w.About)
	b = appendTerms(b, "audience", w.Audience)
	b = appendTerms(b, "spatialCoverage", w.Place)
	b = appendMember(b, "temporalCoverage", w.Temporal)
	b = appendWorks(b, "workTranslation", w.Translation)
	if w.Original != nil {
		b = w.Original.append(appendKey(b, "translationOfWork"))
	}
	return append(appendWorks(b, "hasPart", w.Parts), '}')
}

// appendKey begins a member of an object, its name being letters alone.
func appendKey(b []byte, name string) []byte {
	if b[len(b)-1] != '{' {
		b = append(b, ',')
	}
	return append(append(append(b, '"'), name...), `":`...)
}

func appendMember(b []byte, name, value string) []byte {
	if value == "" {
		return b
	}
	return jsontext.Append(appendKey(b, name), value)
}

func appendTerms(b []byte, name string, terms []string) []byte {
	for i, term := range terms {
		if i == 0 {
			b = append(appendKey(b, name), '[')
		} else {
			b = append(b, ',')
		}
		b = append(b, term...)
	}
	if len(terms) > 0 {
		b = append(b, ']')
	}
	return b
}

func appendWorks(b []byte, name string, works []work) []byte {
	for i := range works {
		if i == 0 {
			b = append(appendKey(b, name), '[')
		} else {
			b = append(b, ',')
		}
		b = works[i].append(b)
	}
	if len(works) > 0 {
		b = append(b, ']')
	}
	return b
}

// script is a work as it stands on a page.
func (c *context) script(w work) template.JS {
	b := c.buffers.Get().(*bytes.Buffer)
	defer c.buffers.Put(b)
	b.Reset()
	b.Write(w.append(b.AvailableBuffer())) // keeps what it has grown to
	return template.JS(b.String())
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
	w.Publisher = c.publisher
	w.About, w.Audience, w.Place = c.wordSlab.room(len(o.Themes)), c.wordSlab.room(len(o.Audience)), c.wordSlab.room(len(o.Carrier.Place))
	for _, theme := range distinct(o.Themes) {
		w.About = append(w.About, c.linkedTerm("themes", theme.Text))
	}
	for _, audience := range distinct(o.Audience) {
		w.Audience = append(w.Audience, c.linkedTerm("audiences", audience.Text))
	}
	for _, place := range distinct(o.Carrier.Place) {
		w.Place = append(w.Place, c.linkedTerm("places", place.Text))
	}
	w.Translation = c.workSlab.room(len(e.Langs()))
	for _, lang := range e.Langs() {
		if c.Lang == o.Lang && lang != c.Lang {
			w.Translation = append(w.Translation, c.work(e, lang))
		}
	}
	if c.Lang != o.Lang && c.site.HasLang(o.Lang) {
		w.Original = &c.workSlab.of(c.work(e, o.Lang))[0]
	}
	return c.script(w)
}

// linkedPack describes a pack as a collection of its sheets.
func (c *context) linkedPack(pack *plan.Pack) template.JS {
	w := work{
		Context: "https://schema.org", Type: "Collection", ID: c.url(c.page.Path), InLanguage: c.Lang,
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
	return c.script(w)
}

// work names a practice in a language.
func (c *context) work(e *catalogue.Entry, lang string) work {
	return work{Type: "CreativeWork", ID: c.url(c.sheetPath(e, lang)), InLanguage: lang}
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

// linkedTerm is a theme, an audience or a place as JSON.
func (c *context) linkedTerm(facet, key string) string {
	if t := c.knows(facet, key); t != nil {
		c.failed = cmp.Or(c.failed, t.failed)
		return t.data
	}
	return c.newLinkedTerm(facet, key)
}

// newLinkedTerm makes it; of other facets it is "".
func (c *context) newLinkedTerm(facet, key string) string {
	name := c.newLabel(facet, key).Text
	switch facet {
	case "themes":
		return c.json(namedThing{"DefinedTerm", name, c.termURL(facet, key)})
	case "audiences":
		return c.json(audience{"Audience", name})
	case "places":
		return c.json(c.place(key, name))
	}
	return ""
}

// json is a value with the letters of HTML escaped.
func (c *context) json(v any) string {
	data, err := json.Marshal(v)
	if err != nil && c.failed == nil {
		c.failed = fmt.Errorf("JSON-LD: %w", err)
	}
	return string(data)
}

func (c *context) termURL(facet, key string) string {
	if path := c.plan.TermPath(facet, key, c.Lang); c.plan.Page(path) != nil {
		return c.site.URL(path)
	}
	return ""
}

func (c *context) place(key, name string) place {
	p := place{Type: "Place", Name: name}
	if t := c.catalogue.Vocabulary.Term("places", key); t != nil {
		p.Country = t.Country.Text
		if isNumber(t.Lat.Text) && isNumber(t.Lon.Text) {
			p.Geo = &coordinates{"GeoCoordinates", json.Number(t.Lat.Text), json.Number(t.Lon.Text)}
		}
	}
	return p
}

// isNumber reports whether a text is a number of JSON.
func isNumber(s string) bool {
	return s != "" && (s[0] == '-' || '0' <= s[0] && s[0] <= '9') && json.Valid([]byte(s))
}
