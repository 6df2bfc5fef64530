package output

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
)

// A Kind says what went wrong, for whoever words the message.
type Kind string

const (
	KindForeign    Kind = "foreign"    // Path holds files that build did not make: Names, the first few
	KindProtected  Kind = "protected"  // Path is, holds or lies in a folder of the catalogue: Names[0]
	KindLocked     Kind = "locked"     // another build is at work on Path
	KindNotFolder  Kind = "not-folder" // Path is a file, or a link to nowhere
	KindUnwritable Kind = "unwritable" // Path may not be written
	KindFull       Kind = "full"       // the disk of Path is full
	KindPath       Kind = "path"       // Path cannot be the path of a file on every system
	KindTwice      Kind = "twice"      // Path was written before, perhaps with other letter case: Names[0]
	KindCollision  Kind = "collision"  // a file of the user's, Names[0], is where Path is to be written
	KindFailed     Kind = "failed"     // anything else; Err tells
)

// An Error is a failure with what a message about it needs. Path and Names are
// native paths where they mean the output folder and its surroundings, and
// slash-separated ones below the folder where they mean files of the site.
type Error struct {
	Kind  Kind
	Path  string
	Names []string
	Err   error // the cause, if there is one
}

func (e *Error) Error() string {
	names := strings.Join(e.Names, ", ")
	var text string
	switch e.Kind {
	case KindForeign:
		text = fmt.Sprintf("%s was not made by build and holds %s", e.Path, names)
	case KindProtected:
		text = fmt.Sprintf("%s cannot be the output folder: it is, holds or lies in %s", e.Path, names)
	case KindLocked:
		text = fmt.Sprintf("%s: another build is at work", e.Path)
	case KindNotFolder:
		text = fmt.Sprintf("%s is not a folder", e.Path)
	case KindUnwritable:
		text = fmt.Sprintf("%s cannot be written", e.Path)
	case KindFull:
		text = fmt.Sprintf("%s: the disk is full", e.Path)
	case KindPath:
		text = fmt.Sprintf("%q cannot be the path of a file", e.Path)
	case KindTwice:
		text = fmt.Sprintf("%s and %s are written to the same file", e.Path, names)
	case KindCollision:
		text = fmt.Sprintf("%s cannot be written: %s is not a file of ours", e.Path, names)
	default:
		text = e.Path
	}
	if e.Err != nil {
		text += ": " + e.Err.Error()
	}
	return text
}

func (e *Error) Unwrap() error { return e.Err }

// failure makes an Error of what the system says about path.
func failure(path string, err error) error {
	if err == nil {
		return nil
	}
	if known, ok := errors.AsType[*Error](err); ok {
		return known
	}
	kind := KindFailed
	switch {
	case full(err):
		kind = KindFull
	case errors.Is(err, fs.ErrPermission), readOnly(err):
		kind = KindUnwritable
	}
	return &Error{Kind: kind, Path: path, Err: err}
}
