package render

import (
	"html/template"
	"slices"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
)

// registerView is what register.html is given.
type registerView struct {
	pager
	Count        string
	Columns      []column
	Partnerships []partnershipRow
	Transfers    template.URL
}

// A column of a table may be what it is sorted by, or lead to the page that is.
type column struct {
	Label  string
	Href   template.URL
	Sorted string // aria-sort
}

type partnershipRow struct {
	Name       Link
	Places     []Link
	Period     string
	Activities []Text
}

func (c *context) register() (title string, view any) {
	v := registerView{pager: c.pages(), Count: c.N("register.count", c.page.Total)}
	v.Columns = []column{
		c.column(c.T("register.name"), "", "ascending"), c.column(c.T("register.places"), "places", "ascending"),
		c.column(c.T("register.period"), "period", "descending"), {Label: c.T("register.activities")},
	}
	if path := c.Lang + "/transfers.html"; c.plan.Page(path) != nil {
		v.Transfers = c.href(path)
	}
	for _, e := range c.page.Rows {
		row := partnershipRow{Name: c.sheetLink(e), Period: c.period(e.Original.Period)}
		for _, key := range slices.Concat(e.Places(), e.PartnerPlaces()) {
			row.Places = append(row.Places, c.facetTerm("places", key))
		}
		for _, a := range e.Original.Activities {
			if kind := a.Kind.Text; kind != "" {
				if label := c.label("activities", kind); !slices.Contains(row.Activities, label) {
					row.Activities = append(row.Activities, label)
				}
			}
		}
		v.Partnerships = append(v.Partnerships, row)
	}
	return c.numbered(c.T("register.title")), v
}

// column is a column of the register by which there are sorted pages.
func (c *context) column(label, order, direction string) column {
	if c.page.Order == order {
		return column{Label: label, Sorted: direction}
	}
	return column{Label: label, Href: c.href(plan.RegisterPath(c.Lang, order))}
}

// transfersView is what transfers.html is given: what one place took over from another.
type transfersView struct {
	pager
	Count     string
	Transfers []transferRow
}

// A transferRow is one practice on its way: what, from where, who took it over, when.
type transferRow struct {
	Practice Link
	From, To []Link
	Adopted  []Link
	Year     string
	Note     Text
}

func (c *context) transfers() (title string, view any) {
	v := transfersView{pager: c.pages()}
	for _, e := range c.page.Rows {
		s := e.View(c.Lang)
		for _, a := range s.Adopted {
			row := transferRow{Practice: c.sheetLink(e), From: c.terms("places", s.Carrier.Place), To: c.terms("places", a.Place), Note: c.text(a.Note)}
			if to := c.catalogue.Entry(a.Sheet.Text); to != nil {
				row.Adopted = []Link{c.sheetLink(to)}
				if row.To == nil {
					row.To = c.terms("places", to.Original.Carrier.Place)
				}
			}
			if a.Year.Stated() {
				row.Year = c.day(a.Year)
			}
			v.Transfers = append(v.Transfers, row)
		}
	}
	return c.numbered(c.T("transfers.title")), v
}
