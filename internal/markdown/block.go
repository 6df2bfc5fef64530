package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	xast "github.com/yuin/goldmark/extension/ast"
)

// BlockKind says what a block is.
type BlockKind uint8

// Blocks hold blocks or runs, never both. Tables hold rows, rows hold cells, and
// cells hold runs; Term and Description stand in Definitions, Note in Notes.
const (
	Paragraph BlockKind = iota
	Title               // a heading
	List
	Item
	Quote
	Code
	Divider
	Table
	Row
	Cell
	Definitions
	Term
	Description
	Notes
	Note
)

// A Block is a piece of a text for presses that write no HTML.
type Block struct {
	Kind    BlockKind
	Level   int    // of a Title: 1 to 6, as written
	Ordered bool   // of a List
	Start   int    // of an ordered List; of a Note its number
	Head    bool   // of a Row
	Align   string // of a Cell: left, center, right, or none
	Runs    []Run
	Blocks  []Block
}

// A Run is a stretch of text in one style, as readers see it.
type Run struct {
	Text                      string
	Strong, Emphasis, Literal bool
	Link                      *Link // where it belongs to a link, or is an image
	Break                     bool  // the line ends behind it
	Note                      int   // the number of the note that it refers to; then it has no text
}

// Blocks returns the document as a tree of blocks. Raw HTML is text, as Render
// shows it unless told otherwise.
func (d *Document) Blocks() []Block {
	b := blockWriter{d: d}
	return b.blocks(d.root)
}

type blockWriter struct {
	d    *Document
	pen  pen
	runs []Run
}

func (b *blockWriter) blocks(parent ast.Node) []Block {
	var all []Block
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		all = append(all, b.block(n)...)
	}
	return all
}

func (b *blockWriter) block(n ast.Node) []Block {
	one := func(x Block) []Block { return []Block{x} }
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		return one(Block{Runs: b.leaf(n)})
	case *ast.Heading:
		return one(Block{Kind: Title, Level: n.Level, Runs: b.leaf(n)})
	case *ast.List:
		return one(Block{Kind: List, Ordered: n.IsOrdered(), Start: n.Start, Blocks: b.blocks(n)})
	case *ast.ListItem:
		return one(Block{Kind: Item, Blocks: b.blocks(n)})
	case *ast.Blockquote:
		return one(Block{Kind: Quote, Blocks: b.blocks(n)})
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		return one(Block{Kind: Code, Runs: b.lines(n)})
	case *ast.HTMLBlock:
		return one(Block{Runs: b.lines(n)})
	case *ast.ThematicBreak:
		return one(Block{Kind: Divider})
	case *ast.LinkReferenceDefinition:
		return nil
	case *xast.Table:
		return one(Block{Kind: Table, Blocks: b.blocks(n)})
	case *xast.TableHeader:
		return one(Block{Kind: Row, Head: true, Blocks: b.blocks(n)})
	case *xast.TableRow:
		return one(Block{Kind: Row, Blocks: b.blocks(n)})
	case *xast.TableCell:
		return one(Block{Kind: Cell, Align: n.Alignment.String(), Runs: b.leaf(n)})
	case *xast.DefinitionList:
		return one(Block{Kind: Definitions, Blocks: b.blocks(n)})
	case *xast.DefinitionTerm:
		return one(Block{Kind: Term, Runs: b.leaf(n)})
	case *xast.DefinitionDescription:
		return one(Block{Kind: Description, Blocks: b.blocks(n)})
	case *xast.FootnoteList:
		return one(Block{Kind: Notes, Blocks: b.blocks(n)})
	case *xast.Footnote:
		return one(Block{Kind: Note, Start: n.Index, Blocks: b.blocks(n)})
	}
	if n.Type() == ast.TypeInline { // the way back from a note
		return nil
	}
	return b.blocks(n)
}

// leaf returns the runs of a block of inlines.
func (b *blockWriter) leaf(n ast.Node) []Run {
	b.pen, b.runs = b.d.pen(), nil
	b.inlines(n, Run{})
	return b.runs
}

func (b *blockWriter) lines(n ast.Node) []Run {
	var runs []Run
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		runs = append(runs, Run{Text: strings.TrimRight(string(line.Value(b.d.source)), "\r\n"), Literal: n.Kind() != ast.KindHTMLBlock, Break: true})
	}
	if h, ok := n.(*ast.HTMLBlock); ok && h.HasClosure() {
		runs = append(runs, Run{Text: strings.TrimSpace(string(h.ClosureLine.Value(b.d.source)))})
	}
	return runs
}

func (b *blockWriter) inlines(parent ast.Node, style Run) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		b.inline(n, style)
	}
}

// add appends a text in a style, to the run before where that is the same.
func (b *blockWriter) add(text string, style Run) {
	if n := len(b.runs); n > 0 {
		last := b.runs[n-1]
		last.Text = ""
		if last == style {
			b.runs[n-1].Text += text
			return
		}
	}
	style.Text = text
	b.runs = append(b.runs, style)
}

func (b *blockWriter) inline(n ast.Node, style Run) {
	switch n := n.(type) {
	case *ast.Text:
		b.text(n, style)
	case *ast.Emphasis:
		style.Emphasis = style.Emphasis || n.Level == 1
		style.Strong = style.Strong || n.Level == 2
		b.inlines(n, style)
	case *ast.CodeSpan:
		style.Literal = true
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			if t, ok := c.(*ast.Text); ok {
				b.add(string(bytes.ReplaceAll(t.Value(b.d.source), []byte{'\n'}, []byte{' '})), style)
			}
		}
	case *ast.Link, *ast.AutoLink:
		l, _ := b.d.linkAt(n.Pos())
		style.Link = &l
		if l.Kind == Auto || l.Label == "" {
			b.add(strings.TrimPrefix(l.Dest, "mailto:"), style)
			return
		}
		b.inlines(n, style)
	case *ast.Image:
		l, _ := b.d.linkAt(n.Pos())
		style.Link = &l
		b.add(l.Label, style)
	case *ast.RawHTML:
		for i := range n.Segments.Len() {
			s := n.Segments.At(i)
			b.add(string(s.Value(b.d.source)), style)
		}
	case *xast.FootnoteLink:
		b.runs = append(b.runs, Run{Note: n.Index})
	case *xast.FootnoteBacklink:
	default:
		b.inlines(n, style)
	}
}

func (b *blockWriter) text(n *ast.Text, style Run) {
	if n.IsRaw() {
		b.add(string(n.Value(b.d.source)), style)
	} else {
		b.add(string(b.pen.write(nil, n.Segment.Start, n.Segment.Stop)), style)
	}
	switch {
	case n.HardLineBreak():
		b.runs[len(b.runs)-1].Break = true
	case n.SoftLineBreak():
		b.add(" ", style)
	}
}
