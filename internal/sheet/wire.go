package sheet

import (
	"maps"
	"reflect"
	"slices"
	"sync"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/wire"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/yamlnode"
)

// A parsed file can be written as bytes and read again, much faster than it was parsed: a sheet as its [Brief]. The bytes hold what
// follows from the text alone, so the same text under another id is the same bytes; what they are follows from
// the fields' tags, and changes with them: they are for the program that wrote them.

// Append writes a sheet and what was found when it was parsed, and returns where in the bytes the rest begins that a brief does not
// hold: seldom is it asked for, so it can be kept elsewhere.
func (s *Sheet) Append(b []byte, found []diag.Diagnostic) (text []byte, rest int) {
	return s.append(b, !s.IsTranslation(), found)
}

func (s *Sheet) append(b []byte, facts bool, found []diag.Diagnostic) (text []byte, rest int) {
	w := writer{buf: b, known: sheetKeys()}
	w.brief(s, facts)
	w.buf = rule.Append(w.buf, found)
	rest = len(w.buf)
	w.rest(s, facts)
	return w.buf, rest
}

// Append writes a page and what was found when it was parsed.
func (p *Page) Append(b []byte, found []diag.Diagnostic) []byte {
	w := writer{buf: b, known: pageKeys()}
	w.object(PageFields(), reflect.ValueOf(p).Elem())
	w.lost(p.Lost)
	w.value(&p.Lead)
	w.file(&p.File)
	return rule.Append(w.buf, found)
}

// ReadPage reads what [Page.Append] wrote of a file.
func ReadPage(data string, src *diag.Source, id, lang string) (*Page, []diag.Diagnostic, bool) {
	r := newWired(data, src, lang, pagePaths)
	p := &Page{File: File{ID: id, Lang: lang, Source: src}}
	r.object(PageFields(), reflect.ValueOf(p).Elem())
	p.Lost, p.Lead = r.lost(), r.value()
	r.file(&p.File)
	found, ok := r.found()
	return p, found, ok
}

// Paths are written by their numbers from 1; of those that the format does not have, 0 and the text.
var (
	sheetPaths = paths(Fields())
	pagePaths  = paths(PageFields())
	sheetKeys  = sync.OnceValue(func() map[string]int { return numbered(sheetPaths) })
	pageKeys   = sync.OnceValue(func() map[string]int { return numbered(pagePaths) })
)

// paths returns the dotted keys of fields, those of lists' items left out.
func paths(fields []field.Field) []string {
	var all []string
	for i := range fields {
		f := &fields[i]
		all = append(all, f.Path)
		if f.Shape == field.Object {
			all = append(all, paths(f.Fields)...)
		}
	}
	return all
}

func numbered(paths []string) map[string]int {
	numbers := map[string]int{}
	for i, p := range paths {
		numbers[p] = i + 1
	}
	return numbers
}

// A writer appends to its bytes.
type writer struct {
	buf   []byte
	known map[string]int
}

func (w *writer) int(n int)     { w.buf = wire.AppendInt(w.buf, n) }
func (w *writer) text(s string) { w.buf = wire.AppendText(w.buf, s) }

func (w *writer) texts(all []string) {
	w.int(len(all))
	for _, s := range all {
		w.text(s)
	}
}

func (w *writer) path(p string) {
	n := w.known[p]
	w.int(n)
	if n == 0 {
		w.text(p)
	}
}

// span writes where a span begins, from 1, and its length; of no place 0.
func (w *writer) span(s diag.Span) {
	if s.Source == nil {
		w.int(0)
		return
	}
	w.int(s.Start + 1)
	w.int(s.End - s.Start)
}

func (w *writer) spans(all []diag.Span) {
	w.int(len(all))
	for _, s := range all {
		w.span(s)
	}
}

func (w *writer) value(v *Value) {
	w.span(v.Span)
	if v.Span.Source != nil {
		w.text(v.Text)
	}
}

