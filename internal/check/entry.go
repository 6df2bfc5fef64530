package check

import (
	"sync"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edtf"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
)

// What translation.state may name, of sheets and of pages.
var (
	sheetPaths = sync.OnceValue(func() []string { return sheet.TrackedPaths(sheet.Fields()) })
	pagePaths  = sync.OnceValue(func() []string { return sheet.TrackedPaths(sheet.PageFields()) })
)

// entry checks one practice: each file by itself, the original as a whole, the
// translations against it.
func (d *desk) entry(e *catalogue.Entry) {
	if Reserved(e.ID) {
		d.report(rule.ReservedName.At(e.Original.Head(), "name", e.ID))
	}
	files, original := e.SheetsIn(d.room)
	d.room = files
	versions := make([]version, len(files))
	for i, f := range files {
		d.forms(sheet.Fields(), f)
		d.dates(f)
		d.mentions(&f.File)
		d.images(f, f == original)
		d.lengths(f.Title, f.Summary)
		d.typography(f.Repairs)
		versions[i] = version{&f.File, &f.Translation}
	}
	if !original.Lost.All() {
		d.required(e, original)
		d.figures(original)
		d.links(original)
		d.review(e)
	}
	d.contact(e, original, files)
	d.versions(e.ID, &original.File, versions)
	for _, f := range files {
		if f.IsTranslation() && f != original {
			d.translation(comparison{
				id: e.ID, fields: sheet.Fields(), states: e.Texts(f.Lang), paths: sheetPaths(),
				original: side{&original.File, original}, other: side{&f.File, f}, record: &f.Translation,
			})
		}
	}
}

// page checks one free page.
func (d *desk) page(p *catalogue.PageEntry) {
	if p.Made() {
		return
	}
	if Reserved(p.ID) {
		d.report(rule.ReservedName.At(p.Original.Head(), "name", p.ID))
	}
	versions := make([]version, len(p.Files))
	for i, f := range p.Files {
		d.forms(sheet.PageFields(), f)
		d.past(f.Updated)
		d.mentions(&f.File)
		d.lengths(f.Title, f.Summary)
		d.typography(f.Repairs)
		versions[i] = version{&f.File, &f.Translation}
	}
	if o := p.Original; !o.Title.Stated() {
		d.require(&o.File, "title")
	}
	d.versions(p.ID, &p.Original.File, versions)
	for _, f := range p.Files {
		if f.IsTranslation() && f != p.Original {
			d.translation(comparison{
				id: p.ID, fields: sheet.PageFields(), states: p.Texts(f.Lang), paths: pagePaths(),
				original: side{&p.Original.File, p.Original}, other: side{&f.File, f}, record: &f.Translation,
			})
		}
	}
}

// required checks what an entry of its type can't do without.
func (d *desk) required(e *catalogue.Entry, o *sheet.Sheet) {
	if !o.Title.Stated() {
		d.require(&o.File, "title")
	}
	if o.HasLost("type") {
		return
	}
	switch e.Type() {
	case "example":
		if !o.Description.Stated() {
			d.require(&o.File, "description")
		}
	case "event":
		if !o.Period.Stated() {
			d.require(&o.File, "period")
		}
	case "partnership":
		if len(o.Activities) == 0 {
			d.require(&o.File, "activities")
		}
	}
	d.items(o)
}

// items checks the items of lists for what each needs.
func (d *desk) items(o *sheet.Sheet) {
	need := func(at diag.Span, list, name string, stated bool) {
		if stated || at.IsZero() {
			return
		}
		if at = at.FirstLine(); !d.doubtful(at) {
			d.report(rule.RequiredField.At(at, "field", list+"."+name))
		}
	}
	for _, p := range o.Partners {
		need(p.At, "partners", "name", p.Name.Stated() || len(p.Place) > 0)
	}
	for _, f := range o.Figures {
		need(f.At, "figures", "label", f.Label.Stated())
		need(f.At, "figures", "value", f.Value.Stated())
	}
	for _, a := range o.Adopted {
		need(a.At, "adopted", "place", len(a.Place) > 0 || a.Sheet.Stated())
	}
	for _, a := range o.Activities {
		need(a.At, "activities", "title", a.Title.Stated() || a.Kind.Stated())
	}
	for _, l := range o.Links {
		need(l.At, "links", "label", l.Label.Stated())
	}
	for _, i := range o.Images {
		need(i.At, "images", "file", i.File.Stated())
	}
}

// require reports a key that is missing, unless it may stand in what could not
// be read.
func (d *desk) require(f *sheet.File, key string) {
	if !f.HasLost(key) {
		d.lacks = append(d.lacks, key)
		d.report(rule.RequiredField.At(f.KeySpan(key), "field", key))
	}
}

// dates checks what can be said of a file's dates together.
func (d *desk) dates(f *sheet.Sheet) {
	d.period(f.Period)
	for _, a := range f.Activities {
		d.period(a.Period)
	}
	d.past(f.Published)
	d.past(f.Updated)
	d.past(f.Reviewed)
	d.inOrder(f)
	for _, a := range f.Adopted {
		switch id := a.Sheet.Text; {
		case !a.Sheet.Stated():
		case d.cat.Entry(id) == nil:
			d.report(rule.UnknownSheet.At(a.Sheet.Span, "id", id).Suggest(d.nearestID(id, d.sheets)))
		case id == f.ID:
			d.report(rule.AdoptedItself.At(a.Sheet.Span, "id", id))
		}
	}
}

func (d *desk) period(p sheet.Period) {
	if !p.From.Stated() || !p.To.Stated() {
		return
	}
	from, err := edtf.Parse(p.From.Text)
	to, err2 := edtf.Parse(p.To.Text)
	if err == nil && err2 == nil && from.Earliest() > to.Latest() {
		d.report(rule.DateOrder.At(p.To.Span, "from", p.From.Text, "to", p.To.Text))
	}
}

// past notes a day that has not come yet.
func (d *desk) past(v sheet.Value) {
	if !v.Stated() {
		return
	}
	if day, err := edtf.ParseDay(v.Text); err == nil && day > d.cat.Now {
		d.report(rule.DateFuture.At(v.Span, "value", v.Text))
	}
}

// review notes a sheet that should have been confirmed again.
func (d *desk) review(e *catalogue.Entry) {
	if due, ok := e.ReviewDue(); ok && due < d.cat.Now {
		reviewed := e.Original.Reviewed
		d.report(rule.ReviewOverdue.At(reviewed.Span, "date", reviewed.Text, "interval", d.conf.ReviewInterval.Text))
	}
}
