package cache

import (
	"os"
	"path/filepath"
	"testing"
)

// FuzzBook holds that no damage to a book makes it panic to read it, and that what was entered is found as
// it was or not at all.
func FuzzBook(f *testing.F) {
	path := filepath.Join(f.TempDir(), "book")
	maker, keys := Sum{1}, []Sum{{2}, {3}}
	b := OpenBook(path, maker)
	b.Add(keys[0], "eins")
	b.Add(keys[1], "")
	if err := b.Save(); err != nil {
		f.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(0, byte(0), len(whole))
	f.Add(len(whole)/2, byte(4), len(whole))
	f.Add(40, byte(255), len(whole)-3)
	f.Fuzz(func(t *testing.T, at int, flip byte, length int) {
		data := append([]byte(nil), whole[:min(max(length, 0), len(whole))]...)
		if at >= 0 && at < len(data) {
			data[at] ^= flip
		}
		path := filepath.Join(t.TempDir(), "book")
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
		b := OpenBook(path, maker)
		for i, want := range []string{"eins", ""} {
			if got, ok := b.Find(keys[i]); ok && got != want {
				t.Errorf("%q instead of %q", got, want)
			}
		}
	})
}
