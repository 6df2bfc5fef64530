package cli

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var (
	execution = regexp.MustCompile(`(?m)^(! )?exec praxisblatt(.*)$`)
	speaks    = regexp.MustCompile(`--ui[ =](\w+)`)
)

// TestMatrix holds that the scripts show every verb at its main use and at a mistake, in
// all three languages.
func TestMatrix(t *testing.T) {
	a := app{console: console{lang: "en"}, env: func(string) string { return "" }}
	var verbs []string
	for _, c := range a.root().Commands() {
		verbs = append(verbs, c.Name())
	}
	shown := map[string]bool{}
	scripts, err := filepath.Glob("testdata/script/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range scripts {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range execution.FindAllStringSubmatch(string(text), -1) {
			words := strings.Fields(line[2])
			verb := slices.IndexFunc(words, func(w string) bool { return slices.Contains(verbs, w) })
			lang := speaks.FindStringSubmatch(line[2])
			if verb < 0 || lang == nil {
				continue
			}
			use := "main use"
			if line[1] != "" {
				use = "mistake"
			}
			shown[words[verb]+" in "+lang[1]+": "+use] = true
		}
	}
	for _, verb := range verbs {
		for _, lang := range languages {
			for _, use := range []string{"main use", "mistake"} {
				if cell := verb + " in " + lang + ": " + use; !shown[cell] {
					t.Errorf("no script shows %s", cell)
				}
			}
		}
	}
}
