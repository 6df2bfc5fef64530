package sheet

import (
	"maps"
	"slices"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/markdown"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/yamlnode"
)

// A Parser reads files; it is safe for use by several goroutines.
type Parser struct {
	// Labels gives keys for what editors may write instead: the fields'
	// labels in every language, folded by suggest.Fold.
	Labels map[string]string
}

// Sheet reads one file of a practice. What it returns depends on nothing but
// the source.
func (p Parser) Sheet(src *diag.Source, id, lang string) (*Sheet, []diag.Diagnostic) {
	s := new(Sheet)
	return s, p.Fill(s, src, id, lang)
}

// Fill is [Parser.Sheet] into the memory of a sheet that nobody uses any more.
func (p Parser) Fill(s *Sheet, src *diag.Source, id, lang string) []diag.Diagnostic {
	*s = Sheet{File: File{ID: id, Lang: lang, Source: src, Keys: s.Keys[:0]}}
	ds := p.parse(&s.File, s, Fields())
	if !s.Summary.Stated() {
		s.Lead = lead(s.Description, s.Context, s.Body)
	}
	return ds
}

// Page reads one file of a free page.
func (p Parser) Page(src *diag.Source, id, lang string) (*Page, []diag.Diagnostic) {
	s := &Page{File: File{ID: id, Lang: lang, Source: src}}
	return s, p.parse(&s.File, s, PageFields())
}

func (p Parser) parse(f *File, target any, fields []field.Field) []diag.Diagnostic {
	m, ds := yamlnode.ParseMatter(f.Source)
	field.MissedColons(ds, fields)
	d := field.Decoder{Lang: f.Lang, Labels: p.Labels, Keys: slices.Grow(f.Keys, 64)}
	d.Decode(fields, m.Root, target)
	m.Release()
	if f.Keys = d.Keys; len(f.Keys) == 0 {
		f.Keys = nil // as it is read again
	}
	if f.Lost = m.Lost; len(f.Lost)+len(d.Lost) == 0 {
		f.Lost = nil // of most files, so there is no need to keep an empty map
	}
	maps.Copy(f.Lost, d.Lost)
	ds = append(ds, d.Findings...)
	for t := range texts(fields, target) {
		if t.Field.Body {
			*t.Value = body(m.Body, f.Lang)
		}
		marks := markdown.MarksOf(t.Value.Text)
		if t.Field.Form == "markdown" {
			ds = append(ds, f.mentions(t, marks)...)
		}
		if marks.MayOffend(t.Value.Text, f.Lang) {
			f.Repairs = appendRepairs(f.Repairs, t, f.Lang)
		}
	}
	f.Repairs = slices.Clip(f.Repairs)
	return ds
}

// body returns the text after the front matter.
func body(span diag.Span, lang string) Value {
	text := span.Text()
	trimmed := strings.TrimSpace(text)
	start := span.Start + strings.Index(text, trimmed)
	return Value{Text: trimmed, Lang: lang, Span: span.Source.Span(start, start+len(trimmed))}
}

// leadLength is how long a made summary may get, in characters.
const leadLength = 200

// lead returns the first sentences of the first text that is stated.
func lead(texts ...Value) Value {
	for _, t := range texts {
		if !t.Stated() {
			continue
		}
		first, _, _ := strings.Cut(t.Text, "\n\n")
		plain := markdown.Plain(first, markdown.Options{Lang: t.Lang})
		return Value{Text: markdown.FirstSentences(plain, leadLength), Lang: t.Lang, Span: t.Span}
	}
	return Value{}
}

// manyBytes is the length from which a text is looked into even where nothing
// in it looks like a link: it may be nested or long beyond the limits.
const manyBytes = 16 << 10

// mentions collects the links, images, headings, bare addresses and raw HTML of a
// Markdown text.
func (f *File) mentions(t field.Item, marks markdown.Marks) []diag.Diagnostic {
	s := t.Value.Text
	if len(s) < manyBytes && !marks.MayMention(s) {
		return nil
	}
	o := markdown.Options{Lang: f.Lang}
	if found, ok := markdown.BriefMentions(s, o); ok {
		f.mention(t, found)
		return nil
	}
	doc := markdown.Parse(s, o)
	f.mention(t, markdown.Mentions{Links: doc.Links(), BareURLs: doc.BareURLs()})
	for _, r := range doc.RawHTML() {
		f.RawHTML = append(f.RawHTML, locate(t, r.Start, r.End))
	}
	for _, h := range doc.Headings() {
		f.Headings = append(f.Headings, Heading{t.Path, h.Level, h.Text, h.ID, locate(t, h.Start, h.End)})
	}
	var ds []diag.Diagnostic
	for _, p := range doc.Problems() {
		r := &rule.MarkdownTooDeep
		if p.Kind == markdown.UnusedFootnote {
			r = &rule.FootnoteUnused
		}
		ds = append(ds, r.At(locate(t, p.Start, p.End)))
	}
	return ds
}

// mention notes the links and the bare addresses of a text.
func (f *File) mention(t field.Item, found markdown.Mentions) {
	for _, l := range found.Links {
		f.Mentions = append(f.Mentions, Mention{
			Field: t.Path, Link: l,
			Span: locate(t, l.Start, l.End), Dest: locate(t, l.DestStart, l.DestEnd),
		})
	}
	for _, u := range found.BareURLs {
		f.BareURLs = append(f.BareURLs, locate(t, u.Start, u.End))
	}
}

// locate returns the place in the file of the bytes [from, to) of a text.
func locate(t field.Item, from, to int) diag.Span {
	span := t.Value.Span
	if t.Field.Body {
		return span.Source.Span(span.Start+from, span.Start+to)
	}
	// The value was trimmed; the decoded scalar may begin with blanks.
	return yamlnode.Locate(span, t.Value.Text, from, to)
}
