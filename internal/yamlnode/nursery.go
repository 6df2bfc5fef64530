package yamlnode

import "sync"

// A nursery is where the nodes of a tree come from that is read quickly: by the hundred, and for one tree after the
// other. Of a catalogue of ten thousand sheets the trees would be half of all that is ever made, and each is looked
// at once.
type nursery struct {
	nodes arena[Node]
	pairs arena[Pair]
	items arena[*Node]

	// What the maps and lists have so far that are being read, those inside others last.
	open   []Pair
	listed []*Node
}

var nurseries = sync.Pool{New: func() any { return new(nursery) }}

// Release gives the memory of a tree to the next one. Nobody may use its nodes after; the texts and places that they had
// stay as they are. To forget it costs memory, no more.
func (t Tree) Release() {
	if n := t.made; n != nil {
		n.nodes.reset()
		n.pairs.reset()
		n.items.reset()
		n.open, n.listed = emptied(n.open), emptied(n.listed)
		nurseries.Put(n)
	}
}

// emptied returns the room of a slice, unless that is more than is kept.
func emptied[T any](s []T) []T {
	if cap(s) > mostKept {
		return nil
	}
	clear(s[:cap(s)])
	return s[:0]
}

// An arena makes slices out of one.
type arena[T any] struct {
	all  []T // the last that was made; what is left of it is free
	free []T
}

// The least that an arena makes at once, and the most that it keeps: as much as no sheet needs.
const (
	leastMade = 64
	mostKept  = 1 << 12
)

func (a *arena[T]) take(n int) []T {
	if n > len(a.free) {
		a.all = make([]T, max(n, 2*len(a.all), leastMade))
		a.free = a.all
	}
	taken := a.free[:n:n]
	a.free = a.free[n:]
	return taken
}

// keep returns a copy.
func (a *arena[T]) keep(s []T) []T {
	kept := a.take(len(s))
	copy(kept, s)
	return kept
}

// reset takes back all that was taken.
func (a *arena[T]) reset() {
	if len(a.all) > mostKept {
		*a = arena[T]{}
	}
	clear(a.all[:len(a.all)-len(a.free)])
	a.free = a.all
}
