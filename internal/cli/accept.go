package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/accept"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/site"
)

// acceptOptions are those of `accept`.
type acceptOptions struct {
	site            site.Options
	id, lang, field string
}

func (a *app) acceptCommand() *cobra.Command {
	var o acceptOptions
	c := a.command("accept ID [--lang L] [--field F]", verbs.accept, 1, 1, func(args []string) (code exit, err error) {
		o.id = args[0]
		if o.site, err = a.site(); err != nil {
			return failed, err
		}
		return runAccept(o, a.console)
	})
	c.Flags().StringVar(&o.lang, "lang", "", messages.flagLang.In(a.lang))
	c.Flags().StringVar(&o.field, "field", "", messages.flagField.In(a.lang))
	c.ValidArgsFunction = func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return ids(a.dir, "sheets", "pages"), cobra.ShellCompDirectiveNoFileComp
	}
	return c
}

// ids lists the folders of sheets or pages for completion, unread.
func ids(dir string, folders ...string) []string {
	var names []string
	for _, folder := range folders {
		entries, err := os.ReadDir(filepath.Join(dir, "content", folder))
		if err != nil {
			continue
		}
		for _, e := range entries {
			names = append(names, diag.Visible(e.Name()))
		}
	}
	return names
}

// runAccept marks translations as current and says of which texts.
func runAccept(o acceptOptions, c console) (exit, error) {
	ready := c.working(reading)
	l, err := site.Load(o.site)
	ready()
	if err != nil {
		return failed, err
	}
	done, err := accept.Run(l.Catalogue, accept.Options{Dir: o.site.Dir, ID: o.id, Lang: o.lang, Field: o.field})
	for _, a := range done {
		if _, err := fmt.Fprintln(c.out, describe(a, c.lang)); err != nil {
			return failed, err
		}
	}
	if len(done) == 0 && err == nil {
		_, err = fmt.Fprintln(c.out, messages.noTranslation.Format(c.lang, "id", o.id))
	}
	if e, ok := err.(*accept.Error); ok && e.Kind == accept.Faulty {
		fmt.Fprintln(c.err, wordAccept(e, c.lang))
		return found, nil
	}
	return clean, err
}

// describe words what was done to one translation.
func describe(a accept.Accepted, lang string) string {
	var parts []string
	add := func(names []string, say func(list string) string) {
		if len(names) > 0 {
			parts = append(parts, say(strings.Join(names, ", ")))
		}
	}
	add(a.Marked, func(l string) string { return messages.marked.Format(lang, "fields", l) })
	add(a.Removed, func(l string) string { return messages.removed.Format(lang, "fields", l) })
	if len(parts) == 0 {
		parts = append(parts, messages.nothingToMark.In(lang))
	}
	add(a.Missing, func(l string) string { return messages.stillMissing.Format(lang, "fields", l) })
	return a.Path + ": " + strings.Join(parts, " ")
}
