package search

import (
	"io/fs"
	"os"
	"path"
	"strings"
	"sync"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/i18n"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/locale"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/vocab"
)

// load reads a catalogue; its findings are none of the search's business.
func load(t testing.TB, files fs.FS) (*plan.Plan, *locale.Set) {
	t.Helper()
	read := func(name string) *diag.Source {
		data, err := fs.ReadFile(files, name)
		if err != nil {
			t.Fatal(err)
		}
		return diag.NewSource(name, string(data))
	}
	site, _ := config.Parse(read("site.yaml"))
	v := vocab.New()
	for _, name := range append([]string{"glossary"}, vocab.Schemes...) {
		if _, err := fs.Stat(files, "content/vocabulary/"+name+".yaml"); err == nil {
			v.Parse(name, read("content/vocabulary/"+name+".yaml"))
		}
	}
	names, err := fs.Glob(files, "content/sheets/*/index.*.md")
	if err != nil || len(names) == 0 {
		t.Fatalf("no sheets: %v", err)
	}
	sheets := make([]*sheet.Brief, len(names))
	for i, name := range names {
		lang, _, _ := strings.Cut(strings.TrimPrefix(path.Base(name), "index."), ".")
		s, _ := sheet.Parser{}.Sheet(read(name), path.Base(path.Dir(name)), lang)
		sheets[i] = s.Brief()
	}
	locales, _ := locale.Load(i18n.Files, nil, site.Langs())
	c := catalogue.New(catalogue.Input{Site: site, Vocabulary: v, Sheets: sheets})
	return plan.New(c, nil, nil), locales
}

// repository is the index of this repository's own catalogue.
var repository = sync.OnceValue(func() map[string]*Index {
	var t testing.T
	p, locales := load(&t, os.DirFS("../.."))
	return indexes(&t, p, locales)
})

func indexes(t testing.TB, p *plan.Plan, locales *locale.Set) map[string]*Index {
	t.Helper()
	all := map[string]*Index{}
	for _, lang := range p.Langs {
		sink := &output.Memory{}
		manifest, err := Build(Options{Plan: p, Locales: locales, Lang: lang}, sink)
		if err != nil {
			t.Fatal(err)
		}
		all[lang] = open(t, lang, manifest, sink)
	}
	return all
}

func open(t testing.TB, lang, manifest string, sink *output.Memory) *Index {
	t.Helper()
	ix, err := Open(lang, manifest, func(name string) ([]byte, error) {
		data, ok := sink.Bytes(name)
		if !ok {
			return nil, fs.ErrNotExist
		}
		return data, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return ix
}
