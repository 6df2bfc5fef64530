package sheet

import (
	"crypto/sha256"
	"encoding/hex"
	"iter"
	"reflect"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/yamlnode"
)

// text is one text of a file, found by walking its fields.
type text struct {
	Field *field.Field
	Path  string // as in translation.state: a list's texts have the list's
	Value *Value
	List  bool // an item of a list
}

// locate returns the place in the file of the bytes [from, to) of the text.
func (t text) locate(from, to int) diag.Span {
	if t.Field.Body {
		return t.Value.Span.Source.Span(t.Value.Span.Start+from, t.Value.Span.Start+to)
	}
	// The value was trimmed; the decoded scalar may begin with blanks.
	return yamlnode.Locate(t.Value.Span, t.Value.Text, from, to)
}

// texts walks the texts of a struct in the order of its fields, absent ones too.
func texts(fields []field.Field, v reflect.Value) iter.Seq[text] {
	return func(yield func(text) bool) { walkTexts(fields, v, "", yield) }
}

func walkTexts(fields []field.Field, v reflect.Value, list string, yield func(text) bool) bool {
	for i := range fields {
		f, fv := &fields[i], v.Field(fields[i].Index)
		path := f.Path
		if list != "" {
			path = list
		}
		switch f.Shape {
		case field.Leaf:
			if f.Class == field.Text && !yield(text{f, path, fv.Addr().Interface().(*Value), list != ""}) {
				return false
			}
		case field.LeafList:
			for k := 0; f.Class == field.Text && k < fv.Len(); k++ {
				if !yield(text{f, path, fv.Index(k).Addr().Interface().(*Value), true}) {
					return false
				}
			}
		case field.Object:
			if !walkTexts(f.Fields, fv, list, yield) {
				return false
			}
		case field.ObjectList:
			for k := range fv.Len() {
				if !walkTexts(f.Fields, fv.Index(k), path, yield) {
					return false
				}
			}
		}
	}
	return true
}

// A Tracked is a text of a file, or the texts of one of its lists, under the
// name that it has in translation.state.
type Tracked struct {
	Path   string
	Values []Value // one; of a list, all texts of its items, absent ones too
	List   bool
}

// Stated reports whether any of the texts says anything.
func (t Tracked) Stated() bool {
	for _, v := range t.Values {
		if v.Stated() {
			return true
		}
	}
	return false
}

// Tracked returns the texts of a sheet that say something, in the order of the format.
func (s *Sheet) Tracked() []Tracked { return tracked(Fields(), reflect.ValueOf(s).Elem()) }

// Tracked returns the texts of a page that say something.
func (p *Page) Tracked() []Tracked { return tracked(PageFields(), reflect.ValueOf(p).Elem()) }

func tracked(fields []field.Field, v reflect.Value) []Tracked {
	var all []Tracked
	for t := range texts(fields, v) {
		if n := len(all); t.List && n > 0 && all[n-1].Path == t.Path {
			all[n-1].Values = append(all[n-1].Values, *t.Value)
			continue
		}
		all = append(all, Tracked{t.Path, []Value{*t.Value}, t.List})
	}
	stated := all[:0]
	for _, t := range all {
		if t.Stated() {
			stated = append(stated, t)
		}
	}
	return stated
}

// TrackedPaths returns every name that translation.state may hold for a sheet.
func TrackedPaths(fields []field.Field) []string {
	var paths []string
	for i := range fields {
		f := &fields[i]
		switch {
		case f.Class == field.Text:
			paths = append(paths, f.Path)
		case f.Shape == field.Object:
			paths = append(paths, TrackedPaths(f.Fields)...)
		case f.Shape == field.ObjectList && len(TrackedPaths(f.Fields)) > 0:
			paths = append(paths, f.Path)
		}
	}
	return paths
}

// Digest returns the first 8 hex digits of the SHA-256 of the texts, in UTF-8
// and NFC, each run of Unicode white space made one space, trimmed, and joined
// by U+001F.
func (t Tracked) Digest() string {
	parts := make([]string, len(t.Values))
	for i, v := range t.Values {
		parts[i] = strings.Join(strings.FieldsFunc(norm.NFC.String(v.Text), unicode.IsSpace), " ")
	}
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x1f")))
	return hex.EncodeToString(sum[:4])
}
