package render

import (
	"bytes"
	"path"
	"strconv"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
)

// Card makes a script of a sheet's page, from which the reader's own pack takes
// its text: a page that was opened from a folder may load nothing else, and only what was
// chosen is loaded. Its name is made of the id, so that a pack can be loaded that knows no
// more of its sheets.
func (r *Renderer) Card(p *plan.Page, html []byte) (output.File, error) {
	text, err := compact(string(article(html)))
	if err != nil {
		return output.File{}, err
	}
	call := "praxisblattCard(" + strconv.Quote(p.Lang) + "," + strconv.Quote(p.Entry.ID) + "," + strconv.Quote(path.Base(p.Path)) + ","
	return output.File{Path: plan.CardPath(p.Entry, p.Lang), Bytes: append(append([]byte(call), text...), ")\n"...)}, nil
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
