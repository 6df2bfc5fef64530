package cli

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/suggest"
)

// A usageError says what is wrong with a command line.
type usageError struct {
	text diag.Text
	args []string
	near string // what was probably meant
	path string // the command whose help tells more, set by the command itself
}

func (e *usageError) Error() string { return e.text.Format("en", e.args...) }

func usage(text diag.Text, args ...string) *usageError {
	return &usageError{text: text, args: args}
}

func usageOf(c *cobra.Command, text diag.Text, args ...string) *usageError {
	e := usage(text, args...)
	e.path = c.CommandPath()
	return e
}

// suggest adds what was probably meant.
func (e *usageError) suggest(near string) *usageError {
	e.near = near
	return e
}

// noSuchVerb refuses arguments of the program itself: they are verbs that
// don't exist.
func (a *app) noSuchVerb(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, verb := range c.Commands() {
		names = append(names, verb.Name())
		for _, near := range verb.SuggestFor {
			if suggest.Fold(near) == suggest.Fold(args[0]) {
				return usageOf(c, messages.noVerb, "verb", args[0]).suggest(verb.Name())
			}
		}
	}
	return usageOf(c, messages.noVerb, "verb", args[0]).suggest(suggest.Nearest(args[0], names))
}

// flagError words what pflag says in English.
func (a *app) flagError(c *cobra.Command, err error) error {
	if rest := c.Flags().Args(); !c.HasParent() && len(rest) > 0 {
		// The flag belongs to a verb that is misspelt.
		return a.noSuchVerb(c, rest)
	}
	if e, ok := errors.AsType[*pflag.NotExistError](err); ok {
		if short := e.GetSpecifiedShortnames(); short != "" {
			return usageOf(c, messages.noFlag, "flag", "-"+short[:1])
		}
		var names []string
		c.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
		wrong := usageOf(c, messages.noFlag, "flag", "--"+e.GetSpecifiedName())
		if near := suggest.Nearest(e.GetSpecifiedName(), names); near != "" {
			wrong.near = "--" + near
		}
		return wrong
	}
	if e, ok := errors.AsType[*pflag.ValueRequiredError](err); ok {
		return usageOf(c, messages.noValue, "flag", spelt(e.GetFlag()))
	}
	if e, ok := errors.AsType[*pflag.InvalidValueError](err); ok {
		return usageOf(c, messages.badChoice, "flag", spelt(e.GetFlag()), "value", e.GetValue(), "values", "true, false")
	}
	if e, ok := errors.AsType[*pflag.InvalidSyntaxError](err); ok {
		return usageOf(c, messages.noFlag, "flag", e.GetSpecifiedFlag())
	}
	return err
}

// spelt returns a flag as it is typed.
func spelt(f *pflag.Flag) string {
	if f.Shorthand != "" {
		return "-" + f.Shorthand
	}
	return "--" + f.Name
}

// oneOf refuses a flag's value that is none of the words.
func oneOf(flag, value string, words ...string) error {
	if slices.Contains(words, value) {
		return nil
	}
	return usage(messages.badChoice, "flag", flag, "value", value, "values", strings.Join(words, ", ")).suggest(suggest.Nearest(value, words))
}
