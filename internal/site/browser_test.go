package site

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/browser"
)

// built builds the golden catalogue into a folder, as a user does.
func built(t *testing.T) string {
	return buildOf(t, golden(t))
}

// buildOf builds a catalogue into a folder.
func buildOf(t *testing.T, files fstest.MapFS) string {
	t.Helper()
	notShort(t)
	dir := t.TempDir()
	for name, f := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, f.Data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	v, err := NewVisit(Options{Dir: dir, Now: today(t), Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	result, err := v.Build(BuildOptions{})
	if err != nil || result.Stopped {
		t.Fatalf("build: %v, stopped: %v", err, result.Stopped)
	}
	return result.Out
}

// onePageOfAKind are the pages that differ from one another.
var onePageOfAKind = []string{
	"index.html", "de/index.html", "de/sheets/wohnen-bei-gastgebern.html", "fr/sheets/short-entry.html",
	"en/sheets/two-workshops.html", "de/sheets/a-meeting.html", "fr/sheets/index.html", "en/themes/index.html",
	"de/themes/housing.html", "de/places/metz.html", "fr/search.html", "fr/partnerships.html", "de/map.html", "en/glossary.html", "de/pages/about.html",
	"de/packs/index.html", "fr/packs/meeting.html", "en/my-pack.html",
}

// Pages make no request but their own, say nothing on the console, and break
// no policy, served as well as opened from a folder; nothing runs out of the
// window, not even of a narrow one.
func TestPagesInABrowser(t *testing.T) {
	out := built(t)
	server := httptest.NewServer(http.FileServer(http.Dir(out)))
	defer server.Close()
	b := browser.Start(t)
	for name, base := range map[string]string{"http": server.URL + "/", "file": "file://" + filepath.ToSlash(out) + "/"} {
		for _, path := range onePageOfAKind {
			for _, view := range []browser.View{{Width: 320}, {Width: 1280, Dark: true}} {
				t.Run(name+"/"+path, func(t *testing.T) {
					p := b.Open(t, base+path, view)
					p.Sound()
					if wide := browser.Eval[int](p, `document.scrollingElement.scrollWidth`); wide > view.Width {
						t.Errorf("%d pixels wide in a window of %d", wide, view.Width)
					}
					if styled := browser.Eval[string](p, `getComputedStyle(document.body).fontFamily`); !strings.Contains(styled, "sans-serif") && !strings.Contains(styled, "serif") {
						t.Errorf("no style applied: %s", styled)
					}
				})
			}
		}
	}
}

// A reader who changes the language stays on the page, marked where it is not
// translated.
func TestLanguageSwitch(t *testing.T) {
	out := built(t)
	b := browser.Start(t)
	p := b.Open(t, "file://"+filepath.ToSlash(out)+"/de/sheets/wohnen-bei-gastgebern.html", browser.View{Width: 360})
	p.Click(`.languages a[hreflang="fr"]`)
	p.Wait(`document.documentElement.lang === "fr"`)
	if h1 := p.Text("h1"); h1 != "Vivre chez l’habitant" {
		t.Errorf("in French the title is %q", h1)
	}
	p.Visit("file://" + filepath.ToSlash(out) + "/de/sheets/a-meeting.html")
	if lang := browser.Eval[string](p, `document.querySelector("h1 [lang], h1[lang]").lang`); lang != "en" {
		t.Errorf("a title that is English only is marked as %q", lang)
	}
	if robots := browser.Eval[string](p, `document.querySelector("meta[name=robots]").content`); robots != "noindex" {
		t.Errorf("a fallback page says robots %q", robots)
	}
}
