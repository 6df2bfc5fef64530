package fasttemplate

import (
	"fmt"
	"html/template"
	"strings"
)

// A record has a field of every kind that the language treats in its own way.
type record struct {
	Text    string
	Kind    kind
	HTML    template.HTML
	URL     template.URL
	Attr    template.HTMLAttr
	Script  template.JS
	Srcset  template.Srcset
	Number  int
	Short   int8
	Count   uint
	Share   float64
	Yes     bool
	Words   []string
	Pair    [2]string
	Numbers []int
	Records []record
	Others  []*record
	Next    *record
	Link    link
	Links   []link
	Shows   shows
	By      map[string]string
	Any     any
	inner
	*Outer
	hidden string

	Empty string
	None  []string
}

type (
	kind  string
	inner struct{ Inside string }
	Outer struct{ Outside string }
	shows int
	link  struct{ Href, Text string }
)

func (s shows) String() string { return fmt.Sprintf("<%d>", int(s)) }

func (l link) HTML() template.HTML { return template.HTML(l.AppendHTML(nil)) }

func (l link) AppendHTML(b []byte) []byte {
	return append(b, "<a href='"+template.HTMLEscapeString(l.Href)+"'>"+template.HTMLEscapeString(l.Text)+"</a>"...)
}

func (l link) Long() bool                  { return len(l.Text) > 3 }
func (r *record) Twice() string            { return r.Text + r.Text }
func (r record) Fails() (string, error)    { return "", fmt.Errorf("fails") }
func (r record) Breaks() string            { panic("breaks") }
func (r record) Plus(s string) string      { return r.Text + s }
func (r record) Safe() template.URL        { return template.URL(r.Text) }
func join(s string, more ...string) string { return s + strings.Join(more, "+") }

var funcs = template.FuncMap{
	"t": join, "w": func(s string, more ...string) template.HTML { return template.HTML("<b>" + join(s, more...) + "</b>") },
	"n": func(s string, n int) string { return fmt.Sprint(s, n) }, "asset": func(s string) string { return "a/" + s },
	"round": func() (bool, error) { return false, nil }, "odd": func(n int) bool { return n%2 == 1 },
	"stop": func() (bool, error) { return false, fmt.Errorf("stop") },
}

// A source makes choices of bytes; where there are none left, always the first.
type source struct {
	data  []byte
	depth int
}

func (s *source) next(n int) int {
	if len(s.data) == 0 {
		return 0
	}
	b := s.data[0]
	s.data = s.data[1:]
	return int(b) % n
}

func (s *source) of(choices ...string) string { return choices[s.next(len(choices))] }

// templates makes the source of a set: "main", which calls the others, and which they call.
func (s *source) templates() string {
	set := "{{define \"main\"}}" + s.list() + "{{end}}"
	for _, name := range []string{"a", "b"} {
		set += "{{define \"" + name + "\"}}" + s.list() + "{{end}}"
	}
	return set + "{{define \"tag\"}}" + s.attrs() + "{{end}}{{define \"words\"}}{{range .}}<i>{{.}}</i>{{else}}none{{end}}{{end}}" +
		"{{define \"down\"}}{{if .Yes}}{{.Text}}{{with .Next}}{{template \"down\" .}}{{end}}{{end}}{{end}}"
}

// list makes nodes that begin and end between elements.
func (s *source) list() string {
	s.depth++
	defer func() { s.depth-- }()
	var b strings.Builder
	for range 1 + s.next(4) {
		if s.depth > 4 {
			b.WriteString(s.of("x", "<br>", "{{.Text}}"))
			continue
		}
		b.WriteString(s.node())
	}
	return b.String()
}

func (s *source) node() string {
	switch s.next(22) {
	case 0:
		return s.of("text", "<p>", "\n ", "a<b", "&amp;", "<!-- c -->")
	case 1, 2, 3:
		return "{{" + s.value() + "}}"
	case 4, 5:
		return "{{if " + s.cond() + "}}" + s.list() + s.of("", "{{else}}"+s.list(), "{{else if "+s.cond()+"}}"+s.list()) + "{{end}}"
	case 6:
		return "{{with " + s.field() + "}}" + s.of("{{.}}", s.list()) + s.of("", "{{else}}"+s.list()) + "{{end}}"
	case 7:
		return "{{with $v := " + s.field() + "}}{{$v}}" + s.list() + "{{end}}"
	case 8, 9:
		return "{{range " + s.of(".Records", ".Others", "$.Records") + "}}" + s.list() + s.of("", "{{else}}"+s.list()) + "{{end}}"
	case 10:
		return "{{range $i, $r := " + s.of(".Records", ".Others") + "}}{{if $i}}, {{end}}{{$r." + s.of("Text", "Inside", "HTML", "Next") + "}}" + s.list() + "{{end}}"
	case 11:
		return "{{range " + s.of(".Words", ".Numbers", ".Pair", ".Links", ".By", "3") + "}}" + s.of("{{.}}", "{{$.Text}}", "{{.HTML}}", "<hr>") + s.of("", "{{break}}", "{{continue}}") + "{{end}}"
	case 12, 13:
		return "{{template \"" + s.of("a", "b", "down") + "\" " + s.of(".", ".", ".Next", "$", ".Any", ".Text") + "}}"
	case 14:
		return "{{template \"words\" " + s.of(".Words", ".Pair") + "}}"
	case 15:
		return "<a" + s.attrs() + ">"
	case 16:
		return "<title>{{" + s.value() + "}}</title>"
	case 17:
		return "<script type=\"application/ld+json\">{{" + s.of(".Script", ".Text", ".Number") + "}}</script>"
	case 18:
		return "{{$" + s.of("x", "y") + " := " + s.field() + "}}"
	case 19:
		return s.of("{{$x}}", "{{$y.Text}}", "{{$x.Inside}}")
	case 20:
		return "<p{{template \"tag\" " + s.of(".", ".Next") + "}}>"
	}
	return s.of("{{.Any}}", "{{.Fails}}", "{{.Breaks}}", "{{.Plus \"x\"}}", "{{.hidden}}", "{{.Nothing}}", "{{.Twice}}", "{{/* c */}}", "{{stop}}", "{{.By.key}}",
		"{{odd 3}}", "{{printf \"%d\" .Number}}", "{{.Text | html}}", "{{len .Words | n \"x\"}}", "{{(index .Records 0).Text}}", "{{template \"a\"}}", "{{.Next.Next.Text}}", "<style>p{color:{{.Text}}}</style>")
}

