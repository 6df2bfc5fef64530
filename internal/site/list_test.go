package site

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/browser"
)

// focused waits until a tab press has led to an element, as a reader would who
// looks for it, and fails where the way is longer than the list of what there is.
func focused(t *testing.T, p *browser.Page, selector string) {
	t.Helper()
	for range 60 {
		if browser.Eval[bool](p, fmt.Sprintf(`document.activeElement.matches(%q)`, selector)) {
			return
		}
		p.Press("\t")
	}
	t.Fatalf("the tab key does not lead to %s", selector)
}

// With keys alone a reader narrows the list down, takes it back, and finds it
// again under its address; the number found is announced.
func TestFacetsByKeyboard(t *testing.T) {
	out := built(t)
	server := httptest.NewServer(http.FileServer(http.Dir(out)))
	defer server.Close()
	b := browser.Start(t)
	for name, base := range map[string]string{"http": server.URL, "file": "file://" + filepath.ToSlash(out)} {
		t.Run(name, func(t *testing.T) { testFacets(t, b, base+"/de/sheets/index.html") })
	}
}

func testFacets(t *testing.T, b *browser.Browser, address string) {
	p := b.Open(t, address, browser.View{})
	p.Wait(`document.querySelector("[role=status]")`)
	all := browser.Eval[int](p, `document.querySelectorAll(".found .row").length`)
	count := func(n int) string {
		return fmt.Sprintf(`document.querySelector("[role=status]").textContent === "%d von %d Einträgen" && document.querySelectorAll(".found .row").length === %d`, n, all, n)
	}
	p.Wait(count(all))
	focused(t, p, `.checks input`)
	p.Press(" ")
	p.Wait(`document.querySelectorAll(".found .row").length < ` + fmt.Sprint(all))
	some := browser.Eval[int](p, `document.querySelectorAll(".found .row").length`)
	if some == 0 {
		t.Fatal("nothing is found under the first theme")
	}
	p.Wait(count(some))
	if at := browser.Eval[string](p, `location.search + location.hash`); !strings.Contains(at, "theme=living") {
		t.Errorf("the address is %q", at)
	}
	if !browser.Eval[bool](p, `document.activeElement.matches(".checks input:checked")`) {
		t.Error("choosing took the focus away")
	}
	// Under the same address the same list stands.
	p.Visit(browser.Eval[string](p, `location.href`))
	p.Wait(count(some))
	// Neueste zuerst.
	focused(t, p, `.over select`)
	p.Press("Ne")
	p.Wait(`new URLSearchParams(location.search || location.hash.slice(1)).get("sort") === "newest"`)
	p.Wait(count(some))
	focused(t, p, `.chosen button`)
	p.Press(" ")
	p.Wait(count(all))
	if !browser.Eval[bool](p, `document.activeElement.matches(".over select")`) {
		t.Error("after the last choice is taken back the focus is lost")
	}
	// Back to what was chosen before.
	p.Go(-1)
	p.Wait(count(some))
	// What every object of the script has is no order and no term.
	p.Visit(address + "?sort=constructor&theme=__proto__,constructor")
	p.Wait(count(all))
	if !browser.Eval[bool](p, `document.querySelector(".over select").value === "title"`) {
		t.Error("the list is sorted by what is no order")
	}
	p.Sound()
}

// Without scripts the ways to the terms' pages stay.
func TestListWithoutScript(t *testing.T) {
	out := built(t)
	server := httptest.NewServer(http.FileServer(http.Dir(out)))
	defer server.Close()
	p := browser.Start(t).Open(t, server.URL+"/de/sheets/index.html", browser.View{Block: []string{"*://*:*/*.js"}})
	if n := browser.Eval[int](p, `document.querySelectorAll(".facets a").length`); n < 5 {
		t.Errorf("%d ways to terms", n)
	}
	if n := browser.Eval[int](p, `document.querySelectorAll("main input, main select, main button").length`); n > 0 {
		t.Errorf("%d widgets that do nothing", n)
	}
}
