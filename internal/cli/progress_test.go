package cli

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// TestWorking holds that short work is silent, and that long work says what it is at and
// leaves no trace.
func TestWorking(t *testing.T) {
	for _, test := range []struct {
		live  bool
		takes time.Duration
		want  string
	}{
		{true, 900 * time.Millisecond, ""},
		{true, 2500 * time.Millisecond, "\rSeiten schreiben … 1\u00a0s\x1b[K\rSeiten schreiben … 2\u00a0s\x1b[K\r\x1b[K"},
		{false, 2500 * time.Millisecond, ""},
	} {
		synctest.Test(t, func(t *testing.T) {
			var b strings.Builder
			done := console{err: &b, lang: "de", live: test.live}.working(writing)
			time.Sleep(test.takes)
			done()
			done() // may be deferred as well
			if b.String() != test.want {
				t.Errorf("after %s on a terminal %v: %q", test.takes, test.live, b.String())
			}
		})
	}
}
