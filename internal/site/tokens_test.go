package site

import (
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/browser"
)

// contrasts are the pairs of tokens that stand on one another, and the least
// contrast they may have: 7 where they are text, 4.5 where they say something else.
var contrasts = []struct {
	front, back string
	least       float64
}{
	{"--ink", "--paper", 7}, {"--ink", "--stock", 7}, {"--muted", "--paper", 7}, {"--muted", "--stock", 7},
	{"--accent", "--paper", 7}, {"--accent", "--stock", 7}, {"--accent-ink", "--accent", 7},
	{"--rule", "--paper", 4.5}, {"--rule", "--stock", 4.5},
}

// contrast is a function in the browser, which alone knows all ways to write a colour:
// the contrast of two tokens by WCAG 2.
const contrast = `function contrast(front, back, hue) {
	function light(token) {
		let e = document.createElement("p");
		e.className = hue;
		e.style.color = "var(" + token + ")";
		document.body.append(e);
		let c = new OffscreenCanvas(1, 1).getContext("2d");
		c.fillStyle = getComputedStyle(e).color;
		c.fillRect(0, 0, 1, 1);
		let [r, g, b] = Array.from(c.getImageData(0, 0, 1, 1).data, v => v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);
		return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
	}
	let a = light(front), b = light(back);
	return a > b ? a / b : b / a;
}`

// The colours that come with the program, and those of every example of a city's
// own, can be read on light and on dark.
func TestContrast(t *testing.T) {
	builtIn, err := os.ReadFile("../../layouts/tokens.css")
	if err != nil {
		t.Fatal(err)
	}
	style, err := os.ReadFile("../../layouts/style.css")
	if err != nil {
		t.Fatal(err)
	}
	designs := map[string]string{"built in": string(builtIn)}
	examples, err := filepath.Glob("../../layouts/examples/*/tokens.css")
	if err != nil || len(examples) == 0 {
		t.Fatalf("no examples: %v", err)
	}
	for _, path := range examples {
		own, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		designs[filepath.Base(filepath.Dir(path))] = string(builtIn) + string(own)
	}
	b := browser.Start(t)
	for name, tokens := range designs {
		page := "data:text/html," + url.PathEscape("<!doctype html><style>"+tokens+string(style)+"</style><body>")
		for scheme, dark := range map[string]bool{"light": false, "dark": true} {
			t.Run(name+"/"+scheme, func(t *testing.T) { testContrast(t, b.Open(t, page, browser.View{Dark: dark})) })
		}
	}
}

func testContrast(t *testing.T, p *browser.Page) {
	check := func(front, back, hue string, least float64) {
		t.Helper()
		got := browser.Eval[float64](p, fmt.Sprintf("(%s)(%q, %q, %q)", contrast, front, back, hue))
		if got < least {
			t.Errorf("%s on %s %s has a contrast of %.2f, less than %.1f", front, back, hue, got, least)
		}
	}
	for _, c := range contrasts {
		check(c.front, c.back, "", c.least)
	}
	for hue := range 12 {
		check("--tab", "--paper", fmt.Sprintf("hue-%d", hue+1), 4.5)
	}
}

// Styles take their colours from the tokens.
func TestColoursAreTokens(t *testing.T) {
	style, err := os.ReadFile("../../layouts/style.css")
	if err != nil {
		t.Fatal(err)
	}
	screen, _, _ := strings.Cut(string(style), "@media print")
	for n, line := range strings.Split(screen, "\n") {
		if strings.Contains(line, "#") && !strings.Contains(line, `href`) || strings.Contains(line, "rgb(") {
			t.Errorf("style.css:%d: a colour that is no token: %s", n+1, line)
		}
	}
}
