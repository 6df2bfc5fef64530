package search

import (
	"encoding/binary"
)

// itemsOf turns the entries of a shard back into what it was written from, and is false where its positions
// do not fit. Long lists are not at hand.
func itemsOf(entries []entry, positions []byte) (items, bool) {
	r := &varints{data: positions}
	all := make(items, len(entries))
	for i := range entries {
		e := &entries[i]
		it := &item{df: e.df, concepts: e.concepts, head: e.head, text: e.text, bound: e.bound}
		it.list.positions = r.bytes(r.number())
		if e.postings != nil {
			it.list.docs, it.list.impacts = e.postings.docs, e.postings.impacts
		}
		for k, file := range e.long {
			it.long[k] = file[max(0, len(file)-hashLength):]
		}
		all[e.name] = it
	}
	return all, !r.bad && len(r.data) == 0
}

// A posting is what a document adds to a list; the zero one is nothing.
type posting struct {
	impact    uint8
	positions string // as in a list
	here      bool
}

// A change is of what a document adds to a list.
type change struct {
	doc uint32
	posting
}

// changed returns a list with changes, which are in the order of documents.
func (l list) changed(changes []change) list {
	most := len(l.docs) + len(changes)
	to := list{docs: make([]uint32, 0, most), impacts: make([]uint8, 0, most)}
	rest := l.positions
	for i, doc := range l.docs {
		for ; len(changes) > 0 && changes[0].doc < doc; changes = changes[1:] {
			to.add(changes[0])
		}
		n := documentIn(rest)
		if len(changes) > 0 && changes[0].doc == doc {
			to.add(changes[0])
			changes = changes[1:]
		} else {
			to.docs, to.impacts, to.positions = append(to.docs, doc), append(to.impacts, l.impacts[i]), append(to.positions, rest[:n]...)
		}
		rest = rest[n:]
	}
	for _, c := range changes {
		to.add(c)
	}
	return to
}

// add adds what a document adds, which may be nothing.
func (l *list) add(c change) {
	if c.here {
		l.docs, l.impacts, l.positions = append(l.docs, c.doc), append(l.impacts, c.impact), append(l.positions, c.positions...)
	}
}

// documentIn returns how many bytes the positions in the first document take.
func documentIn(positions []byte) int {
	count, at := binary.Uvarint(positions)
	for at = max(at, 0); count > 0 && at < len(positions); at++ {
		if positions[at] < 0x80 { // the last byte of a number
			count--
		}
	}
	return at
}
