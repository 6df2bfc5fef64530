package render

import (
	"fmt"
	"image/color"
	"io/fs"
	"strings"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/layouts"
)

// The colours of pictures for links are those of the style sheet, as browsers make them of its words.
func TestHue(t *testing.T) {
	style, err := fs.ReadFile(layouts.Files, "style.css")
	if err != nil {
		t.Fatal(err)
	}
	for i, angle := range hueAngles {
		if rule := fmt.Sprintf(".hue-%d { --hue: %g; }", i+1, angle); !strings.Contains(string(style), rule) {
			t.Errorf("the style sheet has no %s", rule)
		}
	}
	tokens, err := fs.ReadFile(layouts.Files, "tokens.css")
	if err != nil {
		t.Fatal(err)
	}
	for _, token := range []string{"--hue-lightness: 52%;", "--hue-chroma: 0.1;", fmt.Sprintf("--accent: light-dark(#%02x%02x%02x,", accent.R, accent.G, accent.B)} {
		if !strings.Contains(string(tokens), token) {
			t.Errorf("there is no token %s", token)
		}
	}
	for n, want := range map[int]color.RGBA{1: {154, 80, 75, 255}, 0: accent, hues + 1: accent} {
		if got := hue(n); got != want {
			t.Errorf("hue %d is %v, want %v", n, got, want)
		}
	}
}
