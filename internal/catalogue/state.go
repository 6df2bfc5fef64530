package catalogue

import (
	"iter"
	"slices"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
)

// A State is the state of a page in one language, or of one text of it.
type State string

// A page is outdated if any of its texts is, else partial if any is missing.
// Of a text, Unrecorded means current without a digest, and Extra that only
// the translation has it; a page is never either.
const (
	Original   State = "original"
	Current    State = "current"
	Partial    State = "partial"
	Outdated   State = "outdated"
	Missing    State = "missing"
	Unrecorded State = "unrecorded"
	Extra      State = "extra"
)

// stateWords name the states of pages.
var stateWords = map[State]diag.Text{
	Original: {DE: "Original", FR: "original", EN: "original"},
	Current:  {DE: "aktuell", FR: "à jour", EN: "current"},
	Partial:  {DE: "teilweise", FR: "partiel", EN: "partial"},
	Outdated: {DE: "veraltet", FR: "périmé", EN: "outdated"},
	Missing:  {DE: "fehlt", FR: "absent", EN: "missing"},
}

// In names the state of a page in a language of the interface.
func (s State) In(lang string) string { return stateWords[s].In(lang) }

// Paths returns the paths of the texts in a state; of none an empty list, never nil.
func Paths(texts []TextState, state State) []string {
	paths := []string{}
	for _, t := range texts {
		if t.State == state {
			paths = append(paths, t.Path)
		}
	}
	return paths
}

// A TextState is the state of one tracked text of a translation.
type TextState struct {
	Path   string // as in translation.state
	State  State
	Digest string // of the original's text; "" for an extra one
}

// Texts returns the states of all texts of a translation in the order of the format,
// extra ones last; nothing for the original or a language without a file.
func (e *Entry) Texts(lang string) []TextState {
	if f := e.File(lang); f != nil && f != e.Original {
		return slices.Collect(e.originals(nil).states(f.Tracks(), f.IsTranslation(), f.HasLost))
	}
	return nil
}

// originals are the texts of an original, with the digests that tell whether a
// translation was made from them.
type originals []sheet.Track

// states compares the texts of a translation with the original's; records is whether it may record digests. A text that
// could not be read is neither missing nor outdated.
func (o originals) states(texts []sheet.Track, records bool, lost func(key string) bool) iter.Seq[TextState] {
	return func(yield func(TextState) bool) {
		for _, original := range o {
			t := TextState{Path: original.Path, Digest: original.Digest, State: Missing}
			top, _, _ := strings.Cut(t.Path, ".")
			if k := slices.IndexFunc(texts, func(t sheet.Track) bool { return t.Path == original.Path }); k >= 0 {
				t.State = textState(original, texts[k], records)
			} else if lost(top) {
				continue
			}
			if !yield(t) {
				return
			}
		}
		for _, t := range texts {
			known := slices.ContainsFunc(o, func(original sheet.Track) bool { return original.Path == t.Path })
			if !known && !yield(TextState{Path: t.Path, State: Extra}) {
				return
			}
		}
	}
}

func textState(original, translation sheet.Track, records bool) State {
	for i := range len(original.Stated) {
		if original.Has(i) && !translation.Has(i) {
			return Missing
		}
	}
	switch {
	case !records || translation.Digest == "":
		return Unrecorded
	case translation.Digest == original.Digest:
		return Current
	}
	return Outdated
}

// State returns the state of the entry's page in a language.
func (e *Entry) State(lang string) State {
	if i := e.index(lang); i >= 0 {
		return e.states[i]
	}
	return Missing
}

func pageState(texts iter.Seq[TextState]) State {
	state := Current
	for t := range texts {
		switch {
		case t.State == Outdated:
			return Outdated
		case t.State == Missing:
			state = Partial
		}
	}
	return state
}
