package rule

import (
	"slices"
	"strconv"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
)

// MaxFindings is how many findings of one file are told. Who gets more has one cause to look for, not as many places to go to.
const MaxFindings = 500

// Bounded returns sorted findings with at most MaxFindings of each file, the gravest ones, and one that says how many more there are.
// So what a build and a check come to is the same as of all.
func Bounded(ds []diag.Diagnostic) []diag.Diagnostic {
	if len(ds) <= MaxFindings {
		return ds
	}
	var all []diag.Diagnostic
	for len(ds) > 0 {
		path := ds[0].Path()
		n := slices.IndexFunc(ds, func(d diag.Diagnostic) bool { return d.Path() != path })
		if n < 0 {
			n = len(ds)
		}
		all = append(all, bounded(ds[:n])...)
		ds = ds[n:]
	}
	return all
}

// bounded is Bounded of one file.
func bounded(ds []diag.Diagnostic) []diag.Diagnostic {
	if len(ds) <= MaxFindings {
		return ds
	}
	kept := slices.Clone(ds)
	slices.SortStableFunc(kept, func(a, b diag.Diagnostic) int { return int(a.Rule.Severity) - int(b.Rule.Severity) })
	more := TooManyFindings.At(kept[MaxFindings].Span, "shown", strconv.Itoa(MaxFindings), "more", strconv.Itoa(len(ds)-MaxFindings))
	return diag.Sort(append(kept[:MaxFindings:MaxFindings], more))
}