// count writes the length of a list, from 1; 0 for one that there is not.
func (w *writer) count(n int, absent bool) {
	if !absent {
		n++
	}
	w.int(n)
}

func (w *writer) values(all []Value) {
	w.count(len(all), all == nil)
	for i := range all {
		w.value(&all[i])
	}
}

// object writes the members of a struct that are there, each behind its number from 1, then 0.
func (w *writer) object(fields []field.Field, v reflect.Value) {
	w.some(fields, v, func(int) bool { return true })
}

// some is object for those members whose numbers from 0 are wanted.
func (w *writer) some(fields []field.Field, v reflect.Value, wanted func(i int) bool) {
	for i := range fields {
		if !wanted(i) {
			continue
		}
		before := len(w.buf)
		w.int(i + 1)
		if !w.member(&fields[i], v.Field(fields[i].Index)) {
			w.buf = w.buf[:before]
		}
	}
	w.int(0)
}

// member writes a field, and reports whether it is there.
func (w *writer) member(f *field.Field, v reflect.Value) bool {
	switch f.Shape {
	case field.Leaf:
		value := v.Addr().Interface().(*Value)
		w.value(value)
		return *value != Value{}
	case field.LeafList:
		values := *v.Addr().Interface().(*[]Value)
		w.values(values)
		return values != nil
	case field.Object:
		w.place(f, v)
		begin := len(w.buf)
		w.object(f.Fields, v)
		return len(w.buf) > begin+1 || f.At >= 0 && v.Field(f.At).Addr().Interface().(*diag.Span).Source != nil
	case field.ObjectList:
		w.count(v.Len(), v.IsNil())
		for k := range v.Len() {
			w.place(f, v.Index(k))
			w.object(f.Fields, v.Index(k))
		}
		return !v.IsNil()
	case field.Pairs:
		pairs := *v.Addr().Interface().(*[]field.Pair)
		w.count(len(pairs), pairs == nil)
		for i := range pairs {
			w.path(pairs[i].Key)
			w.span(pairs[i].KeySpan)
			w.value(&pairs[i].Value)
		}
		return pairs != nil
	}
	return false // of shapes that a sheet does not have
}

// place writes where a struct stands.
func (w *writer) place(f *field.Field, v reflect.Value) {
	if f.At >= 0 {
		w.span(*v.Field(f.At).Addr().Interface().(*diag.Span))
	}
}

func (w *writer) lost(lost yamlnode.Lost) { w.texts(slices.Sorted(maps.Keys(lost))) }

// file writes what was found in a file besides its fields and what was lost.
func (w *writer) file(f *File) {
	w.int(len(f.Keys))
	for _, k := range f.Keys {
		w.path(k.Path)
		w.span(k.Span)
	}
	w.int(len(f.Mentions))
	for i := range f.Mentions {
		w.mention(&f.Mentions[i])
	}
	w.spans(f.RawHTML)
	w.int(len(f.Headings))
	for _, h := range f.Headings {
		w.path(h.Field)
		w.int(h.Level)
		w.text(h.Text)
		w.text(h.ID)
		w.span(h.Span)
	}
	w.spans(f.BareURLs)
	w.int(len(f.Repairs))
	for _, r := range f.Repairs {
		w.int(int(r.Kind))
		w.span(r.Span)
		w.text(r.Text)
		w.text(r.Word)
		w.text(r.meant)
	}
}

func (w *writer) mention(m *Mention) {
	w.path(m.Field)
	for _, n := range []int{m.Link.Start, m.Link.End, m.Link.DestStart, m.Link.DestEnd, int(m.Link.Kind), int(m.Link.Target)} {
		w.int(n)
	}
	w.buf = wire.AppendBool(w.buf, m.Link.Image)
	w.text(m.Link.Dest)
	w.text(m.Link.Title)
	w.text(m.Link.Label)
	w.span(m.Span)
	w.span(m.Dest)
}
