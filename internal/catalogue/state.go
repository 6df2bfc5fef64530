package catalogue

import (
	"slices"

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

// A TextState is the state of one tracked text of a translation.
type TextState struct {
	Path   string // as in translation.state
	State  State
	Digest string        // of the original's text; "" for an extra one
	Text   sheet.Tracked // the translation's, without values where missing
}

func digests(tracked []sheet.Tracked) ([]sheet.Tracked, []string) {
	ds := make([]string, len(tracked))
	for i, t := range tracked {
		ds[i] = t.Digest()
	}
	return tracked, ds
}

// Texts returns the states of all texts of a translation in the order of the format,
// extra ones last; nothing for the original or a language without a file.
func (e *Entry) Texts(lang string) []TextState {
	f := e.File(lang)
	if f == nil || f == e.Original {
		return nil
	}
	return textStates(e.originals, e.digests, f.Tracked(), f.Translation.State, f.HasLost)
}

// textStates compares the texts of a translation with the original's. A text
// that could not be read is neither missing nor outdated.
func textStates(originals []sheet.Tracked, digests []string, texts []sheet.Tracked, recorded []field.Pair, lost func(string) bool) []TextState {
	var states []TextState
	for i, o := range originals {
		t := TextState{Path: o.Path, Digest: digests[i], State: Missing}
		if k := slices.IndexFunc(texts, func(t sheet.Tracked) bool { return t.Path == o.Path }); k >= 0 {
			t.Text = texts[k]
			t.State = textState(o, t.Text, t.Digest, digestOf(recorded, o.Path))
		} else if lost(top(o.Path)) {
			continue
		}
		states = append(states, t)
	}
	for _, t := range texts {
		if !slices.ContainsFunc(originals, func(o sheet.Tracked) bool { return o.Path == t.Path }) {
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

func top(path string) string {
	for i := range len(path) {
		if path[i] == '.' {
			return path[:i]
		}
	}
	return path
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
