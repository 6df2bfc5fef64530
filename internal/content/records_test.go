package content_test

import (
	"fmt"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/locale"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/markdown"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/site"
)

// A record is what testdata/facts.txt holds of one practice.
type record struct {
	id, kind string
	facts    map[string][]string // by language; each with its alternatives
}

func records(t *testing.T) []record {
	t.Helper()
	data, err := os.ReadFile("testdata/facts.txt")
	if err != nil {
		t.Fatal(err)
	}
	var all []record
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		first, rest, _ := strings.Cut(line, " ")
		facts := strings.Split(rest, " | ")
		switch {
		case first == "*":
			for _, lang := range langs {
				last := all[len(all)-1].facts
				last[lang] = append(last[lang], facts...)
			}
		case slices.Contains(langs, first):
			last := all[len(all)-1].facts
			last[first] = append(last[first], facts...)
		default:
			all = append(all, record{first, rest, map[string][]string{}})
		}
	}
	return all
}

func TestRecords(t *testing.T) {
	l := loaded(t)
	all := records(t)
	if len(all) != 49 {
		t.Errorf("testdata/facts.txt has %d records, the sources have 49", len(all))
	}
	for _, r := range all {
		e := l.Catalogue.Entry(r.id)
		if e == nil {
			t.Errorf("%s: there is no such sheet", r.id)
			continue
		}
		if e.Type() != r.kind {
			t.Errorf("%s: the type is %s, not %s", r.id, e.Type(), r.kind)
		}
		for _, lang := range langs {
			if len(r.facts[lang]) < 3 {
				t.Errorf("%s, %s: only %d facts are asked for", r.id, lang, len(r.facts[lang]))
			}
			page := shown(l, e, lang)
			for _, fact := range r.facts[lang] {
				if !states(page, fact) {
					t.Errorf("%s, %s: the page does not show %q", r.id, lang, fact)
				}
			}
		}
	}
}

func TestLanguagesCurrent(t *testing.T) {
	for _, e := range loaded(t).Catalogue.Entries {
		for _, lang := range langs {
			if s := e.State(lang); s != catalogue.Original && s != catalogue.Current {
				t.Errorf("%s, %s: %s", e.ID, lang, s)
			}
		}
	}
}

// TestTransfer holds the one transfer between two cities that the sources tell of.
func TestTransfer(t *testing.T) {
	for _, r := range loaded(t).Catalogue.Entry("trier-integration-concept").Relations {
		if r.Kind == catalogue.AdoptedFrom && r.From.ID == "saarbruecken-integration-office" {
			return
		}
	}
	t.Error("trier-integration-concept does not show that it was adopted from saarbruecken-integration-office")
}

var (
	mail  = regexp.MustCompile(`[\w.+-]+@[\w-]+\.\w`)
	phone = regexp.MustCompile(`(?:\+|\b00?)\d[\d /()-]{6,}\d`)
)

// TestNoPersons holds that contacts are offices: no name, address or number of a person stands in a sheet.
func TestNoPersons(t *testing.T) {
	for _, wrong := range []string{"0049-651-718 3535", "+49 651 7183535", "0651 718-3535"} {
		if !phone.MatchString(wrong) {
			t.Errorf("%q is not seen as a telephone number", wrong)
		}
	}
	for _, e := range loaded(t).Catalogue.Entries {
		files, _ := e.Sheets()
		for _, f := range files {
			for _, key := range []string{"contact.person", "contact.email", "contact.phone"} {
				if f.HasKey(key) {
					t.Errorf("%s: %s is stated", f.Source.Path, key)
				}
			}
			for _, found := range append(mail.FindAllString(f.Source.Text(), -1), phone.FindAllString(f.Source.Text(), -1)...) {
				t.Errorf("%s: %q looks like a way to reach a person", f.Source.Path, found)
			}
		}
	}
}

