package cli

import (
	"context"
	"errors"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/search"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/site"
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

// TestObeyed holds that texts of a catalogue are no commands for a terminal.
func TestObeyed(t *testing.T) {
	const attack = "x\x1b[2J\n::stop-commands::evil"
	var b strings.Builder
	hit := search.Result{ID: attack, Title: attack, Snippet: &search.Snippet{Text: attack}, Reasons: []search.Reason{{Word: attack, Label: attack}}}
	results := search.Results{Total: 1, Hits: []search.Result{hit}, Meant: map[string]string{attack: attack}, Terms: []search.Term{{Label: attack, Word: attack, Applied: true}},
		Ways: []search.Way{{Kind: search.Near, Label: attack}}}
	rows := table{head: []string{"Sheet"}, rows: [][]cell{{{text: attack}}}}
	if err := errors.Join(printResults(&b, results, "en"), rows.print(console{out: &b})); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(b.String(), "evil"); n < 9 || strings.ContainsAny(b.String(), "\x1b") || strings.Contains(b.String(), "\n::") {
		t.Errorf("%d: %q", n, b.String())
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
	if got := wrap("a b\u00a0: c", "", 4); got != "a\nb\u00a0:\nc" {
		t.Errorf("%q", got)
	}
	if got, want := wrap("Über  alle Maßen\nlangeswortohneende x", "  ", 12), "  Über alle\n  Maßen\n  langeswortohneende\n  x"; got != want {
		t.Errorf("%q", got)
	}
}

// TestServeTaken holds that a port which another program has is named in every language.
func TestServeTaken(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	for _, lang := range languages {
		_, err := runServe(t.Context(), serveOptions{site: site.Options{Dir: "testdata/catalogue"}, addr: l.Addr().String()}, console{out: io.Discard, err: io.Discard, lang: lang})
		if text := word(err, lang); !strings.Contains(text, l.Addr().String()) || !strings.Contains(text, "--addr") {
			t.Errorf("%s: %s", lang, text)
		}
	}
}

// TestServeEnds holds that serve says where it is, and that its end is no failure.
func TestServeEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	said := first{cancel: cancel}
	code, err := runServe(ctx, serveOptions{site: site.Options{Dir: "testdata/catalogue"}, addr: "127.0.0.1:0"}, console{out: &said, err: io.Discard, lang: "de"})
	if code != clean || err != nil || !strings.Contains(said.text, "Vorschau: http://127.0.0.1:") || !strings.Contains(said.text, "/editors") {
		t.Errorf("%d, %v: %s", code, err, said.text)
	}
}

// first keeps what is written and cancels at the first of it.
type first struct {
	text   string
	cancel func()
}

func (f *first) Write(p []byte) (int, error) {
	f.text += string(p)
	f.cancel()
	return len(p), nil
}
