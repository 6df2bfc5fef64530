package sheet

import (
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
)

// FuzzPack holds that no pack makes the parser panic, and that findings lie inside of it.
func FuzzPack(f *testing.F) {
	f.Add("title: {de: A}\nevent: {date: 2026-11-30, place: metz, hosts: [B]}\nlanguages: [de, fr]\nforeword: {de: \"[a](page:b)\"}\nsessions:\n  - title: {de: C}\n    sheets: [d]\n")
	f.Add("title: A\nlogos: [{file: ../x.svg}]\nsessions: [a, {sheets: b}]\nlanguages: x\n")
	f.Fuzz(func(t *testing.T, text string) {
		_, ds := Parser{}.Pack(diag.NewSource("content/packs/a.yaml", text), "a")
		for _, d := range ds {
			if d.Span.Start < 0 || d.Span.Start > d.Span.End || d.Span.End > len(text) {
				t.Errorf("%s lies at %d–%d of %d bytes", d.Rule.Name, d.Span.Start, d.Span.End, len(text))
			}
		}
	})
}

// FuzzReadSheet holds that what is remembered of a sheet makes nothing panic, however damaged.
func FuzzReadSheet(f *testing.F) {
	src := diag.NewSource("content/sheets/a/index.de.md", "---\ntitle: a\nthemes: [b]\nfigures:\n  - {label: c, value: 1}\nbad: x\n---\n[d](sheet:e)\n")
	s, ds := Parser{}.Sheet(src, "a", "de")
	data, rest := s.Append(nil, ds)
	f.Add(string(data[:rest]), string(data[rest:]))
	f.Fuzz(func(_ *testing.T, data, rest string) {
		if b, _, _ := ReadBrief(data, func() string { return rest }, src, "a", "de"); b != nil {
			b.Sheet()
			b.Tracks()
		}
		ReadPage(data, src, "a", "de")
	})
}
