package check

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
)

var update = flag.Bool("update", false, "write what is found into testdata, unless the number of findings changes")

// TestRules checks the small catalogues of testdata, one a rule, named by it:
// the findings are those in the file "want". Files that an archive does not
// have are those of basic. In its texts ‹C2 AD› stands for bytes that an editor
// would not show, ‹PNG› for a picture (see pictures).
func TestRules(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			files := map[string]string{}
			for name, text := range basic {
				files[name] = text
			}
			want := -1
			for i, f := range archive.Files {
				if f.Name == "want" {
					want = i
					continue
				}
				files[f.Name] = unescape(string(f.Data))
			}
			if want < 0 {
				archive.Files = append(archive.Files, txtar.File{Name: "want"})
				want = len(archive.Files) - 1
			}
			only := strings.TrimSuffix(filepath.Base(name), ".txtar")
			found := few(load(t, mapFS(files)), only)
			worded(t, found)
			got := strings.Join(lines(found), "\n") + "\n"
			if old := string(archive.Files[want].Data); old != got {
				if !*update {
					t.Errorf("got\n%swant\n%s", got, old)
					return
				}
				if n := strings.Count(old, "\n"); n > 0 && n != len(found) {
					t.Fatalf("%d findings instead of %d: change the number by hand\n%s", len(found), n, got)
				}
				archive.Files[want].Data = []byte(got)
				if err := os.WriteFile(name, txtar.Format(archive), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			if crlf := strings.Join(lines(few(load(t, mapFS(windows(files))), only)), "\n") + "\n"; crlf != got {
				t.Errorf("with the line ends of Windows\n%sinstead of\n%s", crlf, got)
			}
			if !strings.Contains(got, ": "+only) {
				t.Errorf("%s is not found in\n%s", only, got)
			}
		})
	}
}

// few leaves out that no sheet uses the terms of basic, where that is not what the
// archive of a rule is about.
func few(ds []diag.Diagnostic, name string) []diag.Diagnostic {
	return slices.DeleteFunc(ds, func(d diag.Diagnostic) bool { return d.Rule == &rule.TermUnused && name != d.Rule.Name })
}

// windows returns the files with the line ends of Windows.
func windows(files map[string]string) map[string]string {
	out := map[string]string{}
	for name, text := range files {
		if !sheet.IsImage(name) {
			text = strings.ReplaceAll(text, "\n", "\r\n")
		}
		out[name] = text
	}
	return out
}

// elsewhere are the rules of other rooms, which test them, and what an archive can’t hold.
var elsewhere = []string{
	"path-collision", "file-name", "file-stray", "file-unreadable", "folder-empty", "folder-name", "symlink-outside",
	"file-too-large", "unknown-word", "word-shape", "word-placeholder", "words-missing", "plural-form",
	"character-missing", "image-unreadable", "image-large", "too-many-findings",
}

// TestEveryRule holds that every rule has its archive.
func TestEveryRule(t *testing.T) {
	for _, r := range rule.All() {
		_, err := os.Stat("testdata/" + r.Name + ".txtar")
		if other := slices.Contains(elsewhere, r.Name); (err != nil) != other {
			t.Errorf("%s: archive: %v, of another room: %v", r.Name, err, other)
		}
	}
}

var escape = regexp.MustCompile(`‹[0-9A-Za-z ]+›`)

func unescape(s string) string {
	return escape.ReplaceAllStringFunc(s, func(code string) string {
		if file, ok := pictures()[strings.Trim(code, "‹›")]; ok {
			return file
		}
		var b []byte
		for hex := range strings.FieldsSeq(strings.Trim(code, "‹›")) {
			n, _ := strconv.ParseUint(hex, 16, 8) // the expression lets nothing else through
			b = append(b, byte(n))
		}
		return string(b)
	})
}

var placeholderLeft = regexp.MustCompile(`\{[a-z]+\}`)

// worded holds that every finding can be worded in three languages, with a value
// for each placeholder, and stands inside its source.
func worded(t *testing.T, ds []diag.Diagnostic) {
	t.Helper()
	for _, d := range ds {
		for _, lang := range []string{"de", "fr", "en"} {
			bare := d
			bare.Args = slices.Clone(d.Args)
			for i := 1; i < len(bare.Args); i += 2 {
				bare.Args[i] = "" // what editors write may have braces in it
			}
			if left := placeholderLeft.FindString(bare.Text(lang)); left != "" {
				t.Errorf("%s: nothing given for %s in: %s", d.Rule.Name, left, d.Text(lang))
			}
		}
		inside(t, d.Span)
	}
}

func inside(t *testing.T, s diag.Span) {
	t.Helper()
	if s.Source != nil && (s.Start < 0 || s.Start > s.End || s.End > len(s.Source.Text())) {
		t.Errorf("%s: the span %d–%d is outside of the text of %d bytes", s.Source.Path, s.Start, s.End, len(s.Source.Text()))
	}
}

// basic is a catalogue without a fault, to which the archives add theirs.
var basic = map[string]string{
	"site.yaml": `title: {de: Gute Praxis, fr: Bonnes pratiques, en: Good practice}
base_url: https://praxis.example/
languages: [de, fr, en]
publisher: {name: Stadt Trier}
accessibility: {law: [de], status: partial, assessed: 2026-11-01, method: self}
review_interval: 6m
`,
	"content/vocabulary/themes.yaml": `housing: {label: {de: Wohnen, fr: Logement, en: Housing}, also: {de: [Unterkunft]}}
work: {label: {de: Arbeit, fr: Travail, en: Work}}
volunteering: {label: {de: Ehrenamt, fr: Bénévolat, en: Volunteering}}
`,
	"content/vocabulary/audiences.yaml": `refugees: {label: {de: Geflüchtete, fr: Réfugiés, en: Refugees}}
`,
	"content/vocabulary/carriers.yaml": `municipality: {label: {de: Kommune, fr: Commune, en: Municipality}}
association: {label: {de: Verein, fr: Association, en: Association}}
`,
	"content/vocabulary/places.yaml": `trier: {label: {de: Trier, fr: Trèves, en: Trier}, kind: city, country: DE, lat: 49.757, lon: 6.641}
metz: {label: {de: Metz, fr: Metz, en: Metz}, kind: city, country: FR}
`,
	"content/vocabulary/activities.yaml": `exchange: {label: {de: Austausch, fr: Échange, en: Exchange}}
`,
	"content/sheets/trier-concept/index.de.md": `---
title: Konzept
---
`,
}
