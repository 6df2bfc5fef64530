package site

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/browser"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
)

// hard is the catalogue that is hard on a page: a title of 300 characters, words of 80
// letters, 40 partners, a sheet without a theme and one in a language alone, directions
// that change in the middle of a line, a place without coordinates.
func hard(t testing.TB) fstest.MapFS {
	a, err := txtar.ParseFile("testdata/hard.txtar")
	if err != nil {
		t.Fatal(err)
	}
	word := "Flüchtlings" + strings.Repeat("unterbringungs", 4) + "verordnungspaket"
	for len([]rune(word)) < 80 {
		word += "e"
	}
	title := strings.TrimSpace(strings.Repeat("Eine Überschrift, die nicht enden will, ", 4) + word)
	for len([]rune(title)) < 300 {
		title += " und weiter"
	}
	var partners strings.Builder
	for i := range 40 {
		fmt.Fprintf(&partners, "  - {name: \"Partner %d\", place: %s}\n", i+1, []string{"trier", "nowhere", "metz"}[i%3])
	}
	long := strings.NewReplacer("LONGTITLE", string([]rune(title)[:300]), "LONGWORD", word, "PARTNERS\n", partners.String())
	files := fstest.MapFS{}
	for _, f := range a.Files {
		files[f.Name] = &fstest.MapFile{Data: []byte(long.Replace(string(f.Data)))}
	}
	return files
}

// cut names what is hidden at the edge of a box that does not scroll, and texts of which one lies
// over the other. Lines may touch, so that of their heights only the middle counts.
const cut = `(() => {
	let unseen = e => e && (getComputedStyle(e).clipPath === "inset(50%)" || unseen(e.parentElement)); // for screen readers alone
	let shown = e => e.checkVisibility({visibilityProperty: true}) && !unseen(e) && !e.closest(".skip, option, [hidden]");
	let found = Array.from(document.querySelectorAll("body *")).filter(e => shown(e) && /hidden|clip/.test(getComputedStyle(e).overflow) &&
		!(e instanceof SVGElement) && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)).map(e => "cut: " + e.outerHTML.slice(0, 120));
	let boxes = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	for (let n; n = walker.nextNode();) {
		if (!n.data.trim() || !shown(n.parentElement)) continue;
		let range = document.createRange();
		range.selectNodeContents(n);
		for (let r of range.getClientRects()) {
			let h = r.height * 0.3;
			if (r.width > 1) boxes.push({left: r.left + 1, right: r.right - 1, top: r.top + h, bottom: r.bottom - h, n});
		}
	}
	boxes.sort((a, b) => a.top - b.top);
	for (let i = 0; i < boxes.length; i++) for (let j = i + 1; j < boxes.length && boxes[j].top < boxes[i].bottom; j++) {
		let a = boxes[i], b = boxes[j];
		if (a.n !== b.n && a.left < b.right && b.left < a.right) found.push("over one another: " + a.n.data.slice(0, 60) + " | " + b.n.data.slice(0, 60));
	}
	return found;
})()`

// uncut fails where a page is wider than its window, or anything on it is cut or lies over something else.
func uncut(t *testing.T, p *browser.Page, path string) {
	t.Helper()
	reflows(t, p, path)
	for _, found := range browser.Eval[[]string](p, cut) {
		t.Errorf("%s: %s", path, found)
	}
}

// Pages stay whole whatever stands on them, on the narrowest window and on a wide one, from left to right
// and from right to left; axe-core finds nothing.
func TestHardOnPages(t *testing.T) {
	axe := browser.AxeSource(t)
	l, err := load(hard(t), Options{Dir: ".", Now: today(t), Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range l.Findings {
		if d.Rule.Severity == diag.Error {
			t.Errorf("%s: %s", d.Rule.Name, d.Text("en"))
		}
	}
	out := buildOf(t, hard(t))
	server := httptest.NewServer(http.FileServer(http.Dir(out)))
	defer server.Close()
	b := browser.Start(t)
	for _, view := range []browser.View{{Width: 320}, {Width: 1280, Dark: true}} {
		p := b.Open(t, server.URL+"/index.html", view)
		for _, page := range l.Plan.Pages {
			if !telling(page) || !view.Dark && page.Kind != plan.Sheet && page.Lang == "ar" {
				continue
			}
			p.Visit(server.URL + "/" + page.Path)
			if page.Kind == plan.List {
				p.Wait(`document.querySelector("[role=status]")`)
			}
			uncut(t, p, page.Path)
			if page.Lang == "" {
				continue
			}
			if dir := browser.Eval[string](p, `getComputedStyle(document.body).direction`); (dir == "rtl") != (page.Lang == "ar") {
				t.Errorf("%s runs %s", page.Path, dir)
			}
			if page.Lang == "ar" && view.Dark {
				for _, finding := range p.Axe(axe) {
					t.Errorf("%s: %s", page.Path, finding)
				}
			}
		}
	}
}

// telling leaves out pages that look like others.
func telling(p *plan.Page) bool {
	switch p.Kind {
	case plan.Redirect, plan.NotFound:
		return false
	case plan.Terms, plan.Term:
		return p.Facet == "places" && (p.Key == "" || p.Key == "trier")
	}
	return p.Order == ""
}

// A vector picture can hold a program: it is refused with its place, and the sheet left out.
func TestPictureWithScript(t *testing.T) {
	files := hard(t)
	sheet := "content/sheets/no-theme/index.de.md"
	files["content/sheets/no-theme/plan.svg"] = &fstest.MapFile{Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`)}
	files[sheet] = &fstest.MapFile{Data: []byte(strings.Replace(string(files[sheet].Data), "type: example", "type: example\nimages: [{file: plan.svg, alt: Plan}]", 1))}
	l, err := load(files, Options{Dir: ".", Now: today(t), Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(l.Findings, func(d diag.Diagnostic) bool { return d.Rule.Name == "image-format" && d.Rule.Severity == diag.Error }) {
		t.Errorf("no error for an SVG with a script: %v", l.Findings)
	}
}
