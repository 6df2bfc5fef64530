package render

import (
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
)

// TestCard holds what the reader's own pack is given of a page: the sheet without the map and the way to others.
func TestCard(t *testing.T) {
	p := &plan.Page{Lang: "de", Path: "de/sheets/x.html", Entry: &catalogue.Entry{ID: "x"}}
	const (
		map1    = "\n<svg class=\"map\" viewBox=\"0\">\n<path></path>\n</svg>"
		related = "\n<section class=\"part\" id=\"related\">\n<h2>Ä</h2>\n</section>"
		links   = "\n<section class=\"part\" id=\"links\">\n</section>"
	)
	for page, want := range map[string]string{
		"<main><article data-sheet=\"x\"><p>“a”" + map1 + "\n</p>" + related + links + "\n</article></main>": "<article data-sheet=\"x\"><p>“a”\n</p>\n<section class=\"part\" id=\"links\">\n</section>\n</article>",
		"<article data-sheet=\"x\">" + links + "</article> ":                                                 "<article data-sheet=\"x\">\n<section class=\"part\" id=\"links\">\n</section></article>",
		"<article data-sheet=\"x\">" + related[:37] + "</article>":                                           "<article data-sheet=\"x\">\n<section class=\"part\" id=\"related\">\n</article>",
		"<article data-sheet=\"x\"><article></article></article>":                                            "<article data-sheet=\"x\"><article></article></article>",
		"<article data-sheet=\"x\">":                                                                         "<article data-sheet=\"x\">",
		"<p>by a template of its own" + map1 + "</p>":                                                        "<p>by a template of its own</p>",
		"`${a}`, $5 and \\n\r\n":                                                                             "\\`\\${a}\\`, \\$5 and \\\\n\\r\n",
	} {
		if got := string(AppendCard(nil, p, []byte(page))); got != "praxisblattCard(`de`,`x`,`x.html`,`"+want+"`)\n" {
			t.Errorf("the card of\n%s\nis\n%s", page, got)
		}
	}
}
