package search

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/bench/corpus"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/browser"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/bundle"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/locale"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/search/analyze"
	"gitlab.opencode.de/praxisblatt/praxisblatt/layouts"
)

// harness opens the parts of the client to a test.
const harness = `
import { Chain, words } from "./analyze";
import { stops } from "./stops";
import { shard } from "./decode";
import { Index } from "./index";
import { Damaged } from "./damaged";
import { scripts } from "./load";
import { more } from "./more";
import { Search } from "./search";
import { row } from "./view";
import { ways } from "./ways";
const searches = {};
let early = 0;
async function searchIn(folder, manifest) {
  return (searches[manifest] ??= new Search(await Index.open(scripts(folder), manifest), async () => more));
}
globalThis.harness = {
  words, stops: (langs) => Object.fromEntries(langs.map((lang) => [lang, stops(lang).join(" ")])),
  early: () => early,
  shard(lines, data) {
    try {
      return shard(lines, data, { part: 0, at: 0 }).every((e) => e.long || (e.postings?.docs.length ?? 0) === e.df) ? "whole" : "odd";
    } catch (err) {
      return err instanceof Damaged ? "damaged" : String(err);
    }
  },
  async keys(folder, manifest, queries) {
    const s = await searchIn(folder, manifest);
    const list = document.body.appendChild(document.createElement("ol"));
    const key = async (text) => {
      const from = performance.now();
      const r = await s.run({ text, filters: {}, most: 10, facets: false, decline: [] });
      list.replaceChildren(...r.hits.map((h) => row({ ...h, snippet: async () => undefined }, { lang: "de" })));
      if (r.total === undefined) await r.rest();
      return performance.now() - from;
    };
    for (const q of queries) await key(q);
    const times = queries.map(() => Infinity);
    for (let round = 0; round < 5; round++) for (let i = 0; i < queries.length; i++) times[i] = Math.min(times[i], await key(queries[i]));
    return times;
  },
  terms: (lang, list) => { const c = new Chain(lang); return list.map((w) => [c.term(w), c.fold(w)]); },
  async search(folder, manifest, queries) {
    const s = await searchIn(folder, manifest);
    const all = [];
    for (const q of queries) {
      const r = await s.run(q);
      const hits = await Promise.all(r.hits.map(async (h) => {
        const s = await h.snippet();
        return { id: h.id, score: h.score, reasons: h.reasons, text: s?.text ?? "", marked: (s?.marks ?? []).map(([a, b]) => s.text.slice(a, b)) };
      }));
      all.push({ total: r.total ?? (early++, await r.rest()), hits, meant: r.meant,
        terms: r.terms.map((t) => [t.word, t.facet, t.key, t.applied].join(" ")),
        ways: r.total === 0 ? (await ways(s, q)).map((w) => [w.kind, w.label, w.text, JSON.stringify(w.filters), w.count].join(" ")) : [],
        facets: (q.facets ? r.facets : []).map((f) => f.values.map((v) => v.key + v.count).join(" ")) });
    }
    return all;
  },
};
`

// client opens a page with the client's parts, in a folder.
func client(t *testing.T, dir string) *browser.Page {
	t.Helper()
	files := fstest.MapFS{"search/harness.ts": {Data: []byte(harness)}}
	entries, err := layouts.Files.ReadDir("search")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		data, err := layouts.Files.ReadFile("search/" + e.Name())
		if err != nil {
			t.Fatal(err)
		}
		files["search/"+e.Name()] = &fstest.MapFile{Data: data}
	}
	script, err := bundle.Script(files, "search/harness.ts")
	if err != nil {
		t.Fatal(err)
	}
	page := `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'"><script src="harness.js"></script>`
	for name, data := range map[string]string{"harness.js": string(script), "page.html": page} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return browser.Start(t).Open(t, "file://"+filepath.Join(dir, "page.html"), browser.View{})
}

// call calls a function of the harness with arguments as JSON.
func call[T any](t *testing.T, p *browser.Page, function string, args ...any) T {
	t.Helper()
	data, err := json.Marshal(args)
	if err != nil {
		t.Fatal(err)
	}
	return browser.Eval[T](p, fmt.Sprintf("harness.%s(...%s)", function, data))
}

