//go:build long

package site

import (
	"cmp"
	"flag"
	"fmt"
	"html/template"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/browser"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
)

var (
	look          = flag.String("look", "", "take pictures of every kind of page, and write them and a page that shows them into this `folder`")
	lookCatalogue = flag.String("look-catalogue", "../..", "of this catalogue")
)

// A shot is the picture of one page in one window.
type shot struct {
	Kind, Lang, Page, File string
	Width                  int
	Dark                   bool
}

// TestLook does not judge: it takes the pictures that a person goes through with the
// list in internal/browser/README.md.
func TestLook(t *testing.T) {
	if *look == "" {
		t.Skip("no -look: no pictures")
	}
	options := Options{Dir: *lookCatalogue, Now: today(t), Version: "test"}
	l, err := Load(options)
	if err != nil {
		t.Fatal(err)
	}
	v, err := NewVisit(options)
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	result, err := v.Build(BuildOptions{Out: filepath.Join(t.TempDir(), "public")})
	if err != nil || result.Stopped {
		t.Fatalf("build: %v, stopped: %v", err, result.Stopped)
	}
	server := httptest.NewServer(http.FileServer(http.Dir(result.Out)))
	defer server.Close()
	if err := os.MkdirAll(*look, 0o777); err != nil {
		t.Fatal(err)
	}
	pages := longest(result.Out, l.Plan.Pages)
	b := browser.Start(t)
	var shots []shot
	for _, width := range []int{360, 768, 1280} {
		for _, dark := range []bool{false, true} {
			p := b.Open(t, server.URL+"/index.html", browser.View{Width: width, Dark: dark})
			for _, page := range pages {
				p.Visit(server.URL + "/" + page.Path)
				s := shot{kindOf(page), page.Lang, page.Path, "", width, dark}
				s.File = fmt.Sprintf("%s-%s-%d-%s.png", s.Kind, cmp.Or(s.Lang, "all"), width, map[bool]string{false: "light", true: "dark"}[dark])
				if err := os.WriteFile(filepath.Join(*look, s.File), p.Screenshot(), 0o666); err != nil {
					t.Fatal(err)
				}
				shots = append(shots, s)
			}
		}
	}
	writeContactSheet(t, shots)
}

// kindOf tells pages apart that look different.
func kindOf(p *plan.Page) string {
	kind := string(p.Kind)
	if p.Entry != nil {
		kind += "-" + p.Entry.Type()
	}
	if p.Facet != "" {
		kind += "-" + p.Facet
	}
	return kind
}

// longest returns, of every kind of page and language, the one with most to show.
func longest(out string, pages []*plan.Page) []*plan.Page {
	best := map[string]*plan.Page{}
	size := map[string]int64{}
	for _, p := range pages {
		key := kindOf(p) + " " + p.Lang
		info, err := os.Stat(filepath.Join(out, filepath.FromSlash(p.Path)))
		if err == nil && p.Kind != plan.Redirect && info.Size() > size[key] {
			best[key], size[key] = p, info.Size()
		}
	}
	var all []*plan.Page
	for _, p := range best {
		all = append(all, p)
	}
	slices.SortFunc(all, func(a, b *plan.Page) int {
		return cmp.Or(cmp.Compare(kindOf(a), kindOf(b)), cmp.Compare(a.Lang, b.Lang))
	})
	return all
}

// contactSheet shows the pictures of a kind side by side, each a link to its full size.
const contactSheet = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Contact sheet</title>
<style>body{font:14px sans-serif;margin:1rem}section{display:flex;flex-wrap:wrap;gap:8px;align-items:start}h2{flex-basis:100%}
figure{margin:0;border:1px solid #999}img{display:block;height:420px;width:auto;max-width:420px;object-fit:cover;object-position:top}</style>
{{range $kind, $shots := .}}<section><h2>{{$kind}}</h2>{{range $shots}}
<figure><a href="{{.File}}"><img src="{{.File}}" alt="{{.Page}}" loading="lazy"></a><figcaption>{{.Lang}} {{.Width}}{{if .Dark}} dark{{end}}</figcaption></figure>{{end}}</section>{{end}}
`

func writeContactSheet(t *testing.T, shots []shot) {
	byKind := map[string][]shot{}
	for _, s := range shots {
		byKind[s.Kind] = append(byKind[s.Kind], s)
	}
	f, err := os.Create(filepath.Join(*look, "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := template.Must(template.New("").Parse(contactSheet)).Execute(f, byKind); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d pictures, see %s", len(shots), f.Name())
}
