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
	script = jsontext.AppendPlain(script, article(html))
	return append(script, ")\n"...)
}

// article is the part of a page that is the sheet; a template of the catalogue's own
// that has none gives the whole page.
func article(html []byte) []byte {
	const end = "</article>"
	from, to := bytes.Index(html, []byte("<article data-sheet=")), bytes.LastIndex(html, []byte(end))
	if from < 0 || to < from {
		return html
	}
	return html[from : to+len(end)]
}
