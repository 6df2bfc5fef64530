package content

import (
	"go/ast"
	"go/constant"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
)

// TestLimits holds that internal/LIMITS.md gives the values that the constants have, and names
// rules that there are.
func TestLimits(t *testing.T) {
	text, err := os.ReadFile("../LIMITS.md")
	if err != nil {
		t.Fatal(err)
	}
	rules := map[string]bool{}
	for _, r := range rule.All() {
		rules[r.Name] = true
	}
	rows := 0
	for line := range strings.Lines(string(text)) {
		cells := strings.Split(line, " | ")
		if len(cells) != 4 || strings.HasPrefix(line, "| what") || strings.HasPrefix(line, "| ---") {
			continue
		}
		rows++
		if want, got := constantOf(t, strings.Trim(cells[3], " |\n")), bytesOrNumber(cells[1]); want != got {
			t.Errorf("%s: %s is %d", cells[0], cells[1], want)
		}
		if _, name, ok := strings.Cut(cells[2], "`"); ok {
			if name, _, _ = strings.Cut(name, "`"); !rules[name] {
				t.Errorf("%s: no rule is called %s", cells[0], name)
			}
		}
	}
	if rows < 20 {
		t.Errorf("only %d rows were read", rows)
	}
}

// bytesOrNumber reads "1 MiB", "256 KiB" and "24".
func bytesOrNumber(cell string) int64 {
	number, unit, _ := strings.Cut(strings.TrimSpace(cell), " ")
	n, _ := strconv.ParseInt(number, 10, 64)
	switch unit {
	case "KiB":
		n <<= 10
	case "MiB":
		n <<= 20
	}
	return n
}

// constantOf finds the value of "room.name" in the sources of the room.
func constantOf(t *testing.T, name string) int64 {
	t.Helper()
	room, name, _ := strings.Cut(name, ".")
	files, err := filepath.Glob("../" + room + "/*.go")
	if err != nil {
		t.Fatal(err)
	}
	var value ast.Expr
	for _, path := range files {
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if spec, ok := n.(*ast.ValueSpec); ok {
				for i, id := range spec.Names {
					if id.Name == name && i < len(spec.Values) {
						value = spec.Values[i]
					}
				}
			}
			return true
		})
	}
	if value == nil {
		t.Fatalf("%s has no constant %s", room, name)
	}
	v, err := types.Eval(token.NewFileSet(), nil, token.NoPos, types.ExprString(value))
	if err != nil {
		t.Fatal(err)
	}
	n, _ := constant.Int64Val(v.Value)
	return n
}
