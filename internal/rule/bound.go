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
	for from := 0; from < len(ds); {
		to := from + 1
		for to < len(ds) && ds[to].Path() == ds[from].Path() {
			to++
		}
		if to-from > MaxFindings {
			told := gravest(ds[from:to])
			ds, to = slices.Concat(ds[:from], told, ds[to:]), from+len(told)
		}
		from = to
	}
	return ds
}

// gravest returns as many findings of one file as are told, and the one that says how many more there are.
func gravest(ds []diag.Diagnostic) []diag.Diagnostic {
	kept := slices.Clone(ds)
	slices.SortStableFunc(kept, func(a, b diag.Diagnostic) int { return int(a.Rule.Severity) - int(b.Rule.Severity) })
	more := TooManyFindings.At(kept[MaxFindings].Span, "shown", strconv.Itoa(MaxFindings), "more", strconv.Itoa(len(ds)-MaxFindings))
	return diag.Sort(append(kept[:MaxFindings:MaxFindings], more))
}
