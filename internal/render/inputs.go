package render

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"slices"
	"sync"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/inputs"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/parallel"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/wire"
)

// basis knows what pages are made of, so that one need not be rendered to know that it would be
// the same as the last time. Each kind of page names what it shows of other entries; what is
// not named here is in all digests, or the page is rendered each time.
type basis struct {
	sums   *inputs.Sums
	shared output.Inputs
	files  [][sha256.Size]byte        // sums of the entries' files
	facts  []output.Inputs            // of the entries: what lists sort and narrow them down by
	faces  map[string][]output.Inputs // of the entries in a language: what other pages show of them
	all    map[string]output.Inputs   // of all facts, by "", and of all faces of a language
}

// newBasis digests what pages have in common: what the sums cover, which terms have pages,
// what the assets are called, the map, the PDFs.
func (r *Renderer) newBasis(sums *inputs.Sums) {
	if sums == nil {
		return
	}
	r.basis = basis{sums: sums, faces: map[string][]output.Inputs{}}
	d := newDigest("shared")
	d.b = append(d.b, sums.Shared[:]...)
	d.say(r.generator, r.world.image, fmt.Sprint(r.world.view))
	for _, facet := range plan.Browsed {
		d.say(facet)
		d.terms(r.plan.Counts(facet))
	}
	for _, name := range slices.Sorted(maps.Keys(r.names)) {
		d.say(name, r.names[name])
	}
	for _, lang := range r.plan.Langs {
		d.say(lang, fmt.Sprint(r.plan.Page(lang+"/transfers.html") != nil))
	}
	for _, path := range slices.Sorted(maps.Keys(r.pdfs)) {
		d.say(path, fmt.Sprint(r.pdfs[path]))
	}
	r.basis.shared = d.sum()
	r.newFaces()
}

// newFaces digests what others show of the entries.
func (r *Renderer) newFaces() {
	entries := r.catalogue.Entries
	faces := make([][]output.Inputs, len(r.plan.Langs))
	for i, lang := range r.plan.Langs {
		faces[i] = make([]output.Inputs, len(entries))
		r.basis.faces[lang] = faces[i]
	}
	r.basis.facts, r.basis.files = make([]output.Inputs, len(entries)), make([][sha256.Size]byte, len(entries))
	parallel.Do(len(entries), func(at int) {
		e := entries[at]
		r.basis.files[at] = r.basis.sums.Sheets[e.ID]
		named := newNamed(e)
		r.basis.facts[at] = newFacts(e, named)
		for i, lang := range r.plan.Langs {
			faces[i][at] = newFace(e, lang, named)
		}
	})
	r.basis.all = map[string]output.Inputs{"": sumOf(r.basis.facts)}
	for i, lang := range r.plan.Langs {
		r.basis.all[lang] = sumOf(faces[i])
	}
}

// sumOf digests digests.
func sumOf(all []output.Inputs) output.Inputs {
	d := newDigest("all")
	for _, one := range all {
		d.add(one)
	}
	return d.sum()
}

// newNamed digests what rows and the reasons of relations are made of in all languages.
func newNamed(e *catalogue.Entry) output.Inputs {
	d := newDigest("named")
	o := e.Original
	d.say(e.ID, o.Lang, o.Carrier.Kind.Text, o.Period.Single.Text, o.Period.From.Text, o.Period.To.Text)
	d.values(o.Carrier.Name)
	d.values(o.Themes...)
	d.list(e.Places())
	d.list(e.PartnerPlaces())
	d.list(e.Langs())
	return d.sum()
}

// newFacts digests all that lists sort and narrow down by: what else terms follow from is in the sums.
func newFacts(e *catalogue.Entry, named output.Inputs) output.Inputs {
	d := newDigest("facts")
	d.add(named)
	o := e.Original
	d.say(e.Type(), o.Status.Text, o.Effort, o.Published.Text, o.Updated.Text)
	d.list(e.Audience())
	return d.sum()
}

