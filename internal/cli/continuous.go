package cli

import (
	"bytes"
	"cmp"
	"io"
	"path/filepath"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
)

// codeQualityReport is where GitLab's documentation has the report.
const codeQualityReport = "gl-code-quality-report.json"

// continuous makes `check` speak to the service that runs it.
func (a *app) continuous(o *checkOptions) {
	o.github = a.env("GITHUB_ACTIONS") == "true"
	if a.env("GITLAB_CI") == "true" {
		o.report = cmp.Or(o.report, codeQualityReport)
	}
	root := cmp.Or(a.env("GITHUB_WORKSPACE"), a.env("CI_PROJECT_DIR"), ".")
	if prefix, ok := relative(root, a.dir); ok {
		o.prefix = filepath.ToSlash(prefix)
	}
}

// reports writes what is read by services and not by people.
func (o checkOptions) reports(findings []diag.Diagnostic, c console) error {
	if o.github && o.format == "text" {
		if err := buffered(c.out, func(w io.Writer) error { return diag.WriteAnnotations(w, findings, c.lang, o.prefix) }); err != nil {
			return err
		}
	}
	if o.report == "" {
		return nil
	}
	var b bytes.Buffer
	if err := diag.WriteCodeQuality(&b, findings, c.lang, o.prefix); err != nil {
		return err
	}
	if err := writeWhole(o.report, b.Bytes()); err != nil {
		return usage(packing.unwritable, "path", o.report, "cause", cause(err, c.lang), "flag", "--report")
	}
	return nil
}
