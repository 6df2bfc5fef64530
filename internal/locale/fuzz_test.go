package locale_test

import (
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
