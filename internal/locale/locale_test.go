package locale_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"gitlab.opencode.de/praxisblatt/praxisblatt/i18n"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edtf"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/locale"
)

func load(t *testing.T, own map[string]string, langs ...string) (*locale.Set, []diag.Diagnostic) {
	t.Helper()
	files := fstest.MapFS{}
	for lang, text := range own {
		files[lang+".yaml"] = &fstest.MapFile{Data: []byte(text)}
	}
	return locale.Load(i18n.Files, files, langs)
}

func builtIn(t *testing.T) *locale.Set {
	t.Helper()
	s, ds := load(t, nil, "de", "fr", "en")
	for _, d := range ds {
		t.Errorf("%s: %s", d.Path(), d.Text("en"))
	}
	return s
}

func TestDate(t *testing.T) {
	s := builtIn(t)
	for _, test := range []struct{ in, de, fr, en string }{
		{"2015", "2015", "2015", "2015"},
		{"2015-09", "September 2015", "septembre 2015", "September 2015"},
		{"2016-21", "Frühjahr 2016", "printemps 2016", "spring 2016"},
		{"2016-24", "Winter 2016", "hiver 2016", "winter 2016"},
		{"2015~", "um 2015", "vers 2015", "around 2015"},
		{"2015?", "2015 (unsicher)", "2015 (date incertaine)", "2015 (uncertain)"},
		{"2016-11-01", "1. November 2016", "1er novembre 2016", "1 November 2016"},
		{"2016-11-21", "21. November 2016", "21 novembre 2016", "21 November 2016"},
		{"199X", "1990er Jahre", "années 1990", "1990s"},
		{"19XX", "1900–1999", "1900–1999", "1900–1999"},
		{"2016-XX", "2016", "2016", "2016"},
	} {
		d, err := edtf.Parse(test.in)
		if err != nil {
			t.Fatal(err)
		}
		for lang, want := range map[string]string{"de": test.de, "fr": test.fr, "en": test.en} {
			if got := s.Locale(lang).Date(d); got != want {
				t.Errorf("%s in %s is %q, want %q", test.in, lang, got, want)
			}
		}
	}
}

func TestPeriod(t *testing.T) {
	s := builtIn(t)
	for _, test := range []struct{ single, from, to, de, fr, en string }{
		{"", "", "", "", "", ""},
		{"2016-04", "", "", "April 2016", "avril 2016", "April 2016"},
		{"", "2015", "2016", "2015–2016", "2015–2016", "2015–2016"},
		{"2015/2016", "", "", "2015–2016", "2015–2016", "2015–2016"},
		{"", "2015", "2015", "2015", "2015", "2015"},
		{"", "2015", "..", "seit 2015", "depuis 2015", "since 2015"},
		{"", "2015", "", "ab 2015", "dès 2015", "from 2015"},
		{"", "2015-09-12", "", "ab dem 12. September 2015", "dès le 12 septembre 2015", "from 12 September 2015"},
		{"", "2016-22", "..", "seit Sommer 2016", "depuis l’été 2016", "since summer 2016"},
		{"", "2015~", "..", "seit etwa 2015", "depuis environ 2015", "since about 2015"},
		{"", "", "2016-09-14", "bis zum 14. September 2016", "jusqu’au 14 septembre 2016", "until 14 September 2016"},
		{"", "2016-09-11", "2016-09-14", "11.–14. September 2016", "11–14 septembre 2016", "11–14 September 2016"},
		{"", "2016-09-01", "2016-09-14", "1.–14. September 2016", "1er–14 septembre 2016", "1–14 September 2016"},
		{"", "2016-04", "2016-09", "April–September 2016", "avril–septembre 2016", "April–September 2016"},
		{"", "2016-04", "2016-09-14", "April 2016 – 14. September 2016", "avril 2016 – 14 septembre 2016", "April 2016 – 14 September 2016"},
		{"im Sommer", "", "", "im Sommer", "im Sommer", "im Sommer"},
	} {
		for lang, want := range map[string]string{"de": test.de, "fr": test.fr, "en": test.en} {
			if got := s.Locale(lang).Period(test.single, test.from, test.to); got != want {
				t.Errorf("%q, %q to %q in %s is %q, want %q", test.single, test.from, test.to, lang, got, want)
			}
		}
	}
}

