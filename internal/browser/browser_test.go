package browser

import (
	"bytes"
	"fmt"
	"image/png"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const quiet = `<!doctype html><html lang="de"><title>Straße</title><link rel="icon" href="data:,">
<style>body { margin: 0; background: white } @media (prefers-color-scheme: dark) { body { background: black } }
main { height: 2000px } @media print { main { height: 10px } }</style>
<main>Grüße</main><script>document.title += "!"</script>`

const loud = `<!doctype html><html lang="en"><title>Loud</title><link rel="icon" href="data:,">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; img-src *">
<img src="%s/pixel.png" alt=""><script>inline()</script><script src="noise.js"></script>
<script src="gone.js"></script>`

const noise = `console.warn("careful", 7); throw new Error("broken")`

// serve serves the texts by path.
func serve(t *testing.T, texts map[string]string) string {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		text, ok := texts[r.URL.Path]
		if !ok {
			http.NotFound(w, r)
			return
		}
		if strings.HasSuffix(r.URL.Path, ".js") {
			w.Header().Set("Content-Type", "text/javascript")
		}
		fmt.Fprint(w, text)
	}))
	t.Cleanup(s.Close)
	return s.URL
}

func TestPages(t *testing.T) {
	b := Start(t)
	other := serve(t, nil)
	own := serve(t, map[string]string{"/quiet.html": quiet, "/loud.html": fmt.Sprintf(loud, other), "/noise.js": noise})
	file := filepath.Join(t.TempDir(), "quiet.html")
	if err := os.WriteFile(file, []byte(quiet), 0o644); err != nil {
		t.Fatal(err)
	}
	for name, url := range map[string]string{"http": own + "/quiet.html", "file": "file://" + file} {
		t.Run("quiet by "+name, func(t *testing.T) { testQuiet(t, b.Open(t, url, View{})) })
	}
	t.Run("loud", func(t *testing.T) { testLoud(t, b.Open(t, own+"/loud.html", View{}), other) })
	t.Run("views", func(t *testing.T) { testViews(t, b, "file://"+file) })
	t.Run("leads on", func(t *testing.T) { // while the expression waits, the page goes
		const on = `document.title == "Straße!" || new Promise(() => location.replace("quiet.html"))`
		if p := b.Open(t, own+"/loud.html", View{}); !Eval[bool](p, on) || Eval[string](p, "location.pathname") != "/quiet.html" {
			t.Error("an expression was not evaluated in the page that came after")
		}
	})
	t.Run("blocked", func(t *testing.T) {
		p := b.Open(t, own+"/loud.html", View{Block: []string{"*://*:*/*.js"}})
		p.Wait("document.readyState == 'complete'")
		if said := strings.Join(p.Console(), "\n"); strings.Contains(said, "careful") {
			t.Errorf("noise.js ran although it was blocked: %s", said)
		}
	})
}

func testQuiet(t *testing.T, p *Page) {
	if title := Eval[string](p, "document.title"); title != "Straße!" {
		t.Errorf("title %q", title)
	}
	if text := p.Text("main"); text != "Grüße" {
		t.Errorf("text %q", text)
	}
	if n := Eval[int](p, "Promise.resolve(7)"); n != 7 {
		t.Errorf("a promise came to %d", n)
	}
	for what, got := range map[string][]string{"console": p.Console(), "violations": p.Violations(), "foreign requests": p.Foreign(), "failed": p.Failed()} {
		if len(got) > 0 {
			t.Errorf("%s: %q", what, got)
		}
	}
}

func testLoud(t *testing.T, p *Page, other string) {
	console := strings.Join(p.Console(), "\n")
	for _, want := range []string{"warning: careful 7", "exception: Error: broken"} {
		if !strings.Contains(console, want) {
			t.Errorf("the console has no %q:\n%s", want, console)
		}
	}
	if v := p.Violations(); len(v) != 1 || !strings.Contains(v[0], "inline script") {
		t.Errorf("violations %q, want the inline script", v)
	}
	if f := p.Foreign(); !slices.Equal(f, []string{other + "/pixel.png"}) {
		t.Errorf("foreign requests %q, want %s/pixel.png", f, other)
	}
	failed := p.Failed()
	if !slices.ContainsFunc(failed, func(s string) bool { return strings.HasPrefix(s, "404: ") && strings.HasSuffix(s, "/gone.js") }) ||
		!slices.ContainsFunc(failed, func(s string) bool { return strings.HasSuffix(s, other+"/pixel.png") }) {
		t.Errorf("failed %q, want gone.js and pixel.png", failed)
	}
}

func testViews(t *testing.T, b *Browser, url string) {
	for _, test := range []struct {
		name   string
		view   View
		width  int
		height int
		bright bool
		title  string
	}{
		{"light", View{Width: 360, Height: 600}, 360, 2000, true, "Straße!"},
		{"dark", View{Width: 800, Height: 600, Dark: true}, 800, 2000, false, "Straße!"},
		{"print", View{Width: 800, Height: 600, Print: true}, 800, 600, true, "Straße!"},
		{"no script", View{Width: 800, Height: 600, NoScript: true}, 800, 2000, true, "Straße"},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := b.Open(t, url, test.view)
			picture, err := png.Decode(bytes.NewReader(p.Screenshot()))
			if err != nil {
				t.Fatal(err)
			}
			if size := picture.Bounds().Size(); size.X != test.width || size.Y != test.height {
				t.Errorf("the screenshot measures %v, want %d × %d", size, test.width, test.height)
			}
			if r, _, _, _ := picture.At(300, 300).RGBA(); (r > 0x8000) != test.bright {
				t.Errorf("the page is as bright as %#x", r)
			}
			if title := Eval[string](p, "document.title"); title != test.title {
				t.Errorf("title %q, want %q", title, test.title)
			}
		})
	}
}

func TestPDF(t *testing.T) {
	p := Start(t).Open(t, "data:text/html,<p>print me", View{})
	if pdf := p.PDF(); !bytes.HasPrefix(pdf, []byte("%PDF-")) {
		t.Errorf("the PDF begins %.10q", pdf)
	}
}

func TestAxe(t *testing.T) {
	axe := AxeSource(t)
	b := Start(t)
	if found := b.Open(t, "data:text/html,<html lang=de><title>T</title><main><h1>H</h1><img src=data:, alt=Bild></main>", View{}).Axe(axe); len(found) > 0 {
		t.Errorf("axe finds %q against a good page", found)
	}
	found := strings.Join(b.Open(t, "data:text/html,<title>T</title><main><h1>H</h1><img src=data:></main>", View{}).Axe(axe), "\n")
	if !strings.Contains(found, "image-alt: ") || !strings.Contains(found, "html-has-lang: ") {
		t.Errorf("axe finds %q against a bad page", found)
	}
}
