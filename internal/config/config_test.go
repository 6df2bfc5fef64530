package config

import (
	"slices"
	"strings"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edtf"
)

const whole = `title: {de: Katalog, fr: Catalogue}
base_url: https://example.org/praxis/
languages: [de, fr]
raw_html: true
`

// parse returns the settings, and the findings as "rule argument".
func parse(text string) (*Site, string) {
	s, ds := Parse(diag.NewSource(Path, text))
	var found []string
	for _, d := range ds {
		name := d.Rule.Name
		if len(d.Args) > 1 {
			name += " " + d.Args[1]
		}
		found = append(found, name)
	}
	return s, strings.Join(found, ", ")
}

func TestParse(t *testing.T) {
	for _, test := range []struct{ name, text, langs, found string }{
		{"all that is required", whole, "de fr", ""},
		{"nothing", "", "de fr en", "required-field title, required-field base_url, required-field languages"},
		{"no languages", "title: {de: A}\nbase_url: https://a.de/\n", "de fr en", "required-field languages"},
		{"a language twice", "title: {de: A}\nbase_url: https://a.de/\nlanguages: [de, fr, de, FR]\n", "de fr", ""},
		{"languages as a text", "title: {de: A}\nbase_url: https://a.de/\nlanguages: de, fr\n", "de fr", "list-as-text"},
		{"languages that can't be read", "title: {de: A}\nbase_url: https://a.de/\nlanguages: {de: x}\n", "de fr en", "expected-list"},
		{"a misspelt key is not called missing too", "titel: {de: A}\nbase_url: https://a.de/\nlanguages: [de]\n", "de", "unknown-key titel"},
		{"a list for a map", "- a\n", "de fr en", "yaml-key"},
	} {
		s, found := parse(test.text)
		if langs := strings.Join(s.Langs(), " "); langs != test.langs || found != test.found {
			t.Errorf("%s: %s with %q, not %s with %q", test.name, langs, found, test.langs, test.found)
		}
		if s.HasLang("FR") {
			t.Errorf("%s: a language in letters that no folder has", test.name)
		}
	}
}

func TestSite(t *testing.T) {
	s, _ := parse(whole)
	if s.Default() != "de" || !s.HasLang("fr") || s.HasLang("en") || !s.AllowsHTML() {
		t.Errorf("default %s, fr %v, en %v, HTML %v", s.Default(), s.HasLang("fr"), s.HasLang("en"), s.AllowsHTML())
	}
	for _, test := range []struct{ base, path, url string }{
		{"https://example.org", "/", "https://example.org/de/index.html"},
		{"https://example.org/", "/", "https://example.org/de/index.html"},
		{"https://example.org/a b", "/a%20b/", "https://example.org/a b/de/index.html"},
		{"https://example.org/praxis/", "/praxis/", "https://example.org/praxis/de/index.html"},
		{"%", "/", "%/de/index.html"},
	} {
		s.BaseURL.Text = test.base
		if path, url := s.BasePath(), s.URL("de/index.html"); path != test.path || url != test.url {
			t.Errorf("%s: %s and %s", test.base, path, url)
		}
	}
}

// TestFields holds that the canonical order is that of the struct.
func TestFields(t *testing.T) {
	var keys []string
	for _, f := range Fields() {
		keys = append(keys, f.Key)
	}
	want := strings.Fields("title base_url languages publisher license repository branch review_interval accessibility host privacy map pdf raw_html")
	if !slices.Equal(keys, want) {
		t.Errorf("%v, not %v", keys, want)
	}
}

func TestInterval(t *testing.T) {
	for _, test := range []struct{ from, interval, want string }{
		{"2026-01-31", "1d", "2026-02-01"},
		{"2026-01-31", "2w", "2026-02-14"},
		{"2026-01-15", "6m", "2026-07-15"},
		{"2026-01-31", "1m", "2026-03-03"},
		{"2024-02-29", "1y", "2025-03-01"},
		{"2026-01-01", "9999d", "2053-05-18"},
		{"2026-01-01", "", ""},
		{"2026-01-01", "m", ""},
		{"2026-01-01", "6", ""},
		{"2026-01-01", "6h", ""},
		{"2026-01-01", "06m", ""},
		{"2026-01-01", "-6m", ""},
		{"2026-01-01", "1.5m", ""},
		{"2026-01-01", "10000d", ""},
	} {
		from, err := edtf.ParseDay(test.from)
		if err != nil {
			t.Fatal(err)
		}
		i, ok := ParseInterval(test.interval)
		if ok != (test.want != "") || ok && i.After(from).String() != test.want {
			t.Errorf("%s after %s: %v, %v, not %s", test.interval, test.from, i.After(from), ok, test.want)
		}
	}
}

func TestMissedColon(t *testing.T) {
	_, ds := Parse(diag.NewSource(Path, "title: {de: Ä}\nbase_url: https://a.de/\nlanguages [de]\n"))
	if len(ds) != 1 || ds[0].Suggestion != "languages: [de]" {
		t.Errorf("%v", ds)
	}
}

func TestMailto(t *testing.T) {
	for address, want := range map[string]string{
		"post@stadt.de": "mailto:post@stadt.de", "a.b+c@bürger.de": "mailto:a.b+c@bürger.de", "": "", "stadt.de": "", "a@b.de?bcc=c@d.de": "", "a@b.de,c@d.de": "", "a@b.de;c@d.de": "",
		"a@b.de&body=x": "", "a@b.de%0Abcc:c@d.de": "", "a@b.de\nContact: x": "", "a@b.de\u2028x": "", "a@b.de\u0085x": "", "a@b.de x": "", `"a"@b.de`: "", "<a@b.de>": "", "javascript:a@b.de": "",
	} {
		if got := Mailto(address); got != want {
			t.Errorf("%q: %q", address, got)
		}
	}
}
