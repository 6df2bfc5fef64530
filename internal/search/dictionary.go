package search

import (
	"sort"
	"strings"
)

func directoryOf(firsts, shards, positions string) directory {
	return directory{strings.Split(firsts, "\n"), hashes(shards), hashes(positions)}
}

// A place is where a shard stands: in which part of the directory, and where in it.
type place struct{ part, at int }

// part returns a part of the directory; of one without parts, itself.
func (ix *Index) part(i int) (directory, error) {
	if !ix.manifest.Parted {
		return ix.top, nil
	}
	if i >= len(ix.top.hashes) {
		return directory{}, ErrCorrupt
	}
	name := "i" + fileKey(ix.top.firsts[i]) + "-" + ix.top.hashes[i]
	return once(ix, name, func() (directory, error) {
		var firsts, shards, positions string
		if err := ix.load(name, &firsts, &shards, &positions); err != nil {
			return directory{}, err
		}
		return directoryOf(firsts, shards, positions), nil
	})
}

// find returns where the shard with a term would be, at -1 where none has it.
func (ix *Index) find(name string) (place, error) {
	p := place{}
	if ix.manifest.Parted {
		p.part = max(0, ix.top.before(name))
	}
	d, err := ix.part(p.part)
	p.at = d.before(name)
	return p, err
}

// before returns the number of the last that does not begin after a term.
func (d directory) before(name string) int {
	return sort.Search(len(d.firsts), func(i int) bool { return d.firsts[i] > name }) - 1
}

// next returns the place after one, and where the shard there begins; "" after the last.
func (ix *Index) next(p place) (place, string, error) {
	d, err := ix.part(p.part)
	if p.at++; err == nil && p.at == len(d.firsts) && ix.manifest.Parted && p.part+1 < len(ix.top.firsts) {
		p = place{part: p.part + 1}
		d, err = ix.part(p.part)
	}
	if err != nil || p.at >= len(d.firsts) {
		return p, "", err
	}
	return p, d.firsts[p.at], nil
}

// An entry is what the dictionary says of a term.
type entry struct {
	name     string
	df       int
	concepts []int // as in an item
	head     string
	text     string // of a concept
	postings *postings
	long     [2]string // names of the files of a long list, which may be one
	bound    uint8     // greatest impact of the second one
	shard    place
	line     int // in the shard, for positions
}

// entry returns a term of the dictionary, nil where it is not in it.
func (ix *Index) entry(name string) (*entry, error) {
	p, err := ix.find(name)
	if err != nil || p.at < 0 {
		return nil, err
	}
	entries, err := ix.shard(p)
	if err != nil {
		return nil, err
	}
	at := sort.Search(len(entries), func(k int) bool { return entries[k].name >= name })
	if at == len(entries) || entries[at].name != name {
		return nil, nil
	}
	return &entries[at], nil
}

func (ix *Index) shard(p place) ([]entry, error) {
	d, err := ix.part(p.part)
	if err != nil {
		return nil, err
	}
	if p.at >= min(len(d.hashes), len(d.firsts)) {
		return nil, ErrCorrupt
	}
	name := "d" + fileKey(d.firsts[p.at]) + "-" + d.hashes[p.at]
	return once(ix, name, func() ([]entry, error) {
		var lines, data string
		if err := ix.load(name, &lines, &data); err != nil {
			return nil, err
		}
		entries, err := decodeShard(lines, data, p)
		if err != nil {
			return nil, damaged(name)
		}
		return entries, nil
	})
}

// decodeShard takes a shard apart. Every entry of it is whole, or it is an error.
func decodeShard(lines, data string, p place) ([]entry, error) {
	r := &decoder{data: data}
	var entries []entry
	before := ""
	for line := range strings.SplitSeq(lines, "\n") {
		line, texts, _ := strings.Cut(line, "\t")
		if line == "" || int(line[0])-'0' < 0 || int(line[0])-'0' > len(before) {
			return nil, ErrCorrupt
		}
		before = before[:line[0]-'0'] + line[1:]
		e := entry{name: before, line: len(entries), shard: p}
		r.entry(&e, texts)
		if r.bad {
			return nil, ErrCorrupt
		}
		entries = append(entries, e)
	}
	return entries, nil
}

// entry reads the numbers of an entry; texts is what stands behind its term.
func (r *decoder) entry(e *entry, texts string) {
	flags := r.number()
	e.df = flags >> marks
	if flags&hasConcepts != 0 {
		for range min(r.number(), len(r.data)) {
			e.concepts = append(e.concepts, r.number())
		}
	}
	if flags&hasHead != 0 {
		if n := r.number(); n > 0 {
			e.head = e.name[max(0, len(e.name)-n):]
		} else {
			e.head, texts, _ = strings.Cut(texts, "\t")
		}
	}
	if flags&hasText != 0 {
		e.text = texts
	}
	switch {
	case flags&isLong != 0:
		e.long[0] = longKind[0] + fileKey(e.name) + "-" + r.text(hashLength)
		if e.df > wholeList {
			e.long[1] = longKind[1] + fileKey(e.name) + "-" + r.text(hashLength)
			e.bound = uint8(r.number())
		}
	case e.df > 0:
		e.postings = r.postings(e.df)
	}
}
