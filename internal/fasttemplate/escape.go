package fasttemplate

import (
	"html/template"
	"reflect"
	"strings"
)

// The escapers that html/template puts behind the actions of its trees, by their names there.
const (
	escHTML      = "_html_template_htmlescaper"
	escAttr      = "_html_template_attrescaper"
	escRCData    = "_html_template_rcdataescaper"
	escURLFilter = "_html_template_urlfilter"
	escURLNorm   = "_html_template_urlnormalizer"
	escURL       = "_html_template_urlescaper"
	escSrcset    = "_html_template_srcsetescaper"
	escJS        = "_html_template_jsvalescaper"
)

// Types of content that is known to be safe in a place pass the escaper of that place.
var passes = map[string]reflect.Type{
	escHTML:      reflect.TypeFor[template.HTML](),
	escURLFilter: reflect.TypeFor[template.URL](),
	escSrcset:    reflect.TypeFor[template.Srcset](),
	escJS:        reflect.TypeFor[template.JS](),
}

// A writer adds a string to the output. It appends in place, so that the collector need not be told of the same pointer once more
// at each word.
type writer func(x *state, s string)

// escaper returns the escapers of a chain as one, for values of a type. Each gives a
// string to the next, and so it is only the first that knows the type.
func escaper(chain []string, typ reflect.Type) (writer, error) {
	if len(chain) > 0 && passes[chain[0]] == typ {
		chain = chain[1:]
		typ = reflect.TypeFor[string]()
	}
	var before []func(string) string
	for i, name := range chain {
		if i == 0 && !knows(name, typ) {
			return nil, errUnsupported
		}
		switch name {
		case escHTML, escAttr, escRCData:
			if i == len(chain)-1 {
				return after(before, writeHTML), nil
			}
			before = append(before, func(s string) string {
				var x state
				writeHTML(&x, s)
				return string(x.out)
			})
		case escURLFilter:
			before = append(before, filterURL)
		case escURLNorm:
			before = append(before, normalizeURL)
		case escURL:
			before = append(before, escapeURL)
		default:
			return nil, errUnsupported
		}
	}
	return after(before, func(x *state, s string) { x.out = append(x.out, s...) }), nil
}

// knows reports whether an escaper does with a type what it does with a string. A URL
// that is escaped for a query keeps its delimiters; HTML in an attribute loses its tags.
func knows(name string, typ reflect.Type) bool {
	switch name {
	case escHTML, escAttr, escRCData:
		return typ != reflect.TypeFor[template.HTML]()
	case escURLFilter, escURL:
		return typ != reflect.TypeFor[template.URL]()
	case escURLNorm:
		return true
	}
	return false
}

// after puts functions before the last one.
func after(before []func(string) string, last writer) writer {
	switch len(before) {
	case 0:
		return last
	case 1:
		return func(x *state, s string) { last(x, before[0](s)) }
	}
	return func(x *state, s string) {
		for _, f := range before {
			s = f(s)
		}
		last(x, s)
	}
}

// entities are what stands for the bytes that mean something in HTML.
var entities = [256]string{0: "\uFFFD", '"': "&#34;", '&': "&amp;", '\'': "&#39;", '+': "&#43;", '<': "&lt;", '>': "&gt;"}

// meant are the bytes that have an entity.
var meant = func() (in [256]bool) {
	for b, entity := range entities {
		in[b] = entity != ""
	}
	return in
}()

func writeHTML(x *state, s string) {
	from := 0
	for i := range len(s) {
		if meant[s[i]] {
			x.out = append(x.out, s[from:i]...)
			x.out = append(x.out, entities[s[i]]...)
			from = i + 1
		}
	}
	x.out = append(x.out, s[from:]...)
}

// unsafeURL is what stands for an address with a scheme that might do something.
const unsafeURL = "#ZgotmplZ"

func filterURL(s string) string {
	scheme, _, found := strings.Cut(s, ":")
	if !found || strings.Contains(scheme, "/") {
		return s
	}
	for _, safe := range []string{"http", "https", "mailto"} {
		if strings.EqualFold(scheme, safe) {
			return s
		}
	}
	return unsafeURL
}

// Bytes of a URL that are not percent-encoded: the unreserved ones of RFC 3986 in any case,
// most of the reserved ones where a URL is normalized.
var (
	unreserved = bytesOf("-._~", "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
	inURL      = bytesOf("-._~!#$&*+,/:;=?@[]", "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
)

func bytesOf(sets ...string) (in [256]bool) {
	for _, set := range sets {
		for i := range len(set) {
			in[set[i]] = true
		}
	}
	return in
}

func normalizeURL(s string) string { return encodeURL(s, &inURL, true) }
func escapeURL(s string) string    { return encodeURL(s, &unreserved, false) }

// encodeURL percent-encodes all bytes that are not in a set. With keep, what is encoded
// already stays as it is.
func encodeURL(s string, in *[256]bool, keep bool) string {
	for i := range len(s) {
		if !in[s[i]] {
			return encodeFrom(s, i, in, keep)
		}
	}
	return s
}

func encodeFrom(s string, i int, in *[256]bool, keep bool) string {
	const digits = "0123456789abcdef"
	encoded := append(make([]byte, 0, len(s)+16), s[:i]...)
	for ; i < len(s); i++ {
		b := s[i]
		if in[b] || keep && b == '%' && i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]) {
			encoded = append(encoded, b)
			continue
		}
		encoded = append(encoded, '%', digits[b>>4], digits[b&15])
	}
	return string(encoded)
}

func isHex(b byte) bool {
	return '0' <= b && b <= '9' || 'a' <= b && b <= 'f' || 'A' <= b && b <= 'F'
}
