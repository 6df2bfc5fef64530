package fasttemplate

import (
	"bytes"
	"html/template"
	"math/rand/v2"
	"strings"
	"testing"
)

// bothWays executes a template here and by html/template and compares what comes of it. It
// reports whether the one here was sure, in which case the other may not fail.
func bothWays(t *testing.T, set *template.Template, name string, data any) (sure bool) {
	t.Helper()
	fast := New(set, funcs)
	var got bytes.Buffer
	got.WriteString("before ")
	sure = fast.Execute(&got, name, data, 1<<20)
	again := bytes.NewBufferString("before ")
	if fast.Execute(again, name, data, 1<<20) != sure || again.String() != got.String() {
		t.Errorf("the second time it gives %q", again)
	}
	if !sure {
		if got.String() != "before " {
			t.Errorf("it gave up, and left %q", &got)
		}
		return false
	}
	want := bytes.NewBufferString("before ")
	if err := set.ExecuteTemplate(want, name, data); err != nil {
		t.Errorf("html/template says: %v", err)
	} else if want.String() != got.String() {
		t.Errorf("got\n%q, want\n%q", &got, want)
	}
	return true
}

// set parses templates; those that a source makes may mean nothing.
func set(text string) (*template.Template, error) {
	return template.New("").Funcs(funcs).Parse(text)
}

func sample() *record {
	data := make([]byte, 4096)
	r := rand.New(rand.NewPCG(1, 2))
	for i := range data {
		data[i] = byte(r.Uint32())
	}
	s := source{data: data}
	d := s.record(3)
	d.Text, d.Yes, d.Outer, d.Next = "a <b>", true, &Outer{"out"}, s.record(1)
	d.Next.Next = nil
	d.Records, d.Others = []record{*s.record(1), *s.record(0)}, []*record{s.record(1)}
	d.Words, d.Links = []string{"<i>", "j"}, []link{{"x?a&b", "<l>"}}
	return d
}

// compiled are templates that are compiled: what pages consist of.
var compiled = []string{
	"text",
	"{{.Text}} {{.Kind}} {{.HTML}} {{.URL}} {{.Number}} {{.Yes}} {{.Inside}} {{.Outside}} {{.Short}} {{.Count}} {{.Share}}",
	`<p title="{{.Text}}" class="a{{if .Yes}} b{{end}}" href="{{.Text}}" src="{{.URL}}"><a href="x/{{.Text}}?q={{.Text}}"><img srcset="{{.Srcset}}">`,
	"<title>{{.Text}}</title><textarea>{{.Number}}</textarea>",
	`<script type="application/ld+json">{{.Script}}</script>`,
	`<meta http-equiv="refresh" content="0; url={{.URL}}">`,
	"{{if .Text}}yes{{else}}no{{end}}{{if not .Yes}}no{{else if eq .Kind \"x\"}}x{{end}}",
	"{{if and .Text (ne .Number 3)}}a{{end}}{{if or .Next (eq .Text \"x\" .Inside)}}b{{end}}{{if len .Words}}c{{end}}",
	"{{with .Next}}{{.Text}}{{$.Text}}{{else}}none{{end}}{{with $x := .Text}}{{$x}}{{.}}{{end}}",
	"{{range .Records}}{{.Text}}{{range .Words}}{{.}}{{$.Text}}{{end}}{{else}}none{{end}}{{range $i, $o := .Others}}{{if $i}}, {{end}}{{$o.Text}}{{end}}{{range $w := .Words}}{{$w}}{{end}}",
	"{{range .Links}}{{.HTML}}{{end}}{{.Link.HTML}}{{if .Link.Long}}long{{end}}{{with .Link.HTML}}{{.}}{{end}}<p title=\"{{.Safe}}\">",
	"{{t \"x\"}}{{t .Text .Inside \"y\"}}{{w \"x\" .Text}}{{n .Text .Number}}{{asset \"a\"}}{{n \"x\" 3}}{{if round}}{{end}}",
	"{{$x := .Text}}{{range .Words}}{{$x}}{{$y := .}}{{$y}}{{$x := .}}{{$x}}{{end}}{{$x}}",
	"{{template \"plain\"}}{{template \"text\" .Text}}{{template \"down\" .}}<p{{template \"lang\" .}}>",
	"{{with .Empty}}{{.}}{{else}}{{.Text}}{{end}}{{range .None}}{{.}}{{else}}{{.Text}}{{end}}",
	"{{template \"any\" .Any}}",
	"{{.Twice}}{{.Next.Twice}}{{len .Words}}{{not .Yes}}{{eq .Text .Text}}{{\"<lit>\"}}{{3}}{{true}}",
}

const called = `{{define "plain"}}<b>plain</b>{{end}}{{define "text"}}{{.}}{{$}}{{end}}{{define "any"}}<p{{template "lang" .}}>{{.Text}}{{end}}` +
	`{{define "lang"}}{{if .Text}} lang="{{.Text}}" title="{{template "text" .Text}}"{{end}}{{end}}` +
	`{{define "down"}}<ul{{template "lang" .}}>{{.Text}}{{range .Records}}<li>{{template "down" .}}{{end}}{{with .Next}}{{template "down" .}}{{end}}</ul>{{end}}`

