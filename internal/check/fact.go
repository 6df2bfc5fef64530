package check

import (
	"fmt"
	"maps"
	"math/bits"
	"reflect"
	"slices"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edtf"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
)

// compare checks the facts and lists of a translation against the original's.
func (d *desk) compare(c *comparison) {
	o, t := reflect.ValueOf(c.original.sheet).Elem(), reflect.ValueOf(c.other.sheet).Elem()
	for i := range c.fields {
		f := &c.fields[i]
		if f.Class == field.Own || f.Key == "translation" || c.original.file.HasLost(f.Key) || c.other.file.HasLost(f.Key) {
			continue
		}
		d.compareField(c, f, o.Field(f.Index), t.Field(f.Index), "")
	}
}

// compareField checks one field; list is the key of the list in which it stands.
func (d *desk) compareField(c *comparison, f *field.Field, o, t reflect.Value, list string) {
	switch {
	case t.Type() == reflect.TypeFor[sheet.Period]():
		d.periodFact(c, f.Path, as[sheet.Period](o), as[sheet.Period](t))
	case f.Shape == field.Leaf && f.Class == field.Fact:
		d.valueFact(c, f, as[field.Value](o), as[field.Value](t))
	case f.Shape == field.LeafList && f.Class == field.Fact:
		d.listFact(f, *as[[]field.Value](o), *as[[]field.Value](t))
	case f.Shape == field.LeafList, f.Shape == field.ObjectList:
		if t.Len() == 0 || !d.sameLength(c, f, o.Len(), t.Len()) || f.Shape == field.LeafList {
			return
		}
		for k := range t.Len() {
			for i := range f.Fields {
				d.compareField(c, &f.Fields[i], o.Index(k).Field(f.Fields[i].Index), t.Index(k).Field(f.Fields[i].Index), f.Key)
			}
		}
	case f.Shape == field.Object:
		if f.Shorthand != nil && list == "" {
			d.sameKeys(c, f, o, t)
		}
		for i := range f.Fields {
			m := &f.Fields[i]
			d.compareField(c, m, o.Field(m.Index), t.Field(m.Index), list)
		}
	}
}

// as points to what stands in a member of a struct: a copy of it would be one for every value of a catalogue.
func as[T any](v reflect.Value) *T { return v.Addr().Interface().(*T) }

func (d *desk) sameLength(c *comparison, f *field.Field, o, t int) bool {
	if o == t {
		return true
	}
	c.shapes = append(c.shapes, f.Path)
	d.report(rule.TranslationList.At(c.other.file.KeySpan(f.Path), "field", f.Path, "here", fmt.Sprint(t), "there", fmt.Sprint(o)))
	return false
}

// sameKeys checks that a part that is an object has no keys that the
// original's has not, and is an object where the original is one of several
// keys. A plain text is the member of the shorthand, and the same as an object
// of that member alone.
func (d *desk) sameKeys(c *comparison, f *field.Field, o, t reflect.Value) {
	here, there := stated(f, t), stated(f, o)
	wrong := here &^ there
	if plain := as[diag.Span](t.Field(f.At)).IsZero(); plain && bits.OnesCount64(there) > 1 {
		wrong = here
	}
	if there == 0 || wrong == 0 {
		return
	}
	c.shapes = append(c.shapes, f.Path)
	at := c.other.file.KeySpan(f.Fields[bits.TrailingZeros64(wrong)].Path)
	d.report(rule.TranslationList.At(at, "field", f.Path, "here", pathsOf(f, here), "there", pathsOf(f, there)))
}

// stated returns which members of an object say something, the first one the lowest bit.
func stated(f *field.Field, v reflect.Value) (set uint64) {
	for i := range f.Fields {
		m := &f.Fields[i]
		mv := v.Field(m.Index)
		if m.Shape == field.Leaf && as[field.Value](mv).Stated() || m.Shape == field.LeafList && mv.Len() > 0 {
			set |= 1 << i
		}
	}
	return set
}

