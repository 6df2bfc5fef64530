package search

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"sort"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/search/analyze"
)

// An Index reads the files of one language, each when it is first needed. It is
// for one goroutine.
type Index struct {
	read     func(path string) ([]byte, error)
	dir      string
	manifest manifest
	firsts   []string
	shards   []string
	decoded  map[string]*dictionary
	lists    map[string]*postings
	titles   map[int][]record
	columns  []Facet
	places   map[string][]byte // positions, by shard
	chains   map[string]*analyze.Chain
}

func (ix *Index) chain(lang string) *analyze.Chain {
	if ix.chains[lang] == nil {
		ix.chains[lang] = analyze.New(lang)
	}
	return ix.chains[lang]
}

// ErrCorrupt is wrapped by errors about files that are not what they were written as.
var ErrCorrupt = errors.New("the search index is damaged")

// Open reads a manifest. read returns a file of the site by its path.
func Open(lang, manifest string, read func(path string) ([]byte, error)) (*Index, error) {
	ix := &Index{
		read: read, dir: Dir(lang), decoded: map[string]*dictionary{}, lists: map[string]*postings{}, titles: map[int][]record{},
		places: map[string][]byte{}, chains: map[string]*analyze.Chain{},
	}
	if err := ix.load(manifest, &ix.manifest); err != nil {
		return nil, err
	}
	if ix.manifest.Version != version || len(ix.manifest.Langs) == 0 || len(ix.manifest.IDF) == 0 {
		return nil, fmt.Errorf("%s: %w", manifest, ErrCorrupt)
	}
	ix.firsts = strings.Split(ix.manifest.Firsts, "\n")
	ix.shards = strings.Fields(ix.manifest.Shards)
	return ix, nil
}

// load reads a file's JSON into values, one a part.
func (ix *Index) load(name string, parts ...any) error { return ix.loadJSON(name, &parts) }

// loadJSON reads a file's JSON, a list, into a list.
func (ix *Index) loadJSON(name string, list any) error {
	data, err := ix.read(ix.dir + name + ".js")
	if err != nil {
		return err
	}
	data, ok := bytes.CutPrefix(data, []byte(`praxisblattIndex("`+name+`",`))
	data, closed := bytes.CutSuffix(data, []byte(")\n"))
	if !ok || !closed || json.Unmarshal(data, list) != nil {
		return fmt.Errorf("%s: %w", name, ErrCorrupt)
	}
	return nil
}

// An entry is what the dictionary says of a term.
type entry struct {
	name     string
	df       int
	concepts []int // as in an item
	head     string
	text     string // of a concept
	postings *postings
	long     [2]string // names of the files of a long list
	bound    uint8     // greatest impact of the second one
	place    int       // in the shard, for positions
	shard    int
}

// Postings are documents in their order, with an impact each.
type postings struct {
	docs    []uint32
	impacts []uint8
}

// A dictionary is a shard that was read.
type dictionary struct {
	entries   []entry
	positions string
}

// shardOf returns the number of the shard that has a term, if any has.
func (ix *Index) shardOf(name string) int {
	return sort.Search(len(ix.firsts), func(i int) bool { return ix.firsts[i] > name }) - 1
}

// entry returns a term of the dictionary, nil where it is not in it.
func (ix *Index) entry(name string) (*entry, error) {
	i := ix.shardOf(name)
	if i < 0 || i >= len(ix.shards) {
		return nil, nil
	}
	d, err := ix.shard(i)
	if err != nil {
		return nil, err
	}
	at := sort.Search(len(d.entries), func(k int) bool { return d.entries[k].name >= name })
	if at == len(d.entries) || d.entries[at].name != name {
		return nil, nil
	}
	return &d.entries[at], nil
}

func (ix *Index) shard(i int) (*dictionary, error) {
	name := ix.shards[i]
	if d := ix.decoded[name]; d != nil {
		return d, nil
	}
	var terms, data, positions string
	if err := ix.load(name, &terms, &data, &positions); err != nil {
		return nil, err
	}
	raw, err := base64.StdEncoding.DecodeString(data)
	d := &dictionary{positions: positions}
	if err == nil {
		d.entries, err = decodeShard(terms, raw, i)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, ErrCorrupt)
	}
	ix.decoded[name] = d
	return d, nil
}

// decodeShard takes a shard apart. Every entry of it is whole, or it is an error.
func decodeShard(terms string, data []byte, number int) ([]entry, error) {
	r := &decoder{data: data}
	var entries []entry
	before := ""
	for line := range strings.SplitSeq(terms, "\n") {
		if line == "" || int(line[0])-'0' < 0 || int(line[0])-'0' > len(before) {
			return nil, ErrCorrupt
		}
		before = before[:line[0]-'0'] + line[1:]
		e := entry{name: before, place: len(entries), shard: number}
		r.entry(&e)
		if r.bad {
			return nil, ErrCorrupt
		}
		entries = append(entries, e)
	}
	return entries, nil
}

// A decoder reads numbers from bytes; it turns bad where they end too soon.
type decoder struct {
	data []byte
	bad  bool
}

