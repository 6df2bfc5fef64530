package site

import (
	"io/fs"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/cache"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
)

// A record is what a visit found out.
type record struct {
	Key      string   // of what it is true; "" where the files changed meanwhile
	Others   []string // what was read outside of the watched folders
	Pages    int
	Findings []finding
}

// A finding is a diagnostic as it is saved: without the texts of rule and source.
type finding struct {
	Rule       string
	Place      place
	Args       []string  `json:",omitempty"`
	Suggestion string    `json:",omitempty"`
	Related    []related `json:",omitempty"`
}

type related struct {
	Place place
	Text  diag.Text
}

// A place is a span. Length is that of the source: its text is read when the place is shown.
type place struct {
	Path               string
	Start, End, Length int
}

func (r *record) names() []string {
	if r == nil {
		return nil
	}
	return r.Others
}

// record makes a record of a catalogue, still without its key.
func (l *Loaded) record() *record {
	r := &record{Pages: len(l.Plan.Pages), Findings: make([]finding, len(l.Findings))}
	for i, d := range l.Findings {
		f := finding{Rule: d.Rule.Name, Place: placeOf(d.Span), Args: d.Args, Suggestion: d.Suggestion}
		for _, other := range d.Related {
			f.Related = append(f.Related, related{placeOf(other.Span), other.Text})
		}
		r.Findings[i] = f
	}
	return r
}

func placeOf(s diag.Span) place {
	if s.Source == nil {
		return place{}
	}
	return place{s.Source.Path, s.Start, s.End, s.Source.Size()}
}

// findings makes diagnostics of what was saved; false where that can't be.
func (r *record) findings(files fs.FS) ([]diag.Diagnostic, bool) {
	sources := map[string]*diag.Source{}
	fetch := textOf(files)
	span := func(p place) diag.Span {
		if p.Path == "" {
			return diag.Span{}
		}
		src := sources[p.Path]
		if src == nil {
			src = diag.NewDistant(p.Path, p.Length, cache.Sum{}, fetch)
			sources[p.Path] = src
		}
		return src.Span(p.Start, p.End)
	}
	rules := map[string]*diag.Rule{}
	for _, r := range rule.All() {
		rules[r.Name] = r
	}
	ds := make([]diag.Diagnostic, len(r.Findings))
	for i, f := range r.Findings {
		d := diag.Diagnostic{Rule: rules[f.Rule], Span: span(f.Place), Args: f.Args, Suggestion: f.Suggestion}
		for _, other := range f.Related {
			d.Related = append(d.Related, diag.Related{Span: span(other.Place), Text: other.Text})
		}
		if ds[i] = d; d.Rule == nil {
			return nil, false
		}
	}
	return ds, true
}

// textOf returns the reader of a catalogue's texts that are not kept; "" for what can't be read.
func textOf(files fs.FS) func(path string) string {
	return func(path string) string {
		text, err := fs.ReadFile(files, path)
		if err != nil {
			return ""
		}
		return string(text)
	}
}
