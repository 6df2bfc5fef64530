package render_test

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/inputs"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/render"
)

// sumsOf digests what lies in a catalogue as a build does.
func sumsOf(files fstest.MapFS) *inputs.Sums {
	shared, sheets := sha256.New(), map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		rest, inside := strings.CutPrefix(name, "content/sheets/")
		if !inside {
			fmt.Fprintf(shared, "%q %q ", name, files[name].Data)
			continue
		}
		id, _, _ := strings.Cut(rest, "/")
		sheets[id] += fmt.Sprintf("%q %q ", name, files[name].Data)
	}
	s := &inputs.Sums{Shared: [sha256.Size]byte(shared.Sum(nil)), Sheets: map[string][sha256.Size]byte{}}
	for id, text := range sheets {
		s.Sheets[id] = sha256.Sum256([]byte(text))
	}
	return s
}

// A madePage is a page and the digest of what it was made of.
type madePage struct {
	bytes  string
	inputs output.Inputs
}

func madePages(t *testing.T, files fstest.MapFS) map[string]madePage {
	t.Helper()
	r, p := newRendererWith(t, files, nil, render.Options{Sums: sumsOf(files)})
	pages := map[string]madePage{}
	for _, page := range p.Pages {
		f, err := r.Page(page)
		if err != nil {
			t.Fatal(err)
		}
		pages[f.Path] = madePage{string(f.Bytes), r.Inputs(page)}
	}
	for _, c := range p.Cards() {
		for i, path := range c.Paths {
			var inputs []output.Inputs
			script := ""
			for _, page := range c.In(i) {
				inputs = append(inputs, r.Inputs(page))
				script += pages[page.Path].bytes
			}
			pages[path] = madePage{script, r.CardsInputs(path, inputs)}
		}
	}
	var data dataSink
	if err := errors.Join(r.Catalogue(&data), r.Sitemap(&data)); err != nil {
		t.Fatal(err)
	}
	for _, f := range data {
		pages[f.Path] = madePage{string(f.Bytes), f.Inputs}
	}
	return pages
}

// A dataSink is the files that it was given.
type dataSink []output.File

func (s *dataSink) Write(f output.File) error {
	*s = append(*s, f)
	return nil
}

// placesOnMap make a map of each catalogue that has a sheet.
const placesOnMap = `trier: {label: {de: Trier}, lat: 49.757, lon: 6.641}
metz: {label: {de: Metz}, lat: 49.12, lon: 6.177}
luxembourg: {label: {de: Luxemburg}, lat: 49.61, lon: 6.13}
`

