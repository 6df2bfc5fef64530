// Package schema makes JSON Schemas (draft 2020-12) of the format, for editors
// that complete and check while one writes. They are made from the same fields
// as the parser, with the labels of i18n/ as titles and the descriptions of
// package describe, in one language of the interface.
//
// A schema never refuses what `check` lets pass. So scalars may be written
// without quotes, values may be left empty, and keys of vocabularies are offered
// but not enforced: the schema may be older than the vocabulary.
package schema

import (
	"encoding/json"
	"slices"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/describe"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/locale"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/vocab"
)

// A Maker makes schemas in one language.
type Maker struct {
	Lang       string            // of descriptions: de, fr or en
	Locale     *locale.Locale    // labels of fields and values
	Vocabulary *vocab.Vocabulary // its keys are offered; may be nil
}

// dialect is what every schema begins with.
const dialect = "https://json-schema.org/draft/2020-12/schema"

// Sheet returns the schema of a sheet's front matter. What is required is
// asked of the original only.
func (m Maker) Sheet() []byte {
	return m.document("praxisblatt: sheet", sheet.Fields(), describe.Sheet, "fields.", original(
		require(nil, "title"),
		require(of("example"), "description"),
		require(of("event"), "period"),
		require(of("partnership"), "activities"),
	))
}

// Page returns the schema of a free page's front matter.
func (m Maker) Page() []byte {
	return m.document("praxisblatt: page", sheet.PageFields(), describe.Sheet, "fields.", original(require(nil, "title")))
}

// Site returns the schema of site.yaml.
func (m Maker) Site() []byte {
	return m.document("praxisblatt: site.yaml", config.Fields(), describe.Site, "", object{{"required", []string{"title", "base_url", "languages"}}})
}

// Pack returns the schema of a pack.
func (m Maker) Pack() []byte {
	return m.document("praxisblatt: pack", sheet.PackFields(), describe.Pack, "", object{{"required", []string{"title"}}})
}

// Terms returns the schema of a vocabulary, one of [vocab.Schemes] or "glossary".
func (m Maker) Terms(name string) []byte {
	w := writer{m, describe.Term, ""}
	if name == "glossary" {
		return encode(object{{"$schema", dialect}, {"title", "praxisblatt: glossary"}, {"type", "array"}, {"items", w.fields(field.Of[vocab.Concept]())}})
	}
	return encode(object{{"$schema", dialect}, {"title", "praxisblatt: " + name}, {"type", "object"},
		{"propertyNames", pattern(field.IDPattern)}, {"additionalProperties", w.fields(vocab.Fields(name))}})
}

func (m Maker) document(title string, fields []field.Field, about func(string) (diag.Text, bool), labels string, more object) []byte {
	w := writer{m, about, labels}
	head := object{{"$schema", dialect}, {"title", title}}
	return encode(slices.Concat(head, w.fields(fields), more))
}

// original makes rules hold for files that are no translation.
func original(rules ...object) object {
	return object{{"if", object{{"required", []string{"translation"}}}}, {"else", object{{"allOf", rules}}}}
}

// require asks for a key where a condition holds.
func require(when object, key string) object {
	then := object{{"required", []string{key}}}
	if when == nil {
		return then
	}
	return object{{"if", when}, {"then", then}}
}

// of is the condition of a type.
func of(kind string) object {
	return object{{"properties", object{{"type", object{{"const", kind}}}}}, {"required", []string{"type"}}}
}

// An object is a JSON object that keeps the order of its members: editors
// offer fields in the order of the schema.
type object []member

type member struct {
	key   string
	value any
}

// MarshalJSON writes the members in their order.
func (o object) MarshalJSON() ([]byte, error) {
	text := []byte{'{'}
	for i, m := range o {
		if i > 0 {
			text = append(text, ',')
		}
		key, err := json.Marshal(m.key)
		if err != nil {
			return nil, err
		}
		value, err := json.Marshal(m.value)
		if err != nil {
			return nil, err
		}
		text = append(append(append(text, key...), ':'), value...)
	}
	return append(text, '}'), nil
}

// encode writes a schema. It holds nothing but strings, lists and objects, which
// always can be written.
func encode(o object) []byte {
	text, err := json.MarshalIndent(o, "", "  ")
	if err != nil {
		return nil
	}
	return append(text, '\n')
}
