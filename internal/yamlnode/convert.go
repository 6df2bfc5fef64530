package yamlnode

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
)

// convert turns the library's document into our tree.
func (r *reader) convert(document *yaml.Node) *Node {
	if document.Kind != yaml.DocumentNode || len(document.Content) == 0 {
		return &Node{Span: r.span(0, 0)}
	}
	root := r.node(document.Content[0], 0)
	if root.Kind != r.top && root.Kind != Null {
		if r.top == List {
			r.report(rule.ExpectedList.At(root.Span))
		} else {
			r.report(rule.YAMLKey.At(root.Span))
		}
		r.lost["*"] = true
		return &Node{Span: root.Span}
	}
	return root
}

func (r *reader) node(n *yaml.Node, depth int) *Node {
	at := r.offset(n.Line, n.Column)
	if depth > maxDepth || n.Kind == yaml.AliasNode || n.Anchor != "" || n.Style&yaml.TaggedStyle != 0 {
		_, to := r.lineAt(at)
		r.report(rule.YAMLFeature.At(r.span(at, to)))
		r.lost[r.keyOf(at)] = true
		return &Node{Span: r.span(at, to)}
	}
	switch n.Kind {
	case yaml.MappingNode:
		return r.mapping(n, at, depth)
	case yaml.SequenceNode:
		list := &Node{Kind: List}
		for _, item := range n.Content {
			list.Items = append(list.Items, r.node(item, depth+1))
		}
		list.Span = r.around(at, n.Style, list.Items)
		return list
	}
	return r.scalar(n, at)
}

func (r *reader) mapping(n *yaml.Node, at, depth int) *Node {
	m := &Node{Kind: Map}
	seen := map[string]diag.Span{}
	var values []*Node
	for i := 0; i+1 < len(n.Content); i += 2 {
		if depth == 0 {
			r.key = n.Content[i].Value
		}
		key := r.node(n.Content[i], depth+1)
		value := r.node(n.Content[i+1], depth+1)
		values = append(values, value)
		if key.Kind != Scalar {
			r.report(rule.YAMLFeature.At(key.Span))
			continue
		}
		if key.Style == Plain && specialSpace(key.Value) != 0 {
			r.lost[r.key] = true
			r.report(r.special(key.Span))
			continue
		}
		if first, doubled := seen[key.Value]; doubled {
			r.lost[r.key] = true
			r.report(rule.DuplicateKey.At(key.Span, "key", key.Value).With(first, rule.FirstKey))
			continue
		}
		seen[key.Value] = key.Span
		m.Pairs = append(m.Pairs, Pair{key.Value, key.Span, value})
	}
	m.Span = r.around(at, n.Style, values)
	return m
}

// around is the span of a collection: from its first byte to the end of its
// last value, closing bracket included.
func (r *reader) around(at int, style yaml.Style, values []*Node) diag.Span {
	end := r.start + at
	for _, v := range values {
		end = max(end, v.Span.End)
	}
	if style&yaml.FlowStyle != 0 {
		if i := strings.IndexAny(r.src.Text()[end:min(end+80, r.end)], "]}"); i >= 0 {
			end += i + 1
		}
	}
	return r.src.Span(r.start+at, end)
}

func (r *reader) scalar(n *yaml.Node, at int) *Node {
	s := &Node{Kind: Scalar, Value: n.Value}
	if r.hidden != "" {
		s.Value = strings.ReplaceAll(n.Value, r.hidden, "---")
	}
	switch {
	case n.Style&yaml.LiteralStyle != 0:
		s.Style = Literal
	case n.Style&yaml.FoldedStyle != 0:
		s.Style = Folded
	case n.Style&yaml.DoubleQuotedStyle != 0:
		s.Style = DoubleQuoted
	case n.Style&yaml.SingleQuotedStyle != 0:
		s.Style = SingleQuoted
	}
	s.Span = r.src.Span(r.start+at, r.start+r.scalarEnd(n.Value, s.Style, at))
	if s.Style == DoubleQuoted {
		r.findings = append(r.findings, checkEscapes(s)...)
	}
	if s.Style != Plain {
		return s
	}
	if n.Value == "" || n.Value == "~" || strings.EqualFold(n.Value, "null") {
		return &Node{Span: r.src.Span(r.start+at, r.start+at+len(n.Value))}
	}
	// What was painted over to get past a fault is read as it was written.
	if end := at + len(n.Value); end <= len(r.text) && string(r.text[at:end]) == n.Value {
		s.Value = r.src.Text()[r.start+at : r.start+end]
	}
	r.plainTraps(s)
	return s
}

// A surprise matches plain values that YAML 1.1 tools read as something else
// than a text: booleans, octal and sexagesimal numbers, exponents.
var surprise = regexp.MustCompile(`^(?i:y|yes|n|no|on|off|0[0-9_]+|0[xob][0-9a-f_]+|[0-9][0-9_]*(?::[0-5]?[0-9])+|[0-9.]+e[0-9+-]+|[-+]?\.inf|\.nan)$`)

// plainTraps reports what YAML allows in a plain value and editors don't
// expect: a comment that cuts it, typographic quotes around it, words that
// other tools take for numbers or booleans.
func (r *reader) plainTraps(s *Node) {
	_, to := r.lineAt(s.Span.End - r.start)
	r.trapsBefore(s, to)
}

// trapsBefore is plainTraps for a value on a line that ends at an offset.
func (r *reader) trapsBefore(s *Node, to int) {
	rest := r.src.Text()[s.Span.End : r.start+to]
	if i := strings.IndexByte(rest, '#'); i >= 0 && strings.TrimSpace(rest[:i]) == "" && (i == 1 || !strings.HasPrefix(rest[i:], "# ")) {
		whole := strings.TrimSpace(r.src.Text()[s.Span.Start : r.start+to])
		r.report(rule.YAMLComment.At(r.src.Span(s.Span.End+i, r.start+to)).Suggest(quoted(whole)))
	}
	if s.Value[0] >= utf8.RuneSelf {
		r.smartQuotes(s)
	}
	if maySurprise(s.Value) && surprise.MatchString(s.Value) {
		r.report(rule.Unquoted.At(s.Span, "value", s.Value).Suggest(quoted(s.Value)))
	}
}

// maySurprise rules out nearly all values: by their first letter, words by their length, and numbers and days by what they lack.
func maySurprise(value string) bool {
	switch first := value[0]; first {
	case 'y', 'Y', 'n', 'N', 'o', 'O':
		return len(value) <= len("yes")
	case '0', '.', '+', '-':
		return true
	default:
		return first >= '1' && first <= '9' && strings.ContainsAny(value, ":eE")
	}
}

// smartQuotes reports typographic quotes around a whole value.
func (r *reader) smartQuotes(s *Node) {
	for _, pair := range []string{"“”", "„“", "„”", "«»", "‘’", "‚‘", "””"} {
		q := []rune(pair)
		open, shut := string(q[0]), string(q[1])
		if inner, ok := strings.CutPrefix(s.Value, open); ok && strings.HasSuffix(inner, shut) && !strings.Contains(strings.TrimSuffix(inner, shut), shut) {
			inner = strings.TrimSpace(strings.TrimSuffix(inner, shut))
			r.report(rule.SmartQuotes.At(s.Span).Suggest(quoted(inner)))
			break
		}
	}
}