// TestClientAnalyses holds that the client's chains are those of the build.
func TestClientAnalyses(t *testing.T) {
	p := client(t, t.TempDir())
	for lang, want := range call[map[string]string](t, p, "stops", []string{"de", "fr", "en"}) {
		if got := strings.Join(analyze.Stops(lang), " "); got != want {
			t.Errorf("stop words of %s are not those of layouts/search/stops.ts; bleve's are\n%s", lang, got)
		}
	}
	odd := []string{"", "İstanbul", "ΣΑΣ", "œuvre", "L’Œuvre", "aujourd’hui", "qu'il", "Don’t", "JAMES'S", "ẞ", "Größe", "neuf", "zuerst", "Bauer", "queue", "Ǆ", "ﬁnden", "x", "eaux", "journaux", "yes", "sky", "2015", "B52s", "Čapek", "Łódź",
		strings.Repeat("ational", 14), strings.Repeat("ational", 15), strings.Repeat("y", 100000), strings.Repeat("ü", 100), strings.Repeat("𝐚", 100), strings.Repeat("𝐚", 101)}
	for _, lang := range []string{"de", "fr", "en", "nl"} {
		words := slices.Concat(odd, wordlist(t, lang))
		chain := analyze.New(lang)
		differences := 0
		for part := range slices.Chunk(words, 20000) {
			for i, got := range call[[][2]string](t, p, "terms", lang, part) {
				if want := [2]string{chain.Term(part[i]), chain.Fold(part[i])}; got != want && differences < 10 {
					differences++
					t.Errorf("%s: %q is %q in the client, %q here", lang, part[i], got, want)
				}
			}
		}
	}
}

// wordlist returns words of a language: Debian's list, or what the repository's
// sheets have where that is not installed.
func wordlist(t *testing.T, lang string) []string {
	files := map[string]string{"de": "ngerman", "fr": "french", "en": "american-english"}
	f, err := os.Open("/usr/share/dict/" + files[lang])
	if err != nil || files[lang] == "" {
		t.Logf("%s: words of the repository only", lang)
		p, locales := load(t, os.DirFS("../.."))
		return vocabularyOf(p, locales, "fr")
	}
	defer f.Close()
	var words []string
	for s := bufio.NewScanner(f); s.Scan(); {
		words = append(words, s.Text())
	}
	if wholeLists {
		return words
	}
	var sample []string
	for i := 0; i < len(words); i += 7 {
		sample = append(sample, words[i])
	}
	return sample
}

// vocabularyOf returns the written words of the sheets.
func vocabularyOf(p *plan.Plan, locales *locale.Set, lang string) []string {
	var words []string
	r := reader{p, locales.Locale(lang), lang}
	for _, e := range p.Catalogue.Entries {
		for _, passage := range r.document(e, new(scratch)).passages {
			words = append(words, analyze.Words(passage.text)...)
		}
	}
	slices.Sort(words)
	return slices.Compact(words)
}

// An agreed is what both programs must agree on.
type agreed struct {
	Total int `json:"total"`
	Hits  []struct {
		ID      string   `json:"id"`
		Score   int      `json:"score"`
		Reasons []Reason `json:"reasons"`
		Text    string   `json:"text"`
		Marked  []string `json:"marked"`
	} `json:"hits"`
	Meant  map[string]string `json:"meant"`
	Terms  []string          `json:"terms"`
	Facets []string          `json:"facets"`
	Ways   []string          `json:"ways"`
}

// TestClientRanks holds that the client gives the same results as this package:
// ids, scores, reasons, snippets, recognised names, facets.
func TestClientRanks(t *testing.T) {
	p, locales := load(t, os.DirFS("../.."))
	compareAll(t, p, locales)
}

// The same on a generated catalogue, whose lists are longer than a block.
func TestClientRanksLongLists(t *testing.T) {
	c := &corpus.Corpus{Sheets: wholeList + 100, Seed: 1, Languages: corpus.Heads()}
	files := fstest.MapFS{}
	for f := range c.Files() {
		files[f.Path] = &fstest.MapFile{Data: []byte(f.Text)}
	}
	p, locales := load(t, files)
	compareAll(t, p, locales)
}

func compareAll(t *testing.T, p *plan.Plan, locales *locale.Set) {
	t.Helper()
	dir := t.TempDir()
	page := client(t, dir)
	for _, lang := range p.Langs {
		manifest := buildInto(t, dir, Options{Plan: p, Locales: locales, Lang: lang})
		compare(t, page, openIn(t, lang, manifest, dir), manifest, drawn(p, locales, lang))
	}
}

