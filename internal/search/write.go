package search

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"sync"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
)

// How large the pieces of an index get.
const (
	shardSize  = 12 << 10 // of the dictionary, in bytes
	firstBlock = 256      // postings of the first block of a long list; lists up to this are in the dictionary
	titleGroup = 16       // documents of a file of titles
	nameGroup  = 256      // names of files in one list of names
	mostWords  = 20000    // words that a typing error is compared with
)

// The marks of an entry of the dictionary, in the low bits of its first number.
const (
	isLong      = 1 << iota // the postings are in files of their own
	hasConcepts             // numbers of concepts follow
	hasHead                 // the name of a compound's head follows
	hasText                 // a concept's label, facet and key follow
	marks       = iota
)

// An item is an entry of the dictionary while the index is written.
type item struct {
	list     *list
	concepts []int // twice their numbers, and one where the word is the concept's own name
	head     string
	text     string
}

// A writer writes the files of one language.
type writer struct {
	sink output.Sink
	dir  string
	seen *sync.Map // names that were written: two pieces of the same content are one file
	err  error
}

// file writes a piece of the index under a name that carries its hash, and
// returns the name. A piece is a script that hands over JSON, since scripts are
// all that a page opened from a disk may load.
func (w *writer) file(kind string, content ...any) string { return w.list(kind, content) }

// list is file for a list of any length.
func (w *writer) list(kind string, content any) string {
	data, err := json.Marshal(content)
	if err != nil {
		w.fail(err)
		return ""
	}
	sum := sha256.Sum256(data)
	name := kind + hex.EncodeToString(sum[:5])
	if _, twice := w.seen.LoadOrStore(name, true); twice {
		return name
	}
	script := `praxisblattIndex("` + name + `",` + string(data) + ")\n"
	w.fail(w.sink.Write(output.File{Path: w.dir + name + ".js", Bytes: []byte(script)}))
	return name
}

func (w *writer) fail(err error) {
	if w.err == nil {
		w.err = err
	}
}

// dictionary writes the shards, and returns the first term and the name of each.
func (w *writer) dictionary(items map[string]*item) (firsts, names []string) {
	s := shard{}
	flush := func() {
		if len(s.names) > 0 {
			firsts = append(firsts, s.names[0])
			names = append(names, w.shard(&s))
			s = shard{}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(items)) {
		s.add(w, name, items[name])
		if s.size() >= shardSize {
			flush()
		}
	}
	flush()
	return firsts, names
}

// A shard is a run of the dictionary while it is written: terms front-coded, the
// number of letters shared with the one before as a letter from '0' on.
type shard struct {
	names     []string
	terms     strings.Builder
	data      []byte
	positions []byte
}

func (s *shard) size() int { return s.terms.Len() + len(s.data)*4/3 }

func (s *shard) add(w *writer, name string, it *item) {
	shared := 0
	if n := len(s.names); n > 0 {
		s.terms.WriteByte('\n')
		shared = common(s.names[n-1], name)
	}
	s.names = append(s.names, name)
	s.terms.WriteByte(byte('0' + shared))
	s.terms.WriteString(name[shared:])
	s.entry(w, it)
	var positions []byte
	if it.list != nil {
		positions = it.list.positions
	}
	s.positions = binary.AppendUvarint(s.positions, uint64(len(positions)))
	s.positions = append(s.positions, positions...)
}

// common returns how many bytes two terms begin with in common, at most as many
// as a printable letter says, and never half a letter.
func common(a, b string) int {
	n := 0
	for n < min(len(a), len(b), 60) && a[n] == b[n] && a[n] < 0x80 {
		n++
	}
	return n
}

func (s *shard) entry(w *writer, it *item) {
	n, flags := 0, 0
	if it.list != nil {
		n = len(it.list.docs)
	}
	for flag, set := range map[int]bool{isLong: n > firstBlock, hasConcepts: len(it.concepts) > 0, hasHead: it.head != "", hasText: it.text != ""} {
		if set {
			flags |= flag
		}
	}
	s.number(n<<marks | flags)
	if len(it.concepts) > 0 {
		s.number(len(it.concepts))
		for _, c := range it.concepts {
			s.number(c)
		}
	}
	for _, text := range []string{it.head, it.text} {
		if text != "" {
			s.number(len(text))
			s.data = append(s.data, text...)
		}
	}
	if n > firstBlock {
		s.long(w, it.list)
	} else if n > 0 {
		s.data = appendPostings(s.data, it.list.docs, it.list.impacts)
	}
}

func (s *shard) number(n int) { s.data = binary.AppendUvarint(s.data, uint64(n)) }

// long writes the postings of the greatest impact into one file, the others
// into a second one, and notes the names and the greatest impact of the others.
func (s *shard) long(w *writer, l *list) {
	order := make([]int, len(l.docs))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return int(l.impacts[b]) - int(l.impacts[a]) })
	for _, part := range [][]int{order[:firstBlock], order[firstBlock:]} {
		slices.Sort(part)
		docs, impacts := make([]uint32, len(part)), make([]uint8, len(part))
		for i, k := range part {
			docs[i], impacts[i] = l.docs[k], l.impacts[k]
		}
		name := w.file("l", base64.StdEncoding.EncodeToString(appendPostings(nil, docs, impacts)))
		s.data = append(s.data, name[1:]...)
	}
	bound := uint8(0)
	for _, k := range order[firstBlock:] {
		bound = max(bound, l.impacts[k])
	}
	s.data = append(s.data, bound)
}

func appendPostings(data []byte, docs []uint32, impacts []uint8) []byte {
	before := uint32(0)
	for i, doc := range docs {
		data = binary.AppendUvarint(data, uint64(doc-before))
		data = append(data, impacts[i])
		before = doc
	}
	return data
}

func (w *writer) shard(s *shard) string {
	positions := w.file("p", base64.StdEncoding.EncodeToString(s.positions))
	return w.file("d", s.terms.String(), base64.StdEncoding.EncodeToString(s.data), positions)
}

// names puts names of files into lists of their own where they are many.
func (w *writer) names(kind string, names []string) []string {
	if len(names) <= nameGroup {
		return names
	}
	var lists []string
	for part := range slices.Chunk(names, nameGroup) {
		lists = append(lists, w.file(kind, strings.Join(part, " ")))
	}
	return lists
}
