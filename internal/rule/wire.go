package rule

import (
	"sync"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/wire"
)

// Append writes findings to be read by [Read]: how many, and of each its rule's name, its place, its
// arguments, its suggestion, and the places that belong to it.
func Append(b []byte, ds []diag.Diagnostic) []byte {
	b = wire.AppendInt(b, len(ds))
	for _, d := range ds {
		b = appendPlace(wire.AppendText(b, d.Rule.Name), d.Span)
		b = wire.AppendInt(b, len(d.Args))
		for _, arg := range d.Args {
			b = wire.AppendText(b, arg)
		}
		b = wire.AppendInt(wire.AppendText(b, d.Suggestion), len(d.Related))
		for _, r := range d.Related {
			b = appendPlace(b, r.Span)
			b = wire.AppendText(wire.AppendText(wire.AppendText(b, r.Text.DE), r.Text.FR), r.Text.EN)
		}
	}
	return b
}

// appendPlace writes the path of a span's file, and where it stands in it; of no place 0 alone.
func appendPlace(b []byte, s diag.Span) []byte {
	if s.Source == nil {
		return wire.AppendInt(b, 0)
	}
	b = wire.AppendText(wire.AppendInt(b, 1), s.Source.Path)
	return wire.AppendInt(wire.AppendInt(b, s.Start), s.End)
}

// Read reads what [Append] wrote. source gives the files by their paths. A rule that there is not is a
// nil one.
func Read(r *wire.Reader, source func(path string) *diag.Source) []diag.Diagnostic {
	n := r.Count()
	if n == 0 {
		return nil
	}
	ds := make([]diag.Diagnostic, n)
	for i := range ds {
		d := &ds[i]
		d.Rule, d.Span = named()[r.Text()], readPlace(r, source)
		if n := r.Count(); n > 0 {
			d.Args = make([]string, n)
		}
		for k := range d.Args {
			d.Args[k] = r.Text()
		}
		d.Suggestion = r.Text()
		if n := r.Count(); n > 0 {
			d.Related = make([]diag.Related, n)
		}
		for k := range d.Related {
			d.Related[k] = diag.Related{Span: readPlace(r, source), Text: diag.Text{DE: r.Text(), FR: r.Text(), EN: r.Text()}}
		}
	}
	return ds
}

func readPlace(r *wire.Reader, source func(path string) *diag.Source) diag.Span {
	if r.Int() == 0 {
		return diag.Span{}
	}
	return source(r.Text()).Span(r.Int(), r.Int())
}

var named = sync.OnceValue(func() map[string]*diag.Rule {
	all := map[string]*diag.Rule{}
	for _, r := range All() {
		all[r.Name] = r
	}
	return all
})
