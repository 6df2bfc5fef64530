package site

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"strings"
	"sync"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/cache"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/yamlnode"
)

// A reader reads the files of a catalogue and keeps what is wrong with them.
type reader struct {
	files    fs.FS
	findings []diag.Diagnostic
	count    int

	parser sheet.Parser
	labels cache.Sum // of what the parser knows
	memory memory
	fetch  func(path string) string // reads a text again

	before  map[string]parsed // files that were parsed before
	changed []string          // what of them is to be read anew
	folders folders           // as they were listed before, until they are listed

	buffers sync.Pool // what files are read into
	roughs  sync.Pool // what they become when they are parsed
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
	src, ds := r.source(path, false)
	r.findings = append(r.findings, ds...)
	r.count++
	return src
}

// source reads one file, never more of it than the limit. One of which it is not known
// that it is a regular file is asked first: a pipe would keep whoever opens it.
func (r *reader) source(path string, regular bool) (*diag.Source, []diag.Diagnostic) {
	if !regular {
		info, err := fs.Stat(r.files, path)
		switch {
		case err != nil:
			return nil, []diag.Diagnostic{unreadable(path, err)}
		case info.Size() > yamlnode.MaxBytes:
			return nil, []diag.Diagnostic{yamlnode.TooLarge(whole(path))}
		case !info.Mode().IsRegular():
			return nil, []diag.Diagnostic{rule.FileUnreadable.At(whole(path), "cause", info.Mode().Type().String())}
		}
	}
	f, err := r.files.Open(path)
	if err != nil {
		return nil, []diag.Diagnostic{unreadable(path, err)}
	}
	defer f.Close()
	b, _ := r.buffers.Get().(*bytes.Buffer)
	if b == nil {
		b = new(bytes.Buffer)
	}
	defer r.buffers.Put(b)
	b.Reset()
	if _, err := b.ReadFrom(io.LimitReader(f, yamlnode.MaxBytes+1)); err != nil {
		return nil, []diag.Diagnostic{unreadable(path, err)}
	}
	if b.Len() > yamlnode.MaxBytes {
		return nil, []diag.Diagnostic{yamlnode.TooLarge(whole(path))}
	}
	text := b.String()
	src := diag.NewDistant(path, len(text), sha256.Sum256(b.Bytes()), r.fetch)
	src.Hold(text)
	return src, nil
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
