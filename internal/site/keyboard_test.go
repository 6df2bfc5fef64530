package site

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/browser"
)

// focus describes what has the focus: what it is, and what keeps a reader from seeing it.
const focus = `(() => {
	let e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect(), bad = "";
	if (e === document.body) return ["body", ""];
	if (s.outlineStyle === "none" || parseFloat(s.outlineWidth) < 2) bad = "no outline";
	if (r.width < 1 || r.height < 1 || r.bottom <= 0 || r.top >= innerHeight || r.right <= 0 || r.left >= innerWidth) bad = "out of sight";
	return [e.tagName.toLowerCase() + " " + (e.textContent || e.name || "").trim().slice(0, 40), bad];
})()`

// With the tab key alone a reader comes to everything on a page, in a window of any width, and sees
// where they are; the first press leads past the menu, and the menu unfolds with a key.
func TestKeyboard(t *testing.T) {
	server := httptest.NewServer(http.FileServer(http.Dir(built(t))))
	defer server.Close()
	b := browser.Start(t)
	for _, width := range []int{360, 1280} {
		p := b.Open(t, server.URL+"/de/index.html", browser.View{Width: width})
		for _, path := range []string{"de/index.html", "de/sheets/wohnen-bei-gastgebern.html", "de/partnerships.html"} {
			p.Visit(server.URL + "/" + path)
			walk(t, p, path, width)
		}
	}
	p := b.Open(t, server.URL+"/de/map.html", browser.View{Width: 360})
	if browser.Eval[bool](p, `document.querySelector(".sections a").checkVisibility({contentVisibilityAuto: true})`) {
		t.Error("the menu is open on a narrow page")
	}
	focused(t, p, ".sections summary")
	p.Press("\r")
	p.Wait(`document.querySelector(".sections details").open`)
	focused(t, p, `.sections a[href="places/index.html"]`)
	p.Press("\r")
	p.Wait(`document.querySelector("h1").textContent === "Orte"`)
}

// walk goes through a page from its beginning to its end.
func walk(t *testing.T, p *browser.Page, path string, width int) {
	t.Helper()
	var seen []string
	for range 200 {
		p.Press("\t")
		at := browser.Eval[[]string](p, focus)
		if at[0] == "body" || len(seen) > 0 && at[0] == seen[0] {
			break
		}
		if at[1] != "" {
			t.Errorf("%s at %d pixels: %s: %s", path, width, at[0], at[1])
		}
		seen = append(seen, at[0])
	}
	links := browser.Eval[int](p, `Array.from(document.querySelectorAll("a[href], button, input, summary, select, .scroll")).filter(e => e.tabIndex >= 0 && e.checkVisibility({contentVisibilityAuto: true})).length`)
	if len(seen) != links || seen[0] != "a Zum Inhalt springen" {
		t.Errorf("%s at %d pixels: the tab key leads to %d of %d things: %s", path, width, len(seen), links, strings.Join(seen, ", "))
	}
}
