package search

import (
	"strings"
	"testing"
)

// A word has the same key wherever it stands, and another one than each other word.
func TestKeyOf(t *testing.T) {
	seen := map[key]string{}
	for n := range longestKeyed + 1 {
		for _, w := range []string{strings.Repeat("a", n), strings.Repeat("\x00", n), strings.Repeat("\xff", n)} {
			k := keyOf(w, n)
			for _, rest := range []string{"", "b", strings.Repeat("\xff", 40)} {
				if keyOf(w+rest, n) != k {
					t.Errorf("%q has another key before %q", w, rest)
				}
			}
			if other, ok := seen[k]; ok && other != w {
				t.Errorf("%q and %q have one key", w, other)
			}
			seen[k] = w
		}
	}
}

// Numbers of streams are read as they were written.
func TestNumeral(t *testing.T) {
	for _, n := range []uint32{0, 1, 255, 256, 1<<15 - 1, 1 << 15, 1<<15 + 1, 1<<23 - 1, 1 << 23, 1<<31 - 1} {
		if got, rest := numeral(string(appendNumeral(nil, n)) + "x"); got != n || rest != "x" {
			t.Errorf("%d is read as %d before %q", n, got, rest)
		}
	}
}
