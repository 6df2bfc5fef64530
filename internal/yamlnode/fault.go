package yamlnode

import (
	"bytes"
	"fmt"
	"iter"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
)

// A fault is what stopped the library: the finding for the editor, and the
// bytes to paint over, with '_' where the value survives as a text, with ' '
// where it is lost.
type fault struct {
	finding  diag.Diagnostic
	from, to int
	paint    byte
}

// A keyLine matches a line that begins a value: indentation, dashes of a list,
// key, colon, and a blank or the end.
var keyLine = regexp.MustCompile(`^( *(?:- +)*)("[^"]*"|'[^']*'|[^\s:#'"\[{&*!|>%@-][^:#]*?) *:(?:[ \t]|$)`)

// tightKey matches a key whose colon lacks the blank behind it.
var tightKey = regexp.MustCompile(`^ *(?:- +)*([a-z_]+):([^\s/].*)$`)

// diagnose names the likely cause of the library's error at an offset; context
// is where the construct began that the library was in, -1 for none. The
// order matters: from the sure to the vague.
func (r *reader) diagnose(message string, mark, context int) fault {
	if f, ok := r.tab(mark); ok {
		return f
	}
	if f, ok := r.openBracketAbove(mark); ok {
		return f
	}
	switch {
	case strings.Contains(message, "mapping values are not allowed"):
		return r.colon(mark)
	case strings.Contains(message, "unknown escape"):
		return fault{rule.YAMLEscape.At(r.span(mark, min(mark+2, len(r.text)))).Suggest(r.requoted(context)), mark, mark + 1, '_'}
	case strings.Contains(message, "quoted scalar") || context >= 0 && context < len(r.text) && isQuote(r.text[context]):
		return r.quote(context)
	case context >= 0 && context < len(r.text) && strings.IndexByte("[{", r.text[context]) >= 0:
		if f, ok := r.flowColon(mark, context); ok {
			return f
		}
		return r.bracket(context)
	case context >= 0 && (strings.Contains(message, "alphabetic or numeric") || strings.Contains(message, "comment or line break")):
		return r.character(context)
	case strings.Contains(message, "block sequence entries are not allowed"), strings.Contains(message, "cannot start any token"), strings.Contains(message, "anchor"), strings.Contains(message, "alias"), strings.Contains(message, "tag"):
		return r.character(mark)
	case strings.Contains(message, "could not find expected ':'") && context >= 0:
		return r.noKey(context)
	case mark < len(r.text) && strings.IndexByte("]}", r.text[mark]) >= 0, strings.Contains(message, "node content"):
		return r.stray(message, mark)
	case strings.Contains(message, "did not find expected"):
		if f, ok := r.openQuoteAbove(mark); ok {
			return f
		}
		return r.indentation(mark)
	}
	return r.unknown(message, mark)
}

