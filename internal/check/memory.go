package check

import (
	"crypto/sha256"
	"slices"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/cache"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/inputs"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/wire"
)

// A Memory has what was found in entries of which nothing has changed since, and in pictures. Its book is the program's own.
type Memory struct {
	Book *cache.Book
	Seen *inputs.Snapshot
	Sums inputs.Sums // Shared is of the day, too
}

// recalled returns what was found in an entry when it, the entries that it names and all that entries share were the
// same. What depends on the catalogue beyond that is not remembered. Whole sheets are read into room.
func (c *checker) recalled(e *catalogue.Entry, room *[]*sheet.Sheet) []diag.Diagnostic {
	if c.memory == nil {
		return c.examine(e, room)
	}
	key := c.memory.key(e)
	if data, ok := c.memory.Book.Find(key); ok {
		if found, ok := read(data, e); ok {
			return found
		}
	}
	found := c.examine(e, room)
	data := string(rule.Append(nil, found))
	if !slices.ContainsFunc(found, suggests) {
		c.memory.Book.Add(key, data)
	}
	found, _ = read(data, e) // a word in a finding would keep all that was read of its sheet in memory
	return found
}

// read returns what was written of the findings in an entry; false means that it is damaged.
func read(data string, e *catalogue.Entry) ([]diag.Diagnostic, bool) {
	r := wire.NewReader(data)
	found := rule.Read(r, sourcesOf(e))
	return found, r.Whole() && !slices.ContainsFunc(found, func(d diag.Diagnostic) bool { return d.Rule == nil })
}

func (c *checker) examine(e *catalogue.Entry, room *[]*sheet.Sheet) []diag.Diagnostic {
	d := &desk{checker: c, doubts: doubts{}, room: *room}
	d.entry(e)
	*room = d.room
	return d.findings
}

// key stands for all that is looked at when an entry is checked, unless a name in it is wrong.
func (m *Memory) key(e *catalogue.Entry) cache.Sum {
	h := sha256.New()
	h.Write([]byte("findings"))
	h.Write(m.Sums.Shared[:])
	add := func(id string) {
		sum := m.Sums.Sheets[id]
		h.Write(sum[:])
	}
	add(e.ID)
	for _, f := range e.Files {
		for _, id := range f.Refs {
			add(id)
		}
		for _, a := range f.Adopted {
			add(a.Sheet.Text)
		}
	}
	return cache.Sum(h.Sum(nil))
}

// suggests reports whether all names of the catalogue are looked at for a finding.
func suggests(d diag.Diagnostic) bool {
	switch d.Rule {
	case &rule.UnknownSheet, &rule.UnknownPage, &rule.LinkBroken:
		return true
	}
	return false
}

// sourcesOf gives the files of an entry by their paths.
func sourcesOf(e *catalogue.Entry) func(path string) *diag.Source {
	return func(path string) *diag.Source {
		for _, f := range e.Files {
			if f.Source.Path == path {
				return f.Source
			}
		}
		return diag.NewSource(path, "")
	}
}
