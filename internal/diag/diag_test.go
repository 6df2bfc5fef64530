package diag

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"strings"
	"testing"
)

func TestPosition(t *testing.T) {
	for _, test := range []struct {
		name, text   string
		offset       int
		line, column int
	}{
		{"the first byte", "a\nb", 0, 1, 1},
		{"after LF", "a\nb", 2, 2, 1},
		{"after CR LF", "a\r\nb", 3, 2, 1},
		{"after a lone CR", "a\rb", 2, 2, 1},
		{"code points, not bytes", "é𝄞x", len("é𝄞"), 1, 3},
		{"an invalid byte is one column", "\xffx", 1, 1, 2},
		{"a byte order mark is none", "\ufeffx", len("\ufeff"), 1, 1},
		{"the end of the text", "a\n", 2, 2, 1},
		{"beyond the end", "ab", 9, 1, 3},
		{"before the beginning", "ab", -1, 1, 1},
		{"no text", "", 0, 1, 1},
	} {
		line, column := (NewSource("", test.text)).Position(test.offset)
		if line != test.line || column != test.column {
			t.Errorf("%s: %d:%d, not %d:%d", test.name, line, column, test.line, test.column)
		}
	}
}

func TestLine(t *testing.T) {
	s := NewSource("", "one\r\ntwo\rthree\n")
	for n, want := range []string{1: "one", 2: "two", 3: "three", 4: ""} {
		if n == 0 {
			continue
		}
		if start, end := s.Line(n); s.Text()[start:end] != want {
			t.Errorf("line %d is %q, not %q", n, s.Text()[start:end], want)
		}
	}
	if s.Lines() != 4 {
		t.Errorf("%d lines, not 4", s.Lines())
	}
}

var sample = Rule{
	Name: "sample", Severity: Warning,
	Message: Text{DE: "„{word}“ ist falsch.", FR: "« {word} » est faux.", EN: "“{word}” is wrong."},
	Cure:    Text{DE: "Weglassen.", FR: "Supprimer.", EN: "Leave it out."},
	Near:    Text{DE: "Gemeint ist „{suggestion}“.", FR: "Sans doute « {suggestion} ».", EN: "Probably “{suggestion}”."},
}

func TestText(t *testing.T) {
	d := sample.At(Span{}, "word", "{suggestion}")
	for _, test := range []struct {
		d          Diagnostic
		lang, want string
	}{
		{d, "de", "„{suggestion}“ ist falsch. Weglassen."},
		{d.Suggest("right"), "fr", "« {suggestion} » est faux. Sans doute « right »."},
		{d, "it", "“{suggestion}” is wrong. Leave it out."},
	} {
		if got := test.d.Text(test.lang); got != test.want {
			t.Errorf("%s: %q, not %q", test.lang, got, test.want)
		}
	}
}

func TestSort(t *testing.T) {
	a, b := NewSource("a", "12345"), NewSource("b", "12345")
	sorted := Sort([]Diagnostic{
		sample.At(b.Span(0, 1)), sample.At(a.Span(3, 4), "word", "y"), sample.At(a.Span(3, 4), "word", "x"), sample.At(a.Span(1, 2)),
		sample.At(a.Span(3, 4), "word", "x"), sample.At(Span{}),
	})
	var got []string
	for _, d := range sorted {
		got = append(got, d.Path()+d.Span.Text()+strings.Join(d.Args, ""))
	}
	if want := ". a2 a4wordx a4wordy b1"; strings.Join(got, " ") != want {
		t.Errorf("%s, not %s", got, want)
	}
}

// TestWriteJSON holds that findings written one by one are what the whole
// array would be.
func TestWriteJSON(t *testing.T) {
	src := NewSource("index.de.md", "<b>&</b>\n")
	d := sample.At(src.Span(0, 3), "word", "<b>").With(src.Span(3, 4), Text{EN: "here"})
	for _, ds := range [][]Diagnostic{{}, {d}, {d, d.Suggest("x"), d}} {
		findings := make([]Finding, len(ds))
		for i, d := range ds {
			findings[i] = d.Finding("en")
		}
		var want, got bytes.Buffer
		e := json.NewEncoder(&want)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		if err := e.Encode(findings); err != nil {
			t.Fatal(err)
		}
		if err := WriteJSON(&got, ds, "en"); err != nil {
			t.Fatal(err)
		}
		if got.String() != want.String() {
			t.Errorf("%d findings are written as\n%s, not\n%s", len(ds), got.String(), want.String())
		}
	}
}

// TestSeveritiesAreNamed holds that each has a name of its own in every language.
func TestSeveritiesAreNamed(t *testing.T) {
	for _, lang := range []string{"de", "fr", "en"} {
		names := map[string]bool{"": true}
		for _, s := range []Severity{Error, Warning, Note} {
			if name := s.In(lang); names[name] {
				t.Errorf("%v is %q in %s", s, name, lang)
			} else {
				names[name] = true
			}
		}
	}
}

// TestDistant holds that a text which is not kept is read once and when it is needed, and that one which
// has changed meanwhile gives no place that it does not have.
func TestDistant(t *testing.T) {
	const text = "one\ntwo\n"
	asked := 0
	fetch := func(path string) string { asked++; return text }
	s := NewDistant("a", len(text), sha256.Sum256([]byte(text)), fetch)
	span := s.Span(4, 99)
	if span.End != 8 || s.Size() != 8 || s.Sum() != NewSource("a", text).Sum() || asked > 0 {
		t.Errorf("%d to %d of %d, asked %d times", span.Start, span.End, s.Size(), asked)
	}
	if line, column := s.Position(span.Start); line != 2 || column != 1 || span.Text() != "two\n" || asked != 1 {
		t.Errorf("%d:%d, %q, asked %d times", line, column, span.Text(), asked)
	}
	s.Release()
	s.Hold(text)
	if s.Text() != text || asked != 1 {
		t.Errorf("what it holds is asked for")
	}
	s.Release()
	if s.Text() != text || asked != 2 {
		t.Errorf("%q, asked %d times", s.Text(), asked)
	}
	for _, changed := range []*Source{NewDistant("a", 9, [32]byte{}, fetch), NewDistant("a", 8, [32]byte{1}, fetch)} {
		span = changed.Span(4, 8)
		if line, column := changed.Position(span.Start); line != 1 || column != 1 || span.Text() != "" || span.FirstLine().Text() != "" {
			t.Errorf("%d:%d, %q", line, column, span.Text())
		}
	}
}
