package sheet

import (
	"strings"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
)

// TestPlaces holds that a link in Markdown is found at its own place, through
// every way in which YAML writes a text. ¦ stands before the destination.
func TestPlaces(t *testing.T) {
	for _, text := range []string{
		"context: |\n\n  Text [x](¦sheet:b)",
		"context: |\n\n\n    Text\n   \n    über [x](¦sheet:b)",
		"context: |2\n    code\n  ü [x](¦sheet:b)",
		"context: |-\n  Text\n\n\n\n  - [x](¦sheet:b)\n",
		"context: |+\n  Ü\n\n      [code](sheet:c)\n\n  [x](¦sheet:b)\n\n",
		"context: >-\n  Text\n  über\n\n  uns\n    - mehr\n  [x](¦sheet:b)\n",
		"context: 'Ü''s [x](¦sheet:b)'",
		`context: "Ü\u00e4 \"q\" [x](¦sheet:b)"`,
		"context: \"Ü\\\n  ä [x](¦sheet:b)\"",
		"context: \"Ü\n  ä\n\n  o [x](¦sheet:b)\"",
		"context: Ü ä\n  weiter [x](¦sheet:b)",
		"context: Ü ä\n\n  weiter [x](¦sheet:b) mehr",
		"context:    |   # Kommentar\n  Ü [x](¦sheet:b) mehr",
		"context: |\n  Ü   \n  [x](¦sheet:b) mehr\n\n\n",
		"context:\n  |\n  Ü   \n  [x](¦sheet:b) mehr\n\n\n",
		"outcome: {text: 'Ü [x](¦sheet:b)', direct: Ä}",
		"context: |\n  Ü [x][r]\n\n  [r]: ¦sheet:b\n",
		"context: |\n  | A | B |\n  |---|---|\n  | ü | [x](¦sheet:b) |\n",
		"context: |\n  > - Ü\n  >   [x](¦sheet:b)\n",
		"context: |\n  ---\n  Ü [x](¦sheet:b)\n",
		"context: |\n  Ü\xff [x](¦sheet:b)\n",
		"title: Ü\n---\n\n\nÜ [x](¦sheet:b)",
	} {
		for _, end := range []string{"\n", "\r\n"} {
			text := "---\n" + text
			if !strings.Contains(text, "\n---\n\n") {
				text += "\n---\n"
			}
			text = strings.ReplaceAll(text, "\n", end)
			at := strings.Index(text, "¦")
			text = strings.Replace(text, "¦", "", 1)
			s, _ := Parser{}.Sheet(diag.NewSource("index.de.md", text), "a", "de")
			if len(s.Mentions) != 1 || s.Mentions[0].Dest.Start != at || s.Mentions[0].Dest.Text() != "sheet:b" {
				t.Errorf("%q: not at %d, but %v", text, at, s.Mentions)
			}
		}
	}
}
