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

func merge(fields []field.Field, o, t, m reflect.Value) {
	if at := o.FieldByName("At"); at.IsValid() {
		if at.Interface().(diag.Span).IsZero() {
			at = t.FieldByName("At")
		}
		m.FieldByName("At").Set(at)
	}
	for i := range fields {
		f := &fields[i]
		fo, ft, fm := o.Field(f.Index), t.Field(f.Index), m.Field(f.Index)
		switch {
		case f.Class == field.Own:
			fm.Set(ft)
		case f.Shape == field.Object:
			merge(f.Fields, fo, ft, fm)
		case f.Class == field.Fact:
			fm.Set(fo)
		case f.Shape == field.Leaf:
			fm.Set(fo)
			if stated(ft) {
				fm.Set(ft)
			}
		case f.Shape == field.LeafList:
			fm.Set(mergeTexts(fo, ft))
		case f.Shape == field.ObjectList:
			fm.Set(fo)
			if n := fo.Len(); n == ft.Len() {
				fm.Set(reflect.MakeSlice(fo.Type(), n, n))
				for k := range n {
					merge(f.Fields, fo.Index(k), ft.Index(k), fm.Index(k))
				}
			}
		default:
			merge(f.Fields, fo, ft, fm)
		}
	}
}

func stated(v reflect.Value) bool { return v.Interface().(Value).Stated() }

func mergeTexts(o, t reflect.Value) reflect.Value {
	if o.Len() != t.Len() {
		return o
	}
	m := reflect.MakeSlice(o.Type(), o.Len(), o.Len())
	for k := range o.Len() {
		m.Index(k).Set(o.Index(k))
		if stated(t.Index(k)) {
			m.Index(k).Set(t.Index(k))
		}
	}
	return m
}
