package site

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/browser"
)

// The root page offers all languages, and first the one that was chosen the last time, in its list or by the
// switch of a page; nobody is sent on. So it is from a folder too, and without scripts all are there.
func TestRootRemembersTheLanguage(t *testing.T) {
	out := built(t)
	server := httptest.NewServer(http.FileServer(http.Dir(out)))
	defer server.Close()
	b := browser.Start(t)
	for name, base := range map[string]string{"http": server.URL, "file": "file://" + filepath.ToSlash(out)} {
		t.Run(name, func(t *testing.T) {
			p := b.Open(t, base+"/index.html", browser.View{})
			const offered = `[...document.querySelectorAll(".choices a")].map(a => a.hreflang + (a.querySelector(".last").hidden ? "" : "!")).join(" ")`
			if got := browser.Eval[string](p, offered); len(strings.Fields(got)) != 3 || strings.Contains(got, "!") {
				t.Errorf("at first: %s", got)
			}
			p.Click(`.choices a[hreflang="fr"]`)
			p.Wait(`document.documentElement.lang === "fr" && document.body.matches(".is-home")`)
			p.Visit(base + "/index.html")
			if got := browser.Eval[string](p, offered); !strings.HasPrefix(got, "fr! ") || len(strings.Fields(got)) != 3 {
				t.Errorf("after French: %s", got)
			}
			p.Visit(base + "/fr/map.html")
			p.Click(`.languages a[hreflang="de"]`)
			p.Wait(`document.documentElement.lang === "de"`)
			p.Visit(base + "/index.html")
			if got := browser.Eval[string](p, offered+` + " " + document.body.className`); !strings.HasPrefix(got, "de! ") || !strings.HasSuffix(got, "is-root") {
				t.Errorf("after German: %s", got)
			}
			p.Sound()
		})
	}
	p := b.Open(t, server.URL+"/index.html", browser.View{NoScript: true})
	if n := browser.Eval[int](p, `document.querySelectorAll(".choices a").length`); n != 3 {
		t.Errorf("without scripts %d languages are offered", n)
	}
}

// A static host answers an address that leads nowhere with 404.html, in the reader's language: that of
// the address, else the one that was chosen.
func TestNotFoundInTheReadersLanguage(t *testing.T) {
	out := built(t)
	page, err := os.ReadFile(filepath.Join(out, "404.html"))
	if err != nil {
		t.Fatal(err)
	}
	files := http.StripPrefix("/praxis", http.FileServer(http.Dir(out)))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		path := strings.TrimPrefix(r.URL.Path, "/praxis/")
		if _, err := os.Stat(filepath.Join(out, filepath.FromSlash(path))); err == nil {
			files.ServeHTTP(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.WriteHeader(http.StatusNotFound)
		_, _ = w.Write(page)
	}))
	defer server.Close()
	b := browser.Start(t)
	p := b.Open(t, server.URL+"/praxis/fr/sheets/none.html", browser.View{})
	const shown = `[...document.querySelectorAll("section[data-lang]")].filter(s => s.checkVisibility()).map(s => s.lang).join(" ") + " " + document.documentElement.lang`
	p.Wait(`document.documentElement.lang === "fr"`)
	if got := browser.Eval[string](p, shown); got != "fr fr" {
		t.Errorf("for a French address: %s", got)
	}
	p.Click(`section:not([hidden]) a`)
	p.Wait(`document.readyState === "complete" && document.body.matches(".is-home") && document.documentElement.lang === "fr"`)
	p.Click(`.languages a[hreflang="de"]`)
	p.Wait(`document.documentElement.lang === "de"`)
	p.Visit(server.URL + "/praxis/nothing/at/all")
	if got := browser.Eval[string](p, shown); got != "de de" {
		t.Errorf("for an address without a language, after German was chosen: %s", got)
	}
	p = b.Open(t, server.URL+"/praxis/fr/sheets/none.html", browser.View{Block: []string{"*://*:*/*.js"}})
	if got := browser.Eval[string](p, shown); !strings.HasPrefix(got, "de fr en ") {
		t.Errorf("without scripts: %s", got)
	}
}
