package render

import (
	"bytes"
	"path"
	"unicode/utf8"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
)

// AppendCard adds the text of a sheet's page to a script, from which the reader's own
// pack takes it: a page that was opened from a folder may load nothing else.
func AppendCard(script []byte, p *plan.Page, html []byte) []byte {
	script = append(script, "praxisblattCard"...)
	for i, s := range []string{p.Lang, p.Entry.ID, path.Base(p.Path)} {
		script = append(script, "(,,"[i])
		script = appendJSON(script, []byte(s))
	}
	script = append(script, ',')
	script = appendJSON(script, article(html))
	return append(script, ")\n"...)
}

// appendJSON adds a text as JSON: encoding/json can't take one that lies in bytes without two
// copies, which for the pages of a large site is most of the memory that rendering uses.
// What is no UTF-8 becomes U+FFFD, as there.
func appendJSON(to, text []byte) []byte {
	const digits = "0123456789abcdef"
	to = append(to, '"')
	from := 0
	for i := 0; i < len(text); {
		b := text[i]
		if b >= ' ' && b != '"' && b != '\\' && b < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(text[i:])
		if size > 1 && r != '\u2028' && r != '\u2029' {
			i += size
			continue
		}
		to = append(to, text[from:i]...)
		switch {
		case r == '"' || r == '\\':
			to = append(to, '\\', b)
		case r == '\n':
			to = append(to, `\n`...)
		case r < ' ':
			to = append(to, '\\', 'u', '0', '0', digits[b>>4], digits[b&15])
		case r == utf8.RuneError:
			to = append(to, `\ufffd`...)
		default:
			to = append(to, `\u202`...)
			to = append(to, digits[r&15])
		}
		i += size
		from = i
	}
	to = append(to, text[from:]...)
	return append(to, '"')
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
