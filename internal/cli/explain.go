package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/suggest"
)

func (a *app) explainCommand() *cobra.Command {
	c := a.command("explain [RULE]", verbs.explain, 0, 1, func(args []string) (exit, error) {
		if len(args) == 0 {
			return clean, listRules(rule.All(), a.console)
		}
		return explain(args[0], rule.All(), a.console)
	})
	c.ValidArgsFunction = func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return ruleNames(rule.All()), cobra.ShellCompDirectiveNoFileComp
	}
	return c
}

// explain prints what a rule wants, why, and an example. The name may be
// copied from a finding, brackets included.
func explain(name string, rules []*diag.Rule, c console) (exit, error) {
	name = strings.Trim(name, "[]")
	i := slices.IndexFunc(rules, func(r *diag.Rule) bool { return r.Name == name })
	if i < 0 {
		return failed, usage(messages.noRule, "rule", name).suggest(suggest.Nearest(name, ruleNames(rules)))
	}
	r := rules[i]
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%s)\n\n", r.Name, severities[r.Severity].In(c.lang))
	// Placeholders stay: they show where a finding names the thing.
	b.WriteString(wrap(strings.TrimSpace(r.Message.In(c.lang)+" "+r.Cure.In(c.lang)), "", textWidth) + "\n")
	if why := r.Explain.In(c.lang); why != "" {
		b.WriteString("\n" + wrap(why, "", textWidth) + "\n")
	}
	sample(&b, messages.wrong.In(c.lang), r.Wrong)
	sample(&b, messages.right.In(c.lang), r.Right)
	_, err := io.WriteString(c.out, b.String())
	return clean, err
}

// sample prints an example under its head, indented.
func sample(b *strings.Builder, head, text string) {
	if text == "" {
		return
	}
	fmt.Fprintf(b, "\n%s\n", head)
	for line := range strings.Lines(strings.Trim(text, "\n") + "\n") {
		if strings.TrimSpace(line) != "" {
			b.WriteString("    ")
		}
		b.WriteString(line)
	}
}

// listRules prints all rules by name.
func listRules(rules []*diag.Rule, c console) error {
	names := ruleNames(rules)
	width := 0
	for _, n := range names {
		width = max(width, len(n))
	}
	for _, n := range names {
		r := rules[slices.IndexFunc(rules, func(r *diag.Rule) bool { return r.Name == n })]
		if _, err := fmt.Fprintf(c.out, "%s  %s\n", pad(n, width), severities[r.Severity].In(c.lang)); err != nil {
			return err
		}
	}
	return nil
}

func ruleNames(rules []*diag.Rule) []string {
	names := make([]string, len(rules))
	for i, r := range rules {
		names[i] = r.Name
	}
	slices.Sort(names)
	return names
}
