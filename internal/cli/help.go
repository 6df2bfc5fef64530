package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// textWidth is the measure of help and explanations, in columns.
const textWidth = 80

// help prints what cobra's templates would, in the language of the interface.
func (a *app) help(c *cobra.Command) {
	say := func(lines ...string) {
		for _, l := range lines {
			fmt.Fprintln(a.out, l)
		}
	}
	say(wrap(c.Long, "", textWidth), "")
	say(messages.headUsage.In(a.lang))
	if c.HasAvailableSubCommands() {
		say("  praxisblatt "+messages.verbUse.In(a.lang), "", messages.headVerbs.In(a.lang))
		for _, verb := range c.Commands() {
			if verb.IsAvailableCommand() || verb.Name() == "help" {
				say(fmt.Sprintf("  %-11s %s", verb.Name(), verb.Short))
			}
		}
	} else {
		say("  " + c.UseLine())
	}
	local, global := c.NonInheritedFlags(), c.InheritedFlags()
	if !c.HasParent() {
		global = c.PersistentFlags()
		local = pflag.NewFlagSet("", pflag.ContinueOnError)
		local.AddFlag(c.Flag("version"))
	}
	a.flags(messages.headFlags.In(a.lang), local)
	a.flags(messages.headGlobal.In(a.lang), global)
	if c.Example != "" {
		say("", messages.headExamples.In(a.lang), c.Example)
	}
	if c.HasAvailableSubCommands() {
		say("", wrap(messages.moreHelp.In(a.lang), "", textWidth))
	}
}

// flags prints a table of flags. A word in back quotes in a flag's text names
// its value.
func (a *app) flags(head string, set *pflag.FlagSet) {
	if !set.HasAvailableFlags() {
		return
	}
	var names, texts []string
	width := 0
	set.VisitAll(func(f *pflag.Flag) {
		value, text := pflag.UnquoteUsage(f)
		name := "    --" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", --" + f.Name
		}
		if f.Value.Type() != "bool" {
			name += " " + value
		}
		names, texts = append(names, name), append(texts, text)
		width = max(width, len([]rune(name)))
	})
	fmt.Fprintf(a.out, "\n%s\n", head)
	for i := range names {
		indent := strings.Repeat(" ", width+4)
		text := strings.TrimPrefix(wrap(texts[i], indent, textWidth), indent)
		fmt.Fprintf(a.out, "  %s  %s\n", pad(names[i], width), text)
	}
}

// examples lays out examples, each under what it does.
func (a *app) examples(list []example) string {
	var lines []string
	for _, e := range list {
		lines = append(lines, "  # "+e.does.In(a.lang), "  "+e.line)
	}
	return strings.Join(lines, "\n")
}

// helpCommand makes `help`, and `help VERB`.
func (a *app) helpCommand(root *cobra.Command) *cobra.Command {
	c := a.command("help [COMMAND]", verbs.help, 0, 1, func(args []string) (exit, error) {
		if len(args) == 0 {
			a.help(root)
			return clean, nil
		}
		verb, _, err := root.Find(args)
		if err != nil || verb == root {
			return failed, a.noSuchVerb(root, args)
		}
		verb.InitDefaultHelpFlag() // joins the flags of all verbs to its own
		a.help(verb)
		return clean, nil
	})
	c.ValidArgsFunction = func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		var names []string
		for _, verb := range root.Commands() {
			names = append(names, verb.Name()+"\t"+verb.Short)
		}
		return names, cobra.ShellCompDirectiveNoFileComp
	}
	return c
}

// wrap breaks paragraphs into lines of at most width columns, all indented.
func wrap(text, indent string, width int) string {
	var b strings.Builder
	for i, paragraph := range strings.Split(text, "\n") {
		if i > 0 {
			b.WriteByte('\n')
		}
		column := 0
		for _, word := range strings.FieldsFunc(paragraph, isBreak) {
			n := len([]rune(word))
			switch {
			case column == 0:
				b.WriteString(indent)
				column = len(indent)
			case column+1+n > width:
				b.WriteString("\n" + indent)
				column = len(indent)
			default:
				b.WriteByte(' ')
				column++
			}
			b.WriteString(word)
			column += n
		}
	}
	return b.String()
}

// isBreak reports whether a line may be broken at a character: French has
// blanks at which it may not.
func isBreak(r rune) bool { return r == ' ' }

// pad fills a text with blanks to a width in columns.
func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(width-len([]rune(s)), 0))
}
