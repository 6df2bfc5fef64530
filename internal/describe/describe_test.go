package describe

import (
	"slices"
	"strings"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
)

// notAsked are the fields that no form asks for.
var notAsked = []string{
	"images", "images.file", "images.alt", "images.credit", "slug", "aliases", "translation", "translation.of", "translation.state",
	"published", "updated", "reviewed",
}

// Whoever fills in a form writes no YAML: nothing there may speak of keys, files or values.
func TestFormsSpeakOfNoFiles(t *testing.T) {
	foreign := []string{"content/", ".yaml", "Schlüssel", "clé de", "key of", "true", "false", "(current", "(low", "\"", "[", "or from", "Kürzel", "en code", "as a code"}
	for path := range sheets {
		if slices.Contains(notAsked, path) {
			continue
		}
		for _, text := range []string{Form(path).DE, Form(path).FR, Form(path).EN} {
			for _, word := range foreign {
				if strings.Contains(text, word) {
					t.Errorf("%s speaks of %q: %s", path, word, text)
				}
			}
		}
	}
	for path, text := range forms {
		if _, ok := sheets[path]; !ok {
			t.Errorf("%s is no field", path)
		}
		if text != (diag.Text{}) && (text.DE == "" || text.FR == "" || text.EN == "") {
			t.Errorf("%s lacks a language", path)
		}
	}
	if Form("context") != sheets["context"] {
		t.Error("a field without words of its own has lost the others")
	}
}
