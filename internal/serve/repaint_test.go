package serve

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"testing"
	"time"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/bench/corpus"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/browser"
)

var title = regexp.MustCompile(`(?m)^title: .*$`)

// BenchmarkRepaint measures the way from a saved file to the painted page in catalogues of sheets in three languages, in milliseconds: the best,
// since a busy machine can only add to it, and the median.
func BenchmarkRepaint(b *testing.B) {
	chromium := browser.Start(b)
	for _, sheets := range []int{1000, 10_000} {
		b.Run(strconv.Itoa(sheets), func(b *testing.B) {
			all := repaint(b, chromium, sheets)
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(all[0].Seconds()*1000, "best-ms")
			b.ReportMetric(all[len(all)/2].Seconds()*1000, "median-ms")
		})
	}
}

// repaint returns the times of all changes, sorted.
func repaint(t *testing.B, b *browser.Browser, sheets int) (all []time.Duration) {
	dir := t.TempDir()
	c := &corpus.Corpus{Sheets: sheets, Seed: 1, Languages: corpus.Heads()}
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
	p := b.Open(t, r.url+"de/sheets/"+id+".html", browser.View{})
	p.Wait(`performance.getEntriesByType("resource").some((e) => e.initiatorType === "fetch" && e.name === location.href)`)
	for i := 0; t.Loop(); i++ {
		want := fmt.Sprintf("Fassung %d ist neu", i)
		changed := title.ReplaceAll(text, []byte("title: "+want))
		// What was found in the state before is looked for when its page has been painted.
		p.Wait(fmt.Sprintf(`performance.getEntriesByType("resource").filter((e) => e.name.includes("findings.json")).length > %d`, i))
		browser.Eval[bool](p, `(performance.clearMarks("praxisblatt"), true)`)
		saved := time.Now()
		if err := os.WriteFile(names[0], changed, 0o644); err != nil {
			t.Fatal(err)
		}
		p.Wait(fmt.Sprintf(`document.body.textContent.includes(%q) && performance.getEntriesByName("praxisblatt").length > 0`, want))
		painted := browser.Eval[float64](p, `performance.timeOrigin + performance.getEntriesByName("praxisblatt").at(-1).startTime`)
		all = append(all, time.Duration(painted*1e6)-time.Duration(saved.UnixNano()))
	}
	slices.Sort(all)
	return all
}