// attrs makes attributes.
func (s *source) attrs() string {
	all := ""
	for range 1 + s.next(3) {
		all += s.of(` title="{{`+s.value()+`}}"`, ` href="{{`+s.value()+`}}"`, ` href="x/{{`+s.value()+`}}?q={{`+s.value()+`}}"`,
			` srcset="{{`+s.value()+`}}"`, ` class="c{{if `+s.cond()+`}} d-{{.Number}}{{end}}"`, `{{if `+s.cond()+`}} hidden{{end}}`,
			` alt={{.Text}}`, ` onclick="f({{.Text}})"`, ` {{.Attr}}`, ` content="0; url={{`+s.value()+`}}"`)
	}
	return all
}

func (s *source) field() string {
	return s.of(".Text", ".Kind", ".HTML", ".URL", ".Number", ".Yes", ".Next", ".Link", ".Link.Text", ".Link.HTML", ".Inside", ".Outside", ".Next.Text", "$.Text", ".Empty", ".None",
		".Words", ".Records", ".Shows", ".Short", ".Count", ".Share", ".Srcset", ".Script", ".", "$", ".Link.Long", ".Safe", ".Any")
}

func (s *source) value() string {
	if s.next(4) > 0 {
		return s.field()
	}
	return s.of(`t "x"`, `t "x" .Text`, `t "x" .Text $.Inside "y"`, `w .Text`, `n "x" .Number`, `n .Text 3`, `asset "p.png"`, `len .Words`, `eq .Text "x"`, `not .Yes`,
		`t .Kind`, `n "x" .Short`, `t`, `"<lit>"`, `3`, `true`, `1.5`, `.Text | printf "%q"`, `and .Text .Yes`)
}

func (s *source) cond() string {
	if s.next(3) > 0 {
		return s.field()
	}
	return s.of("eq .Text \"x\"", "ne .Number 3", "eq .Kind \"a\" .Text", "and .Text .Yes", "or .Next .Yes", "not .Text", "or (eq .Text \"x\") (not .Yes)", "and .Next .Next.Yes",
		"len .Words", "round", "gt .Number 3", "eq .Number .Short", "eq .Text 3", "eq .Next .Next", "true", "not (and .Text (ne .Text \"x\"))", "odd .Number", "$x := .Text")
}

// record makes data, no deeper than three records.
func (s *source) record(depth int) *record {
	r := &record{
		Text: s.text(), Kind: kind(s.text()), HTML: template.HTML(s.text()), URL: template.URL(s.text()), Attr: "lang=de", Script: template.JS(`{"a": "` + s.of("x", "<") + `"}`),
		Srcset: template.Srcset(s.text()), Number: s.next(9) - 2, Short: int8(s.next(3)), Count: uint(s.next(3)), Share: float64(s.next(7)) * 1e20, Yes: s.next(2) == 1,
		hidden: "x", Link: link{s.text(), s.text()}, Shows: shows(s.next(3)), inner: inner{s.text()}, Pair: [2]string{"p", s.text()},
	}
	for range s.next(4) {
		r.Words, r.Numbers, r.Links = append(r.Words, s.text()), append(r.Numbers, s.next(400)), append(r.Links, link{s.text(), s.text()})
	}
	if s.next(3) > 0 {
		r.Outer = &Outer{s.text()}
	}
	if depth == 0 {
		return r
	}
	switch s.next(4) {
	case 1:
		r.Any = s.record(depth - 1)
	case 2:
		r.Any = *s.record(depth - 1)
	case 3:
		r.Any = s.text()
	}
	for range s.next(3) {
		r.Records = append(r.Records, *s.record(depth - 1))
	}
	for range s.next(3) {
		r.Others = append(r.Others, s.record(depth-1))
	}
	if s.next(2) == 1 {
		r.Next = s.record(depth - 1)
	}
	return r
}

func (s *source) text() string {
	return s.of("", "x", "a&b <c> \"d\" 'e' + 1", "https://example.org/a b?c=d&e=%20#f", "javascript:alert(1)", "Ä\x00\xff\u2028", "HTTPS:x", "a/b:c", "data:x", "%zz(')", "mailto:a@b", "1, 2x")
}
