package cli

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/format"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/site"
)

// fmtOptions are those of `fmt`.
type fmtOptions struct {
	dir        string
	paths      []string // files and folders, relative to the working directory; none for all
	check      bool
	typography bool
}

func (a *app) fmtCommand() *cobra.Command {
	var o fmtOptions
	c := a.command("fmt [--check] [--typography] [PATH…]", editVerbs.fmt, 0, -1, func(args []string) (exit, error) {
		o.dir, o.paths = a.dir, args
		return runFmt(o, a.console)
	})
	c.Flags().BoolVar(&o.check, "check", false, editing.flagCheck.In(a.lang))
	c.Flags().BoolVar(&o.typography, "typography", false, editing.flagTypography.In(a.lang))
	return c
}

// runFmt names every file that it changes, or would.
func runFmt(o fmtOptions, c console) (exit, error) {
	if err := hasCatalogue(o.dir); err != nil {
		return failed, err
	}
	within, err := inside(o.dir, o.paths)
	if err != nil {
		return failed, err
	}
	done, err := format.Run(format.Options{Dir: o.dir, Check: o.check, Typography: o.typography, Within: func(path string) bool {
		return len(within) == 0 || lies(path, within)
	}})
	code := clean
	for _, r := range done {
		switch {
		case r.Left:
			code = found
			if err := diag.WriteText(c.err, r.Found, c.lang); err != nil {
				return failed, err
			}
			fmt.Fprintln(c.err, editing.left.Format(c.lang, "path", r.Path))
		case r.Changed:
			if o.check {
				code = found
				if err := diag.WriteText(c.err, r.Found, c.lang); err != nil {
					return failed, err
				}
			}
			fmt.Fprintln(c.out, diag.Visible(r.Path))
		}
	}
	if len(done) == 0 && len(within) > 0 && err == nil {
		fmt.Fprintln(c.err, editing.nothingToFormat.In(c.lang))
	}
	return code, err
}

// hasCatalogue is for verbs that work on files and need no whole catalogue.
func hasCatalogue(dir string) error {
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return &site.Error{Kind: site.NoFolder, Path: dir, Err: err}
	}
	if path := filepath.Join(dir, config.Path); !exists(path) {
		return &site.Error{Kind: site.NoCatalogue, Path: path}
	}
	return nil
}
