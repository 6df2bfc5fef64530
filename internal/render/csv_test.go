package render

import (
	"bytes"
	"encoding/csv"
	"testing"
)

// Cells are written as the standard library writes them, but for an apostrophe before formulas.
func FuzzCell(f *testing.F) {
	for _, s := range []string{
		"", "a", " a", "\u2003a", "a b", "a,b", `say "no"`, "two\nlines", "two\r\nlines", "\ra", "\r", "a\r", `\.`, `\.a`, "=1+1", "+1", "-1", "@a", "\ta", "'a", "ä", "\xff", "\xa0a",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, cell string) {
		want := disarmed(cell)
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		w.UseCRLF = true
		if err := w.WriteAll([][]string{{"first", want, "last"}}); err != nil {
			t.Fatal(err)
		}
		if got := string(append(appendCell(appendCells(nil, "first", cell), "last"), "\r\n"...)); got != b.String() {
			t.Errorf("%q became %q, not %q", cell, got, &b)
		}
	})
}

// TestDisarmed holds that no program takes any of a cell for a formula, whichever sign it parts cells at.
func TestDisarmed(t *testing.T) {
	for cell, want := range map[string]string{
		"": "", "a": "a", "a-b = c": "a-b = c", "a; - b\n- c": "a; - b\n'- c", "\xff;\xff": "\xff;\xff", "\na": "'\na",
		"=1+1": "'=1+1", "+1": "'+1", "-1": "'-1", "@a": "'@a", "\ta": "'\ta", "\ra": "'\ra", "\t=1": "'\t'=1", "＝1": "'＝1",
		"x;=1": "x;'=1", "x;\"=1\";+2": "x;\"'=1\";'+2", "x\r\n@a": "x\r\n'@a", "x,=1": "x,=1", `"=1"`: `"'=1"`,
	} {
		if got := disarmed(cell); got != want {
			t.Errorf("%q became %q, not %q", cell, got, want)
		}
	}
}
