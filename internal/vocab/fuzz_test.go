package vocab

import (
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
)

// FuzzParse holds that no vocabulary makes the parser panic, and that findings lie inside of it.
func FuzzParse(f *testing.F) {
	f.Add("housing:\n  label: {de: Wohnen, fr: Logement}\n  also: {de: [a, b]}\n  broader: living\nliving: {label: {de: Leben}, broader: housing}\n")
	f.Add("trier: {label: Trier, kind: city, country: DE, lat: 49.757, lon: x, networks: a}\n")
	f.Add("- terms: {de: [a], fr: b}\n  explanation: {de: c}\n- x\n")
	f.Fuzz(func(t *testing.T, text string) {
		for _, name := range append([]string{"glossary"}, Schemes...) {
			for _, d := range New().Parse(name, diag.NewSource("content/vocabulary/"+name+".yaml", text)) {
				if d.Span.Start < 0 || d.Span.Start > d.Span.End || d.Span.End > len(text) {
					t.Errorf("%s: %s lies at %d–%d of %d bytes", name, d.Rule.Name, d.Span.Start, d.Span.End, len(text))
				}
			}
		}
	})
}
