package search

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"testing"
	"time"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/search/analyze"
)

var out = flag.String("out", "", "TestKeys: folder to leave the index in")

// TestKeys measures in a browser how long a key stroke takes from query to rows when
// all files are there, the best of five times: queries of the catalogue's own words, letter by letter.
func TestKeys(t *testing.T) {
	if *big == "" {
		t.Skip("no -catalogue")
	}
	p, locales := load(t, os.DirFS(*big))
	lang := p.Langs[0]
	dir := *out
	if dir == "" {
		dir = t.TempDir()
	}
	page := client(t, dir)
	start := time.Now()
	manifest := buildInto(t, dir, Options{Plan: p, Locales: locales, Lang: lang})
	fmt.Printf("%s: index %s of %d documents in %v\n", lang, manifest, len(p.Catalogue.Entries), time.Since(start).Round(time.Second))
	random := rand.New(rand.NewPCG(6, 2026))
	r := reader{p, locales.Locale(lang), lang}
	var written []string
	for range 60 {
		for _, passage := range r.document(p.Catalogue.Entries[random.IntN(len(p.Catalogue.Entries))], new(scratch)).passages {
			for _, word := range analyze.Words(passage.text) {
				if len(word) > 3 {
					written = append(written, word)
				}
			}
		}
	}
	var typed []string
	for i := range 24 {
		query := []rune(written[random.IntN(len(written))])
		if i%2 == 1 {
			query = append(append(query, ' '), []rune(written[random.IntN(len(written))])...)
		}
		if i%8 == 3 {
			query[len(query)/2] = 'x'
		}
		for n := range query {
			typed = append(typed, string(query[:n+1]))
		}
	}
	times := call[[]float64](t, page, "keys", Dir(lang), manifest, typed)
	for i, ms := range times {
		if *verbose && ms > 1 {
			fmt.Printf("%6.1f ms %s\n", ms, typed[i])
		}
	}
	slices.Sort(times)
	fmt.Printf("%s: %d documents, %d key strokes: median %.1f ms, 95th percentile %.1f ms, longest %.1f ms\n",
		lang, len(p.Catalogue.Entries), len(times), times[len(times)/2], times[len(times)*95/100], times[len(times)-1])
}
