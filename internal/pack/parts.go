package pack

import (
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/typeset"
	"math"
	"strconv"
)

func pairs(facts ...fact) []block {
	var stated []fact
	for _, f := range facts {
		if len(f.values) > 0 {
			stated = append(stated, f)
		}
	}
	if stated == nil {
		return nil
	}
	return []block{{pairs: stated}}
}

func items(label string, all [][]piece) []block {
	var stated [][]piece
	for _, i := range all {
		if len(i) > 0 {
			stated = append(stated, i)
		}
	}
	if stated == nil {
		return nil
	}
	return []block{{label: label, items: stated}}
}

// value is a single value as pieces, nothing where it is not stated.
func (v *view) value(x sheet.Value) []piece {
	if !x.Stated() {
		return nil
	}
	return []piece{v.text(x)}
}

func address(uri string) []piece {
	if p := web(uri, piece{text: config.Bare(uri)}); p.uri != "" {
		return []piece{p}
	}
	return nil
}

func (v *view) carrier() []block {
	c := v.s.Carrier
	if !c.Name.Stated() && !c.Kind.Stated() && !c.URL.Stated() {
		return nil
	}
	kind := v.terms("carriers", []sheet.Value{c.Kind})
	return pairs(fact{v.Field("carrier.name"), v.value(c.Name)}, fact{v.Field("carrier.kind"), kind}, fact{v.T("sheet.website"), address(c.URL.Text)})
}

// partners are shown by their names, else by their places.
func (v *view) partners() []block {
	var all [][]piece
	for _, p := range v.s.Partners {
		item := v.value(p.Name)
		item = append(item, v.terms("places", p.Place)...)
		item = append(item, v.terms("carriers", []sheet.Value{p.Kind})...)
		for _, a := range address(p.URL.Text) {
			a.quiet = true
			item = append(item, a)
		}
		all = append(all, item)
	}
	return items("", all)
}

// figures are a table of numbers, each with a bar of its share in the largest.
func (v *view) figures() []block {
	largest := 0.0
	for _, f := range v.s.Figures {
		largest = max(largest, amount(f))
	}
	t := table{head: []string{v.T("sheet.figure"), v.T("sheet.number")}}
	for _, f := range v.s.Figures {
		if !f.Value.Stated() && !f.Label.Stated() {
			continue
		}
		number := []piece{{text: v.Number(f.Value.Text)}}
		if f.Unit.Stated() {
			unit := v.text(f.Unit)
			number = append(number, piece{text: "\u00a0" + unit.text, lang: unit.lang})
		}
		bar := typeset.Bar{Total: f.Total.Text == "true"}
		if largest > 0 {
			bar.Share = amount(f) / largest
		}
		t.rows, t.bars = append(t.rows, [][]piece{v.value(f.Label), number}), append(t.bars, bar)
	}
	if t.rows == nil {
		return nil
	}
	return []block{{table: &t}}
}

// amount is the value of a figure, 0 for one that is no number or can't be a length.
func amount(f sheet.Figure) float64 {
	n, err := strconv.ParseFloat(f.Value.Text, 64)
	if err != nil || n < 0 || math.IsInf(n, 0) || math.IsNaN(n) {
		return 0
	}
	return n
}

// activities is a table of what partners did together, with the columns for
// which any of them says something.
func (v *view) activities() []block {
	if len(v.s.Activities) == 0 {
		return nil
	}
	t := table{head: []string{v.Field("activities.title")}, rows: make([][][]piece, len(v.s.Activities))}
	for i, a := range v.s.Activities {
		title := v.value(a.Title)
		if title == nil {
			title = []piece{v.term("activities", a.Kind)}
		}
		t.rows[i] = [][]piece{title}
	}
	for _, column := range []struct {
		label  string
		values func(sheet.Activity) []piece
	}{
		{v.Field("activities.kind"), func(a sheet.Activity) []piece { return v.terms("activities", []sheet.Value{a.Kind}) }},
		{v.Field("activities.period"), func(a sheet.Activity) []piece { return said(v.period(a.Period)) }},
		{v.Field("activities.place"), func(a sheet.Activity) []piece { return v.terms("places", a.Place) }},
		{v.Field("activities.aspect"), func(a sheet.Activity) []piece { return v.terms("aspects", []sheet.Value{a.Aspect}) }},
	} {
		cells := make([][]piece, len(t.rows))
		stated := false
		for i, a := range v.s.Activities {
			cells[i] = column.values(a)
			stated = stated || len(cells[i]) > 0
		}
		if !stated {
			continue
		}
		t.head = append(t.head, column.label)
		for i := range t.rows {
			t.rows[i] = append(t.rows[i], separated(cells[i]))
		}
	}
	return []block{{table: &t}}
}

