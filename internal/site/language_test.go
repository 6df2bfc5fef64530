package site

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/pdfcheck"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/search"
)

// TestLanguageMore builds catalogues in languages that the program was not written for: one whose words are built in, and
// one that brings its own, from right to left, with six plural forms.
func TestLanguageMore(t *testing.T) {
	for _, test := range []struct {
		name, lang string
		findings   []string
		pages      map[string][]string // what stands on a page
		query, id  string
		entries    map[int]string // how many entries are counted
	}{
		{"luxembourgish", "lb", nil, map[string][]string{
			"lb/index.html":           {`<html lang="lb" dir="ltr">`, ">Themen<", "1 Entrée"},
			"lb/sheets/eng-plaz.html": {"zanter dem 1. Mäerz 2015", "Dozou seet d’Quell näischt."},
			"lb/pages/privacy.html":   {`<h1 lang="de" dir="ltr">Datenschutz</h1>`, `content="noindex"`, "Dës Säit gëtt et nëmmen op Däitsch."},
			"de/sheets/eng-plaz.html": {`<h1 lang="lb" dir="ltr">`, "nur auf Luxemburgisch"},
		}, "Wunnengen", "eng-plaz", map[int]string{0: "0 Entréeën", 1: "1 Entrée", 2000: "2.000 Entréeën"}},
		{"arabic", "ar", []string{"translation-outdated", "translation-unrecorded", "words-missing"}, map[string][]string{
			"ar/index.html":          {`<html lang="ar" dir="rtl">`, "3 أمثلة", "\u2066from 1 place\u2069", `<span lang="en" dir="ltr">Subscribe to what is new</span>`},
			"ar/sheets/accueil.html": {"منذ 1 مارس 2015", "<h1>استقبال العائلات</h1>"},
			"ar/sheets/deux.html":    {`<h1 lang="fr" dir="ltr">Deux</h1>`, `content="noindex"`},
			"ar/pages/privacy.html":  {`<h1 lang="fr" dir="ltr">Protection des données</h1>`},
			"fr/sheets/accueil.html": {`<li><a href="../../ar/sheets/accueil.html" lang="ar" dir="rtl" hreflang="ar">العربية</a></li>`},
		}, "العائلات", "accueil", map[int]string{0: "لا توجد أمثلة", 1: "مثال واحد", 2: "مثالان", 5: "5 أمثلة", 11: "11 مثالًا", 100: "100 مثال"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			l, sink := rendered(t, archive(t, "testdata/languages/"+test.name+".txtar"))
			var found []string
			for _, d := range l.Findings {
				// A word that was added lately may lack in Luxembourgish.
				if test.lang != "lb" || d.Rule.Name != "words-missing" {
					found = append(found, d.Rule.Name)
				}
			}
			slices.Sort(found)
			if !slices.Equal(found, test.findings) {
				t.Errorf("found %v, not %v", found, test.findings)
			}
			for name, texts := range test.pages {
				page, _ := sink.Bytes(name)
				for _, want := range texts {
					if !strings.Contains(string(page), want) {
						t.Errorf("%s: %q is missing in\n%s", name, want, page)
					}
				}
			}
			for n, want := range test.entries {
				if got := l.Locales.Locale(test.lang).N("list.count", n); got != want {
					t.Errorf("%d entries are %q, not %q", n, got, want)
				}
			}
			index := indexed(t, l, test.lang)
			results, err := index.Search(search.Query{Text: test.query})
			if err != nil || len(results.Hits) != 1 || results.Hits[0].ID != test.id {
				t.Errorf("%s finds %v, %v", test.query, results.Hits, err)
			}
			printable(t, l, test.id, test.lang)
		})
	}
}

// indexed returns the search index of a language.
func indexed(t *testing.T, l *Loaded, lang string) *search.Index {
	t.Helper()
	var files output.Memory
	manifest, err := search.Build(l.searchOptions(lang), &files)
	if err != nil {
		t.Fatal(err)
	}
	index, err := search.Open(lang, manifest, func(path string) ([]byte, error) {
		data, ok := files.Bytes(path)
		if !ok {
			return nil, search.ErrCorrupt
		}
		return data, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return index
}

// printable holds that a pack in a language can be printed and is sound.
func printable(t *testing.T, l *Loaded, id, lang string) {
	t.Helper()
	r, err := l.Pack(PackOptions{Choice: plan.Choice{Names: []string{id}, Langs: []string{lang}}})
	if err != nil {
		t.Fatal(err)
	}
	f, err := pdfcheck.Read(r.PDF)
	if err != nil {
		t.Fatal(err)
	}
	for _, failure := range f.Failures() {
		t.Error(failure)
	}
}

func archive(t *testing.T, name string) fs.FS {
	t.Helper()
	a, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, f := range a.Files {
		files[path.Clean(f.Name)] = &fstest.MapFile{Data: f.Data}
	}
	return files
}

// TestLanguageTwice holds that a language that is named twice is one finding, and one folder where the site is built all the same.
func TestLanguageTwice(t *testing.T) {
	files := golden(t)
	settings := string(files["site.yaml"].Data)
	twice := strings.Replace(settings, "languages: [", "languages: [fr, ", 1)
	if twice == settings {
		t.Fatal("site.yaml has no list of languages")
	}
	files["site.yaml"] = &fstest.MapFile{Data: []byte(twice)}
	l, sink := rendered(t, files)
	var found []string
	for _, d := range l.Findings {
		if d.Rule.Severity == diag.Error {
			found = append(found, d.Rule.Name)
		}
	}
	if !slices.Equal(found, []string{"language-doubled"}) {
		t.Errorf("found %v", found)
	}
	if _, ok := sink.Bytes("fr/search.html"); !ok {
		t.Error("there is no site")
	}
}
