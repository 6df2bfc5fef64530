package cli

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/site"
)

// buildOptions are those of `build`.
type buildOptions struct {
	site  site.Options
	build site.BuildOptions
}

func (a *app) buildCommand() *cobra.Command {
	var o buildOptions
	c := a.command("build [-o DIR] [--base-url URL] [--strict] [--force] [--pdf]", verbs.build, 0, 0, func([]string) (code exit, err error) {
		if o.site, err = a.site(); err != nil {
			return failed, err
		}
		return runBuild(o, a.console)
	})
	f := c.Flags()
	f.StringVarP(&o.build.Out, "output", "o", "", messages.flagOut.In(a.lang))
	f.StringVar(&o.build.BaseURL, "base-url", "", messages.flagBaseURL.In(a.lang))
	f.BoolVar(&o.build.Strict, "strict", false, messages.flagStrict.In(a.lang))
	f.BoolVar(&o.build.Force, "force", false, messages.flagForce.In(a.lang))
	f.BoolVar(&o.build.PDF, "pdf", false, messages.flagPDF.In(a.lang))
	return c
}

// runBuild writes the site. Findings go to stderr, what was written to stdout.
func runBuild(o buildOptions, c console) (exit, error) {
	h := newHeap()
	defer h.close()
	start := time.Now()
	v, findings, err := visit(func() (*site.Visit, error) { return site.NewBuild(o.site, o.build) }, h, c)
	if err != nil {
		return failed, err
	}
	defer v.Close()
	if err := reportShort(findings, o.build.Strict, c); err != nil {
		return failed, err
	}
	code := verdict(findings, o.build.Strict)
	done := c.working(writing)
	result, err := v.Build(o.build)
	done()
	if err != nil {
		return failed, err
	}
	if err := diag.WriteText(c.err, result.Findings, c.lang); err != nil {
		return failed, err
	}
	if result.Stopped {
		fmt.Fprintln(c.err, messages.stopped.In(c.lang))
		return found, nil
	}
	if len(result.LeftOut) > 0 {
		fmt.Fprintln(c.err, messages.leftOut.Format(c.lang, "ids", strings.Join(result.LeftOut, ", ")))
	}
	_, err = fmt.Fprintln(c.out, messages.built.Format(c.lang,
		"pages", pageCount.of(c.lang, result.Pages), "out", result.Out,
		"written", fileCount.of(c.lang, result.Written), "unchanged", strconv.Itoa(result.Unchanged), "removed", strconv.Itoa(result.Removed),
		"seconds", seconds(time.Since(start), c.lang)))
	if err == nil && o.build.PDF {
		_, err = fmt.Fprintln(c.out, messages.builtPDFs.Format(c.lang,
			"pdfs", pdfCount.of(c.lang, result.PDFs), "printed", strconv.Itoa(result.Printed), "kept", strconv.Itoa(result.PDFs-result.Printed)))
	}
	return code, err
}

// reportShort prints the findings that stop a build, and of the others how many
// there are.
func reportShort(ds []diag.Diagnostic, strict bool, c console) error {
	var grave, light []diag.Diagnostic
	for _, d := range ds {
		if d.Rule.Severity == diag.Error || strict && d.Rule.Severity == diag.Warning {
			grave = append(grave, d)
			continue
		}
		light = append(light, d)
	}
	if err := buffered(c.err, func(w io.Writer) error { return diag.WriteText(w, grave, c.lang) }); err != nil {
		return err
	}
	if len(grave) > 0 {
		fmt.Fprintln(c.err, messages.sumUp.Format(c.lang, "counts", tally(grave, c.lang), "files", fileCount.of(c.lang, countFiles(grave))))
	}
	if len(light) > 0 {
		fmt.Fprintln(c.err, messages.light.Format(c.lang, "counts", tally(light, c.lang)))
	}
	return nil
}

// seconds words a duration with two digits after the language's decimal mark.
func seconds(d time.Duration, lang string) string {
	s := strconv.FormatFloat(d.Seconds(), 'f', 2, 64)
	if lang != "en" {
		s = strings.Replace(s, ".", ",", 1)
	}
	return s
}
