package content_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
)

// A habit is a mistake of typography and what finds it.
type habit struct {
	name  string
	langs string
	found *regexp.Regexp
}

var habits = []habit{
	{"straight quotation mark or apostrophe", "de fr en", regexp.MustCompile(`["'` + "`" + `´]`)},
	{"hyphen for a range", "de fr en", regexp.MustCompile(`(?:^|[^\d-])\d+ ?- ?\d+(?:[^\d-]|$)`)},
	{"hyphen for a dash", "de fr en", regexp.MustCompile(`[\pL\d,] -{1,3} [\pL\d]`)},
	{"three dots for an ellipsis", "de fr en", regexp.MustCompile(`\.\.\.`)},
	{"two spaces", "de fr en", regexp.MustCompile(`[^\n ][ \x{a0}\x{202f}]{2,}[^\n ]`)},
	{"space before a mark", "de en", regexp.MustCompile(`\pL[ \x{a0}\x{202f}][,;:!?.](?:\s|$)`)},
	{"space before a mark", "fr", regexp.MustCompile(`\pL[ \x{a0}\x{202f}][,.](?:\s|$)`)},
	{"no narrow no-break space (U+202F) before a mark", "fr", regexp.MustCompile(`[^\x{202f}?!][;!?]`)},
	{"no no-break space (U+00A0) before a colon", "fr", regexp.MustCompile(`[^\x{a0}]:(?:\s|$)`)},
	{"no no-break space in guillemets", "fr", regexp.MustCompile(`«[^\x{a0}\x{202f}]|[^\x{a0}\x{202f}]»`)},
	{"no no-break space before a per cent sign", "de fr", regexp.MustCompile(`[^\x{a0}\x{202f}]%`)},
	{"space before a per cent sign", "en", regexp.MustCompile(`[\s\x{a0}\x{202f}]%`)},
	{"quotation marks of another language", "de", regexp.MustCompile(`[«»”]`)},
	{"quotation marks of another language", "fr", regexp.MustCompile(`[“”„]`)},
	{"quotation marks of another language", "en", regexp.MustCompile(`[«»„]`)},
}

// Addresses, Markdown's links, the names of values and dates as they are typed keep their own marks.
var unset = regexp.MustCompile(`\]\([^)]*\)|https?://\S+|\{\w+\}|\b\d{4}-(?:0\d|1[0-2])(?:-\d{2})?\b`)

// offences are the mistakes of a text. A name may have the quotation marks of its own language; one with German marks
// is a German one.
func offences(lang string, name bool, text string) []string {
	if name && strings.Contains(text, "„") {
		lang = "de"
	}
	text = unset.ReplaceAllStringFunc(text, func(s string) string {
		if s[0] == ']' {
			return "]"
		}
		return "x"
	})
	var found []string
	for _, h := range habits {
		if name && strings.HasPrefix(h.name, "quotation marks") || !slices.Contains(strings.Fields(h.langs), lang) {
			continue
		}
		if at := h.found.FindString(text); at != "" {
			found = append(found, h.name+": "+at)
		}
	}
	return found
}

func TestTypography(t *testing.T) {
	for _, x := range texts(t) {
		if strings.HasPrefix(x.file, "i18n/") && isPattern(x.field) {
			continue
		}
		for _, o := range offences(x.lang, x.class == field.Name, x.text) {
			t.Errorf("%s, %s (%s): %s", x.file, x.field, x.lang, o)
		}
	}
}

// isPattern tells the keys of the interface's words that are patterns and marks, not texts.
func isPattern(key string) bool {
	first, _, _ := strings.Cut(key, ".")
	return slices.Contains([]string{"quotes", "join", "number", "dates", "direction"}, first)
}

func TestOffences(t *testing.T) {
	for _, test := range []struct {
		lang, text string
		wrong      bool
	}{
		{"de", `Der "Runde Tisch"`, true},
		{"de", "Der „Runde Tisch“", false},
		{"de", "Der „Runde Tisch”", true},
		{"de", "2015-2016", true},
		{"de", "2015–2016", false},
		{"de", "Stadt - Land", true},
		{"de", "Haus- und Grundstück", false},
		{"de", "gut !", true},
		{"de", "50 %", true},
		{"de", "50\u00a0%", false},
		{"de", "[x](sheet:trier-west) und https://a.example/?b=1-2", false},
		{"en", "the city's letter", true},
		{"en", "the city’s letter", false},
		{"en", "a „word“", true},
		{"en", "Monday ...", true},
		{"fr", "l'appel", true},
		{"fr", "« ville »", true},
		{"fr", "«\u202fville\u202f»", false},
		{"fr", "Où ?", true},
		{"fr", "Où?", true},
		{"fr", "Où\u202f?", false},
		{"fr", "deux\u202f; trois", false},
		{"fr", "deux\u00a0; trois", true},
		{"fr", "deux : trois", true},
		{"fr", "deux\u00a0: trois", false},
		{"fr", "«\u202fville\u202f»\u00a0: [lien](sheet:metz)", false},
	} {
		if found := offences(test.lang, false, test.text); len(found) > 0 != test.wrong {
			t.Errorf("%s: %q has %q", test.lang, test.text, found)
		}
	}
}
