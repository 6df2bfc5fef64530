package check

import (
	"slices"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/vocab"
)

// site checks the settings.
func (d *desk) site() {
	s := d.conf
	if s.Source == nil || s.Lost.All() {
		return
	}
	d.forms(config.Fields(), s)
	if i := strings.IndexAny(s.BaseURL.Text, "?#"); i > 0 { // pages are named behind it
		d.report(rule.URLForm.At(s.BaseURL.Span, "value", s.BaseURL.Text).Suggest(s.BaseURL.Text[:i]))
	}
	d.licence(s.License)
	for i, lang := range s.Languages {
		if first := s.FirstOf(i); first < i && s.Languages[first].Text == lang.Text { // one in other letters is none
			d.report(rule.LanguageDoubled.At(lang.Span, "lang", lang.Text).With(s.Languages[first].Span, rule.FirstKey))
		}
	}
	if len(s.Title) > 0 && !s.Lost.Has("title") {
		d.labels("title", d.siteKey("title"), s.Title)
	}
	missing := func(key, page string, r *diag.Rule) {
		if d.cat.Page(page) == nil && !s.Lost.Has(key) && !slices.ContainsFunc(s.Keys, func(k field.Key) bool { return k.Path == key }) {
			d.report(r.At(d.siteKey("")))
		}
	}
	missing("publisher", "imprint", &rule.ImprintMissing)
	missing("accessibility", "accessibility", &rule.AccessibilityMissing)
	d.legal()
}

// siteKey returns the place of a key of site.yaml, its first line for one that
// is absent.
func (d *desk) siteKey(path string) diag.Span {
	for _, k := range d.conf.Keys {
		if k.Path == path {
			return k.Span
		}
	}
	from, to := d.conf.Source.Line(1)
	return d.conf.Source.Span(from, to)
}

// labels warns of languages in which a name has no text.
func (d *desk) labels(name string, at diag.Span, texts field.Localized) {
	var missing []string
	for _, lang := range d.languages() {
		if !texts.Has(lang) {
			missing = append(missing, lang)
		}
	}
	if len(missing) > 0 {
		d.report(rule.LabelMissing.At(at, "name", name, "langs", strings.Join(missing, ", ")))
	}
}

// vocabulary checks the terms.
func (d *desk) vocabulary() {
	for _, name := range vocab.Schemes {
		scheme := d.terms.Scheme(name)
		fields := vocab.Fields(name)
		for _, t := range scheme.Terms {
			d.forms(fields, t)
			d.key(t)
			d.broader(scheme, t)
			d.coordinates(t)
			if !scheme.Lost.Has(t.Key) && !d.doubtful(t.KeySpan) && !d.doubtful(t.At) {
				d.labels(t.Key, t.KeySpan, t.Label)
			}
		}
	}
	for _, c := range d.terms.Glossary {
		d.languageKeys(c.Terms)
		d.languageKeys(c.Explanation)
		if len(c.Terms) == 0 && !d.doubtful(c.At) {
			d.report(rule.RequiredField.At(c.At.FirstLine(), "field", "terms"))
		}
	}
}

// key checks the key of a term, which becomes the name of its page.
func (d *desk) key(t *vocab.Term) { d.name(field.Value{Text: t.Key, Span: t.KeySpan}) }

// broader checks the term above: it exists, and is not below this one.
func (d *desk) broader(scheme *vocab.Scheme, t *vocab.Term) {
	if !t.Broader.Stated() {
		return
	}
	above := d.terms.Term(scheme.Name, t.Broader.Text)
	if above == nil {
		d.term(scheme.Name, t.Broader)
		return
	}
	// More steps than there are terms go in a circle that does not hold t. A
	// circle is reported at its last term.
	last := t.KeySpan.Start
	for range scheme.Terms {
		last = max(last, above.KeySpan.Start)
		if above == t {
			if last == t.KeySpan.Start {
				d.report(rule.BroaderCircular.At(t.Broader.Span, "key", t.Key))
			}
			return
		}
		if above = d.terms.Term(scheme.Name, above.Broader.Text); above == nil {
			return
		}
	}
}

// coordinates checks that a place has both or none.
func (d *desk) coordinates(t *vocab.Term) {
	if t.Lat.Stated() == t.Lon.Stated() || d.doubtful(t.At) {
		return
	}
	at, missing := t.Lat, "lon"
	if t.Lon.Stated() {
		at, missing = t.Lon, "lat"
	}
	d.report(rule.RequiredField.At(at.Span, "field", missing))
}
