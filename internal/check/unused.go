package check

import (
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/vocab"
)

// A usage holds which terms of which vocabulary are referred to.
type usage map[string]map[string]bool

func (u usage) add(scheme, key string) {
	if u[scheme] == nil {
		u[scheme] = map[string]bool{}
	}
	u[scheme][key] = true
}

// unused notes terms that nothing refers to: no sheet, no pack, no narrower term, no
// place. A vocabulary is passed over where somebody refers to a term that is not in it,
// since that may be the one, or that has faults itself; and all are where a sheet could not
// be read in full. One of which half or less is in use was taken over whole and
// waits for its sheets.
func (d *desk) unused() {
	u := usage{}
	for _, e := range d.cat.Entries {
		if len(e.Original.Lost) > 0 {
			return
		}
		e.Original.Terms(u.add)
	}
	if len(d.cat.Entries) == 0 {
		return // a new catalogue begins with its terms
	}
	for _, p := range d.cat.Packs {
		for i := range field.Walk(sheet.PackFields(), p) {
			if i.Field.Form == "term" && i.Value.Stated() {
				u.add(i.Field.Of, i.Value.Text)
			}
		}
	}
	for _, name := range vocab.Schemes {
		if name == "aspects" {
			continue // a scale, whose steps are given
		}
		d.unusedIn(d.terms.Scheme(name), u)
	}
}

func (d *desk) unusedIn(s *vocab.Scheme, u usage) {
	if s.Name == "networks" {
		for _, p := range d.terms.Scheme("places").Terms {
			for _, n := range p.Networks {
				u.add("networks", n.Text)
			}
		}
	}
	if len(s.Lost) > 0 {
		return
	}
	for _, t := range s.Terms {
		u.add(s.Name, t.Broader.Text)
	}
	for key := range u[s.Name] {
		if key != "" && d.terms.Term(s.Name, key) == nil {
			return
		}
	}
	var idle []*vocab.Term
	for _, t := range s.Terms {
		if !u[s.Name][t.Key] && !d.doubtful(t.KeySpan) {
			idle = append(idle, t)
		}
	}
	if 2*len(idle) >= len(s.Terms) {
		return
	}
	for _, t := range idle {
		d.report(rule.TermUnused.At(t.KeySpan, "key", t.Key))
	}
}
