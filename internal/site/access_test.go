package site

import (
	"bytes"
	"compress/gzip"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"strings"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/browser"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
)

// oneOfEachKind returns a page of every kind in every language; of sheets one of every type, of
// terms one of every facet.
func oneOfEachKind(t *testing.T) []*plan.Page {
	l, err := load(golden(t), Options{Dir: ".", Now: today(t), Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	var pages []*plan.Page
	for _, p := range l.Plan.Pages {
		key := string(p.Kind) + p.Lang + p.Facet
		if p.Entry != nil {
			key += p.Entry.Type()
		}
		if !seen[key] && p.Kind != plan.Redirect && p.Kind != plan.NotFound {
			seen[key] = true
			pages = append(pages, p)
		}
	}
	return pages
}

// filledPack is what stands behind the address of a reader's pack with all that it can show.
const filledPack = "?filled#sheets=host-families,gone-away,short-entry&lang=de,fr&title=Donaudampfschifffahrtsgesellschaft"

// axe-core finds nothing on any kind of page in any language, light and dark, wide and narrow, with the site's
// scripts and where they don't come. The address lies as deep as base_url says, since 404.html links by it.
func TestAccessible(t *testing.T) {
	axe := browser.AxeSource(t)
	server := httptest.NewServer(http.StripPrefix("/praxis", http.FileServer(http.Dir(built(t)))))
	t.Cleanup(server.Close)
	b := browser.Start(t)
	pages := append(oneOfEachKind(t), &plan.Page{Kind: plan.NotFound, Path: "404.html"})
	for name, blocked := range map[string][]string{"with scripts": nil, "without scripts": {"*://*:*/*.js"}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			light, dark := browser.View{Block: blocked}, browser.View{Block: blocked, Dark: true, Width: 360}
			p := b.Open(t, server.URL+"/praxis/index.html", light)
			for _, page := range pages {
				p.Visit(server.URL + "/praxis/" + page.Path)
				if blocked == nil {
					fill(p, page.Kind, server.URL+"/praxis/"+page.Path)
				}
				for _, view := range []browser.View{light, dark} {
					p.Look(view)
					for _, finding := range p.Axe(axe) {
						t.Errorf("%s: %s", page.Path, finding)
					}
				}
			}
		})
	}
}

// fill brings a page into the state in which its scripts show most.
func fill(p *browser.Page, kind plan.Kind, address string) {
	switch kind {
	case plan.List:
		p.Visit(address + "?theme=living&sort=newest")
		p.Wait(`document.querySelector(".chosen button")`)
	case plan.Search:
		p.Visit(address + "?q=Trier")
		p.Wait(`document.querySelector("main [data-sheet]")`)
	case plan.MyPack:
		p.Visit(address + filledPack)
		order(p, "host-families", "gone-away", "short-entry")
	}
}

// Text at 400 % in a window of 1280 pixels is a window of 320: nothing runs out of it.
func TestReflow(t *testing.T) {
	server := httptest.NewServer(http.FileServer(http.Dir(built(t))))
	defer server.Close()
	narrow := browser.View{Width: 320, Height: 256}
	p := browser.Start(t).Open(t, server.URL+"/index.html", narrow)
	for _, page := range oneOfEachKind(t) {
		p.Visit(server.URL + "/" + page.Path)
		for _, width := range []int{1280, 768} { // at 768 tables are narrowest before they become lists
			p.Look(browser.View{Width: width})
			reflows(t, p, page.Path)
			if words := browser.Eval[[]string](p, torn); len(words) > 0 {
				t.Errorf("%s, %d pixels wide, breaks words: %q", page.Path, width, words)
			}
		}
		p.Look(narrow)
		reflows(t, p, page.Path)
		if page.Kind == plan.MyPack {
			p.Visit(server.URL + "/" + page.Path + filledPack)
			order(p, "host-families", "gone-away", "short-entry")
			reflows(t, p, page.Path+filledPack)
		}
	}
}

// outside names what stands beyond the window without a box around it that scrolls.
const outside = `Array.from(document.querySelectorAll("body *")).filter(e => {
	let scrolls = a => a && a !== document.body && (!/visible/.test(getComputedStyle(a).overflowX) || scrolls(a.parentElement));
	let r = e.getBoundingClientRect();
	return r.width > 0 && e.checkVisibility() && (r.right > innerWidth + 0.5 || r.left < -0.5) && !scrolls(e.parentElement) && !e.matches(".unseen, .skip, svg *");
}).map(e => e.outerHTML.slice(0, 120))`

// torn names words of up to 14 letters that stand on two lines: their place is too narrow for them.
const torn = `(() => {
	let unseen = e => e && (getComputedStyle(e).clipPath === "inset(50%)" || unseen(e.parentElement)); // for screen readers alone
	let found = [], range = document.createRange(), walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	for (let n; n = walker.nextNode();) {
		if (!n.parentElement.checkVisibility() || unseen(n.parentElement) || n.parentElement.closest("option, svg")) continue;
		for (let m of n.data.matchAll(/(?<![\p{L}\u00ad])\p{L}{2,14}(?![\p{L}\u00ad])/gu)) {
			range.setStart(n, m.index);
			range.setEnd(n, m.index + m[0].length);
			let lines = new Set(Array.from(range.getClientRects(), r => Math.round(r.top)));
			if (lines.size > 1) found.push(m[0]);
		}
	}
	return found;
})()`

// reflows fails where a page is wider than its window.
func reflows(t *testing.T, p *browser.Page, path string) {
	t.Helper()
	wide, window := browser.Eval[int](p, `document.scrollingElement.scrollWidth`), browser.Eval[int](p, `innerWidth`)
	if found := browser.Eval[[]string](p, outside); wide > window || len(found) > 0 {
		t.Errorf("%s is %d pixels wide in a window of %d: %s", path, wide, window, strings.Join(found, "\n"))
	}
}

var linked = regexp.MustCompile(`(?:<script src|<link rel="stylesheet" href)="(?:\.\./)*([^"]+)"`)

// HTML, style and scripts of a sheet are sent in 25 kB at most, in this
// repository's catalogue too.
func TestBytesOfASheet(t *testing.T) {
	const budget = 25_000
	l, sink := rendered(t, os.DirFS("../.."))
	largest, worst := 0, ""
	for _, page := range l.Plan.Pages {
		if page.Kind != plan.Sheet {
			continue
		}
		html, _ := sink.Bytes(page.Path)
		size := compressed(t, html)
		for _, m := range linked.FindAllSubmatch(html, -1) {
			data, ok := sink.Bytes(string(m[1]))
			if !ok {
				t.Fatalf("%s: there is no %s", page.Path, m[1])
			}
			size += compressed(t, data)
		}
		if size > largest {
			largest, worst = size, page.Path
		}
	}
	if largest == 0 || largest > budget {
		t.Errorf("%s takes %d bytes, more than %d", worst, largest, budget)
	}
	t.Logf("the largest sheet is %s with %d bytes", strings.TrimSuffix(worst, ".html"), largest)
}

func compressed(t *testing.T, data []byte) int {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}
