package search

import (
	"cmp"
	"encoding/binary"
	"iter"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/parallel"
)

// The marks of an entry of the dictionary, in the low bits of its first number.
const (
	isLong      = 1 << iota // the postings are in files of their own
	hasConcepts             // numbers of concepts follow
	hasHead                 // the length of a compound's head follows
	hasText                 // a concept's label, facet and key stand behind the term
	marks       = iota
)

// An item is an entry of the dictionary while the index is written.
type item struct {
	df       int // how many documents the list has, of which a long one need not be at hand
	list     list
	concepts []int // twice their numbers, and one where the word is the concept's own name
	head     string
	text     string
	long     [2]string // hashes of the files of a long list, which may be one
	bound    uint8     // the greatest impact in the second one
}

// A directory is the shards of a dictionary, or of a part of one.
type directory struct {
	firsts    []string // where each begins
	hashes    []string
	positions []string // hashes of the files of positions, each for some neighbours
}

// dictionary writes the shards, their positions, and the directory in parts
// where it is large. It returns what the manifest has to hold: the shards' directory,
// or the parts'.
func (w *writer) dictionary(items map[string]*item) (d directory, parted bool) {
	w.longLists(items)
	return w.shards(cut(items))
}

// cut yields the shards of a dictionary.
func cut(items map[string]*item) iter.Seq[*shard] {
	return func(yield func(*shard) bool) {
		var c cutter
		for _, name := range sortedNames(items) {
			c.add(name, items[name])
			if len(c.shards) > 1 {
				if !yield(c.shards[0]) {
					return
				}
				c.shards = c.shards[1:]
			}
		}
		for _, last := range c.shards {
			yield(last)
		}
	}
}

// shards writes shards with their directory, as dictionary says: some while others are still cut, so that few are in memory.
func (w *writer) shards(shards iter.Seq[*shard]) (d directory, parted bool) {
	var firsts []string
	var own []*directory
	w.begins = nil
	parallel.Range(parts(shards), func(part []*shard) func() {
		at := new(directory)
		own, firsts = append(own, at), append(firsts, part[0].first)
		for _, s := range part {
			w.begins = append(w.begins, s.begin)
		}
		return func() { *at = w.directory(part) }
	})
	switch {
	case len(own) == 0:
		return d, false
	case len(w.begins) <= flatNames:
		return *own[0], false
	}
	d.firsts, d.hashes = firsts, make([]string, len(own))
	parallel.Do(len(own), func(i int) {
		part := own[i]
		d.hashes[i] = w.file("i"+fileKey(firsts[i]), strings.Join(part.firsts, "\n"), strings.Join(part.hashes, ""), strings.Join(part.positions, ""))
	})
	return d, true
}

// directory writes shards and returns their directory.
func (w *writer) directory(shards []*shard) directory {
	groups := slices.Collect(slices.Chunk(shards, positionGroup))
	d := directory{make([]string, len(shards)), make([]string, len(shards)), make([]string, len(groups))}
	for i, s := range shards {
		d.firsts[i], d.hashes[i] = s.first, w.shard(s)
	}
	for i, group := range groups {
		d.positions[i] = w.positions(group)
	}
	return d
}

// shard writes a shard, unless it is one of the last index.
func (w *writer) shard(s *shard) (hash string) {
	name := "d" + fileKey(s.first)
	if s.last != nil {
		w.leave(name + "-" + s.last.hash)
		return s.last.hash
	}
	return w.file(name, s.lines.String(), string(s.data))
}

// positions writes the positions of neighbours, unless these were together in the last index, too.
func (w *writer) positions(group []*shard) (hash string) {
	if last := group[0].last; last != nil && last.together(group) {
		w.leave(last.positions)
		return last.positions[len(last.positions)-hashLength:]
	}
	all := make([][]byte, len(group))
	for i, s := range group {
		if all[i] = s.positions; s.last != nil {
			all[i] = s.last.read()
		}
	}
	return w.list("p"+fileKey(group[0].first), all)
}

