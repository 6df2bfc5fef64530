// Package vocab holds the controlled vocabularies: themes, audiences, carriers,
// places, activities, aspects and networks, each a scheme of terms, and the
// glossary. The words are those of SKOS: term, label, broader.
package vocab

import (
	"slices"
	"strconv"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/suggest"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/yamlnode"
)

// Schemes are the names of the vocabularies, those of their files.
var Schemes = []string{"themes", "audiences", "carriers", "places", "activities", "aspects", "networks"}

// A Vocabulary is all terms of a catalogue.
type Vocabulary struct {
	schemes  map[string]*Scheme
	Glossary []Concept
}

// A Scheme is one vocabulary, its terms in the order of the file.
type Scheme struct {
	Name  string
	Terms []*Term
	Lost  yamlnode.Lost // keys of terms
	byKey map[string]*Term
}

// A Term is one entry of a vocabulary. What only places have is empty elsewhere.
type Term struct {
	Key     string
	KeySpan diag.Span
	At      diag.Span // of what stands behind the key

	Label    field.Localized     `key:"label"`
	Also     field.LocalizedList `key:"also"`
	About    field.Localized     `key:"about"`
	Broader  field.Value         `key:"broader" form:"term"`
	Kind     field.Value         `key:"kind" form:"enum:city,municipality,district,region,state,country"`
	Country  field.Value         `key:"country" form:"country"`
	Lat      field.Value         `key:"lat" form:"number"`
	Lon      field.Value         `key:"lon" form:"number"`
	Networks []field.Value       `key:"networks" form:"term:networks"`
}

// A Concept is a word of the field and its counterparts in other languages.
type Concept struct {
	At          diag.Span
	Terms       field.LocalizedList `key:"terms"`
	Explanation field.Localized     `key:"explanation"`
}

// New returns a vocabulary without terms.
func New() *Vocabulary {
	v := &Vocabulary{schemes: map[string]*Scheme{}}
	for _, name := range Schemes {
		v.schemes[name] = &Scheme{Name: name, byKey: map[string]*Term{}}
	}
	return v
}

// Scheme returns a vocabulary by its name, one of [Schemes].
func (v *Vocabulary) Scheme(name string) *Scheme { return v.schemes[name] }

// Term returns a term of a vocabulary by its key, nil where there is none.
func (v *Vocabulary) Term(scheme, key string) *Term {
	if s := v.schemes[scheme]; s != nil {
		return s.byKey[key]
	}
	return nil
}

// placeFields are the fields that only terms of places have.
var placeFields = []string{"kind", "country", "lat", "lon", "networks"}

// Fields returns the fields that terms of a vocabulary have, in canonical order.
func Fields(scheme string) []field.Field {
	fields := field.Of[Term]()
	if scheme != "places" {
		fields = slices.DeleteFunc(fields, func(f field.Field) bool { return slices.Contains(placeFields, f.Key) })
	}
	return fields
}

// Parse adds one vocabulary file, named by its scheme or "glossary".
func (v *Vocabulary) Parse(name string, src *diag.Source) []diag.Diagnostic {
	if name == "glossary" {
		return v.parseGlossary(src)
	}
	tree, ds := yamlnode.Parse(src)
	ds = append(ds, yamlnode.CheckCharacters(src)...)
	scheme := v.schemes[name]
	scheme.Lost = tree.Lost
	fields := Fields(name)
	for _, p := range tree.Root.Pairs {
		term := &Term{Key: p.Key, KeySpan: p.KeySpan, At: p.Value.Span}
		if p.Value.Kind != yamlnode.Map {
			ds = append(ds, rule.ExpectedFields.At(p.KeySpan))
		}
		var d field.Decoder
		d.Decode(fields, p.Value, term)
		ds = append(ds, d.Findings...)
		scheme.Terms = append(scheme.Terms, term)
		scheme.byKey[p.Key] = term
	}
	return ds
}

// parseGlossary reads the glossary: a list, which the reader of maps takes
// under a key.
func (v *Vocabulary) parseGlossary(src *diag.Source) []diag.Diagnostic {
	root, ds := yamlnode.ParseList(src)
	ds = append(ds, yamlnode.CheckCharacters(src)...)
	fields := field.Of[Concept]()
	for _, item := range root.Items {
		if item.Kind != yamlnode.Map {
			ds = append(ds, rule.ExpectedFields.At(item.Span))
			continue
		}
		var d field.Decoder
		c := Concept{At: item.Span}
		d.Decode(fields, item, &c)
		ds = append(ds, d.Findings...)
		v.Glossary = append(v.Glossary, c)
	}
	return ds
}

// Nearest returns the key of the term that was probably meant by a word: one
// with this label or other name in some language, else the nearest by spelling, of keys, then of labels.
func (s *Scheme) Nearest(word string) string {
	folded := suggest.Fold(word)
	var keys []string
	for _, t := range s.Terms {
		keys = append(keys, t.Key)
		for _, l := range t.Label {
			if suggest.Fold(l.Value.Text) == folded {
				return t.Key
			}
		}
	}
	for _, t := range s.Terms {
		for _, also := range t.Also {
			if slices.ContainsFunc(also.List, func(v field.Value) bool { return suggest.Fold(v.Text) == folded }) {
				return t.Key
			}
		}
	}
	if near := suggest.Nearest(word, keys); near != "" {
		return near
	}
	return s.misspelt(word)
}

// misspelt returns the key of the term with the label that is nearest by spelling.
func (s *Scheme) misspelt(word string) string {
	keys := map[string]string{}
	var labels []string
	for _, t := range s.Terms {
		for _, l := range t.Label {
			if _, taken := keys[l.Value.Text]; !taken {
				keys[l.Value.Text] = t.Key
				labels = append(labels, l.Value.Text)
			}
		}
	}
	return keys[suggest.Nearest(word, labels)]
}

// Name returns the label of a term in a language, its key where it has none.
func (t *Term) Name(lang string) field.Value {
	if v := t.Label.In(lang); v.Stated() {
		return v
	}
	return field.Value{Text: strings.ReplaceAll(t.Key, "-", " "), Lang: lang}
}

// Position returns where a place lies, in degrees.
func (t *Term) Position() (lat, lon float64, ok bool) {
	lat, err := strconv.ParseFloat(t.Lat.Text, 64)
	if err != nil {
		return 0, 0, false
	}
	lon, err = strconv.ParseFloat(t.Lon.Text, 64)
	return lat, lon, err == nil
}

// Narrower returns the terms whose broader one has this key.
func (s *Scheme) Narrower(key string) []*Term {
	var narrower []*Term
	for _, t := range s.Terms {
		if t.Broader.Text == key && key != "" {
			narrower = append(narrower, t)
		}
	}
	return narrower
}