// After an edit every page that is another has other inputs, and those that the edit does not
// concern have the same.
func TestInputs(t *testing.T) {
	replace := func(name, from, to string) func(fstest.MapFS) {
		return func(files fstest.MapFS) {
			text := strings.Replace(string(files[name].Data), from, to, 1)
			if text == string(files[name].Data) {
				panic(name + " has no " + from)
			}
			files[name] = &fstest.MapFile{Data: []byte(text)}
		}
	}
	const alpha = "content/sheets/alpha/index.de.md"
	for _, test := range []struct {
		name string
		edit func(fstest.MapFS)
		same string // pages that the edit does not concern
	}{
		{"nothing", func(fstest.MapFS) {}, "de/sheets/alpha.html de/sheets/index.html de/themes/housing.html fr/sheets/ancien.html de/themes/index.html"},
		{"a text", replace(alpha, "## Ablauf", "## Verlauf"), "de/index.html de/new.html index.html 404.html de/glossary.html de/my-pack.html sitemap.xml de/sheets/index.html de/sheets/gamma.html de/themes/housing.html de/places/index.html fr/sheets/ancien.html de/map.html"},
		{"a title", replace(alpha, "Alpha & Omega", "Alpha"), "fr/sheets/index.html fr/themes/housing.html de/themes/work.html"},
		{"a summary", replace(alpha, "Kurz <gesagt>.", "Lang."), "fr/sheets/index.html de/themes/work.html"},
		{"a theme", replace(alpha, "themes: [housing]", "themes: [work, housing]"), ""},
		{"a status", replace(alpha, "status: current", "status: ended"), ""},
		{"a date", replace(alpha, "published: 2026-01-02", "published: 2026-01-02\nupdated: 2026-02-03"), "de/themes/housing.html"},
		{"when it was confirmed", replace(alpha, "published: 2026-01-02", "published: 2026-01-02\nreviewed: 2026-02-03"), "de/index.html sitemap.xml"},
		{"a part of the form", replace(alpha, "contact: {office: Amt, email", "contact: {email"), "de/index.html sitemap.xml"},
		{"a translated text more", replace(alpha, "figures:", "context: Warum.\nfigures:"), "de/index.html sitemap.xml"},
		{"what a translation was made of", replace("content/sheets/alpha/index.fr.md", "DIGEST title", "00000000"), "de/index.html sitemap.xml"},
		{"an audience", replace(alpha, "themes: [housing]", "themes: [housing]\naudience: [youth]"), ""},
		{"a place", replace(alpha, "place: trier}", "place: metz}"), ""},
		{"a slug", replace("content/sheets/alpha/index.fr.md", "slug: alpha-fr", "slug: alpha-neuf"), "de/themes/index.html"},
		{"the slug of one that others link to", replace("content/sheets/far/index.de.md", "title: Fern", "title: Fern\nslug: weit"), "de/themes/index.html"},
		{"the only one of a place", func(files fstest.MapFS) {
			files["content/sheets/far/index.de.md"] = &fstest.MapFile{Data: []byte("---\ntitle: Fern\n---\n")}
		}, ""},
		{"who took it over", replace(alpha, "{sheet: delta, place: metz, year: 2016}", "{place: metz}"), "de/themes/housing.html"},
		{"where it was taken over", replace(alpha, "{sheet: delta, place: metz,", "{sheet: delta, place: luxembourg,"), "de/themes/housing.html"},
		{"when it was taken over", replace(alpha, "year: 2016", "year: 2017"), "de/themes/housing.html de/sheets/index.html"},
		{"a link", replace(alpha, "sheet:beta", "sheet:gamma"), "de/themes/housing.html de/sheets/index.html"},
		{"a picture", func(files fstest.MapFS) {
			other := slices.Clone(files["content/sheets/beta/photo.png"].Data)
			files["content/sheets/beta/photo.png"] = &fstest.MapFile{Data: append(other, 0)}
		}, "de/sheets/alpha.html de/sheets/index.html"},
		{"a new sheet", func(files fstest.MapFS) {
			files["content/sheets/new/index.de.md"] = &fstest.MapFile{Data: []byte("---\ntitle: Neu\nthemes: [work]\n---\n")}
		}, "fr/sheets/ancien.html de/themes/housing.html"},
		{"a sheet less", func(files fstest.MapFS) { delete(files, "content/sheets/delta/index.de.md") }, ""},
		{"a translation less", func(files fstest.MapFS) { delete(files, "content/sheets/alpha/index.fr.md") }, "de/places/index.html"},
		{"the name of a term", replace("content/vocabulary/themes.yaml", "de: Wohnen", "de: Bauen"), ""},
		{"the site's title", replace("site.yaml", "Gute <Praxis>", "Praxis"), ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			files := sources(t)
			files["content/sheets/far/index.de.md"] = &fstest.MapFile{Data: []byte("---\ntitle: Fern\ncarrier: {place: luxembourg}\n---\n")}
			files["content/sheets/given/index.de.md"] = &fstest.MapFile{Data: []byte("---\ntitle: Gegeben\nadopted: [{place: luxembourg}]\n---\n")}
			files["content/sheets/linking/index.de.md"] = &fstest.MapFile{Data: []byte("---\ntitle: Verweis\ncontext: Siehe [dort](sheet:far).\n---\n")}
			files["content/vocabulary/places.yaml"] = &fstest.MapFile{Data: []byte(placesOnMap)}
			before := madePages(t, files)
			test.edit(files)
			after := madePages(t, files)
			for path, page := range after {
				if was, there := before[path]; there && page.bytes != was.bytes && page.inputs == was.inputs && page.inputs != (output.Inputs{}) {
					t.Errorf("%s is another page of the same inputs", path)
				}
			}
			for _, path := range strings.Fields(test.same) {
				if page, was := after[path], before[path]; page.inputs != was.inputs || page.inputs == (output.Inputs{}) {
					t.Errorf("%s has other inputs", path)
				}
			}
		})
	}
}

// A page that speaks of a PDF is made of what it is, too.
func TestInputsOfEditions(t *testing.T) {
	files := sources(t)
	made := func(pages int) map[string]madePage {
		const path = "sheets/alpha.de.pdf"
		r, p := newRendererWith(t, files, nil, render.Options{Sums: sumsOf(files), PDFs: map[string]render.PDF{path: {Pages: pages, Bytes: 1000}}})
		all := map[string]madePage{}
		for _, page := range p.Pages {
			f, err := r.Page(page)
			if err != nil {
				t.Fatal(err)
			}
			all[f.Path] = madePage{string(f.Bytes), r.Inputs(page)}
		}
		return all
	}
	before, others := made(3), 0
	for path, page := range made(4) {
		if was := before[path]; page.bytes != was.bytes {
			others++
			if page.inputs == was.inputs && page.inputs != (output.Inputs{}) {
				t.Errorf("%s is another page of the same inputs", path)
			}
		}
	}
	if others == 0 {
		t.Error("no page speaks of the PDF")
	}
}

// Two pages never have the same inputs, and nearly all have some.
func TestInputsAreDistinct(t *testing.T) {
	seen, without := map[output.Inputs]string{}, []string{}
	pages := madePages(t, sources(t))
	for _, path := range slices.Sorted(maps.Keys(pages)) {
		in := pages[path].inputs
		if other, twice := seen[in]; twice && in != (output.Inputs{}) {
			t.Errorf("%s and %s have the same inputs", path, other)
		}
		seen[in] = path
		if in == (output.Inputs{}) {
			without = append(without, path)
		}
	}
	if len(without)*2 > len(pages) {
		t.Errorf("%d of %d pages are made each time: %v", len(without), len(pages), without)
	}
}
