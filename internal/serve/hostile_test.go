package serve

import (
	"fmt"
	"net/http"
	"regexp"
	"strings"
	"testing"
)

// evil is what no page of the server may have as markup, wherever it was written.
const evil = `"'><x-evil><script>evil()</script>`

// element finds what a text would bring in.
var element = regexp.MustCompile(`<x-evil|<script>|href="javascript`)

// TestHostile holds that the editors' page and that of a problem show what stands in files, and what these are called, as text.
func TestHostile(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "site.yaml", settings)
	write(t, dir, file, fmt.Sprintf("---\ntitle: %q\n%q: x\nid: %q\n---\n[x](javascript:evil())\n", evil, evil, evil))
	write(t, dir, "content/sheets/'><x-evil>/index.de.md", sheet)
	write(t, dir, "content/sheets/meeting/'><x-evil>.md", sheet)
	r := start(t, dir)
	_, page := r.get(r.origin + Editors)
	if element.MatchString(page) {
		t.Errorf("the editors’ page has markup of a sheet:\n%s", page)
	}
	for what, want := range map[string]string{
		"title": "<br>&#34;&#39;&gt;&lt;x-evil&gt;", "folder": "<code>content/sheets/&#39;&gt;&lt;x-evil&gt;", "file": "content/sheets/meeting/&#39;&gt;&lt;x-evil&gt;.md",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the %s is not on the editors’ page", what)
		}
	}
	write(t, dir, "layouts/sheet.html", `{{define "main"}}{{template "<x-evil-two>"}}{{end}}`)
	if status := r.until(r.url+"de/sheets/meeting.html", "x-evil-two"); status != http.StatusServiceUnavailable {
		t.Errorf("with a broken layout the status is %d", status)
	}
	if _, page := r.get(r.url + "de/sheets/meeting.html"); element.MatchString(page) || !strings.Contains(page, "&lt;x-evil-two&gt;") || !strings.Contains(page, "<p>Sobald es behoben ist") {
		t.Errorf("the page of a problem does not say what a layout lacks, or has its markup:\n%s", page)
	}
}

// TestHeaders holds what the server says with everything that it gives out: browsers keep nothing of it, take it for what
// it is called, and let no other site have it; its own pages load and run nothing but its own files, and no frame has them.
func TestHeaders(t *testing.T) {
	dir := t.TempDir()
	r := start(t, dir)
	problem := headers(t, r.origin+"/")
	write(t, dir, "site.yaml", settings)
	write(t, dir, file, sheet)
	r.until(r.origin+"/praxis/de/sheets/meeting.html", "Ein Anlass")
	own := map[string]http.Header{"problem": problem, "editors": headers(t, r.origin+Editors)}
	for name, h := range own {
		for _, directive := range []string{"default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"} {
			if !strings.Contains(h.Get("Content-Security-Policy")+";", directive+";") {
				t.Errorf("%s: the policy lacks %s: %q", name, directive, h.Get("Content-Security-Policy"))
			}
		}
	}
	for path, kind := range map[string]string{
		Editors: "text/html; charset=utf-8", Editors + "/findings.json": "application/json", Editors + "/serve.js": "text/javascript; charset=utf-8", Editors + "/serve.css": "text/css; charset=utf-8",
		"/praxis/de/index.html": "text/html; charset=utf-8", "/praxis/de/none.html": "text/html; charset=utf-8", "/praxis/catalogue.json": "application/json",
	} {
		h := headers(t, r.origin+path)
		if h.Get("X-Content-Type-Options") != "nosniff" || h.Get("Cross-Origin-Resource-Policy") != "same-origin" || h.Get("Cache-Control") != "no-store" || h.Get("Content-Type") != kind {
			t.Errorf("%s: %v", path, h)
		}
	}
}

func headers(t *testing.T, url string) http.Header {
	t.Helper()
	response, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	response.Body.Close()
	return response.Header
}
