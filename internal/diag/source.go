// Package diag is the ground on which everything that is said about a
// catalogue stands: source texts, spans in them, rules, and the findings
// (diagnostics) that a rule makes of a span.
//
// Positions are byte spans in the source all the way; line and column are made
// once, when a finding is printed. Findings are data, in no language; only
// [Diagnostic.Text] words them. A broken machine is an error, never a finding.
package diag

import (
	"crypto/sha256"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// A Source is one text file of a catalogue.
type Source struct {
	Path string // relative to the catalogue, with forward slashes

	text  string
	size  int                      // of the text, in bytes
	sum   [sha256.Size]byte        // of the text of a distant source; zero for one that nobody knows
	fetch func(path string) string // reads the text of a distant source
	read  sync.Once

	split sync.Once
	lines []int32 // byte offset of the start of each line; no text is longer than a MiB or so
}

// NewSource returns a source with its text.
func NewSource(path, text string) *Source { return &Source{Path: path, text: text, size: len(text)} }

// NewDistant returns a source whose text is read when it is needed: of nearly all files that is never,
// unless something is found in them. size and sum are the text's length in bytes and its SHA-256, zero where
// that is not known. Where fetch returns another text, the file has changed meanwhile, and the source is one
// without a text. fetch must be safe for concurrent use.
func NewDistant(path string, size int, sum [sha256.Size]byte, fetch func(path string) string) *Source {
	return &Source{Path: path, size: size, sum: sum, fetch: fetch}
}

// Hold gives a distant source its text, until [Source.Release].
func (s *Source) Hold(text string) { s.text = text }

// Release lets a distant source forget its text, to be read again when it is needed. Nobody else may
// use the source meanwhile.
func (s *Source) Release() {
	if s.fetch != nil {
		s.text, s.read = "", sync.Once{}
	}
}

// Text returns the whole text.
func (s *Source) Text() string {
	if s.fetch != nil {
		s.read.Do(s.bring)
	}
	return s.text
}

// bring reads the text of a distant source that does not hold it.
func (s *Source) bring() {
	if s.text != "" || s.size == 0 {
		return
	}
	text := s.fetch(s.Path)
	if len(text) == s.size && (s.sum == [sha256.Size]byte{} || s.sum == sha256.Sum256([]byte(text))) {
		s.text = text
	}
}

// Sum returns the SHA-256 of the text.
func (s *Source) Sum() [sha256.Size]byte {
	if s.sum != [sha256.Size]byte{} {
		return s.sum
	}
	return sha256.Sum256([]byte(s.text))
}

// Size returns the length of the text in bytes, without reading it.
func (s *Source) Size() int { return s.size }

// A Span is the half-open byte range [Start, End) of a source. The zero Span
// stands for no place at all; a Span of a Source without text for a whole file
// or folder.
type Span struct {
	Source     *Source
	Start, End int
}

// Span returns the range [start, end) of s, clamped to the text.
func (s *Source) Span(start, end int) Span {
	start = min(max(start, 0), s.size)
	return Span{s, start, min(max(end, start), s.size)}
}

// Text returns the source text that p covers.
func (p Span) Text() string {
	if p.Source == nil {
		return ""
	}
	text := p.Source.Text()
	if p.End > len(text) { // it can't be read any more
		return ""
	}
	return text[p.Start:p.End]
}

// FirstLine returns p cut down to its first line, enough to point at what
// stands on several.
func (p Span) FirstLine() Span {
	if p.Source == nil {
		return p
	}
	line, _ := p.Source.Position(p.Start)
	_, end := p.Source.Line(line)
	return p.Source.Span(p.Start, min(p.End, max(end, p.Start)))
}

// IsZero reports whether p names no place.
func (p Span) IsZero() bool { return p.Source == nil }

// Position returns the line and column of a byte offset, both from 1. Columns
// count code points, as FORMAT says and as editors show them; an invalid byte counts
// as one, a byte order mark as none, since no editor shows it.
func (s *Source) Position(offset int) (line, column int) {
	s.split.Do(s.findLines)
	offset = min(max(offset, 0), len(s.Text()))
	line, _ = slices.BinarySearch(s.lines, int32(offset+1))
	start := int(s.lines[line-1])
	if line == 1 && strings.HasPrefix(s.Text(), "\ufeff") && offset >= len("\ufeff") {
		start = len("\ufeff")
	}
	return line, utf8.RuneCountInString(s.Text()[start:offset]) + 1
}

// Line returns the byte range of a line, from 1, without its line break.
func (s *Source) Line(n int) (start, end int) {
	s.split.Do(s.findLines)
	n = min(max(n, 1), len(s.lines))
	start, end = int(s.lines[n-1]), len(s.Text())
	if n < len(s.lines) {
		end = int(s.lines[n]) - 1
	}
	return start, start + len(strings.TrimSuffix(s.Text()[start:end], "\r"))
}

// Lines returns the number of lines; a text that ends in a line break has an
// empty last one.
func (s *Source) Lines() int {
	s.split.Do(s.findLines)
	return len(s.lines)
}

// findLines fills the line table. Lines end in LF, CR LF, or a lone CR, the three
// that YAML knows.
func (s *Source) findLines() {
	text := s.Text()
	s.lines = append(make([]int32, 0, 1+strings.Count(text, "\n")), 0)
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\n', c == '\r' && (i+1 == len(text) || text[i+1] != '\n'):
			s.lines = append(s.lines, int32(i+1))
		}
	}
}
