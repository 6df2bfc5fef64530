package search

import (
	"slices"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/locale"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/markdown"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
)

// A zone says how much a word says about its sheet.
type zone uint8

const (
	titleZone zone = iota
	termsZone      // labels of the vocabularies, names of places and countries
	bodyZone
	zones
)

// A passage is a text in one language.
type passage struct {
	zone zone
	lang string
	text string
}

// A document is a sheet as the index of one language holds it.
type document struct {
	entry    *catalogue.Entry
	title    sheet.Value
	url      string // of its page, as seen from the folder of the language
	passages []passage
	facets   [][]string // keys, by index of plan.Facets
}

// order numbers the entries: neighbours are of one theme, so that the titles of
// one result lie in few files.
func order(c *catalogue.Catalogue) []*catalogue.Entry {
	themes := c.Vocabulary.Scheme("themes").Terms
	rank := make(map[string]int, len(themes))
	for i, t := range themes {
		rank[t.Key] = i + 1
	}
	first := func(e *catalogue.Entry) int {
		if themes := e.Themes(); len(themes) > 0 {
			return rank[themes[0]]
		}
		return 0
	}
	groups := make([][]*catalogue.Entry, 1+len(themes)) // by id, as they are
	for _, e := range c.Entries {
		r := first(e)
		groups[r] = append(groups[r], e)
	}
	return slices.Concat(groups...)
}

// A reader makes documents of entries, for one language.
type reader struct {
	plan   *plan.Plan
	locale *locale.Locale
	lang   string
}

func (o Options) reader() reader { return reader{o.Plan, o.Locales.Locale(o.Lang), o.Lang} }

// A scratch is what a document is made in. It can be used for the next one when nobody needs its passages any more.
type scratch struct {
	view     sheet.Sheet
	passages []passage
}

// document makes one of an entry.
func (r reader) document(e *catalogue.Entry, s *scratch) document {
	view := e.ViewIn(&s.view, r.lang)
	d := document{entry: e, passages: s.passages[:0], title: e.Title(r.lang), url: strings.TrimPrefix(r.plan.SheetPath(e, r.lang), r.lang+"/")}
	d.facets = make([][]string, len(plan.Facets))
	for i, facet := range plan.Facets {
		d.facets[i] = r.plan.Keys(facet, e)
	}
	d.add(titleZone, d.title.Lang, d.title.Text)
	r.terms(&d, view)
	r.body(&d, e, view)
	s.passages = d.passages
	return d
}

func (d *document) add(z zone, lang, text string) {
	if strings.TrimSpace(text) != "" {
		d.passages = append(d.passages, passage{z, lang, text})
	}
}

func (d *document) values(z zone, values ...field.Value) {
	for _, v := range values {
		d.add(z, v.Lang, v.Text)
	}
}

// markdown adds texts without their markup.
func (d *document) markdown(values ...field.Value) {
	for _, v := range values {
		if v.Stated() {
			d.add(bodyZone, v.Lang, markdown.Plain(v.Text, markdown.Options{Lang: v.Lang}))
		}
	}
}

// terms adds what the vocabularies say of a sheet. The first theme is what it
// is about before all others, and counts twice.
func (r reader) terms(d *document, s *sheet.Sheet) {
	for i, theme := range s.Themes {
		r.label(d, "themes", theme)
		if i == 0 {
			r.label(d, "themes", theme)
		}
	}
	for _, v := range s.Audience {
		r.label(d, "audiences", v)
	}
	r.label(d, "carriers", s.Carrier.Kind)
	var said said
	r.places(d, s.Carrier.Place, &said)
	for _, p := range s.Partners {
		r.places(d, p.Place, &said)
	}
	for _, a := range s.Activities {
		r.label(d, "activities", a.Kind)
		r.label(d, "aspects", a.Aspect)
	}
	if s.Type.Stated() {
		d.add(termsZone, r.lang, r.locale.Value("type", s.Type.Text))
	}
	d.values(termsZone, s.Carrier.Name)
	for _, p := range s.Partners {
		d.values(termsZone, p.Name)
	}
}

func (r reader) label(d *document, scheme string, key field.Value) {
	if t := r.plan.Catalogue.Vocabulary.Term(scheme, key.Text); t != nil {
		d.values(termsZone, t.Name(r.lang))
	}
}

// Said is what has been said of a sheet's places, since several may lie in one country.
type said struct{ places, countries, networks keys }

// Keys are those that were met, each once.
type keys []string

// add reports whether a key is new.
func (k *keys) add(key string) bool {
	if key == "" || slices.Contains(*k, key) {
		return false
	}
	*k = append(*k, key)
	return true
}

// places adds places, their countries and their networks.
func (r reader) places(d *document, values []field.Value, said *said) {
	for _, v := range values {
		t := r.plan.Catalogue.Vocabulary.Term("places", v.Text)
		if t == nil || !said.places.add(v.Text) {
			continue
		}
		d.values(termsZone, t.Name(r.lang))
		if country := t.Country.Text; said.countries.add(country) {
			d.add(termsZone, r.lang, r.locale.CountryName(country))
		}
		for _, n := range t.Networks {
			if said.networks.add(n.Text) {
				r.label(d, "networks", n)
			}
		}
	}
}

// body adds the texts of a sheet in the order of its page.
func (r reader) body(d *document, e *catalogue.Entry, s *sheet.Sheet) {
	d.values(bodyZone, e.Summary(r.lang))
	d.markdown(s.Context, s.Description, s.Resources.Text, s.Resources.Staff, s.Resources.Material, s.Resources.Funding)
	d.markdown(s.Outcome.Text, s.Outcome.Direct, s.Outcome.Indirect)
	for _, f := range s.Figures {
		d.values(bodyZone, f.Label)
	}
	d.markdown(s.Transferability.Text)
	d.values(bodyZone, s.Transferability.Conditions...)
	for _, a := range s.Adopted {
		d.values(bodyZone, a.Note)
	}
	for _, a := range s.Activities {
		d.values(bodyZone, a.Title)
	}
	d.values(bodyZone, s.Contact.Office, s.Contact.Person, s.Contact.Role)
	for _, l := range s.Links {
		d.values(bodyZone, l.Label)
	}
	for _, i := range s.Images {
		d.values(bodyZone, i.Alt)
	}
	d.values(bodyZone, s.Origin.Title)
	d.markdown(s.Body)
}
