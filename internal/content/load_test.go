package content_test

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edtf"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/site"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/vocab"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/yamlnode"
)

// root is the repository, which is the catalogue.
const root = "../.."

var langs = []string{"de", "fr", "en"}

var loadOnce = sync.OnceValues(func() (*site.Loaded, error) {
	now, err := edtf.ParseDay("2026-11-22")
	if err != nil {
		return nil, err
	}
	return site.Load(site.Options{Dir: root, Now: now})
})

func loaded(t testing.TB) *site.Loaded {
	t.Helper()
	l, err := loadOnce()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// A text is one that readers of a language see.
type text struct {
	file, field, lang string
	class             field.Class // field.Name for what may be in another language
	markdown          bool
	text              string
}

// texts are all texts of the catalogue and of the interface, as written.
func texts(t *testing.T) []text {
	l := loaded(t)
	var all []text
	for _, e := range l.Catalogue.Entries {
		files, _ := e.Sheets()
		for _, f := range files {
			all = append(all, textsOf(f.Source.Path, sheet.Fields(), f)...)
		}
	}
	for _, e := range l.Catalogue.Pages {
		for _, f := range e.Files {
			all = append(all, textsOf(f.Source.Path, sheet.PageFields(), f)...)
		}
	}
	for _, name := range vocab.Schemes {
		path := "content/vocabulary/" + name + ".yaml"
		for _, term := range l.Catalogue.Vocabulary.Scheme(name).Terms {
			all = append(all, localized(path, term.Key, term.Label, term.About)...)
			all = append(all, lists(path, term.Key, term.Also)...)
		}
	}
	for _, c := range l.Catalogue.Vocabulary.Glossary {
		all = append(all, localized("content/vocabulary/glossary.yaml", "explanation", c.Explanation)...)
		all = append(all, lists("content/vocabulary/glossary.yaml", "terms", c.Terms)...)
	}
	all = append(all, localized("site.yaml", "title", l.Site.Title)...)
	for name, tree := range yamlFiles(t, "content/packs") {
		all = append(all, packTexts("content/packs/"+name, "", tree.Root)...)
	}
	for name, tree := range yamlFiles(t, "i18n") {
		if lang := strings.TrimSuffix(name, ".yaml"); slices.Contains(langs, lang) {
			all = append(all, leaves("i18n/"+name, lang, "", tree.Root)...)
		}
	}
	return all
}

// textsOf are the texts and names of one file.
func textsOf(path string, fields []field.Field, file any) []text {
	var found []text
	eachValue(fields, reflect.ValueOf(file).Elem(), func(f *field.Field, v field.Value) {
		if v.Stated() && (f.Class == field.Text || f.Class == field.Name) {
			found = append(found, text{path, f.Path, v.Lang, f.Class, f.Form == "markdown", v.Text})
		}
	})
	return found
}

// eachValue visits every value of a sheet or page but the file's own.
func eachValue(fields []field.Field, v reflect.Value, visit func(*field.Field, field.Value)) {
	for i := range fields {
		f := &fields[i]
		member := v.Field(f.Index)
		switch {
		case f.Class == field.Own || f.Key == "translation":
		case f.Shape == field.Leaf:
			visit(f, member.Interface().(field.Value))
		case f.Shape == field.LeafList:
			for _, value := range member.Interface().([]field.Value) {
				visit(f, value)
			}
		case f.Shape == field.Object:
			eachValue(f.Fields, member, visit)
		case f.Shape == field.ObjectList:
			for k := range member.Len() {
				eachValue(f.Fields, member.Index(k), visit)
			}
		}
	}
}

func localized(path, key string, all ...field.Localized) []text {
	var found []text
	for _, l := range all {
		for _, p := range l {
			found = append(found, text{path, key, p.Key, field.Text, false, p.Value.Text})
		}
	}
	return found
}

func lists(path, key string, l field.LocalizedList) []text {
	var found []text
	for _, p := range l {
		for _, v := range p.List {
			found = append(found, text{path, key, p.Key, field.Text, false, v.Text})
		}
	}
	return found
}

// packTexts are the texts of a pack: whatever stands under the key of a language.
func packTexts(path, key string, n *yamlnode.Node) []text {
	var found []text
	for _, p := range n.Pairs {
		if slices.Contains(langs, p.Key) {
			found = append(found, text{path, key, p.Key, field.Text, strings.Contains(p.Value.Value, "\n"), p.Value.Value})
			continue
		}
		found = append(found, packTexts(path, p.Key, p.Value)...)
	}
	for _, item := range n.Items {
		found = append(found, packTexts(path, key, item)...)
	}
	return found
}

// leaves are the texts of the interface in one language, their keys dotted.
func leaves(path, lang, key string, n *yamlnode.Node) []text {
	var found []text
	if n.Value != "" {
		found = append(found, text{path, key, lang, field.Text, false, n.Value})
	}
	for _, p := range n.Pairs {
		found = append(found, leaves(path, lang, strings.TrimPrefix(key+"."+p.Key, "."), p.Value)...)
	}
	for _, item := range n.Items {
		found = append(found, leaves(path, lang, key, item)...)
	}
	return found
}

// yamlFiles reads the YAML files of a folder, by their names.
func yamlFiles(t *testing.T, folder string) map[string]yamlnode.Tree {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(root, folder, "*.yaml"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("%s: no files (%v)", folder, err)
	}
	trees := map[string]yamlnode.Tree{}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		tree, findings := yamlnode.Parse(diag.NewSource(path, string(data)))
		if len(findings) > 0 {
			t.Fatalf("%s: %s", path, findings[0].Text("en"))
		}
		trees[filepath.Base(path)] = tree
	}
	return trees
}
