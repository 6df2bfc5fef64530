package check

import (
	"os"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
)

// TestContent holds the catalogue of this repository to its own rules: what
// has no address in its source is noted, nothing else.
func TestContent(t *testing.T) {
	for _, d := range load(t, os.DirFS("../..")) {
		if d.Rule.Severity < diag.Note {
			t.Errorf("%s", lines([]diag.Diagnostic{d})[0]+": "+d.Text("en"))
		}
	}
}
