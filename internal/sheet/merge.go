package sheet

import (
	"reflect"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
)

// Merge returns what a reader of a translation sees: its own texts and names,
// else the original's, and the original's facts. Lists merge by position where
// they have the same length; otherwise the original's list is shown. Every
// value keeps the language that it is written in.
func Merge(original, translation *Sheet) *Sheet {
	if original == nil || translation == nil || original == translation {
		return original
	}
	m := &Sheet{File: translation.File}
	merge(Fields(), reflect.ValueOf(original).Elem(), reflect.ValueOf(translation).Elem(), reflect.ValueOf(m).Elem())
	return m
}

// MergePage is Merge for free pages.
func MergePage(original, translation *Page) *Page {
	if original == nil || translation == nil || original == translation {
		return original
	}
	m := &Page{File: translation.File}
	merge(PageFields(), reflect.ValueOf(original).Elem(), reflect.ValueOf(translation).Elem(), reflect.ValueOf(m).Elem())
	return m
}

// merge fills m, a struct of the same type as the original's o and the
// translation's t.
func merge(fields []field.Field, o, t, m reflect.Value) {
	for i := range fields {
		f := &fields[i]
		fo, ft, fm := o.Field(f.Index), t.Field(f.Index), m.Field(f.Index)
		switch {
		case f.Class == field.Own:
			fm.Set(ft)
		case f.Class == field.Fact:
			fm.Set(fo)
		case f.Shape == field.Leaf:
			fm.Set(either(fo, ft))
		case f.Shape == field.LeafList:
			fm.Set(mergeList(fo, ft, func(o, t, m reflect.Value) { m.Set(either(o, t)) }))
		case f.Shape == field.Object:
			mergeObject(f, fo, ft, fm)
		case f.Shape == field.ObjectList:
			fm.Set(mergeList(fo, ft, func(o, t, m reflect.Value) { mergeObject(f, o, t, m) }))
		}
	}
}

// mergeObject merges a struct that stands where the original's does, if it has one.
func mergeObject(f *field.Field, o, t, m reflect.Value) {
	if f.At >= 0 {
		at := o.Field(f.At)
		if at.Addr().Interface().(*diag.Span).IsZero() {
			at = t.Field(f.At)
		}
		m.Field(f.At).Set(at)
	}
	merge(f.Fields, o, t, m)
}

// mergeList merges lists of one length item by item.
func mergeList(o, t reflect.Value, item func(o, t, m reflect.Value)) reflect.Value {
	n := o.Len()
	if n == 0 || n != t.Len() {
		return o
	}
	m := reflect.MakeSlice(o.Type(), n, n)
	for k := range n {
		item(o.Index(k), t.Index(k), m.Index(k))
	}
	return m
}

// either returns the translation's value where it says anything.
func either(o, t reflect.Value) reflect.Value {
	if t.Addr().Interface().(*Value).Stated() {
		return t
	}
	return o
}
