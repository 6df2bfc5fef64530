package site

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"testing/fstest"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/browser"
)

// TestScriptsShowText holds that scripts put what stands in a catalogue, and what an address says, into pages as text.
func TestScriptsShowText(t *testing.T) {
	const evil = `<x-evil data-evil='1'><img src='x' onerror='evil()'>`
	files := golden(t)
	replace := func(name, old, new string) {
		text := string(files[name].Data)
		if files[name].Data = []byte(strings.Replace(text, old, new, 1)); text == string(files[name].Data) {
			t.Fatalf("%s has no %s", name, old)
		}
	}
	replace("content/vocabulary/themes.yaml", "label: {de: Wohnen,", `label: {de: "Wohnen `+evil+`",`)
	replace("content/vocabulary/places.yaml", "label: {de: Trier,", `label: {de: "Trier `+evil+`",`)
	replace("content/vocabulary/places.yaml", "label: {de: Metz,", `label: {de: "Metz `+evil+`",`)
	files["content/sheets/evil/index.de.md"] = &fstest.MapFile{Data: []byte("---\ntitle: \"Treffpunkt " + evil + "\"\ncarrier: {name: \"Stadt " + evil +
		"\", place: trier}\nthemes: [housing]\ncontext: |\n  Ein Treffpunkt für `" + evil + "` und alle.\n---\n")}
	_, sink := rendered(t, files)
	dir := t.TempDir()
	writeSite(t, sink, dir)
	server := httptest.NewServer(http.FileServer(http.Dir(dir)))
	defer server.Close()
	p := browser.Start(t).Open(t, server.URL+"/de/index.html", browser.View{})
	shows := func(what, where string) {
		t.Helper()
		p.Wait(`(document.querySelector(` + "`" + where + "`" + `)?.textContent ?? "").includes("<x-evil") || !!document.querySelector("x-evil, [data-evil], main img[src=x]")`)
		if browser.Eval[bool](p, `!!document.querySelector("x-evil, [data-evil], main img[src=x]")`) {
			t.Errorf("%s: markup came in", what)
		}
	}
	ask := func(query string) {
		p.Visit(server.URL + "/de/index.html")
		p.Visit(server.URL + "/de/" + query)
	}
	escaped := url.QueryEscape(evil)

	ask("search.html?q=Treffpunkt")
	shows("titles of results", "main [data-sheet] h3")
	p.Wait(`!!document.querySelector(".summary mark") || !!document.querySelector("x-evil")`)
	shows("snippets", ".summary")
	shows("places of results", ".meta")
	p.Click(".filters summary")
	shows("facets", ".filters .terms")
	ask("search.html?q=Treffpunkt&themes=housing")
	shows("filters that are on", ".chips")
	ask("search.html?q=Trier")
	shows("recognised names", ".chips")
	ask("search.html?themes=" + escaped)
	shows("filters of the address", ".chips")
	ask("search.html?q=Wohnenn+" + escaped + "&words=" + escaped)
	p.Wait(`document.querySelector("#find").value.includes("<x-evil") && document.querySelector("[role=status]").textContent !== ""`)
	ask("search.html?q=Wohnenqqqx")
	shows("what leads on", ".loosen")

	ask("sheets/index.html?theme=housing&sort=" + escaped)
	p.Wait(`!!document.querySelector(".over .chosen button")`)
	shows("what is chosen in a list", ".chosen")
	shows("rows of a list", ".found")
	shows("facets of a list", "nav.facets")

	ask("my-pack.html#sheets=evil,short-entry&title=" + escaped)
	p.Wait(`!document.querySelector("[aria-busy]") && document.querySelectorAll(".order > li").length === 2`)
	shows("entries of a pack", ".order")
	shows("a pack's title", "[data-part=cover-title]")
	shows("a pack's contents", "[data-part=contents]")
	shows("a pack's sheets", "[data-part=sheets]")
	p.Sound()
}