// pathsOf names members of an object.
func pathsOf(f *field.Field, set uint64) string {
	var paths []string
	for i := range f.Fields {
		if set>>i&1 == 1 {
			paths = append(paths, f.Fields[i].Path)
		}
	}
	return strings.Join(paths, ", ")
}

// fact reports a value that differs from the original's, unless one of the two
// has a finding of its own.
func (d *desk) fact(path string, at diag.Span, here, there string, original diag.Span) {
	if d.doubtful(at) || d.doubtful(original) {
		return
	}
	f := rule.TranslationFact.At(at, "field", path, "value", here, "original", or(there, "–"))
	if !original.IsZero() {
		f = f.With(original, rule.OriginalValue)
	}
	d.report(f)
}

func or(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

func (d *desk) valueFact(c *comparison, f *field.Field, o, t *field.Value) {
	if !t.Stated() || same(f.Form, o.Text, t.Text) || f.Path == "type" && !o.Stated() && t.Text == "sheet" {
		return
	}
	d.fact(f.Path, t.Span, t.Text, o.Text, o.Span)
}

// same reports whether two writings are one value.
func same(form, a, b string) bool {
	if a == b {
		return true
	}
	switch form {
	case "edtf", "edtf-end", "day":
		x, err := edtf.Parse(a)
		y, err2 := edtf.Parse(b)
		return err == nil && err2 == nil && x.String() == y.String()
	case "number":
		x, ok := rational(a)
		y, ok2 := rational(b)
		return ok && ok2 && x.Cmp(y) == 0
	}
	return false
}

// listFact compares lists as sets: their order is no fact.
func (d *desk) listFact(f *field.Field, o, t []field.Value) {
	if len(t) == 0 || slices.EqualFunc(o, t, func(a, b field.Value) bool { return a.Text == b.Text }) {
		return
	}
	there := set(o)
	if maps.Equal(there, set(t)) {
		return
	}
	at := t[0]
	if i := slices.IndexFunc(t, func(v field.Value) bool { return !there[v.Text] }); i >= 0 {
		at = t[i]
	}
	var original diag.Span
	if len(o) > 0 {
		original = o[0].Span
	}
	for _, v := range slices.Concat(o, t) {
		if d.doubtful(v.Span) {
			return
		}
	}
	d.fact(f.Path, at.Span, texts(t), texts(o), original)
}

func set(values []field.Value) map[string]bool {
	s := make(map[string]bool, len(values))
	for _, v := range values {
		s[v.Text] = true
	}
	return s
}

func texts(values []field.Value) string {
	s := make([]string, len(values))
	for i, v := range values {
		s[i] = v.Text
	}
	return strings.Join(s, ", ")
}

// periodFact compares periods as a whole: a beginning alone is another period
// than one with an end.
func (d *desk) periodFact(c *comparison, path string, o, t *sheet.Period) {
	if !t.Stated() || same("edtf", o.Single.Text, t.Single.Text) && same("edtf", o.From.Text, t.From.Text) && same("edtf", o.To.Text, t.To.Text) {
		return
	}
	at, original := diag.Span{}, o.Single.Span
	for _, pair := range [][2]*field.Value{{&t.Single, &o.Single}, {&t.From, &o.From}, {&t.To, &o.To}} {
		if d.doubtful(pair[0].Span) || d.doubtful(pair[1].Span) {
			return
		}
		if pair[0].Stated() && (at.IsZero() || !same("edtf", pair[0].Text, pair[1].Text)) {
			at = pair[0].Span
		}
		if original.IsZero() {
			original = pair[1].Span
		}
	}
	d.fact(path, at, periodText(t), periodText(o), original)
}

func periodText(p *sheet.Period) string {
	if p.Single.Stated() {
		return p.Single.Text
	}
	return strings.TrimSuffix(strings.TrimSpace(p.From.Text+" – "+p.To.Text), " –")
}
