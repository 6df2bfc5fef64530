package render

import (
	"encoding/json"
	"testing"
)

// marshalled is a work for encoding/json.
type marshalled struct {
	Context     string            `json:"@context,omitempty"`
	Type        string            `json:"@type,omitempty"`
	ID          string            `json:"@id,omitempty"`
	InLanguage  string            `json:"inLanguage,omitempty"`
	Name        string            `json:"name,omitempty"`
	Abstract    string            `json:"abstract,omitempty"`
	URL         string            `json:"url,omitempty"`
	Published   string            `json:"datePublished,omitempty"`
	Modified    string            `json:"dateModified,omitempty"`
	License     string            `json:"license,omitempty"`
	Publisher   json.RawMessage   `json:"publisher,omitempty"`
	About       []json.RawMessage `json:"about,omitempty"`
	Audience    []json.RawMessage `json:"audience,omitempty"`
	Place       []json.RawMessage `json:"spatialCoverage,omitempty"`
	Temporal    string            `json:"temporalCoverage,omitempty"`
	Translation []marshalled      `json:"workTranslation,omitempty"`
	Original    *marshalled       `json:"translationOfWork,omitempty"`
	Parts       []marshalled      `json:"hasPart,omitempty"`
}

func marshalledOf(w *work) marshalled {
	raw := func(terms []string) (all []json.RawMessage) {
		for _, t := range terms {
			all = append(all, json.RawMessage(t))
		}
		return all
	}
	m := marshalled{
		w.Context, w.Type, w.ID, w.InLanguage, w.Name, w.Abstract, w.URL, w.Published, w.Modified, w.License, json.RawMessage(w.Publisher),
		raw(w.About), raw(w.Audience), raw(w.Place), w.Temporal, nil, nil, nil,
	}
	for i := range w.Translation {
		m.Translation = append(m.Translation, marshalledOf(&w.Translation[i]))
	}
	if w.Original != nil {
		original := marshalledOf(w.Original)
		m.Original = &original
	}
	for i := range w.Parts {
		m.Parts = append(m.Parts, marshalledOf(&w.Parts[i]))
	}
	return m
}

// TestWork holds that a work is written as encoding/json would, whatever its texts are.
func TestWork(t *testing.T) {
	evil := "</script><b> & \"x\" \\ \u2028 \x00 \xff ä"
	short := work{Type: "CreativeWork", ID: evil, InLanguage: "de"}
	full := work{
		evil, evil, evil, evil, evil, evil, evil, evil, evil, evil,
		`{"a":1}`, []string{`{"b":2}`}, []string{`{"c":3}`, `{}`}, []string{`{}`, `{}`, `{}`}, evil, []work{short, {}}, &short, []work{short},
	}
	for _, w := range []work{{}, short, full, {Parts: []work{full, full}}, {Temporal: "2020/"}} {
		want, err := json.Marshal(marshalledOf(&w))
		if err != nil {
			t.Fatal(err)
		}
		if got := string(w.append(nil)); got != string(want) {
			t.Errorf("got\n%s\nnot\n%s", got, want)
		}
	}
	if !isNumber("-12.5e3") || isNumber("true") || isNumber("") || isNumber(`"1"`) || isNumber("1 2") || isNumber("+1") {
		t.Error("a number is no number, or something else is one")
	}
}
