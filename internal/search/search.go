package search

import (
	"slices"
	"strings"
)

// A Query is what is asked for.
type Query struct {
	Text     string
	Filters  Filters
	Most     int // results with titles and snippets; 0 for all
	Facets   bool
	Decline  []string // recognised terms that are to be words only, as facet:key
	Features Features
}

// Results are the answer, the best first.
type Results struct {
	Query  string            `json:"query"`
	Lang   string            `json:"lang"`
	Total  int               `json:"total"`
	Hits   []Result          `json:"results"`
	Terms  []Term            `json:"recognised,omitempty"`
	Meant  map[string]string `json:"did_you_mean,omitempty"`
	Facets []Facet           `json:"facets,omitempty"`
	Ways   []Way             `json:"ways,omitempty"` // where it was asked for them
}

// A Result is a sheet.
type Result struct {
	ID      string   `json:"id"`
	Score   int      `json:"score"`
	Title   string   `json:"title"`
	Lang    string   `json:"lang"`
	URL     string   `json:"url"` // as seen from the folder of the language
	Places  string   `json:"places,omitempty"`
	Reasons []Reason `json:"reasons,omitempty"`
	Snippet *Snippet `json:"snippet,omitempty"`
}

// An answer is what a query finds, before any of it is looked up for showing.
type answer struct {
	x      expansion
	hits   []hit // under the filters
	facets []Facet
}

// Search answers a query.
func (ix *Index) Search(q Query) (Results, error) {
	res := Results{Query: q.Text, Lang: ix.manifest.Lang, Hits: []Result{}}
	a, err := ix.answer(q)
	if err != nil {
		return res, err
	}
	res.Terms, res.Meant, res.Facets, res.Total = a.x.terms, a.x.meant, a.facets, len(a.hits)
	shown := a.hits
	if q.Most > 0 {
		shown = shown[:min(len(shown), q.Most)]
	}
	for _, h := range shown {
		r, err := ix.result(h, a.x)
		if err != nil {
			return res, err
		}
		res.Hits = append(res.Hits, r)
	}
	return res, nil
}

func (ix *Index) answer(q Query) (a answer, err error) {
	units := parse(q.Text)
	if a.x, err = ix.expand(units, q.Features); err != nil {
		return a, err
	}
	hits, err := ix.rank(a.x)
	if err != nil {
		return a, err
	}
	if a.hits, err = ix.apply(a.x.terms, q, whole(units), hits); err != nil || len(q.Filters) == 0 && !q.Facets {
		return a, err
	}
	facets, err := ix.facets(func(facet string) bool { return q.Facets || len(q.Filters[facet]) > 0 })
	if err != nil {
		return a, err
	}
	if len(a.x.groups) == 0 && strings.TrimSpace(q.Text) == "" {
		a.hits = ix.everything()
	}
	if q.Facets {
		a.facets = q.Filters.count(facets, a.hits)
	}
	if len(q.Filters) > 0 {
		a.hits = only(a.hits, q.Filters.allowed(facets, ""))
	}
	return a, nil
}

// whole is a query without its signs.
func whole(units []unit) string {
	var words []string
	for _, u := range units {
		words = append(words, u.words...)
	}
	return strings.Join(words, " ")
}

// apply keeps the hits under the names that were recognised. The name of a
// theme is an ordinary word, which beside others may mean something else; so
// it only counts where it is the whole query. The name of a place always counts.
func (ix *Index) apply(terms []Term, q Query, whole string, hits []hit) ([]hit, error) {
	for i, t := range terms {
		applies := t.name && (t.Facet == "places" || t.Facet == "themes" && t.Word == whole)
		if !applies || slices.Contains(q.Decline, t.Facet+":"+t.Key) {
			continue
		}
		e, err := ix.entry(conceptName(t.concept) + under)
		if err != nil {
			return nil, err
		}
		if e == nil {
			continue
		}
		p, err := ix.all(e)
		if err != nil {
			return nil, err
		}
		if kept := among(hits, p.docs); len(kept) > 0 {
			hits, terms[i].Applied = kept, true
		}
	}
	return hits, nil
}

// among keeps the hits that are some documents.
func among(hits []hit, docs []uint32) []hit {
	var kept []hit
	for _, h := range hits {
		if _, ok := slices.BinarySearch(docs, h.doc); ok {
			kept = append(kept, h)
		}
	}
	return kept
}

// everything is the answer to filters without words.
func (ix *Index) everything() []hit {
	hits := make([]hit, ix.manifest.Docs)
	for i := range hits {
		hits[i].doc = uint32(i)
	}
	return hits
}

func only(hits []hit, allowed map[uint32]bool) []hit {
	var kept []hit
	for _, h := range hits {
		if allowed == nil || allowed[h.doc] {
			kept = append(kept, h)
		}
	}
	return kept
}

func (ix *Index) result(h hit, x expansion) (Result, error) {
	t, err := ix.record(int(h.doc))
	if err != nil {
		return Result{}, err
	}
	r := Result{ID: t[0], Score: h.score, Title: t[1], Lang: t[2], URL: t[3], Places: t[4]}
	if r.Lang == "" {
		r.Lang = ix.manifest.Lang
	}
	r.Reasons, err = ix.reasons(h.doc, x)
	if err != nil {
		return r, err
	}
	r.Snippet, err = ix.snippet(t, x)
	return r, err
}
