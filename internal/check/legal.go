package check

import (
	"slices"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edtf"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/legal"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
)

// legal checks what site.yaml says for the pages that law asks for.
func (d *desk) legal() {
	d.statement()
	if s := d.conf; s.Example() {
		if !config.ForExamples(s.BaseURL.Text) {
			d.examples(s.Publisher.Email, s.Publisher.URL)
		}
		return
	}
	if !d.conf.BaseURL.Stated() || d.doubtful(d.conf.BaseURL.Span) {
		return
	}
	p, a := d.conf.Publisher, d.conf.Accessibility
	law := func(country string) bool {
		return slices.ContainsFunc(a.Law, func(l field.Value) bool { return l.Text == country })
	}
	d.complete(legal.Imprint, "publisher", []lack{
		{"publisher.address", p.Address.Stated()}, {"publisher.email", p.Email.Stated()}, {"publisher.represented_by", p.RepresentedBy.Stated()},
		{"publisher.phone", p.Phone.Stated() || !law("fr")}, {"host.name", d.conf.Host.Name.Stated() || !law("fr")},
	})
	d.complete(legal.Accessibility, "accessibility", []lack{
		{"accessibility.law", len(a.Law) > 0}, {"accessibility.status", a.Status.Stated()}, {"accessibility.assessed", a.Assessed.Stated()},
		{"accessibility.gaps", len(a.Gaps) > 0 || a.Status.Text != "partial" && a.Status.Text != "none"}, {"publisher.email", p.Email.Stated() || p.Phone.Stated()},
		// Each German state has appointed a body of its own for its municipalities.
		{"accessibility.enforcement", len(a.Enforcement) > 0 || !law("de")},
	})
	key := "privacy"
	if !d.conf.States(key) {
		key = "host"
	}
	if !d.conf.States(key) {
		return // the page says by itself what is not stated
	}
	d.complete(legal.Privacy, key, []lack{
		{"host.name", d.conf.Host.Name.Stated()}, {"host.logs", d.conf.Host.Logs.Stated()}, {"privacy.officer", len(d.conf.Privacy.Officer) > 0},
	})
}

// A lack is a field that a page needs, and whether there is reason not to miss it.
type lack struct {
	field string
	given bool
}

// complete notes what a page that is made from site.yaml can't say.
func (d *desk) complete(id, key string, fields []lack) {
	p := d.cat.Page(id)
	if p == nil || !p.Made() {
		return
	}
	var missing []string
	for _, f := range fields {
		top, _, _ := strings.Cut(f.field, ".")
		if !f.given && !d.conf.Lost.Has(top) {
			missing = append(missing, f.field)
		}
	}
	if len(missing) > 0 {
		d.report(rule.PageIncomplete.At(d.siteKey(key), "page", id, "fields", strings.Join(missing, ", ")))
	}
}

// examples notes addresses that are reserved for examples.
func (d *desk) examples(values ...field.Value) {
	for _, v := range values {
		if config.ForExamples(v.Text) && !d.doubtful(v.Span) {
			d.report(rule.ExampleValue.At(v.Span, "value", v.Text))
		}
	}
}

// statement notes an accessibility statement that is older than a year.
func (d *desk) statement() {
	day := d.conf.Accessibility.Assessed
	if own := d.cat.Page(legal.Accessibility); own != nil && !own.Made() && !day.Stated() {
		day = own.Original.Updated
	}
	made, err := edtf.ParseDay(day.Text)
	if err != nil || d.doubtful(day.Span) {
		return
	}
	if year, _ := config.ParseInterval("1y"); year.After(made) < d.cat.Now {
		d.report(rule.StatementOverdue.At(day.Span, "date", made.String()))
	}
}
