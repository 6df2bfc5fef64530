package cli

import (
	"go/ast"
	"go/parser"
	"go/token"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/accept"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edit"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/serve"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/site"
)

var placeholder = regexp.MustCompile(`\{[a-z]+\}`)

// TestMessages holds that every text exists in all languages, with the same
// placeholders.
func TestMessages(t *testing.T) {
	count := 0
	for _, table := range []any{
		reading, writing, printing, indexing,
		messages, searchMessages, verbs, editing, editVerbs, packing, packVerb, choiceFailures, siteFailures, outputFailures, acceptFailures, editFailures, serveFailures, typeNames,
		[]plural{errorCount, warningCount, noteCount, fileCount, pageCount, sheetCount, reviewCount, resultCount},
	} {
		count += walk(t, reflect.ValueOf(table), "")
	}
	if count < 100 {
		t.Errorf("only %d texts were found", count)
	}
}

// walk looks at every text in a value and returns how many there are. Fields
// that nobody can read without their export are read through copies.
func walk(t *testing.T, v reflect.Value, path string) int {
	count := 0
	switch {
	case v.Type() == reflect.TypeFor[diag.Text]():
		text := diag.Text{DE: v.Field(0).String(), FR: v.Field(1).String(), EN: v.Field(2).String()}
		if text == (diag.Text{}) && strings.HasSuffix(path, ".short") {
			return 0 // the program itself needs no line in the list of verbs
		}
		names := placeholder.FindAllString(text.EN, -1)
		slices.Sort(names)
		for _, lang := range languages {
			own := placeholder.FindAllString(text.In(lang), -1)
			slices.Sort(own)
			if text.In(lang) == "" || !slices.Equal(own, names) {
				t.Errorf("%s in %s: %q", path, lang, text.In(lang))
			}
		}
		return 1
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			count += walk(t, v.Field(i), path+"."+v.Type().Field(i).Name)
		}
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			count += walk(t, v.Index(i), path+"."+strconv.Itoa(i))
		}
	case v.Kind() == reflect.Map:
		for _, key := range v.MapKeys() {
			count += walk(t, v.MapIndex(key), path+"."+key.String())
		}
	}
	return count
}

// TestFailures holds that every kind of failure of the rooms below has words
// here; a missing one would be an empty line on someone's screen.
func TestFailures(t *testing.T) {
	for file, has := range map[string]func(kind string) bool{
		"../site/error.go":   func(k string) bool { return siteFailures[site.Kind(k)] != diag.Text{} },
		"../output/error.go": func(k string) bool { return outputFailures[output.Kind(k)] != diag.Text{} },
		"../accept/error.go": func(k string) bool { return acceptFailures[accept.Kind(k)] != diag.Text{} },
		"../serve/serve.go":  func(k string) bool { return serveFailures[serve.Kind(k)] != diag.Text{} },
		"../edit/write.go":   func(k string) bool { return editFailures[edit.Kind(k)] != diag.Text{} },
	} {
		kinds := kindsOf(t, file)
		if len(kinds) < 3 {
			t.Errorf("%s: only %v were found", file, kinds)
		}
		for _, kind := range kinds {
			if !has(kind) {
				t.Errorf("%s: %s has no words", file, kind)
			}
		}
	}
}

// kindsOf returns the values of the constants of type Kind in a file.
func kindsOf(t *testing.T, file string) []string {
	syntax, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var kinds []string
	ast.Inspect(syntax, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		if name, ok := spec.Type.(*ast.Ident); !ok || name.Name != "Kind" {
			return true
		}
		for _, v := range spec.Values {
			kind, err := strconv.Unquote(v.(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			kinds = append(kinds, kind)
		}
		return true
	})
	return kinds
}

// TestPlurals holds that French counts nothing as one.
func TestPlurals(t *testing.T) {
	for _, test := range []struct {
		lang string
		n    int
		want string
	}{
		{"de", 0, "0 Warnungen"}, {"de", 1, "1 Warnung"}, {"fr", 0, "0 avertissement"}, {"fr", 2, "2 avertissements"}, {"en", 0, "0 warnings"}, {"en", 1, "1 warning"},
	} {
		if got := warningCount.of(test.lang, test.n); got != test.want {
			t.Errorf("%s %d: %s", test.lang, test.n, got)
		}
	}
}
