package yamlnode

import (
	"bytes"
	"errors"
	"strings"

	"go.yaml.in/yaml/v4"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
)

// Parse reads a whole source as one YAML map.
func Parse(src *diag.Source) (Tree, []diag.Diagnostic) { return parse(src, Map) }

// ParseList reads a whole source as one YAML list.
func ParseList(src *diag.Source) (*Node, []diag.Diagnostic) {
	tree, ds := parse(src, List)
	return tree.Root, ds
}

func parse(src *diag.Source, top Kind) (Tree, []diag.Diagnostic) {
	start := 0
	var ds []diag.Diagnostic
	if strings.HasPrefix(src.Text(), bom) {
		ds = append(ds, rule.ByteOrderMark.At(src.Span(0, len(bom))))
		start = len(bom)
	}
	if len(src.Text()) > MaxBytes {
		return Tree{Root: &Node{}, Lost: Lost{"*": true}}, append(ds, TooLarge(src.Span(0, 0)))
	}
	r := newReader(src, start, len(src.Text()))
	r.top = top
	tree := r.read(load)
	return tree, append(ds, r.findings...)
}

// TooLarge is the finding on a file of more than [MaxBytes].
func TooLarge(at diag.Span) diag.Diagnostic { return rule.FileTooLarge.At(at, "limit", "1 MiB") }

// A reader reads one stretch of a source. Its text is a copy of the same
// length in which whatever stopped the library is painted over, so that
// offsets in both are the same.
type reader struct {
	src      *diag.Source
	start    int // offset of text in the source
	end      int
	text     []byte // made when the library has to read
	top      Kind   // what the text must be
	view     string // the text once nothing of it changes any more
	hidden   string // stands for an indented --- while the library reads
	lost     Lost
	key      string // the top-level key that is being converted
	findings []diag.Diagnostic

	usual   bool     // the whole source is, see [isUsual]
	nursery *nursery // of the tree, if it was read quickly
}

func newReader(src *diag.Source, start, end int) *reader {
	return &reader{src: src, start: start, end: end, top: Map, lost: Lost{}}
}

// copy makes the text that can be painted over.
func (r *reader) copy() {
	r.text = []byte(r.src.Text()[r.start:r.end])
	r.maskCharacters()
}

// span returns the range [from, to) of the text as a span of the source.
func (r *reader) span(from, to int) diag.Span { return r.src.Span(r.start+from, r.start+to) }

func (r *reader) report(d diag.Diagnostic) { r.findings = append(r.findings, d) }

// read makes a tree of the text: quickly where it is simple, else by the
// library.
func (r *reader) read(load func(text []byte, root *yaml.Node) error) Tree {
	if root, ok := r.quick(); ok {
		return Tree{Root: root, Lost: r.lost, made: r.nursery}
	}
	return r.repaired(load)
}

// repaired loads the text, repairing one fault after the other.
func (r *reader) repaired(load func(text []byte, root *yaml.Node) error) Tree {
	if r.text == nil {
		r.copy()
	}
	for range maxTries {
		if r.empty() {
			return Tree{Root: &Node{Span: r.span(0, 0)}, Lost: r.lost}
		}
		var root yaml.Node
		err := load(r.text, &root)
		if err == nil {
			r.view = string(r.text)
			return Tree{Root: r.convert(&root), Lost: r.lost}
		}
		if !r.repair(err) {
			break
		}
	}
	r.lost["*"] = true
	return Tree{Root: &Node{}, Lost: r.lost}
}

// empty reports whether nothing is left but blank lines and comments, which the
// library takes for a fault.
func (r *reader) empty() bool {
	for line := range bytes.Lines(r.text) {
		if line = bytes.TrimSpace(line); len(line) > 0 && line[0] != '#' {
			return false
		}
	}
	return true
}

// repair reports the fault behind the library's error and paints it over. It
// reports false when there is nothing left to paint.
func (r *reader) repair(err error) bool {
	var le *yaml.LoadError
	if !errors.As(err, &le) {
		le = &yaml.LoadError{Message: err.Error()}
	}
	mark, context := r.offset(le.Mark.Line, le.Mark.Column), -1
	if le.ContextMark.Line > 0 {
		context = r.offset(le.ContextMark.Line, le.ContextMark.Column)
	}
	f := r.diagnose(le.Message, mark, context)
	r.report(f.finding)
	if f.paint == ' ' { // while the line still has what is lost: a blank last one is none
		r.lost[r.keyOf(f.from)] = true
		r.lost[r.firstWord(f.from)] = true // "status; current"
	}
	changed := false
	for i := f.from; i < f.to; i++ {
		if c := r.text[i]; c != '\n' && c != '\r' && c != f.paint {
			r.text[i], changed = f.paint, true
		}
	}
	return changed
}

// offset converts the library's line and column, both from 1 and in runes,
// to an offset of the text.
func (r *reader) offset(line, column int) int {
	if line < 1 {
		return 0
	}
	first, _ := r.src.Position(r.start)
	begin, _ := r.src.Line(first + line - 1)
	i := max(begin-r.start, 0)
	for range column - 1 {
		if i >= len(r.text) {
			break
		}
		i++
		for i < len(r.text) && r.text[i]&0xC0 == 0x80 {
			i++
		}
	}
	return min(i, len(r.text))
}

// load is the library's reading of a whole text.
func load(text []byte, root *yaml.Node) error { return yaml.Load(text, root) }