// A cutter cuts the dictionary into shards. Where one ends depends on its terms, so
// that after an edit most begin where they began before.
type cutter struct {
	shards []*shard
	end    string // the last term
}

// add puts the next term into the last shard, or begins one with it.
func (c *cutter) add(name string, it *item) {
	if c.cuts(name) {
		s := &shard{first: between(c.end, name), begin: name, data: make([]byte, 0, shardLeast), positions: make([]byte, 0, 2*shardLeast)}
		c.shards = append(c.shards, s)
	}
	c.shards[len(c.shards)-1].add(name, it)
	c.end = name
}

// cuts reports whether a shard begins with a term that comes next.
func (c *cutter) cuts(name string) bool {
	if len(c.shards) == 0 {
		return true
	}
	size := c.shards[len(c.shards)-1].size()
	return size >= shardLeast && chance(name, 4) || size >= shardMost
}

// sortedNames sorts by the first letters where these differ, which saves looking up the names.
func sortedNames(items map[string]*item) []string {
	type named struct {
		begin uint64
		name  string
	}
	all := make([]named, 0, len(items))
	for name := range items {
		var begin [8]byte
		copy(begin[:], name)
		all = append(all, named{binary.BigEndian.Uint64(begin[:]), name})
	}
	slices.SortFunc(all, func(a, b named) int {
		if a.begin != b.begin {
			return cmp.Compare(a.begin, b.begin)
		}
		return strings.Compare(a.name, b.name)
	})
	names := make([]string, len(all))
	for i, n := range all {
		names[i] = n.name
	}
	return names
}

// parts cuts the shards into parts of the directory, by their terms as well. Up to flatNames shards are one part, so the first
// parts wait until it is known that there are more.
func parts(shards iter.Seq[*shard]) iter.Seq[[]*shard] {
	return func(yield func([]*shard) bool) {
		var waiting [][]*shard
		var part []*shard
		n := 0
		for s := range shards {
			if at := len(part); at >= partLeast && chance(s.first, partLeast) || at == flatNames {
				waiting, part = append(waiting, part), nil
			}
			part = append(part, s)
			if n++; n > flatNames {
				for _, p := range waiting {
					if !yield(p) {
						return
					}
				}
				waiting = nil
			}
		}
		if n > 0 {
			yield(append(slices.Concat(waiting...), part...))
		}
	}
}

// chance is true for one of n terms, always the same ones.
func chance(term string, n uint32) bool {
	h := uint32(2166136261) // FNV-1a
	for i := range len(term) {
		h = (h ^ uint32(term[i])) * 16777619
	}
	return h%n == 0
}

// between returns the shortest beginning of a term that is greater than the one before.
func between(before, term string) string {
	for i, r := range term {
		if short := term[:i+utf8.RuneLen(r)]; short > before {
			return short
		}
	}
	return term
}

// fileKey is a term as part of a file's name. It need not be of one term only, since
// a hash follows.
func fileKey(term string) string {
	var b strings.Builder
	for _, r := range term {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			b.WriteRune(r)
		} else {
			b.WriteString("_" + strconv.FormatInt(int64(r), 36))
		}
	}
	return b.String()[:min(b.Len(), longestKey)]
}

// A shard is a run of the dictionary while it is written: a line a term, with
// the number of letters shared with the one before as a letter from '0' on, and
// after tabs what is text of the entry; its numbers.
type shard struct {
	first     string // the shortest beginning of its first term that is greater than the last before it
	begin     string // its first term
	end       string // its last term
	lines     strings.Builder
	data      []byte
	positions []byte
	last      *settled // of one of the last index that is to stay
}

// A settled shard is one of the last index.
type settled struct {
	hash      string
	positions string        // the file that has its positions
	at, of    int           // its place among those there
	read      func() []byte // the positions
	place     place
}

// together reports whether shards, of which it is the first, are those that share a file of positions.
func (l *settled) together(group []*shard) bool {
	for i, s := range group {
		if s.last == nil || s.last.positions != l.positions || s.last.at != i {
			return false
		}
	}
	return len(group) == l.of
}

