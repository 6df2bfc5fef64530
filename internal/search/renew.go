package search

import (
	"bytes"
	"crypto/sha256"
	"maps"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
)

// A renewal makes an index from the last one where a few sheets were edited: it reads and writes only what holds
// their words. What a sheet adds to a list follows from the sheet alone, given how long documents are
// and how German words are split; where either changes, or a concept gets its first or loses its last document,
// all is made anew.
type renewal struct {
	*writer
	changes *changes

	mu     sync.Mutex // held while the last index is read
	last   *Index
	shards []*shard        // of the last index, as they were
	opened map[int]items   // by number: what will be in their places
	gone   map[string]bool // files of long lists
}

// Items are entries of the dictionary by their names.
type items map[string]*item

// few is the share of the documents up to which it is quicker to renew an index than to make it.
const few = 250

// renew makes the index from the last one. Where it says that it can't, what it has written is right all the same.
func (w *writer) renew() (m manifest, ok bool) {
	d := w.docs
	if d.moved || len(d.changed) == 0 || len(d.changed) > max(2, len(d.entries)/few) {
		return m, false
	}
	t := w.thesaurus()
	n := &renewal{writer: w, opened: map[int]items{}, gone: map[string]bool{}}
	var err error
	if n.last, err = Open(w.Lang, w.past.manifest, n.read); err != nil {
		return m, false
	}
	if n.changes, ok = n.findChanges(t); !ok || !n.settle() || !n.apply() {
		return m, false
	}
	shards, ok := n.cut()
	if !ok {
		return m, false
	}
	return n.write(t, shards)
}

// write writes what is new, and leaves all else where it lies.
func (n *renewal) write(t *thesaurus, shards []*shard) (m manifest, ok bool) {
	m = n.manifest(t)
	titles, err := n.titles(m.Group)
	if err != nil {
		return m, false
	}
	x, err := n.extra(t)
	if err != nil {
		return m, false
	}
	n.leaveLists()
	m.directory(n.writer.shards(slices.Values(shards)))
	m.Titles, m.Extra = n.names("n", titles), n.file("e", x)
	return m, !n.lost
}

// read reads a file of the last index, unless it is another one by now.
func (n *renewal) read(path string) ([]byte, error) {
	data, err := output.Last(n.sink, path)
	if err != nil {
		return nil, err
	}
	name := strings.TrimSuffix(strings.TrimPrefix(path, n.dir), ending)
	script, _ := bytes.CutSuffix(data, []byte(closing))
	if sum := sha256.Sum256(script[min(len(opening), len(script)):]); madeOf(path, sum) != n.past.files[name] {
		return nil, damaged(name)
	}
	return data, nil
}

// settle finds out which shards the last index has.
func (n *renewal) settle() bool {
	for part := 0; part == 0 || n.last.manifest.Parted && part < len(n.last.top.hashes); part++ {
		d, err := n.last.part(part)
		if err != nil || len(d.hashes) != len(d.firsts) || len(d.positions)*positionGroup < len(d.firsts) {
			return false
		}
		for at, first := range d.firsts {
			group := at / positionGroup
			from := group * positionGroup
			file := "p" + fileKey(d.firsts[from]) + "-" + d.positions[group]
			s := &settled{hash: d.hashes[at], positions: file, at: at - from, of: min(positionGroup, len(d.firsts)-from), place: place{part, at}}
			s.read = func() []byte { return n.positionsOf(s) }
			n.shards = append(n.shards, &shard{first: first, last: s})
		}
	}
	if len(n.shards) != len(n.past.begins) {
		return false
	}
	for i, s := range n.shards {
		s.begin = n.past.begins[i]
	}
	return true
}

// positionsOf reads the positions of a shard.
func (n *renewal) positionsOf(s *settled) []byte {
	n.mu.Lock()
	defer n.mu.Unlock()
	all, err := once(n.last, s.positions, func() (all [][]byte, err error) { return all, n.last.loadJSON(s.positions, &all) })
	if err != nil || len(all) != s.of {
		n.lose(s.positions)
		return nil
	}
	return all[s.at]
}

// open takes a shard apart.
func (n *renewal) open(i int) (items, bool) {
	if all := n.opened[i]; all != nil {
		return all, true
	}
	s := n.shards[i].last
	entries, err := n.last.shard(s.place)
	positions := n.positionsOf(s)
	if err != nil || n.lost {
		return nil, false
	}
	all, ok := itemsOf(entries, positions)
	n.opened[i] = all
	return all, ok
}

