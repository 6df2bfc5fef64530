package search

import (
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
)

// Without what only this search has, its ten best are among what bleve finds for
// the same words: no list has lost or gained a document. One in a hundred may be
// found by a word that bleve reads in another way: mené, which its stemmer keeps apart from
// mène, or the parts of www.example.org.
func TestCandidatesOfBleve(t *testing.T) {
	p, locales := load(t, os.DirFS("../.."))
	state := t.TempDir()
	plain := Features{NoThesaurus: true, NoCross: true, NoCompounds: true, NoPrefix: true, NoTypos: true, NoForeign: true}
	for _, lang := range p.Langs {
		random := rand.New(rand.NewPCG(6, 2026))
		words := vocabularyOf(p, locales, lang)
		asked, outside := 0, 0
		for range 100 {
			query := words[random.IntN(len(words))] + " " + words[random.IntN(len(words))]
			if strings.ContainsAny(query, "0123456789'’\u00ad") {
				continue
			}
			res, err := repository()[lang].Search(Query{Text: query + " ", Most: 10, Features: plain})
			if err != nil {
				t.Fatal(err)
			}
			first, second, _ := strings.Cut(query, " ")
			hits, err := Expert(Options{Plan: p, Locales: locales, Lang: lang}, state, "all:"+first+" all:"+second)
			if err != nil {
				t.Fatal(err)
			}
			var candidates []string
			for _, h := range hits {
				candidates = append(candidates, h.ID)
			}
			for _, r := range res.Hits {
				if asked++; !slices.Contains(candidates, r.ID) {
					outside++
					t.Logf("%s %q: bleve does not find %s", lang, query, r.ID)
				}
			}
		}
		if asked < 200 || outside*100 > asked {
			t.Errorf("%s: %d of %d results are not among bleve's", lang, outside, asked)
		}
	}
}
