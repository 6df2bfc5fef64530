// Package yamlnode reads YAML into a tree in which every key and value knows
// its bytes in the source. It is the only room that knows a YAML library.
//
// A catalogue is written by hand, so a fault must not cost more than its own
// place: a line that the library can't read is reported with its likely cause,
// taken out of a copy of the same length, and the rest is read again. Scalars
// are texts as written: NO is not false and 0651 is not 425.
package yamlnode

import (
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
)

// Limits of one text, beyond which nothing is read. A sheet has some 4 kB and
// three levels.
const (
	MaxBytes = 1 << 20
	maxDepth = 24
	maxTries = 64 // faults repaired in one text
)

// Kind says what a node is.
type Kind uint8

// Null stands for an absent value: nothing, ~ or null.
const (
	Null Kind = iota
	Scalar
	List
	Map
)

// Style says how a scalar is written.
type Style uint8

// The styles of YAML's scalars.
const (
	Plain Style = iota
	SingleQuoted
	DoubleQuoted
	Literal
	Folded
)

// A Node is one value of a YAML text.
type Node struct {
	Kind  Kind
	Style Style
	Value string    // of a scalar, decoded; a final line break is kept
	Span  diag.Span // of a block text from its | to the end of its last line
	Pairs []Pair    // of a map, in source order, doubled keys left out
	Items []*Node   // of a list
}

// A Pair is a key and its value.
type Pair struct {
	Key     string
	KeySpan diag.Span
	Value   *Node
}

// A Tree is what could be read of one text.
type Tree struct {
	Root *Node // a Map, or Null where there is nothing
	Lost Lost
	made *nursery
}

// Lost are the top-level keys of which something could not be read; "*" stands
// for all of them.
type Lost map[string]bool

// All reports whether nothing at all could be read.
func (l Lost) All() bool { return l["*"] }

// Has reports whether a key may have held something that was not read, so that
// nothing should be concluded from what is missing there.
func (l Lost) Has(key string) bool { return l.All() || l[key] }

// Field returns the value of a key of a map, nil where there is none.
func (n *Node) Field(key string) *Node {
	if n == nil {
		return nil
	}
	for i := range n.Pairs {
		if n.Pairs[i].Key == key {
			return n.Pairs[i].Value
		}
	}
	return nil
}

// Text returns a scalar's value without its final line breaks, "" for all else.
func (n *Node) Text() string {
	if n == nil || n.Kind != Scalar {
		return ""
	}
	return strings.TrimRight(n.Value, "\n")
}
