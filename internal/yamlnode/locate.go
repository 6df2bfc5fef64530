package yamlnode

import (
	"bytes"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
)

// scalarEnd returns the offset in the text at which a scalar that begins at an
// offset ends, which the library does not tell.
func (r *reader) scalarEnd(value string, style Style, at int) int {
	text := r.view[at:]
	switch style {
	case Literal, Folded:
		return at + blockEnd(text, r.explicitIndent(at))
	case SingleQuoted, DoubleQuoted:
		for i := 1; i < len(text); i++ {
			switch {
			case style == DoubleQuoted && text[i] == '\\':
				i++
			case text[i] == text[0] && style == SingleQuoted && strings.HasPrefix(text[i+1:], "'"):
				i++
			case text[i] == text[0]:
				return at + i + 1
			}
		}
		return len(r.text)
	}
	if strings.HasPrefix(text, value) {
		return at + len(value)
	}
	return at + align(text, value, Plain, len(value))
}

// explicitIndent returns the indentation of a block scalar whose indicator names
// it, such as |2, relative to its key; -1 for any other.
func (r *reader) explicitIndent(at int) int {
	from, to := r.lineAt(at)
	head, _, _ := bytes.Cut(r.text[at:to], []byte("#"))
	i := bytes.IndexAny(head, "123456789")
	if i < 0 {
		return -1
	}
	line := r.text[from:at]
	return len(line) - len(bytes.TrimLeft(line, " -")) + int(head[i]-'0')
}

// blockEnd returns the length of a block scalar that begins with its
// indicator: up to the end of the last line that has its indentation, that of the
// first where it is -1.
func blockEnd(text string, indent int) int {
	end := strings.IndexAny(text, "\r\n")
	if end < 0 {
		return len(text)
	}
	for at := end; at < len(text); {
		next := len(text)
		if i := strings.IndexByte(text[at+1:], '\n'); i >= 0 {
			next = at + 1 + i
		}
		line := strings.TrimRight(text[at+1:next], "\r")
		ink := len(line) - len(strings.TrimLeft(line, " "))
		if ink < len(line) {
			if indent < 0 {
				indent = ink
			}
			if ink < indent || ink == 0 {
				break
			}
			end = at + 1 + len(line)
		}
		at = next
	}
	return end
}

// Locate returns the place of the bytes [from, to) of a scalar's decoded value,
// given the span of the scalar: through indentation, folding and escapes.
func Locate(span diag.Span, value string, from, to int) diag.Span {
	text := span.Text()
	style := Plain
	switch {
	case text == "":
	case text[0] == '|':
		style = Literal
	case text[0] == '>':
		style = Folded
	case text[0] == '\'':
		style = SingleQuoted
	case text[0] == '"':
		style = DoubleQuoted
	}
	find := func(n int) int {
		if style == Literal {
			if i, ok := alignLines(text, value, n); ok {
				return i
			}
		}
		return align(text, value, style, n)
	}
	start := find(from)
	end := start
	if to > from {
		end = find(to-1) + 1
	}
	return span.Source.Span(span.Start+start, span.Start+end)
}

// alignLines is align for a literal text, as far as its lines stand there as they are, each behind the indentation.
func alignLines(text, value string, n int) (int, bool) {
	indent := blockIndent(text, Literal)
	i := strings.IndexByte(text, '\n') + 1
	for j := 0; j < len(value); {
		for k := 0; k < indent && i < len(text) && text[i] == ' '; k++ {
			i++
		}
		end := len(value)
		if line := strings.IndexByte(value[j:], '\n'); line >= 0 {
			end = j + line + 1
		}
		if !strings.HasPrefix(text[i:], value[j:end]) {
			return 0, false
		}
		if n < end {
			return i + n - j, true
		}
		i, j = i+end-j, end
	}
	return 0, false
}

// align walks a scalar as written and its value side by side and returns the
// offset in the first that belongs to offset n of the second. Where the two
// differ the writing has indentation, a line break that folding made a blank,
// or an escape.
func align(text, value string, style Style, n int) int {
	i := 0
	switch style {
	case Literal, Folded:
		i = strings.IndexByte(text, '\n') + 1
	case SingleQuoted, DoubleQuoted:
		i = 1
	}
	blank := func(c byte) bool { return c == ' ' || c == '\n' || c == '\r' || c == '\t' }
	lineStart := style == Literal || style == Folded
	indent := blockIndent(text, style)
	for j := 0; i < len(text); {
		if lineStart { // the indentation of a block is no part of the value
			for k := 0; k < indent && i < len(text) && text[i] == ' '; k++ {
				i++
			}
			lineStart = false
			continue
		}
		if style == DoubleQuoted && text[i] == '\\' && i+1 < len(text) && (text[i+1] == '\n' || text[i+1] == '\r') {
			for i++; i < len(text) && blank(text[i]); i++ { // an escaped line break is no part of the value
			}
			continue
		}
		if j >= n && (j >= len(value) || text[i] == value[j] || !blank(text[i])) {
			return i
		}
		switch c := text[i]; {
		case j < len(value) && c == value[j] && !(style == SingleQuoted && c == '\'') && !(style == DoubleQuoted && c == '\\'):
			i, j = i+1, j+1
			lineStart = c == '\n' && (style == Literal || style == Folded)
		case j < len(value) && blank(c) && value[j] == ' ': // a folded line break
			i, j = i+1, j+1
			for i < len(text) && blank(text[i]) {
				i++
			}
		case blank(c):
			i++
			lineStart = c == '\n' && (style == Literal || style == Folded)
		case j < len(value) && blank(value[j]):
			j++
		case style == DoubleQuoted && c == '\\':
			i, j = i+escapeLen(text[i:]), j+runeLen(value, j)
		case style == SingleQuoted && c == '\'':
			i, j = i+2, j+1
		default: // what was painted over
			i, j = i+1, j+1
		}
	}
	return len(text)
}

// blockIndent returns the indentation of a block scalar: that of its first line
// of text, or of the line that has least where the indicator names it.
func blockIndent(text string, style Style) int {
	if style != Literal && style != Folded {
		return 0
	}
	head, rest, _ := strings.Cut(text, "\n")
	head, _, _ = strings.Cut(head, "#")
	least := -1
	for line := range strings.SplitSeq(rest, "\n") {
		if ink := strings.TrimLeft(line, " \r"); ink != "" {
			indent := len(line) - len(strings.TrimLeft(line, " "))
			if !strings.ContainsAny(head, "123456789") {
				return indent
			}
			if least < 0 || indent < least {
				least = indent
			}
		}
	}
	return max(least, 0)
}

// escapeLen returns the length of an escape of a double-quoted scalar.
func escapeLen(s string) int {
	if len(s) < 2 {
		return len(s)
	}
	switch s[1] {
	case 'x':
		return min(4, len(s))
	case 'u':
		return min(6, len(s))
	case 'U':
		return min(10, len(s))
	}
	return 2
}

func runeLen(s string, i int) int {
	n := 1
	for i+n < len(s) && s[i+n]&0xC0 == 0x80 {
		n++
	}
	return n
}
