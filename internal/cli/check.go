package cli

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/site"
)

// checkOptions are those of `check`.
type checkOptions struct {
	site   site.Options
	paths  []string // files and folders to report on, relative to the working directory; none for all
	format string   // text or json
	strict bool     // warnings count
	report string   // file for GitLab's Code Quality, "" for none
	github bool     // show findings beside the lines of a change
	prefix string   // the catalogue's folder in the repository that CI works on
}

func (a *app) checkCommand() *cobra.Command {
	var o checkOptions
	c := a.command("check [PATH…] [--format text|json] [--report FILE] [--strict]", verbs.check, 0, -1, func(args []string) (code exit, err error) {
		o.paths = args
		a.continuous(&o)
		if o.site, err = a.site(); err != nil {
			return failed, err
		}
		return runCheck(o, a.console)
	})
	c.Flags().StringVar(&o.format, "format", "text", messages.flagFormat.In(a.lang))
	c.Flags().BoolVar(&o.strict, "strict", false, messages.flagStrict.In(a.lang))
	c.Flags().StringVar(&o.report, "report", "", editing.flagReport.In(a.lang))
	choices(c, "format", "text", "json")
	return c
}

// runCheck prints every finding. The whole catalogue is read whatever the paths,
// since much of what is wrong with a file stands in others.
func runCheck(o checkOptions, c console) (exit, error) {
	h := newHeap()
	defer h.close()
	if err := oneOf("--format", o.format, "text", "json"); err != nil {
		return failed, err
	}
	within, err := inside(o.site.Dir, o.paths)
	if err != nil {
		return failed, err
	}
	v, findings, err := visit(func() (*site.Visit, error) { return site.NewVisit(o.site) }, h, c)
	if err != nil {
		return failed, err
	}
	defer v.Close()
	if len(within) > 0 {
		findings = slices.DeleteFunc(slices.Clone(findings), func(d diag.Diagnostic) bool { return !lies(d.Path(), within) })
	}
	write := diag.WriteText
	if o.format == "json" {
		write = diag.WriteJSON
	}
	if err := buffered(c.out, func(w io.Writer) error { return write(w, findings, c.lang) }); err != nil {
		return failed, err
	}
	if err := o.reports(findings, c); err != nil {
		return failed, err
	}
	if o.format == "text" && len(findings) > 0 {
		fmt.Fprintln(c.err, messages.sumUp.Format(c.lang, "counts", tally(findings, c.lang), "files", fileCount.of(c.lang, countFiles(findings))))
	}
	return verdict(findings, o.strict), nil
}

// visit looks at a catalogue, makes room for it, and returns what is wrong with it. Close the visit after use.
func visit(begin func() (*site.Visit, error), h *heap, c console) (*site.Visit, []diag.Diagnostic, error) {
	v, err := begin()
	if err != nil {
		return nil, nil, err
	}
	h.hold(v.Size())
	done := c.working(reading)
	findings, err := v.Findings()
	done()
	if err != nil {
		v.Close()
		return nil, nil, err
	}
	return v, findings, nil
}

// verdict is the exit status that findings lead to.
func verdict(ds []diag.Diagnostic, strict bool) exit {
	errors, warnings, _ := diag.Count(ds)
	if errors > 0 || strict && warnings > 0 {
		return found
	}
	return clean
}

// tally words how many findings there are: "3 errors, 1 warning".
func tally(ds []diag.Diagnostic, lang string) string {
	errors, warnings, notes := diag.Count(ds)
	var parts []string
	for _, c := range []struct {
		n    int
		word plural
	}{{errors, errorCount}, {warnings, warningCount}, {notes, noteCount}} {
		if c.n > 0 {
			parts = append(parts, c.word.of(lang, c.n))
		}
	}
	return strings.Join(parts, ", ")
}

// countFiles returns in how many files there are findings, which are sorted by file.
func countFiles(ds []diag.Diagnostic) int {
	n, last := 0, ""
	for _, d := range ds {
		if p := d.Path(); n == 0 || p != last {
			n, last = n+1, p
		}
	}
	return n
}

// inside returns paths as the catalogue knows them: relative to its folder,
// with forward slashes.
func inside(dir string, paths []string) ([]string, error) {
	var within []string
	for _, p := range paths {
		rel, ok := relative(dir, p)
		switch {
		case !exists(p):
			return nil, usage(messages.noPath, "path", p)
		case !ok:
			if abs, err := filepath.Abs(dir); err == nil {
				dir = abs // "." alone would say nothing
			}
			return nil, usage(messages.pathOutside, "path", p, "dir", dir)
		}
		within = append(within, filepath.ToSlash(rel))
	}
	return within, nil
}

// relative finds a path in a folder as they are written, else where their
// links lead.
func relative(dir, path string) (string, bool) {
	rel, ok := lexically(dir, path)
	if ok {
		return rel, true
	}
	dir, err := filepath.EvalSymlinks(dir)
	if err != nil {
		return "", false
	}
	if path, err = filepath.EvalSymlinks(path); err != nil {
		return "", false
	}
	return lexically(dir, path)
}

func lexically(dir, path string) (string, bool) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", false
	}
	if path, err = filepath.Abs(path); err != nil {
		return "", false
	}
	rel, err := filepath.Rel(dir, path)
	return rel, err == nil && filepath.IsLocal(rel)
}

// lies reports whether a file is one of the paths or lies below one.
func lies(file string, paths []string) bool {
	return slices.ContainsFunc(paths, func(p string) bool {
		return p == "." || file == p || strings.HasPrefix(file, p+"/")
	})
}
