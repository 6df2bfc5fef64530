// Package config is site.yaml: what holds for a whole catalogue.
package config

import (
	"maps"
	"net/url"
	"slices"
	"strings"
	"sync"
	"unicode"

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
	Host           Host            `key:"host"`
	Privacy        Privacy         `key:"privacy"`
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
	Law         []field.Value       `key:"law" form:"enum:de,fr,lu" one:"true"`
	Status      field.Value         `key:"status" form:"enum:full,partial,none"`
	Assessed    field.Value         `key:"assessed" form:"day"`
	Method      field.Value         `key:"method" form:"enum:self,external"`
	Gaps        field.LocalizedList `key:"gaps" one:"true"`
	Enforcement field.Localized     `key:"enforcement" one:"true"` // instead of the body that the first law names
}

// A Host is the service that delivers the pages.
type Host struct {
	At      diag.Span
	Name    field.Value `key:"name" form:"line"`
	Address field.Value `key:"address" form:"text"`
	Phone   field.Value `key:"phone" form:"phone"`
	URL     field.Value `key:"url" form:"url"`
	Logs    field.Value `key:"logs" form:"duration"` // how long it keeps what its servers note
}

// Privacy is what the privacy page can't know by itself.
type Privacy struct {
	At        diag.Span
	Officer   field.Localized `key:"officer" one:"true"`   // for data protection
	Authority field.Localized `key:"authority" one:"true"` // for complaints
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
	a, p := &s.Accessibility, &s.Privacy
	for _, texts := range [][]field.Pair{a.Gaps, a.Enforcement, p.Officer, p.Authority} {
		s.name(texts)
	}
	return s, ds
}

// isCode reports whether a text has the shape of a language's code: letters, and more of them or digits
// after hyphens. Others are findings, and no part of any path. Every page asks, some more than once.
func isCode(s string) bool {
	first := true
	for part := range strings.SplitSeq(s, "-") {
		if len(part) > 8 || len(part) < 1 || first && len(part) < 2 {
			return false
		}
		for i := range len(part) {
			c := part[i] | 0x20
			if (c < 'a' || c > 'z') && (first || part[i] < '0' || part[i] > '9') {
				return false
			}
		}
		first = false
	}
	return true
}

// name gives texts without a language the first of the site.
func (s *Site) name(texts []field.Pair) {
	for i := range texts {
		if t := &texts[i]; t.Key == "" {
			t.Key, t.Value.Lang = s.Default(), s.Default()
			for k := range t.List {
				t.List[k].Lang = s.Default()
			}
		}
	}
}

// Langs returns the codes of the site's languages, each once and one at least; the first is the default.
func (s *Site) Langs() []string {
	var langs []string
	for i, l := range s.Languages {
		if isCode(l.Text) && s.FirstOf(i) == i {
			langs = append(langs, l.Text)
		}
	}
	if langs == nil {
		langs = []string{"en"}
	}
	return langs
}

// Default returns the default language.
func (s *Site) Default() string {
	for _, l := range s.Languages {
		if isCode(l.Text) {
			return l.Text
		}
	}
	return "en"
}

// HasLang reports whether the site is made in a language.
func (s *Site) HasLang(lang string) bool {
	for _, l := range s.Languages {
		if strings.EqualFold(l.Text, lang) {
			return l.Text == lang && isCode(lang)
		}
	}
	return false
}

// FirstOf returns which of the languages is the first to have the same folder as another one, whatever the case of its letters.
func (s *Site) FirstOf(i int) int {
	return slices.IndexFunc(s.Languages, func(l field.Value) bool { return strings.EqualFold(l.Text, s.Languages[i].Text) })
}

// States reports whether a key of site.yaml is there, dotted where nested.
func (s *Site) States(path string) bool {
	return slices.ContainsFunc(s.Keys, func(k field.Key) bool { return k.Path == path })
}

// Example reports whether the site is one to show or to begin with: it, its publisher or the publisher's mail lies
// under a name that is reserved for examples, so that what it says of a publisher can't be true.
func (s *Site) Example() bool {
	return ForExamples(s.BaseURL.Text) || ForExamples(s.Publisher.URL.Text) || ForExamples(s.Publisher.Email.Text)
}

// ForExamples reports whether an address of a page or for mail lies under a name that nobody can have (RFC 2606,
// RFC 6761).
func ForExamples(address string) bool {
	_, host, isMail := strings.Cut(address, "@")
	if u, err := url.Parse(address); !isMail && err == nil {
		host = u.Hostname()
	}
	host = "." + strings.ToLower(host)
	return slices.ContainsFunc([]string{".example", ".invalid", ".test", ".example.com", ".example.net", ".example.org"},
		func(reserved string) bool { return strings.HasSuffix(host, reserved) })
}

// Mailto returns the address of a link that writes to a mailbox, "" for what is none or would say more to a mail program
// than whom to write to.
func Mailto(address string) string {
	odd := func(r rune) bool {
		return unicode.IsControl(r) || unicode.IsSpace(r) || strings.ContainsRune("<>\"'?&#%,;:", r)
	}
	if !strings.Contains(address, "@") || strings.ContainsFunc(address, odd) {
		return ""
	}
	return "mailto:" + address
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

// Bare is an address as it is read aloud: without scheme, www and slash.
func Bare(address string) string {
	_, rest, found := strings.Cut(address, "://")
	if !found {
		rest = address
	}
	return strings.TrimPrefix(strings.TrimSuffix(rest, "/"), "www.")
}
