package check

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
)

// TestExplain holds that each rule is explained in each language, with nothing
// left to fill in.
func TestExplain(t *testing.T) {
	for _, r := range rule.All() {
		for _, lang := range []string{"de", "fr", "en"} {
			text, ok := Explain(r.Name, lang)
			if !ok || !strings.Contains(text, r.Explain.In(lang)) || strings.Contains(sentence(r, lang), "{}") || placeholder.MatchString(sentence(r, lang)) {
				t.Errorf("%s in %s: %s", r.Name, lang, text)
			}
		}
	}
	if _, ok := Explain("no-such-rule", "de"); ok {
		t.Error("a rule that does not exist is explained")
	}
}

// TestDocument holds that RULES.md, the table of all rules, is what the rules
// say; -update writes it.
func TestDocument(t *testing.T) {
	var b strings.Builder
	b.WriteString("# Rules\n\nMade from package rule by `go test ./internal/check -update`. `praxisblatt explain RULE` says more, in three languages.\n")
	for _, severity := range []diag.Severity{diag.Error, diag.Warning, diag.Note} {
		title := [...]string{"Errors", "Warnings", "Notes"}[severity]
		fmt.Fprintf(&b, "\n## %s\n\n| rule | what it says | why |\n|---|---|---|\n", title)
		for _, r := range rule.All() {
			if r.Severity == severity {
				fmt.Fprintf(&b, "| `%s` | %s | %s |\n", r.Name, cell(sentence(r, "en")), cell(r.Explain.EN))
			}
		}
	}
	old, err := os.ReadFile("RULES.md")
	if string(old) == b.String() {
		return
	}
	if !*update {
		t.Fatalf("RULES.md is stale: run go test ./internal/check -update (%v)", err)
	}
	if err := os.WriteFile("RULES.md", []byte(b.String()), 0o666); err != nil {
		t.Fatal(err)
	}
}

// cell makes a text fit a cell of a Markdown table.
func cell(s string) string {
	return strings.NewReplacer("|", "\\|", "<", "&lt;", "*", "\\*").Replace(s)
}
