package sheet

import (
	"reflect"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
)

// Translate makes of an original what a reader of a translation sees: its own texts and names,
// else the original's, and the original's facts. Lists merge by position where
// they have the same length; otherwise the original's list is shown. Every
// value keeps the language that it is written in. Lists that others may hold stay as they are.
func (s *Sheet) Translate(translation *Sheet) {
	s.File = translation.File
	merge(Fields(), reflect.ValueOf(translation).Elem(), reflect.ValueOf(s).Elem())
}

// MergePage returns what a reader of a free page's translation sees, as [Sheet.Translate] has it.
func MergePage(original, translation *Page) *Page {
	if original == nil || translation == nil || original == translation {
		return original
	}
	m := *original
	m.File, m.Made = translation.File, false
	merge(PageFields(), reflect.ValueOf(translation).Elem(), reflect.ValueOf(&m).Elem())
	return &m
}

// merge puts into m, which is the original, what the translation t says itself.
func merge(fields []field.Field, t, m reflect.Value) {
	for i := range fields {
		f := &fields[i]
		if f.Class == field.Fact {
			continue
		}
		ft, fm := t.Field(f.Index), m.Field(f.Index)
		switch {
		case f.Class == field.Own:
			fm.Set(ft)
		case f.Shape == field.Leaf:
			mergeLeaf(ft, fm)
		case f.Shape == field.LeafList:
			mergeList(ft, fm, mergeLeaf)
		case f.Shape == field.Object:
			mergeObject(f, ft, fm)
		case f.Shape == field.ObjectList:
			mergeList(ft, fm, func(t, m reflect.Value) { mergeObject(f, t, m) })
		}
	}
}

// mergeLeaf takes the translation's value where it says anything.
func mergeLeaf(t, m reflect.Value) {
	if v := t.Addr().Interface().(*Value); v.Stated() {
		*m.Addr().Interface().(*Value) = *v
	}
}

// mergeObject merges a struct that stands where the original's does, if it has one.
func mergeObject(f *field.Field, t, m reflect.Value) {
	if f.At >= 0 {
		if at := m.Field(f.At); at.Addr().Interface().(*diag.Span).IsZero() {
			at.Set(t.Field(f.At))
		}
	}
	merge(f.Fields, t, m)
}

// mergeList merges lists of one length item by item, in a copy: until then m has the original's own.
func mergeList(t, m reflect.Value, item func(t, m reflect.Value)) {
	n := m.Len()
	if n == 0 || n != t.Len() {
		return
	}
	list := reflect.MakeSlice(m.Type(), n, n)
	reflect.Copy(list, m)
	m.Set(list)
	for k := range n {
		item(t.Index(k), list.Index(k))
	}
}
