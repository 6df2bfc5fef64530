package fasttemplate

import (
	"bytes"
	"html/template"
	"testing"
)

// places are where a string may stand in a page: in each, other escapers stand behind it.
var places = []string{
	`{{.}}`, `<p title="{{.}}">`, `<p title='{{.}}'>`, `<title>{{.}}</title>`, `<textarea>{{.}}</textarea>`, `<a href="{{.}}">`, `<a href='{{.}}'>`, `<a href="x/{{.}}">`,
	`<a href="?q={{.}}">`, `<a href="{{.}}{{.}}#{{.}}">`, `<meta http-equiv="refresh" content="0; url={{.}}">`, `<meta content="{{.}}">`,
	`<img srcset="{{.}}">`, `<script>{{.}}</script>`, `<!-- {{.}} -->`,
}

// A place is a template of one action, in both ways.
type place struct {
	text string
	html *template.Template
	fast *Set
}

func newPlaces() []place {
	all := make([]place, len(places))
	for i, text := range places {
		html := template.Must(template.New("main").Parse(text))
		all[i] = place{text, html, New(html, nil)}
		all[i].fast.Execute(new(bytes.Buffer), "main", "", 9) // before html/template does
	}
	return all
}

// escapes compares the escapers of all places for a string, and for what is known to be safe
// in some of them. It counts the places that are left to html/template.
func escapes(t *testing.T, all []place, s string) (left int) {
	for _, p := range all {
		for _, data := range []any{s, kind(s), template.HTML(s), template.URL(s), template.JS(s), template.CSS(s), template.Srcset(s)} {
			var got, want bytes.Buffer
			if !p.fast.Execute(&got, "main", data, 1<<20) {
				left++
				continue
			}
			if err := p.html.Execute(&want, data); err != nil || got.String() != want.String() {
				t.Fatalf("%s of %T %q: got %q, want %q (%v)", p.text, data, data, &got, &want, err)
			}
		}
	}
	return left
}

func TestEscape(t *testing.T) {
	all := newPlaces()
	every := new(bytes.Buffer)
	for b := range 256 {
		every.WriteByte(byte(b))
	}
	for _, s := range []string{
		"", "plain", every.String(), "ä €\u2028 😀\ufdd0\uffff", "\xff\xc0\x80", "javascript:x", "JavaScript:x", "http:x", "HTTPS://x", "mailto:a@b", "/a:b", "a/b:c", ":x", "data:,",
		"%41%4", "%zz", "%", "a b", "?a=b&c=d", "<b title='x>y'>z</b>", "http\u017f:x",
	} {
		// Of 105 pairs these are left: HTML where its tags would go, URLs in a query, in srcset
		// and scripts all but what passes, comments.
		if left := escapes(t, all, s); left != 26 {
			t.Errorf("%d are left to html/template", left)
		}
	}
}

func FuzzEscape(f *testing.F) {
	f.Add("a&b <c> +")
	f.Add("HTTPS://example.org/a b?c=%20%zz")
	f.Add("java\x00script:x")
	all := newPlaces()
	f.Fuzz(func(t *testing.T, s string) { escapes(t, all, s) })
}
