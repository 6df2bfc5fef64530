package markdown

import "strings"

// Marks are which marks stand in a text. Most texts have few, and are found out at one look to have nothing of which
// Markdown or typography makes something.
type Marks uint8

const (
	quoteMarks  Marks = 1 << iota // of quotes and hyphens
	frenchMarks                   // that want a space before them
	frenchBytes                   // with which the others begin
	signMarks                     // of links, images, HTML and headings
	colonMark
	dashMark
	equalsMark
)

var marksOf = func() (t [256]Marks) {
	for bytes, m := range map[string]Marks{`"'-`: quoteMarks, ":;!?%": frenchMarks, "\xc2\xe2": frenchBytes, "[<!>#": signMarks, ":": colonMark, "-": dashMark, "=": equalsMark} {
		for i := range len(bytes) {
			t[bytes[i]] |= m
		}
	}
	return t
}()

// MarksOf returns those of a text.
func MarksOf(s string) (m Marks) {
	for i := range len(s) {
		m |= marksOf[s[i]]
	}
	return m
}

// MayMention reports whether a text with these marks may have a link, an image, an address, a heading or HTML.
func (m Marks) MayMention(s string) bool {
	return m&signMarks != 0 || m&colonMark != 0 && strings.Contains(s, "://") || strings.Contains(s, "www.") ||
		m&dashMark != 0 && underlined(s, "-") || m&equalsMark != 0 && underlined(s, "=")
}

// underlined reports whether a line consists of a mark alone: it makes a heading of the line before, however short it is.
func underlined(s, mark string) bool {
	for _, s, more := strings.Cut(s, "\n"); more; _, s, more = strings.Cut(s, "\n") {
		if line := strings.TrimLeft(s, " \t"); strings.HasPrefix(line, mark) {
			rest := strings.TrimLeft(strings.TrimLeft(line, mark), " \t\r")
			if rest == "" || rest[0] == '\n' {
				return true
			}
		}
	}
	return false
}

// MayOffend reports whether there may be something to repair in a text with these marks, which [LineRepairs] takes longer to tell.
func (m Marks) MayOffend(s, lang string) bool {
	if !hasHabits(lang) {
		return false
	}
	return m&quoteMarks != 0 || primary(lang) == "fr" &&
		(m&frenchMarks != 0 || m&frenchBytes != 0 && (strings.Contains(s, "«") || strings.Contains(s, "»") || strings.Contains(s, "€")))
}
