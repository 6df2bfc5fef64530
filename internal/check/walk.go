package check

import (
	"iter"
	"reflect"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
)

// values walks all stated values of a struct, with the fields that they fill.
func values(fields []field.Field, v reflect.Value) iter.Seq2[*field.Field, field.Value] {
	return func(yield func(*field.Field, field.Value) bool) { walk(fields, v, yield) }
}

func walk(fields []field.Field, v reflect.Value, yield func(*field.Field, field.Value) bool) bool {
	for i := range fields {
		f := &fields[i]
		fv := v.Field(f.Index)
		switch f.Shape {
		case field.Leaf:
			if value := fv.Interface().(field.Value); value.Stated() && !yield(f, value) {
				return false
			}
		case field.LeafList:
			for _, value := range fv.Interface().([]field.Value) {
				if value.Stated() && !yield(f, value) {
					return false
				}
			}
		case field.Object:
			if !walk(f.Fields, fv, yield) {
				return false
			}
		case field.ObjectList:
			for k := range fv.Len() {
				if !walk(f.Fields, fv.Index(k), yield) {
					return false
				}
			}
		}
	}
	return true
}

// forms checks what every value of a struct looks like; target points to it.
func (d *desk) forms(fields []field.Field, target any) {
	v := reflect.ValueOf(target).Elem()
	for f, value := range values(fields, v) {
		d.form(f, value)
	}
	for i := range fields {
		switch fv := v.Field(fields[i].Index); fields[i].Shape {
		case field.Texts:
			d.languageKeys(fv.Interface().(field.Localized))
		case field.TextLists:
			d.languageKeys(fv.Interface().(field.LocalizedList))
		}
	}
}

// languageKeys checks the keys of a text in several languages.
func (d *desk) languageKeys(pairs []field.Pair) {
	for _, p := range pairs {
		if near, ok := language(p.Key); !ok {
			d.report(rule.UnknownLanguage.At(p.KeySpan, "value", p.Key).Suggest(near))
		}
	}
}

// firstLine cuts a span of several lines down to its first.
func firstLine(span diag.Span) diag.Span {
	if span.IsZero() {
		return span
	}
	line, _ := span.Source.Position(span.Start)
	_, end := span.Source.Line(line)
	return span.Source.Span(span.Start, min(span.End, max(end, span.Start)))
}
