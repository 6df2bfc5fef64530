package render

import (
	"bytes"
	"path"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/jsontext"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
)

// AppendCard adds the text of a sheet's page to a script, from which the reader's own
// pack takes it: a page that was opened from a folder may load nothing else.
func AppendCard(script []byte, p *plan.Page, html []byte) []byte {
	script = append(script, "praxisblattCard"...)
	for i, s := range []string{p.Lang, p.Entry.ID, path.Base(p.Path)} {
		script = append(script, "(,,"[i])
		script = jsontext.AppendPlain(script, s)
	}
	script = append(script, ',')
	script = jsontext.AppendPlain(script, shown(article(html))...)
	return append(script, ")\n"...)
}

// A pack has neither the map nor the way to other sheets: layouts/my-pack.js leaves them out, also of a page by
// a template of the catalogue's own, of which they are not cut here.
var unshown = []struct{ begin, end []byte }{
	{[]byte("\n<svg class=\"map\""), []byte("</svg>")},
	{[]byte("\n<section class=\"part\" id=\"related\">"), []byte("</section>")},
}

// shown are the pieces of a text that a pack shows.
func shown(text []byte) [][]byte {
	pieces := make([][]byte, 0, len(unshown)+1)
	for _, u := range unshown {
		before, rest, begins := bytes.Cut(text, u.begin)
		_, after, ends := bytes.Cut(rest, u.end)
		if begins && ends {
			pieces, text = append(pieces, before), after
		}
	}
	return append(pieces, text)
}

// article is the part of a page that is the sheet; a template of the catalogue's own
// that has none gives the whole page.
func article(html []byte) []byte {
	begin, end := []byte("<article data-sheet="), []byte("</article>")
	from := bytes.Index(html, begin)
	if from < 0 {
		return html
	}
	to := from
	for {
		i := bytes.Index(html[to:], end)
		if i < 0 {
			break
		}
		to += i + len(end)
	}
	if to == from {
		return html
	}
	return html[from:to]
}
