package sheet

import (
	"slices"
	"strings"
	"unicode/utf8"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/markdown"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
)

// A Repair is a place in the file at which the typography of its language sets
// something else.
type Repair struct {
	Kind markdown.RepairKind
	Span diag.Span // of what is written there
	Text string    // what belongs in its place
	Word string    // the words around it, as written

	meant string // the same words, repaired
}

// Repairs returns the repairs of every text of a sheet or a page that target points
// to, in the order of the format, those of one text in one list. Facts and names are left
// as they are: a name is its owner's.
func Repairs(fields []field.Field, target any, lang string) [][]Repair {
	var all [][]Repair
	for t := range texts(fields, target) {
		var own []Repair
		found := repairs(t, lang)
		for _, r := range found {
			own = append(own, newRepair(t, r, found))
		}
		if len(own) > 0 {
			all = append(all, own)
		}
	}
	return all
}

// appendRepairs appends the first repair of each kind in a text: to find the places of all takes as long as to find the repairs.
func appendRepairs(first []Repair, t field.Item, lang string) []Repair {
	found, begin := repairs(t, lang), len(first)
	for _, r := range found {
		if !slices.ContainsFunc(first[begin:], func(f Repair) bool { return f.Kind == r.Kind }) {
			first = append(first, newRepair(t, r, found))
		}
	}
	return first
}

func repairs(t field.Item, lang string) []markdown.Repair {
	s := t.Value.Text
	// What is no offence in plain text is none in Markdown, and that is quicker to tell.
	found := markdown.LineRepairs(s, lang)
	if len(found) > 0 && t.Field.Form == "markdown" {
		found = markdown.Parse(s, markdown.Options{Lang: lang}).Repairs()
	}
	return found
}

// newRepair finds the place of one of a text's repairs.
func newRepair(t field.Item, r markdown.Repair, all []markdown.Repair) Repair {
	s := t.Value.Text
	from, to := around(s, r.Start, r.End)
	return Repair{
		Kind: r.Kind, Text: r.Text, Span: written(locate(t, r.Start, r.End), s[r.Start:r.End]),
		Word: s[from:to], meant: repaired(s, from, to, all),
	}
}

// repaired returns the bytes [from, to) of a text with the repairs that lie in them.
func repaired(s string, from, to int, found []markdown.Repair) string {
	var within []markdown.Repair
	for _, r := range found {
		if r.Start >= from && r.End <= to {
			r.Start, r.End = r.Start-from, r.End-from
			within = append(within, r)
		}
	}
	return markdown.Apply(s[from:to], within)
}

// around returns the word before a place, and what is left of the one that it is in.
func around(s string, start, end int) (from, to int) {
	const most = 40
	from, to = max(start-most, 0), min(end+most, len(s))
	if i := strings.LastIndexAny(s[from:start], " \n"); i >= 0 {
		from += i + 1
	}
	if i := strings.IndexAny(s[end:to], " \n"); i >= 0 {
		to = end + i
	}
	for from < start && !utf8.RuneStart(s[from]) {
		from++
	}
	for to < len(s) && !utf8.RuneStart(s[to]) {
		to--
	}
	return from, to
}

// written returns the place of a mark as it is written: in quotes of YAML it may have a
// second character before it.
func written(span diag.Span, mark string) diag.Span {
	rest := span.Source.Text()[span.Start:]
	if strings.HasPrefix(rest, `\`+mark) || mark == "'" && strings.HasPrefix(rest, "''") {
		span.End = span.Start + len(mark) + 1
	}
	return span
}

// Finding words a repair as a note.
func (r Repair) Finding() diag.Diagnostic {
	rules := map[markdown.RepairKind]*diag.Rule{
		markdown.StraightQuote: &rule.StraightQuotes, markdown.FrenchSpace: &rule.FrenchSpaces, markdown.RangeHyphen: &rule.RangeHyphen,
	}
	return rules[r.Kind].At(r.Span, "text", r.Word).Suggest(r.meant)
}
