package check

import (
	"fmt"
	"strings"
	"testing"
)

// TestManyFindings holds that files full of faults are read to the end, each
// fault found, in a time that grows with their number alone.
func TestManyFindings(t *testing.T) {
	const n = 10_000
	var terms, links, keys strings.Builder
	for i := range n {
		fmt.Fprintf(&terms, "  - thema%d\n", i)
		fmt.Fprintf(&links, "[a](sheet:nichts%d)\n\n", i)
		fmt.Fprintf(&keys, "feld%d: x\n", i)
	}
	files := map[string]string{"content/sheets/treff/index.de.md": "---\ntitle: Treff\nthemes:\n" + terms.String() + "---\n" + links.String()}
	files["content/sheets/treff/index.fr.md"] = "---\ntitle: Rencontre\nthemes:\n" + terms.String() + "  - autre\n" + keys.String() + "translation: {of: de}\n---\n" + links.String()
	for name, text := range basic {
		files[name] = text
	}
	if found := load(t, mapFS(files)); len(found) < 5*n {
		t.Errorf("only %d findings", len(found))
	}
}
