package diag

import (
	"strings"
	"testing"
)

func TestVisible(t *testing.T) {
	for text, want := range map[string]string{
		"":                         "",
		"Maßnahme „a“ – 5\u202f%":  "Maßnahme „a“ – 5\u202f%",
		"مدينة\u200f":              "مدينة\u200f",
		"a\x1b[31mb\x9b":           `a\x1b[31mb\x9b`,
		"a\n::error file=x::y\r\t": `a\n::error file=x::y\r\t`,
		"a\u009bb\u007f":           `a\u009bb\x7f`,
		"a\u202egpj.exe\u2066":     `a\u202egpj.exe\u2066`,
		"a\u2028b\ufffd":           `a\u2028b\ufffd`,
	} {
		if got := Visible(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// TestObeyed holds that no name of a file and no text of a catalogue writes to a terminal, or lines of its own.
func TestObeyed(t *testing.T) {
	const attack = "x\x1b]0;evil\x07\n::stop-commands::evil\u2028\u202e\x9b2J"
	src := NewSource("content/"+attack+".md", "key: y\n")
	d := reported
	d.Message.EN = "No “{key}”."
	found := d.At(src.Span(0, 3), "key", attack)
	found.Related = []Related{{Span: src.Span(0, 3)}}
	for lines, write := range map[int]func(*strings.Builder) error{
		2: func(b *strings.Builder) error { return WriteText(b, []Diagnostic{found}, "en") },
		1: func(b *strings.Builder) error { return WriteAnnotations(b, []Diagnostic{found}, "en", attack) },
	} {
		var b strings.Builder
		if err := write(&b); err != nil || strings.Count(b.String(), "\n") != lines || strings.ContainsFunc(strings.ReplaceAll(b.String(), "\n", ""), obeyed) {
			t.Errorf("%d lines: %v %q", lines, err, b.String())
		}
	}
}
