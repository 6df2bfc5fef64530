package render_test

import (
	"strings"
	"testing"
	"testing/fstest"
)

// TestExplained holds that what vocabularies say of terms without pages is in the glossary, where those who name them lead to it, and that a
// term of any vocabulary tells what it belongs to.
func TestExplained(t *testing.T) {
	files := sources(t)
	for name, text := range map[string]string{
		"content/vocabulary/places.yaml": "land: {label: {de: Land}, kind: region, country: DE}\ntrier: {label: {de: Trier}, kind: city, country: DE, networks: [quattropole, nothing], broader: land}\n" +
			"metz: {label: {de: Metz, fr: Metz}, kind: city, country: FR}\n",
		"content/vocabulary/networks.yaml":   "quattropole: {label: {de: Vier, fr: Quatre, en: Vier}, about: {de: Vier Städte.}}\nnothing: {label: {de: Nichts}}\n",
		"content/vocabulary/activities.yaml": "workshop: {label: {de: Workshop, fr: Atelier, en: Workshop}, about: {fr: Une journée.}}\n",
	} {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	all := site(t, files)
	for page, has := range map[string][]string{
		"de/glossary.html":     {`<h2>Netzwerke</h2>`, `id="networks-quattropole"><dt>Vier</dt>`, `<span lang="fr" dir="ltr">Quatre</span>`, `<dd class="about">Vier Städte.`, `id="activities-workshop"><dt>Workshop</dt>`},
		"fr/glossary.html":     {`<dd class="about" lang="de" dir="ltr">Vier Städte.`, `<dd class="about">Une journée.`},
		"de/places/trier.html": {`<a href="../glossary.html#networks-quattropole">Vier</a>`, `Nichts`, `<dt>Gehört zu</dt>`, `Land`},
		"fr/sheets/gamma.html": {`<a href="../glossary.html#activities-workshop">Atelier</a>`},
	} {
		for _, want := range has {
			if !strings.Contains(all[page], want) {
				t.Errorf("%s lacks %s", page, want)
			}
		}
	}
	if glossary := all["de/glossary.html"]; strings.Contains(glossary, "Nichts") || strings.Contains(glossary, `<span lang="en" dir="ltr">Vier`) {
		t.Errorf("what is not explained, or is called the same, is in the glossary:\n%s", glossary)
	}
}
