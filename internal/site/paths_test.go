package site

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// TestPathFindings: a malformed alias was also called the name of a page that
// every site has, a slug "index" collided at no place in each language, and
// that a slug was another sheet's id was said of the other sheet.
func TestPathFindings(t *testing.T) {
	for _, c := range []struct{ id, matter, want string }{
		{"zoo", "aliases: [../x.html]", "alias-form 3:11"},
		{"zoo", "aliases: [a?b.html]", "alias-form 3:11"},
		{"zoo", "slug: index", "reserved-name 3:7"},
		{"zoo", "slug: con", "reserved-name 3:7"},
		{"con", "themes: []", "reserved-name 1:1"},
		{"index", "themes: []", "reserved-name 1:1"},
		{"zoo", "slug: aaa", "path-collision 3:7"},
		{"zoo", "aliases: [aaa.html]", "path-collision 3:11"},
	} {
		files := fstest.MapFS{}
		for name, text := range map[string]string{
			"site.yaml": "title: {de: A, fr: B}\nbase_url: https://a.example/\nlanguages: [de, fr]\npublisher: {name: A}\naccessibility: {law: [de]}\n",
			"content/sheets/" + c.id + "/index.de.md": "---\ntitle: B\n" + c.matter + "\n---\n",
			"content/sheets/aaa/index.fr.md":          "---\ntitle: Z\n---\n",
		} {
			files[name] = &fstest.MapFile{Data: []byte(text)}
		}
		l, err := load(files, Options{Dir: ".", Now: today(t)})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, d := range l.Findings {
			f := d.Finding("en")
			if !strings.HasPrefix(f.Path, "content/sheets/"+c.id+"/") {
				t.Errorf("%s %s: elsewhere: %s: %s", c.id, c.matter, f.Path, f.Message)
			}
			got = append(got, f.Rule+" "+fmt.Sprintf("%d:%d", f.Line, f.Column))
		}
		if !slices.Equal(got, []string{c.want}) {
			t.Errorf("%s %s: got %q, want %q", c.id, c.matter, got, c.want)
		}
	}
}
