package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/pack"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/site"
)

// packOptions are those of `pack`.
type packOptions struct {
	site   site.Options
	choice plan.Choice
	facing bool
	format string
	text   string
	out    string
}

func (a *app) packCommand() *cobra.Command {
	var o packOptions
	c := a.command("pack [PACK | ID…] [--lang de[,fr]] [-o FILE.pdf]", packVerb, 0, -1, func(args []string) (code exit, err error) {
		o.choice.Names = args
		if o.site, err = a.site(); err != nil {
			return failed, err
		}
		return runPack(o, a.console)
	})
	f := c.Flags()
	f.StringVarP(&o.out, "output", "o", "", packing.flagOut.In(a.lang))
	f.StringSliceVar(&o.choice.Langs, "lang", nil, packing.flagLang.In(a.lang))
	f.BoolVar(&o.facing, "facing", false, packing.flagFacing.In(a.lang))
	f.StringSliceVar(&o.choice.Themes, "theme", nil, packing.flagTheme.In(a.lang))
	f.StringSliceVar(&o.choice.Places, "place", nil, packing.flagPlace.In(a.lang))
	f.StringSliceVar(&o.choice.Types, "type", nil, packing.flagType.In(a.lang))
	f.StringSliceVar(&o.choice.States, "status", nil, packing.flagStatus.In(a.lang))
	f.StringVar(&o.format, "format", string(pack.A4), packing.flagFormat.In(a.lang))
	f.StringVar(&o.text, "text", "", packing.flagText.In(a.lang))
	choices(c, "format", formats...)
	choices(c, "text", "large")
	c.ValidArgsFunction = func(_ *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
		return append(packs(a.dir), ids(a.dir, "sheets")...), cobra.ShellCompDirectiveNoFileComp
	}
	return c
}

var formats = []string{string(pack.A4), string(pack.Letter), string(pack.Booklet)}

// packs lists the names of packs for completion, unread.
func packs(dir string) []string {
	var names []string
	files, _ := fs.Glob(os.DirFS(dir), "content/packs/*.yaml") // the pattern is right
	for _, f := range files {
		names = append(names, diag.Visible(strings.TrimSuffix(path.Base(f), ".yaml")))
	}
	return names
}

// thrift is the garbage that a pack may leave about, in percent of what it needs:
// a tenth more time for a sixth less memory.
const thrift = 60

// runPack prints a pack to a file, or says what it would print.
func runPack(o packOptions, c console) (exit, error) {
	if err := oneOf("--format", o.format, formats...); err != nil {
		return failed, err
	}
	if o.text != "" {
		if err := oneOf("--text", o.text, "large"); err != nil {
			return failed, err
		}
	}
	if o.out != "" && !strings.EqualFold(filepath.Ext(o.out), ".pdf") {
		return failed, usage(packing.noPDF, "path", o.out)
	}
	defer debug.SetGCPercent(debug.SetGCPercent(thrift))
	done := c.working(reading)
	l, err := site.Load(o.site)
	done()
	if err != nil {
		return failed, err
	}
	if grave, _, _ := diag.Count(l.Findings); grave > 0 {
		fmt.Fprintln(c.err, messages.hasErrors.Format(c.lang, "errors", errorCount.of(c.lang, grave)))
	}
	done = c.working(printing)
	r, err := l.Pack(site.PackOptions{Choice: o.choice, Format: pack.Format(o.format), Facing: o.facing, Large: o.text == "large"})
	done()
	if wrong, ok := errors.AsType[*plan.ChoiceError](err); ok {
		return failed, choiceUsage(wrong)
	}
	if err != nil {
		return failed, err
	}
	if err := diag.WriteText(c.err, r.Findings, c.lang); err != nil {
		return failed, err
	}
	entries := r.Pack.Entries()
	if o.out == "" {
		return clean, describePack(r, entries, c)
	}
	if err := writeWhole(o.out, r.PDF); err != nil {
		return failed, usage(packing.unwritable, "path", o.out, "cause", cause(err, c.lang), "flag", "-o")
	}
	_, err = fmt.Fprintln(c.out, packing.printed.Format(c.lang, "out", o.out, "sheets", sheetCount.of(c.lang, len(entries)),
		"pages", pageCount.of(c.lang, r.Pages), "size", strconv.Itoa((len(r.PDF)+1023)/1024)))
	return clean, err
}

// choiceUsage words a choice that can't be met.
func choiceUsage(e *plan.ChoiceError) error {
	return usage(choiceFailures[e.Kind], "value", e.Value, "known", strings.Join(e.Known, ", ")).suggest(e.Suggestion)
}

// describePack says what would be printed: the sheets with what is missing of
// them, and how many pages they take.
func describePack(r site.PackResult, entries []*catalogue.Entry, c console) error {
	t := table{head: []string{messages.colSheet.In(c.lang), messages.colType.In(c.lang)}}
	t.head = append(t.head, r.Pack.Langs...)
	for _, e := range entries {
		row := []cell{{text: e.ID}, {text: typeNames[e.Type()].In(c.lang)}}
		for _, lang := range r.Pack.Langs {
			row = append(row, cell{text: e.State(lang).In(c.lang)})
		}
		t.rows = append(t.rows, row)
	}
	if err := t.print(c); err != nil {
		return err
	}
	incomplete := 0
	for _, e := range entries {
		if slices.ContainsFunc(r.Pack.Langs, func(lang string) bool {
			s := e.State(lang)
			return s != catalogue.Original && s != catalogue.Current
		}) {
			incomplete++
		}
	}
	_, err := fmt.Fprintln(c.out, packing.wouldPrint.Format(c.lang, "sheets", sheetCount.of(c.lang, len(entries)), "pages", pageCount.of(c.lang, r.Pages),
		"incomplete", strconv.Itoa(incomplete)))
	return err
}
