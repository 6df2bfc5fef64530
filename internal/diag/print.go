package diag

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/parallel"
)

// Finding is a diagnostic as `check --format json` writes it. Lines and
// columns count from 1, columns in code points; the end is exclusive.
type Finding struct {
	Path       string           `json:"path"`
	Line       int              `json:"line"`
	Column     int              `json:"column"`
	EndLine    int              `json:"end_line"`
	EndColumn  int              `json:"end_column"`
	Severity   string           `json:"severity"`
	Rule       string           `json:"rule"`
	Message    string           `json:"message"`
	Suggestion string           `json:"suggestion"`
	Related    []RelatedFinding `json:"related,omitempty"`
}

// RelatedFinding is a second place of a Finding.
type RelatedFinding struct {
	Path    string `json:"path"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Message string `json:"message"`
}

// Finding resolves d's place and words it in a language of the interface.
func (d Diagnostic) Finding(lang string) Finding {
	f := Finding{
		Path: d.Path(), Line: 1, Column: 1, EndLine: 1, EndColumn: 1,
		Severity: d.Rule.Severity.String(), Rule: d.Rule.Name,
		Message: d.Text(lang), Suggestion: d.Suggestion,
	}
	if s := d.Span.Source; s != nil {
		f.Line, f.Column = s.Position(d.Span.Start)
		f.EndLine, f.EndColumn = s.Position(d.Span.End)
	}
	for _, r := range d.Related {
		line, column := r.Span.Source.Position(r.Span.Start)
		f.Related = append(f.Related, RelatedFinding{r.Span.Source.Path, line, column, r.Text.In(lang)})
	}
	return f
}

// WriteText writes one line a finding: path:line:column: severity: message
// [rule]; a related place follows on a line of its own, indented.
//
// They are worded on all processors, some thousands at a time: for each file the place of a finding takes reading it.
func WriteText(w io.Writer, ds []Diagnostic, lang string) error {
	for some := range slices.Chunk(ds, 1<<12) {
		texts := make([]string, len(some))
		parallel.Do(len(some), func(i int) { texts[i] = some[i].Finding(lang).text() })
		for _, text := range texts {
			if _, err := io.WriteString(w, text); err != nil {
				return err
			}
		}
	}
	return nil
}

func (f Finding) text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s:%d:%d: %s: %s [%s]\n", Visible(f.Path), f.Line, f.Column, f.Severity, f.Message, f.Rule)
	for _, r := range f.Related {
		fmt.Fprintf(&b, "    %s:%d:%d: %s\n", Visible(r.Path), r.Line, r.Column, r.Message)
	}
	return b.String()
}

// WriteJSON writes the findings as one array of [Finding]. They are worded one
// by one as they are written: a broken catalogue has a hundred thousand.
func WriteJSON(w io.Writer, ds []Diagnostic, lang string) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("  ", "  ")
	before, after := "[\n  ", "\n]\n"
	if len(ds) == 0 {
		after = "[]\n"
	}
	for _, d := range ds {
		b.Reset()
		if err := e.Encode(d.Finding(lang)); err != nil {
			return err
		}
		if _, err := fmt.Fprintf(w, "%s%s", before, bytes.TrimSuffix(b.Bytes(), []byte("\n"))); err != nil {
			return err
		}
		before = ",\n  "
	}
	_, err := io.WriteString(w, after)
	return err
}
