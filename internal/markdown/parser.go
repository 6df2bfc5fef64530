package markdown

import (
	"bytes"
	"cmp"
	"slices"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	xast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// goldmark is linear on what people write and quadratic on what they don't. These
// limits stand far above any text of a sheet, and keep the worst known input of that
// length at a second or two.
const (
	maxLength   = 256 << 10 // bytes of a text
	maxBlocks   = 64        // quotes, lists and items inside one another
	maxBrackets = 64        // [ that wait for their ]
	maxMarks    = 500       // runs of * and _ in one block
	maxFailures = 100       // [text](…) in one block that are no links after all
	maxCells    = 20_000    // cells of one table
	maxLines    = 2000      // lines of a paragraph that begins with definitions of references
	maxLabel    = 999       // bytes of a label that is no link's, as CommonMark has it for references
)

// ProblemKind says what is wrong with a text as a whole.
type ProblemKind uint8

const (
	TooLong        ProblemKind = iota + 1 // the whole text is shown as it is written
	TooDeep                               // quotes, lists or brackets inside one another
	TooMany                               // emphasis, links or definitions in one block
	TooWide                               // a table with too many cells
	UnusedFootnote                        // a note nobody refers to, or a second one of its name: is not shown
)

// Problem is something a reader of the page would miss.
type Problem struct {
	Kind ProblemKind
	Range
}

// commonMark returns the parser, which all goroutines share.
var commonMark = sync.OnceValue(func() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewSetextHeadingParser(), 100),
			util.Prioritized(limited{extension.NewDefinitionListParser()}, 101),
			util.Prioritized(extension.NewDefinitionDescriptionParser(), 102),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(limited{parser.NewListParser()}, 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(limited{parser.NewBlockquoteParser()}, 800),
			util.Prioritized(parser.NewHTMLBlockParser(), 900),
			util.Prioritized(footnotes{limited{extension.NewFootnoteBlockParser()}}, 999),
			util.Prioritized(parser.NewParagraphParser(), 1000)),
		parser.WithInlineParsers(
			util.Prioritized(parser.NewCodeSpanParser(), 100),
			util.Prioritized(extension.NewFootnoteParser(), 101),
			util.Prioritized(links{parser.NewLinkParser()}, 200),
			util.Prioritized(parser.NewAutoLinkParser(), 300),
			util.Prioritized(parser.NewRawHTMLParser(), 400),
			util.Prioritized(emphasis{parser.NewEmphasisParser()}, 500)),
		parser.WithParagraphTransformers(
			util.Prioritized(definitions{parser.LinkReferenceParagraphTransformer}, 100),
			util.Prioritized(tables{extension.NewTableParagraphTransformer()}, 200)),
		parser.WithASTTransformers(
			util.Prioritized(extension.NewTableASTTransformer(), 0),
			util.Prioritized(extension.NewFootnoteASTTransformer(), 999)))
})

// state is what our parsers remember of one text, beside goldmark's tree.
type state struct {
	openers  []int // where the [ and ![ stand that wait for their ], in the block at hand
	marks    int   // runs of * and _ in the block
	failures int   // links that came to nothing in the block

	spans    []Range // every link and image that goldmark made
	sorted   bool    // spans are
	broken   []Link
	notes    []*xast.Footnote
	problems []Problem
}

var stateKey = parser.NewContextKey()

func stateOf(pc parser.Context) *state { return pc.Get(stateKey).(*state) }

// exceed notes a limit, at its first place only.
func (s *state) exceed(k ProblemKind, at int) {
	if !slices.ContainsFunc(s.problems, func(p Problem) bool { return p.Kind == k }) {
		s.problems = append(s.problems, Problem{k, Range{at, at}})
	}
}

// end returns where the link ends that begins at start.
func (s *state) end(start int) int {
	if !s.sorted {
		slices.SortFunc(s.spans, func(a, b Range) int { return cmp.Compare(a.Start, b.Start) })
		s.sorted = true
	}
	i, ok := slices.BinarySearchFunc(s.spans, start, func(r Range, start int) int { return r.Start - start })
	if !ok {
		return start
	}
	return s.spans[i].End
}

// close adds the unused notes to the problems, and gives each the rest of its line.
func (s *state) close(source []byte) []Problem {
	for _, n := range s.notes {
		if n.Index < 0 {
			at := min(max(n.Pos(), 0), len(source))
			s.problems = append(s.problems, Problem{UnusedFootnote, Range{at, at}})
		}
	}
	for i := range s.problems {
		p := &s.problems[i]
		p.End = p.Start + len(bytes.TrimRight(firstLine(source[p.Start:]), "\r\n"))
	}
	slices.SortStableFunc(s.problems, func(a, b Problem) int { return cmp.Compare(a.Start, b.Start) })
	return s.problems
}

// limited opens no block inside too many others; the line is a paragraph then.
type limited struct{ parser.BlockParser }

func (p limited) Open(parent ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if len(pc.OpenedBlocks()) < maxBlocks {
		return p.BlockParser.Open(parent, r, pc)
	}
	_, at := r.PeekLine()
	stateOf(pc).exceed(TooDeep, at.Start)
	return nil, parser.NoChildren
}

// footnotes remembers all notes, since goldmark drops those nobody refers to.
type footnotes struct{ limited }