// buildInto writes an index to a folder and returns the name of its manifest.
func buildInto(t *testing.T, dir string, o Options) string {
	t.Helper()
	manifest, err := Build(o, folder(dir))
	if err != nil {
		t.Fatal(err)
	}
	return manifest
}

// A folder is a sink without any care.
type folder string

func (dir folder) Write(f output.File) error {
	name := filepath.Join(string(dir), filepath.FromSlash(f.Path))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return os.WriteFile(name, f.Bytes, 0o644)
}

func openIn(t *testing.T, lang, manifest, dir string) *Index {
	t.Helper()
	ix, err := Open(lang, manifest, func(name string) ([]byte, error) { return os.ReadFile(filepath.Join(dir, filepath.FromSlash(name))) })
	if err != nil {
		t.Fatal(err)
	}
	return ix
}

func compare(t *testing.T, page *browser.Page, ix *Index, manifest string, queries []Query) {
	t.Helper()
	lang := ix.manifest.Lang
	asked := make([]map[string]any, len(queries))
	for i, q := range queries {
		if q.Filters == nil {
			q.Filters = Filters{}
		}
		asked[i] = map[string]any{"text": q.Text, "filters": q.Filters, "most": q.Most, "facets": q.Facets, "decline": append([]string{}, q.Decline...)}
	}
	answers := call[[]agreed](t, page, "search", Dir(lang), manifest, asked)
	if len(answers) != len(queries) {
		t.Fatalf("%d answers to %d queries", len(answers), len(queries))
	}
	found, ways := 0, 0
	for i, q := range queries {
		res, err := ix.Search(q)
		if err != nil {
			t.Fatalf("%s %q: %v", lang, q.Text, err)
		}
		if res.Total == 0 {
			if res.Ways, err = ix.Ways(q); err != nil {
				t.Fatal(err)
			}
			ways += len(res.Ways)
		}
		want := answerOf(res)
		found += min(1, want.Total)
		if got := normal(answers[i]); !reflect.DeepEqual(got, want) {
			t.Errorf("%s %q:\nclient %+v\nhere   %+v", lang, q.Text, got, want)
		}
	}
	t.Logf("%s: %d queries, %d with results, %d so far by the greatest impacts", lang, len(queries), found, browser.Eval[int](page, "harness.early()"))
	if ways < 10 {
		t.Errorf("%s: only %d ways lead on", lang, ways)
	}
	if found < len(queries)/3 {
		t.Errorf("%s: only %d of %d queries have results", lang, found, len(queries))
	}
}

func answerOf(res Results) agreed {
	a := agreed{Total: res.Total, Meant: res.Meant}
	for _, r := range res.Hits {
		a.Hits = append(a.Hits, struct {
			ID      string   `json:"id"`
			Score   int      `json:"score"`
			Reasons []Reason `json:"reasons"`
			Text    string   `json:"text"`
			Marked  []string `json:"marked"`
		}{ID: r.ID, Score: r.Score, Reasons: r.Reasons})
		if h := &a.Hits[len(a.Hits)-1]; r.Snippet != nil {
			h.Text = r.Snippet.Text
			for _, m := range r.Snippet.Marks {
				h.Marked = append(h.Marked, r.Snippet.Text[m[0]:m[1]])
			}
		}
	}
	for _, term := range res.Terms {
		a.Terms = append(a.Terms, fmt.Sprint(term.Word, " ", term.Facet, " ", term.Key, " ", term.Applied))
	}
	for _, f := range res.Facets {
		var values []string
		for _, v := range f.Values {
			values = append(values, fmt.Sprint(v.Key, v.Count))
		}
		a.Facets = append(a.Facets, strings.Join(values, " "))
	}
	for _, w := range res.Ways {
		filters, _ := json.Marshal(w.Filters) // of texts: it can't fail
		if w.Filters == nil {
			filters = []byte("{}")
		}
		a.Ways = append(a.Ways, fmt.Sprint(w.Kind, " ", w.Label, " ", w.Text, " ", string(filters), " ", w.Count))
	}
	return normal(a)
}