func (v *view) transferability() []block {
	t := v.s.Transferability
	blocks := v.prose("", t.Text)
	var conditions [][]piece
	for _, c := range t.Conditions {
		conditions = append(conditions, v.value(c))
	}
	blocks = append(blocks, items(v.T("sheet.conditions"), conditions)...)
	if t.Effort.Stated() {
		blocks = append(blocks, pairs(fact{v.T("sheet.effort"), said(v.Value("effort", t.Effort.Text))})...)
	}
	var adopted [][]piece
	for _, a := range v.s.Adopted {
		item := v.terms("places", a.Place)
		if to := v.catalogue.Entry(a.Sheet.Text); to != nil {
			item = append(item, v.entry(to))
		}
		adopted = append(adopted, append(item, v.adoption(a)...))
	}
	return append(blocks, items(v.T("sheet.adopted"), adopted)...)
}

func (v *view) adoption(a sheet.Adoption) []piece {
	var details []piece
	if a.Year.Stated() {
		details = append(details, piece{text: v.day(a.Year)})
	}
	return append(details, v.value(a.Note)...)
}

func (v *view) entry(e *catalogue.Entry) piece {
	p := v.text(e.Title(v.Lang))
	p.entry = e
	return p
}

// related lists what other sheets say of this one.
func (v *view) related(kind catalogue.RelationKind) []block {
	var all [][]piece
	for _, r := range v.e.Relations {
		if r.Kind != kind {
			continue
		}
		item := []piece{v.entry(r.From)}
		if from := r.From.View(v.Lang); kind == catalogue.AdoptedFrom {
			item = append(item, v.terms("places", from.Carrier.Place)...)
			if r.Adoption < len(from.Adopted) {
				item = append(item, v.adoption(from.Adopted[r.Adoption])...)
			}
		}
		all = append(all, item)
	}
	return items("", all)
}

// contact names the office before the person.
func (v *view) contact() []block {
	k := v.s.Contact
	mail := v.value(k.Email)
	if mail != nil {
		mail[0].uri = config.Mailto(k.Email.Text)
	}
	return pairs(
		fact{v.Field("contact.office"), v.value(k.Office)}, fact{v.Field("contact.person"), v.value(k.Person)}, fact{v.Field("contact.role"), v.value(k.Role)},
		fact{v.T("sheet.email"), mail}, fact{v.T("sheet.phone"), v.value(k.Phone)}, fact{v.T("sheet.website"), address(k.URL.Text)},
	)
}

// links show their addresses: paper can't be clicked.
func (v *view) links() []block {
	var all [][]piece
	for _, l := range v.s.Links {
		item := v.value(l.Label)
		for _, a := range address(l.URL.Text) {
			a.quiet = item != nil
			item = append(item, a)
		}
		if l.Lang.Stated() && l.Lang.Text != v.Lang {
			item = append(item, piece{text: v.T("sheet.in_language", "language", v.LanguageName(l.Lang.Text))})
		}
		all = append(all, item)
	}
	return items("", all)
}

// source names the document that the sheet was written from.
func (v *view) source() []block {
	o := v.s.Origin
	item := v.value(o.Title)
	if item != nil && o.Lang.Stated() {
		item = []piece{v.text(sheet.Value{Text: o.Title.Text, Lang: o.Lang.Text})}
	}
	item = append(item, v.value(o.Publisher)...)
	if o.Date.Stated() {
		item = append(item, piece{text: v.day(o.Date)})
	}
	for _, a := range address(o.URL.Text) {
		a.quiet = item != nil
		item = append(item, a)
	}
	if o.Lang.Stated() && o.Lang.Text != v.Lang {
		item = append(item, piece{text: v.T("sheet.in_language", "language", v.LanguageName(o.Lang.Text))})
	}
	return items("", [][]piece{item})
}
