package query

import (
	"cmp"
	"flag"
	"fmt"
	"math/rand/v2"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/browser"
)

var (
	site     = flag.String("site", "", "folder that praxisblatt built")
	pagefind = flag.String("pagefind", "", "folder of Pagefind's index of the same pages")
	lang     = flag.String("lang", "de", "language to search in")
	count    = flag.Int("queries", 24, "how many queries")
)

// TestTransfer prints what a browser fetches to the first ten results.
func TestTransfer(t *testing.T) {
	if *site == "" {
		t.Skip("no -site")
	}
	queries := drawn(t, *site, *lang, *count)
	b := browser.Start(t)
	fmt.Printf("%d queries in %s, gzipped kB and requests to the first ten results: median, 95th percentile\n", len(queries), *lang)
	own(t, b, queries)
	if *pagefind != "" {
		theirs(t, b, queries)
	}
}

const (
	// shown: the first rows are there, with the texts of those in the window.
	shown = `(() => {
	const rows = [...document.querySelectorAll("main [data-part=results] .row")];
	return !!document.querySelector(".search.live:not([aria-busy])") && document.querySelector("[role=status]").textContent !== "" &&
		rows.every(r => r.getBoundingClientRect().top > innerHeight + 50 || !r.querySelector(".summary") || r.querySelector(".summary").textContent !== "");
})()`
	// all: the texts of all rows are there, once they have been in the window.
	all = `(() => {
	const rows = [...document.querySelectorAll("main [data-part=results] .row")];
	const missing = rows.find(r => r.querySelector(".summary")?.textContent === "");
	missing?.scrollIntoView();
	return !missing;
})()`
)

func own(t *testing.T, b *browser.Browser, queries []string) {
	s := &Server{Dir: *site, Count: Own}
	server := httptest.NewServer(s)
	defer server.Close()
	var first, whole, warm measured
	hits := 0
	for _, q := range queries {
		t.Run(q, func(t *testing.T) {
			p := b.Open(t, server.URL+"/"+*lang+"/search.html?q="+url.QueryEscape(q), browser.View{})
			p.Wait(shown)
			cold := s.Take()
			hits += browser.Eval[int](p, `document.querySelectorAll("main .row").length`)
			first.add(cold)
			p.Wait(all)
			rest := s.Take()
			whole.add(Transfer{cold.Bytes + rest.Bytes, cold.Requests + rest.Requests})
		})
	}
	p := b.Open(t, server.URL+"/"+*lang+"/search.html?q="+url.QueryEscape(queries[len(queries)-1]), browser.View{})
	p.Wait(shown)
	s.Take()
	for _, q := range queries {
		browser.Eval[bool](p, fmt.Sprintf(`(() => { const i = document.querySelector("#find"); i.value = %q; i.form.requestSubmit(); return true; })()`, q))
		p.Wait(shown)
		warm.add(s.Take())
	}
	fmt.Printf("praxisblatt, cold                 %s   (%.1f results a query)\n", first, float64(hits)/float64(len(queries)))
	fmt.Printf("praxisblatt, cold, all ten texts  %s\n", whole)
	fmt.Printf("praxisblatt, next query           %s\n", warm)
}

// harness runs Pagefind as its interface does: the query, then what ten results show.
const harness = `<!doctype html><html lang="%s"><meta charset="utf-8"><link rel="icon" href="data:,"><script type="module">
import * as pagefind from "/pagefind/pagefind.js";
globalThis.ask = async (query, most) => {
	const found = await pagefind.search(query);
	return await Promise.all(found.results.slice(0, most).map(async r => (await r.data()).url));
};
</script>`

func theirs(t *testing.T, b *browser.Browser, queries []string) {
	s := &Server{Dir: filepath.Dir(*pagefind), Count: Pagefind, Pages: map[string]string{"/harness.html": fmt.Sprintf(harness, *lang)}}
	server := httptest.NewServer(s)
	defer server.Close()
	var first, warm measured
	find := func(p *browser.Page, q string) Transfer {
		p.Wait(`!!globalThis.ask`)
		browser.Eval[[]string](p, fmt.Sprintf("ask(%q, 10)", q))
		return s.Take()
	}
	for _, q := range queries {
		t.Run(q, func(t *testing.T) { first.add(find(b.Open(t, server.URL+"/harness.html", browser.View{}), q)) })
	}
	p := b.Open(t, server.URL+"/harness.html", browser.View{})
	find(p, queries[len(queries)-1])
	for _, q := range queries {
		warm.add(find(p, q))
	}
	fmt.Printf("Pagefind, cold                    %s\nPagefind, next query              %s\n", first, warm)
}

// Measured is one figure of many queries.
type measured []Transfer

func (m *measured) add(t Transfer) { *m = append(*m, t) }

func (m measured) String() string {
	slices.SortFunc(m, func(a, b Transfer) int { return cmp.Compare(a.Bytes, b.Bytes) })
	kb := func(i int) string { return fmt.Sprintf("%6.1f (%2d)", float64(m[i].Bytes)/1000, m[i].Requests) }
	return kb(len(m)/2) + kb((len(m)-1)*95/100)
}

// drawn are queries from the texts of pages: words as often as they are written, words whatever their frequency, and
// pairs of both.
func drawn(t *testing.T, dir, lang string, n int) []string {
	names, err := filepath.Glob(filepath.Join(dir, lang, "sheets", "*.html"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no pages of sheets in %s: %v", dir, err)
	}
	random := rand.New(rand.NewPCG(6, 2026))
	random.Shuffle(len(names), func(i, k int) { names[i], names[k] = names[k], names[i] })
	var written []string
	for _, name := range names[:min(len(names), 100)] {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		_, main, _ := strings.Cut(string(data), "<main")
		for _, paragraph := range regexp.MustCompile(`(?s)<p[ >].*?</p>`).FindAllString(main, -1) {
			text := regexp.MustCompile(`<[^>]*>`).ReplaceAllString(paragraph, " ")
			written = append(written, regexp.MustCompile(`\pL{4,}`).FindAllString(text, -1)...)
		}
	}
	distinct := slices.Compact(slices.Sorted(slices.Values(written)))
	pick := func(words []string) string { return words[random.IntN(len(words))] }
	queries := make([]string, n)
	for i := range queries {
		queries[i] = []string{pick(written), pick(distinct), pick(written) + " " + pick(distinct), pick(written) + " " + pick(written)}[i%4] + " "
	}
	return queries
}
