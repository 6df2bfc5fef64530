package accept

import "strings"

// A Kind says why nothing could be marked, for whoever words the message.
type Kind string

// The kinds of errors.
const (
	UnknownID    Kind = "unknown-id"    // Path is no practice and no page
	UnknownField Kind = "unknown-field" // Path is no text of the original; Names are
	NoFile       Kind = "no-file"       // Path has no file in the language Names[0]
	IsOriginal   Kind = "is-original"   // the file Path, in Names[0], is the original
	NoOriginal   Kind = "no-original"   // every file of Path says that it is a translation
	Originals    Kind = "originals"     // several files of Path, in Names, say that they are the original
	Faulty       Kind = "faulty"        // the file Path can't be read, or not be patched
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