func (s *shard) size() int { return s.lines.Len() + len(s.data) }

func (s *shard) add(name string, it *item) {
	if s.lines.Len() > 0 {
		s.lines.WriteByte('\n')
	}
	shared := common(s.end, name)
	s.end = name
	s.lines.WriteByte(byte('0' + shared))
	s.lines.WriteString(name[shared:])
	s.entry(name, it)
	s.positions = binary.AppendUvarint(s.positions, uint64(len(it.list.positions)))
	s.positions = append(s.positions, it.list.positions...)
}

// common returns how many bytes two terms begin with in common, at most as many
// as a letter says, and never half a letter.
func common(a, b string) int {
	n := 0
	for n < min(len(a), len(b), 40) && a[n] == b[n] && a[n] < 0x80 {
		n++
	}
	return n
}

func (s *shard) entry(name string, it *item) {
	n := it.df
	s.number(n<<marks | isLong*b2i(n > firstBlock) | hasConcepts*b2i(len(it.concepts) > 0) | hasHead*b2i(it.head != "") | hasText*b2i(it.text != ""))
	if len(it.concepts) > 0 {
		s.number(len(it.concepts))
		for _, c := range it.concepts {
			s.number(c)
		}
	}
	if it.head != "" {
		s.head(name, it.head)
	}
	if it.text != "" {
		s.lines.WriteString("\t" + it.text)
	}
	if n > firstBlock {
		s.data = append(append(s.data, it.long[0]...), it.long[1]...)
		if n > wholeList {
			s.number(int(it.bound))
		}
	} else if n > 0 {
		s.data = appendPostings(s.data, it.list.docs, it.list.impacts)
	}
}

// head writes the head of a compound as the length of what both end in; the
// word itself only where it ends otherwise.
func (s *shard) head(name, head string) {
	if strings.HasSuffix(name, head) && isASCII(head) {
		s.number(len(head))
		return
	}
	s.number(0)
	s.lines.WriteString("\t" + head)
}

func isASCII(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return r >= utf8.RuneSelf }) < 0
}

func (s *shard) number(n int) { s.data = appendNumber(s.data, n) }

// longKind begins the names of the files of a long list.
var longKind = [2]string{"l", "r"}

// longLists writes the lists that are too long for the dictionary, on all processors.
func (w *writer) longLists(items map[string]*item) {
	var names []string
	for name, it := range items {
		if len(it.list.docs) > firstBlock {
			names = append(names, name)
		}
	}
	parallel.Do(len(names), func(i int) { w.long(names[i], items[names[i]]) })
}

// long writes the postings of the greatest impact into one file, the others into a second one where they are
// many, and notes their hashes and the greatest impact of the others.
func (w *writer) long(name string, it *item) {
	blocks := []list{it.list}
	if len(it.list.docs) > wholeList {
		first, rest := it.list.halves()
		blocks, it.bound = []list{first, rest}, slices.Max(rest.impacts)
	}
	for i, block := range blocks {
		it.long[i] = w.file(longKind[i]+fileKey(name), string(appendPostings(make([]byte, 0, 4*len(block.docs)), block.docs, block.impacts)))
	}
}

// halves are the postings of the greatest impacts, of the same impact the first ones, and the others.
func (l *list) halves() (first, rest list) {
	var count [256]int
	for _, impact := range l.impacts {
		count[impact]++
	}
	left, least := firstBlock, 255
	for ; count[least] < left; least-- {
		left -= count[least]
	}
	n := len(l.docs)
	first = list{docs: make([]uint32, 0, firstBlock), impacts: make([]uint8, 0, firstBlock)}
	rest = list{docs: make([]uint32, 0, n-firstBlock), impacts: make([]uint8, 0, n-firstBlock)}
	for i, impact := range l.impacts {
		to := &rest
		if int(impact) > least || int(impact) == least && left > 0 {
			to = &first
			left -= b2i(int(impact) == least)
		}
		to.docs, to.impacts = append(to.docs, l.docs[i]), append(to.impacts, impact)
	}
	return first, rest
}
