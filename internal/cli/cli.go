// Package cli is the door: it takes the command line apart and calls the rooms
// below.
//
// Each verb has a file with three things: a struct of options, the cobra
// command that fills it from flags, and a function of that struct and a
// console that does the work and is tested without a command line. Nothing
// else knows cobra. Whatever is said to a user stands in messages*.go in
// German, French and English; cobra's own English is not used.
package cli

import (
	"bufio"
	"errors"
	"io"
	"os"
	"runtime"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edtf"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/site"
)

// An exit is what the process returns to the shell.
type exit int

const (
	clean  exit = 0 // done, and nothing to complain of
	found  exit = 1 // errors in the content, or warnings where they count
	failed exit = 2 // wrong usage, or a failing machine
)

// A console is where a verb speaks, and in which language.
type console struct {
	out, err io.Writer
	lang     string // de, fr or en
	columns  int    // of the terminal that out is, 0 for a file or a pipe
	colour   bool
	live     bool // err is a terminal, on which a line can be written over
}

// buffered writes much at once. It is for one piece of output and no longer:
// what follows on the other stream must not overtake it.
func buffered(w io.Writer, write func(io.Writer) error) error {
	b := bufio.NewWriterSize(w, 1<<16)
	return errors.Join(write(b), b.Flush())
}

// An app is one run of the program.
type app struct {
	console
	env func(string) string

	dir, ui, now string // the flags that every verb has
	code         exit
}

// Main runs the command line of this process and returns its exit status.
func Main() int {
	a := app{env: os.Getenv, console: console{out: os.Stdout, err: os.Stderr, columns: columns(os.Stdout)}}
	controls := a.env("TERM") != "dumb" && (runtime.GOOS != "windows" || a.env("WT_SESSION") != "")
	a.colour = a.columns > 0 && a.env("NO_COLOR") == "" && controls
	a.live = columns(os.Stderr) > 0 && controls
	return int(a.run(os.Args[1:]))
}

// run runs a command line.
func (a *app) run(args []string) exit {
	a.lang = language(args, a.env)
	cobra.MousetrapHelpText = messages.mousetrap.In(a.lang)
	root := a.root()
	root.SetArgs(args)
	if err := root.Execute(); err != nil {
		return a.fail(err)
	}
	return a.code
}

// site returns the options that every verb hands on to the catalogue.
func (a *app) site() (site.Options, error) {
	now, err := a.today()
	return site.Options{Dir: a.dir, Now: now, Version: version()}, err
}

// today returns the day to work on: --now, else SOURCE_DATE_EPOCH, which makes
// builds repeatable, else the day where the user is.
func (a *app) today() (edtf.Day, error) {
	if a.now != "" {
		day, err := edtf.ParseDay(a.now)
		if err != nil {
			return 0, usage(messages.badNow, "value", a.now)
		}
		return day, nil
	}
	if epoch := a.env("SOURCE_DATE_EPOCH"); epoch != "" {
		seconds, err := strconv.ParseInt(epoch, 10, 64)
		if err != nil {
			return 0, usage(messages.badEpoch, "value", epoch)
		}
		return edtf.DayOf(time.Unix(seconds, 0)), nil
	}
	y, m, d := time.Now().Date()
	return edtf.DayOf(time.Date(y, m, d, 0, 0, 0, 0, time.UTC)), nil
}
