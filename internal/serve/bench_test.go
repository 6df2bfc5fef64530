package serve

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/bench/corpus"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edtf"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/site"
)

// BenchmarkChange measures what lies between the news of a saved sheet and its
// page, in catalogues of sheets in three languages.
func BenchmarkChange(b *testing.B) {
	for _, sheets := range []int{1000, 10000} {
		b.Run(strconv.Itoa(sheets), func(b *testing.B) { change(b, sheets) })
	}
}

func change(b *testing.B, sheets int) {
	dir := b.TempDir()
	c := &corpus.Corpus{Sheets: sheets, Seed: 1, Languages: corpus.Heads()}
	var name string
	for f := range c.Files() {
		path := filepath.Join(dir, filepath.FromSlash(f.Path))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(f.Text), 0o644); err != nil {
			b.Fatal(err)
		}
		if filepath.Base(path) == "index.de.md" {
			name = f.Path
		}
	}
	now, err := edtf.ParseDay("2026-11-22")
	if err != nil {
		b.Fatal(err)
	}
	o := Options{Site: site.Options{Dir: dir, Now: now}}
	at := (&state{}).reread(o, nil)
	page := fmt.Sprintf("de/sheets/%s.html", filepath.Base(filepath.Dir(name)))
	b.ReportAllocs()
	for b.Loop() {
		at = at.reread(o, []string{name})
		if data, err := at.file(page); err != nil || len(data) == 0 {
			b.Fatal(err)
		}
	}
}
