package yamlnode

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
)

// TestTooLarge holds that of a text over the limit nothing is read, whatever it is.
func TestTooLarge(t *testing.T) {
	for pad, want := range map[int]bool{0: false, 1: true} {
		text := "title: x\n" + strings.Repeat("#", MaxBytes-len("title: x\n")+pad)
		sheet := "---\ntitle: x\n---\n" + strings.Repeat("#", MaxBytes-len("---\ntitle: x\n---\n")+pad)
		tree, found := Parse(diag.NewSource("x.yaml", text))
		matter, foundToo := ParseMatter(diag.NewSource("x.md", sheet))
		for _, ds := range [][]diag.Diagnostic{found, foundToo} {
			if got := slices.ContainsFunc(ds, func(d diag.Diagnostic) bool { return d.Rule == &rule.FileTooLarge }); got != want {
				t.Errorf("%d bytes over the limit: %v", pad, ds)
			}
		}
		if read := len(tree.Root.Pairs) + len(matter.Root.Pairs); (read == 0) != want {
			t.Errorf("%d bytes over the limit %d keys are read", pad, read)
		}
	}
}

// TestTooDeep holds that lists and maps stand in one another so deep at most, however they are written.
func TestTooDeep(t *testing.T) {
	for depth, want := range map[int]bool{maxDepth: false, maxDepth + 1: true, 5000: true} {
		block := ""
		for i := range min(depth, 500) - 1 {
			block += strings.Repeat(" ", i) + "k:\n"
		}
		block += strings.Repeat(" ", min(depth, 500)-1) + "k: v\n"
		for _, text := range []string{"k: " + strings.Repeat("[", depth-1) + "v" + strings.Repeat("]", depth-1) + "\n", block} {
			_, found := Parse(diag.NewSource("x.yaml", text))
			if got := slices.ContainsFunc(found, func(d diag.Diagnostic) bool { return d.Rule == &rule.YAMLFeature }); got != want {
				t.Errorf("%d levels of %.20q: %d findings", depth, text, len(found))
			}
		}
	}
}

// TestTooFaulty holds that faults are repaired so often and no more: each time all is read once more.
func TestTooFaulty(t *testing.T) {
	for faults, want := range map[int]int{maxTries - 1: maxTries - 1, 200: maxTries} {
		var text strings.Builder
		for i := range faults {
			fmt.Fprintf(&text, "k%d: a: b\n", i)
		}
		tree, found := Parse(diag.NewSource("x.yaml", text.String()+"z: last\n"))
		if whole := !tree.Lost["*"]; len(found) != want || whole != (faults < maxTries) {
			t.Errorf("of %d faults %d are repaired, whole %v", faults, len(found), whole)
		}
	}
}
