package site

import (
	"io/fs"
	"strings"
	"testing"
)

// TestOwnsWhatItWrites compares what a build of the catalogue writes with
// what it takes for its own once the manifest is lost.
func TestOwnsWhatItWrites(t *testing.T) {
	for name, files := range map[string]fs.FS{"golden": golden(t), "generated": generated(120)} {
		l, sink := rendered(t, files)
		for f := range sink.All() {
			if !l.owns(f.Path) {
				t.Errorf("%s: %s is not taken for a file of the site", name, f.Path)
			}
		}
	}
}

// TestOwnsNoStrangers: everything in a language's folder counted as written by
// build, so that users' files there went away together with the manifest.
func TestOwnsNoStrangers(t *testing.T) {
	l, _ := rendered(t, golden(t))
	const strangers = "CNAME google12ab.html de/downloads/plan.pdf de/extra/x.html de/own.html de/sheets/plan.pdf " +
		"assets/flyer.pdf assets/img/photo.jpg downloads/a.pdf it/index.html packs/readme.txt sitemap.html"
	for path := range strings.FieldsSeq(strangers) {
		if l.owns(path) {
			t.Errorf("%s is taken for a file of the site", path)
		}
	}
}
