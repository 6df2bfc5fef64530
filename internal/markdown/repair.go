package markdown

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// RepairKind says what is wrong with a mark or a space.
type RepairKind uint8

const (
	StraightQuote RepairKind = iota + 1 // " and ' of the keyboard
	FrenchSpace                         // a space that may break, or none, where French sets one that does not
	RangeHyphen                         // 2015-2016
)

// Repair is a part of a text that the typography of its language sets otherwise.
type Repair struct {
	Range
	Kind RepairKind
	Text string // what belongs in its place
}

// The spaces of French, as the words of the interface have them: a wide one before the
// colon, narrow ones before the other marks and inside guillemets.
const (
	wideSpace   = "\u00a0"
	narrowSpace = "\u202f"
)

// Repairs returns what of the prose is set otherwise in the text's language: nothing of
// code, addresses, raw HTML or Markdown's own marks, and nothing in languages whose
// habits are not known here. A repaired text may need more: what closes a quotation shows
// only when it is open. Whether it still has its shape, [SameShape] tells.
func (d *Document) Repairs() []Repair {
	if !hasHabits(d.options.Lang) {
		return nil
	}
	m := mender{lang: primary(d.options.Lang), markup: true}
	m.block(d, d.root)
	return m.found
}

// LineRepairs is the same for a text without markup.
func LineRepairs(s, lang string) []Repair {
	if !hasHabits(lang) {
		return nil
	}
	source := sources.Get().(*[]byte)
	defer sources.Put(source)
	*source = append((*source)[:0], s...)
	m := mender{lang: primary(lang), pen: pen{source: *source, quotes: quotesOf(lang)}}
	m.run(0, len(s))
	return m.found
}

// sources are for copies of texts that are looked through once: of nearly every French text there would be one.
var sources = sync.Pool{New: func() any { return new([]byte) }}

// Apply returns a text with its repairs, which are in its order.
func Apply(s string, repairs []Repair) string {
	var b strings.Builder
	last := 0
	for _, r := range repairs {
		b.WriteString(s[last:r.Start])
		b.WriteString(r.Text)
		last = r.End
	}
	return b.String() + s[last:]
}

func hasHabits(lang string) bool {
	switch primary(lang) {
	case "de", "fr", "en":
		return true
	}
	return false
}

// SameShape reports whether two texts differ in nothing but what repairs exchange: they
// have the same blocks, links, emphasis and words.
func SameShape(a, b string) bool { return a == b || skeleton(a) == skeleton(b) }

// skeleton is the HTML of a text without the marks and spaces that repairs exchange.
// Bytes that are no letter stay apart: without the mark between them they might be one.
func skeleton(s string) string {
	html := strings.ToValidUTF8(string(Parse(s, Options{}).AppendHTML(nil, RenderOptions{})), "\uFFFD")
	html = strings.NewReplacer("&quot;", "", "“", "", "”", "", "„", "", "‘", "", "’", "", "‚", "", "«", "", "»", "", "'", "", "–", "-", `="`, `="`, `"`, "").Replace(html)
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, html)
}

// A mender looks for what is to be repaired. Like the pen's, its quotations end with
// the block.
type mender struct {
	pen
	lang   string
	markup bool // escapes and entities mean something
	found  []Repair
}

func (m *mender) block(d *Document, n ast.Node) {
	switch n := n.(type) {
	case *ast.CodeSpan, *ast.AutoLink, *ast.RawHTML:
		return
	case *ast.Text:
		if !n.IsRaw() {
			m.run(n.Segment.Start, n.Segment.Stop)
		}
		return
	}
	if c := n.FirstChild(); c != nil && c.Type() == ast.TypeInline && n.Type() == ast.TypeBlock {
		m.pen = pen{source: d.source, quotes: quotesOf(d.options.Lang)}
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		m.block(d, c)
	}
}

// marks are the bytes that run has to look at.
var marks = [utf8.RuneSelf]bool{'\\': true, '&': true, '"': true, '\'': true, '-': true, ';': true, ':': true, '!': true, '?': true, '%': true}

