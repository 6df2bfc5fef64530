package diag

import (
	"encoding/json"
	"strings"
	"testing"
)

var reported = Rule{Name: "unknown-key", Message: Text{EN: "No “{key}”:\nreally, 100 %."}}

func TestWriteAnnotations(t *testing.T) {
	src := NewSource("content/a, b.md", "ä: x\nkey: y\n")
	note := reported
	note.Severity = Note
	ds := []Diagnostic{reported.At(src.Span(6, 9), "key", "key"), note.At(Span{})}
	for range 20 {
		ds = append(ds, reported.At(src.Span(0, 2)))
	}
	var b strings.Builder
	if err := WriteAnnotations(&b, ds, "en", "sub"); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(b.String()), "\n")
	if len(lines) != most+1 {
		t.Errorf("%d lines", len(lines))
	}
	for i, want := range []string{
		"::error file=sub/content/a%2C b.md,line=2,col=1,endLine=2,endColumn=4,title=unknown-key::No “key”:%0Areally, 100 %25.",
		"::notice file=sub,line=1,col=1,endLine=1,endColumn=1,title=unknown-key::No “{key}”:%0Areally, 100 %25.",
	} {
		if lines[i] != want {
			t.Errorf("%s\ninstead of\n%s", lines[i], want)
		}
	}
}

func TestWriteCodeQuality(t *testing.T) {
	report := func(text, lang string) []codeQuality {
		src := NewSource("a.md", text)
		at := strings.Index(text, "key")
		ds := []Diagnostic{reported.At(src.Span(at, at+3), "key", "key"), reported.At(src.Span(at, at+3), "key", "key"), reported.At(src.Span(at, at+3), "key", "other")}
		var b strings.Builder
		if err := WriteCodeQuality(&b, ds, lang, "sub"); err != nil {
			t.Fatal(err)
		}
		var all []codeQuality
		if err := json.Unmarshal([]byte(b.String()), &all); err != nil {
			t.Fatal(err)
		}
		return all
	}
	before, after := report("key", "en"), report("\n\nkey", "de")
	prints := map[string]bool{}
	for i := range before {
		prints[before[i].Fingerprint] = true
		if before[i].Fingerprint != after[i].Fingerprint {
			t.Error("a finding that moved is a new one")
		}
	}
	if len(prints) != 3 {
		t.Error("different findings have one fingerprint")
	}
	if c := after[0]; c.Location.Path != "sub/a.md" || c.Location.Lines.Begin != 3 || c.Severity != "major" || c.CheckName != "unknown-key" {
		t.Errorf("%+v", c)
	}
	var b strings.Builder
	if err := WriteCodeQuality(&b, nil, "en", ""); err != nil || strings.TrimSpace(b.String()) != "[]" {
		t.Errorf("without findings the report is %q", b.String())
	}
}
