package legal

import (
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/i18n"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/locale"
)

// BenchmarkPages makes all pages in three languages, as every command does that reads a catalogue.
func BenchmarkPages(b *testing.B) {
	site, _ := config.Parse(diag.NewSource(config.Path, full))
	words, _ := locale.Load(i18n.Files, nil, site.Langs())
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Pages(site, words); err != nil {
			b.Fatal(err)
		}
	}
}
