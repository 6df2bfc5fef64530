package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	xast "github.com/yuin/goldmark/extension/ast"
)

// Plain returns the text without markup: each block a line, the cells of a table's row
// with a space between them, images as their alternative texts, raw HTML left out.
func (d *Document) Plain() string {
	w := plainWriter{d: d}
	w.block(d.root)
	return string(bytes.TrimSpace(w.buf))
}

// Summary returns whole sentences from the beginning of the text, of paragraphs alone
// if there are any, at most max characters. See FirstSentences.
func (d *Document) Summary(max int) string {
	w := plainWriter{d: d}
	for n := d.root.FirstChild(); n != nil && len(w.buf) < 4*max; n = n.NextSibling() {
		if n.Kind() == ast.KindParagraph {
			w.block(n)
		}
	}
	if len(bytes.TrimSpace(w.buf)) == 0 {
		return FirstSentences(d.Plain(), max)
	}
	return FirstSentences(string(w.buf), max)
}

// inlineText returns what a reader sees of the children of n.
func (d *Document) inlineText(n ast.Node) string {
	w := plainWriter{d: d, pen: d.pen()}
	w.inlines(n)
	return string(bytes.TrimSpace(w.buf))
}

func (d *Document) pen() pen { return pen{source: d.source, quotes: d.options.Quotes} }

type plainWriter struct {
	d   *Document
	pen pen
	buf []byte
}

func (w *plainWriter) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.HTMLBlock, *ast.LinkReferenceDefinition:
		return
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		for i := range n.Lines().Len() {
			line := n.Lines().At(i)
			w.buf = append(w.buf, line.Value(w.d.source)...)
		}
		w.line()
		return
	case *xast.TableHeader, *xast.TableRow:
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			w.pen = w.d.pen()
			w.inlines(c)
			w.buf = append(w.buf, ' ')
		}
		w.line()
		return
	}
	first := n.FirstChild()
	if first == nil || first.Type() == ast.TypeInline {
		w.pen = w.d.pen()
		w.inlines(n)
		w.line()
		return
	}
	for c := first; c != nil; c = c.NextSibling() {
		w.block(c)
	}
}

// line ends a line that has something in it.
func (w *plainWriter) line() { w.buf = endLine(w.buf) }

func endLine(text []byte) []byte {
	text = bytes.TrimRight(text, " \t\r\n")
	if len(text) > 0 {
		text = append(text, '\n')
	}
	return text
}

func (w *plainWriter) inlines(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			w.text(c)
		case *ast.CodeSpan:
			w.code(c)
		case *ast.AutoLink:
			w.buf = append(w.buf, c.Label(w.d.source)...)
		case *ast.RawHTML, *xast.FootnoteLink, *xast.FootnoteBacklink:
		default:
			w.inlines(c)
		}
	}
}

func (w *plainWriter) text(t *ast.Text) {
	if t.IsRaw() {
		w.buf = append(w.buf, t.Value(w.d.source)...)
	} else {
		w.buf = w.pen.write(w.buf, t.Segment.Start, t.Segment.Stop)
	}
	switch {
	case t.HardLineBreak():
		w.buf = append(w.buf, '\n')
	case t.SoftLineBreak():
		w.buf = append(w.buf, ' ')
	}
}

// code writes a code span, whose line feeds count as spaces.
func (w *plainWriter) code(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			w.buf = append(w.buf, bytes.ReplaceAll(t.Value(w.d.source), []byte{'\n'}, []byte{' '})...)
		}
	}
}
