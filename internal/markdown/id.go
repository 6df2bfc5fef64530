package markdown

import (
	"strconv"
	"strings"
	"unicode"
)

// identify gives each heading an id from its text. Ids of notes have a colon in them,
// which no id of a heading has.
func (d *Document) identify() {
	if len(d.headings) == 0 {
		return
	}
	d.ids = make(map[string]int, len(d.headings))
	for i := range d.headings {
		base := slug(d.headings[i].Text)
		id := base
		for d.ids[id] > 0 {
			d.ids[base]++
			id = base + "-" + strconv.Itoa(d.ids[base])
		}
		d.ids[id] = 1
		d.headings[i].ID = id
	}
}

// slug keeps the letters and digits of every script, so that a heading in Arabic has a
// name too.
func slug(s string) string {
	var b strings.Builder
	hyphen := false
	for _, r := range strings.ToLower(s) {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			hyphen = true
			continue
		}
		if hyphen && b.Len() > 0 {
			b.WriteByte('-')
		}
		hyphen = false
		b.WriteRune(r)
	}
	if b.Len() == 0 {
		return "section"
	}
	return b.String()
}