func (p footnotes) Close(n ast.Node, r text.Reader, pc parser.Context) {
	p.limited.Close(n, r, pc)
	if note, ok := n.(*xast.Footnote); ok {
		st := stateOf(pc)
		st.notes = append(st.notes, note)
	}
}

// tables makes none of so many cells that a few bytes a line fill the memory: goldmark
// completes short rows.
type tables struct{ parser.ParagraphTransformer }

func (t tables) Transform(n *ast.Paragraph, r text.Reader, pc parser.Context) {
	widest := 0
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		widest = max(widest, bytes.Count(r.Source()[line.Start:line.Stop], []byte{'|'}))
	}
	if widest*n.Lines().Len() > maxCells {
		stateOf(pc).exceed(TooWide, n.Lines().At(0).Start)
		return
	}
	t.ParagraphTransformer.Transform(n, r, pc)
}

// definitions leaves a paragraph alone that might have thousands of them: goldmark
// copies the rest of it for each.
type definitions struct{ parser.ParagraphTransformer }

func (t definitions) Transform(n *ast.Paragraph, r text.Reader, pc parser.Context) {
	if n.Lines().Len() > maxLines {
		first := n.Lines().At(0)
		if bytes.HasPrefix(bytes.TrimLeft(r.Source()[first.Start:first.Stop], " \t"), []byte{'['}) {
			stateOf(pc).exceed(TooMany, first.Start)
			return
		}
	}
	t.ParagraphTransformer.Transform(n, r, pc)
}

// emphasis gives up in a block with too many marks: each closing one is compared with
// all the open ones before it.
type emphasis struct{ parser.InlineParser }

func (p emphasis) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	st := stateOf(pc)
	if st.marks++; st.marks <= maxMarks {
		return p.InlineParser.Parse(parent, block, pc)
	}
	_, at := block.PeekLine()
	st.exceed(TooMany, at.Start)
	return nil
}

// links records where each link ends, which goldmark's nodes don't know, and what looks
// like a link and is none.
type links struct{ parser.InlineParser }

func (p links) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	st := stateOf(pc)
	line, at := block.PeekLine()
	switch {
	case st.failures > maxFailures:
		st.exceed(TooMany, at.Start)
		return nil
	case line[0] == ']':
		return p.close(parent, block, pc, at.Start)
	case len(st.openers) >= maxBrackets:
		st.exceed(TooDeep, at.Start)
		return nil
	}
	n := p.InlineParser.Parse(parent, block, pc)
	if n != nil {
		st.openers = append(st.openers, at.Start)
	}
	return n
}

func (p links) close(parent ast.Node, block text.Reader, pc parser.Context, at int) ast.Node {
	st := stateOf(pc)
	if len(st.openers) == 0 {
		return p.InlineParser.Parse(parent, block, pc)
	}
	start := st.openers[len(st.openers)-1]
	st.openers = st.openers[:len(st.openers)-1]
	n := p.InlineParser.Parse(parent, block, pc)
	if n == nil {
		if l, ok := brokenLink(block.Source(), start, at); ok {
			st.failures++
			st.broken = append(st.broken, l)
		}
		return nil
	}
	_, after := block.Position()
	st.spans = append(st.spans, Range{start, after.Start})
	return n
}

// CloseBlock ends the block for goldmark's parser and for ours.
func (p links) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	p.InlineParser.(parser.CloseBlocker).CloseBlock(parent, block, pc)
	st := stateOf(pc)
	st.openers, st.marks, st.failures = st.openers[:0], 0, 0
}

// brokenLink says what the brackets from start to the ] at end were to become, if a
// link. Plain brackets in a sentence are none.
func brokenLink(source []byte, start, end int) (Link, bool) {
	l := Link{Range: Range{start, end + 1}, Image: source[start] == '!'}
	open := start + 1
	if l.Image {
		open++
	}
	l.Label = string(source[open:min(end, open+maxLabel)])
	next := byte(0)
	if end+1 < len(source) {
		next = source[end+1]
	}
	switch {
	case len(l.Label) > 1 && l.Label[0] == '^' && !l.Image && next != ':':
		l.Kind, l.Dest = MissingFootnote, l.Label[1:]
		l.DestStart, l.DestEnd = open+1, end
		return l, true
	case next == '(':
		l.Kind = Malformed
		l.DestStart, l.DestEnd, _ = until(source, end+2, ')')
	case next == '[' && l.Label != "":
		var closed bool
		l.Kind = Unresolved
		l.DestStart, l.DestEnd, closed = until(source, end+2, ']')
		// In [a][b](c) only b is a link.
		if !closed || l.DestEnd+1 < len(source) && source[l.DestEnd+1] == '(' {
			return Link{}, false
		}
	default:
		return Link{}, false
	}
	l.Dest = string(source[l.DestStart:l.DestEnd])
	l.End = min(l.DestEnd+1, len(source))
	if l.End > l.DestEnd && source[l.DestEnd] == '\n' {
		l.End--
	}
	return l, true
}

// until returns what stands from start to the next closer in the same line, or to the
// line's end.
func until(source []byte, start int, closer byte) (from, to int, closed bool) {
	for i := start; i < len(source) && source[i] != '\n'; i++ {
		if source[i] == closer {
			return start, i, true
		}
	}
	return start, start + len(bytes.TrimRight(firstLine(source[start:]), "\r\n")), false
}
