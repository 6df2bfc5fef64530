package check

import (
	"reflect"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
)

// forms checks what every value of a struct looks like; target points to it.
func (d *desk) forms(fields []field.Field, target any) {
	for i := range field.Walk(fields, target) {
		if i.Value.Stated() && !d.broken(i.Value.Span) {
			d.form(i.Field, *i.Value)
		}
	}
	d.languagesOf(fields, reflect.ValueOf(target).Elem())
}

// languagesOf checks the keys of all texts of a struct that stand in several languages.
func (d *desk) languagesOf(fields []field.Field, v reflect.Value) {
	for i := range fields {
		switch fv := v.Field(fields[i].Index); fields[i].Shape {
		case field.Object:
			d.languagesOf(fields[i].Fields, fv)
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
