package search

import (
	"cmp"
	"flag"
	"fmt"
	"math"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/browser"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/search/analyze"
)

var (
	queries = flag.String("queries", "", "file of judged queries, for TestJudged")
	verbose = flag.Bool("each", false, "TestJudged: a line for each query")
	built   = flag.String("site", "", "TestJudged: folder that this repository was built to")
	bundled = flag.String("pagefind", "", "TestJudged: folder of Pagefind's index of its sheets")
)

// A judged query knows how good which sheet is for it.
type judged struct {
	lang, query string
	grades      map[string]int
}

// readJudged reads lines such as
//
//   - {lang: de, query: "Ehrenamt", grades: {euskirchen-volunteering: 3}}
func readJudged(t testing.TB, name string) []judged {
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	line := regexp.MustCompile(`(?m)^- \{lang: (\w+), query: (".*"), grades: \{(.*)\}\}$`)
	var all []judged
	for _, m := range line.FindAllStringSubmatch(string(data), -1) {
		query, err := strconv.Unquote(m[2])
		if err != nil {
			t.Fatal(err)
		}
		j := judged{m[1], query, map[string]int{}}
		for grade := range strings.SplitSeq(m[3], ",") {
			id, n, _ := strings.Cut(strings.TrimSpace(grade), ": ")
			if j.grades[id], err = strconv.Atoi(n); err != nil {
				t.Fatal(err)
			}
		}
		all = append(all, j)
	}
	if len(all) == 0 {
		t.Fatalf("%s holds no judged queries", name)
	}
	return all
}

// ndcg is the normalised discounted cumulative gain of the first ten results,
// with gains 2^grade - 1.
func (j judged) ndcg(ids []string) float64 {
	gain := func(grade, rank int) float64 { return (math.Pow(2, float64(grade)) - 1) / math.Log2(float64(rank+2)) }
	var got, ideal float64
	for i, id := range ids[:min(10, len(ids))] {
		got += gain(j.grades[id], i)
	}
	var grades []int
	for _, g := range j.grades {
		grades = append(grades, g)
	}
	slices.SortFunc(grades, func(a, b int) int { return cmp.Compare(b, a) })
	for i, g := range grades[:min(10, len(grades))] {
		ideal += gain(g, i)
	}
	return got / ideal
}

// success reports whether one of the first five results is good.
func (j judged) success(ids []string) bool {
	return slices.ContainsFunc(ids[:min(5, len(ids))], func(id string) bool { return j.grades[id] >= 2 })
}

// TestJudged measures the search on judged queries, with each feature off in turn.
func TestJudged(t *testing.T) {
	if *queries == "" {
		t.Skip("no -queries")
	}
	all := readJudged(t, *queries)
	for _, run := range []struct {
		name     string
		features Features
	}{
		{"all features", Features{}},
		{"no thesaurus", Features{NoThesaurus: true}},
		{"no words of other languages", Features{NoCross: true}},
		{"no compounds", Features{NoCompounds: true}},
		{"no prefixes", Features{NoPrefix: true}},
		{"no typing errors", Features{NoTypos: true}},
		{"none of these", Features{NoThesaurus: true, NoCompounds: true, NoPrefix: true, NoTypos: true}},
	} {
		score(run.name, all, func(j judged) []string {
			res, err := repository()[j.lang].Search(Query{Text: j.query, Features: run.features})
			if err != nil {
				t.Fatal(err)
			}
			ids := make([]string, len(res.Hits))
			for i, r := range res.Hits {
				ids[i] = r.ID
			}
			if *verbose && run.name == "all features" {
				fmt.Printf("%.2f %s %-28s %3d %s\n", j.ndcg(ids), j.lang, j.query, len(ids), strings.Join(j.marked(ids), " "))
			}
			return ids
		})
	}
	score("bleve's own analyzers and scores", all, byBleve(t))
	if *bundled != "" {
		score("Pagefind on the same pages", all, byPagefind(t))
	}
}

// score prints the figures of one way to answer queries by ids.
func score(name string, all []judged, answer func(judged) []string) {
	var sum, good, empty float64
	for _, j := range all {
		ids := answer(j)
		sum += j.ndcg(ids)
		if j.success(ids) {
			good++
		}
		if len(ids) == 0 {
			empty++
		}
	}
	n := float64(len(all))
	fmt.Printf("%-34s nDCG@10 %.3f  success@5 %.3f  without result %.3f\n", name, sum/n, good/n, empty/n)
}

// byBleve answers by bleve as it comes: its language's analyzer, any of the words.
func byBleve(t *testing.T) func(judged) []string {
	p, locales := load(t, os.DirFS("../.."))
	state := t.TempDir()
	return func(j judged) []string {
		var words []string
		for _, word := range analyze.Words(j.query) {
			words = append(words, "all:"+strings.NewReplacer("'", "", "’", "").Replace(word))
		}
		hits, err := Expert(Options{Plan: p, Locales: locales, Lang: j.lang}, state, strings.Join(words, " "))
		if err != nil {
			t.Fatal(err)
		}
		ids := make([]string, len(hits))
		for i, h := range hits {
			ids[i] = h.ID
		}
		return ids
	}
}

// byPagefind answers by Pagefind in a browser; pages are those of sheets only.
func byPagefind(t *testing.T) func(judged) []string {
	const harness = `<!doctype html><html lang="%s"><meta charset="utf-8"><link rel="icon" href="data:,"><script type="module">
	import * as pagefind from "/pagefind/pagefind.js";
	globalThis.ask = async (query) => Promise.all((await pagefind.search(query)).results.map(async (r) => (await r.data()).raw_url));
	</script>`
	files := http.FileServer(http.Dir(filepath.Dir(*bundled)))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if lang, ok := strings.CutPrefix(r.URL.Path, "/in/"); ok {
			fmt.Fprintf(w, harness, lang)
			return
		}
		files.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	b, pages := browser.Start(t), map[string]*browser.Page{}
	id := regexp.MustCompile(`<article[^>]* data-sheet="?([\w-]+)`)
	return func(j judged) []string {
		if pages[j.lang] == nil {
			pages[j.lang] = b.Open(t, server.URL+"/in/"+j.lang, browser.View{})
			pages[j.lang].Wait(`!!globalThis.ask`)
		}
		var ids []string
		for _, url := range browser.Eval[[]string](pages[j.lang], fmt.Sprintf("ask(%q)", j.query)) {
			if strings.HasSuffix(url, "/") {
				continue // the list, which is no sheet
			}
			page, err := os.ReadFile(filepath.Join(*built, filepath.FromSlash(url)))
			if err != nil {
				t.Fatal(err)
			}
			if m := id.FindSubmatch(page); m != nil {
				ids = append(ids, string(m[1]))
			}
		}
		return ids
	}
}

// marked are the first results with their grades.
func (j judged) marked(ids []string) []string {
	var out []string
	for _, id := range ids[:min(8, len(ids))] {
		out = append(out, fmt.Sprintf("%d:%s", j.grades[id], id[:min(22, len(id))]))
	}
	return out
}
