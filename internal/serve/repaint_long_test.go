//go:build long

package serve

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"
	"time"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/bench/corpus"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/browser"
)

var title = regexp.MustCompile(`(?m)^title: .*$`)

// atMost is how long it may take from a saved file to the painted page.
const atMost = 100 * time.Millisecond

// TestRepaint measures the way from a saved file to the painted page in a
// catalogue of 1000 sheets in three languages. A busy machine can only add to
// it, so the best of several counts.
func TestRepaint(t *testing.T) {
	dir := t.TempDir()
	c := &corpus.Corpus{Sheets: 1000, Seed: 1, Languages: corpus.Heads()}
	for f := range c.Files() {
		write(t, dir, f.Path, f.Text)
	}
	names, err := filepath.Glob(filepath.Join(dir, "content/sheets/*/index.de.md"))
	if err != nil || len(names) == 0 {
		t.Fatal(len(names), err)
	}
	text, err := os.ReadFile(names[0])
	if err != nil {
		t.Fatal(err)
	}
	id := filepath.Base(filepath.Dir(names[0]))
	r := start(t, dir)
	p := browser.Start(t).Open(t, r.url+"de/sheets/"+id+".html", browser.View{})
	var all []time.Duration
	for i := range 15 {
		want := fmt.Sprintf("Fassung %d ist neu", i)
		changed := title.ReplaceAll(text, []byte("title: "+want))
		saved := time.Now()
		if err := os.WriteFile(names[0], changed, 0o644); err != nil {
			t.Fatal(err)
		}
		p.Wait(fmt.Sprintf(`document.body.textContent.includes(%q) && performance.getEntriesByName("first-contentful-paint").length > 0`, want))
		painted := browser.Eval[float64](p, `performance.timeOrigin + performance.getEntriesByName("first-contentful-paint")[0].startTime`)
		all = append(all, time.Duration(painted*1e6)-time.Duration(saved.UnixNano()))
	}
	slices.Sort(all)
	t.Logf("from %v to %v, %v in the middle", all[0], all[len(all)-1], all[len(all)/2])
	if all[0] > atMost {
		t.Errorf("a change is painted after %v", all[0])
	}
}
