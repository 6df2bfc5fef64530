package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/check"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/suggest"
)

func (a *app) explainCommand() *cobra.Command {
	c := a.command("explain [RULE]", verbs.explain, 0, 1, func(args []string) (exit, error) {
		if len(args) == 0 {
			return clean, listRules(rule.All(), a.console)
		}
		return runExplain(args[0], a.console)
	})
	c.ValidArgsFunction = func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return ruleNames(), cobra.ShellCompDirectiveNoFileComp
	}
	return c
}

// runExplain prints what a rule wants, why, and an example. The name may be
// copied from a finding, brackets included.
func runExplain(name string, c console) (exit, error) {
	name = strings.Trim(name, "[]")
	text, ok := check.Explain(name, c.lang)
	if !ok {
		return failed, usage(messages.noRule, "rule", name).suggest(suggest.Nearest(name, ruleNames()))
	}
	var b strings.Builder
	for line := range strings.Lines(text) {
		if !strings.HasPrefix(line, " ") { // examples stay as they are
			line = wrap(strings.TrimSpace(line), "", textWidth) + "\n"
		}
		b.WriteString(line)
	}
	_, err := io.WriteString(c.out, b.String())
	return clean, err
}

// listRules prints a line a rule.
func listRules(rules []*diag.Rule, c console) error {
	width := 0
	for _, r := range rules {
		width = max(width, len(r.Name))
	}
	return buffered(c.out, func(w io.Writer) error {
		for _, r := range rules {
			fmt.Fprintf(w, "%s  %s\n", pad(r.Name, width), r.Severity.In(c.lang))
		}
		return nil
	})
}

func ruleNames() []string {
	var names []string
	for _, r := range rule.All() {
		names = append(names, r.Name)
	}
	return names
}
