package check

import (
	"math/big"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
)

// contact checks whether a contact may be shown. The facts that decide stand
// in the original; the person may be named in any language.
func (d *desk) contact(e *catalogue.Entry, o *sheet.Sheet, files []*sheet.Sheet) {
	if o.HasLost("contact") {
		return
	}
	if e.ContactExpired() {
		d.report(rule.ContactExpired.At(o.Contact.ReviewBy.Span, "date", o.Contact.ReviewBy.Text))
	}
	person := o.Contact.Person
	for _, f := range files {
		if !person.Stated() {
			person = f.Contact.Person
		}
	}
	if !person.Stated() {
		return
	}
	if !o.Contact.Basis.Stated() {
		d.report(rule.ContactBasis.At(person.Span, "person", person.Text))
	}
	if !o.Contact.ReviewBy.Stated() {
		d.report(rule.ContactReview.At(person.Span, "person", person.Text))
	}
}

// figures compares each total with the sum of what follows it, up to the next
// total or the end. Sums are exact: 0.1 and 0.2 make 0.3.
func (d *desk) figures(o *sheet.Sheet) {
	for i, f := range o.Figures {
		total, ok := rational(f.Value.Text)
		if f.Total.Text != "true" || !ok || d.doubtful(f.At) {
			continue
		}
		sum, parts := new(big.Rat), 0
		for _, part := range o.Figures[i+1:] {
			if part.Total.Text == "true" {
				break
			}
			n, numeric := rational(part.Value.Text)
			if ok = ok && numeric && !d.doubtful(part.At); !ok {
				break
			}
			sum.Add(sum, n)
			parts++
		}
		if ok && parts > 0 && sum.Cmp(total) != 0 {
			d.report(rule.FiguresSum.At(f.Value.Span, "total", f.Value.Text, "sum", decimal(sum)))
		}
	}
}

// rational reads a number exactly; one so long that nobody has counted it is none.
func rational(s string) (*big.Rat, bool) {
	if len(s) > 40 || !numeral.MatchString(s) {
		return nil, false
	}
	return new(big.Rat).SetString(s)
}

func decimal(r *big.Rat) string {
	s := r.FloatString(12)
	return strings.TrimRight(strings.TrimRight(s, "0"), ".")
}

// links notes what has a label but no address.
func (d *desk) links(o *sheet.Sheet) {
	for _, l := range o.Links {
		if l.Label.Stated() && !l.URL.Stated() && !d.doubtful(l.At.FirstLine()) {
			d.report(rule.LinkWithoutURL.At(l.Label.Span, "label", l.Label.Text))
		}
	}
}