func TestCompiled(t *testing.T) {
	data := sample()
	data.Any = *data.Next
	for _, text := range compiled {
		set, err := set(called + `{{define "main"}}` + text + `{{end}}`)
		if err != nil {
			t.Fatal(err)
		}
		if !bothWays(t, set, "main", data) {
			t.Errorf("%s: not compiled", text)
		}
	}
}

// left are templates, and data, that html/template is to execute: most of them fail there,
// some are nothing that pages need.
var left = []string{
	"{{.Nothing}}", "{{.hidden}}", "{{.Fails}}", "{{.Breaks}}", "{{stop}}", "{{if stop}}{{end}}", "{{.Next.Next.Text}}", "{{template \"down\" .Text}}", "{{t .Kind}}",
	"{{.Any}}", "{{.Shows}}", "{{.By.key}}", "{{range .By}}{{end}}", "{{range 3}}{{end}}", "{{range .Words}}{{break}}{{end}}", "{{printf \"%d\" .Number}}", "{{.Text | html}}",
	"{{.Plus \"x\"}}", "{{.Words}}", "{{.Next}}", "{{index .Words 0}}", "{{eq .Text 3}}", "{{$x := 1}}{{$x = 2}}", "{{odd 3}}", "{{1.5}}",
	"<p title=\"{{.HTML}}\">", "<p {{.Attr}}>", "<script>var x = {{.Text}}</script>", "<style>p{color:{{.Text}}}</style>", "<p title={{.Text}}>", "<a href=\"?{{.URL}}\">",
	"{{template \"nowhere\" .}}", strings.Repeat("{{template \"lang\" .}}", maxInsets), "{{if .Yes}}<p title=\"{{end}}", "{{template \"endless\" .}}", "{{range .Long}}{{$.Text}}{{end}}",
}

func TestLeft(t *testing.T) {
	for _, text := range left {
		set, err := set(called + `{{define "endless"}}x{{template "endless" .}}{{end}}{{define "main"}}` + text + `{{end}}`)
		if err != nil {
			t.Fatal(err)
		}
		if bothWays(t, set, "main", sample()) {
			t.Errorf("%s: executed here", text)
		}
	}
	all, _ := set(`{{define "main"}}{{.}}{{end}}`)
	fast := New(all, funcs)
	for name, data := range map[string]any{"nowhere": "x", "main": nil} {
		if fast.Execute(new(bytes.Buffer), name, data, 9) {
			t.Errorf("%s of %v: executed", name, data)
		}
	}
	if !fast.Execute(new(bytes.Buffer), "main", "123456789", 9) || fast.Execute(new(bytes.Buffer), "main", "1234567890", 9) {
		t.Error("the limit does not hold")
	}
}

// A loop, or one of calls, ends where the limit is reached, and not when all is done.
func TestLoopEnds(t *testing.T) {
	for _, text := range []string{
		`{{define "main"}}{{range .}}{{t "0123456789"}}{{end}}{{end}}`,
		`{{define "main"}}{{t "0123456789"}}{{if .}}{{template "main" .}}{{template "main" .}}{{end}}{{end}}`,
	} {
		calls := 0
		counting := template.FuncMap{"t": func(s string) string { calls++; return s }}
		all := template.Must(template.New("").Funcs(counting).Parse(text))
		if New(all, counting).Execute(new(bytes.Buffer), "main", make([]int, 1000), 95) || calls != 10 {
			t.Errorf("it ended after %d rounds", calls)
		}
	}
}

// A set that was executed before can't be read any more.
func TestExecuted(t *testing.T) {
	all, _ := set(`{{define "main"}}{{.}}{{end}}`)
	if err := all.ExecuteTemplate(new(bytes.Buffer), "main", "x"); err != nil {
		t.Fatal(err)
	}
	if New(all, funcs).Execute(new(bytes.Buffer), "main", "x", 9) {
		t.Error("executed")
	}
}

// random compares a template that some bytes stand for. It reports whether there is one.
func random(t *testing.T, data []byte) (is, sure bool) {
	s := source{data: data}
	text := s.templates()
	set, err := set(text)
	if err != nil {
		return false, false
	}
	sure = bothWays(t, set, "main", s.record(2))
	if t.Failed() {
		t.Fatalf("the template is %s", text)
	}
	return true, sure
}

func TestRandom(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	all, sure := 0, 0
	for range 5000 {
		data := make([]byte, 300+r.IntN(400))
		for i := range data {
			data[i] = byte(r.Uint32())
		}
		if is, done := random(t, data); done {
			all, sure = all+1, sure+1
		} else if is {
			all++
		}
	}
	t.Logf("%d of %d", sure, all)
	if sure < 300 {
		t.Errorf("of %d templates only %d are executed here", all, sure)
	}
}

func FuzzTemplate(f *testing.F) {
	f.Add([]byte("a template, and data"))
	f.Add([]byte(strings.Repeat("\x0f\x07\x03", 200)))
	f.Fuzz(func(t *testing.T, data []byte) { random(t, data) })
}
