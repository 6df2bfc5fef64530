package render

import (
	"bytes"
	"encoding/csv"
	"strings"
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
		want := cell
		if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
			want = "'" + cell
		}
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