func TestPlural(t *testing.T) {
	s := builtIn(t)
	for _, test := range []struct {
		lang string
		n    int
		want string
	}{
		{"de", 0, "0 Einträge"}, {"de", 1, "1 Eintrag"}, {"de", 1234, "1.234 Einträge"},
		{"fr", 0, "0 fiche"}, {"fr", 1, "1 fiche"}, {"fr", 2, "2 fiches"}, {"fr", 1234, "1\u202f234 fiches"},
		{"en", 0, "0 entries"}, {"en", 1, "1 entry"}, {"en", 1234, "1,234 entries"},
	} {
		if got := s.Locale(test.lang).N("list.count", test.n); got != test.want {
			t.Errorf("%d in %s is %q, want %q", test.n, test.lang, got, test.want)
		}
	}
}

func TestNumber(t *testing.T) {
	s := builtIn(t)
	for in, want := range map[string]string{"46": "46", "-1234567.5": "−1.234.567,5", "12a": "12a", "": "", "999": "999", ".5": ".5"} {
		if got := s.Locale("de").Number(in); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
	if got := s.Locale("fr").Percent(0.745); got != "75\u202f%" {
		t.Errorf("Percent is %q", got)
	}
}

func TestNames(t *testing.T) {
	s := builtIn(t)
	for _, test := range []struct{ got, want string }{
		{s.Locale("de").LanguageName("ar"), "Arabisch"},
		{s.Locale("fr").LanguageName("ar"), "arabe"},
		{s.Locale("en").LanguageName("nothing-at-all"), "nothing-at-all"},
		{s.Locale("fr").CountryName("DE"), "Allemagne"},
		{s.Locale("de").CountryName("XX9"), "XX9"},
		{s.Locale("fr").Join([]string{"a", "b", "c"}), "a, b et c"},
		{s.Locale("fr").Name, "Français"},
		{s.Locale("de").Value("status", "finished"), "Abgeschlossen"},
		{s.FieldLabels()["projekttrager"], "carrier"},
		{s.FieldLabels()["organismeporteur"], "carrier"},
		{s.FieldLabels()["titre"], "title"},
		{s.FieldLabels()["nom"], "name"},
		{s.ValueLabels("status")["termine"], "finished"},
		{locale.Direction("ar"), "rtl"},
		{locale.Direction("fa-AF"), "rtl"},
		{locale.Direction("fr"), "ltr"},
	} {
		if test.got != test.want {
			t.Errorf("%q, want %q", test.got, test.want)
		}
	}
}

func TestCompare(t *testing.T) {
	s := builtIn(t)
	for lang, want := range map[string][]string{
		"de": {"Aachen", "Ärzte", "Auto", "Beispiel 2", "Beispiel 10", "Zentrum"},
		"fr": {"cote", "côte", "coté", "côté", "Écoles", "Etat"},
	} {
		got := slices.Clone(want)
		slices.Reverse(got)
		slices.SortFunc(got, s.Locale(lang).Compare)
		if lang == "fr" { // accents from the left or from the end of a word: both are in use
			got, want = got[4:], want[4:]
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 100 {
				s.Locale("de").Compare("Übergang", "Unterkunft")
			}
		})
	}
	wg.Wait()
}

func TestOwnWords(t *testing.T) {
	s, ds := load(t, map[string]string{"de": "list:\n  title: Alle Blätter\n"}, "de")
	if len(ds) > 0 {
		t.Errorf("findings: %v", ds)
	}
	if got := s.Locale("de").T("list.title"); got != "Alle Blätter" {
		t.Errorf("the own word is %q", got)
	}
	if got := s.Locale("de").T("list.empty"); !strings.HasPrefix(got, "Hier") {
		t.Errorf("the other words are %q", got)
	}
}

