package accept

import "strings"

// A Kind says why nothing could be marked, for whoever words the message.
type Kind string

// The kinds of errors. The last three concern one file, after others may have been written.
const (
	UnknownID    Kind = "unknown-id"    // Path is no practice and no page
	UnknownField Kind = "unknown-field" // Path is no text of the original; Names are
	NoFile       Kind = "no-file"       // Path has no file in the language Names[0]
	IsOriginal   Kind = "is-original"   // the file Path, in Names[0], is the original
	NoOriginal   Kind = "no-original"   // every file of Path says that it is a translation
	Originals    Kind = "originals"     // several files of Path, in Names, say that they are the original
	Faulty       Kind = "faulty"        // the file Path can't be read, or not be patched
	Changed      Kind = "changed"       // the file Path is another one than was read
	NotFile      Kind = "not-file"      // Path is a link: the file itself lies elsewhere
	Failed       Kind = "failed"        // the file Path could not be written: Err tells
)

// An Error says why nothing could be marked.
type Error struct {
	Kind       Kind
	Path       string
	Names      []string
	Suggestion string // what was probably meant
	Err        error
}

func (e *Error) Error() string {
	text := "accept: " + string(e.Kind) + ": " + e.Path
	if len(e.Names) > 0 {
		text += " (" + strings.Join(e.Names, ", ") + ")"
	}
	if e.Err != nil {
		text += ": " + e.Err.Error()
	}
	return text
}

func (e *Error) Unwrap() error { return e.Err }
