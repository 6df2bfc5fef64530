package config

import (
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
)

// FuzzParse holds that no site.yaml makes the parser panic, and that findings lie inside of it.
func FuzzParse(f *testing.F) {
	f.Add("title: {de: A, fr: B}\nbase_url: https://example.org/x/\nlanguages: [de, fr]\nreview_interval: 6m\nraw_html: true\n")
	f.Add("title: A\nlanguages: de\nlanguages: [xx, de, de]\nmap: {center: [49, x]}\npdf: {fonts: [../a.ttf]}\npublisher: Stadt\n")
	f.Add("base_url: //x\naccessibility:\n  law: [de\n  gaps: {de: a}\nhost: {logs: 7d}\n\ttitle: x")
	f.Fuzz(func(t *testing.T, text string) {
		s, ds := Parse(diag.NewSource(Path, text))
		for _, d := range ds {
			if d.Span.Start < 0 || d.Span.Start > d.Span.End || d.Span.End > len(text) {
				t.Errorf("%s lies at %d–%d of %d bytes", d.Rule.Name, d.Span.Start, d.Span.End, len(text))
			}
		}
		_, _, _ = s.Langs(), s.BasePath(), s.Example()
	})
}
