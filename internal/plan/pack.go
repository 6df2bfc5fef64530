package plan

import (
	"slices"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/suggest"
)

// A Pack is sheets that are printed together, chosen and in their order.
type Pack struct {
	ID       string // of its file; "" for one that was chosen by hand
	Title    field.Localized
	Langs    []string // one, or two that stand side by side
	Sessions []PackSession
	File     *sheet.Pack // what else its file says, empty where there is none
}

// A PackSession is a group of sheets; its title may be empty.
type PackSession struct {
	Title   field.Localized
	Entries []*catalogue.Entry
}

// Entries returns all sheets of a pack in their order.
func (p *Pack) Entries() []*catalogue.Entry {
	var all []*catalogue.Entry
	for _, s := range p.Sessions {
		all = append(all, s.Entries...)
	}
	return all
}

// A Choice says what to print. Values of one filter are alternatives, filters
// combine.
type Choice struct {
	Names          []string // one pack, or sheets by their ids
	Langs          []string // instead of the pack's
	Themes, Places []string
	Types, States  []string
}

func (c *Choice) filters() bool {
	return len(c.Themes)+len(c.Places)+len(c.Types)+len(c.States) > 0
}

// A ChoiceKind says why there is nothing to print.
type ChoiceKind string

// The kinds of choices that can't be met.
const (
	NoChoice      ChoiceKind = "no-choice"      // nothing was named
	NoSuchSheet   ChoiceKind = "no-such-sheet"  // Value is neither a pack nor a sheet
	NoSuchTerm    ChoiceKind = "no-such-term"   // Value is no value of the filter
	NoSuchLang    ChoiceKind = "no-such-lang"   // Value is no language of the site
	TooManyLangs  ChoiceKind = "too-many-langs" // more than two
	NothingChosen ChoiceKind = "nothing-chosen" // no sheet meets the filters
)

// A ChoiceError says why there is nothing to print.
type ChoiceError struct {
	Kind       ChoiceKind
	Value      string
	Suggestion string
	Known      []string // packs or languages there are
}

func (e *ChoiceError) Error() string { return string(e.Kind) + ": " + e.Value }

// NewPack chooses sheets. Errors are [*ChoiceError].
func (p *Plan) NewPack(c Choice) (*Pack, error) {
	pack, err := p.named(c)
	if err != nil {
		return nil, err
	}
	if err := p.packLangs(pack, c.Langs); err != nil {
		return nil, err
	}
	if err := p.filter(pack, c); err != nil {
		return nil, err
	}
	if len(pack.Entries()) == 0 {
		return nil, &ChoiceError{Kind: NothingChosen}
	}
	return pack, nil
}

// named returns the pack or the sheets that were named, all sheets where only
// filters are.
func (p *Plan) named(c Choice) (*Pack, error) {
	cat := p.Catalogue
	if len(c.Names) == 1 {
		if file := cat.Pack(c.Names[0]); file != nil {
			return p.packOf(file), nil
		}
	}
	pack := &Pack{Title: cat.Site.Title, File: &sheet.Pack{}}
	var known []string
	for _, f := range cat.Packs {
		known = append(known, f.ID)
	}
	if len(c.Names) == 0 {
		if !c.filters() {
			return nil, &ChoiceError{Kind: NoChoice, Known: known}
		}
		pack.Sessions = p.byTheme()
		return pack, nil
	}
	var chosen PackSession
	for _, id := range c.Names {
		e := cat.Entry(id)
		if e == nil {
			ids := slices.Clone(known)
			for _, e := range cat.Entries {
				ids = append(ids, e.ID)
			}
			return nil, &ChoiceError{Kind: NoSuchSheet, Value: id, Suggestion: suggest.Nearest(id, ids), Known: known}
		}
		if !slices.Contains(chosen.Entries, e) {
			chosen.Entries = append(chosen.Entries, e)
		}
	}
	pack.Sessions = []PackSession{chosen}
	return pack, nil
}

