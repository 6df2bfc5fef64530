package locale_test

import (
	"cmp"
	"strings"
	"testing"
	"testing/fstest"

	"gitlab.opencode.de/praxisblatt/praxisblatt/i18n"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edtf"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/locale"
)

// FuzzLoad holds that no words of a catalogue make it panic to load them, to put a date or number into them,
// or to sort by them.
func FuzzLoad(f *testing.F) {
	f.Add("dates: {day: \"{day}/{month}/{year}\", months: [a, b]}\nnumber: {decimal: \"\"}\n")
	f.Add("durations: {day: {one: x}}\nlanguage: [a]\ndirection: up\nquotes: []\nlist: {title: {de: x}}\n")
	f.Fuzz(func(t *testing.T, text string) {
		set, _ := locale.Load(i18n.Files, fstest.MapFS{"de.yaml": {Data: []byte(text)}}, []string{"de", "fr"})
		l := set.Locale("de")
		for _, date := range []string{"2026-11-22", "2015", "2016-21", "199X", "2015/2016-04", "2015-09/..", "2016~"} {
			if when, err := edtf.Parse(date); err == nil {
				l.Date(when)
			}
		}
		l.Day(20000)
		l.N("durations.day", 3)
		l.T("list.title")
		l.Compare("a", "ä")
	})
}

// FuzzKey holds that the keys of texts are in the order of the texts.
func FuzzKey(f *testing.F) {
	for _, pair := range [][2]string{
		{"Blatt 2", "Blatt 10"}, {"Ärzte", "Arzt"}, {"côte", "coté"}, {"a", "ab"}, {"ß", "ss"}, {"", "x"}, {"Œuvre", "Oeuvre"}, {"é", "e\u0301"},
		{"Blatt 002", "Blatt 2"}, {"1,5", "1.5"}, {"東京", "京都"}, {"a-b", "ab"}, {"a b", "ab"}, {"\x00", ""}, {"\xff", "a"}, {"١٢", "12"},
	} {
		f.Add(pair[0], pair[1])
	}
	set, _ := locale.Load(i18n.Files, nil, []string{"de", "fr", "en"})
	f.Fuzz(func(t *testing.T, a, b string) {
		for _, lang := range []string{"de", "fr", "en"} {
			l := set.Locale(lang)
			if got, want := cmp.Or(strings.Compare(l.Key(a), l.Key(b)), strings.Compare(a, b)), l.Compare(a, b); got != want {
				t.Errorf("%s: %q and %q are in the order %d by their keys, else %d", lang, a, b, got, want)
			}
		}
	})
}
