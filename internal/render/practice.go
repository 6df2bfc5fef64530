package render

import (
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
)

// A Practice renders the pages of an entry in all languages one after the other. What they have in common is made
// once, when it is first needed. It is not safe for concurrent use.
type Practice struct {
	r        *Renderer
	entry    *catalogue.Entry
	original *sheet.Sheet
	located  *drawing
	related  []plan.Related
	linked   *linked
	urls     []string // of the pages, as far as they were asked for
}

// Practice returns that of an entry.
func (r *Renderer) Practice(e *catalogue.Entry) *Practice { return &Practice{r: r, entry: e} }

// view is what readers of a language see, for as long as there is nothing else in the room for it.
func (p *Practice) view(lang string, room *sheet.Sheet) *sheet.Sheet {
	if p.original == nil {
		p.original = p.entry.Original.Shown()
	}
	return p.entry.ViewOf(p.original, lang, room)
}

// onMap is where the practice is.
func (p *Practice) onMap() *drawing {
	if p.located == nil {
		p.located = p.r.locate(p.entry)
	}
	return p.located
}

// others are the entries that have most in common with it.
func (p *Practice) others() []plan.Related {
	if p.related == nil {
		p.related = p.r.plan.Related(p.entry)
	}
	return p.related
}

// addresses are those of a page's alternates, which are the same for all pages.
func (p *Practice) addresses(page *plan.Page) []string {
	if p.urls == nil {
		p.urls = make([]string, len(page.Alternates))
	}
	return p.urls
}

// Lend renders the page of a language as [Renderer.Lend] does.
func (p *Practice) Lend(page *plan.Page, do func(output.File) error) error {
	return p.r.lend(page, p, do)
}

// A linked is what the page of an entry is made of in every language: its own files, and which others it shows.
type linked struct {
	sum    output.Inputs
	others []int // numbers of those whose faces are shown
}

// usualMentions is how many other sheets those of an entry name, rather more than less.
const usualMentions = 8

func (r *Renderer) newLinked(e *catalogue.Entry) *linked {
	l := new(linked)
	d := newDigest("practice")
	d.entry(r, e)
	related := r.plan.RelatedNumbers(e) // whose faces have their terms: which of them both have follows from these and the entry's own
	l.others = append(make([]int, 0, len(related)+len(e.Relations)+usualMentions), related...)
	d.number(len(e.Relations))
	for _, relation := range e.Relations {
		d.say(string(relation.Kind))
		d.number(relation.Adoption)
		d.entry(r, relation.From)
		l.others = append(l.others, relation.From.Number)
	}
	for _, f := range e.Files {
		for _, id := range mentioned(f) {
			d.say(id)
			if to := r.catalogue.Entry(id); to != nil {
				l.others = append(l.others, to.Number)
			}
		}
	}
	l.sum = d.sum()
	return l
}

// Inputs is [Renderer.Inputs] of the page of a language.
func (p *Practice) Inputs(page *plan.Page) output.Inputs {
	return p.r.inputsOf(string(plan.Sheet), func(d *digest) {
		if p.linked == nil {
			p.linked = p.r.newLinked(p.entry)
		}
		d.say(page.Path)
		d.add(p.linked.sum)
		if p.entry.Slug(page.Lang) != p.entry.ID {
			d.say(p.r.plan.Permalink(p.entry, page.Lang))
		}
		d.number(len(p.linked.others))
		faces := p.r.basis.faces[page.Lang]
		for _, other := range p.linked.others {
			d.add(faces[other])
		}
	})
}
