package vocab

import (
	"slices"
	"strings"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
)

// parse reads one file, and its findings as "rule at what they stand on".
func parse(name, text string) (*Vocabulary, string) {
	v := New()
	var found []string
	for _, d := range v.Parse(name, diag.NewSource(name+".yaml", text)) {
		found = append(found, d.Rule.Name+" at "+d.Span.Text())
	}
	return v, strings.Join(found, "; ")
}

const themes = `housing:
  label: {de: Wohnen, fr: Logement}
  also: {de: [Unterkunft, Miete]}
shelters:
  label: {de: Sammelunterkünfte}
  broader: housing
work:
  label: {fr: Travail}
`

func TestTerms(t *testing.T) {
	v, found := parse("themes", themes)
	if found != "" {
		t.Fatal(found)
	}
	s := v.Scheme("themes")
	var keys []string
	for _, term := range s.Terms {
		keys = append(keys, term.Key)
		if v.Term("themes", term.Key) != term || term.At.IsZero() {
			t.Errorf("%s: at %v", term.Key, term.At)
		}
	}
	if want := []string{"housing", "shelters", "work"}; !slices.Equal(keys, want) {
		t.Errorf("the terms are %v", keys)
	}
	if narrower := s.Narrower("housing"); len(narrower) != 1 || narrower[0].Key != "shelters" || len(s.Narrower("")) > 0 {
		t.Errorf("below housing are %v", narrower)
	}
	if v.Term("themes", "none") != nil || v.Term("none", "housing") != nil {
		t.Error("a term that is not there was found")
	}
}

func TestName(t *testing.T) {
	v, _ := parse("themes", themes)
	for _, test := range []struct{ key, lang, want string }{
		{"housing", "fr", "Logement fr"},
		{"work", "de", "Travail fr"},
		{"without-label", "de", "without label de"},
	} {
		term := v.Term("themes", test.key)
		if term == nil {
			term = &Term{Key: test.key}
		}
		if name := term.Name(test.lang); name.Text+" "+name.Lang != test.want {
			t.Errorf("%s in %s is %+v", test.key, test.lang, name)
		}
	}
}

func TestNearest(t *testing.T) {
	v, _ := parse("themes", themes)
	for word, want := range map[string]string{
		"Logement":          "housing",  // a label
		"miete":             "housing",  // another name
		"hosing":            "housing",  // a misspelt key
		"Sammelunterkunfte": "shelters", // a label without its marks
		"Sammelunterkumft":  "shelters", // a misspelt label
		"xyz":               "",
	} {
		if got := v.Scheme("themes").Nearest(word); got != want {
			t.Errorf("%s: %q, not %q", word, got, want)
		}
	}
}

func TestFaults(t *testing.T) {
	for _, test := range []struct{ name, scheme, text, found string }{
		{"a text for a term", "themes", "work: Arbeit\n", "expected-fields at work"},
		{"a term of nothing", "themes", "work:\n", "expected-fields at work"},
		{"a field of places", "themes", "work: {lat: 1}\n", "unknown-key at lat"},
		{"a place has it", "places", "trier: {lat: 1}\n", ""},
		{"a map for the glossary", "glossary", "terms: {de: [a]}\n", "expected-list at terms: {de: [a]}"},
		{"a text in the glossary", "glossary", "- Wort\n", "expected-fields at Wort"},
	} {
		if _, found := parse(test.scheme, test.text); found != test.found {
			t.Errorf("%s: %s, not %s", test.name, found, test.found)
		}
	}
}

func TestGlossary(t *testing.T) {
	v, found := parse("glossary", "- terms: {de: [Duldung], fr: [tolérance, sursis]}\n  explanation: {de: Kein Titel.}\n")
	if found != "" || len(v.Glossary) != 1 {
		t.Fatalf("%d concepts: %s", len(v.Glossary), found)
	}
	c := v.Glossary[0]
	if c.At.IsZero() || len(c.Terms) != 2 || len(c.Terms[1].List) != 2 || c.Explanation.In("de").Text != "Kein Titel." {
		t.Errorf("%+v", c)
	}
}

// TestFields holds that only places have what belongs to places.
func TestFields(t *testing.T) {
	keys := func(scheme string) []string {
		var keys []string
		for _, f := range Fields(scheme) {
			keys = append(keys, f.Key)
		}
		return keys
	}
	general := []string{"label", "also", "about", "broader"}
	if got := keys("themes"); !slices.Equal(got, general) {
		t.Errorf("themes have %v", got)
	}
	if got := keys("places"); !slices.Equal(got, append(general, placeFields...)) || !slices.ContainsFunc(Fields("places"), func(f field.Field) bool { return f.Of == "networks" }) {
		t.Errorf("places have %v", got)
	}
}
