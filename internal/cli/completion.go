package cli

import (
	"github.com/spf13/cobra"
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
