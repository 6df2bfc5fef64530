package search

import (
	"bytes"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
)

func TestParse(t *testing.T) {
	for _, test := range []struct {
		query string
		want  string
	}{
		{"", ""}, {"  ", ""}, {"-", ""}, {`"`, ""}, {"…?!", ""},
		{"Wohnung Trier", "Wohnung Trier>"},
		{"Wohnung ", "Wohnung"},
		{`"runder Tisch" Trier`, `"runder Tisch" Trier>`},
		{"„runder Tisch“", `"runder Tisch"`}, {"« table ronde »", `"table ronde"`}, {"“round table", `"round table"`},
		{"Spenden -Kleider", "Spenden -Kleider"},
		{"-Wi-Fi frei", `-"Wi Fi" frei>`},
		{"Smartphone-App", "Smartphone App>"},
		{`-"a b"c`, `-"a b" c>`},
		{"l’eau", "l’eau>"},
	} {
		var got []string
		for _, u := range parse(test.query) {
			s := strings.Join(u.words, " ")
			if u.phrase {
				s = `"` + s + `"`
			}
			if u.minus {
				s = "-" + s
			}
			if u.open {
				s += ">"
			}
			got = append(got, s)
		}
		if g := strings.Join(got, " "); g != test.want {
			t.Errorf("%q is %s, not %s", test.query, g, test.want)
		}
	}
}

func TestEdits(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want int
	}{{"unterkunft", "unterkunft", 0}, {"unterkumft", "unterkunft", 1}, {"utnerkunft", "unterkunft", 1}, {"nterkunft", "unterkunft", 1},
		{"unterkunftt", "unterkunft", 1}, {"untrkunf", "unterkunft", 2}, {"garten", "karte", 2}, {"", "abc", 3}, {"haus", "boot", 3}} {
		if got := edits([]rune(test.a), []rune(test.b), 2); got != test.want {
			t.Errorf("%s, %s: %d, not %d", test.a, test.b, got, test.want)
		}
	}
}

func TestSplit(t *testing.T) {
	s := newSplitter(knownNouns(nil))
	for word, want := range map[string]string{
		"Flüchtlingsunterkunft": "fluchtling unterkunft", "Kinderbetreuung": "kind betreuung", "Gemeinschaftsgarten": "gemeinschaft gart",
		"Integrationsplan": "integration plan", "Sprachkurs": "sprach kurs", "Arbeitsmarkt": "arbeit markt", "Gesundheitskarte": "gesundheit kart",
		"Verwaltung": "", "Gemeinschaft": "", "Nachbarschaft": "", "Bürgerinnen": "", "Unterkunft": "", "Haus": "", "Integration": "",
		"Stadtteilzentrum": "stadtteil zentrum",
	} {
		if got := strings.Join(s.split(word), " "); got != want {
			t.Errorf("%s is %q, not %q", word, got, want)
		}
	}
}

// A word of which every end is a noun is split or given up in no time: there are more sequences of these nouns than
// anybody could try.
func TestSplitOfNounsInOneAnother(t *testing.T) {
	known := map[string]bool{}
	for n := shortestHead; n <= 10; n++ {
		known[strings.Repeat("a", n)] = true
	}
	s := newSplitter(known)
	word := "x" + strings.Repeat("a", 99)
	if got := s.split(word); got != nil {
		t.Errorf("%q", got)
	}
	if n := len(s.whole); n == 0 || n > len(word) {
		t.Errorf("%d beginnings were tried of a word of %d letters", n, len(word))
	}
}

// TestLongQuery holds that of a query no more is looked at than anyone types, counted in letters.
func TestLongQuery(t *testing.T) {
	for letter, words := range map[string]int{"a ": longestQuery / 2, "é ": longestQuery / 2, "𝐚 ": longestQuery / 2, ",": 0, `"`: 0, "a,": longestQuery / 2} {
		if got := len(parse(strings.Repeat(letter, 100_000))); got != words {
			t.Errorf("%d words of %q", got, letter)
		}
	}
}

func TestClasses(t *testing.T) {
	before := -1
	for n := range 300000 {
		class := classOf(n)
		if class < before || class > before+1 || leastOf(class) > n || leastOf(class+1) <= n {
			t.Fatalf("%d is in class %d from %d, the next one begins with %d", n, class, leastOf(class), leastOf(class+1))
		}
		before = class
	}
}

// What users of other searches ask for in vain, on the repository's own sheets.
func TestFinds(t *testing.T) {
	for _, test := range []struct{ lang, query, want string }{
		{"de", "Karte", "monheim-health-card"},                    // the end of Gesundheitskarte
		{"de", "Wörterbuch", "arnsberg-fire-service-dictionary"},  // with umlaut
		{"de", "woerterbuch", "arnsberg-fire-service-dictionary"}, // or without
		{"de", "Unterkumft", "konstanz-housing"},                  // a typing error
		{"de", "logement", "konstanz-housing"},                    // another language
		{"fr", "hebergement", "konstanz-housing"},                 // no accents
		{"fr", "l’hébergement", "konstanz-housing"},               // an article
		{"fr", "Suède", "enzkreis-sweden"},                        // a country that only places name
		{"en", "neighborhood", "trier-nord-neighbourhood-work"},   // another spelling
		{"en", `"round table"`, "duesseldorf-round-table-asylum"}, // a phrase
		{"de", "Jugendparlament", "luxembourg-youth-council"},     // a synonym of several words
		{"de", "Bibliotheksangebot", "dbv-library-offers"},        // a compound that nobody wrote
	} {
		res, err := repository()[test.lang].Search(Query{Text: test.query, Most: 12})
		if err != nil {
			t.Fatal(err)
		}
		if !slices.ContainsFunc(res.Hits, func(r Result) bool { return r.ID == test.want }) {
			t.Errorf("%s %q does not find %s but %d others", test.lang, test.query, test.want, len(res.Hits))
		}
	}
}

