package render_test

import (
	"bytes"
	"image"
	"image/png"
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"gitlab.opencode.de/praxisblatt/praxisblatt/i18n"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edtf"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/locale"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/render"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/vocab"
	"gitlab.opencode.de/praxisblatt/praxisblatt/layouts"
)

// sources reads the test catalogue and adds a picture of 3 × 2 pixels.
func sources(t testing.TB) fstest.MapFS {
	t.Helper()
	data, err := os.ReadFile("testdata/catalogue.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, f := range txtar.Parse(data).Files {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 3, 2))); err != nil {
		t.Fatal(err)
	}
	files["content/sheets/beta/photo.png"] = &fstest.MapFile{Data: b.Bytes()}
	return files
}

// load makes a plan and its locales of a catalogue. "DIGEST field" in a
// translation's state stands for the digest of the original's text.
func load(t testing.TB, files fstest.MapFS) (*plan.Plan, *locale.Set) {
	t.Helper()
	source := func(name string) *diag.Source { return diag.NewSource(name, string(files[name].Data)) }
	site, _ := config.Parse(source("site.yaml"))
	in := catalogue.Input{Site: site, Vocabulary: vocab.New(), Now: edtf.Day(20000)}
	names, err := fs.Glob(files, "content/*/*/index.*.md")
	if err != nil {
		t.Fatal(err)
	}
	digests := map[string]string{}
	for _, name := range names {
		s, _ := sheet.Parser{}.Sheet(source(name), path.Base(path.Dir(name)), "")
		for _, tracked := range s.Tracked() {
			if s.Translation.At.IsZero() {
				digests[s.ID+" "+tracked.Path] = tracked.Digest()
			}
		}
	}
	for _, name := range names {
		id, lang := path.Base(path.Dir(name)), strings.Split(path.Base(name), ".")[1]
		src := source(name)
		for key, digest := range digests {
			if of, field, _ := strings.Cut(key, " "); of == id {
				src = diag.NewSource(name, strings.ReplaceAll(src.Text(), "DIGEST "+field+`"`, digest+`"`))
			}
		}
		if strings.HasPrefix(name, "content/pages/") {
			p, _ := sheet.Parser{}.Page(src, id, lang)
			in.Pages = append(in.Pages, p)
			continue
		}
		s, ds := sheet.Parser{}.Sheet(src, id, lang)
		for _, d := range ds {
			t.Errorf("%s: %s", name, d.Text("en"))
		}
		in.Sheets = append(in.Sheets, s.Brief())
	}
	for _, name := range append([]string{"glossary"}, vocab.Schemes...) {
		if files["content/vocabulary/"+name+".yaml"] != nil {
			in.Vocabulary.Parse(name, source("content/vocabulary/"+name+".yaml"))
		}
	}
	locales, ds := locale.Load(i18n.Files, nil, site.Langs())
	for _, d := range ds {
		t.Errorf("%s: %s", d.Path(), d.Text("en"))
	}
	keys := map[string]plan.Key{}
	for _, lang := range site.Langs() {
		keys[lang] = locales.Locale(lang).Key
	}
	return plan.New(catalogue.New(in), keys, nil), locales
}

func newRenderer(t testing.TB, files fstest.MapFS) (*render.Renderer, *plan.Plan) {
	t.Helper()
	return newRendererWith(t, files, nil, render.Options{})
}

// newRendererWith makes a renderer with layouts of a catalogue's own, which may be nil, and with other options.
func newRendererWith(t testing.TB, files fstest.MapFS, own fs.FS, o render.Options) (*render.Renderer, *plan.Plan) {
	t.Helper()
	p, locales := load(t, files)
	l, err := render.ReadLayouts(own, layouts.Files, locales, p.Langs, nil)
	if err != nil {
		t.Fatal(err)
	}
	o.Plan, o.Locales, o.Layouts, o.Files, o.Generator = p, locales, l, files, "praxisblatt test"
	r, err := render.New(o)
	if err != nil {
		t.Fatal(err)
	}
	return r, p
}

// site renders everything.
func site(t testing.TB, files fstest.MapFS) map[string]string {
	t.Helper()
	r, p := newRenderer(t, files)
	var m output.Memory
	for _, page := range p.Pages {
		f, err := r.Page(page)
		if err == nil {
			err = m.Write(f)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, f := range r.Assets() {
		if err := m.Write(f); err != nil {
			t.Fatal(err)
		}
	}
	if err := r.Data(&m); err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for f := range m.All() {
		all[f.Path] = string(f.Bytes)
	}
	return all
}
