package render

import (
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/markdown"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
)

// A scratch is what the views of a page are made in. When the page has been printed it is used again for the next one: of thirty thousand
// pages, views that are made anew are as much for the collector to clear away as the pages are long.
type scratch struct {
	texts    []byte // those of Markdown as HTML, one after the other
	view     *sheet.Sheet
	resolver func(markdown.Link) (markdown.Address, bool) // that of links of texts, for whatever page the context is of

	linkSlab    slab[Link]
	itemSlab    slab[[]Link]
	factSlab    slab[Fact]
	blockSlab   slab[block]
	partSlab    slab[part]
	relatedSlab slab[relatedRow]
	tabSlab     slab[tab]
	workSlab    slab[work]
	switchSlab  slab[switchLink]
	wordSlab    slab[string]
	line        []byte // a text before it is one
	graph       graph
}

// again returns the same memory for another page.
func (s *scratch) again() scratch {
	s.texts = s.texts[:0]
	s.linkSlab.reset()
	s.itemSlab.reset()
	s.factSlab.reset()
	s.blockSlab.reset()
	s.partSlab.reset()
	s.relatedSlab.reset()
	s.tabSlab.reset()
	s.workSlab.reset()
	s.switchSlab.reset()
	s.wordSlab.reset()
	return *s
}

// A slab is where short lists lie side by side. None of them can grow into the next one.
type slab[T any] struct{ used []T }

func (s *slab[T]) reset() { s.used = s.used[:0] }

// room returns an empty list to which so many values can be added.
func (s *slab[T]) room(n int) []T {
	from := len(s.used)
	if from+n > cap(s.used) { // those that lie there keep the former one
		s.used, from = make([]T, 0, max(n, 2*cap(s.used), 8)), 0
	}
	s.used = s.used[:from+n]
	return s.used[from : from : from+n]
}

// of returns a list of values.
func (s *slab[T]) of(values ...T) []T { return append(s.room(len(values)), values...) }
