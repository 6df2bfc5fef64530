package site

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/search"
)

// TestReload holds that a catalogue which was reloaded is the one that would be
// loaded anew, whatever has changed.
func TestReload(t *testing.T) {
	notShort(t)
	dir := goldenFolder(t)
	o := Options{Dir: dir, Now: today(t), Version: "test", Keep: true}
	l, err := Load(o)
	if err != nil {
		t.Fatal(err)
	}
	var id string
	for _, e := range l.Catalogue.Entries {
		if len(e.Files) > 1 && e.ID > id {
			id = e.ID
		}
	}
	e := l.Catalogue.Entry(id)
	file := e.Original.Source.Path
	folder := "content/sheets/" + id
	text := e.Original.Source.Text()
	var index *Indexed
	for _, step := range []struct {
		name    string
		do      func()
		changed []string
	}{
		{"a text", func() { write(t, dir, file, text+"\nMehr Text.\n") }, []string{file}},
		{"a stray file", func() { write(t, dir, "content/sheets/stray.txt", "") }, []string{"content/sheets/stray.txt"}},
		{"a mistake", func() { write(t, dir, file, "---\ntitel: x\n---\n") }, []string{file}},
		{"mended", func() { write(t, dir, file, text) }, []string{file}},
		{"a link instead", func() {
			os.Remove(filepath.Join(dir, file))
			os.Symlink("../../site.yaml", filepath.Join(dir, file))
		}, []string{file}},
		{"a file again", func() {
			os.Remove(filepath.Join(dir, file))
			write(t, dir, file, text)
		}, []string{file}},
		{"a new sheet", func() { write(t, dir, "content/sheets/brand-new/index.de.md", "---\ntitle: Neu\n---\n") }, []string{"content/sheets/brand-new"}},
		{"another file in it", func() {
			write(t, dir, "content/sheets/brand-new/index.fr.md", "---\ntitle: Neuf\ntranslation: {of: de}\n---\n")
		}, []string{"content/sheets/brand-new/index.fr.md"}},
		{"a sheet less", func() { os.RemoveAll(filepath.Join(dir, folder)) }, []string{folder}},
		{"a term", func() { write(t, dir, "content/vocabulary/themes.yaml", "housing: {label: {de: Bau}}\n") }, []string{"content/vocabulary/themes.yaml"}},
		{"the title", func() {
			write(t, dir, "site.yaml", "title: {de: Anders}\nbase_url: https://example.org/\nlanguages: [de, en]\n")
		}, []string{"site.yaml"}},
		{"a layout", func() { write(t, dir, "layouts/root.html", `{{define "main"}}<h1>Eigene</h1>{{end}}`) }, []string{"layouts/root.html"}},
		{"a word", func() { write(t, dir, "i18n/de.yaml", "list: {title: Alle}\n") }, []string{"i18n"}},
		{"the day", func() { o.Now += 400 }, nil},
		{"everything", func() {}, []string{"."}},
	} {
		step.do()
		reloaded, err := l.Reload(o.Now, step.changed)
		if err != nil {
			t.Fatal(step.name, err)
		}
		fresh, err := Load(o)
		if err != nil {
			t.Fatal(step.name, err)
		}
		if got, want := words(reloaded.Check()), words(fresh.Findings); !slices.Equal(got, want) {
			t.Errorf("%s: the findings are\n%q\ninstead of\n%q", step.name, got, want)
		}
		var got, want output.Memory
		if err := reloaded.Render(&got); err != nil {
			t.Fatal(err)
		}
		if err := fresh.Render(&want); err != nil {
			t.Fatal(err)
		}
		if index, err = reloaded.Index("de", index); err != nil {
			t.Fatal(err)
		}
		for f := range want.All() {
			if data, ok := got.Bytes(f.Path); !ok || string(data) != string(f.Bytes) {
				t.Errorf("%s: %s is another file", step.name, f.Path)
			}
			if !strings.HasPrefix(f.Path, search.Dir("de")) {
				continue
			}
			if data, err := index.Read(f.Path); err != nil || string(data) != string(f.Bytes) {
				t.Errorf("%s: %s is another file in the index that was renewed: %v", step.name, f.Path, err)
			}
		}
		l = reloaded
	}
	os.Remove(filepath.Join(dir, "site.yaml"))
	if _, err := l.Reload(o.Now, []string{"site.yaml"}); err == nil {
		t.Error("a catalogue without site.yaml was read")
	}
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	path := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func words(ds []diag.Diagnostic) []string {
	var all []string
	for _, d := range ds {
		all = append(all, d.Path()+": "+d.Text("en"))
	}
	return all
}

// TestIndexLetsGo holds that an index which was made of another one keeps nothing of that, however many there are.
func TestIndexLetsGo(t *testing.T) {
	l, _ := rendered(t, golden(t))
	first, err := l.Index("de", nil)
	if err != nil {
		t.Fatal(err)
	}
	next, err := l.Index("de", first)
	if err != nil {
		t.Fatal(err)
	}
	for f := range first.files.All() {
		if _, err := output.Last(next.files, f.Path); err == nil {
			t.Errorf("%s of the first is kept", f.Path)
		}
	}
	if next.Manifest != first.Manifest {
		t.Errorf("from the same catalogue are made %s and %s", first.Manifest, next.Manifest)
	}
}
