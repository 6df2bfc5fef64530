package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"runtime"
	"syscall"

	"github.com/spf13/cobra"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edtf"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/serve"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/site"
)

// serveOptions are those of `serve`.
type serveOptions struct {
	site  site.Options
	today func() edtf.Day
	addr  string
	open  bool
}

func (a *app) serveCommand() *cobra.Command {
	var o serveOptions
	c := a.command("serve [--addr HOST:PORT] [--open]", editVerbs.serve, 0, 0, func([]string) (code exit, err error) {
		if o.site, err = a.site(); err != nil {
			return failed, err
		}
		o.today = func() edtf.Day {
			day, _ := a.today() // what could not be read would have failed above
			return day
		}
		ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
		defer stop()
		return runServe(ctx, o, a.console)
	})
	c.Flags().StringVar(&o.addr, "addr", serve.Addr, editing.flagAddr.In(a.lang))
	c.Flags().BoolVar(&o.open, "open", false, editing.flagOpen.In(a.lang))
	return c
}

// runServe serves until the context ends, which is no failure.
func runServe(ctx context.Context, o serveOptions, c console) (exit, error) {
	err := serve.Run(ctx, serve.Options{
		Site: o.site, Today: o.today, Addr: o.addr, Lang: c.lang,
		Word: func(err error) string { return word(err, c.lang) },
		Say:  func(err error) { fmt.Fprintln(c.err, "praxisblatt: "+word(err, c.lang)) },
		Ready: func(url string) {
			fmt.Fprintln(c.out, editing.serving.Format(c.lang, "url", url, "editors", serve.Editors))
			if o.open {
				if err := openBrowser(url); err != nil {
					fmt.Fprintln(c.err, editing.noBrowser.Format(c.lang, "url", url))
				}
			}
		},
	})
	if err != nil {
		return failed, err
	}
	return clean, nil
}

// openBrowser asks the system to show an address.
func openBrowser(url string) error {
	switch runtime.GOOS {
	case "windows":
		return exec.Command("rundll32", "url.dll,FileProtocolHandler", url).Start()
	case "darwin":
		return exec.Command("open", url).Start()
	}
	return exec.Command("xdg-open", url).Start()
}

// wordServe words why nothing can be served.
func wordServe(err error, lang string) (string, bool) {
	e, ok := errors.AsType[*serve.Error](err)
	if !ok {
		return "", false
	}
	return serveFailures[e.Kind].Format(lang, "addr", e.Addr, "cause", cause(e.Err, lang)), true
}
