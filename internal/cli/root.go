package cli

import (
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
)

// A verbText is what the help says of a verb.
type verbText struct {
	short, long diag.Text
	examples    []example
	near        []string // what people may type instead, in any language
}

// An example is a command line and what it does.
type example struct {
	line string
	does diag.Text
}

// root makes the tree of commands, all of its texts in the app's language.
func (a *app) root() *cobra.Command {
	var wantsVersion bool
	root := a.command("praxisblatt", verbs.root, 0, 0, nil)
	root.SilenceErrors, root.SilenceUsage = true, true
	root.Args = a.noSuchVerb
	root.RunE = func(c *cobra.Command, _ []string) error {
		if wantsVersion {
			_, err := fmt.Fprintln(a.out, "praxisblatt", version())
			return err
		}
		return c.Help()
	}
	root.SetOut(a.out)
	root.SetErr(a.err)
	root.SetHelpFunc(func(c *cobra.Command, _ []string) { a.help(c) })
	root.SetFlagErrorFunc(a.flagError)
	root.CompletionOptions.DisableDefaultCmd = true
	root.Flags().BoolVar(&wantsVersion, "version", false, messages.flagVersion.In(a.lang))
	p := root.PersistentFlags()
	p.StringVarP(&a.dir, "dir", "C", ".", messages.flagDir.In(a.lang))
	p.StringVar(&a.ui, "ui", "", messages.flagUI.In(a.lang))
	p.StringVar(&a.now, "now", "", messages.flagNow.In(a.lang))
	p.BoolP("help", "h", false, messages.flagHelp.In(a.lang))
	choices(root, "ui", languages...)
	// In the order in which a catalogue needs them.
	root.AddCommand(a.initCommand(), a.newCommand(), a.serveCommand(), a.checkCommand(), a.explainCommand(), a.fmtCommand(), a.statusCommand(),
		a.acceptCommand(), a.searchCommand(), a.buildCommand(), a.packCommand(), a.schemaCommand(), a.completionCommand())
	root.SetHelpCommand(a.helpCommand(root))
	a.completeFlags(root)
	cobra.EnableCommandSorting = false
	return root
}

// command makes a verb with least to most arguments; most is -1 for any number.
func (a *app) command(use string, text verbText, least, most int, run func(args []string) (exit, error)) *cobra.Command {
	return &cobra.Command{
		Use: use, Short: text.short.In(a.lang), Long: text.long.In(a.lang), Example: a.examples(text.examples),
		SuggestFor: text.near, DisableFlagsInUseLine: true,
		Args: func(c *cobra.Command, args []string) error {
			switch {
			case len(args) < least:
				return usageOf(c, messages.tooFew, "use", c.UseLine())
			case most >= 0 && len(args) > most:
				return usageOf(c, messages.tooMany, "arg", args[most], "use", c.UseLine())
			case a.ui != "" && !slices.Contains(languages, a.ui):
				return usageOf(c, messages.badChoice, "flag", "--ui", "value", a.ui, "values", "de, fr, en")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) (err error) {
			a.code, err = run(args)
			if wrong, ok := errors.AsType[*usageError](err); ok {
				wrong.path = c.CommandPath()
			}
			return err
		},
	}
}

// choices completes a flag from fixed words.
func choices(c *cobra.Command, flag string, words ...string) {
	// The only error is a flag that does not exist, which the tests of
	// completion would show.
	_ = c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp))
}