func TestFilters(t *testing.T) {
	ix := repository()["de"]
	ids := func(q Query) []string {
		res, err := ix.Search(q)
		if err != nil {
			t.Fatal(err)
		}
		var ids []string
		for _, r := range res.Hits {
			ids = append(ids, r.ID)
		}
		return ids
	}
	if got := ids(Query{Text: "Beirat Trier"}); slices.Contains(got, "duesseldorf-round-table-asylum") || len(got) == 0 {
		t.Errorf("the name of a place does not filter: %q", got)
	}
	if a, b := ids(Query{Text: "Beirat Trier"}), ids(Query{Text: "Beirat Trier", Decline: []string{"places:trier"}}); len(b) <= len(a) {
		t.Errorf("a filter that is declined filters: %d and %d results", len(a), len(b))
	}
	if got := ids(Query{Filters: Filters{"themes": {"donations"}, "places": {"metz"}}}); !slices.Equal(got, []string{"metz-call-for-support"}) {
		t.Errorf("filters without words give %q", got)
	}
	with, without := ids(Query{Text: "Spenden "}), ids(Query{Text: "Spenden -Kleidung "})
	if !slices.Contains(with, "metz-call-for-support") || slices.Contains(without, "metz-call-for-support") || len(without) == 0 {
		t.Errorf("with %q, without %q", with, without)
	}
}

// The files are the same whatever the number of processors, and every sheet is
// in every index once.
func TestSameBytes(t *testing.T) {
	p, locales := load(t, os.DirFS("../.."))
	build := func(processors int) *output.Memory {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(processors))
		sink := &output.Memory{}
		if _, err := Build(Options{Plan: p, Locales: locales, Lang: "fr"}, sink); err != nil {
			t.Fatal(err)
		}
		return sink
	}
	one, four := build(1), build(4)
	n := 0
	for f := range one.All() {
		n++
		if data, _ := four.Bytes(f.Path); !bytes.Equal(data, f.Bytes) {
			t.Errorf("%s differs", f.Path)
		}
	}
	if n != len(slices.Collect(four.All())) {
		t.Error("there are more files with four processors")
	}
	seen := map[string]bool{}
	res, err := repository()["fr"].Search(Query{Facets: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range res.Hits {
		if seen[r.ID] {
			t.Errorf("%s is there twice", r.ID)
		}
		seen[r.ID] = true
	}
	if len(seen) != len(p.Catalogue.Entries) {
		t.Errorf("%d of %d sheets are in the index", len(seen), len(p.Catalogue.Entries))
	}
}

// A file that was cut is an error, not a wrong result.
func TestDamaged(t *testing.T) {
	p, locales := load(t, os.DirFS("../.."))
	sink := &output.Memory{}
	manifest, err := Build(Options{Plan: p, Locales: locales, Lang: "de"}, sink)
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range []string{"d", "t", "x", "w", "p", "f", "e"} {
		for cut := 1; cut < 4; cut++ {
			ix, err := Open("de", manifest, func(path string) ([]byte, error) {
				data, _ := sink.Bytes(path)
				if strings.HasPrefix(strings.TrimPrefix(path, Dir("de")), kind) {
					data = data[:len(data)*cut/4]
				}
				return data, nil
			})
			if err != nil {
				t.Fatal(err)
			}
			if _, err := ix.Search(Query{Text: `Unterkumft "runder Tisch"`, Facets: true}); err == nil {
				t.Errorf("files of kind %s that were cut at %d/4 give no error", kind, cut)
			}
		}
	}
}

func FuzzDecodeShard(f *testing.F) {
	p, locales := load(f, os.DirFS("../.."))
	sink := &output.Memory{}
	manifest, err := Build(Options{Plan: p, Locales: locales, Lang: "en"}, sink)
	if err != nil {
		f.Fatal(err)
	}
	ix := open(f, "en", manifest, sink)
	for at, first := range ix.top.firsts {
		var lines, data string
		if err := ix.load("d"+fileKey(first)+"-"+ix.top.hashes[at], &lines, &data); err != nil {
			f.Fatal(err)
		}
		f.Add(lines, data)
	}
	f.Fuzz(func(t *testing.T, lines, data string) {
		entries, err := decodeShard(lines, data, place{})
		for _, e := range entries {
			if err == nil && e.df > 0 && e.long[0] == "" && len(e.postings.docs) != e.df {
				t.Errorf("%s: %d of %d postings", e.name, len(e.postings.docs), e.df)
			}
		}
	})
}

func TestSnippetsMarkWholeWords(t *testing.T) {
	for lang, ix := range repository() {
		for _, query := range []string{"Wohnung", "réfugiés", "volunteers", "Stadt"} {
			res, err := ix.Search(Query{Text: query})
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range res.Hits {
				for _, m := range r.Snippet.Marks {
					word := r.Snippet.Text[m[0]:m[1]]
					if word == "" || strings.ContainsAny(word, " .,") {
						t.Errorf("%s %q: %s marks %q", lang, query, r.ID, word)
					}
				}
			}
		}
	}
}
