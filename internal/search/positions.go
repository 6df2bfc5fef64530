package search

import (
	"encoding/base64"
	"encoding/binary"
)

// positions returns where a term stands in each of its documents.
func (ix *Index) positions(e *entry) (map[uint32][]int, error) {
	all, err := ix.all(e)
	if err != nil {
		return nil, err
	}
	d, err := ix.part(e.shard.part)
	if err != nil {
		return nil, err
	}
	group := e.shard.at / positionGroup
	if group >= len(d.positions) {
		return nil, ErrCorrupt
	}
	name := "p" + fileKey(d.firsts[group*positionGroup]) + "-" + d.positions[group]
	texts, err := once(ix, name, func() (texts []string, err error) { return texts, ix.loadJSON(name, &texts) })
	if err != nil {
		return nil, err
	}
	if e.shard.at%positionGroup >= len(texts) {
		return nil, damaged(name)
	}
	found, ok := decodePositions(texts[e.shard.at%positionGroup], e.line, all.docs)
	if !ok {
		return nil, damaged(name)
	}
	return found, nil
}

// decodePositions reads those of the term in a line of a shard.
func decodePositions(text string, line int, docs []uint32) (found map[uint32][]int, ok bool) {
	data, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		return nil, false
	}
	r := &varints{data: data}
	for range line {
		r.bytes(r.number())
	}
	own := &varints{data: r.bytes(r.number())}
	found = map[uint32][]int{}
	for _, doc := range docs {
		at := 0
		positions := make([]int, min(own.number(), len(own.data)))
		for i := range positions {
			at += own.number()
			positions[i] = at
		}
		found[doc] = positions
	}
	return found, !r.bad && !own.bad
}

// varints reads numbers from bytes; it turns bad where they end too soon.
type varints struct {
	data []byte
	bad  bool
}

func (r *varints) number() int {
	v, n := binary.Uvarint(r.data)
	if n <= 0 || v > 1<<40 {
		r.bad, r.data = true, nil
		return 0
	}
	r.data = r.data[n:]
	return int(v)
}

func (r *varints) bytes(n int) []byte {
	if n < 0 || n > len(r.data) {
		r.bad, r.data = true, nil
		return nil
	}
	b := r.data[:n]
	r.data = r.data[n:]
	return b
}
