// Package format puts the files of a catalogue in canonical form: the keys of
// front matter in the order of the format, and in quotes what other tools would
// take for a number or a truth value.
//
// An editor's text is edited, never written anew from a tree: blocks of whole
// lines move with their comments, everything else stays byte for byte. The
// result is read again, and where it says anything else than the text before, the
// file is left as it is.
package format

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edit"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/yamlnode"
)

// Options say what is to be formatted.
type Options struct {
	Dir        string                 // the catalogue's folder
	Within     func(path string) bool // which files of it
	Check      bool                   // write nothing
	Typography bool                   // see [Typeset]
}

// A Result is what was done to one file, or would be.
type Result struct {
	Path    string
	Changed bool
	Left    bool              // it can't be read without a guess, or would mean something else
	Found   []diag.Diagnostic // what is wrong with a file that was left, and what typography mends
}

// A runner formats the files of one catalogue.
type runner struct {
	Options
	files fs.FS
	names []string
	done  []Result
}

// Run formats the files of a catalogue. An error is an *[edit.Error] where a file
// could not be exchanged; those before it are.
func Run(o Options) ([]Result, error) {
	root, err := os.OpenRoot(o.Dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	r := runner{Options: o, files: root.FS(), names: files(root.FS())}
	for _, name := range r.names {
		if !o.Within(name) {
			continue
		}
		if err := r.one(name); err != nil {
			return r.done, err
		}
	}
	return r.done, nil
}

// patterns are the files that have a canonical form.
var patterns = []string{
	"content/packs/*.yaml", "content/pages/*/index.*.md", "content/sheets/*/index.*.md", "content/vocabulary/*.yaml", config.Path,
}

func files(catalogue fs.FS) []string {
	var names []string
	for _, p := range patterns {
		found, _ := fs.Glob(catalogue, p) // fails for a wrong pattern only
		names = append(names, found...)
	}
	return names
}

func (r *runner) one(name string) error {
	text, ok, err := r.read(name)
	if !ok || err != nil {
		return err
	}
	typeset, found, ok := text, []diag.Diagnostic(nil), true
	if r.Typography {
		typeset, found, ok = Typeset(name, text)
	}
	after := typeset
	if ok {
		after, _, ok = Text(name, typeset)
	}
	if !ok { // the canonical form is worth having without the typography
		typeset = text
		after, found, ok = Text(name, text)
	}
	if err := r.write(Result{Path: name, Left: !ok, Found: found}, text, after); err != nil || typeset == text {
		return err
	}
	return r.renew(name, renewed(name, text, typeset))
}

// read returns a text, and whether it is one that may be formatted.
func (r *runner) read(name string) (string, bool, error) {
	info, err := fs.Stat(r.files, name)
	if err == nil && (!info.Mode().IsRegular() || info.Size() > yamlnode.MaxBytes) {
		r.done = append(r.done, Result{Path: name, Left: true})
		return "", false, nil
	}
	text, err := fs.ReadFile(r.files, name)
	if err != nil {
		return "", false, &edit.Error{Kind: edit.Failed, Path: name, Err: err}
	}
	return string(text), true, nil
}

// write exchanges a file for its new text, and keeps what was done.
func (r *runner) write(done Result, before, after string) error {
	done.Changed = after != before
	var err error
	if done.Changed && !r.Check {
		err = edit.Exchange(r.Dir, done.Path, before, after)
		if _, own := errors.AsType[*edit.Error](err); own {
			done.Changed = false
		}
	}
	if i := slices.IndexFunc(r.done, func(d Result) bool { return d.Path == done.Path }); i >= 0 {
		r.done[i].Changed = r.done[i].Changed || done.Changed
		r.done[i].Found = append(r.done[i].Found, done.Found...)
		return err
	}
	r.done = append(r.done, done)
	return err
}

// renew writes the digests of an original's texts into the translations beside it. It is
// done at once, so that whatever happens next no translation is taken for outdated.
func (r *runner) renew(original string, changed renewal) error {
	for _, name := range r.names {
		if len(changed) == 0 || !beside(name, original) {
			continue
		}
		text, ok, err := r.read(name)
		if err != nil {
			return err
		}
		if after := restate(name, text, changed); ok && after != text {
			if err := r.write(Result{Path: name}, text, after); err != nil {
				return err
			}
		}
	}
	return nil
}

// Text returns the canonical form of a text that has a path in a catalogue.
// It reports false where the text is better left as it is, with the findings
// that say why.
func Text(name, text string) (string, []diag.Diagnostic, bool) {
	switch {
	case strings.HasPrefix(name, "content/sheets/"):
		return format(name, text, readMatter, sheet.Fields())
	case strings.HasPrefix(name, "content/pages/"):
		return format(name, text, readMatter, sheet.PageFields())
	case strings.HasPrefix(name, "content/packs/"):
		return format(name, text, readMap, sheet.PackFields())
	case name == config.Path:
		return format(name, text, readMap, config.Fields())
	case path.Base(name) == "glossary.yaml":
		return format(name, text, readList, nil)
	}
	// The order of terms is the editor's.
	return format(name, text, readMap, []field.Field{})
}