// run looks through source[start:stop], which is prose.
func (m *mender) run(start, stop int) {
	for i := start; i < stop; {
		if c := m.source[i]; c < utf8.RuneSelf && !marks[c] {
			i++
			continue
		}
		r, n := utf8.DecodeRune(m.source[i:stop])
		switch {
		case m.markup && r == '\\' && i+1 < stop && util.IsPunct(m.source[i+1]):
			n = 2
		case m.markup && r == '&':
			if _, length := appendEntity(nil, m.source[i:stop]); length > 0 {
				n = length
			}
		case r == '"':
			m.note(StraightQuote, i, i+1, m.doubleQuote(i))
		case r == '\'':
			m.note(StraightQuote, i, i+1, m.singleQuote(i))
		case r == '-':
			if m.isRange(i) && !m.inURL(i) {
				m.note(RangeHyphen, i, i+1, "–")
			}
		case r < utf8.RuneSelf:
		case r == firstRune(m.quotes.Open):
			m.double++
		case r == lastRune(m.quotes.Close) && m.double > 0:
			m.double--
		}
		if m.lang == "fr" {
			m.french(r, i, n, start, stop)
		}
		i += n
	}
}

func firstRune(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }
func lastRune(s string) rune  { r, _ := utf8.DecodeLastRuneInString(s); return r }

func (m *mender) note(k RepairKind, start, end int, text string) {
	if n := len(m.found); text != "" && (n == 0 || m.found[n-1].End <= start) {
		m.found = append(m.found, Repair{Range{start, end}, k, text})
	}
}

// french looks for the space that a mark of n bytes at i wants before or behind it, in
// the run from start to stop.
func (m *mender) french(r rune, i, n, start, stop int) {
	space := narrowSpace
	switch r {
	case '«':
		m.behind(i, n, stop)
		return
	case ':':
		space = wideSpace
	case ';', '!', '?', '»', '%', '€':
	default:
		return
	}
	before, size := utf8.DecodeLastRune(m.source[:i])
	after, _ := utf8.DecodeRune(m.source[i+n:])
	if i+n == len(m.source) {
		after = '\n'
	}
	if size == 0 || !m.wants(r, after) || m.inURL(i) {
		return
	}
	switch {
	case before == ' ':
		inner, _ := utf8.DecodeLastRune(m.source[:i-1])
		if i-1 >= start && i >= 2 && !unicode.IsSpace(inner) && (!isUnit(r) || unicode.IsDigit(inner)) {
			m.note(FrenchSpace, i-1, i, space)
		}
	case isUnit(r) && !unicode.IsDigit(before), r == ':' && unicode.IsDigit(before):
	case unicode.IsLetter(before), unicode.IsDigit(before), strings.ContainsRune(")]»”’…*_", before), m.closed(i), r == '»' && !unicode.IsSpace(before):
		m.note(FrenchSpace, i, i+n, space+string(r))
	}
}

// closed reports whether a quotation ends before i by one of the repairs.
func (m *mender) closed(i int) bool {
	n := len(m.found)
	return n > 0 && m.found[n-1].End == i && strings.HasSuffix(m.found[n-1].Text, "»")
}

func isUnit(r rune) bool { return r == '%' || r == '€' }

// wants reports whether a mark is one of punctuation, going by what follows it.
func (m *mender) wants(r, after rune) bool {
	switch r {
	case ':', ';':
		return unicode.IsSpace(after)
	case '»':
		return true
	}
	return !isWord(after) && after != '[' && after != '='
}

// behind looks for the space after an opening guillemet.
func (m *mender) behind(i, n, stop int) {
	end := i + n
	if end >= stop {
		return
	}
	after, size := utf8.DecodeRune(m.source[end:stop])
	inner, _ := utf8.DecodeRune(m.source[min(end+size, stop):stop])
	switch {
	case after == ' ' && !unicode.IsSpace(inner):
		m.note(FrenchSpace, end, end+1, narrowSpace)
	case !unicode.IsSpace(after):
		m.note(FrenchSpace, i, end, "«"+narrowSpace)
	}
}
