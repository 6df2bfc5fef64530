package yamlnode

import (
	"fmt"
	"strings"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
)

// TestRelease holds that what was taken from a tree outlives it, and that the next tree knows nothing of it.
func TestRelease(t *testing.T) {
	text := func(n int) string {
		return fmt.Sprintf("---\na: x%d\nb: [1, 2]\nc: |\n  one %d\n  two\nd:\n%s---\nbody\n", n, n, strings.Repeat("  - {k: v}\n", 100*n))
	}
	var kept []string
	for n := range 3 {
		m, ds := ParseMatter(diag.NewSource("a", text(n)))
		if len(ds) > 0 || m.made == nil {
			t.Fatal("not read quickly", ds)
		}
		kept = append(kept, m.Root.Field("a").Value, m.Root.Field("c").Value)
		if items := m.Root.Field("d").Items; len(items) != 100*n || len(m.Root.Pairs) != 4 || len(m.Root.Field("b").Items) != 2 {
			t.Errorf("%d: %d items, %d keys", n, len(items), len(m.Root.Pairs))
		}
		for _, item := range m.Root.Field("d").Items {
			if len(item.Pairs) != 1 || item.Pairs[0].Value.Value != "v" || item.Value != "" {
				t.Fatalf("%d: %+v", n, item)
			}
		}
		m.Release()
	}
	if got, want := strings.Join(kept, "|"), "x0|one 0\ntwo\n|x1|one 1\ntwo\n|x2|one 2\ntwo\n"; got != want {
		t.Errorf("%q, not %q", got, want)
	}
}

func TestArena(t *testing.T) {
	var a arena[int]
	first := a.keep([]int{1, 2, 3})
	if second := a.keep(make([]int, 2*leastMade)); len(second) != 2*leastMade || first[2] != 3 {
		t.Error("what was taken has changed")
	}
	a.reset()
	if taken := a.take(1); taken[0] != 0 || cap(taken) != 1 {
		t.Errorf("%v is not new", taken)
	}
	a.take(mostKept + 1)
	if a.reset(); a.all != nil {
		t.Error("it keeps what hardly anything needs")
	}
}
