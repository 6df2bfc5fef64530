package plan

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/cache"
)

// TestMemory holds that titles are sorted once, and anew when any of them or what they are compared by is another.
func TestMemory(t *testing.T) {
	path := filepath.Join(t.TempDir(), "book")
	sorts := 0
	order := func(m *Memory, lang string, titles ...string) string {
		var rows []row
		for i, title := range titles {
			rows = append(rows, row{title: title, id: "id", at: i})
		}
		var sorted []string
		for _, at := range m.ordered(lang, rows, func(rows []row) {
			sorts++
			slices.SortFunc(rows, func(a, b row) int { return strings.Compare(a.title, b.title) })
		}) {
			sorted = append(sorted, titles[at])
		}
		return strings.Join(sorted, " ")
	}
	for i, test := range []struct {
		shared byte
		lang   string
		titles string
		sorts  int
	}{
		{1, "de", "c a b", 1}, {1, "de", "c a b", 1}, {1, "de", "b c a", 2}, {1, "fr", "c a b", 3}, {2, "de", "c a b", 4}, {1, "de", "c a b d", 5},
	} {
		b := cache.OpenBook(path, cache.Sum{})
		titles := strings.Fields(test.titles)
		got := order(&Memory{b, cache.Sum{test.shared}}, test.lang, titles...)
		if want := strings.Join(slices.Sorted(slices.Values(titles)), " "); got != want || sorts != test.sorts {
			t.Errorf("%d: %s after %d sorts, not %s after %d", i, got, sorts, want, test.sorts)
		}
		if err := b.Save(); err != nil {
			t.Fatal(err)
		}
	}
	for _, data := range []string{"", "\x00\x01", "\x00\x01\x01", "\x00\x01\x03", "\x00\x01\x02\x00"} {
		if _, ok := readOrder(data, 3); ok {
			t.Errorf("%q is an order of three", data)
		}
	}
}
