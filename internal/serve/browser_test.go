package serve

import (
	"strings"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/browser"
)

// TestInABrowser holds that a page which is open follows the file: its text,
// the mistake in it, and that it is mended; and that nothing of it breaks the
// page's policy.
func TestInABrowser(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "site.yaml", settings)
	write(t, dir, file, sheet)
	r := start(t, dir)
	p := browser.Start(t).Open(t, r.url+"de/sheets/meeting.html", browser.View{Width: 360})
	p.Wait(`document.body.textContent.includes("Ein Anlass")`)

	write(t, dir, file, strings.Replace(sheet, "Ein Anlass", "Ein guter Anlass", 1))
	p.Wait(`document.body.textContent.includes("Ein guter Anlass")`)

	write(t, dir, file, strings.Replace(sheet, "context", "kontext", 1))
	p.Wait(`document.querySelector(".praxisblatt-findings")?.textContent.includes("content/sheets/meeting/index.de.md:3:1")`)
	if wide := browser.Eval[int](p, `document.scrollingElement.scrollWidth`); wide > 360 {
		t.Errorf("the page is %d pixels wide", wide)
	}
	if style := browser.Eval[string](p, `getComputedStyle(document.querySelector(".praxisblatt-findings")).position`); style != "fixed" {
		t.Errorf("the findings lie %s", style)
	}
	write(t, dir, file, sheet)
	p.Wait(`document.body.textContent.includes("Ein Anlass") && !document.querySelector(".praxisblatt-findings .error")`)

	// What somebody wrote stands over the page as it was written, at whatever address that is.
	write(t, dir, file, strings.Replace(sheet, "context", `"<x-evil>"`, 1))
	for _, page := range []string{r.url + "de/sheets/meeting.html", r.url + "de/%E0%A4.html"} {
		p.Visit(page)
		p.Wait(`document.querySelector(".praxisblatt-findings")?.textContent.includes("<x-evil>") || document.querySelector("x-evil")`)
		if browser.Eval[bool](p, `!!document.querySelector("x-evil")`) {
			t.Error("what is found in a sheet is markup")
		}
	}
	p.Visit(r.origin + Editors)
	p.Wait(`document.querySelectorAll("table").length > 0`)
	for what, found := range map[string][]string{"policy": p.Violations(), "foreign": p.Foreign()} {
		if len(found) > 0 {
			t.Errorf("%s: %s", what, strings.Join(found, "\n"))
		}
	}
}
