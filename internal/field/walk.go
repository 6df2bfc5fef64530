package field

import (
	"iter"
	"reflect"
)

// An Item is one value of a struct, with the field that it fills.
type Item struct {
	Field *Field
	Path  string // of the field; inside a list of maps that of the list
	Value *Value
	List  bool // an item of a list, or a value inside one
}

// Walk yields every value of the struct to which target points, in the order of
// its fields, absent ones too. Maps with keys of the editor's own are left out.
func Walk(fields []Field, target any) iter.Seq[Item] {
	return WalkClass(fields, target, "")
}

// WalkClass yields the values of one class, "" for all.
func WalkClass(fields []Field, target any, class Class) iter.Seq[Item] {
	return func(yield func(Item) bool) { walk(fields, class.bit(), reflect.ValueOf(target).Elem(), "", yield) }
}

// walk yields the values of a struct; class is the bit of their class, list the path of the list in which it stands.
func walk(fields []Field, class uint8, v reflect.Value, list string, yield func(Item) bool) bool {
	for i := range fields {
		if fields[i].holds&class != class {
			continue
		}
		f, fv := &fields[i], v.Field(fields[i].Index)
		path := f.Path
		if list != "" {
			path = list
		}
		switch f.Shape {
		case Leaf:
			if !yield(Item{f, path, fv.Addr().Interface().(*Value), list != ""}) {
				return false
			}
		case LeafList:
			values := *fv.Addr().Interface().(*[]Value)
			for k := range values {
				if !yield(Item{f, path, &values[k], true}) {
					return false
				}
			}
		case Object:
			if !walk(f.Fields, class, fv, list, yield) {
				return false
			}
		case ObjectList:
			for k := range fv.Len() {
				if !walk(f.Fields, class, fv.Index(k), path, yield) {
					return false
				}
			}
		}
	}
	return true
}
