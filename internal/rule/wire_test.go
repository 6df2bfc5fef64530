package rule

import (
	"reflect"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/wire"
)

// TestWire holds that findings that were written are read as they were.
func TestWire(t *testing.T) {
	sources := map[string]*diag.Source{"a": diag.NewSource("a", "some text"), "b": diag.NewSource("b", "another one")}
	source := func(path string) *diag.Source { return sources[path] }
	all := []diag.Diagnostic{
		UnknownKey.At(sources["a"].Span(1, 3), "key", "x", "keys", "").Suggest("y"),
		DuplicateKey.At(sources["b"].Span(2, 2)).With(sources["b"].Span(4, 5), FirstKey).With(diag.Span{}, diag.Text{}),
		FolderEmpty.At(diag.Span{}),
	}
	for n := range len(all) + 1 {
		r := wire.NewReader(string(Append(nil, all[:n])))
		got := Read(r, source)
		if !r.Whole() || len(got) != n || n > 0 && !reflect.DeepEqual(got, all[:n]) {
			t.Errorf("of %d findings are read %+v", n, got)
		}
	}
}
