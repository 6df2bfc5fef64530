package plan

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/parallel"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/vocab"
)

// An index knows under which terms an entry stands.
type index struct {
	catalogue *catalogue.Catalogue
	broader   map[string][]string // a theme and those above it
	country   map[string]string   // of a place, in small letters; "" where it is none
	count     map[string]map[string]int
	year      int // this one
	langs     []string
	keyed     [][][]string // what an entry stands under, by its number and by columns
	columns   []column
}

// A column numbers the keys of a facet: to look each up by its letters for every entry and language would take as
// long as all the rest.
type column struct {
	numbers map[string]int32
	entries []int   // under each key
	flat    []int32 // the numbers of the first entry's keys, then of the second one's …
	ends    []int   // where those of each entry end in flat
}

// of returns the numbers of an entry's keys.
func (c *column) of(entry int) []int32 {
	from := 0
	if entry > 0 {
		from = c.ends[entry-1]
	}
	return c.flat[from:c.ends[entry]]
}

func (c *column) number(key string) int32 {
	n, known := c.numbers[key]
	if !known {
		n = int32(len(c.entries))
		c.numbers[key], c.entries = n, append(c.entries, 0)
	}
	c.entries[n]++
	return n
}

// partners stands beside the facets for the places of partners.
const partners = "partners"

// columns are what is known of every entry, in this order.
var columns = append(slices.Clone(Browsed), partners)

// newIndex looks at all entries; before may be the plan of a catalogue before.
func newIndex(c *catalogue.Catalogue, before *Plan) *index {
	x := &index{
		catalogue: c,
		broader:   map[string][]string{}, count: map[string]map[string]int{}, year: c.Now.Date().Year(), langs: c.Site.Langs(),
		keyed: make([][][]string, len(c.Entries)), columns: make([]column, len(columns)), country: map[string]string{},
	}
	for _, t := range c.Vocabulary.Scheme("themes").Terms {
		x.broader[t.Key] = upwards(c.Vocabulary, t)
	}
	for _, t := range c.Vocabulary.Scheme("places").Terms {
		x.country[t.Key] = countryOf(t)
	}
	parallel.Do(len(x.keyed), func(i int) {
		if x.keyed[i] = before.keysOf(c, c.Entries[i]); x.keyed[i] != nil {
			return
		}
		x.keyed[i] = make([][]string, len(columns))
		for k, facet := range columns {
			x.keyed[i][k] = slices.Clip(x.find(facet, c.Entries[i]))
		}
	})
	x.enumerate()
	for _, facet := range Browsed {
		x.count[facet] = map[string]int{}
	}
	for k, facet := range columns {
		if facet == partners {
			facet = "places"
		}
		for key, n := range x.columns[k].numbers {
			x.count[facet][key] += x.columns[k].entries[n]
		}
	}
	return x
}

// keysOf returns what an entry stood under if it and all that this depends on are the same, else nil.
func (p *Plan) keysOf(c *catalogue.Catalogue, e *catalogue.Entry) [][]string {
	if p == nil || p.Catalogue.Site != c.Site || p.Catalogue.Vocabulary != c.Vocabulary || p.Catalogue.Now != c.Now {
		return nil
	}
	was := p.Catalogue.Entry(e.ID)
	if was == nil || !slices.Equal(was.Files, e.Files) {
		return nil
	}
	return p.index.keyed[was.Number]
}

// enumerate numbers the keys of all entries, those of each column by itself.
func (x *index) enumerate() {
	var group sync.WaitGroup
	for k := range x.columns {
		group.Go(func() {
			c := &x.columns[k]
			c.numbers, c.ends = map[string]int32{}, make([]int, len(x.keyed))
			for i, keys := range x.keyed {
				for _, key := range keys[k] {
					c.flat = append(c.flat, c.number(key))
				}
				c.ends[i] = len(c.flat)
			}
		})
	}
	group.Wait()
}

// spread returns the entries under each key of a column, in their order.
func (x *index) spread(name string, entries []*catalogue.Entry) func(key string) []*catalogue.Entry {
	k := slices.Index(columns, name)
	c := &x.columns[k]
	room := make([]*catalogue.Entry, len(c.flat))
	rows := make([][]*catalogue.Entry, len(c.entries))
	for n, size := range c.entries {
		rows[n], room = room[:0:size], room[size:]
	}
	for _, e := range entries {
		for _, n := range c.of(e.Number) {
			rows[n] = append(rows[n], e)
		}
	}
	return func(key string) []*catalogue.Entry {
		if n, ok := c.numbers[key]; ok {
			return rows[n]
		}
		return nil
	}
}

