package render

import (
	"slices"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
)

// A part is one ruled row of the card: its label and what stands beside it.
// Without blocks it is not stated.
type part struct {
	Key    string
	Label  string
	Blocks []block
}

// order is in which order parts are shown: the form's own, and what partners
// did together where the form has no place for it. Other types than the form
// name the carrier at a glance only.
var order = []string{"carrier", "context", "description", "activities", "resources", "partners", "outcome", "transferability", "contact"}

// parts are those of the form, then what is said elsewhere about the practice.
func (c *context) parts(e *catalogue.Entry, s *sheet.Sheet) []part {
	parts := c.partSlab.room(len(order) + 5)
	add := func(key, label string, blocks []block, always bool) {
		if len(blocks) > 0 || always {
			parts = append(parts, part{key, label, blocks})
		}
	}
	form := e.Type() == "sheet"
	for _, key := range order {
		if key != "carrier" || form {
			add(key, c.Field(key), c.blocks(key, e, s), form && slices.Contains(catalogue.Parts, key))
		}
	}
	add("story", c.T("sheet.more"), c.appendProse(c.blockSlab.room(1), "", s.Body, "body", 2), false)
	add("mentioned-by", c.T("sheet.mentioned_by"), c.mentionedBy(e), false)
	add("related", c.T("sheet.related"), c.related(e), false)
	add("links", c.Field("links"), c.links(s), false)
	add("source", c.Field("source"), c.source(s), false)
	return parts
}

func (c *context) blocks(key string, e *catalogue.Entry, s *sheet.Sheet) []block {
	switch key {
	case "carrier":
		return c.carrier(s)
	case "context":
		return c.appendProse(c.blockSlab.room(1), "", s.Context, key, 2)
	case "description":
		return c.appendProse(c.blockSlab.room(1), "", s.Description, key, 2)
	case "resources":
		blocks := c.appendProse(c.blockSlab.room(4), "", s.Resources.Text, key, 2)
		blocks = c.appendProse(blocks, c.T("sheet.staff"), s.Resources.Staff, "resources-staff", 3)
		blocks = c.appendProse(blocks, c.T("sheet.material"), s.Resources.Material, "resources-material", 3)
		return c.appendProse(blocks, c.T("sheet.funding"), s.Resources.Funding, "resources-funding", 3)
	case "partners":
		return c.partners(s)
	case "activities":
		return c.activities(s)
	case "outcome":
		blocks := c.appendProse(c.blockSlab.room(4), "", s.Outcome.Text, key, 2)
		blocks = c.appendProse(blocks, c.T("sheet.direct"), s.Outcome.Direct, "outcome-direct", 3)
		blocks = c.appendProse(blocks, c.T("sheet.indirect"), s.Outcome.Indirect, "outcome-indirect", 3)
		return append(blocks, c.figures(s)...)
	case "transferability":
		return c.transferability(e, s)
	case "contact":
		return c.contact(s)
	}
	return nil
}

// carrier is the first part of the form. Without a name it counts as not
// stated, though place and kind may be known.
func (c *context) carrier(s *sheet.Sheet) []block {
	pairs := c.factSlab.room(4)
	if s.Carrier.Name.Stated() {
		pairs = append(pairs, Fact{c.Field("carrier.name"), c.linkSlab.of(Link{Text: c.text(s.Carrier.Name)})})
	}
	if s.Carrier.Kind.Stated() {
		pairs = append(pairs, Fact{c.Field("carrier.kind"), c.linkSlab.of(c.facetTerm("carriers", s.Carrier.Kind.Text))})
	}
	if link := web(s.Carrier.URL.Text, Text{Text: config.Bare(s.Carrier.URL.Text)}); link.Href != "" {
		pairs = append(pairs, Fact{c.T("sheet.website"), c.linkSlab.of(link)})
	}
	if len(pairs) > 0 && !s.Carrier.Name.Stated() {
		pairs = slices.Insert(pairs, 0, Fact{Label: c.Field("carrier.name")})
	}
	return c.pairsBlock(pairs)
}

