package markdown

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestMarks holds that nothing is found in texts whose marks say so, and that most texts are such.
func TestMarks(t *testing.T) {
	pieces := []string{"a", "Ort", " ", " ", "\n", "\n\n", "\"", "'", "-", "---", "===", ":", "://", "http", "www.", "a.de", "!", "[", "]", "(", "<b>", "# ", "«", "»", "€", "5", "\u00a0", "’", "%", "&", "\\", "*"}
	random, plain, calm := rand.New(rand.NewPCG(1, 2)), 0, 0
	for range 50000 {
		s := ""
		for range random.IntN(8) {
			s += pieces[random.IntN(len(pieces))]
		}
		m := MarksOf(s)
		if doc := Parse(s, Options{}); !m.MayMention(s) {
			plain++
			if len(doc.Links())+len(doc.BareURLs())+len(doc.RawHTML())+len(doc.Headings())+len(doc.Problems()) > 0 {
				t.Errorf("%q has nothing", s)
			}
		}
		for _, lang := range []string{"de", "fr-be", "ar"} {
			if !m.MayOffend(s, lang) {
				if calm++; len(LineRepairs(s, lang)) > 0 {
					t.Errorf("%q is calm in %s", s, lang)
				}
			}
		}
	}
	if plain < 1000 || calm < 1000 {
		t.Errorf("only %d and %d are plain", plain, calm)
	}
	if text := "Wort, Satz. " + strings.Repeat("ä", 9); MarksOf(text).MayMention(text) || MarksOf(text).MayOffend(text, "fr") {
		t.Error("a usual text is looked into")
	}
}
