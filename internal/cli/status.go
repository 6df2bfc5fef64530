package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/site"
)

// statusOptions are those of `status`.
type statusOptions struct {
	site site.Options
	json bool
}

func (a *app) statusCommand() *cobra.Command {
	var o statusOptions
	c := a.command("status [--json]", verbs.status, 0, 0, func([]string) (code exit, err error) {
		if o.site, err = a.site(); err != nil {
			return failed, err
		}
		return runStatus(o, a.console)
	})
	c.Flags().BoolVar(&o.json, "json", false, messages.flagJSON.In(a.lang))
	return c
}

// A sheetStatus is one row, as --json writes it. Dates are days like
// 2026-11-01; what is not stated is left out.
type sheetStatus struct {
	ID           string                `json:"id"`
	Type         string                `json:"type"`
	Original     string                `json:"original"`
	Completeness *float64              `json:"completeness,omitempty"` // stated parts of eight, of sheets only
	Languages    map[string]langStatus `json:"languages"`
	Reviewed     string                `json:"reviewed,omitempty"`
	ReviewDue    string                `json:"review_due,omitempty"`

	stated int
	due    bool
}

// A langStatus is the state of one language. The lists name texts as
// translation.state does.
type langStatus struct {
	State      catalogue.State `json:"state"`
	Missing    []string        `json:"missing"`
	Outdated   []string        `json:"outdated"`
	Unrecorded []string        `json:"unrecorded"`
}

// runStatus prints one row a sheet. It is a report and no check: findings don't
// change its exit status.
func runStatus(o statusOptions, c console) (exit, error) {
	done := c.working(reading)
	l, err := site.Load(o.site)
	done()
	if err != nil {
		return failed, err
	}
	rows := make([]sheetStatus, len(l.Catalogue.Entries))
	for i, e := range l.Catalogue.Entries {
		rows[i] = statusOf(e, l.Catalogue)
	}
	if o.json {
		enc := json.NewEncoder(c.out)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		return clean, enc.Encode(rows)
	}
	langs := l.Site.Langs()
	err = buffered(c.out, func(w io.Writer) error {
		to := c
		to.out = w
		return errors.Join(statusTable(rows, langs, c).print(to), totals(rows, langs, to))
	})
	if err != nil {
		return failed, err
	}
	if n, _, _ := diag.Count(l.Findings); n > 0 {
		fmt.Fprintln(c.err, messages.hasErrors.Format(c.lang, "errors", errorCount.of(c.lang, n)))
	}
	return clean, nil
}

func statusOf(e *catalogue.Entry, c *catalogue.Catalogue) sheetStatus {
	s := sheetStatus{ID: e.ID, Type: e.Type(), Original: e.Original.Lang, Languages: map[string]langStatus{}, Reviewed: e.Original.Reviewed.Text}
	if parts := e.Completeness(); parts != nil {
		share := catalogue.Share(parts)
		s.Completeness = &share
		for _, stated := range parts {
			if stated {
				s.stated++
			}
		}
	}
	if due, ok := e.ReviewDue(); ok {
		s.ReviewDue, s.due = due.String(), due <= c.Now
	}
	for _, lang := range c.Site.Langs() {
		s.Languages[lang] = langStatusOf(e, lang)
	}
	return s
}

func langStatusOf(e *catalogue.Entry, lang string) langStatus {
	texts := e.Texts(lang)
	return langStatus{
		e.State(lang), catalogue.Paths(texts, catalogue.Missing), catalogue.Paths(texts, catalogue.Outdated), catalogue.Paths(texts, catalogue.Unrecorded),
	}
}

func statusTable(rows []sheetStatus, langs []string, c console) table {
	t := table{head: []string{messages.colSheet.In(c.lang), messages.colType.In(c.lang)}}
	t.head = append(t.head, langs...)
	t.head = append(t.head, messages.colParts.In(c.lang), messages.colReview.In(c.lang))
	for _, r := range rows {
		cells := []cell{{text: r.ID}, {text: typeNames[r.Type].In(c.lang)}}
		for _, lang := range langs {
			cells = append(cells, stateCell(r.Languages[lang], c.lang))
		}
		parts := cell{}
		if r.Completeness != nil {
			parts.text = strconv.Itoa(r.stated) + "/" + strconv.Itoa(len(catalogue.Parts))
		}
		review := cell{text: r.ReviewDue}
		if r.due {
			review = cell{r.ReviewDue + " " + messages.due.In(c.lang), yellow}
		}
		t.rows = append(t.rows, append(cells, parts, review))
	}
	return t
}

// stateCell names a state, and how many texts are behind it.
func stateCell(l langStatus, lang string) cell {
	word := l.State.In(lang)
	switch l.State {
	case catalogue.Outdated:
		return cell{word + " " + strconv.Itoa(len(l.Outdated)), red}
	case catalogue.Partial:
		return cell{word + " " + strconv.Itoa(len(l.Missing)), yellow}
	case catalogue.Missing:
		return cell{word, yellow}
	}
	return cell{text: word}
}

// states are those of a page, from good to bad.
var states = []catalogue.State{catalogue.Original, catalogue.Current, catalogue.Partial, catalogue.Outdated, catalogue.Missing}

// totals prints how many sheets there are, in which states, and how many
// reviews are due.
func totals(rows []sheetStatus, langs []string, c console) error {
	due := 0
	for _, r := range rows {
		if r.due {
			due++
		}
	}
	text := "\n" + sheetCount.of(c.lang, len(rows)) + "\n"
	for _, lang := range langs {
		var parts []string
		for _, s := range states {
			n := 0
			for _, r := range rows {
				if r.Languages[lang].State == s {
					n++
				}
			}
			if n > 0 {
				parts = append(parts, s.In(c.lang)+" "+strconv.Itoa(n))
			}
		}
		text += lang + ": " + strings.Join(parts, ", ") + "\n"
	}
	if due > 0 {
		text += reviewCount.of(c.lang, due) + "\n"
	}
	_, err := fmt.Fprint(c.out, text)
	return err
}
