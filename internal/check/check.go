// Package check holds the rules over the whole of a catalogue: what a file by
// itself can't show, and what the values of every file must look like. Reading
// findings come before, collisions of paths (package plan) after.
//
// One fault must be one finding. So what a fault has made unreadable is never
// called missing, a value that has a finding of its own is compared with
// nothing, and what can't be known because another file is broken is not
// guessed at. The rules themselves stand in package rule.
package check

import (
	"io/fs"
	"maps"
	"slices"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/parallel"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/vocab"
)

// Input is what is checked.
type Input struct {
	Catalogue *catalogue.Catalogue
	Files     fs.FS             // the catalogue's folder, for images; nil: none is looked for
	Reading   []diag.Diagnostic // what reading the files has found, so that it is not said twice
	Memory    *Memory           // nil: nothing is remembered
	Fault     Fault             // nil: pictures are read, or recalled from Memory
}

// Run returns the findings of all rules, in the order of the entries.
func Run(in Input) []diag.Diagnostic {
	c := newChecker(in)
	entries, pages, packs := c.cat.Entries, c.cat.Pages, c.cat.Packs
	whole := []func(*desk){(*desk).site, (*desk).vocabulary, (*desk).unused, (*desk).design}
	found := make([][]diag.Diagnostic, len(whole)+len(entries)+len(pages)+len(packs))
	parallel.With(len(found), func() *[]*sheet.Sheet { return new([]*sheet.Sheet) }, func(room *[]*sheet.Sheet, i int) {
		d := &desk{checker: c, doubts: doubts{}}
		switch k := i - len(whole); {
		case k < 0:
			whole[i](d)
		case k < len(entries):
			d.findings = c.recalled(entries[k], room)
		case k < len(entries)+len(pages):
			d.page(pages[k-len(entries)])
		default:
			d.pack(packs[k-len(entries)-len(pages)])
		}
		found[i] = d.findings
	})
	return slices.Concat(found...)
}

// A checker is what all desks share; it is never changed.
type checker struct {
	cat     *catalogue.Catalogue
	conf    *config.Site
	terms   *vocab.Vocabulary
	files   fs.FS
	memory  *Memory
	fault   Fault
	reading doubts
	faults  map[*diag.Source][]diag.Span // places that could not be read as they stand
	sheets  []string                     // ids
	pages   []string
}

func newChecker(in Input) *checker {
	c := &checker{
		cat: in.Catalogue, conf: in.Catalogue.Site, terms: in.Catalogue.Vocabulary, files: in.Files, memory: in.Memory, fault: in.fault(),
		reading: doubts{},
	}
	c.faults = map[*diag.Source][]diag.Span{}
	for _, d := range in.Reading {
		c.reading.add(d)
		if d.Rule.Severity == diag.Error {
			c.faults[d.Span.Source] = append(c.faults[d.Span.Source], d.Span)
		}
	}
	for _, e := range c.cat.Entries {
		c.sheets = append(c.sheets, e.ID)
	}
	pages := map[string]bool{}
	for _, p := range c.cat.Pages {
		pages[p.ID] = true
	}
	c.pages = slices.Sorted(maps.Keys(pages))
	return c
}

// A desk collects the findings about one entry, or one file of the whole.
type desk struct {
	*checker
	findings []diag.Diagnostic
	doubts   doubts
	folders  map[string][]fs.DirEntry // those looked into for images
	lacks    []string                 // fields that the original can't do without
	room     []*sheet.Sheet           // of an entry before, which are used again
}

func (d *desk) report(f diag.Diagnostic) {
	d.findings = append(d.findings, f)
	d.doubts.add(f)
}

// manyFindings is the number of findings at a desk from which on nothing is
// suggested: to compare each of 10,000 wrong words with every right one takes
// longer than an editor waits.
const manyFindings = 100

// near returns what is suggested for a word, found by a search.
func (d *desk) near(search func() string) string {
	if len(d.findings) >= manyFindings {
		return ""
	}
	return search()
}

// doubtful reports whether a value has an error or a warning on its lines, so
// that nothing should be concluded from it.
func (d *desk) doubtful(span diag.Span) bool {
	return d.doubts.on(span) || d.reading.on(span)
}

// broken reports whether a value begins where something could not be read: what it says
// then is a guess.
func (c *checker) broken(value diag.Span) bool {
	return slices.ContainsFunc(c.faults[value.Source], func(at diag.Span) bool { return at.Start <= value.Start && value.Start < at.End })
}

// doubts are the lines of each source on which an error or a warning stands.
type doubts map[*diag.Source]map[int]bool

func (s doubts) add(d diag.Diagnostic) {
	if d.Rule.Severity == diag.Note || d.Span.IsZero() {
		return
	}
	if s[d.Span.Source] == nil {
		s[d.Span.Source] = map[int]bool{}
	}
	line, _ := d.Span.Source.Position(d.Span.Start)
	s[d.Span.Source][line] = true
}

func (s doubts) on(span diag.Span) bool {
	lines := s[span.Source]
	if len(lines) == 0 {
		return false
	}
	from, _ := span.Source.Position(span.Start)
	to, _ := span.Source.Position(span.End)
	if to-from < len(lines) {
		for line := from; line <= to; line++ {
			if lines[line] {
				return true
			}
		}
		return false
	}
	for line := range lines {
		if line >= from && line <= to {
			return true
		}
	}
	return false
}