// shown is what a page shows of a practice, a line each: texts, names, labels of terms, and what is made of facts.
func shown(l *site.Loaded, e *catalogue.Entry, lang string) string {
	view, words := e.View(lang), l.Locales.Locale(lang)
	var lines []string
	add := func(format string, args ...any) { lines = append(lines, fmt.Sprintf(format, args...)) }
	eachValue(sheet.Fields(), reflect.ValueOf(view).Elem(), func(f *field.Field, v field.Value) {
		switch {
		case !v.Stated():
		case f.Form == "markdown":
			add("%s", markdown.Parse(v.Text, markdown.Options{Lang: v.Lang}).Plain())
		case f.Form == "term" && f.Of == "places":
			add("%s", place(l, v.Text, lang))
		case f.Form == "term":
			add("%s", term(l, f.Of, v.Text, lang))
		case f.Form == "lang":
			add("%s", words.LanguageName(v.Text))
		case f.Class != field.Fact, f.Form == "url":
			add("%s", v.Text)
		}
	})
	for _, f := range view.Figures {
		add("%s %s %s", words.Number(f.Value.Text), f.Label.Text, f.Unit.Text)
	}
	add("%s", period(words, view.Period))
	for _, a := range view.Activities {
		add("%s", period(words, a.Period))
	}
	for _, a := range view.Adopted {
		add("%s", words.Period(a.Year.Text, "", ""))
	}
	return strings.Join(lines, "\n")
}

func period(words *locale.Locale, p sheet.Period) string {
	return words.Period(p.Single.Text, p.From.Text, p.To.Text)
}

func term(l *site.Loaded, scheme, key, lang string) string {
	if t := l.Catalogue.Vocabulary.Term(scheme, key); t != nil {
		return t.Name(lang).Text
	}
	return ""
}

// place words a place: its name, its country, its networks.
func place(l *site.Loaded, key, lang string) string {
	t := l.Catalogue.Vocabulary.Term("places", key)
	if t == nil {
		return ""
	}
	words := t.Name(lang).Text + " (" + l.Locales.Locale(lang).CountryName(t.Country.Text) + ")"
	for _, n := range t.Networks {
		words += "\n" + term(l, "networks", n.Text, lang)
	}
	return words
}

// states reports whether a line of a page shows a fact or one of its alternatives: from the beginning of a word, and
// where it begins or ends in a figure, the whole number.
func states(page, fact string) bool {
	for alternative := range strings.SplitSeq(fact, " / ") {
		want := fold(alternative)
		for line := range strings.Lines(page) {
			line = fold(line)
			for at := range line {
				after, found := strings.CutPrefix(line[at:], want)
				if found && begins(line[:at], want) && ends(want, after) {
					return true
				}
			}
		}
	}
	return false
}

// fold makes every space one space and every letter a small one.
func fold(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// Numbers run on in figures, and past a mark in groups of three.
var (
	numberBefore = regexp.MustCompile(`\d$|(?:^|[^\d])\d{1,3}[., ]$`)
	numberAfter  = regexp.MustCompile(`^\d|^[., ]\d{3}(?:\D|$)`)
	groupFirst   = regexp.MustCompile(`^\d{3}(?:\D|$)`)
)

// begins reports whether no word or number runs on from before into a fact.
func begins(before, fact string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	switch {
	case unicode.IsLetter(last), isDigit(last):
		return false
	case groupFirst.MatchString(fact):
		return !numberBefore.MatchString(before)
	}
	return true
}

func ends(fact, after string) bool {
	return !isDigit(rune(fact[len(fact)-1])) || !numberAfter.MatchString(after)
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

func TestStates(t *testing.T) {
	for _, test := range []struct {
		page, fact string
		want       bool
	}{
		{"bis zu 50 Plätze", "50", true},
		{"540 Menschen", "40", false},
		{"120.000 Geflüchtete", "120", false},
		{"24 000 en France", "24 000", true},
		{"24 000 en France", "24", false},
		{"124 000 en France", "24 000", false},
		{"120.000 Menschen", "000", false},
		{"13.–16. November 2016\n13. November 2017", "november 2016", true},
		{"Am 12. September", "12. september", true},
		{"im Jahr 2015. 8 Fachkräfte", "8", true},
		{"Hauptstadt", "Stadt", false},
		{"Stadtteil", "stadt", true},
		{"deux fois", "twice / deux fois", true},
	} {
		if states(test.page, test.fact) != test.want {
			t.Errorf("states(%q, %q) is %v", test.page, test.fact, !test.want)
		}
	}
}