// normal makes empty lists nil, which JSON does not keep apart.
func normal(a agreed) agreed {
	if len(a.Hits) == 0 {
		a.Hits = nil
	}
	for i := range a.Hits {
		if len(a.Hits[i].Reasons) == 0 {
			a.Hits[i].Reasons = nil
		}
		if len(a.Hits[i].Marked) == 0 {
			a.Hits[i].Marked = nil
		}
	}
	if len(a.Terms) == 0 {
		a.Terms = nil
	}
	if len(a.Facets) == 0 {
		a.Facets = nil
	}
	if len(a.Ways) == 0 {
		a.Ways = nil
	}
	if len(a.Meant) == 0 {
		a.Meant = nil
	}
	return a
}

// drawn are queries from the words of the sheets: whole, cut short, mistyped, as
// pairs, phrases and exclusions, with filters; always the same ones.
func drawn(p *plan.Plan, locales *locale.Set, lang string) []Query {
	random := rand.New(rand.NewPCG(6, 2026))
	words := vocabularyOf(p, locales, lang)
	other := vocabularyOf(p, locales, map[string]string{"de": "fr", "fr": "de", "en": "de"}[lang])
	pick := func() string { return words[random.IntN(len(words))] }
	var queries []Query
	for i := range 240 {
		q := Query{Text: pick(), Most: 10}
		switch letters := []rune(q.Text); i % 12 {
		case 1:
			q.Text = string(letters[:max(1, len(letters)*2/3)])
		case 2:
			k := random.IntN(len(letters))
			q.Text = string(letters[:k]) + "x" + string(letters[min(k+1, len(letters)):])
		case 3:
			q.Text += " " + pick() + " "
		case 4:
			q.Text = phraseOf(p, lang, random)
		case 5:
			q.Text += " -" + pick()
		case 6:
			q.Text = other[random.IntN(len(other))]
		case 7:
			q.Text += strings.ToLower(pick())
		case 8:
			q.Facets, q.Filters = true, Filters{"themes": {"housing", "europe"}, "types": {"example"}}
		case 9:
			q.Text = strings.ToUpper(q.Text) + ", " + pick() + "?"
		case 10:
			q.Text = label(p.Catalogue, "places", p.Catalogue.Vocabulary.Scheme("places").Terms[random.IntN(min(40, len(p.Catalogue.Vocabulary.Scheme("places").Terms)))].Key, lang) + " " + pick()
		case 11:
			term := p.Catalogue.Vocabulary.Scheme("themes").Terms[random.IntN(min(15, len(p.Catalogue.Vocabulary.Scheme("themes").Terms)))]
			q.Text = term.Name(lang).Text
			if random.IntN(2) == 0 {
				q.Decline = []string{"themes:" + term.Key}
			}
		}
		queries = append(queries, q)
	}
	for i := range 24 { // most of them with no results
		word := pick()
		if letters := []rune(word); len(letters) > 5 {
			word = string(letters[:len(letters)-3]) + "xq" + string(letters[len(letters)-2:])
		}
		queries = append(queries, []Query{
			{Text: `"` + word + `"`, Most: 5},
			{Text: pick() + " " + pick(), Most: 5, Filters: Filters{"places": {"trier"}, "themes": {"europe"}, "types": {"partnership"}}},
			{Text: `"` + pick() + " " + word + `" -` + pick(), Most: 5},
			{Text: word + "qu " + pick() + " -" + pick(), Most: 5},
		}[i%4])
	}
	return append(queries, Query{Text: "", Most: 5, Facets: true, Filters: Filters{"places": {"trier"}}}, Query{Text: `"`, Most: 5}, Query{Text: "- -", Most: 5},
		Query{Text: strings.Repeat("y", 200) + " " + pick(), Most: 5}, Query{Text: strings.Repeat(pick()+" ", 200), Most: 5}, Query{Text: strings.Repeat("𝐚-", 400) + pick(), Most: 5})
}

// phraseOf quotes two or three words that stand in a sheet one after the other.
func phraseOf(p *plan.Plan, lang string, random *rand.Rand) string {
	e := p.Catalogue.Entries[random.IntN(len(p.Catalogue.Entries))]
	words := analyze.Words(e.Summary(lang).Text)
	n := min(2+random.IntN(2), len(words))
	at := random.IntN(len(words) - n + 1)
	return `"` + strings.Join(words[at:at+n], " ") + `"`
}
