package site

import (
	"errors"
	"io/fs"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/yamlnode"
)

// A reader reads the files of a catalogue and keeps what is wrong with them.
type reader struct {
	files    fs.FS
	findings []diag.Diagnostic
	count    int

	before  map[string]parsed // files that were parsed before
	changed []string          // what of them is to be read anew
}

// list returns what lies in a folder, by name; nothing where there is none.
func (r *reader) list(folder string) []fs.DirEntry {
	entries, err := fs.ReadDir(r.files, folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		r.findings = append(r.findings, unreadable(folder, err))
	}
	return entries
}

// read returns a file's source, nil where it can't be read.
func (r *reader) read(path string) *diag.Source {
	src, ds := readSource(r.files, path)
	r.findings = append(r.findings, ds...)
	r.count++
	return src
}

// readSource reads one file, never more of it than the limit.
func readSource(files fs.FS, path string) (*diag.Source, []diag.Diagnostic) {
	info, err := fs.Stat(files, path)
	if err != nil {
		return nil, []diag.Diagnostic{unreadable(path, err)}
	}
	if info.Size() > yamlnode.MaxBytes {
		return nil, []diag.Diagnostic{yamlnode.TooLarge(whole(path))}
	}
	if !info.Mode().IsRegular() {
		return nil, []diag.Diagnostic{rule.FileUnreadable.At(whole(path), "cause", info.Mode().Type().String())}
	}
	text, err := fs.ReadFile(files, path)
	if err != nil {
		return nil, []diag.Diagnostic{unreadable(path, err)}
	}
	return &diag.Source{Path: path, Text: string(text)}, nil
}

// unreadable words the operating system's refusal; a link that leads out of
// the catalogue is a rule of its own.
func unreadable(path string, err error) diag.Diagnostic {
	var pe *fs.PathError
	cause := err.Error()
	if errors.As(err, &pe) {
		cause = pe.Err.Error()
	}
	if strings.Contains(cause, "escapes from parent") {
		return rule.SymlinkOutside.At(whole(path))
	}
	return rule.FileUnreadable.At(whole(path), "cause", cause)
}
