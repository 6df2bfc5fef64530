package site

import (
	"io/fs"
	"slices"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/inputs"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/wire"
)

// A record is what a visit found out.
type record struct {
	Key      string   // of what it is true; "" where the files changed meanwhile
	Others   []string // what was read outside of the watched folders
	Pages    int
	Editions int    // of these a build with PDFs has one each
	Findings []byte // as rule.Append writes them: they are only read where nothing has changed
}

func (r *record) names() []string {
	if r == nil {
		return nil
	}
	return r.Others
}

// record makes a record of a catalogue, still without its key.
func (l *Loaded) record() *record {
	return &record{Pages: len(l.Plan.Pages), Editions: len(l.Plan.Editions()), Findings: rule.Append(nil, l.Findings)}
}

// findings makes diagnostics of what was saved of files that are as they were seen; false where that can't be. The text
// of a file is read when a place in it is shown.
func (r *record) findings(seen *inputs.Snapshot, files fs.FS) ([]diag.Diagnostic, bool) {
	sources := map[string]*diag.Source{}
	fetch := textOf(files)
	written := wire.NewReader(string(r.Findings))
	ds := rule.Read(written, func(path string) *diag.Source {
		src := sources[path]
		if src == nil {
			size, sum, _ := seen.File(path) // of what is no file there is nothing to show
			src = diag.NewDistant(path, int(size), sum, fetch)
			sources[path] = src
		}
		return src
	})
	return ds, written.Whole() && !slices.ContainsFunc(ds, func(d diag.Diagnostic) bool { return d.Rule == nil })
}

// textOf returns the reader of a catalogue's texts that are not kept; "" for what can't be read.
func textOf(files fs.FS) func(path string) string {
	return func(path string) string {
		text, err := fs.ReadFile(files, path)
		if err != nil {
			return ""
		}
		return string(text)
	}
}
