package render_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/render"
	"gitlab.opencode.de/praxisblatt/praxisblatt/layouts"
)

// Every kind of page is made without html/template.
func TestCompiled(t *testing.T) {
	r, p := newRenderer(t, sources(t))
	kinds := map[plan.Kind]bool{}
	for _, page := range p.Pages {
		kinds[page.Kind] = true
		if !r.IsCompiled(page) {
			t.Errorf("%s is left to html/template", page.Path)
		}
	}
	for _, lang := range p.Langs {
		if !r.ArePartsCompiled(lang) {
			t.Errorf("parts of pages in %s are left to html/template", lang)
		}
	}
	if len(kinds) < 15 {
		t.Errorf("there are only %d kinds of pages", len(kinds))
	}
}

// Templates of a catalogue's own give the same pages, or the same errors, as by html/template.
func TestPlain(t *testing.T) {
	p, locales := load(t, sources(t))
	own := fstest.MapFS{}
	for kind, text := range map[plan.Kind]string{
		plan.Root:     `<h1>{{.Title.Text}}</h1>{{range .Choices}}<a href="{{.Href}}"{{if .Last}} title="{{.Last}}"{{end}}>{{.Text}}</a>{{end}}`,
		plan.NotFound: `{{printf "%q" .Languages}}{{range $i, $l := .Languages}}{{$i}}{{index $.Languages $i | printf "%v"}}{{end}}`,
		plan.Home:     "\n\n{{.Nothing}}",
		plan.Latest:   "<p>\n{{range .Days}}\n{{range 400000}}{{end}}{{range 200000}}{{end}}{{end}}",
		plan.List:     "{{template \"nowhere\" .}}",
		plan.Search:   "<a href={{if .}}'{{end}}>",
		plan.Glossary: "{{template \"endless\" .}}{{end}}\n{{define \"endless\"}}{{template \"endless\" .}}",
		plan.MyPack:   "{{range .Languages}}{{range 40000}}" + strings.Repeat("x", 2000) + "{{end}}{{end}}",
	} {
		own[string(kind)+".html"] = &fstest.MapFile{Data: []byte(`{{define "main"}}` + text + `{{end}}`)}
	}
	all := func(plain bool) map[string]string {
		l, err := render.ReadLayouts(own, layouts.Files, locales, p.Langs, nil)
		if err != nil {
			t.Fatal(err)
		}
		if plain {
			l = l.Plain()
		}
		r, err := render.New(render.Options{Plan: p, Locales: locales, Layouts: l})
		if err != nil {
			t.Fatal(err)
		}
		pages := map[string]string{}
		for _, page := range p.Pages {
			if own[string(page.Kind)+".html"] == nil || page.Lang != "" && page.Lang != "de" {
				continue
			}
			f, err := r.Page(page)
			if pages[page.Path] = string(f.Bytes); err != nil {
				pages[page.Path] = "error: " + err.Error()
			}
		}
		return pages
	}
	got, failed := all(false), 0
	for name, want := range all(true) {
		if strings.HasPrefix(want, "error: ") {
			failed++
		}
		if got[name] != want {
			t.Errorf("%s is\n%s\nwant\n%s", name, got[name], want)
		}
	}
	if failed < 6 {
		t.Errorf("only %d pages fail: %v", failed, got)
	}
}

// BenchmarkPlain renders all pages of the test catalogue, and the same by html/template.
func BenchmarkPlain(b *testing.B) {
	p, locales := load(b, sources(b))
	for _, plain := range []bool{false, true} {
		l, err := render.ReadLayouts(nil, layouts.Files, locales, p.Langs, nil)
		if err != nil {
			b.Fatal(err)
		}
		if plain {
			l = l.Plain()
		}
		r, err := render.New(render.Options{Plan: p, Locales: locales, Layouts: l})
		if err != nil {
			b.Fatal(err)
		}
		name := map[bool]string{false: "compiled", true: "plain"}[plain]
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			var size int64
			for b.Loop() {
				size = 0
				for _, page := range p.Pages {
					f, err := r.Page(page)
					if err != nil {
						b.Fatal(err)
					}
					size += int64(len(f.Bytes))
				}
			}
			b.SetBytes(size)
		})
	}
}
