package check

import (
	"slices"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/suggest"
)

// A version is one file of an entry with what it says of its original.
type version struct {
	file   *sheet.File
	record *sheet.Translation
}

// versions checks the files of an entry as a group: exactly one is the
// original, and the others say so.
func (d *desk) versions(id string, original *sheet.File, all []version) {
	if original.IsTranslation() {
		d.report(rule.NoOriginal.At(original.KeySpan("translation"), "id", id))
	}
	for _, v := range all {
		d.unlisted(v.file)
		if v.file == original || v.file.Lost.All() {
			continue
		}
		if !v.file.IsTranslation() {
			d.report(rule.TwoOriginals.At(v.file.Head(), "id", id, "original", original.Lang).With(original.Head(), rule.FirstOriginal))
			continue
		}
		if !original.IsTranslation() && !original.Lost.All() {
			d.of(v, original)
		}
	}
}

// unlisted warns of a language that the site is not made in, if it is known
// what those are.
func (d *desk) unlisted(f *sheet.File) {
	if d.conf.HasLang(f.Lang) || d.conf.Lost.Has("languages") || len(d.languages()) < len(d.conf.Languages) {
		return
	}
	d.report(rule.LanguageUnlisted.At(f.Head(), "lang", f.Lang, "langs", strings.Join(d.conf.Langs(), ", ")))
}

// languages returns the site's languages that are some.
func (c *checker) languages() []string {
	var known []string
	for _, lang := range c.conf.Langs() {
		if _, ok := language(lang); ok {
			known = append(known, lang)
		}
	}
	return known
}

// of checks that a translation names the original's language.
func (d *desk) of(v version, original *sheet.File) {
	of := v.record.Of
	switch {
	case v.file.HasLost("translation"):
	case !of.Stated():
		d.report(rule.RequiredField.At(v.file.KeySpan("translation"), "field", "translation.of"))
	case of.Text != original.Lang && !d.doubtful(of.Span):
		d.report(rule.TranslationOf.At(of.Span, "value", of.Text, "original", original.Lang).Suggest(original.Lang))
	}
}

// A side is one of two files that are compared; sheet points to a Sheet or a Page.
type side struct {
	file  *sheet.File
	sheet any
}

// A comparison is a translation beside its original.
type comparison struct {
	id              string
	fields          []field.Field
	paths           []string // what translation.state may name
	original, other side
	record          *sheet.Translation
	states          []catalogue.TextState

	// Lists and parts of another shape than the original's: their texts can't
	// be told apart.
	shapes []string
}

// translation checks a translation against its original.
func (d *desk) translation(c comparison) {
	recorded := d.record(c)
	if c.original.file.IsTranslation() || c.original.file.Lost.All() || c.other.file.Lost.All() {
		return
	}
	d.compare(&c)
	var unrecorded, missing []string
	for _, t := range c.states {
		top, _, _ := strings.Cut(t.Path, ".")
		if c.original.file.HasLost(top) || c.other.file.HasLost(top) || slices.Contains(c.shapes, t.Path) || slices.Contains(c.shapes, top) {
			continue
		}
		switch t.State {
		case catalogue.Unrecorded:
			if !slices.Contains(recorded, t.Path) && !c.other.file.HasLost("translation") {
				unrecorded = append(unrecorded, t.Path)
			}
		case catalogue.Missing:
			missing = append(missing, t.Path)
		case catalogue.Outdated:
			if !slices.Contains(recorded, t.Path) && !d.doubtful(span(c.original.sheet, t.Path)) {
				d.report(rule.TranslationOutdated.At(c.place(t.Path), "field", t.Path, "id", c.id, "lang", c.other.file.Lang))
			}
		case catalogue.Extra:
			if slices.Contains(d.lacks, t.Path) {
				continue
			}
			d.report(rule.TranslationExtra.At(c.place(t.Path), "field", t.Path))
		}
	}
	at := c.other.file.KeySpan("translation")
	if len(unrecorded) > 0 {
		d.report(rule.TranslationUnrecorded.At(at, "fields", strings.Join(unrecorded, ", "), "id", c.id, "lang", c.other.file.Lang))
	}
	if len(missing) > 0 {
		d.report(rule.TranslationMissing.At(at, "fields", strings.Join(missing, ", ")))
	}
}

// record checks what a translation records, and returns the texts of which that
// has a finding of its own, so that they are called neither unrecorded nor outdated.
func (d *desk) record(c comparison) (settled []string) {
	for _, p := range c.record.State {
		switch {
		case !slices.Contains(c.paths, p.Key):
			near := suggest.Nearest(p.Key, c.paths)
			settled = append(settled, near)
			d.report(rule.StateKey.At(p.KeySpan, "key", p.Key).Suggest(near))
		case p.Value.Stated() && !sheet.IsDigest(p.Value.Text):
			settled = append(settled, p.Key)
			d.report(rule.DigestForm.At(p.Value.Span, "value", p.Value.Text, "id", c.id, "lang", c.other.file.Lang))
		case d.doubtful(p.Value.Span):
			settled = append(settled, p.Key)
		}
	}
	return settled
}

// place returns where a text stands in the translation: its key, or the first
// line of the text after the front matter.
func (c comparison) place(path string) diag.Span {
	if c.other.file.HasKey(path) {
		return c.other.file.KeySpan(path)
	}
	if at := span(c.other.sheet, path); !at.IsZero() {
		return at.FirstLine()
	}
	return c.other.file.Head()
}

// span returns where a text stands in a sheet or a page, from its first value to its last.
func span(sheet any, path string) diag.Span {
	for _, t := range tracked(sheet) {
		if t.Path != path {
			continue
		}
		var span diag.Span
		for _, v := range t.Values {
			switch {
			case !v.Stated():
			case span.IsZero():
				span = v.Span
			default:
				span.End = max(span.End, v.Span.End)
			}
		}
		return span
	}
	return diag.Span{}
}

func tracked(of any) []sheet.Tracked {
	return of.(interface{ Tracked() []sheet.Tracked }).Tracked()
}
