package site

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Styles take their colours from the tokens, but on paper.
func TestColoursAreTokens(t *testing.T) {
	parts, err := filepath.Glob("../../layouts/style/*.css")
	if err != nil || len(parts) == 0 {
		t.Fatalf("there are no styles: %v", err)
	}
	for _, path := range append(parts, "../../layouts/submit.css") {
		style, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		screen, _, _ := strings.Cut(string(style), "@media print")
		for n, line := range strings.Split(screen, "\n") {
			if strings.Contains(line, "#") && !strings.Contains(line, `href`) || strings.Contains(line, "rgb(") {
				t.Errorf("%s:%d: a colour that is no token: %s", path, n+1, line)
			}
		}
	}
}
