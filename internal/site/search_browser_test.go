package site

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/browser"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
)

// repositorySite writes the site of this repository's own content to a folder.
func repositorySite(t *testing.T) string {
	_, sink := rendered(t, os.DirFS("../.."))
	dir := t.TempDir()
	writeSite(t, sink, dir)
	return dir
}

func writeSite(t *testing.T, sink *output.Memory, dir string) {
	t.Helper()
	for f := range sink.All() {
		name := filepath.Join(dir, filepath.FromSlash(f.Path))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Bytes, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

const firstHit = `document.querySelector("main [data-sheet]")?.dataset.sheet`

// Searching works the same, served and from a folder.
func TestSearchInABrowser(t *testing.T) {
	out := repositorySite(t)
	server := httptest.NewServer(http.FileServer(http.Dir(out)))
	defer server.Close()
	b := browser.Start(t)
	for name, base := range map[string]string{"http": server.URL + "/", "file": "file://" + filepath.ToSlash(out) + "/"} {
		t.Run(name, func(t *testing.T) {
			p := b.Open(t, base+"de/index.html", browser.View{})
			p.Type("#find", "Gesundheitskarte\r") // the box of every page leads to the search
			p.Wait(firstHit + ` === "monheim-health-card"`)
			if got := p.Text("[role=status]"); !strings.HasPrefix(got, "1 ") && !strings.Contains(got, "Ergebnis") {
				t.Errorf("announced: %q", got)
			}
			p.Wait(`!!document.querySelector("main mark")`)
			if marked := browser.Eval[string](p, `[...document.querySelectorAll("main mark")].map(m => m.textContent).join(" ")`); !strings.Contains(marked, "Gesundheitskarte") {
				t.Errorf("marked: %q", marked)
			}
			address := browser.Eval[string](p, `location.href`)
			p.Click("main [data-sheet] h3 a")
			p.Wait(`!!document.querySelector("article[data-sheet=monheim-health-card]")`)
			p.Visit(address) // as going back does
			p.Wait(firstHit + ` === "monheim-health-card"`)
			p.Sound()
		})
	}
}

func TestSearchPage(t *testing.T) {
	dir := repositorySite(t)
	out := "file://" + filepath.ToSlash(dir) + "/"
	server := httptest.NewServer(http.FileServer(http.Dir(dir)))
	defer server.Close()
	b := browser.Start(t)
	open := func(path string) *browser.Page {
		p := b.Open(t, out+path, browser.View{})
		p.Wait(`!!document.querySelector(".search.live")`)
		return p
	}
	status := `document.querySelector("[role=status]").textContent`

	t.Run("as one types", func(t *testing.T) {
		p := open("de/search.html")
		p.Type("#find", "Feuerw")
		p.Wait(firstHit + ` === "arnsberg-fire-service-dictionary"`)
		p.Type("#find", "ehr")
		p.Wait(`location.search === "?q=Feuerwehr" && ` + firstHit + ` === "arnsberg-fire-service-dictionary"`)
		p.Sound()
	})
	t.Run("keys", func(t *testing.T) {
		p := open("en/search.html?q=volunteers")
		p.Wait(`document.querySelectorAll("main [data-sheet]").length > 2`)
		key := func(key string) {
			browser.Eval[bool](p, `document.activeElement.dispatchEvent(new KeyboardEvent("keydown", {key: "`+key+`", bubbles: true, cancelable: true}))`)
		}
		at := `[...document.querySelectorAll("main h3 a")].indexOf(document.activeElement)`
		for _, step := range []struct {
			key  string
			want string
		}{{"/", `document.activeElement.id === "find"`}, {"ArrowDown", at + " === 0"}, {"ArrowDown", at + " === 1"}, {"ArrowUp", at + " === 0"},
			{"ArrowUp", `document.activeElement.id === "find"`}, {"ArrowDown", at + " === 0"}, {"Escape", `document.activeElement.id === "find" && document.activeElement.value === ""`}} {
			key(step.key)
			if !browser.Eval[bool](p, step.want) {
				t.Errorf("after %s: not %s", step.key, step.want)
			}
		}
	})
	t.Run("what was meant", func(t *testing.T) {
		p := open("en/search.html?q=aprenticeship")
		p.Wait(firstHit + ` === "bremen-training-places"`)
		if got := p.Text(".meant"); !strings.Contains(got, "apprenticeship") {
			t.Errorf("meant: %q", got)
		}
		p.Click(".meant button:last-child")
		p.Wait(`document.querySelector(".loosen")?.textContent.includes("quotes")`)
		if got := p.Text("[role=status]"); !strings.Contains(got, "suggestion") {
			t.Errorf("announced: %q", got)
		}
		p.Click(".loosen a")
		p.Wait(firstHit + ` === "bremen-training-places"`)
	})
	t.Run("another language", func(t *testing.T) {
		p := open("de/search.html?q=logement")
		p.Wait(`document.querySelector(".why")?.textContent.includes("logement = ")`)
	})
	t.Run("names are filters", func(t *testing.T) {
		p := open("de/search.html?q=Beirat%20Trier")
		p.Wait(`document.querySelector(".chip.on")?.textContent === "Ort: Trier"`)
		before := browser.Eval[string](p, status)
		p.Click(".chip.on")
		p.Wait(status + ` !== "` + before + `" && !document.querySelector(".chip.on")`)
		if got := browser.Eval[string](p, `location.search`); !strings.Contains(got, "words=places%3Atrier") {
			t.Errorf("the address says %q", got)
		}
	})
	t.Run("facets", func(t *testing.T) {
		p := open("fr/search.html")
		p.Click(".filters summary")
		p.Wait(`document.querySelectorAll(".filters [type=checkbox]").length > 10`)
		p.Click(`.filters [name=themes][value=donations]`)
		p.Wait(status + `.startsWith("4 ") && document.querySelectorAll("main [data-sheet]").length === 4`)
		p.Wait(`document.activeElement.value === "donations"`)
		p.Visit(out + "fr/themes/donations.html")
		if n := browser.Eval[int](p, `document.querySelectorAll(".rows .row").length`); n != 4 {
			t.Errorf("the list of the theme has %d rows", n)
		}
	})
	t.Run("nothing found", func(t *testing.T) {
		p := open("de/search.html?q=%22Unterkunftt%20Beiratt%22%20-Trier")
		p.Wait(`document.querySelectorAll(".loosen li a").length > 2`)
		if got := p.Text(".loosen"); !strings.Contains(got, "Ähnlich geschrieben: Unterkunft") || !strings.Contains(got, " Ergebnis") {
			t.Errorf("ways on: %q", got)
		}
		if hidden := browser.Eval[bool](p, `document.querySelector("[data-part=browse]").hidden`); hidden {
			t.Error("the themes are not offered")
		}
	})
	t.Run("without scripts", func(t *testing.T) {
		p := b.Open(t, server.URL+"/de/search.html", browser.View{Block: []string{"*://*:*/*.js"}})
		if n := browser.Eval[int](p, `document.querySelectorAll("main [data-part=browse] a").length`); n < 10 {
			t.Errorf("only %d links lead on", n)
		}
	})
	t.Run("a damaged index", func(t *testing.T) {
		p := b.Open(t, server.URL+"/de/search.html?q=Trier", browser.View{Block: []string{"*://*:*/*/search/de/d*.js"}})
		p.Wait(status + `.includes("nicht laden") || ` + status + `.includes("ließ sich")`)
		if n := browser.Eval[int](p, `document.querySelectorAll("main [data-part=browse] a").length`); n < 10 {
			t.Errorf("only %d links lead on", n)
		}
	})
}
