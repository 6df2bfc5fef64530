package render

import (
	"cmp"
	"html/template"
	"slices"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
)

// latestView is what latest.html is given: what was added or changed, day by day.
type latestView struct {
	Days []dayOfRows
	Feed template.URL
	All  template.URL
}

// A dayOfRows is what was added on a day, or changed.
type dayOfRows struct {
	Label string
	Rows  []template.HTML
}

func (c *context) latest() (title string, view any) {
	v := latestView{Feed: c.href(feedPath(c.Lang)), All: c.href(c.Lang + "/sheets/index.html")}
	all := byChange(c.catalogue.Entries)
	all = all[:min(len(all), plan.PageSize)]
	for len(all) > 0 {
		n := 1
		for n < len(all) && changed(all[n]) == changed(all[0]) && added(all[n]) == added(all[0]) {
			n++
		}
		date := c.day(sheet.Value{Text: changed(all[0])})
		label := c.T("latest.changed", "date", date)
		if added(all[0]) {
			label = c.T("latest.added", "date", date)
		}
		v.Days = append(v.Days, dayOfRows{label, c.rowsOf(all[:n])})
		all = all[n:]
	}
	return c.T("latest.title"), v
}

// byChange sorts entries by the day of their last change, the latest first, and on one day what
// was added before what was changed; those without a date are left out.
func byChange(entries []*catalogue.Entry) []*catalogue.Entry {
	entries = slices.DeleteFunc(slices.Clone(entries), func(e *catalogue.Entry) bool { return changed(e) == "" })
	slices.SortStableFunc(entries, func(a, b *catalogue.Entry) int {
		return cmp.Or(cmp.Compare(changed(b), changed(a)), cmp.Compare(changes(a), changes(b)))
	})
	return entries
}

// added reports whether nothing has changed since a practice was added.
func added(e *catalogue.Entry) bool { return changed(e) == day(e.Original.Published) }

// changes is 0 for what was added, 1 for what changed since.
func changes(e *catalogue.Entry) int {
	if added(e) {
		return 0
	}
	return 1
}
