// Package starter holds the files of a new catalogue: settings with every field
// explained, vocabularies, one sheet and the free pages in three languages, a
// pipeline, and what an editor needs to complete front matter.
//
// What depends on the language of the interface or on the day is made here; all
// else lies in files/ as it is written.
package starter

import (
	"embed"
	"io/fs"
	"slices"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/describe"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/schema"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/vocab"
)

//go:embed files
var files embed.FS

// A File is one file of a new catalogue.
type File struct{ Path, Text string }

// Options say what a new catalogue is like.
type Options struct {
	Today  string // like 2026-11-21
	CI     string // gitlab, github, or none
	Schema schema.Maker
}

// CIs are the services for which there is a pipeline.
var CIs = []string{"gitlab", "github", "none"}

// Files returns all files, in the order of their paths. The digests of the
// translations are still to be recorded.
func Files(o Options) ([]File, error) {
	all := []File{
		{config.Path, settings(o)},
		{".gitignore", "/.praxisblatt/\n/public/\ngl-code-quality-report.json\n"},
		{".vscode/extensions.json", "{\n  \"recommendations\": [\"redhat.vscode-yaml\"]\n}\n"},
		{".vscode/settings.json", wiring},
		{".vscode/tasks.json", tasks},
	}
	for name, text := range schemas(o.Schema) {
		all = append(all, File{folder + name + ".json", string(text)})
	}
	pipelines := map[string]string{"gitlab": ".gitlab-ci.yml", "github": ".github/workflows/pages.yml"}
	if path := pipelines[o.CI]; path != "" {
		text, err := files.ReadFile("files/ci/" + o.CI + ".yml")
		if err != nil {
			return nil, err
		}
		all = append(all, File{path, string(text)})
	}
	err := fs.WalkDir(files, "files/content", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := files.ReadFile(name)
		all = append(all, File{strings.TrimPrefix(name, "files/"), strings.ReplaceAll(string(text), "@TODAY@", o.Today)})
		return err
	})
	slices.SortFunc(all, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	return all, err
}

// Sheets and Pages are the ids of what has translations.
var (
	Sheets = []string{"welcome-desk"}
	Pages  = []string{"about"}
)

// folder holds the schemas.
const folder = ".vscode/praxisblatt/"

func schemas(m schema.Maker) map[string][]byte {
	m.Vocabulary = starting()
	return map[string][]byte{
		"sheet": m.Sheet(), "page": m.Page(), "site": m.Site(), "pack": m.Pack(),
		"places": m.Terms("places"), "terms": m.Terms("themes"), "glossary": m.Terms("glossary"),
	}
}

// starting reads the vocabularies that a catalogue begins with.
func starting() *vocab.Vocabulary {
	v := vocab.New()
	for _, name := range vocab.Schemes {
		if text, err := files.ReadFile("files/content/vocabulary/" + name + ".yaml"); err == nil {
			v.Parse(name, source(name, text))
		}
	}
	return v
}

// settings writes site.yaml with its explanations.
func settings(o Options) string {
	var b strings.Builder
	values := values(o)
	for _, f := range config.Fields() {
		value, ok := values[f.Key]
		if !ok {
			continue
		}
		if about, ok := describe.Site(f.Path); ok {
			b.WriteString("# " + about.In(o.Schema.Lang) + "\n")
		}
		b.WriteString(f.Key + ":" + value + "\n")
	}
	return b.String()
}

// values are those of site.yaml; the user's language comes first. Nothing has been assessed yet, so the accessibility
// statement begins without a status.
func values(o Options) map[string]string {
	langs := []string{o.Schema.Lang}
	for _, lang := range []string{"de", "fr", "en"} {
		if lang != o.Schema.Lang {
			langs = append(langs, lang)
		}
	}
	law := "de"
	if o.Schema.Lang == "fr" {
		law = "fr"
	}
	return map[string]string{
		"title":           " {de: Gute Praxis, fr: Bonnes pratiques, en: Good practice}",
		"base_url":        " https://example.org/praxis/",
		"languages":       " [" + strings.Join(langs, ", ") + "]",
		"publisher":       "\n  name: Stadt Musterstadt\n  address: |\n    Rathausplatz 1\n    12345 Musterstadt\n  email: redaktion@example.org\n  represented_by: Erika Mustermann",
		"license":         " CC-BY-4.0",
		"review_interval": " 12m",
		"accessibility":   "\n  law: [" + law + "]",
		"host":            " {name: Musterrechenzentrum, logs: 7d}",
		"privacy":         "\n  officer: |\n    Stadt Musterstadt, Datenschutz, Rathausplatz 1, 12345 Musterstadt",
	}
}
