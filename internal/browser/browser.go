// Package browser opens pages in a headless Chromium, for tests: what a page says on its console, what it
// asks of other origins, what its Content-Security-Policy refused, what an expression gives, how it looks.
//
//	b := browser.Start(t)
//	page := b.Open(t, "file:///…/public/de/index.html", browser.View{Width: 360})
//	title := browser.Eval[string](page, `document.title`)
//
// A test starts one browser and opens its pages in subtests. Every call ends the test where the browser
// fails, so that tests read without error handling. To wait for something, say what: Wait. Never sleep.
//
// Without Chromium a test is skipped, and says so; with CI=true in the environment it fails.
package browser

import (
	"context"
	"os"
	"os/exec"
	"slices"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// limit is how long one step may take: far more than any takes, so that only what hangs meets it.
const limit = 60 * time.Second

// A Browser is one running Chromium. Its pages share nothing but the process.
type Browser struct {
	context context.Context
}

// Start starts a Chromium that ends with the test.
func Start(t testing.TB) *Browser {
	t.Helper()
	withoutRace(t)
	path, ok := find()
	if !ok && os.Getenv("CI") == "true" {
		t.Fatal("there is no Chromium, and in CI no browser test may be left out: apt-get install chromium")
	} else if !ok {
		t.Skip("BROWSER TEST LEFT OUT: there is no Chromium; make test installs it")
	}
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options(path)...)
	t.Cleanup(stop)
	ctx, cancel := chromedp.NewContext(allocator)
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("%s does not start: %v", path, err)
	}
	return &Browser{ctx}
}

// withoutRace leaves a test of pages to the run without the race detector.
func withoutRace(t testing.TB) {
	t.Helper()
	if raced {
		t.Skip("pages are looked at without the race detector: make test does both")
	}
}

// find looks for Chromium under the names that systems give it; CHROMIUM names one that is elsewhere.
func find() (path string, ok bool) {
	for _, name := range []string{os.Getenv("CHROMIUM"), "chromium", "chromium-browser", "google-chrome",
		"/Applications/Chromium.app/Contents/MacOS/Chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, true
		}
	}
	return "", false
}

// options are chromedp's own, and what keeps Chromium from calling home: its background requests would fail
// on a closed network, many at a time.
func options(path string) []chromedp.ExecAllocatorOption {
	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]),
		chromedp.ExecPath(path),
		chromedp.DisableGPU,
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("hide-scrollbars", true),
		chromedp.WSURLReadTimeout(limit),
	)
	if os.Geteuid() == 0 { // Chromium's sandbox does not work for root
		options = append(options, chromedp.NoSandbox)
	}
	return options
}
