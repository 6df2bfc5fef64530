package rule

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
)

// TestComplete holds that every rule can be explained in three languages.
func TestComplete(t *testing.T) {
	kebab := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	for i, r := range All() {
		if !kebab.MatchString(r.Name) || i > 0 && All()[i-1].Name == r.Name {
			t.Errorf("%q is not a name of its own", r.Name)
		}
		if r.Cure == (diag.Text{}) && r.Near == (diag.Text{}) {
			t.Errorf("%s: no cure", r.Name)
		}
		for part, text := range map[string]diag.Text{"message": r.Message, "explain": r.Explain} {
			if text.DE == "" || text.FR == "" || text.EN == "" {
				t.Errorf("%s: %s is not in three languages", r.Name, part)
			}
		}
		for part, text := range map[string]diag.Text{"cure": r.Cure, "near": r.Near} {
			if text != (diag.Text{}) && (text.DE == "" || text.FR == "" || text.EN == "") {
				t.Errorf("%s: %s is not in three languages", r.Name, part)
			}
		}
		if r.Wrong == "" || r.Right == "" || r.Wrong == r.Right {
			t.Errorf("%s: no example", r.Name)
		}
	}
}

var placeholder = regexp.MustCompile(`\{[a-z]+\}`)

// TestPlaceholders holds that the languages of a text use the same values, and
// that no cure without a suggestion asks for one.
func TestPlaceholders(t *testing.T) {
	used := func(s string) []string {
		names := placeholder.FindAllString(s, -1)
		slices.Sort(names)
		return slices.Compact(names)
	}
	for _, r := range All() {
		for _, text := range []diag.Text{r.Message, r.Cure, r.Near} {
			if de := used(text.DE); !slices.Equal(de, used(text.FR)) || !slices.Equal(de, used(text.EN)) {
				t.Errorf("%s: the languages differ in their placeholders: %v", r.Name, text)
			}
		}
		if slices.Contains(used(r.Message.DE+r.Cure.DE), "{suggestion}") {
			t.Errorf("%s: a suggestion outside of Near", r.Name)
		}
		if r.Near.DE != "" && !strings.Contains(r.Near.DE, "{suggestion}") {
			t.Errorf("%s: Near does not show the suggestion", r.Name)
		}
	}
}

// TestTypography holds the texts to the habits of their languages: German and
// French quotation marks, and French spaces that don't break.
func TestTypography(t *testing.T) {
	for _, r := range All() {
		for _, text := range []diag.Text{r.Message, r.Cure, r.Near, r.Explain} {
			for lang, bad := range map[string]*regexp.Regexp{
				"de": regexp.MustCompile(`"|'|«|[^ „(]„|„[^“]*”`),
				"fr": regexp.MustCompile(`'|“|„|[^\x{202f}]»|«[^\x{202f}]|[ \x{a0}][;?!]| : `),
				"en": regexp.MustCompile(`'|«|„`),
			} {
				if found := bad.FindString(text.In(lang)); found != "" {
					t.Errorf("%s: %q in the text in %s: %s", r.Name, found, lang, text.In(lang))
				}
			}
		}
	}
}

// TestAll holds that every rule that is declared is listed.
func TestAll(t *testing.T) {
	listed := map[string]bool{}
	for _, r := range All() {
		listed[r.Name] = true
	}
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if !strings.HasSuffix(file.Name(), ".go") {
			continue
		}
		syntax, err := parser.ParseFile(token.NewFileSet(), file.Name(), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(syntax, func(n ast.Node) bool {
			if pair, ok := n.(*ast.KeyValueExpr); ok {
				key, isIdent := pair.Key.(*ast.Ident)
				value, isText := pair.Value.(*ast.BasicLit)
				if isIdent && isText && key.Name == "Name" && !listed[strings.Trim(value.Value, `"`)] {
					t.Errorf("%s: rule %s is not in All", file.Name(), value.Value)
				}
			}
			return true
		})
	}
}
