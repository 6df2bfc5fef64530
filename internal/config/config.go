// Package config is site.yaml: what holds for a whole catalogue.
package config

import (
	"maps"
	"net/url"
	"regexp"
	"strings"
	"sync"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/yamlnode"
)

// Path is where the settings stand in a catalogue.
const Path = "site.yaml"

// A Site is the settings of a catalogue.
type Site struct {
	Source *diag.Source
	Keys   []field.Key
	Lost   yamlnode.Lost

	Title          field.Localized `key:"title"`
	BaseURL        field.Value     `key:"base_url" form:"url"`
	Languages      []field.Value   `key:"languages" form:"lang"`
	Publisher      Publisher       `key:"publisher"`
	License        field.Value     `key:"license" form:"line"`
	Repository     field.Value     `key:"repository" form:"url"`
	Branch         field.Value     `key:"branch" form:"line"`
	ReviewInterval field.Value     `key:"review_interval" form:"duration"`
	Accessibility  Accessibility   `key:"accessibility"`
	Map            Map             `key:"map"`
	PDF            PDF             `key:"pdf"`
	RawHTML        field.Value     `key:"raw_html" form:"bool"`
}

// A Publisher answers for the site.
type Publisher struct {
	At            diag.Span
	Name          field.Value `key:"name" form:"line"`
	Address       field.Value `key:"address" form:"text"`
	Email         field.Value `key:"email" form:"email"`
	Phone         field.Value `key:"phone" form:"phone"`
	URL           field.Value `key:"url" form:"url"`
	RepresentedBy field.Value `key:"represented_by" form:"line"`
}

// Accessibility is what the accessibility statement says.
type Accessibility struct {
	At          diag.Span
	Law         []field.Value `key:"law" form:"enum:de,fr,lu" one:"true"`
	Status      field.Value   `key:"status" form:"enum:full,partial,none"`
	Assessed    field.Value   `key:"assessed" form:"day"`
	Method      field.Value   `key:"method" form:"enum:self,external"`
	Gaps        []field.Value `key:"gaps" form:"line"`
	Enforcement field.Value   `key:"enforcement" form:"text"`
}

// Map is how the map is drawn.
type Map struct {
	At     diag.Span
	Center []field.Value `key:"center" form:"number"` // latitude, longitude
}

// PDF says which PDF files a build makes.
type PDF struct {
	At     diag.Span
	Sheets field.Value   `key:"sheets" form:"bool"`
	Packs  field.Value   `key:"packs" form:"bool"`
	Fonts  []field.Value `key:"fonts" form:"file"`
}

// Fields returns the fields of site.yaml in canonical order.
func Fields() []field.Field { return fields() }

var fields = sync.OnceValue(field.Of[Site])

// Parse reads site.yaml. What is required and missing is a finding; the site
// that is returned has at least one language all the same, so that everything
// else can be checked.
func Parse(src *diag.Source) (*Site, []diag.Diagnostic) {
	tree, ds := yamlnode.Parse(src)
	field.MissedColons(ds, Fields())
	ds = append(ds, yamlnode.CheckCharacters(src)...)
	s := &Site{Source: src}
	var d field.Decoder
	d.Decode(Fields(), tree.Root, s)
	s.Keys, s.Lost = d.Keys, tree.Lost
	maps.Copy(s.Lost, d.Lost)
	ds = append(ds, d.Findings...)
	for _, required := range []struct {
		key    string
		stated bool
	}{{"title", len(s.Title) > 0}, {"base_url", s.BaseURL.Stated()}, {"languages", len(s.Languages) > 0}} {
		if !required.stated && !s.Lost.Has(required.key) {
			ds = append(ds, rule.RequiredField.At(src.Span(0, 0), "field", required.key))
		}
	}
	if len(s.Languages) == 0 {
		s.Languages = []field.Value{{Text: "de"}, {Text: "fr"}, {Text: "en"}}
	}
	return s, ds
}

// code is the shape of a language's code. Others are findings, and no part of any path.
var code = regexp.MustCompile(`^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$`)

// Langs returns the codes of the site's languages, one at least; the first is the default.
func (s *Site) Langs() []string {
	var langs []string
	for _, l := range s.Languages {
		if code.MatchString(l.Text) {
			langs = append(langs, l.Text)
		}
	}
	if langs == nil {
		langs = []string{"en"}
	}
	return langs
}

// Default returns the default language.
func (s *Site) Default() string { return s.Langs()[0] }

// HasLang reports whether the site is made in a language.
func (s *Site) HasLang(lang string) bool {
	for _, l := range s.Languages {
		if l.Text == lang {
			return code.MatchString(lang)
		}
	}
	return false
}

// BasePath returns the path of base_url with a slash at its end.
func (s *Site) BasePath() string {
	u, err := url.Parse(s.BaseURL.Text)
	if err != nil {
		return "/"
	}
	return strings.TrimSuffix(u.EscapedPath(), "/") + "/"
}

// URL returns the absolute URL of a path of the site.
func (s *Site) URL(path string) string {
	return strings.TrimSuffix(s.BaseURL.Text, "/") + "/" + path
}

// AllowsHTML reports whether raw HTML in Markdown is kept.
func (s *Site) AllowsHTML() bool { return s.RawHTML.Text == "true" }