// quoted is a text as a value in double quotes.
func quoted(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

func isQuote(c byte) bool { return c == '"' || c == '\'' }

// lineAt returns the bounds of the line around an offset; an offset at the
// end of the text belongs to the last line that is not blank.
func (r *reader) lineAt(i int) (from, to int) {
	if i >= len(r.text) || len(bytes.TrimSpace(r.text[i:])) == 0 {
		i = max(len(bytes.TrimRight(r.text, " \t\r\n"))-1, 0)
	}
	from = bytes.LastIndexAny(r.text[:i], "\n\r") + 1
	to = len(r.text)
	if n := bytes.IndexAny(r.text[i:], "\n\r"); n >= 0 {
		to = i + n
	}
	return from, max(from, to)
}

// firstInk returns the offset of the first character of a line that is no blank.
func (r *reader) firstInk(from, to int) int {
	for from < to && (r.text[from] == ' ' || r.text[from] == '\t') {
		from++
	}
	return from
}

func (r *reader) tab(mark int) (fault, bool) {
	from, to := r.lineAt(mark)
	ink := r.firstInk(from, to)
	if i := bytes.IndexByte(r.text[from:ink], '\t'); i >= 0 {
		return fault{rule.YAMLTab.At(r.span(from+i, from+i+1)), from, to, ' '}, true
	}
	return fault{}, false
}

// colon tells a second colon in a value from a key that stands too deep.
func (r *reader) colon(mark int) fault {
	from, to := r.lineAt(mark)
	line := r.text[from:to]
	if m := keyLine.FindSubmatchIndex(line); m != nil && mark > from+m[5]+1 {
		value := strings.TrimSpace(r.src.Text()[r.start+from+bytes.IndexByte(line[m[5]:], ':')+m[5]+1 : r.start+to])
		return fault{rule.YAMLColon.At(r.span(mark, mark+1)).Suggest(quoted(value)), mark, mark + 1, '_'}
	}
	if f, ok := r.openQuoteAbove(mark); ok {
		return f
	}
	return r.indentation(mark)
}

// flowColon is a second colon in a value between brackets that are closed on
// their line.
func (r *reader) flowColon(mark, context int) (fault, bool) {
	if mark <= context || mark >= len(r.text) || r.text[mark] != ':' {
		return fault{}, false
	}
	_, to := r.lineAt(mark)
	line := r.src.Text()[r.start+context : r.start+to]
	before, after := line[:mark-context], line[mark-context:]
	begin := strings.LastIndex(before, ": ")
	end := strings.IndexAny(after, ",]}")
	if begin < strings.LastIndexAny(before, ",[{") || end < 0 {
		return fault{}, false
	}
	return fault{rule.YAMLColon.At(r.span(mark, mark+1)).Suggest(quoted(before[begin+2:] + after[:end])), mark, mark + 1, '_'}, true
}

func (r *reader) quote(context int) fault {
	if context < 0 || context >= len(r.text) {
		return r.unknown("quoted scalar", len(r.text))
	}
	return fault{rule.YAMLQuote.At(r.span(context, context+1), "quote", string(r.text[context])).Suggest(r.requoted(context)), context, context + 1, '_'}
}

// requoted returns the value at an offset in quotes that do not occur in it,
// "" unless it is all that follows its key on the line and has a second quote.
func (r *reader) requoted(at int) string {
	from, to := r.lineAt(at)
	key := keyLine.FindIndex(r.text[from:to])
	if key == nil || r.firstInk(from+key[1], to) != at {
		return ""
	}
	value := strings.TrimSpace(r.src.Text()[r.start+at : r.start+to])
	quote := value[:1]
	if strings.Count(value, quote) < 2 {
		return ""
	}
	if strings.HasSuffix(value, quote) {
		value = value[1 : len(value)-1]
	}
	if !strings.ContainsAny(value, "\"\\") {
		return `"` + value + `"`
	}
	return "'" + strings.ReplaceAll(value, "'", "''") + "'"
}

// openQuoteAbove finds a value that opens a quote and does not close it at the
// end of a line: it has swallowed lines up to the next quote, where the library
// stumbled. The line of the mark itself counts as well: text after a closing quote.
func (r *reader) openQuoteAbove(mark int) (fault, bool) {
	for ink := range r.valuesAbove(mark) {
		if isQuote(r.text[ink]) && !closes(r.text[ink:]) {
			return r.quote(ink), true
		}
	}
	return fault{}, false
}

// openBracketAbove finds a list that is not closed on its line although a new
// key follows: to the library all that comes after is part of the list.
func (r *reader) openBracketAbove(mark int) (fault, bool) {
	for ink, to := range r.valuesAbove(mark) {
		open := r.text[ink]
		if open != '[' && open != '{' || bytes.IndexByte(r.text[ink:to], open+2) >= 0 { // ] and } follow two behind
			continue
		}
		if from, end := r.lineAt(min(to+1, len(r.text))); from > ink && keyLine.Match(r.text[from:end]) {
			return r.bracket(ink), true
		}
	}
	return fault{}, false
}

// valuesAbove walks the values that begin on the line of their key, from the
// line around an offset upwards: the first byte of each, and where its line ends.
func (r *reader) valuesAbove(at int) iter.Seq2[int, int] {
	return func(yield func(ink, to int) bool) {
		for {
			from, to := r.lineAt(at)
			if m := keyLine.FindIndex(r.text[from:to]); m != nil {
				if ink := r.firstInk(from+m[1], to); ink < to && !yield(ink, to) {
					return
				}
			}
			if from == 0 {
				return
			}
			at = from - 1
		}
	}
}

// closes reports whether a quote at the start of a text has its counterpart at
// the end of a line, with nothing but a comment behind it.
func closes(s []byte) bool {
	q := s[0]
	for i := 1; i < len(s); i++ {
		switch {
		case q == '"' && s[i] == '\\':
			i++
		case s[i] == q && q == '\'' && i+1 < len(s) && s[i+1] == q:
			i++
		case s[i] == q:
			rest, _, _ := bytes.Cut(s[i+1:], []byte("\n"))
			rest = bytes.TrimSpace(rest)
			return len(rest) == 0 || rest[0] == '#'
		}
	}
	return false
}

// bracket loses the rest of the line of an open list.
func (r *reader) bracket(context int) fault {
	_, to := r.lineAt(context)
	closing := map[byte]string{'[': "]", '{': "}"}[r.text[context]]
	return fault{rule.YAMLBracket.At(r.span(context, context+1), "open", string(r.text[context]), "close", closing), context, to, ' '}
}

// stray is a bracket or a comma that nothing opened or stands before; what is
// around it can still be read.
func (r *reader) stray(message string, mark int) fault {
	if mark >= len(r.text) {
		return r.unknown(message, mark)
	}
	return fault{rule.YAMLSyntax.At(r.span(mark, mark+1), "detail", message), mark, mark + 1, ' '}
}

func (r *reader) character(mark int) fault {
	if mark >= len(r.text) {
		return r.unknown("", mark)
	}
	_, to := r.lineAt(mark)
	if c := r.text[mark]; c == '|' || c == '>' {
		return fault{rule.YAMLBlock.At(r.span(mark, to), "character", string(c)), mark, mark + 1, '_'}
	}
	value := string(bytes.TrimSpace(r.text[mark:to]))
	return fault{rule.YAMLCharacter.At(r.span(mark, mark+1), "character", string(r.text[mark])).Suggest(quoted(value)), mark, mark + 1, '_'}
}

// noKey is a line without a key: a text that is not indented, or a colon
// without the blank behind it.
func (r *reader) noKey(context int) fault {
	from, to := r.lineAt(context)
	ink := r.firstInk(from, to)
	d := rule.YAMLKey.At(r.span(ink, to))
	if m := tightKey.FindSubmatch(r.text[from:to]); m != nil {
		d = d.Suggest(string(m[1]) + ": " + string(m[2]))
	}
	return fault{d, from, to, ' '}
}

// indentation blames the line, unless the very first key is indented: then
// the library notices only at the second.
func (r *reader) indentation(mark int) fault {
	first := r.firstInk(0, len(r.text))
	for first < len(r.text) && (r.text[first] == '\n' || r.text[first] == '\r' || r.text[first] == '#') {
		if r.text[first] == '#' {
			_, first = r.lineAt(first)
			continue
		}
		first = r.firstInk(first+1, len(r.text))
	}
	from, to := r.lineAt(mark)
	if above := len(bytes.TrimRight(r.text[:from], " \r\n")); above > 0 {
		if f, t := r.lineAt(above - 1); specialSpace(r.text[f:t]) != 0 {
			return fault{r.special(r.src.Span(r.start+f, r.start+t)), f, t, ' '}
		}
	}
	if f, t := r.lineAt(first); r.firstInk(f, t) > f {
		from, to = f, t
	}
	ink := r.firstInk(from, to)
	if ink+1 < to && r.text[ink] == '-' && strings.IndexByte(" \t-", r.text[ink+1]) < 0 {
		tight := strings.TrimSpace(r.src.Text()[r.start+ink+1 : r.start+to])
		return fault{rule.YAMLKey.At(r.span(ink, to)).Suggest("- " + tight), from, to, ' '}
	}
	return fault{rule.YAMLIndent.At(r.span(ink, to)), from, r.below(to, ink-from), ' '}
}

// specialSpace returns the space of another kind than U+0020 that a line begins with,
// after such ones, 0 for none.
func specialSpace[T string | []byte](line T) rune {
	c, _ := utf8.DecodeRuneInString(strings.TrimLeft(string(line), " "))
	if c >= utf8.RuneSelf && unicode.IsSpace(c) {
		return c
	}
	return 0
}

// special is the finding about a line, or a key, that begins with such a space.
func (r *reader) special(at diag.Span) diag.Diagnostic {
	return rule.YAMLSpace.At(at, "character", fmt.Sprintf("U+%04X", specialSpace(at.Text())))
}

// below returns where the lines end that follow an offset and are indented at
// least so deep: what belongs to a line that fits nowhere fits nowhere either.
func (r *reader) below(end, indent int) int {
	for i := end; i < len(r.text) && indent > 0; {
		next := bytes.IndexByte(r.text[i:], '\n') + i + 1
		if next <= i {
			break
		}
		to := len(r.text)
		if n := bytes.IndexByte(r.text[next:], '\n'); n >= 0 {
			to = next + n
		}
		line := bytes.TrimRight(r.text[next:to], " \r")
		if len(line) > 0 && r.firstInk(next, to)-next < indent {
			break
		}
		if len(line) > 0 {
			end = to
		}
		i = to
	}
	return end
}

func (r *reader) unknown(message string, mark int) fault {
	from, to := r.lineAt(mark)
	ink := r.firstInk(from, to)
	return fault{rule.YAMLSyntax.At(r.span(ink, to), "detail", message), from, to, ' '}
}

// firstWord returns the word at the start of the line around an offset, which may have been a key.
func (r *reader) firstWord(i int) string {
	from, to := r.lineAt(i)
	line := strings.TrimLeft(r.src.Text()[r.start+from:r.start+to], " \t-")
	if end := strings.IndexFunc(line, func(c rune) bool { return c != '_' && c != '-' && !unicode.IsLetter(c) && !unicode.IsDigit(c) }); end >= 0 {
		return line[:end]
	}
	return line
}

// keyOf returns the top-level key to which an offset belongs, in the text as
// it was written.
func (r *reader) keyOf(i int) string {
	for {
		from, to := r.lineAt(i)
		line := r.src.Text()[r.start+from : r.start+to]
		if line != "" && !strings.ContainsRune(" \t#-", rune(line[0])) {
			if key, _, ok := strings.Cut(line, ":"); ok {
				return strings.Trim(key, `"' `)
			}
		}
		if from == 0 {
			return strings.TrimSpace(strings.SplitN(line, ":", 2)[0])
		}
		i = from - 1
	}
}
