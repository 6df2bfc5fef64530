package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/search"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/search/expert"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/site"
)

// searchOptions are those of `search`.
type searchOptions struct {
	site           site.Options
	lang           string
	themes, places []string
	json, expert   bool
	query          string
}

func (a *app) searchCommand() *cobra.Command {
	var o searchOptions
	c := a.command("search [--lang L] [--json] [--theme T] [--place P] [--expert] QUERY", verbs.search, 1, -1, func(args []string) (code exit, err error) {
		if o.site, err = a.site(); err != nil {
			return failed, err
		}
		o.query = strings.Join(args, " ")
		return runSearch(o, a.console)
	})
	f := c.Flags()
	f.StringVar(&o.lang, "lang", "", searchMessages.flagLang.In(a.lang))
	f.StringSliceVar(&o.themes, "theme", nil, searchMessages.flagTheme.In(a.lang))
	f.StringSliceVar(&o.places, "place", nil, searchMessages.flagPlace.In(a.lang))
	f.BoolVar(&o.json, "json", false, messages.flagJSON.In(a.lang))
	f.BoolVar(&o.expert, "expert", false, searchMessages.flagExpert.In(a.lang))
	return c
}

// runSearch prints what the site's search shows, the same results in the same order.
func runSearch(o searchOptions, c console) (exit, error) {
	done := c.working(reading)
	l, err := site.Find(o.site)
	done()
	if err != nil {
		return failed, err
	}
	lang, err := searchLang(o.lang, c.lang, l.Site.Langs())
	if err != nil {
		return failed, err
	}
	filters := search.Filters{}
	for facet, keys := range map[string][]string{"themes": o.themes, "places": o.places} {
		if filters[facet], err = terms(l, facet, keys); err != nil {
			return failed, err
		}
	}
	done = c.working(indexing)
	results, err := answer(l, o, lang, filters)
	done()
	if err != nil {
		return failed, err
	}
	if o.json {
		return clean, buffered(c.out, func(w io.Writer) error {
			enc := json.NewEncoder(w)
			enc.SetEscapeHTML(false)
			enc.SetIndent("", "  ")
			return enc.Encode(results.Hits)
		})
	}
	return clean, buffered(c.out, func(w io.Writer) error { return printResults(w, results, c.lang) })
}

// searchLang is the language to search in: the one asked for, else that of the
// interface, else the site's first.
func searchLang(asked, ui string, langs []string) (string, error) {
	switch {
	case asked != "":
		return asked, oneOf("--lang", asked, langs...)
	case slices.Contains(langs, ui) || len(langs) == 0:
		return ui, nil
	}
	return langs[0], nil
}

// terms are keys of a facet; one that does not exist is refused, with the one that was meant.
func terms(l *site.Finder, facet string, keys []string) ([]string, error) {
	flag := "--" + strings.TrimSuffix(facet, "s")
	for i, key := range keys {
		if l.Vocabulary.Term(facet, key) != nil {
			continue
		}
		near := l.Vocabulary.Scheme(facet).Nearest(key)
		return nil, usage(searchMessages.noTerm, "flag", flag, "key", keys[i]).suggest(near)
	}
	return keys, nil
}

// answer asks the site's search, or bleve's query language.
func answer(l *site.Finder, o searchOptions, lang string, filters search.Filters) (search.Results, error) {
	index, err := l.Search(lang)
	if err != nil {
		return search.Results{}, err
	}
	if !o.expert {
		q := search.Query{Text: o.query, Filters: filters}
		results, err := index.Search(q)
		if err == nil && results.Total == 0 {
			results.Ways, err = index.Ways(q)
		}
		return results, err
	}
	hits, err := l.Expert(lang, o.query)
	if e, ok := errors.AsType[*expert.QueryError](err); ok {
		return search.Results{}, usage(searchMessages.badQuery, "query", o.query, "cause", e.Error())
	}
	if err != nil {
		return search.Results{}, err
	}
	allowed, err := index.Search(search.Query{Filters: filters, Facets: true})
	if err != nil {
		return search.Results{}, err
	}
	return inOrder(hits, allowed), nil
}

// inOrder puts results into the order of bleve's hits; what is no hit is left out.
func inOrder(hits []expert.Hit, all search.Results) search.Results {
	byID := map[string]search.Result{}
	for _, r := range all.Hits {
		r.Snippet = nil
		byID[r.ID] = r
	}
	ordered := search.Results{Lang: all.Lang, Hits: []search.Result{}}
	for _, h := range hits {
		if r, ok := byID[h.ID]; ok {
			r.Score = int(h.Score * 1000)
			ordered.Hits = append(ordered.Hits, r)
		}
	}
	ordered.Total = len(ordered.Hits)
	return ordered
}

// printResults prints a block a result: title and id, the piece of text, and
// by what it was found if not by the words themselves.
func printResults(w io.Writer, results search.Results, lang string) error {
	for _, word := range slices.Sorted(maps.Keys(results.Meant)) {
		fmt.Fprintln(w, searchMessages.meant.Format(lang, "word", word, "better", results.Meant[word]))
	}
	for _, t := range results.Terms {
		if t.Applied {
			fmt.Fprintln(w, searchMessages.applied.Format(lang, "label", t.Label, "word", t.Word))
		}
	}
	if _, err := fmt.Fprintln(w, resultCount.of(lang, results.Total)); err != nil {
		return err
	}
	if len(results.Ways) > 0 {
		fmt.Fprintf(w, "\n%s\n", searchMessages.ways.In(lang))
	}
	for _, way := range results.Ways {
		fmt.Fprintf(w, "   %s – %s\n", wayText(way, lang), resultCount.of(lang, way.Count))
	}
	for i, r := range results.Hits {
		fmt.Fprintf(w, "\n%d. %s [%s]\n", i+1, diag.Visible(r.Title), diag.Visible(r.ID))
		if r.Snippet != nil && r.Snippet.Text != "" {
			fmt.Fprintf(w, "   %s\n", diag.Visible(strings.Join(strings.Fields(r.Snippet.Text), " ")))
		}
		for _, reason := range r.Reasons {
			fmt.Fprintf(w, "   %s\n", searchMessages.foundBy.Format(lang, "word", reason.Word, "label", reason.Label))
		}
	}
	return nil
}

// wayText says what a way changes, and with what flag.
func wayText(w search.Way, lang string) string {
	flag := ""
	if w.Kind == search.Named {
		for facet, keys := range w.Filters {
			flag = "--" + strings.TrimSuffix(facet, "s") + " " + keys[0]
		}
	}
	return wayMessages[w.Kind].Format(lang, "label", w.Label, "flag", flag)
}