// packOf makes a pack of its file. What the file names and nobody has is a
// finding elsewhere, and passed over here.
func (p *Plan) packOf(file *sheet.Pack) *Pack {
	pack := &Pack{ID: file.ID, Title: file.Title, File: file}
	if len(pack.Title) == 0 {
		pack.Title = p.Catalogue.Site.Title
	}
	seen := map[string]bool{}
	group := func(title field.Localized, ids []sheet.Value) {
		s := PackSession{Title: title}
		for _, id := range ids {
			if e := p.Catalogue.Entry(id.Text); e != nil && !seen[id.Text] {
				seen[id.Text] = true
				s.Entries = append(s.Entries, e)
			}
		}
		if len(s.Entries) > 0 {
			pack.Sessions = append(pack.Sessions, s)
		}
	}
	group(nil, file.Sheets)
	for _, s := range file.Sessions {
		group(s.Title, s.Sheets)
	}
	for _, l := range file.Languages {
		pack.Langs = append(pack.Langs, l.Text)
	}
	return pack
}

// byTheme groups all sheets by their first theme, in the order of the vocabulary.
func (p *Plan) byTheme() []PackSession {
	var sessions []PackSession
	all := (*Memory)(nil).sorted(p.Catalogue.Entries, p.Langs[0], asWritten)
	take := func(title field.Localized, belongs func(*catalogue.Entry) bool) {
		s := PackSession{Title: title}
		for _, e := range all {
			if belongs(e) {
				s.Entries = append(s.Entries, e)
			}
		}
		if len(s.Entries) > 0 {
			sessions = append(sessions, s)
		}
	}
	themes := p.Catalogue.Vocabulary.Scheme("themes")
	known := func(e *catalogue.Entry) string {
		for _, key := range e.Themes() {
			if p.Catalogue.Vocabulary.Term("themes", key) != nil {
				return key
			}
		}
		return ""
	}
	for _, t := range themes.Terms {
		take(t.Label, func(e *catalogue.Entry) bool { return known(e) == t.Key })
	}
	take(nil, func(e *catalogue.Entry) bool { return known(e) == "" })
	return sessions
}

func (p *Plan) packLangs(pack *Pack, asked []string) error {
	if len(asked) > 0 {
		pack.Langs = asked
	}
	if len(pack.Langs) == 0 {
		pack.Langs = p.Langs[:1]
	}
	for _, lang := range pack.Langs {
		if !slices.Contains(p.Langs, lang) {
			return &ChoiceError{Kind: NoSuchLang, Value: lang, Known: p.Langs}
		}
	}
	if len(pack.Langs) > sheet.MostLanguages {
		return &ChoiceError{Kind: TooManyLangs, Known: p.Langs}
	}
	return nil
}

// filter keeps the sheets that meet every filter.
func (p *Plan) filter(pack *Pack, c Choice) error {
	index := newIndex(p.Catalogue, nil)
	for _, f := range []struct {
		facet string
		keys  []string
	}{{"themes", c.Themes}, {"places", c.Places}, {"types", c.Types}, {"status", c.States}} {
		if len(f.keys) == 0 {
			continue
		}
		known := p.facetKeys(f.facet)
		for _, key := range f.keys {
			if !slices.Contains(known, key) {
				return &ChoiceError{Kind: NoSuchTerm, Value: key, Suggestion: suggest.Nearest(key, known), Known: known}
			}
		}
		for i := range pack.Sessions {
			s := &pack.Sessions[i]
			s.Entries = slices.DeleteFunc(slices.Clone(s.Entries), func(e *catalogue.Entry) bool {
				return !slices.ContainsFunc(index.keys(f.facet, e), func(key string) bool { return slices.Contains(f.keys, key) })
			})
		}
	}
	pack.Sessions = slices.DeleteFunc(pack.Sessions, func(s PackSession) bool { return len(s.Entries) == 0 })
	return nil
}

// facetKeys are the values that a filter can have.
func (p *Plan) facetKeys(facet string) []string {
	if s := p.Catalogue.Vocabulary.Scheme(facet); s != nil {
		keys := make([]string, len(s.Terms))
		for i, t := range s.Terms {
			keys[i] = t.Key
		}
		return keys
	}
	return allowed(sheet.Fields(), enums[facet])
}
