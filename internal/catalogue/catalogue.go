// Package catalogue puts the files together: all languages of one practice are
// one Entry, entries refer to each other and to the terms of the vocabularies.
// A Catalogue is finished when it is made and never changed after.
package catalogue

import (
	"cmp"
	"slices"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edtf"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/parallel"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/vocab"
)

// Input is what a catalogue is made of.
type Input struct {
	Site       *config.Site
	Vocabulary *vocab.Vocabulary
	Sheets     []*sheet.Brief
	Pages      []*sheet.Page
	Packs      []*sheet.Pack
	Now        edtf.Day // contacts whose review is due before it are in no output

	// Before is an earlier catalogue of the same site, of which entries with the
	// same files take over what was found out of them; may be nil.
	Before *Catalogue
}

// A Catalogue is all practices and free pages.
type Catalogue struct {
	Site       *config.Site
	Vocabulary *vocab.Vocabulary
	Now        edtf.Day
	Entries    []*Entry     // by id
	Pages      []*PageEntry // by id
	Packs      []*sheet.Pack

	entries map[string]*Entry
	pages   map[string]*PageEntry
}

// New groups the files by id, in whatever order they come.
func New(in Input) *Catalogue {
	c := &Catalogue{
		Site: in.Site, Vocabulary: in.Vocabulary, Now: in.Now,
		Packs:   slices.SortedFunc(slices.Values(in.Packs), func(a, b *sheet.Pack) int { return cmp.Compare(a.ID, b.ID) }),
		entries: map[string]*Entry{}, pages: map[string]*PageEntry{},
	}
	for _, s := range in.Sheets {
		e := c.entries[s.ID]
		if e == nil {
			e = &Entry{ID: s.ID, site: in.Site}
			c.entries[s.ID] = e
			c.Entries = append(c.Entries, e)
		}
		e.Files = append(e.Files, s)
	}
	for _, p := range in.Pages {
		e := c.pages[p.ID]
		if e == nil {
			e = &PageEntry{ID: p.ID, site: in.Site}
			c.pages[p.ID] = e
			c.Pages = append(c.Pages, e)
		}
		e.Files = append(e.Files, p)
	}
	slices.SortFunc(c.Entries, func(a, b *Entry) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(c.Pages, func(a, b *PageEntry) int { return cmp.Compare(a.ID, b.ID) })
	parallel.With(len(c.Entries), func() *tracks { return new(tracks) }, func(room *tracks, i int) {
		c.Entries[i].Number = i
		var before *Entry
		if in.Before != nil {
			before = in.Before.entries[c.Entries[i].ID]
		}
		c.Entries[i].finish(in.Now, before, room)
	})
	for _, p := range c.Pages {
		p.finish()
	}
	c.relate()
	return c
}

// Entry returns a practice by its id, nil where there is none.
func (c *Catalogue) Entry(id string) *Entry { return c.entries[id] }

// Pack returns a pack by its id, nil where there is none.
func (c *Catalogue) Pack(id string) *sheet.Pack {
	for _, p := range c.Packs {
		if p.ID == id {
			return p
		}
	}
	return nil
}

// Has reports whether an entry is one of this catalogue, not of another one of the same site.
func (c *Catalogue) Has(e *Entry) bool { return e.Number < len(c.Entries) && c.Entries[e.Number] == e }

// Page returns a free page by its id, nil where there is none.
func (c *Catalogue) Page(id string) *PageEntry { return c.pages[id] }

// rank orders the languages of a site: its own first, then the others.
func rank(site *config.Site, lang string) int {
	for i, l := range site.Languages {
		if l.Text == lang {
			return i
		}
	}
	return len(site.Languages)
}

func byLanguage(site *config.Site, a, b string) int {
	return cmp.Or(cmp.Compare(rank(site, a), rank(site, b)), cmp.Compare(a, b))
}
