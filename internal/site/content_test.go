package site

import (
	"testing"
	"testing/fstest"
)

// TestMisnamedFolders: a folder beside content/sheets was passed over in
// silence, and a folder's name with a dot was suggested as its own correction.
func TestMisnamedFolders(t *testing.T) {
	for _, c := range []struct{ file, path, rule, suggestion string }{
		{"content/Sheets/a/index.de.md", "content/Sheets", "file-stray", ""},
		{"content/sheet/a/index.de.md", "content/sheet", "file-stray", ""},
		{"content/sheets/web.de/index.de.md", "content/sheets/web.de", "folder-name", "web-de"},
	} {
		files := golden(t)
		files[c.file] = &fstest.MapFile{Data: []byte("---\ntitle: A\n---\n")}
		l, err := load(files, Options{Dir: ".", Now: today(t)})
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, d := range l.Findings {
			found = found || d.Path() == c.path && d.Rule.Name == c.rule && d.Suggestion == c.suggestion
		}
		if !found {
			t.Errorf("%s: no finding %s with suggestion %q", c.path, c.rule, c.suggestion)
		}
	}
}

// TestLangOf holds that the quick way to a name's language is the expression's.
func TestLangOf(t *testing.T) {
	for _, name := range []string{
		"index.de.md", "index.fr-ch.md", "index.nds.md", "index.de.mdx", "Index.de.md", "index.De.md", "index.d1.md", "index..md", "index.d.md", "index.deu1.md",
		"index.md", "index.é.md", "index-de.md", "index.de-md", ".index.de.md", "",
	} {
		m := fileName.FindStringSubmatch(name)
		if lang, ok := langOf(name); ok != (m != nil) || ok && lang != m[1] {
			t.Errorf("%q: %q, %v", name, lang, ok)
		}
	}
}
