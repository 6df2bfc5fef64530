package starter

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/i18n"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/locale"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/schema"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/yamlnode"
)

// TestFiles holds that what editors and pipelines read can be read. That the
// catalogue itself is without findings is held by the script of init.
func TestFiles(t *testing.T) {
	words, _ := locale.Load(i18n.Files, nil, []string{"fr"})
	for _, ci := range CIs {
		all, err := Files(Options{Today: "2026-11-22", CI: ci, Schema: schema.Maker{Lang: "fr", Locale: words.Locale("fr")}})
		if err != nil {
			t.Fatal(err)
		}
		texts := map[string]string{}
		for _, f := range all {
			texts[f.Path] = f.Text
			if strings.Contains(f.Text, "@TODAY@") {
				t.Errorf("%s holds a placeholder", f.Path)
			}
			if strings.HasSuffix(f.Path, ".json") && !json.Valid([]byte(f.Text)) {
				t.Errorf("%s is no JSON", f.Path)
			}
			if strings.HasSuffix(f.Path, ".yml") {
				if _, ds := yamlnode.Parse(source(f.Path, []byte(f.Text))); len(ds) > 0 {
					t.Errorf("%s: %s", f.Path, ds[0].Text("en"))
				}
			}
		}
		if (texts[".gitlab-ci.yml"] != "") != (ci == "gitlab") || (texts[".github/workflows/pages.yml"] != "") != (ci == "github") {
			t.Errorf("the pipelines for %s are wrong", ci)
		}
		if !strings.Contains(texts["site.yaml"], "languages: [fr, de, en]") || !strings.Contains(texts["site.yaml"], "# Nom du catalogue") {
			t.Errorf("site.yaml is\n%s", texts["site.yaml"])
		}
		for _, path := range regexp.MustCompile(`\.vscode/praxisblatt/[a-z]+\.json`).FindAllString(texts[".vscode/settings.json"], -1) {
			if texts[path] == "" {
				t.Errorf("%s is named and not there", path)
			}
		}
	}
}
