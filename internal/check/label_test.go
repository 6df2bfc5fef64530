package check

import (
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/suggest"
)

// TestValueNames holds that a word stands for one value, so that what is
// suggested for it does not depend on the order of a map.
func TestValueNames(t *testing.T) {
	for value, names := range valueNames {
		for _, name := range names {
			if got := valueNamed[suggest.Fold(name)]; got != value {
				t.Errorf("%q stands for %s and %s", name, value, got)
			}
		}
	}
}
