package rule

import (
	"fmt"
	"strings"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
)

// Of a file with more findings than anybody reads the gravest are told, and how many there are besides.
func TestBounded(t *testing.T) {
	long, short := diag.NewSource("a.md", strings.Repeat("x\n", 2000)), diag.NewSource("b.md", "x\n")
	var ds []diag.Diagnostic
	for i := range 1000 {
		r := &StraightQuotes
		if i >= 700 {
			r = &LinkBroken
		}
		ds = append(ds, r.At(long.Span(2*i, 2*i+1), "n", fmt.Sprint(i)))
	}
	ds = append(ds, UnknownKey.At(short.Span(0, 1)))
	got := Bounded(ds)
	if len(got) != MaxFindings+2 {
		t.Fatalf("%d findings are told", len(got))
	}
	broken, last := 0, diag.Diagnostic{}
	for i, d := range got {
		if d.Rule == &LinkBroken {
			broken++
		}
		if d.Rule == &TooManyFindings {
			last = d
		}
		if i > 0 && d.Path() == got[i-1].Path() && d.Span.Start < got[i-1].Span.Start {
			t.Errorf("%v stands behind %v", d, got[i-1])
		}
	}
	if broken != 300 {
		t.Errorf("%d of 300 errors are told", broken)
	}
	if text := last.Text("en"); !strings.Contains(text, "500") || last.Span.Start != 400 {
		t.Errorf("what is left out: %q at %d", text, last.Span.Start)
	}
	if got[len(got)-1].Rule != &UnknownKey {
		t.Error("a finding of another file is missing")
	}
}