func (r *decoder) number() int {
	v, n := binary.Uvarint(r.data)
	if n <= 0 || v > 1<<40 {
		r.bad, r.data = true, nil
		return 0
	}
	r.data = r.data[n:]
	return int(v)
}

func (r *decoder) bytes(n int) []byte {
	if n < 0 || n > len(r.data) {
		r.bad, r.data = true, nil
		return nil
	}
	b := r.data[:n]
	r.data = r.data[n:]
	return b
}

func (r *decoder) entry(e *entry) {
	flags := r.number()
	e.df = flags >> marks
	if flags&hasConcepts != 0 {
		for range min(r.number(), len(r.data)) {
			e.concepts = append(e.concepts, r.number())
		}
	}
	if flags&hasHead != 0 {
		e.head = string(r.bytes(r.number()))
	}
	if flags&hasText != 0 {
		e.text = string(r.bytes(r.number()))
	}
	switch {
	case flags&isLong != 0:
		e.long = [2]string{"l" + string(r.bytes(10)), "l" + string(r.bytes(10))}
		if b := r.bytes(1); len(b) == 1 {
			e.bound = b[0]
		}
	case e.df > 0:
		e.postings = r.postings(e.df)
	}
}

func (r *decoder) postings(n int) *postings {
	if n > len(r.data) {
		r.bad = true
		return nil
	}
	p := &postings{make([]uint32, n), make([]uint8, n)}
	doc := 0
	for i := range n {
		doc += r.number()
		impact := r.bytes(1)
		if r.bad {
			return nil
		}
		p.docs[i], p.impacts[i] = uint32(doc), impact[0]
	}
	return p
}

// block returns one of the two files of a long list.
func (ix *Index) block(e *entry, which int) (*postings, error) {
	name := e.long[which]
	if p := ix.lists[name]; p != nil {
		return p, nil
	}
	var text string
	if err := ix.load(name, &text); err != nil {
		return nil, err
	}
	data, err := base64.StdEncoding.DecodeString(text)
	r := &decoder{data: data}
	n := min(e.df, firstBlock)
	if which == 1 {
		n = e.df - n
	}
	p := r.postings(n)
	if err != nil || r.bad {
		return nil, fmt.Errorf("%s: %w", name, ErrCorrupt)
	}
	ix.lists[name] = p
	return p, nil
}

// positions returns where a term stands in each of its documents.
func (ix *Index) positions(e *entry) (map[uint32][]int, error) {
	all, err := ix.all(e)
	if err != nil {
		return nil, err
	}
	d, err := ix.shard(e.shard)
	if err != nil {
		return nil, err
	}
	data, ok := ix.places[d.positions]
	if !ok {
		var text string
		if err := ix.load(d.positions, &text); err != nil {
			return nil, err
		}
		if data, err = base64.StdEncoding.DecodeString(text); err != nil {
			return nil, fmt.Errorf("%s: %w", d.positions, ErrCorrupt)
		}
		ix.places[d.positions] = data
	}
	r := &decoder{data: data}
	for range e.place {
		r.bytes(r.number())
	}
	own := &decoder{data: r.bytes(r.number())}
	found := map[uint32][]int{}
	for _, doc := range all.docs {
		at := 0
		positions := make([]int, min(own.number(), len(own.data)))
		for i := range positions {
			at += own.number()
			positions[i] = at
		}
		found[doc] = positions
	}
	if r.bad || own.bad {
		return nil, fmt.Errorf("%s: %w", d.positions, ErrCorrupt)
	}
	return found, nil
}

// all returns the whole list of a term.
func (ix *Index) all(e *entry) (*postings, error) {
	if e.long[0] == "" {
		return e.postings, nil
	}
	first, err := ix.block(e, 0)
	if err != nil {
		return nil, err
	}
	rest, err := ix.block(e, 1)
	if err != nil {
		return nil, err
	}
	p := &postings{}
	for i, k := 0, 0; i < len(first.docs) || k < len(rest.docs); {
		if k == len(rest.docs) || i < len(first.docs) && first.docs[i] < rest.docs[k] {
			p.docs, p.impacts = append(p.docs, first.docs[i]), append(p.impacts, first.impacts[i])
			i++
		} else {
			p.docs, p.impacts = append(p.docs, rest.docs[k]), append(p.impacts, rest.impacts[k])
			k++
		}
	}
	return p, nil
}

// record returns what a result shows of a document.
func (ix *Index) record(doc int) (record, error) {
	group := doc / titleGroup
	if ix.titles[group] == nil {
		names := strings.Fields(ix.manifest.Titles)
		at := group
		if ix.manifest.Docs > titleGroup*nameGroup && group/nameGroup < len(names) {
			var list string
			if err := ix.load(names[group/nameGroup], &list); err != nil {
				return record{}, err
			}
			names, at = strings.Fields(list), group%nameGroup
		}
		if at >= len(names) {
			return record{}, ErrCorrupt
		}
		var records []record
		if err := ix.loadJSON(names[at], &records); err != nil {
			return record{}, err
		}
		ix.titles[group] = records
	}
	if doc%titleGroup >= len(ix.titles[group]) {
		return record{}, ErrCorrupt
	}
	return ix.titles[group][doc%titleGroup], nil
}