// upwards returns a theme and its broader ones; a circle, which check
// reports, is walked once.
func upwards(v *vocab.Vocabulary, t *vocab.Term) []string {
	keys := []string{t.Key}
	for t = v.Term("themes", t.Broader.Text); t != nil && !slices.Contains(keys, t.Key); t = v.Term("themes", t.Broader.Text) {
		keys = append(keys, t.Key)
	}
	return keys
}

// keys returns the terms of a facet under which an entry stands, each once. They are
// not to be changed.
func (x *index) keys(facet string, e *catalogue.Entry) []string {
	k := slices.Index(columns, facet)
	if k >= 0 && x.catalogue.Has(e) {
		return x.keyed[e.Number][k]
	}
	return nil
}

// find finds them.
func (x *index) find(facet string, e *catalogue.Entry) []string {
	switch facet {
	case "themes":
		var keys []string
		for _, theme := range e.Themes() {
			for _, key := range x.broader[theme] {
				if !slices.Contains(keys, key) {
					keys = append(keys, key)
				}
			}
		}
		return keys
	case "places":
		return e.Places()
	case partners:
		return e.PartnerPlaces()
	case "audiences":
		return e.Audience()
	case "carriers":
		return one(e.Original.Carrier.Kind)
	case "types":
		return []string{e.Type()}
	case "status":
		return one(e.Original.Status)
	case "languages":
		return e.Langs()
	case "efforts":
		if effort := e.Original.Effort; effort != "" {
			return []string{effort}
		}
		return nil
	case "countries": // these two follow from other facts
		return countriesOf(x.country, e)
	case "years":
		return yearsOf(e.Original.Period, x.year)
	}
	return nil
}

func one(v sheet.Value) []string {
	if v.Stated() {
		return []string{v.Text}
	}
	return nil
}

// counts returns the terms of a facet that have practices, in the order of
// the vocabulary, narrower themes below their broader one.
func (x *index) counts(c *catalogue.Catalogue, facet string) []TermCount {
	var all []TermCount
	if c.Vocabulary.Scheme(facet) == nil {
		for _, key := range x.values(facet) {
			all = x.appendCount(all, facet, TermCount{Key: key})
		}
		return all
	}
	for _, t := range c.Vocabulary.Scheme(facet).Terms {
		if c.Vocabulary.Term(facet, t.Broader.Text) == nil || facet != "themes" {
			all = x.appendCount(all, facet, TermCount{Key: t.Key, Term: t, Narrower: x.narrower(c, t, nil)})
		}
	}
	return all
}

// enums are the facets whose terms are the values that a field allows.
var enums = map[string]string{"types": "type", "status": "status", "efforts": "transferability.effort"}

// values are the keys of a facet that is no vocabulary, in their order: what a
// field allows, the site's languages before others, years from the latest on.
func (x *index) values(facet string) []string {
	if path, ok := enums[facet]; ok {
		return allowed(sheet.Fields(), path)
	}
	keys := slices.Sorted(maps.Keys(x.count[facet]))
	switch facet {
	case "languages":
		rest := slices.DeleteFunc(keys, func(key string) bool { return slices.Contains(x.langs, key) })
		return append(slices.Clone(x.langs), rest...)
	case "years":
		slices.Reverse(keys)
	}
	return keys
}

// allowed are the values that the field at a path may have.
func allowed(fields []field.Field, path string) []string {
	for _, f := range fields {
		if f.Path == path {
			return f.Values()
		}
		if strings.HasPrefix(path, f.Path+".") {
			return allowed(f.Fields, path)
		}
	}
	return nil
}

func (x *index) narrower(c *catalogue.Catalogue, t *vocab.Term, above []string) []TermCount {
	var all []TermCount
	for _, n := range c.Vocabulary.Scheme("themes").Narrower(t.Key) {
		if !slices.Contains(above, n.Key) {
			all = x.appendCount(all, "themes", TermCount{Key: n.Key, Term: n, Narrower: x.narrower(c, n, append(above, t.Key))})
		}
	}
	return all
}

func (x *index) appendCount(all []TermCount, facet string, t TermCount) []TermCount {
	if t.Count = x.count[facet][t.Key]; t.Count > 0 {
		all = append(all, t)
	}
	return all
}
