package check

import (
	"slices"
	"testing"
)

// TestMistakes holds what is suggested for mistakes that look harmless to whoever
// makes them, and that each has one finding.
func TestMistakes(t *testing.T) {
	const file = "content/sheets/treff/index.de.md"
	for _, test := range []struct{ text, want string }{
		{"title: Ä\nstatus current", ":3:1: error: yaml-key → status: current"},
		{"title: Ä\nstatus; current", ":3:1: error: yaml-key → status: current"},
		{"title: Ä\nEin Satz steht hier.", ":3:1: error: yaml-key"},
		{"title: Ä\ncarrier:\n  name: Ö\n  kind municipality", ":5:3: error: yaml-key → kind: municipality"},
		{"title: Ä\nlinks:\n  -{label: Ö, url: \"https://a.de/\"}\n", ":4:3: error: yaml-key → - {label: Ö, url: \"https://a.de/\"}"},
		{"title: Ä\nthemes:\n- housing\n - work", ":5:2: error: yaml-indent"},
		{"title: Ä\nperiod: 2015-2016", ":3:9: error: date-form → {from: 2015, to: 2016}"},
		{"title: Ä\nperiod: 2015 bis 2016", ":3:9: error: date-form → {from: 2015, to: 2016}"},
		{"title: Ä\nperiod: depuis 2015-06", ":3:9: error: date-form → {from: 2015-06, to: ..}"},
		{"title: Ä\nperiod: 2015 –", ":3:9: error: date-form → {from: 2015, to: ..}"},
		{"title: Ä\nperiod: dès 2015", ":3:9: error: date-form → {from: 2015}"},
		{"title: Ä\nperiod: until 2015", ":3:9: error: date-form → {to: 2015}"},
		{"title: Ä\ncontact:\n  phone: \"0651 718", ":4:10: error: yaml-quote"},
		{"title: Ä\ncontact:\n  email: \"a", ":4:10: error: yaml-quote"},
	} {
		files := mapFS(basic)
		files[file] = mapFS(map[string]string{file: "---\n" + test.text + "\n---\n"})[file]
		found := few(load(t, files), "")
		if got := lines(found); !slices.Equal(got, []string{file + test.want}) {
			t.Errorf("%q has %q", test.text, got)
		}
		worded(t, found)
	}
}
