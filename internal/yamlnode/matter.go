package yamlnode

import (
	"bytes"
	"slices"
	"strings"

	"github.com/adrg/frontmatter"
	"go.yaml.in/yaml/v4"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
)

// Matter is a Markdown file taken apart: its front matter, and where the body
// begins.
type Matter struct {
	Tree
	Front diag.Span // the lines between the opening and the closing one
	Body  diag.Span // the text after the closing line
}

// ParseMatter reads a Markdown file with front matter. The frontmatter library
// does the splitting, on a copy that is prepared so that it can't go wrong
// silently: it takes an indented --- for the end, and a file for one without
// front matter when a byte order mark stands first or the end is missing.
func ParseMatter(src *diag.Source) (Matter, []diag.Diagnostic) {
	unread := Matter{Tree: Tree{Root: &Node{}, Lost: Lost{"*": true}}, Front: src.Span(0, 0), Body: src.Span(0, 0)}
	if len(src.Text()) > MaxBytes {
		return unread, []diag.Diagnostic{TooLarge(src.Span(0, 0))}
	}
	usual := isUsual(src.Text())
	var ds []diag.Diagnostic
	if !usual {
		ds = CheckCharacters(src)
	}
	start, end, body, found := delimiters(src)
	ds = append(ds, found...)
	if start < 0 {
		return unread, ds
	}
	r := newReader(src, start, end)
	r.usual = usual
	format := frontmatter.NewFormat("---", "---", func(data []byte, v any) error {
		return yaml.Load(data, v.(*yaml.Node))
	})
	tree := r.read(func(text []byte, root *yaml.Node) error {
		file := slices.Concat([]byte("---\n"), r.hide(text), []byte("\n---\n"))
		_, err := frontmatter.Parse(bytes.NewReader(file), root, format)
		return err
	})
	return Matter{tree, src.Span(start, end), src.Span(body, len(src.Text()))}, append(ds, r.findings...)
}

// delimiters finds the lines that open and close the front matter: the bytes
// between them are [start, end), the body begins at body. start is -1 where
// there is no front matter.
func delimiters(src *diag.Source) (start, end, body int, ds []diag.Diagnostic) {
	if start, end, body, ok := plainDelimiters(src.Text()); ok {
		return start, end, body, nil
	}
	return lineDelimiters(src)
}

// lineDelimiters finds them line by line, and whatever is wrong with them.
func lineDelimiters(src *diag.Source) (start, end, body int, ds []diag.Diagnostic) {
	first := 1
	if strings.HasPrefix(src.Text(), bom) {
		ds = append(ds, rule.ByteOrderMark.At(src.Span(0, len(bom))))
	}
	for first < src.Lines() && lineText(src, first) == "" {
		first++
	}
	start = lineStart(src, first+1)
	if strings.TrimRight(lineText(src, first), " \t") != "---" {
		from, to := src.Line(first)
		ds = append(ds, rule.MatterMissing.At(src.Span(from, to)))
		if !opens(src, first) {
			return -1, 0, 0, ds
		}
		first--
		start = to - len(lineText(src, first+1))
	}
	for n := first + 1; n <= src.Lines(); n++ {
		from, to := src.Line(n)
		switch line := strings.TrimRight(src.Text()[from:to], " \t"); {
		case line == "---":
			return start, from, lineStart(src, n+1), ds
		case line == "...":
			return start, from, lineStart(src, n+1), append(ds, rule.MatterDots.At(src.Span(from, to)))
		case strings.TrimLeft(line, " \t") == "---":
			ink := from + strings.IndexByte(line, '-')
			ds = append(ds, rule.MatterIndented.At(src.Span(ink, to)))
		}
	}
	open, to := src.Line(first)
	at := likelyEnd(src, first+1)
	d := rule.MatterUnclosed.At(src.Span(open, to)).With(src.Span(at, at), rule.MatterEnd)
	return start, at, at, append(ds, d)
}

// plainDelimiters finds the lines --- of nearly all files, in which nothing before the second looks like another one.
func plainDelimiters(text string) (start, end, body int, ok bool) {
	const line = "---\n"
	if !strings.HasPrefix(text, line) || strings.IndexByte(text, '\r') >= 0 {
		return 0, 0, 0, false
	}
	start = len(line)
	for end = start; ; end += len("---") {
		next := strings.Index(text[end:], "---")
		if next < 0 {
			return 0, 0, 0, false
		}
		end += next
		switch text[end-1] {
		case ' ', '\t':
			return 0, 0, 0, false
		case '\n':
			ok = strings.HasPrefix(text[end:], line) && !strings.Contains(text[:end], "\n...")
			return start, end, end + len(line), ok
		}
	}
}

// opens reports whether front matter begins at a line although nothing opens it:
// the line looks like a field, and one that closes follows.
func opens(src *diag.Source, first int) bool {
	if !keyLine.MatchString(lineText(src, first)) {
		return false
	}
	for n := first + 1; n <= src.Lines(); n++ {
		if strings.TrimRight(lineText(src, n), " \t") == "---" {
			return true
		}
	}
	return false
}

// likelyEnd guesses where front matter without a closing line ends: before the
// first line at the margin that looks like no YAML.
func likelyEnd(src *diag.Source, n int) int {
	for ; n <= src.Lines(); n++ {
		line := lineText(src, n)
		if line != "" && !strings.ContainsRune(" \t#-", rune(line[0])) && !keyLine.MatchString(line) {
			return lineStart(src, n)
		}
	}
	return len(src.Text())
}

// lineText returns a line without a byte order mark before the first.
func lineText(src *diag.Source, n int) string {
	from, to := src.Line(n)
	return strings.TrimPrefix(src.Text()[from:to], bom)
}

// lineStart returns where a line begins, the end of the text after the last.
func lineStart(src *diag.Source, n int) int {
	if n > src.Lines() {
		return len(src.Text())
	}
	from, _ := src.Line(n)
	return from
}

// hide returns the text with each indented --- made one character of the same
// length that the frontmatter library does not take for the end; convert puts
// the dashes back. The character is of the private use area and not in the text.
func (r *reader) hide(text []byte) []byte {
	if !bytes.Contains(text, []byte(" ---")) {
		return text
	}
	for c := rune(0xE000); r.hidden == "" || bytes.Contains(text, []byte(r.hidden)); c++ {
		r.hidden = string(c)
	}
	var b bytes.Buffer
	for line := range bytes.Lines(text) {
		if string(bytes.TrimSpace(line)) == "---" {
			line = bytes.Replace(line, []byte("---"), []byte(r.hidden), 1)
		}
		b.Write(line)
	}
	return b.Bytes()
}
