package site

import (
	"net/http"
	"net/http/httptest"
	"path"
	"strings"
	"sync"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/browser"
)

// A host serves a folder, some files of it badly.
type host struct {
	files http.Handler

	mu   sync.Mutex
	kind string                                   // first letters of the names of such files
	how  func(http.ResponseWriter, func() []byte) // given the bytes that the file has
}

func (h *host) fail(kind string, how func(http.ResponseWriter, func() []byte)) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.kind, h.how = kind, how
}

func (h *host) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h.mu.Lock()
	kind, how := h.kind, h.how
	h.mu.Unlock()
	if how == nil || !strings.Contains(r.URL.Path, "assets/search/") || !strings.HasPrefix(path.Base(r.URL.Path), kind) {
		h.files.ServeHTTP(w, r)
		return
	}
	how(w, func() []byte {
		recorded := httptest.NewRecorder()
		h.files.ServeHTTP(recorded, r)
		return recorded.Body.Bytes()
	})
}

func (h *host) whole() { h.fail("", nil) }

// Ways in which a file arrives badly.
var failures = map[string]func(http.ResponseWriter, func() []byte){
	"missing": func(w http.ResponseWriter, _ func() []byte) { w.WriteHeader(http.StatusNotFound) },
	"cut": func(w http.ResponseWriter, file func() []byte) {
		w.Header().Set("Content-Type", "text/javascript")
		data := file()
		w.Write(data[:len(data)*2/3])
	},
	"other JSON": func(w http.ResponseWriter, _ func() []byte) {
		w.Header().Set("Content-Type", "text/javascript")
		w.Write([]byte("pb({})\n"))
	},
	"gone away": func(http.ResponseWriter, func() []byte) { panic(http.ErrAbortHandler) },
}

const (
	said    = `document.querySelector("[role=status]").textContent`
	failed  = said + `.includes("ließ sich nicht laden")`
	settled = `!!document.querySelector(".search.live:not([aria-busy])")`
)

// Whatever happens to a file of the index, the page says so, offers the themes, and
// tries again when it is asked to.
func TestSearchFails(t *testing.T) {
	h := &host{files: http.FileServer(http.Dir(repositorySite(t)))}
	server := httptest.NewServer(h)
	defer server.Close()
	b := browser.Start(t)
	for _, test := range []struct{ kind, query string }{
		{"m", "Wohnung"}, {"d", "Wohnung"}, {"t", "Wohnung"}, {"e", "Unterkumft"}, {"w", "Unterkumft"}, {"p", "%22runder%20Tisch%22"}, {"f", "Wohnung&themes=housing"},
	} {
		for name, how := range failures {
			if test.kind != "d" && name != "cut" && name != "missing" {
				continue
			}
			t.Run(test.kind+" "+name, func(t *testing.T) {
				h.fail(test.kind, how)
				p := b.Open(t, server.URL+"/de/search.html?q="+test.query, browser.View{})
				p.Wait(settled + "&&" + failed)
				if n := browser.Eval[int](p, `document.querySelectorAll("main [data-part=browse]:not([hidden]) a").length`); n < 10 {
					t.Errorf("only %d links lead on", n)
				}
				h.whole()
				p.Click("[data-part=notes] button")
				p.Wait(settled + "&&" + firstHit + " !== undefined")
			})
		}
	}
	t.Run("texts", func(t *testing.T) {
		h.fail("x", failures["missing"])
		defer h.whole()
		p := b.Open(t, server.URL+"/de/search.html?q=Wohnung", browser.View{})
		p.Wait(settled + "&&" + firstHit + " !== undefined")
	})
}

// On a slow network the page says that it is at work, and what was typed last counts.
func TestSearchOnASlowNetwork(t *testing.T) {
	h := &host{files: http.FileServer(http.Dir(repositorySite(t)))}
	server := httptest.NewServer(h)
	defer server.Close()
	release := make(chan struct{})
	h.fail("d", func(w http.ResponseWriter, file func() []byte) {
		<-release
		w.Header().Set("Content-Type", "text/javascript")
		w.Write(file())
	})
	p := browser.Start(t).Open(t, server.URL+"/de/search.html", browser.View{})
	p.Wait(settled)
	p.Type("#find", "Wohnung")
	p.Wait(`document.querySelector(".search").getAttribute("aria-busy") === "true"`)
	browser.Eval[bool](p, `(() => { const i = document.querySelector("#find"); i.value = ""; i.focus(); return true; })()`)
	p.Type("#find", "Gesundheitskarte")
	p.Wait(`location.search === "?q=Gesundheitskarte"`)
	close(release)
	p.Wait(settled + "&&" + firstHit + ` === "monheim-health-card"`)
}

// Back and forward keep query and results, filters too.
func TestSearchHistory(t *testing.T) {
	files := http.FileServer(http.Dir(repositorySite(t)))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-store") // or the browser shows the page that it froze
		files.ServeHTTP(w, r)
	}))
	defer server.Close()
	p := browser.Start(t).Open(t, server.URL+"/de/search.html?q=Gesundheitskarte&themes=health", browser.View{})
	results := firstHit + ` === "monheim-health-card" && document.querySelector("#find").value === "Gesundheitskarte" &&
		document.querySelector(".chip.on")?.textContent.startsWith("Thema: ")`
	p.Wait(results)
	p.Click("main [data-sheet] h3 a")
	p.Wait(`!!document.querySelector("article[data-sheet=monheim-health-card]")`)
	p.Go(-1)
	p.Wait(results)
	p.Go(1)
	p.Wait(`!!document.querySelector("article[data-sheet=monheim-health-card]")`)
	p.Sound()
}
