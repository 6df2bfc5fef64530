package catalogue

import (
	"fmt"
	"slices"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edtf"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/vocab"
)

// entry makes a catalogue of one practice of its files by language.
func entry(t *testing.T, files map[string]string) *Entry {
	t.Helper()
	return catalogue(t, map[string]map[string]string{"a": files}).Entry("a")
}

func catalogue(t *testing.T, entries map[string]map[string]string) *Catalogue {
	t.Helper()
	site, _ := config.Parse(diag.NewSource("site.yaml", "title: {de: a}\nbase_url: https://a.de/\nlanguages: [de, fr, en]\n"))
	now, err := edtf.ParseDay("2026-11-22")
	if err != nil {
		t.Fatal(err)
	}
	in := Input{Site: site, Vocabulary: vocab.New(), Now: now}
	for id, files := range entries {
		for lang, text := range files {
			s, _ := sheet.Parser{}.Sheet(diag.NewSource(id+"/index."+lang+".md", text), id, lang)
			in.Sheets = append(in.Sheets, s.Brief())
		}
	}
	return New(in)
}

// TestOriginal holds that a fault in one file does not make another one the original.
func TestOriginal(t *testing.T) {
	const plain, ofFrench, ofGerman = "---\ntitle: a\n---\n", "---\ntitle: a\ntranslation: {of: fr}\n---\n", "---\ntitle: a\ntranslation: {of: de}\n---\n"
	for name, test := range map[string]struct {
		files map[string]string
		want  string
	}{
		"alone":                    {map[string]string{"en": plain}, "en"},
		"the one that is none":     {map[string]string{"de": ofFrench, "fr": plain, "en": ofFrench}, "fr"},
		"two, one is named":        {map[string]string{"de": plain, "fr": plain, "en": ofFrench}, "fr"},
		"two, none is named":       {map[string]string{"fr": plain, "en": plain}, "fr"},
		"none, one is named":       {map[string]string{"de": ofFrench, "fr": ofGerman, "en": ofFrench}, "fr"},
		"a translation is broken":  {map[string]string{"de": "text", "fr": plain, "en": ofFrench}, "fr"},
		"the original is broken":   {map[string]string{"de": ofFrench, "fr": "text", "en": ofFrench}, "fr"},
		"a misspelt key":           {map[string]string{"de": "---\ntitle: a\ntransaltion: {of: fr}\n---\n", "fr": plain}, "fr"},
		"a translation of no kind": {map[string]string{"de": "---\ntitle: a\ntranslation:\n---\n", "fr": plain}, "fr"},
	} {
		if got := entry(t, test.files).Original.Lang; got != test.want {
			t.Errorf("%s: %s, want %s", name, got, test.want)
		}
	}
}

// TestNoOriginal holds that an entry of translations alone has the facts of one of them.
func TestNoOriginal(t *testing.T) {
	const text = "---\ntitle: a\ntype: event\nthemes: [x, y]\ncontact: {review_by: 2020-01-01}\ntranslation: {of: de, state: {title: \"00000000\"}}\n---\n"
	for _, files := range []map[string]string{{"fr": text}, {"fr": text, "en": text}} {
		e := entry(t, files)
		if e.Type() != "event" || len(e.Themes()) != 2 || !e.ContactExpired() || !slices.Contains(e.Files, e.Original) || e.State("fr") != Original || e.View("fr").Type.Text != "event" {
			t.Errorf("%d files: %s %v %s", len(files), e.Type(), e.Themes(), e.State("fr"))
		}
	}
}

