package site

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestOwnsWhatItWrites compares what a build of the catalogue writes with
// what it takes for its own once the manifest is lost.
func TestOwnsWhatItWrites(t *testing.T) {
	for name, files := range map[string]fs.FS{"golden": golden(t), "generated": generated(120)} {
		l, sink := rendered(t, files)
		for f := range sink.All() {
			if !l.owns(f.Path, nil) {
				t.Errorf("%s: %s is not taken for a file of the site", name, f.Path)
			}
		}
	}
}

// TestOwnsFormerLanguages: where the memory was lost, the pages of a language that the catalogue has no more became the user's, and stayed.
func TestOwnsFormerLanguages(t *testing.T) {
	dir := goldenFolder(t)
	o := Options{Dir: dir, Now: today(t), Version: "test"}
	visit(t, o, BuildOptions{Force: true})
	public := filepath.Join(dir, "public")
	write(t, public, "en/own.html", "the user's")
	write(t, public, "it/index.html", "the user's")
	const settings = "site.yaml"
	fewer := strings.Replace(string(golden(t)[settings].Data), "languages: [de, fr, en]", "languages: [de, fr]", 1)
	if fewer == string(golden(t)[settings].Data) {
		t.Fatal("languages stand elsewhere")
	}
	write(t, dir, settings, fewer)
	if err := os.RemoveAll(filepath.Join(dir, ".praxisblatt")); err != nil {
		t.Fatal(err)
	}
	visit(t, o, BuildOptions{Force: true})
	var others []string
	for name := range texts(t, os.DirFS(public)) {
		if strings.HasPrefix(name, "en/") || strings.HasPrefix(name, "it/") {
			others = append(others, name)
		}
	}
	slices.Sort(others)
	if got := strings.Join(others, " "); got != "en/own.html it/index.html" {
		t.Errorf("what lies there of other languages is %s", got)
	}
}

// TestOwnsNoStrangers: everything in a language's folder counted as written by
// build, so that users' files there went away together with the manifest.
func TestOwnsNoStrangers(t *testing.T) {
	l, _ := rendered(t, golden(t))
	const strangers = "CNAME google12ab.html de/downloads/plan.pdf de/extra/x.html de/own.html de/sheets/plan.pdf " +
		"assets/flyer.pdf assets/img/photo.jpg downloads/a.pdf it/index.html packs/readme.txt sitemap.html"
	for path := range strings.FieldsSeq(strangers) {
		if l.owns(path, nil) {
			t.Errorf("%s is taken for a file of the site", path)
		}
	}
}
