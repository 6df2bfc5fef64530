package markdown

import (
	"slices"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
)

// Kind says how a link is written.
type Kind uint8

const (
	Inline          Kind = iota + 1 // [text](dest)
	Reference                       // [text][ref], [text][], [text], with the definition found
	Auto                            // <https://…>, <name@example.org>
	Unresolved                      // [text][ref] without a definition: stays text
	Malformed                       // [text](dest that cannot be read): stays text
	MissingFootnote                 // [^note] without a note: stays text
)

// Link is a link or an image, or what was to become one.
type Link struct {
	Range                   // the whole construct
	DestStart, DestEnd int  // the destination; of a Reference that in its definition
	Kind               Kind // the last three kinds have neither target nor title
	Image              bool
	Dest               string // with escapes and entities resolved; of Unresolved and MissingFootnote the label
	Title              string
	Label              string // the text of the link, the alternative text of an image
	Target             Target // where Dest leads
}

// Ref returns what a link to a sheet or a page names, and the part after its #.
func (l Link) Ref() (id, fragment string) {
	if l.Target != Sheet && l.Target != Page {
		return "", ""
	}
	_, rest, _ := strings.Cut(l.Dest, ":")
	id, fragment, _ = strings.Cut(rest, "#")
	return id, fragment
}

// Target says where a destination leads.
type Target uint8

const (
	Refused  Target = iota // a scheme that is not allowed, or a hidden one: never output
	Nowhere                // empty
	Relative               // path.html, ../x, ?q=1
	Anchor                 // #part
	Web                    // http:, https:
	Mail                   // mailto:
	Phone                  // tel:
	Sheet                  // sheet:id
	Page                   // page:id
)

// Classify says where a destination leads, escapes and entities resolved. It refuses
// what browsers read otherwise than it looks: control characters, which they drop
// ("java\nscript:"), backslashes, which they take for slashes, and a path that begins
// with two slashes, which is another host.
func Classify(dest string) Target {
	if strings.ContainsFunc(dest, func(r rune) bool { return r < ' ' || r == 0x7f || r == '\\' }) {
		return Refused
	}
	i := strings.IndexAny(dest, ":/?#")
	switch {
	case dest == "":
		return Nowhere
	case i < 0 || dest[i] == '?':
		return Relative
	case dest[i] == '#':
		if i == 0 {
			return Anchor
		}
		return Relative
	case dest[i] == '/':
		if strings.HasPrefix(strings.TrimLeft(dest, " "), "//") {
			return Refused
		}
		return Relative
	}
	switch strings.ToLower(dest[:i]) {
	case "http", "https":
		return Web
	case "mailto":
		return Mail
	case "tel":
		return Phone
	case "sheet":
		return Sheet
	case "page":
		return Page
	}
	return Refused
}

func kindOf(r *ast.ReferenceLink) Kind {
	if r != nil {
		return Reference
	}
	return Inline
}

// addLink completes l, which n is, with positions and label.
func (d *Document) addLink(n ast.Node, st *state, l Link, dest []byte) {
	l.Start, l.End = n.Pos(), st.end(n.Pos())
	l.DestStart, l.DestEnd = l.End-1, l.End-1 // [text]() has its place before the parenthesis
	if at, ok := d.offset(dest); ok {
		l.DestStart, l.DestEnd = at, at+len(dest)
	}
	l.Label = d.inlineText(n)
	l.Target = Classify(l.Dest)
	d.links = append(d.links, l)
}

func (d *Document) addAutoLink(n *ast.AutoLink) {
	label := string(n.Label(d.source))
	l := Link{Kind: Auto, Dest: label, Label: label}
	l.Start = n.Pos()
	l.DestStart = l.Start + 1
	l.DestEnd = l.DestStart + len(label)
	l.End = l.DestEnd + 1
	if n.AutoLinkType == ast.AutoLinkEmail {
		l.Dest = "mailto:" + label
	}
	l.Target = Classify(l.Dest)
	d.links = append(d.links, l)
}

// offset finds where in the source a destination stands. goldmark cuts destinations
// out of the source and copies none; so both slices end their capacity at the same
// byte, and the addresses prove it.
func (d *Document) offset(dest []byte) (int, bool) {
	at := cap(d.source) - cap(dest)
	ok := len(dest) > 0 && at >= 0 && at+len(dest) <= len(d.source) && &d.source[at] == &dest[0]
	return at, ok
}

// linkAt returns the link that begins at start.
func (d *Document) linkAt(start int) (Link, bool) {
	i, ok := slices.BinarySearchFunc(d.links, start, func(l Link, start int) int { return l.Start - start })
	if !ok {
		return Link{}, false
	}
	return d.links[i], true
}

// BareURLs returns web addresses in the text that are no links.
func (d *Document) BareURLs() []Range {
	var found []Range
	d.bareURLs(d.root, &found)
	return found
}

func (d *Document) bareURLs(n ast.Node, found *[]Range) {
	switch n := n.(type) {
	case *ast.Link, *ast.Image, *ast.CodeSpan, *ast.AutoLink:
		return
	case *ast.Text:
		scanURLs(d.text, n.Segment.Start, n.Segment.Stop, found)
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		d.bareURLs(c, found)
	}
}

func scanURLs(text string, start, stop int, found *[]Range) {
	// goldmark may cut an address into several texts, at an underscore for one; so its
	// beginning is looked for in the text, its end in the source.
	for at := start; at < stop; {
		s := text[at:]
		i := indexURL(s[:stop-at])
		if i < 0 {
			return
		}
		address := s[i:]
		if end := strings.IndexFunc(address, endsURL); end >= 0 {
			address = address[:end]
		}
		address = strings.TrimRight(address, ".,;:!?)]}*_'’“”»…")
		*found = append(*found, Range{at + i, at + i + len(address)})
		at += i + len(address)
	}
}

func endsURL(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("<>\"|`", r) }

func indexURL(s string) int {
	first := -1
	for _, start := range []string{"http://", "https://", "www."} {
		if i := strings.Index(s, start); i >= 0 && (first < 0 || i < first) {
			first = i
		}
	}
	return first
}
