package markdown

import (
	"net/url"
	"strings"

	"github.com/yuin/goldmark/util"
)

// escapes holds what bytes become in text and in attributes between double quotes; nil
// is the byte itself. Control characters are errors in HTML and fatal in XML.
var escapes = func() (t [256]string) {
	for c := range ' ' {
		t[c] = "\ufffd"
	}
	t['\t'], t['\n'], t['\r'] = "\t", "\n", " "
	t['&'], t['<'], t['>'], t['"'] = "&amp;", "&lt;", "&gt;", "&quot;"
	t[0x7f] = "\ufffd"
	return t
}()

// escaped are the bytes that become something else.
var escaped = func() (t [256]bool) {
	for c, e := range escapes {
		t[c] = e != "" && e != string(rune(c))
	}
	return t
}()

// appendEscaped appends s as HTML text.
func appendEscaped[T string | []byte](dst []byte, s T) []byte {
	run := 0
	for i := range len(s) {
		if escaped[s[i]] {
			dst = append(dst, s[run:i]...)
			dst = append(dst, escapes[s[i]]...)
			run = i + 1
		}
	}
	return append(dst, s[run:]...)
}

// appendAttr appends an attribute with a space before it.
func appendAttr(dst []byte, name, value string) []byte {
	dst = append(dst, ' ')
	dst = append(dst, name...)
	dst = append(dst, `="`...)
	dst = appendEscaped(dst, value)
	return append(dst, '"')
}

// escapeURL writes in percent what may not stand in a URL, and leaves what is so
// already.
func escapeURL(s string) string {
	for i := range len(s) {
		if !inAddress[s[i]] || s[i] == '%' {
			return string(util.URLEscape([]byte(s), false))
		}
	}
	return s
}

// fragment returns a link to an id of the same page.
func fragment(id string) string { return "#" + strings.ReplaceAll(url.PathEscape(id), "%3A", ":") }
