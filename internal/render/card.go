package render

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
)

// AppendCard adds the text of a sheet's page to a script, from which the reader's own
// pack takes it: a page that was opened from a folder may load nothing else.
func AppendCard(script []byte, p *plan.Page, html []byte) []byte {
	script = append(script, "praxisblattCard"...)
	for i, s := range []string{p.Lang, p.Entry.ID, path.Base(p.Path)} {
		script = append(script, "(,,"[i])
		script = appendLiteral(script, s)
	}
	script = append(script, ',')
	script = appendLiteral(script, shown(article(html))...)
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
	to := bytes.LastIndex(html[from:], end)
	if to < 0 {
		return html
	}
	return html[from : from+to+len(end)]
}

// appendLiteral adds the pieces of a text to a script as a template literal, in which HTML stands as it is: between
// quotation marks each attribute and line of it would be escaped.
func appendLiteral[T string | []byte](script []byte, pieces ...T) []byte {
	script = append(script, '`')
	for _, piece := range pieces {
		from := len(script)
		script = append(script, piece...)
		text := script[from:]
		if slices.ContainsFunc([]byte("`\\$\r"), func(b byte) bool { return bytes.IndexByte(text, b) >= 0 }) {
			script = append(script[:from], inLiteral.Replace(string(piece))...)
		}
	}
	return append(script, '`')
}

// inLiteral escapes what would end a template literal or be run in it, and the ends of lines that it would change.
var inLiteral = strings.NewReplacer("`", "\\`", `\`, `\\`, "$", `\$`, "\r", `\r`)
