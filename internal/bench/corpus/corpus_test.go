package corpus

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"slices"
	"strings"
	"testing"
)

// TestSameBytes pins the corpus: if it changes, no measurement made before compares with one made after.
func TestSameBytes(t *testing.T) {
	const want = "86713db5a37addc5a1bc96db765631a5"
	c := Corpus{Sheets: 40, Seed: 1, Languages: Heads()}
	h := sha256.New()
	for f := range c.Files() {
		io.WriteString(h, f.Path+"\x00"+f.Text+"\x00")
	}
	if got := hex.EncodeToString(h.Sum(nil)[:16]); got != want {
		t.Errorf("the corpus has another digest, %s: if its shape had to change, pin it here and measure everything anew", got)
	}
}

// TestFacts holds that the languages of a sheet differ in their words only.
func TestFacts(t *testing.T) {
	facts := func(text string) []string {
		return slices.DeleteFunc(strings.Split(text, "\n"), func(line string) bool {
			key, _, _ := strings.Cut(strings.TrimSpace(line), ":")
			return !slices.Contains([]string{"kind", "place", "from", "to", "themes", "audience", "email", "phone", "url", "reviewed"}, key)
		})
	}
	c := Corpus{Sheets: 40, Seed: 2, Languages: Heads()}
	for i := range c.Sheets {
		files := c.Sheet(i)
		original := facts(files[0].Text)
		if len(original) < 12 {
			t.Fatalf("%s states only %d facts", files[0].Path, len(original))
		}
		for _, f := range files[1:] {
			if got := facts(f.Text); !slices.Equal(got, original) {
				t.Errorf("%s: facts %q, the original's are %q", f.Path, got, original)
			}
		}
	}
}

func TestPlaceNamesDiffer(t *testing.T) {
	seen := map[string]int{}
	for i := range 2000 {
		if j, ok := seen[placeName(i)]; ok {
			t.Errorf("places %d and %d are both called %s", j, i, placeName(i))
		}
		seen[placeName(i)] = i
	}
}

// TestFill holds that a sample of a list reaches its end and never passes the wanted number.
func TestFill(t *testing.T) {
	tail := strings.Fields("a b c d e f g h")
	for _, test := range []struct {
		n    int
		want string
	}{{1, "x"}, {3, "x a c"}, {5, "x a b d e"}, {20, "x a b c d e f g h"}} {
		if got := strings.Join(fill([]string{"x"}, tail, test.n), " "); got != test.want {
			t.Errorf("fill to %d = %q, want %q", test.n, got, test.want)
		}
	}
}
