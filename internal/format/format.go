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
	Dir    string                 // the catalogue's folder
	Within func(path string) bool // which files of it
	Check  bool                   // write nothing
}

// A Result is what was done to one file, or would be.
type Result struct {
	Path    string
	Changed bool
	Left    bool              // it can't be read without a guess, or would mean something else
	Found   []diag.Diagnostic // what is wrong with a file that was left
}

// Run formats the files of a catalogue. An error is an *[edit.Error] where a file
// could not be exchanged; those before it are.
func Run(o Options) ([]Result, error) {
	root, err := os.OpenRoot(o.Dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	var done []Result
	for _, name := range files(root.FS()) {
		if !o.Within(name) {
			continue
		}
		r, err := one(root.FS(), name, o)
		done = append(done, r)
		if err != nil {
			return done, err
		}
	}
	return done, nil
}

// patterns are the files that have a canonical form.
var patterns = []string{
	"content/pages/*/index.*.md", "content/sheets/*/index.*.md", "content/vocabulary/*.yaml", config.Path,
}

func files(catalogue fs.FS) []string {
	var names []string
	for _, p := range patterns {
		found, _ := fs.Glob(catalogue, p) // fails for a wrong pattern only
		names = append(names, found...)
	}
	return names
}

func one(catalogue fs.FS, name string, o Options) (Result, error) {
	r := Result{Path: name}
	info, err := fs.Stat(catalogue, name)
	if err == nil && (!info.Mode().IsRegular() || info.Size() > yamlnode.MaxBytes) {
		r.Left = true
		return r, nil
	}
	text, err := fs.ReadFile(catalogue, name)
	if err != nil {
		return r, &edit.Error{Kind: edit.Failed, Path: name, Err: err}
	}
	after, found, ok := Text(name, string(text))
	r.Changed, r.Left, r.Found = after != string(text), !ok, found
	if !r.Changed || o.Check {
		return r, nil
	}
	err = edit.Exchange(o.Dir, name, string(text), after)
	if _, own := errors.AsType[*edit.Error](err); own {
		r.Changed = false
	}
	return r, err
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
	case name == config.Path:
		return format(name, text, readMap, config.Fields())
	case path.Base(name) == "glossary.yaml":
		return format(name, text, readList, nil)
	}
	// The order of terms is the editor's.
	return format(name, text, readMap, []field.Field{})
}