// newFace digests what other pages show of an entry: its row in lists, its name, where it is.
func newFace(e *catalogue.Entry, lang string, named output.Inputs) output.Inputs {
	d := newDigest("face")
	d.add(named)
	d.say(lang, e.Slug(lang))
	d.values(e.Title(lang), e.Summary(lang))
	if f := e.File(lang); f != nil {
		d.values(f.Carrier.Name)
	}
	return d.sum()
}

func (r *Renderer) face(e *catalogue.Entry, lang string) output.Inputs {
	return r.basis.faces[lang][e.Number]
}

// Inputs digests all that a page is made of; zero where that is not known.
func (r *Renderer) Inputs(p *plan.Page) output.Inputs {
	if r.basis.sums == nil {
		return output.Inputs{}
	}
	if p.Kind == plan.Sheet {
		return r.Practice(p.Entry).Inputs(p)
	}
	d := newDigest(string(p.Kind))
	d.add(r.basis.shared)
	d.say(p.Path)
	switch p.Kind {
	case plan.List:
		beside := r.besideList(p.Lang)
		if beside == nil { // a fault, which the page will tell
			return output.Inputs{}
		}
		d.list(beside)
		d.rows(r, p)
	case plan.Term:
		d.rows(r, p)
	case plan.Register:
		d.rows(r, p)
		for _, e := range p.Rows {
			d.entry(r, e)
		}
	case plan.Transfers:
		d.rows(r, p)
		for _, e := range p.Rows {
			d.entry(r, e)
			for _, f := range e.Files {
				d.mentions(r, f, p.Lang)
			}
		}
	case plan.Terms:
		d.rows(r, p)
		d.counts(r.plan.Counts(p.Facet))
	case plan.Map:
		d.faces(r, p.Lang)
		for _, e := range r.catalogue.Entries {
			d.adoptions(e)
		}
	case plan.Home, plan.Latest:
		d.facts(r)
		d.faces(r, p.Lang)
	case plan.FreePage, plan.Submit: // whose choices and links may lead to any sheet
		d.faces(r, p.Lang)
	case plan.MyPack:
		d.number(r.plan.CardFiles())
	case plan.Root, plan.Glossary, plan.NotFound:
	case plan.Redirect:
		d.say(p.To)
	default:
		return output.Inputs{}
	}
	return d.sum()
}

// CardsInputs digests what a script that holds the texts of pages is made of, which are those of
// the pages in their order.
func (r *Renderer) CardsInputs(path string, pages []output.Inputs) output.Inputs {
	return r.inputsOf(path, func(d *digest) {
		for _, p := range pages {
			d.add(p)
		}
	})
}

// catalogueInputs digests what the catalogue as data is made of.
func (r *Renderer) catalogueInputs() output.Inputs {
	return r.inputsOf("catalogue", func(d *digest) {
		d.facts(r)
		for _, lang := range r.plan.Langs {
			d.faces(r, lang)
		}
		for _, e := range r.catalogue.Entries {
			d.say(e.Original.Reviewed.Text)
			for _, lang := range r.plan.Langs {
				d.say(string(e.State(lang)))
			}
			for _, stated := range e.Completeness() {
				d.b = wire.AppendBool(d.b, stated)
			}
		}
	})
}

// sitemapInputs is [Renderer.Inputs] of a sitemap.
func (r *Renderer) sitemapInputs(pages []*plan.Page) output.Inputs {
	return r.inputsOf("sitemap", func(d *digest) {
		for some := range slices.Chunk(pages, 64) { // of all together the texts would be as long as the sitemap
			addresses := newDigest("addresses")
			for _, p := range some {
				addresses.say(p.Path)
				if p.Entry != nil {
					addresses.add(r.basis.facts[p.Entry.Number]) // its dates among them
				}
				addresses.number(len(p.Alternates))
				for _, a := range p.Alternates {
					if addresses.b = wire.AppendBool(addresses.b, a.Real); a.Real {
						addresses.say(a.Path)
					}
				}
			}
			d.add(addresses.sum())
		}
	})
}

// imageInputs is [Renderer.Inputs] of a picture, whose name stands for its content.
func (r *Renderer) imageInputs(v version) output.Inputs {
	return r.inputsOf("picture", func(d *digest) { d.say(v.to) })
}

