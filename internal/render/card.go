package render

import (
	"bytes"
	"path"
	"strconv"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
)

// AppendCard adds the text of a sheet's page to a script, from which the reader's own
// pack takes it: a page that was opened from a folder may load nothing else.
func AppendCard(script []byte, p *plan.Page, html []byte) ([]byte, error) {
	text, err := compact(string(article(html)))
	if err != nil {
		return nil, err
	}
	for i, s := range []string{p.Lang, p.Entry.ID, path.Base(p.Path)} {
		script = append(script, [...]string{"praxisblattCard(", ",", ","}[i]...)
		script = strconv.AppendQuote(script, s)
	}
	script = append(append(script, ','), text...)
	return append(script, ")\n"...), nil
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
