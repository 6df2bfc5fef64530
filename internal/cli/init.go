package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"gitlab.opencode.de/praxisblatt/praxisblatt/i18n"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/accept"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edit"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/locale"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/schema"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/site"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/starter"
)

// initOptions are those of `init`.
type initOptions struct {
	site site.Options // of the new catalogue
	ci   string
}

func (a *app) initCommand() *cobra.Command {
	var o initOptions
	c := a.command("init DIR [--ci gitlab|github|none]", editVerbs.init, 1, 1, func(args []string) (code exit, err error) {
		if o.site, err = a.site(); err != nil {
			return failed, err
		}
		o.site.Dir = args[0]
		return runInit(o, a.console)
	})
	c.Flags().StringVar(&o.ci, "ci", starter.CIs[0], editing.flagCI.In(a.lang))
	choices(c, "ci", starter.CIs...)
	return c
}

// runInit writes a new catalogue into an empty folder.
func runInit(o initOptions, c console) (exit, error) {
	if err := oneOf("--ci", o.ci, starter.CIs...); err != nil {
		return failed, err
	}
	if err := emptyFolder(o.site.Dir); err != nil {
		return failed, err
	}
	words, _ := locale.Load(i18n.Files, nil, []string{c.lang})
	files, err := starter.Files(starter.Options{
		Today: o.site.Now.String(), CI: o.ci, Schema: schema.Maker{Lang: c.lang, Locale: words.Locale(c.lang)},
	})
	if err != nil {
		return failed, err
	}
	for _, f := range files {
		if err := edit.Create(o.site.Dir, f.Path, f.Text); err != nil {
			return failed, err
		}
	}
	if err := recordAll(o.site); err != nil {
		return failed, err
	}
	_, err = fmt.Fprintln(c.out, editing.initialised.Format(c.lang, "dir", o.site.Dir, "files", fileCount.of(c.lang, len(files))))
	return clean, err
}

// emptyFolder makes the folder, or refuses one with files in it. A repository
// that was just cloned is empty.
func emptyFolder(dir string) error {
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return os.MkdirAll(dir, 0o755)
	case err != nil:
		if info, e := os.Stat(dir); e == nil && !info.IsDir() {
			return usage(editing.notFolder, "dir", dir)
		}
		return err
	}
	var names []string
	for _, e := range entries {
		if e.Name() != ".git" {
			names = append(names, e.Name())
		}
	}
	if len(names) > 3 {
		names = append(names[:3], "…")
	}
	if len(names) > 0 {
		return usage(editing.notEmpty, "dir", dir, "names", strings.Join(names, ", "))
	}
	return nil
}

// recordAll writes the digests of the translations.
func recordAll(o site.Options) error {
	l, err := site.Load(o)
	if err != nil {
		return err
	}
	for _, id := range append(starter.Sheets, starter.Pages...) {
		if _, err := accept.Run(l.Catalogue, accept.Options{Dir: o.Dir, ID: id}); err != nil {
			return err
		}
	}
	return nil
}