func TestFallback(t *testing.T) {
	s, ds := load(t, map[string]string{"ar": "language: العربية\nlist:\n  title: كل المدخلات\n"}, "de", "ar")
	if len(ds) != 1 || ds[0].Rule.Name != "words-missing" {
		t.Errorf("findings: %v", ds)
	}
	ar := s.Locale("ar")
	if ar.Dir != "rtl" || ar.Name != "العربية" {
		t.Errorf("direction %q, name %q", ar.Dir, ar.Name)
	}
	if text, lang := ar.Word("list.empty"); lang != "en" || text == "" {
		t.Errorf("the word that is missing is %q in %q", text, lang)
	}
	if got := ar.N("list.count", 3); got != "3 entries" {
		t.Errorf("English words are counted in English: %q", got)
	}
}

func TestFindings(t *testing.T) {
	for _, test := range []struct{ yaml, rule, suggestion, at string }{
		{"list:\n  titel: x\n", "unknown-word", "list.title", "titel"},
		{"list:\n  count: x\n", "word-shape", "", "count"},
		{"list:\n  count: {other: x}\n", "plural-form", "", "count"},
		{"list:\n  count: {one: x, few: z, other: x}\n", "plural-form", "", "count"},
		{"dates:\n  months: [a, b]\n", "word-shape", "", "months"},
		{"list:\n  page: \"{number}\"\n", "word-placeholder", "", "page"},
		{"list: [a\n", "yaml-bracket", "", ""},
	} {
		_, ds := load(t, map[string]string{"de": test.yaml}, "de")
		if len(ds) != 1 || ds[0].Rule.Name != test.rule || ds[0].Suggestion != test.suggestion || test.at != "" && ds[0].Span.Text() != test.at {
			t.Errorf("%q: %v, want %s at %s", test.yaml, ds, test.rule, test.at)
		}
	}
}

func TestLanguages(t *testing.T) {
	set, _ := locale.Load(i18n.Files, nil, []string{"de"})
	l := set.Locale("de")
	codes := l.Languages()
	for _, code := range []string{"de", "fr", "en", "ar", "uk", "lb", "he", "fa"} {
		if !slices.Contains(codes, code) {
			t.Errorf("%s is missing", code)
		}
	}
	for _, code := range []string{"iw", "xx"} {
		if slices.Contains(codes, code) {
			t.Errorf("%s is no current code", code)
		}
	}
	if a, b := slices.Index(codes, "ar"), slices.Index(codes, "zh"); a > b {
		t.Error("Chinesisch stands before Arabisch")
	}
}

// TestLuxembourgish holds that what ships in Luxembourgish is without a fault, and nearly whole: words that were added
// elsewhere show in English until they are translated.
func TestLuxembourgish(t *testing.T) {
	set, ds := load(t, nil, "lb")
	for _, d := range ds {
		if d.Rule.Name != "words-missing" {
			t.Errorf("%s: %s", d.Path(), d.Text("en"))
		}
	}
	lb, own, all := set.Locale("lb"), 0, 0
	for key := range lb.Keys() {
		all++
		if _, lang := lb.Word(key); lang == "lb" {
			own++
		}
	}
	if own < all*9/10 {
		t.Errorf("%d of %d words are in Luxembourgish", own, all)
	}
}

// Sorted by their keys, texts stand as they do when each is compared with the others.
func TestSort(t *testing.T) {
	set := builtIn(t)
	l := set.Locale("de")
	texts := []string{"Zug", "Äpfel", "apfel", "Apfel", "Straße", "Strasse", "10 a", "9 a", "", "é", "e\u0301", "Zug", "Übach", "Ubach", "a-b", "a b", "ab"}
	random := rand.New(rand.NewPCG(1, 2))
	for range 50 {
		random.Shuffle(len(texts), func(i, j int) { texts[i], texts[j] = texts[j], texts[i] })
		got, want := slices.Clone(texts), slices.Clone(texts)
		locale.Sort(l, got, func(s string) string { return s })
		slices.SortStableFunc(want, l.Compare)
		if !slices.Equal(got, want) {
			t.Fatalf("%q, want %q", got, want)
		}
	}
}