func TestStates(t *testing.T) {
	const original = "---\ntitle: a\nsummary: b\nfigures: [{label: c, unit: d}]\n---\n"
	de := entry(t, map[string]string{"de": original}).Original.Sheet()
	recorded := ""
	for _, tracked := range de.Tracked() {
		recorded += fmt.Sprintf("%s: %q, ", tracked.Path, tracked.Digest())
	}
	for name, test := range map[string]struct {
		fr   string
		want State
	}{
		"current":    {"title: a\nsummary: b\nfigures: [{label: c, unit: d}]\ntranslation: {of: de, state: {" + recorded + "}}", Current},
		"unrecorded": {"title: a\nsummary: b\nfigures: [{label: c, unit: d}]\ntranslation: {of: de}", Current},
		"partial":    {"title: a\nfigures: [{label: c, unit: d}]\ntranslation: {of: de, state: {" + recorded + "}}", Partial},
		"part of it": {"title: a\nsummary: b\nfigures: [{label: c}]\ntranslation: {of: de, state: {" + recorded + "}}", Partial},
		"outdated":   {"title: a\ntranslation: {of: de, state: {title: \"00000000\"}}", Outdated},
		"unreadable": {"title: a\nsummary: [b]\nfigures: [{label: c, unit: d}]\ntranslation: {of: de}", Current},
	} {
		e := entry(t, map[string]string{"de": original, "fr": "---\n" + test.fr + "\n---\n"})
		if got := e.State("fr"); got != test.want {
			t.Errorf("%s: %s, want %s: %v", name, got, test.want, e.Texts("fr"))
		}
		if e.State("de") != Original || e.State("en") != Missing {
			t.Errorf("%s: de is %s, en is %s", name, e.State("de"), e.State("en"))
		}
	}
}

func TestContact(t *testing.T) {
	for date, expired := range map[string]bool{"2026-11-21": true, "2026-11-22": false, "2027": false, "": false} {
		e := entry(t, map[string]string{"de": "---\ntitle: a\ncontact: {office: b, review_by: \"" + date + "\"}\n---\n"})
		if e.ContactExpired() != expired || e.View("de").Contact.Office.Stated() == expired || e.View("fr").Contact.Office.Stated() == expired {
			t.Errorf("%s: expired: %v, shown: %v", date, e.ContactExpired(), e.View("de").Contact.Office.Text)
		}
		if i := slices.Index(Parts, "contact"); e.Completeness()[i] == expired {
			t.Errorf("%s: counts as stated: %v", date, e.Completeness()[i])
		}
	}
}

func TestRelations(t *testing.T) {
	c := catalogue(t, map[string]map[string]string{
		"a": {"de": "---\ntitle: a\nadopted: [{place: x}, {sheet: b}]\n---\n[b](sheet:b) [b](sheet:b#x) [a](sheet:a) [n](sheet:n)\n", "fr": "---\ntranslation: {of: de}\n---\n[c](sheet:c)\n"},
		"b": {"de": "---\ntitle: b\n---\n"}, "c": {"de": "---\ntitle: c\n---\n"},
	})
	b := c.Entry("b").Relations
	if len(b) != 2 || b[0].Kind != AdoptedFrom || b[0].Adoption != 1 || b[1].Kind != MentionedBy || b[1].From.ID != "a" {
		t.Errorf("b: %v", b)
	}
	if len(c.Entry("c").Relations) != 1 || len(c.Entry("a").Relations) != 0 {
		t.Errorf("c: %v, a: %v", c.Entry("c").Relations, c.Entry("a").Relations)
	}
}

// TestReviewDue holds that an entry is due by its original, and only where both
// the day and the interval can be read.
func TestReviewDue(t *testing.T) {
	for _, test := range []struct{ reviewed, interval, want string }{
		{"2026-01-15", "6m", "2026-07-15"},
		{"2026", "6m", ""},
		{"", "6m", ""},
		{"2026-01-15", "", ""},
		{"2026-01-15", "soon", ""},
	} {
		e := &Entry{
			Original: &sheet.Brief{Facts: &sheet.Facts{Reviewed: sheet.Value{Text: test.reviewed}}},
			site:     &config.Site{ReviewInterval: sheet.Value{Text: test.interval}},
		}
		if due, ok := e.ReviewDue(); ok != (test.want != "") || ok && due.String() != test.want {
			t.Errorf("%q and %q are due on %v, %v", test.reviewed, test.interval, due, ok)
		}
	}
}

// TestStatesAreNamed holds that each state of a page has a name of its own in every language.
func TestStatesAreNamed(t *testing.T) {
	for _, lang := range []string{"de", "fr", "en"} {
		names := map[string]bool{"": true}
		for _, s := range []State{Original, Current, Partial, Outdated, Missing} {
			if name := s.In(lang); names[name] {
				t.Errorf("%s is %q in %s", s, name, lang)
			} else {
				names[name] = true
			}
		}
	}
}
