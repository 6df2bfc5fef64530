package catalogue

import (
	"slices"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
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
	Digest string        // of the original's text; "" for an extra one
	Text   sheet.Tracked // the translation's, without values where missing
}

// Texts returns the states of all texts of a translation in the order of the format,
// extra ones last; nothing for the original or a language without a file.
func (e *Entry) Texts(lang string) []TextState { return e.texts()[lang] }

// originals are the texts of an original, with the digests that tell whether a
// translation was made from them.
type originals struct {
	texts   []sheet.Tracked
	digests []string // by index
}

func newOriginals(texts []sheet.Tracked) originals {
	o := originals{texts, make([]string, len(texts))}
	for i, t := range texts {
		o.digests[i] = t.Digest()
	}
	return o
}

// states compares the texts of a translation with the original's. A text that
// could not be read is neither missing nor outdated.
func (o originals) states(texts []sheet.Tracked, recorded []field.Pair, lost func(key string) bool) []TextState {
	var states []TextState
	for i, original := range o.texts {
		t := TextState{Path: original.Path, Digest: o.digests[i], State: Missing}
		top, _, _ := strings.Cut(t.Path, ".")
		if k := slices.IndexFunc(texts, func(t sheet.Tracked) bool { return t.Path == original.Path }); k >= 0 {
			t.Text = texts[k]
			t.State = textState(original, t.Text, t.Digest, digestOf(recorded, t.Path))
		} else if lost(top) {
			continue
		}
		states = append(states, t)
	}
	for _, t := range texts {
		if !slices.ContainsFunc(o.texts, func(original sheet.Tracked) bool { return original.Path == t.Path }) {
			states = append(states, TextState{Path: t.Path, State: Extra, Text: t})
		}
	}
	return states
}

func textState(original, translation sheet.Tracked, digest, recorded string) State {
	for i, v := range original.Values {
		if v.Stated() && (i >= len(translation.Values) || !translation.Values[i].Stated()) {
			return Missing
		}
	}
	switch recorded {
	case digest:
		return Current
	case "":
		return Unrecorded
	}
	return Outdated
}

func digestOf(recorded []field.Pair, path string) string {
	for _, p := range recorded {
		if p.Key == path {
			return p.Value.Text
		}
	}
	return ""
}

// State returns the state of the entry's page in a language.
func (e *Entry) State(lang string) State {
	switch e.File(lang) {
	case nil:
		return Missing
	case e.Original:
		return Original
	}
	return pageState(e.Texts(lang))
}

func pageState(texts []TextState) State {
	state := Current
	for _, t := range texts {
		switch {
		case t.State == Outdated:
			return Outdated
		case t.State == Missing:
			state = Partial
		}
	}
	return state
}
