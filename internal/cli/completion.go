package cli

import (
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/vocab"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/yamlnode"
)

// shells are those for which cobra writes completion.
var shells = []string{"bash", "zsh", "fish", "powershell"}

// completionCommand prints the script that makes a shell complete verbs,
// flags, ids and rules. The script asks the program, which answers in the
// language of the interface.
func (a *app) completionCommand() *cobra.Command {
	var c *cobra.Command
	c = a.command("completion bash|zsh|fish|powershell", verbs.completion, 1, 1, func(args []string) (exit, error) {
		if err := oneOf("completion", args[0], shells...); err != nil {
			return failed, err
		}
		root := c.Root()
		switch args[0] {
		case "bash":
			return clean, root.GenBashCompletionV2(a.out, true)
		case "zsh":
			return clean, root.GenZshCompletion(a.out)
		case "fish":
			return clean, root.GenFishCompletion(a.out, true)
		}
		return clean, root.GenPowerShellCompletionWithDesc(a.out)
	})
	c.ValidArgs = shells
	return c
}

// completeFlags completes the flags that several verbs have from the catalogue's own
// words. A verb that knows better has said so already.
func (a *app) completeFlags(root *cobra.Command) {
	from := map[string]func() []string{
		"lang": a.langs, "translate": a.langs,
		"theme":  func() []string { return a.terms("themes") },
		"place":  func() []string { return a.terms("places") },
		"type":   func() []string { return enumeration("type") },
		"status": func() []string { return enumeration("status") },
		"field":  func() []string { return sheet.TrackedPaths(sheet.Fields()) },
	}
	for _, verb := range root.Commands() {
		for flag, words := range from {
			if _, known := verb.GetFlagCompletionFunc(flag); known || verb.Flags().Lookup(flag) == nil {
				continue
			}
			// The flag is there and has no completion yet, so that this can't fail.
			_ = verb.RegisterFlagCompletionFunc(flag, func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
				return words(), cobra.ShellCompDirectiveNoFileComp
			})
		}
	}
}

// langs returns the languages of the catalogue, none where there is no catalogue.
func (a *app) langs() []string {
	src := a.source(config.Path)
	if src == nil {
		return nil
	}
	s, _ := config.Parse(src)
	return s.Langs()
}

// terms returns the keys of a vocabulary, each with its label.
func (a *app) terms(scheme string) []string {
	src := a.source("content/vocabulary/" + scheme + ".yaml")
	if src == nil {
		return nil
	}
	v := vocab.New()
	v.Parse(scheme, src)
	var words []string
	for _, t := range v.Scheme(scheme).Terms {
		words = append(words, diag.Visible(t.Key)+"\t"+diag.Visible(t.Name(a.lang).Text))
	}
	return words
}

// source reads a file of the catalogue for completion, which is silent about what it
// can't read.
func (a *app) source(path string) *diag.Source {
	file := filepath.Join(a.dir, filepath.FromSlash(path))
	if info, err := os.Stat(file); err != nil || !info.Mode().IsRegular() || info.Size() > yamlnode.MaxBytes {
		return nil
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return nil
	}
	return diag.NewSource(path, string(text))
}

// enumeration returns the values that a field of a sheet may have.
func enumeration(key string) []string {
	for _, f := range sheet.Fields() {
		if f.Key == key && f.Shape == field.Leaf {
			return f.Values()
		}
	}
	return nil
}