// inputsOf digests what a file is made of: what all files share, and what is taken of the
// rest; zero where the sums of the catalogue's files are not known.
func (r *Renderer) inputsOf(file string, take func(*digest)) output.Inputs {
	if r.basis.sums == nil {
		return output.Inputs{}
	}
	d := newDigest(file)
	d.add(r.basis.shared)
	take(d)
	return d.sum()
}

// A digest collects what a file is made of, each piece with its length.
type digest struct{ b []byte }

// digests are those that can be used again: a large site needs a hundred thousand.
var digests = sync.Pool{New: func() any { return new(digest) }}

// newDigest begins a digest with what it is one of.
func newDigest(of string) *digest {
	d := digests.Get().(*digest)
	d.b = d.b[:0]
	d.say(of)
	return d
}

// sum ends a digest.
func (d *digest) sum() output.Inputs {
	sum := output.NewInputs(sha256.Sum256(d.b))
	digests.Put(d)
	return sum
}

func (d *digest) add(other output.Inputs) { d.b = append(d.b, other[:]...) }

func (d *digest) number(n int) { d.b = wire.AppendInt(d.b, n) }

func (d *digest) say(texts ...string) {
	for _, t := range texts {
		d.b = wire.AppendText(d.b, t)
	}
}

func (d *digest) list(texts []string) {
	d.number(len(texts))
	d.say(texts...)
}

func (d *digest) values(values ...sheet.Value) {
	d.number(len(values))
	for _, v := range values {
		d.say(v.Text, v.Lang)
	}
}

// terms takes the keys of terms, not how many practices they have.
func (d *digest) terms(counts []plan.TermCount) {
	d.number(len(counts))
	for _, t := range counts {
		d.say(t.Key)
		d.terms(t.Narrower)
	}
}

// counts takes terms with the number of their practices.
func (d *digest) counts(counts []plan.TermCount) {
	d.number(len(counts))
	for _, t := range counts {
		d.say(t.Key)
		d.number(t.Count)
		d.counts(t.Narrower)
	}
}

// entry takes all files of an entry.
func (d *digest) entry(r *Renderer, e *catalogue.Entry) {
	d.say(e.ID)
	d.b = append(d.b, r.basis.files[e.Number][:]...)
}

// rows takes the rows of a list, and where it stands among its pages.
func (d *digest) rows(r *Renderer, p *plan.Page) {
	d.say(p.Facet, p.Key, p.Order)
	d.number(p.Number)
	d.number(p.Total)
	if n := len(p.Series); n > 0 { // which are numbered, so that first and last stand for all, of which a long series would have its square
		d.number(n)
		d.say(p.Series[0], p.Series[n-1])
	}
	for _, entries := range [][]*catalogue.Entry{p.Rows, p.Also} {
		d.number(len(entries))
		for _, e := range entries {
			d.add(r.face(e, p.Lang))
		}
	}
}

// faces takes what other pages show of all entries.
func (d *digest) faces(r *Renderer, lang string) { d.add(r.basis.all[lang]) }

// facts takes what lists sort and narrow all entries down by.
func (d *digest) facts(r *Renderer) { d.add(r.basis.all[""]) }

// adoptions takes where a practice was taken over, and which sheets tell of it there.
func (d *digest) adoptions(e *catalogue.Entry) {
	d.number(len(e.Original.Adopted))
	for _, a := range e.Original.Adopted {
		d.say(a.Sheet.Text)
		d.values(a.Place...)
	}
}

// mentioned are the ids that the texts of a sheet name.
func mentioned(f *sheet.Brief) []string {
	if len(f.Adopted) == 0 {
		return f.Refs
	}
	ids := slices.Clone(f.Refs)
	for _, a := range f.Adopted {
		ids = append(ids, a.Sheet.Text)
	}
	return ids
}

// mentions takes the addresses of what the texts of a sheet name.
func (d *digest) mentions(r *Renderer, f *sheet.Brief, lang string) {
	for _, id := range mentioned(f) {
		if to := r.catalogue.Entry(id); to != nil {
			d.add(r.face(to, lang))
		}
		d.say(id)
	}
}
