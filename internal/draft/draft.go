// Package draft writes the first text of a sheet: a new one with every field
// explained, or the skeleton of a translation with the original's texts to
// translate from.
//
// Both can be read and built at once. A key without a value counts as absent, so
// all keys stand there to be filled in, and what is left empty does no harm.
package draft

import (
	"slices"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/describe"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/locale"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/vocab"
)

// Options say what a new sheet is.
type Options struct {
	ID, Type   string         // without an ID the sheet has no title yet
	Today      string         // like 2026-11-21; may be empty
	Lang       string         // of the explanations: de, fr or en
	Locale     *locale.Locale // labels in that language
	Vocabulary *vocab.Vocabulary
}

// New returns the text of a new sheet.
func New(o Options) string {
	d := drafter{o: o}
	d.line("---")
	d.fields(sheet.Fields(), "")
	d.line("---")
	return d.b.String()
}

type drafter struct {
	o Options
	b strings.Builder
}

func (d *drafter) line(s string) { d.b.WriteString(strings.TrimRight(s, " ") + "\n") }

func (d *drafter) fields(fields []field.Field, indent string) {
	for i := range fields {
		f := &fields[i]
		if f.Key == "" || f.Key == "translation" || f.Path == "activities" && d.o.Type != "partnership" {
			continue
		}
		if indent == "" && i > 0 {
			d.line("")
		}
		if indent == "" || strings.Contains(f.Path, ".") { // else it is the text that a plain value stands for
			d.explain(f, indent)
		}
		if f.Body {
			continue
		}
		d.field(f, indent)
	}
}

// field writes a key with what makes the sheet complete, or with nothing.
func (d *drafter) field(f *field.Field, indent string) {
	key := indent + f.Key + ":"
	switch f.Shape {
	case field.LeafList:
		d.line(key + d.first(f))
	case field.ObjectList:
		d.line(key)
		d.item(f, indent)
	case field.Object:
		if first := d.first(f); first != "" {
			d.line(key + first)
			return
		}
		d.line(key)
		d.fields(f.Fields, indent+"  ")
	default:
		d.line(key + d.first(f))
	}
}

// item writes an item of a list, as a comment unless the list is required.
func (d *drafter) item(f *field.Field, indent string) {
	mark, before := "# ", "- "
	if f.Path == "activities" {
		mark = ""
	}
	for i := range f.Fields {
		sub := &f.Fields[i]
		value := ""
		if mark == "" && sub.Key == "title" {
			value = d.first(sub)
		}
		text := indent + "  " + mark + before + sub.Key + ":" + value
		if about, ok := describe.Sheet(sub.Path); ok {
			text += "  # " + about.In(d.o.Lang)
		}
		d.line(text)
		before = "  "
	}
}

// placeholder stands for a text that is required and not written yet.
const placeholder = "…"

// first returns the value that a field begins with.
func (d *drafter) first(f *field.Field) string {
	switch {
	case f.Path == "type":
		return " " + d.o.Type
	case f.Path == "title" && d.o.ID != "":
		return " " + heading(d.o.ID)
	case f.Path == "published" && d.o.Today != "":
		return " " + d.o.Today
	case f.Path == "description" && d.o.Type == "example", f.Path == "activities.title":
		return " " + placeholder
	case f.Path == "period" && d.o.Type == "event":
		return " " + d.o.Today
	case f.Shape == field.LeafList:
		return " []"
	case f.Form == "markdown":
		return " |"
	}
	return ""
}

// heading makes a title of an id: health-card becomes Health card.
func heading(id string) string {
	words := strings.ReplaceAll(id, "-", " ")
	title := strings.ToUpper(words[:1]) + words[1:]
	if strings.Trim(words, "0123456789 ") == "" || len(words) < 4 {
		return `"` + title + `"` // a number, or a word such as no and on
	}
	return title
}

// explain writes what a field is and what belongs there.
func (d *drafter) explain(f *field.Field, indent string) {
	text := ""
	if about, ok := describe.Sheet(f.Path); ok {
		text = about.In(d.o.Lang)
	}
	if label := "fields." + f.Path; d.o.Locale.Has(label) {
		text = d.o.Locale.T(label) + " – " + text
	}
	for _, l := range wrap(text, 96-len(indent)) {
		d.line(indent + "# " + l)
	}
	if keys := d.keys(f); keys != "" {
		for _, l := range wrap(keys, 94-len(indent)) {
			d.line(indent + "#   " + l)
		}
	}
}

// most is how many keys of a vocabulary are named.
const most = 24

// keys lists what a field may hold.
func (d *drafter) keys(f *field.Field) string {
	keys := f.Values()
	if f.Form == "term" && d.o.Vocabulary != nil && d.o.Vocabulary.Scheme(f.Of) != nil {
		for _, t := range d.o.Vocabulary.Scheme(f.Of).Terms {
			keys = append(keys, t.Key)
		}
	}
	if len(keys) > most {
		keys = append(slices.Clone(keys[:most]), "…")
	}
	return strings.Join(keys, ", ")
}

// wrap breaks a text into lines of at most width characters, if its words allow.
func wrap(text string, width int) []string {
	var lines []string
	line, n := "", 0
	for word := range strings.SplitSeq(text, " ") { // not at the blanks that French must not break at
		w := len([]rune(word))
		if n > 0 && n+1+w > width {
			lines, line, n = append(lines, line), "", 0
		}
		if n > 0 {
			line, n = line+" ", n+1
		}
		line, n = line+word, n+w
	}
	if n > 0 {
		lines = append(lines, line)
	}
	return lines
}
