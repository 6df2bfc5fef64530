package design

import (
	"slices"
	"strings"
)

// A declaration is a custom property of :root, or its color-scheme.
type declaration struct {
	name, value string
	start       int     // of the value in the text, in bytes
	nameAt      int     // and of the name
	in          [2]bool // the schemes in which it holds
	own         bool
}

func (t declaration) at() Value { return Value{t.name, t.start, t.start + len(t.value)} }

// declarations returns those of a style, in their order. Of CSS it knows as much as this needs: comments, strings,
// brackets, blocks. Inside of @media it takes only what holds for one scheme.
func declarations(style string) []declaration {
	style = blank(style)
	var found []declaration
	var blocks []string // what stands before each open block
	from, depth := 0, 0
	for i := 0; i < len(style); i++ {
		switch c := style[i]; {
		case c == '"' || c == '\'':
			i = closing(style, i)
		case c == '(':
			depth++
		case c == ')':
			depth--
		case c == '{' && depth <= 0:
			blocks, from = append(blocks, strings.TrimSpace(style[from:i])), i+1
		case c == ';' && depth <= 0, c == '}':
			if t, ok := declared(style, from, i); ok && len(blocks) > 0 {
				if t.in = holds(blocks); t.in != [2]bool{} {
					found = append(found, t)
				}
			}
			if c == '}' {
				blocks, depth = blocks[:max(0, len(blocks)-1)], 0
			}
			from = i + 1
		}
	}
	return found
}

// declared reads what stands between two bytes of a style.
func declared(style string, from, to int) (declaration, bool) {
	name, value, ok := strings.Cut(style[from:to], ":")
	start := from + len(name) + 1
	name = strings.TrimLeft(name, blanks)
	nameAt := start - 1 - len(name)
	name = strings.TrimRight(name, blanks)
	if !ok || !strings.HasPrefix(name, "--") && name != "color-scheme" {
		return declaration{}, false
	}
	value, _, _ = strings.Cut(value, "!")
	trimmed := strings.TrimLeft(value, blanks)
	return declaration{name: name, value: strings.TrimRight(trimmed, blanks), start: start + len(value) - len(trimmed), nameAt: nameAt}, true
}

// blanks are CSS's.
const blanks = " \t\r\n\f"

// holds tells in which schemes blocks within one another hold for the whole page.
func holds(blocks []string) [2]bool {
	in := [2]bool{true, true}
	for _, b := range blocks {
		b = strings.ToLower(strings.Join(strings.Fields(b), ""))
		switch {
		case slices.Contains(strings.Split(b, ","), ":root"): // html counts less than the built-in :root
		case b == "@media(prefers-color-scheme:light)":
			in[Dark] = false
		case b == "@media(prefers-color-scheme:dark)":
			in[Light] = false
		default:
			return [2]bool{}
		}
	}
	return in
}

// blank puts blanks in the place of comments, so that all else keeps its place.
func blank(style string) string {
	b := []byte(style)
	for i := 0; i < len(b); i++ {
		switch {
		case b[i] == '"' || b[i] == '\'':
			i = closing(style, i)
		case strings.HasPrefix(style[i:], "/*"):
			end := len(b)
			if n := strings.Index(style[i+2:], "*/"); n >= 0 {
				end = i + n + 4
			}
			for ; i < end; i++ {
				b[i] = ' '
			}
			i--
		}
	}
	return string(b)
}

// closing returns where a string ends that begins at i: at its quote, else before the end of the line.
func closing(style string, i int) int {
	quote := style[i]
	for i++; i < len(style); i++ {
		switch style[i] {
		case '\\':
			i++
		case '\n':
			return i - 1
		case quote:
			return i
		}
	}
	return len(style)
}

// lower makes letters of ASCII small, which is all that keywords have, and keeps every byte in its place.
func lower(s string) string {
	b := []byte(s)
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	return string(b)
}

// call finds the first call of a function in a value: where it begins, its arguments, and where it has ended. at is
// -1 without one.
func call(value, name string) (at int, args string, rest int) {
	for from := 0; ; {
		at = strings.Index(lower(value[from:]), name+"(")
		if at < 0 {
			return -1, "", 0
		}
		if at += from; at == 0 || strings.IndexByte("(, \t\r\n/", value[at-1]) >= 0 {
			break
		}
		from = at + len(name)
	}
	open, depth := at+len(name)+1, 1
	for i := open; i < len(value); i++ {
		switch value[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return at, value[open:i], i + 1
			}
		}
	}
	return -1, "", 0
}

// split parts arguments at the commas outside of brackets.
func split(args string) []string {
	var parts []string
	from, depth := 0, 0
	for i := 0; i <= len(args); i++ {
		switch {
		case i == len(args) || args[i] == ',' && depth == 0:
			parts, from = append(parts, strings.TrimSpace(args[from:i])), i+1
		case args[i] == '(':
			depth++
		case args[i] == ')':
			depth--
		}
	}
	return parts
}
