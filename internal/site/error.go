package site

import "fmt"

// Kind says why there is nothing to work with.
type Kind string

// The kinds of errors.
const (
	NoFolder    Kind = "no-folder"    // Path does not exist or is no folder
	NoCatalogue Kind = "no-catalogue" // the folder has no site.yaml, which would be Path
	Unreadable  Kind = "unreadable"   // Path can't be read
	BadURL      Kind = "bad-url"      // Path is what was given as base URL
	Layout      Kind = "layout"       // a template, Path, failed
	BadFont     Kind = "bad-font"     // the font Path can’t be read
)

// An Error is a failure that is no fault of the content.
type Error struct {
	Kind Kind
	Path string
	Err  error
}

func (e *Error) Error() string { return fmt.Sprintf("%s: %s: %v", e.Path, e.Kind, e.Err) }

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }
