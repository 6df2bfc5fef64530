package check

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gitlab.opencode.de/praxisblatt/praxisblatt/i18n"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edtf"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/legal"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/locale"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/suggest"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/vocab"
)

// today is the day on which all tests run.
var today = func() edtf.Day {
	day, err := edtf.ParseDay("2026-11-22")
	if err != nil {
		panic(err)
	}
	return day
}()

// keyLabels are some of the labels that the site's languages have for fields.
var keyLabels = func() map[string]string {
	m := map[string]string{}
	for label, key := range map[string]string{
		"Titel": "title", "titre": "title", "Projektträger": "carrier", "organisme porteur": "carrier", "Themen": "themes",
		"Zielgruppe": "audience", "Zeitraum": "period", "Beschreibung": "description", "Kontakt": "contact", "Bilder": "images",
	} {
		m[suggest.Fold(label)] = key
	}
	return m
}()

// load reads a catalogue and returns all findings about it, sorted.
func load(t testing.TB, files fs.FS) []diag.Diagnostic {
	t.Helper()
	var ds []diag.Diagnostic
	keep := func(found []diag.Diagnostic) { ds = append(ds, found...) }
	read := func(name string) *diag.Source {
		text, err := fs.ReadFile(files, name)
		if err != nil {
			t.Fatal(err)
		}
		return diag.NewSource(name, string(text))
	}
	site, found := config.Parse(read(config.Path))
	keep(found)
	in := catalogue.Input{Site: site, Vocabulary: vocab.New(), Now: today}
	for _, name := range append([]string{"glossary"}, vocab.Schemes...) {
		file := "content/vocabulary/" + name + ".yaml"
		if _, err := fs.Stat(files, file); err == nil {
			keep(in.Vocabulary.Parse(name, read(file)))
		}
	}
	parser := sheet.Parser{Labels: keyLabels}
	for _, file := range glob(t, files, "content/*/*/index.*.md") {
		id, lang := path.Base(path.Dir(file)), strings.Split(path.Base(file), ".")[1]
		if strings.HasPrefix(file, "content/pages/") {
			p, found := parser.Page(read(file), id, lang)
			keep(found)
			in.Pages = append(in.Pages, p)
			continue
		}
		s, found := parser.Sheet(read(file), id, lang)
		keep(found)
		in.Sheets = append(in.Sheets, s.Brief())
	}
	in.Pages = append(in.Pages, made(t, site, in.Pages)...)
	for _, file := range glob(t, files, "content/packs/*.yaml") {
		p, found := parser.Pack(read(file), strings.TrimSuffix(path.Base(file), ".yaml"))
		keep(found)
		in.Packs = append(in.Packs, p)
	}
	ds = append(ds, Run(Input{Catalogue: catalogue.New(in), Files: files, Reading: ds})...)
	return diag.Sort(ds)
}

// made returns the pages made from site.yaml that a catalogue has no files of.
func made(t testing.TB, site *config.Site, own []*sheet.Page) []*sheet.Page {
	t.Helper()
	words, _ := locale.Load(i18n.Files, nil, site.Langs())
	pages, err := legal.Pages(site, words)
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(pages, func(m *sheet.Page) bool {
		return slices.ContainsFunc(own, func(p *sheet.Page) bool { return p.ID == m.ID })
	})
}

func glob(t testing.TB, files fs.FS, pattern string) []string {
	names, err := fs.Glob(files, pattern)
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// lines words findings as path:line:column: severity: rule, and what is suggested.
func lines(ds []diag.Diagnostic) []string {
	out := make([]string, len(ds))
	for i, d := range ds {
		f := d.Finding("en")
		out[i] = fmt.Sprintf("%s:%d:%d: %s: %s", f.Path, f.Line, f.Column, f.Severity, f.Rule)
		if f.Suggestion != "" {
			out[i] += " → " + f.Suggestion
		}
	}
	return out
}

// mapFS makes a file system of texts.
func mapFS(files map[string]string) fstest.MapFS {
	m := fstest.MapFS{}
	for name, text := range files {
		m[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return m
}
