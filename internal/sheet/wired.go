package sheet

import (
	"reflect"
	"slices"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/markdown"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/wire"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/yamlnode"
)

// wired reads what a writer wrote.
type wired struct {
	wire.Reader
	src   *diag.Source
	lang  string
	known []string
}

func newWired(data string, src *diag.Source, lang string, known []string) *wired {
	return &wired{*wire.NewReader(data), src, lang, known}
}

func (r *wired) found() ([]diag.Diagnostic, bool) {
	found := rule.Read(&r.Reader, func(string) *diag.Source { return r.src })
	unknown := func(d diag.Diagnostic) bool { return d.Rule == nil }
	return found, r.Whole() && !slices.ContainsFunc(found, unknown)
}

func (r *wired) path() string {
	switch n := r.Int(); {
	case n == 0:
		return r.Text()
	case n <= len(r.known):
		return r.known[n-1]
	}
	return ""
}

func (r *wired) span() diag.Span {
	start := r.Int()
	if start == 0 {
		return diag.Span{}
	}
	return r.src.Span(start-1, start-1+r.Int())
}

func (r *wired) value() Value {
	span := r.span()
	if span.Source == nil {
		return Value{}
	}
	return Value{Text: r.Text(), Lang: r.lang, Span: span}
}

// readAll reads how many things follow, then each; none is nil.
func readAll[T any](r *wired, one func() T) []T {
	n := r.Count()
	if n == 0 {
		return nil
	}
	return readN(n, one)
}

// readList reads a list that may also be there and empty.
func readList[T any](r *wired, one func() T) []T {
	n := r.Count()
	if n == 0 {
		return nil
	}
	return readN(n-1, one)
}

func readN[T any](n int, one func() T) []T {
	all := make([]T, n)
	for i := range all {
		all[i] = one()
	}
	return all
}

func (r *wired) object(fields []field.Field, v reflect.Value) {
	for i := r.Int(); i > 0 && i <= len(fields); i = r.Int() {
		r.member(&fields[i-1], v.Field(fields[i-1].Index))
	}
}

func (r *wired) member(f *field.Field, v reflect.Value) {
	switch f.Shape {
	case field.Leaf:
		*v.Addr().Interface().(*Value) = r.value()
	case field.LeafList:
		*v.Addr().Interface().(*[]Value) = readList(r, r.value)
	case field.Object:
		r.place(f, v)
		r.object(f.Fields, v)
	case field.ObjectList:
		n := r.Count()
		if n == 0 {
			return
		}
		v.Set(reflect.MakeSlice(v.Type(), n-1, n-1))
		for k := range n - 1 {
			r.place(f, v.Index(k))
			r.object(f.Fields, v.Index(k))
		}
	case field.Pairs:
		*v.Addr().Interface().(*[]field.Pair) = readList(r, func() field.Pair {
			return field.Pair{Key: r.path(), KeySpan: r.span(), Value: r.value()}
		})
	}
}

func (r *wired) place(f *field.Field, v reflect.Value) {
	if f.At >= 0 {
		*v.Field(f.At).Addr().Interface().(*diag.Span) = r.span()
	}
}

func (r *wired) lost() (lost yamlnode.Lost) {
	for range r.Count() {
		if lost == nil {
			lost = yamlnode.Lost{}
		}
		lost[r.Text()] = true
	}
	return lost
}

func (r *wired) file(f *File) {
	n := r.Count()
	f.Keys = slices.Grow(f.Keys, n)
	for range n {
		f.Keys = append(f.Keys, field.Key{Path: r.path(), Span: r.span()})
	}
	if n == 0 {
		f.Keys = nil
	}
	f.Mentions = readAll(r, r.mention)
	f.RawHTML = readAll(r, r.span)
	f.Headings = readAll(r, func() Heading { return Heading{r.path(), r.Int(), r.Text(), r.Text(), r.span()} })
	f.BareURLs = readAll(r, r.span)
	f.Repairs = readAll(r, func() Repair {
		return Repair{Kind: markdown.RepairKind(r.Int()), Span: r.span(), Text: r.Text(), Word: r.Text(), meant: r.Text()}
	})
}

func (r *wired) mention() Mention {
	return Mention{
		Field: r.path(),
		Link: markdown.Link{
			Range: markdown.Range{Start: r.Int(), End: r.Int()}, DestStart: r.Int(), DestEnd: r.Int(),
			Kind: markdown.Kind(r.Int()), Target: markdown.Target(r.Int()),
			Image: r.Bool(), Dest: r.Text(), Title: r.Text(), Label: r.Text(),
		},
		Span: r.span(), Dest: r.span(),
	}
}
