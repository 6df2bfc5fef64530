package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
)

func TestLanguage(t *testing.T) {
	french := t.TempDir()
	spanish := t.TempDir()
	for dir, langs := range map[string]string{french: "[fr, de]", spanish: "[es, de]"} {
		text := "title: {fr: T}\nbase_url: https://example.org/\nlanguages: " + langs + "\n"
		if err := os.WriteFile(filepath.Join(dir, "site.yaml"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, test := range []struct{ args, env, want string }{
		{"", "", "en"},
		{"--ui de check", "LC_ALL=fr_FR.UTF-8", "de"},
		{"check --ui=fr", "LANG=de_DE.UTF-8", "fr"},
		{"check", "LANG=de_AT.UTF-8", "de"},
		{"check", "LC_ALL=C LC_MESSAGES=de LANG=de", "en"},
		{"check", "LC_MESSAGES=fr.UTF-8 LANG=de", "fr"},
		{"check -- --ui de", "", "en"},
		{"check --ui", "", "en"},
		{"check -C " + french, "LANG=C.UTF-8", "fr"},
		{"check -C" + french, "LANG=POSIX", "fr"},
		{"check --dir=" + french, "LANG=es_ES", "fr"},
		{"check -C " + french, "LANG=en_GB", "en"},
		{"check -C " + spanish, "", "en"},
	} {
		env := map[string]string{}
		for _, pair := range strings.Fields(test.env) {
			name, value, _ := strings.Cut(pair, "=")
			env[name] = value
		}
		if got := language(strings.Fields(test.args), func(name string) string { return env[name] }); got != test.want {
			t.Errorf("%s praxisblatt %s speaks %s instead of %s", test.env, test.args, got, test.want)
		}
	}
}

func TestTable(t *testing.T) {
	table := table{
		head: []string{"Sheet", "de", "Due"},
		rows: [][]cell{
			{{text: "trier-integration-concept"}, {"missing", red}, {text: ""}},
			{{text: "metz"}, {text: "ok"}, {text: "2026"}},
		},
	}
	for _, test := range []struct {
		columns int
		colour  bool
		want    string
	}{
		{0, false, "Sheet                      de       Due\ntrier-integration-concept  missing\nmetz                       ok       2026\n"},
		{80, true, "Sheet                      de       Due\ntrier-integration-concept  \x1b[31mmissing\x1b[0m\nmetz                       ok       2026\n"},
		{35, false, "Sheet                 de       Due\ntrier-integration-c…  missing\nmetz                  ok       2026\n"},
		{5, false, "Sheet             de       Due\ntrier-integrati…  missing\nmetz              ok       2026\n"},
	} {
		var b strings.Builder
		if err := table.print(console{out: &b, columns: test.columns, colour: test.colour}); err != nil || b.String() != test.want {
			t.Errorf("in %d columns, %v: %v\n%s", test.columns, test.colour, err, b.String())
		}
	}
}

func TestReviewDue(t *testing.T) {
	for _, test := range []struct{ last, interval, want string }{
		{"2026-01-31", "1d", "2026-02-01"},
		{"2026-01-31", "2w", "2026-02-14"},
		{"2026-01-15", "6m", "2026-07-15"},
		{"2024-02-29", "1y", "2025-03-01"},
		{"2026", "6m", ""},
		{"", "6m", ""},
		{"2026-01-01", "", ""},
		{"2026-01-01", "6", ""},
		{"2026-01-01", "6h", ""},
		{"2026-01-01", "-6m", ""},
	} {
		e := &catalogue.Entry{Original: &sheet.Sheet{Reviewed: sheet.Value{Text: test.last}}}
		day, ok := reviewDue(e, &config.Site{ReviewInterval: field.Value{Text: test.interval}})
		if ok != (test.want != "") || ok && day.String() != test.want {
			t.Errorf("%q and %q are due on %v, %v", test.last, test.interval, day, ok)
		}
	}
}

func TestSeconds(t *testing.T) {
	for lang, want := range map[string]string{"de": "1,25", "fr": "1,25", "en": "1.25"} {
		if got := seconds(1250*time.Millisecond, lang); got != want {
			t.Errorf("%s: %s", lang, got)
		}
	}
}

func TestWrap(t *testing.T) {
	if got, want := wrap("Über  alle Maßen\nlangeswortohneende x", "  ", 12), "  Über alle\n  Maßen\n  langeswortohneende\n  x"; got != want {
		t.Errorf("%q", got)
	}
}
