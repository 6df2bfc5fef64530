package catalogue

import (
	"slices"
)

// A RelationKind says what an entry says of another one.
type RelationKind string

// AdoptedFrom: this practice was taken over from the other. MentionedBy: the
// other one's text links to this one.
const (
	AdoptedFrom RelationKind = "adopted-from"
	MentionedBy RelationKind = "mentioned-by"
)

// A Relation stands on the entry that another one refers to, so that both
// pages show it.
type Relation struct {
	Kind     RelationKind
	From     *Entry
	Adoption int // of AdoptedFrom: the index in From's adopted
}

// relate tells each entry what others say of it, in the order of their ids.
func (c *Catalogue) relate() {
	for _, from := range c.Entries {
		for i, a := range from.Original.Adopted {
			if to := c.Entry(a.Sheet.Text); to != nil && to != from {
				to.Relations = append(to.Relations, Relation{AdoptedFrom, from, i})
			}
		}
		for _, f := range from.Files {
			for _, id := range f.Refs {
				if to := c.Entry(id); to != nil && to != from && !to.has(MentionedBy, from) {
					to.Relations = append(to.Relations, Relation{Kind: MentionedBy, From: from})
				}
			}
		}
	}
}

func (e *Entry) has(kind RelationKind, from *Entry) bool {
	return slices.ContainsFunc(e.Relations, func(r Relation) bool { return r.Kind == kind && r.From == from })
}
