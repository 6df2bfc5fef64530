package schema

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"gitlab.opencode.de/praxisblatt/praxisblatt/i18n"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/describe"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/locale"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/vocab"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/yamlnode"
)

var langs = []string{"de", "fr", "en"}

const root = "../../"

func makers(t *testing.T) []Maker {
	set, _ := locale.Load(i18n.Files, nil, langs)
	v := vocab.New()
	for _, name := range vocab.Schemes {
		v.Parse(name, source(t, "content/vocabulary/"+name+".yaml"))
	}
	var all []Maker
	for _, lang := range langs {
		all = append(all, Maker{lang, set.Locale(lang), v}, Maker{lang, set.Locale(lang), nil})
	}
	return all
}

func source(t *testing.T, name string) *diag.Source {
	text, err := os.ReadFile(root + name)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	return diag.NewSource(name, string(text))
}

func compile(t *testing.T, text []byte) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		t.Fatalf("no schema: %v", err)
	}
	return s
}

// value turns a tree into what an editor's YAML library would make of it.
func value(n *yamlnode.Node) any {
	switch n.Kind {
	case yamlnode.Map:
		m := map[string]any{}
		for _, p := range n.Pairs {
			m[p.Key] = value(p.Value)
		}
		return m
	case yamlnode.List:
		list := make([]any, len(n.Items))
		for i, item := range n.Items {
			list[i] = value(item)
		}
		return list
	case yamlnode.Scalar:
		if f, err := strconv.ParseFloat(n.Value, 64); err == nil && n.Style == yamlnode.Plain {
			return f
		}
		if n.Style == yamlnode.Plain && (n.Value == "true" || n.Value == "false") {
			return n.Value == "true"
		}
		return n.Value
	}
	return nil
}

// TestContent holds that the schemas let pass whatever lies in this catalogue.
func TestContent(t *testing.T) {
	for _, m := range makers(t) {
		sheets, pages := compile(t, m.Sheet()), compile(t, m.Page())
		names, _ := filepath.Glob(root + "content/*/*/index.*.md")
		if len(names) < 100 {
			t.Fatalf("only %d files were found", len(names))
		}
		for _, name := range names {
			name = strings.TrimPrefix(filepath.ToSlash(name), root)
			matter, _ := yamlnode.ParseMatter(source(t, name))
			s := sheets
			if strings.HasPrefix(name, "content/pages/") {
				s = pages
			}
			if err := s.Validate(value(matter.Root)); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
		for _, name := range vocab.Schemes {
			src := source(t, "content/vocabulary/"+name+".yaml")
			if tree, _ := yamlnode.Parse(src); src.Text() != "" {
				if err := compile(t, m.Terms(name)).Validate(value(tree.Root)); err != nil {
					t.Errorf("%s: %v", name, err)
				}
			}
		}
		packs, _ := filepath.Glob(root + "content/packs/*.yaml")
		if len(packs) < 2 {
			t.Fatalf("only %d packs were found", len(packs))
		}
		for _, name := range packs {
			tree, _ := yamlnode.Parse(source(t, strings.TrimPrefix(filepath.ToSlash(name), root)))
			if err := compile(t, m.Pack()).Validate(value(tree.Root)); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
		glossary, _ := yamlnode.ParseList(source(t, "content/vocabulary/glossary.yaml"))
		if err := compile(t, m.Terms("glossary")).Validate(value(glossary)); err != nil {
			t.Error(err)
		}
		site, _ := yamlnode.Parse(source(t, config.Path))
		if err := compile(t, m.Site()).Validate(value(site.Root)); err != nil {
			t.Error(err)
		}
	}
}

func TestPack(t *testing.T) {
	s := compile(t, makers(t)[0].Pack())
	for text, ok := range map[string]bool{
		"title: {de: a}\nsheets: [b]":                                true,
		"title: {de: a}\nlanguages: de\nindex: place\nnotes: true":   true,
		"title: {de: a}\nsessions: [{title: {de: b}, sheets: c}]":    true,
		"title: {de: a}\nevent: {date: 2017, place: nowhere-at-all}": true,
		"sheets: [b]":                        false,
		"title: a":                           false,
		"title: {de: a}\nsheet: [b]":         false,
		"title: {de: a}\nsheets: [B_C]":      false,
		"title: {de: a}\nindex: [title]":     false,
		"title: {de: a}\nevent: {day: 2017}": false,
	} {
		tree, _ := yamlnode.Parse(diag.NewSource("a.yaml", text+"\n"))
		if err := s.Validate(value(tree.Root)); (err == nil) != ok {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestSheet(t *testing.T) {
	s := compile(t, makers(t)[0].Sheet())
	for matter, ok := range map[string]bool{
		"title: a":                                     true,
		"title: 2015\nperiod: 2015\ncontact:":          true,
		"title: a\nthemes: [brand-new]":                true,
		"title: a\ncarrier: {place: [trier, metz]}":    true,
		"title: a\nresources: b\noutcome: {direct: c}": true,
		"slug: x\ntranslation: {of: de}":               true,
		"title: a\ntype: event\nperiod: {from: 2015}":  true,
		"summary: a":                                      false,
		"titel: a":                                        false,
		"title: a\ntype: leaflet":                         false,
		"title: a\ntype: example":                         false,
		"title: a\ntype: event":                           false,
		"title: a\ntype: partnership":                     false,
		"title: a\nthemes: housing":                       false,
		"title: a\nthemes: [Housing]":                     false,
		"title: [a]":                                      false,
		"title: a\npublished: 01.11.2026":                 false,
		"title: a\ncontact: {email: nobody}":              false,
		"title: a\ncontact: {mail: a@b.de}":               false,
		"title: a\nlinks: {label: x}":                     false,
		"title: a\ntranslation: {state: {title: \"xy\"}}": false,
	} {
		m, _ := yamlnode.ParseMatter(diag.NewSource("", "---\n"+matter+"\n---\n"))
		if err := s.Validate(value(m.Root)); (err == nil) != ok {
			t.Errorf("%q: %v", matter, err)
		}
	}
}

// TestDescriptions holds that every field says in every language what belongs there.
func TestDescriptions(t *testing.T) {
	count := 0
	var look func(fields []field.Field, about func(string) (diag.Text, bool))
	look = func(fields []field.Field, about func(string) (diag.Text, bool)) {
		for _, f := range fields {
			if f.Key == "" {
				continue
			}
			text, ok := about(f.Path)
			if !ok || text.DE == "" || text.FR == "" || text.EN == "" {
				t.Errorf("%s has no description", f.Path)
			}
			count++
			look(f.Fields, about)
		}
	}
	look(sheet.Fields(), describe.Sheet)
	look(sheet.PageFields(), describe.Sheet)
	look(config.Fields(), describe.Site)
	look(sheet.PackFields(), describe.Pack)
	look(vocab.Fields("places"), describe.Term)
	look(field.Of[vocab.Concept](), describe.Term)
	if count < 100 {
		t.Errorf("only %d fields were found", count)
	}
	text := string(makers(t)[0].Sheet())
	for _, want := range []string{`"title": "Titel"`, `"Wie die Praxis heißt. Pflicht."`, `"Wohnen"`, `"Praxisblatt"`} {
		if !strings.Contains(text, want) {
			t.Errorf("%s is missing", want)
		}
	}
}
