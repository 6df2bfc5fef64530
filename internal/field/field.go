// Package field reads structs from front matter and settings: tags say for
// every field its key, class and form. Decoding, inheritance, digests, the order
// of `fmt` and the JSON Schema are all taken from the same tags, so that a new
// field of the format is one line in a struct.
//
// The tags: key is the key in the file; class is fact, name, text or own (see
// [Class]); form says what a value must look like (see [Field]); shorthand names the
// member that a plain value stands for; one allows a single value for a list, and a plain
// text where there may be one a language; body marks the text after the front matter.
package field

import (
	"reflect"
	"slices"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
)

// A Value is a scalar as written, with its language and place. Its span is that
// of the scalar in the file, quotes or block indicator included.
type Value struct {
	Text string
	Lang string
	Span diag.Span
}

// Stated reports whether the value says anything.
func (v Value) Stated() bool { return v.Text != "" }

// A Key is the place of a key, dotted where nested.
type Key struct {
	Path string
	Span diag.Span
}

// A Pair is an entry of a map whose keys are not the format's: a digest a
// field, a text a language.
type Pair struct {
	Key     string
	KeySpan diag.Span
	Value   Value
	List    []Value // instead of Value in a [Shape] of lists
}

// A Localized is a text in several languages, in the order of the file.
type Localized []Pair

// In returns the text in a language, else in the first that has one; its own
// language is in the value.
func (l Localized) In(lang string) Value {
	for _, p := range l {
		if p.Key == lang && p.Value.Stated() {
			return p.Value
		}
	}
	for _, p := range l {
		if p.Value.Stated() {
			return p.Value
		}
	}
	return Value{}
}

// Has reports whether there is a text in a language.
func (l Localized) Has(lang string) bool { return l.In(lang).Stated() && l.In(lang).Lang == lang }

// A LocalizedList is a list of texts a language.
type LocalizedList []Pair

// In returns the list of a language, else the first that is not empty.
func (l LocalizedList) In(lang string) []Value {
	for _, p := range l {
		if p.Key == lang && len(p.List) > 0 {
			return p.List
		}
	}
	for _, p := range l {
		if len(p.List) > 0 {
			return p.List
		}
	}
	return nil
}

// A Class says how a field behaves between the languages of one sheet.
type Class string

// Facts stand in the original and are inherited; names are inherited where
// absent; texts are tracked; what is a file's own is neither.
const (
	Fact Class = "fact"
	Name Class = "name"
	Text Class = "text"
	Own  Class = "own"
)

// bit stands for a class in a set of them, 0 for that of all or none.
func (c Class) bit() uint8 {
	if i := slices.Index([]Class{Fact, Name, Text, Own}, c); i >= 0 {
		return 1 << i
	}
	return 0
}

// A Shape says what a field is made of.
type Shape uint8

// The shapes of fields.
const (
	Leaf       Shape = iota // one value
	LeafList                // a list of values
	Object                  // a map
	ObjectList              // a list of maps
	Pairs                   // a map of texts by keys that are not the format's
	Texts                   // a text a language
	TextLists               // a list of texts a language
)

// A Field is one field of the format.
type Field struct {
	Key   string // in its map; "" for what a shorthand alone fills
	Path  string // dotted from the top, lists' items named like the list
	Class Class
	// Form is line, markdown, id, alias, day, edtf, edtf-end (.. allowed), number, bool,
	// lang, url, email, phone, file, sheet, state, or with an argument in Of:
	// enum (the values) and term (the vocabulary).
	Form      string
	Of        string
	Shape     Shape
	One       bool   // a single value is allowed for a list, or a plain text or list for one a language
	Body      bool   // the text after the front matter, not a key
	Shorthand *Field // the member that a plain value stands for
	Fields    []Field

	Index int    // in its struct
	key   string // like Path, but a member of a shorthand has its own key
	holds uint8  // the bits of its own class and of its members'
	At    int    // index in the structs of an Object or ObjectList of the span named At, their place; -1 where they have none
}

// Of returns the fields of a struct type in the order of the struct, which is the
// canonical one. It walks the type anew: keep the result.
func Of[T any]() []Field { return fieldsOf(reflect.TypeFor[T](), "") }

func fieldsOf(t reflect.Type, prefix string) []Field {
	var fields []Field
	for i := range t.NumField() {
		sf := t.Field(i)
		key, ok := sf.Tag.Lookup("key")
		if !ok {
			continue
		}
		form, of, _ := strings.Cut(sf.Tag.Get("form"), ":")
		f := Field{
			Key: key, Path: strings.TrimSuffix(prefix+key, "."), Class: Class(sf.Tag.Get("class")), Form: form, Of: of,
			One: sf.Tag.Get("one") != "", Body: sf.Tag.Get("body") != "", Index: i, key: prefix + key,
		}
		f.Shape, f.Fields, f.At = shapeOf(sf.Type, f.Path+".")
		if name := sf.Tag.Get("shorthand"); name != "" {
			member, _ := sf.Type.FieldByName(name)
			for k := range f.Fields {
				if f.Fields[k].Index == member.Index[0] {
					// The member is the field itself: `outcome: text` and
					// `outcome: {text: text}` are the same.
					f.Fields[k].Path = f.Path
					f.Shorthand = &f.Fields[k]
				}
			}
		}
		f.holds = f.Class.bit()
		for _, member := range f.Fields {
			f.holds |= member.holds
		}
		fields = append(fields, f)
	}
	return fields
}

func shapeOf(t reflect.Type, prefix string) (shape Shape, fields []Field, at int) {
	switch t {
	case reflect.TypeFor[Value]():
		return Leaf, nil, -1
	case reflect.TypeFor[[]Value]():
		return LeafList, nil, -1
	case reflect.TypeFor[[]Pair]():
		return Pairs, nil, -1
	case reflect.TypeFor[Localized]():
		return Texts, nil, -1
	case reflect.TypeFor[LocalizedList]():
		return TextLists, nil, -1
	}
	shape = Object
	if t.Kind() == reflect.Slice {
		shape, t = ObjectList, t.Elem()
	}
	at = -1
	if place, ok := t.FieldByName("At"); ok {
		at = place.Index[0]
	}
	return shape, fieldsOf(t, prefix), at
}

// Values returns the values of an enumeration.
func (f *Field) Values() []string {
	if f.Form != "enum" {
		return nil
	}
	return strings.Split(f.Of, ",")
}
