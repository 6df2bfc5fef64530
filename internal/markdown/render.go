package markdown

import (
	"strconv"

	"github.com/yuin/goldmark/ast"
	xast "github.com/yuin/goldmark/extension/ast"
)

// RenderOptions says how a document becomes HTML.
type RenderOptions struct {
	// IDPrefix stands before every id, so that several texts fit on one page:
	// "outcome-".
	IDPrefix string
	// HeadingLevel is the level that a # becomes, the others below it, 6 at most; 0 is 1.
	HeadingLevel int
	// Resolve says where a link or an image leads, if anywhere: without an address only
	// its text is written. It is not asked about what Classify refuses, images on other
	// hosts, which are never shown, and links to headings of the text itself. Nil leaves
	// all as it is written but links to sheets and pages, which lead nowhere then.
	Resolve func(Link) (Address, bool)
	// Backlink names the links from notes back to the text; empty is a word in the
	// text's own language.
	Backlink string
}

// Address is where a link leads on the page, with further attributes such as hreflang,
// or width of an image. Links have no target and no rel of their own: without a target
// there is no opener to guard, and what a referrer tells is the page's decision.
type Address struct {
	Href  string
	Attrs []Attr
}

// Attr is an attribute of an element, its value not yet escaped.
type Attr struct{ Name, Value string }

// AppendHTML appends the document as HTML.
//
// The tree is walked here rather than by goldmark's renderer: its node renderers are
// made once and know nothing of the call, while prefix, level and addresses differ with
// each field; and so every byte that goes out goes through one of these functions.
func (d *Document) AppendHTML(dst []byte, o RenderOptions) []byte {
	if o.Backlink == "" {
		o.Backlink = backlink(d.options.Lang)
	}
	r := renderer{d: d, o: o, buf: dst}
	r.blocks(d.root)
	return r.buf
}

type renderer struct {
	d       *Document
	o       RenderOptions
	buf     []byte
	scratch []byte // text on its way from source to HTML
	pen     pen
	heading int // how many headings are written
}

func (r *renderer) put(s string) { r.buf = append(r.buf, s...) }

func (r *renderer) blocks(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		r.block(n)
	}
}

func (r *renderer) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Paragraph:
		r.leaf("<p>", n, "</p>\n")
	case *ast.TextBlock:
		r.leaf("", n, "")
		if n.NextSibling() != nil {
			r.put("\n")
		}
	case *ast.Heading:
		r.headingBlock(n)
	case *ast.List:
		r.list(n)
	case *ast.ListItem:
		r.container("<li>", n, "</li>\n")
	case *ast.Blockquote:
		r.container("<blockquote>\n", n, "</blockquote>\n")
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		r.put("<pre><code>")
		r.lines(n)
		r.put("</code></pre>\n")
	case *ast.ThematicBreak:
		r.put("<hr>\n")
	case *ast.HTMLBlock:
		r.html(n)
	case *ast.LinkReferenceDefinition:
	case *xast.Table:
		r.table(n)
	case *xast.DefinitionList:
		r.container("<dl>\n", n, "</dl>\n")
	case *xast.DefinitionTerm:
		r.leaf("<dt>", n, "</dt>\n")
	case *xast.DefinitionDescription:
		r.container("<dd>", n, "</dd>\n")
	case *xast.FootnoteList:
		r.container("<div class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n", n, "</ol>\n</div>\n")
	case *xast.Footnote:
		r.put("<li")
		r.buf = appendAttr(r.buf, "id", r.o.IDPrefix+"fn:"+strconv.Itoa(n.Index))
		r.container(">\n", n, "</li>\n")
	default:
		r.blocks(n)
	}
}

func (r *renderer) container(before string, n ast.Node, after string) {
	r.put(before)
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Type() == ast.TypeInline {
			r.inline(c) // the backlink of a note that does not end in a paragraph
			continue
		}
		r.block(c)
	}
	r.put(after)
}

// leaf writes a block of inlines; quotations don't reach beyond it.
func (r *renderer) leaf(before string, n ast.Node, after string) {
	r.put(before)
	r.pen = r.d.pen()
	r.inlines(n)
	r.put(after)
}

func (r *renderer) headingBlock(n *ast.Heading) {
	level := strconv.Itoa(min(max(r.o.HeadingLevel, 1)+n.Level-1, 6))
	r.put("<h" + level)
	if r.heading < len(r.d.headings) {
		r.buf = appendAttr(r.buf, "id", r.o.IDPrefix+r.d.headings[r.heading].ID)
		r.heading++
	}
	r.leaf(">", n, "</h"+level+">\n")
}

func (r *renderer) list(n *ast.List) {
	switch {
	case !n.IsOrdered():
		r.container("<ul>\n", n, "</ul>\n")
	case n.Start != 1:
		r.container("<ol start=\""+strconv.Itoa(n.Start)+"\">\n", n, "</ol>\n")
	default:
		r.container("<ol>\n", n, "</ol>\n")
	}
}

func (r *renderer) lines(n ast.Node) {
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		r.buf = appendEscaped(r.buf, line.Value(r.d.source))
	}
}

// html writes a block of raw HTML, as such or as a paragraph that shows it.
func (r *renderer) html(n *ast.HTMLBlock) {
	if r.d.options.RawHTML {
		for i := range n.Lines().Len() {
			line := n.Lines().At(i)
			r.buf = append(r.buf, line.Value(r.d.source)...)
		}
		if n.HasClosure() {
			r.buf = append(r.buf, n.ClosureLine.Value(r.d.source)...)
		}
		return
	}
	r.put("<p>")
	r.lines(n)
	if n.HasClosure() {
		r.buf = appendEscaped(r.buf, n.ClosureLine.Value(r.d.source))
	}
	r.put("</p>\n")
}

func (r *renderer) table(n *xast.Table) {
	r.put("<div class=\"scroll\" tabindex=\"0\">\n<table>\n") // so that a wide one can be moved with keys
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		_, header := row.(*xast.TableHeader)
		switch {
		case header:
			r.row("<thead>\n<tr>\n", row, "</tr>\n</thead>\n", true)
		case row.PreviousSibling() == n.FirstChild():
			r.row("<tbody>\n<tr>\n", row, "</tr>\n", false)
		default:
			r.row("<tr>\n", row, "</tr>\n", false)
		}
	}
	if n.ChildCount() > 1 {
		r.put("</tbody>\n")
	}
	r.put("</table>\n</div>\n")
}

func (r *renderer) row(before string, n ast.Node, after string, header bool) {
	r.put(before)
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		// An empty head would be announced as one.
		name := "td"
		if header && c.HasChildren() {
			name = "th"
		}
		r.put("<" + name)
		if name == "th" {
			r.put(` scope="col"`)
		}
		if cell, ok := c.(*xast.TableCell); ok && cell.Alignment != xast.AlignNone {
			r.buf = appendAttr(r.buf, "class", "align-"+cell.Alignment.String())
		}
		r.leaf(">", c, "</"+name+">\n")
	}
	r.put(after)
}

// backlink names the link from a note back to the text.
func backlink(lang string) string {
	switch primary(lang) {
	case "de":
		return "Zurück zum Text"
	case "fr":
		return "Retour au texte"
	}
	return "Back to the text"
}
