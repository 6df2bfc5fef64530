package schema

import (
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
)

// A writer describes the fields of one kind of file.
type writer struct {
	Maker
	about  func(path string) (diag.Text, bool)
	labels string // what comes before a path in i18n/, "" where there are no labels
}

const (
	langPattern = `^[a-z]{2,3}(-[A-Za-z0-9]+)*$`
	dayPattern  = `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`
)

// fields describes a map.
func (w writer) fields(fields []field.Field) object {
	properties := object{}
	for i := range fields {
		if f := &fields[i]; f.Key != "" && !f.Body {
			properties = append(properties, member{f.Key, w.field(f)})
		}
	}
	return object{{"type", []string{"object", "null"}}, {"additionalProperties", false}, {"properties", properties}}
}

// field describes one field: what it is called, what belongs there, what it may hold.
func (w writer) field(f *field.Field) object {
	var head object
	if label := w.labels + f.Path; w.labels != "" && w.Locale.Has(label) {
		head = append(head, member{"title", w.Locale.T(label)})
	}
	if text, ok := w.about(f.Path); ok {
		head = append(head, member{"description", text.In(w.Lang)})
	}
	return append(head, w.shape(f)...)
}

func (w writer) shape(f *field.Field) object {
	switch f.Shape {
	case field.LeafList:
		list := object{{"type", []string{"array", "null"}}, {"items", w.value(f)}}
		if f.One {
			return object{{"anyOf", []object{w.value(f), list}}}
		}
		return list
	case field.Object:
		if f.Shorthand != nil {
			return object{{"anyOf", []object{w.value(f.Shorthand), w.fields(f.Fields)}}}
		}
		return w.fields(f.Fields)
	case field.ObjectList:
		return object{{"type", []string{"array", "null"}}, {"items", w.fields(f.Fields)}}
	case field.Pairs:
		return object{{"type", []string{"object", "null"}}, {"additionalProperties", nullable(sheet.DigestPattern)}}
	case field.Texts:
		return w.perLanguage(f, text)
	case field.TextLists:
		return w.perLanguage(f, object{{"type", []string{"array", "null"}}, {"items", text}})
	}
	return w.value(f)
}

func (w writer) perLanguage(f *field.Field, value object) object {
	texts := object{{"type", []string{"object", "null"}}, {"propertyNames", pattern(langPattern)}, {"additionalProperties", value}}
	if f.One {
		return object{{"anyOf", []object{value, texts}}}
	}
	return texts
}

// text is any scalar: values are read as they are written.
var text = object{{"type", []string{"string", "number", "boolean", "null"}}}

func pattern(p string) object { return object{{"type", "string"}, {"pattern", p}} }

// nullable is a text of a form, or nothing.
func nullable(p string) object {
	return object{{"type", []string{"string", "null"}}, {"pattern", p}}
}

// value describes a scalar by its form.
func (w writer) value(f *field.Field) object {
	switch f.Form {
	case "enum":
		return w.enumeration(f)
	case "term":
		return w.terms(f.Of)
	case "id", "sheet":
		return nullable(field.IDPattern)
	case "lang":
		return nullable(langPattern)
	case "country":
		return nullable(`^[A-Z]{2}$`)
	case "day":
		return nullable(dayPattern)
	case "alias":
		return nullable(`\.html$`)
	case "url":
		return object{{"type", []string{"string", "null"}}, {"format", "uri"}}
	case "email":
		return object{{"type", []string{"string", "null"}}, {"format", "email"}}
	case "phone", "file", "duration":
		return object{{"type", []string{"string", "number", "null"}}}
	case "bool":
		return object{{"type", []string{"boolean", "string", "null"}}, {"enum", []any{true, false, "true", "false", nil}}}
	case "number", "edtf", "edtf-end":
		return object{{"type", []string{"number", "string", "null"}}}
	}
	return text
}

// enumeration offers values with their labels; an empty value is none.
func (w writer) enumeration(f *field.Field) object {
	var values []any
	var labels []string
	for _, v := range f.Values() {
		values, labels = append(values, v), append(labels, w.Locale.Value(f.Key, v))
	}
	return object{{"enum", append(values, nil)}, {"enumDescriptions", append(labels, "")}}
}

// terms offers the keys of a vocabulary, and allows others of their form.
func (w writer) terms(scheme string) object {
	free := nullable(field.IDPattern)
	if w.Vocabulary == nil || w.Vocabulary.Scheme(scheme) == nil {
		return free
	}
	var keys, labels []string
	for _, t := range w.Vocabulary.Scheme(scheme).Terms {
		keys, labels = append(keys, t.Key), append(labels, t.Name(w.Lang).Text)
	}
	if len(keys) == 0 {
		return free
	}
	return object{{"anyOf", []object{{{"enum", keys}, {"enumDescriptions", labels}}, free}}}
}