// apply changes lists in the shards that have them.
func (n *renewal) apply() bool {
	changed := items{}
	for _, name := range slices.Sorted(maps.Keys(n.changes.lists)) {
		if concept, isUnder := strings.CutSuffix(name, under); isUnder {
			if e, err := n.last.entry(concept); err != nil {
				return false
			} else if e == nil {
				continue // a concept that nobody speaks of
			}
		}
		at := max(0, sort.Search(len(n.shards), func(i int) bool { return n.shards[i].begin > name })-1)
		all, ok := n.open(at)
		if !ok || !n.change(all, name) {
			return false
		}
		if it := all[name]; it != nil {
			changed[name] = it
		}
	}
	n.longLists(changed)
	return true
}

// change changes a list, which may be new or end, in a shard.
func (n *renewal) change(all items, name string) bool {
	it := all[name]
	if it == nil {
		it = &item{}
		all[name] = it
	}
	before := it.df
	if err := n.load(name, it); err != nil {
		return false
	}
	it.list = it.list.changed(n.changes.lists[name])
	it.df = len(it.list.docs)
	switch {
	case before > 0 && it.df > 0:
		return true
	case isConcept(name):
		return false
	case before == 0:
		head := n.changes.joints[name].head
		e, err := n.last.entry(head)
		if e != nil && e.df > 0 {
			it.head = head
		}
		return err == nil
	case len(it.concepts) > 0:
		it.head = ""
	default:
		delete(all, name)
	}
	return true
}

// load reads the files of a long list, which are not to stay.
func (n *renewal) load(name string, it *item) error {
	if it.df <= firstBlock {
		return nil
	}
	e, err := n.last.entry(name)
	if err != nil {
		return err
	}
	p, err := n.last.all(e)
	if err != nil {
		return err
	}
	it.list.docs, it.list.impacts = p.docs, p.impacts
	it.long, it.bound = [2]string{}, 0
	for _, file := range e.long {
		n.gone[file] = true
	}
	return nil
}

// cut cuts the dictionary again where shards were opened, and on until a shard begins where it did.
func (n *renewal) cut() (shards []*shard, ok bool) {
	for i := len(n.shards) - 1; i > 0; i-- {
		if all := n.opened[i]; all != nil && all[n.shards[i].begin] == nil {
			if _, ok := n.open(i - 1); !ok { // how long that is decides what comes now
				return nil, false
			}
		}
	}
	var c cutter
	for i, s := range n.shards {
		if n.opened[i] == nil && c.meets(s) {
			c.shards = append(c.shards, s)
			continue
		}
		all, ok := n.open(i)
		if !ok {
			return nil, false
		}
		if c.settled() {
			c.shards = append(c.shards, &shard{first: s.first, begin: s.begin})
		}
		for _, name := range sortedNames(all) {
			c.add(name, all[name])
		}
	}
	return c.shards, true
}

// settled reports whether a shard of the last index came last.
func (c *cutter) settled() bool { return len(c.shards) > 0 && c.shards[len(c.shards)-1].last != nil }

// meets reports whether a shard of the last index can come next as it is.
func (c *cutter) meets(s *shard) bool {
	return c.settled() || c.cuts(s.begin) && between(c.end, s.begin) == s.first
}

// leaveLists leaves all long lists that did not change.
func (n *renewal) leaveLists() {
	for name := range n.past.files {
		if (name[:1] == longKind[0] || name[:1] == longKind[1]) && !n.gone[name] {
			n.leave(name)
		}
	}
}

// titles writes files of titles of which one changed, and returns the hashes of all.
func (n *renewal) titles(group int) ([]string, error) {
	changed := map[int]bool{}
	for _, doc := range n.docs.changed {
		changed[doc/group] = true
	}
	var hashes []string
	for len(hashes) < n.last.manifest.groups() {
		some, err := n.last.titles(len(hashes))
		if hashes = append(hashes, some...); err != nil || len(some) == 0 {
			return nil, ErrCorrupt
		}
	}
	for i := range hashes {
		name := "t" + strconv.Itoa(i)
		if changed[i] {
			some, ok := n.docs.know(i*group, min(len(n.docs.learnt), (i+1)*group))
			if !ok {
				return nil, ErrCorrupt
			}
			hashes[i] = n.group(i, some)
		} else {
			n.leave(name + "-" + hashes[i])
		}
	}
	return hashes, nil
}

// extra writes words and facets, where they are others than before.
func (n *renewal) extra(t *thesaurus) (extra, error) {
	x, err := n.last.extra()
	if err != nil {
		return x, err
	}
	if n.ranked = n.past.ranked; n.changes.words {
		x.Words = n.writer.words(n.docs.reranked(n.past.ranked, n.changes.more, t))
	}
	if n.changes.facets {
		all, ok := n.docs.know(0, len(n.docs.learnt))
		if !ok {
			return x, ErrCorrupt
		}
		x.Facets = n.writer.facets(n.reader.columns(each(all, learnt.facets)))
	}
	for length, hash := range x.Words {
		n.leave("w" + length + "-" + hash)
	}
	for _, f := range x.Facets {
		n.leave("f" + f[0] + "-" + f[1])
	}
	return x, nil
}