func (c *context) transferability(e *catalogue.Entry, s *sheet.Sheet) []block {
	t := s.Transferability
	blocks := c.appendProse(c.blockSlab.room(5), "", t.Text, "transferability", 2)
	conditions := c.itemSlab.room(len(t.Conditions))
	for _, v := range t.Conditions {
		if v.Stated() {
			conditions = append(conditions, c.linkSlab.of(Link{Text: c.text(v)}))
		}
	}
	blocks = append(blocks, c.itemsBlock(c.T("sheet.conditions"), conditions)...)
	if t.Effort.Stated() {
		effort := c.factSlab.of(Fact{c.T("sheet.effort"), c.linkSlab.of(plain(c.Value("effort", t.Effort.Text)))})
		blocks = append(blocks, c.pairsBlock(effort)...)
	}
	return append(append(blocks, c.adopted(s)...), c.adoptedFrom(e)...)
}

// adopted lists who took the practice over.
func (c *context) adopted(s *sheet.Sheet) []block {
	var items [][]Link
	for _, a := range s.Adopted {
		item := c.terms("places", a.Place)
		if to := c.catalogue.Entry(a.Sheet.Text); to != nil {
			item = append(item, c.sheetLink(to))
		}
		item = append(item, c.adoptionDetails(a)...)
		if len(item) > 0 {
			items = append(items, item)
		}
	}
	return c.itemsBlock(c.T("sheet.adopted"), items)
}

func (c *context) adoptionDetails(a sheet.Adoption) []Link {
	var details []Link
	if a.Year.Stated() {
		details = append(details, plain(c.day(a.Year)))
	}
	if a.Note.Stated() {
		details = append(details, Link{Text: c.text(a.Note)})
	}
	return details
}

// adoptedFrom is the other side of adopted.
func (c *context) adoptedFrom(e *catalogue.Entry) []block {
	var items [][]Link
	for _, r := range e.Relations {
		if r.Kind != catalogue.AdoptedFrom {
			continue
		}
		from := r.From.View(c.Lang)
		item := append([]Link{c.sheetLink(r.From)}, c.terms("places", from.Carrier.Place)...)
		if r.Adoption < len(from.Adopted) {
			item = append(item, c.adoptionDetails(from.Adopted[r.Adoption])...)
		}
		items = append(items, item)
	}
	return c.itemsBlock(c.T("sheet.adopted_from"), items)
}

func (c *context) mentionedBy(e *catalogue.Entry) []block {
	var items [][]Link
	for _, r := range e.Relations {
		if r.Kind == catalogue.MentionedBy {
			items = append(items, []Link{c.sheetLink(r.From)})
		}
	}
	return c.itemsBlock("", items)
}

// related lists the practices that have most in common with this one, each with what that is.
func (c *context) related(e *catalogue.Entry) []block {
	related := c.practice.others()
	if len(related) == 0 {
		return nil
	}
	rows, links := c.relatedSlab.room(len(related)), c.sheetLinks()
	for _, r := range related {
		rows = append(rows, relatedRow{links[r.Entry.Number], c.inCommon(&r)})
	}
	return c.blockSlab.of(block{Related: rows})
}

// inCommon words what two practices have in common.
func (c *context) inCommon(r *plan.Related) string {
	terms, comma := c.line[:0], ""
	add := func(facet string, keys []string, p phrase) {
		for _, key := range keys {
			terms = appendPhrase(append(terms, comma...), p, c.label(facet, key).Text)
			comma = c.T("join.comma")
		}
	}
	add("themes", r.Themes, alone)
	add("places", r.Places, alone)
	add("places", r.Partners, c.partner)
	c.line = terms
	return string(appendPhrase(terms[len(terms):], c.language.related, terms))
}

// alone is a phrase that adds nothing.
var alone = phrase{"", ""}
