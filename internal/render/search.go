package render

import (
	"encoding/json"
	"html/template"
	"path"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
)

// searchView is what search.html is given.
type searchView struct {
	Index    string // address of the index's folder, with a slash
	Manifest string // name of its first file; empty without an index
	More     string // address of the script that few queries need
	Words    string // those of the script, as JSON
	Help     template.URL
	All      template.URL
	Themes   termList
}

// searchHelp is the id of the free page that explains the search, if a
// catalogue has one.
const searchHelp = "search-help"

func (c *context) search() (title string, view any) {
	v := searchView{
		Words:  c.searchWords(),
		All:    c.href(c.Lang + "/sheets/index.html"),
		Themes: c.termList("themes", c.plan.Counts("themes"), false),
	}
	if index := c.index(c.Lang); index != "" {
		dir, file := path.Split(index)
		v.Index, v.Manifest, v.More = string(c.href(dir)), strings.TrimSuffix(file, ".js"), string(c.href(c.names["search-more.js"]))
	}
	if help := c.catalogue.Page(searchHelp); help != nil {
		v.Help = c.href(c.plan.FreePath(help, c.Lang))
	}
	return c.T("search.title"), v
}

// searchWords are those that the script needs, by its names for them.
func (c *context) searchWords() string {
	words := map[string]string{
		"lang": c.Lang, "facets": strings.Join(plan.Facets, " "),
		"found_by":     c.T("search.found_by"),
		"only":         c.T("search.only"),
		"remove":       c.T("search.remove"),
		"meant":        c.T("search.meant"),
		"exactly":      c.T("search.exactly"),
		"nothing":      c.T("search.nothing"),
		"nothing_near": c.T("search.nothing_near"),
		"unfiltered":   c.T("search.unfiltered"),
		"unquoted":     c.T("search.unquoted"),
		"included":     c.T("search.included"),
		"alone":        c.T("search.alone"),
		"near":         c.T("search.near"),
		"value":        c.T("search.value"),
		"more":         c.T("search.more"),
		"failed":       c.T("search.failed"),
		"again":        c.T("search.again"),
		"themes":       c.T("search.themes"),
		"places":       c.T("search.places"),
		"audiences":    c.T("search.audiences"),
		"carriers":     c.T("search.carriers"),
		"types":        c.T("search.types"),
		"status":       c.T("search.status"),
	}
	// The script fills in the number, which the browser writes as the language does.
	for form, text := range c.Forms("search.results") {
		words["results_"+form] = text
	}
	for form, text := range c.Forms("search.ways") {
		words["ways_"+form] = text
	}
	for _, lang := range c.plan.Langs {
		words["in_"+lang] = c.T("search.in_language", "language", c.LanguageName(lang))
	}
	data, err := json.Marshal(words)
	if err != nil && c.failed == nil {
		c.failed = err
	}
	return string(data)
}
