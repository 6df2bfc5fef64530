package diag

import (
	"cmp"
	"slices"
)

// A Diagnostic is one finding: a rule, its place, and what its message needs.
type Diagnostic struct {
	Rule       *Rule
	Span       Span
	Args       []string // names and values of the message's placeholders, in turn
	Suggestion string   // what to write instead, where it is known
	Related    []Related
}

// Related is a second place that belongs to a finding, such as the first of
// two equal keys.
type Related struct {
	Span Span
	Text Text
}

// Suggest returns d with what to write instead.
func (d Diagnostic) Suggest(s string) Diagnostic {
	d.Suggestion = s
	return d
}

// With returns d with a second place.
func (d Diagnostic) With(span Span, text Text) Diagnostic {
	d.Related = append(slices.Clone(d.Related), Related{span, text})
	return d
}

// Text words the finding in a language of the interface: cause, then cure.
func (d Diagnostic) Text(lang string) string {
	args, cure := d.Args, d.Rule.Cure
	if d.Suggestion != "" && d.Rule.Near != (Text{}) {
		args, cure = append(slices.Clone(args), "suggestion", d.Suggestion), d.Rule.Near
	}
	message := d.Rule.Message.Format(lang, args...)
	if c := cure.Format(lang, args...); c != "" {
		message += " " + c
	}
	return message
}

// Path returns the file of the finding, or "." where it has none.
func (d Diagnostic) Path() string {
	if d.Span.Source == nil {
		return "."
	}
	return d.Span.Source.Path
}

// Sort puts findings in the order of files and places and drops doubles.
func Sort(ds []Diagnostic) []Diagnostic {
	slices.SortStableFunc(ds, compare)
	return slices.CompactFunc(ds, func(a, b Diagnostic) bool {
		return compare(a, b) == 0 && slices.Equal(a.Args, b.Args)
	})
}

func compare(a, b Diagnostic) int {
	return cmp.Or(
		cmp.Compare(a.Path(), b.Path()),
		cmp.Compare(a.Span.Start, b.Span.Start),
		cmp.Compare(a.Rule.Severity, b.Rule.Severity),
		cmp.Compare(a.Rule.Name, b.Rule.Name),
		cmp.Compare(a.Span.End, b.Span.End),
		slices.Compare(a.Args, b.Args),
	)
}

// Count returns how many findings there are of each severity.
func Count(ds []Diagnostic) (errors, warnings, notes int) {
	for _, d := range ds {
		switch d.Rule.Severity {
		case Error:
			errors++
		case Warning:
			warnings++
		case Note:
			notes++
		}
	}
	return errors, warnings, notes
}
