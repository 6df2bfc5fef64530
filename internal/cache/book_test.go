package cache

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

func key(n int) Sum { return sha256.Sum256([]byte(fmt.Sprint("key ", n))) }

// data is what belongs to a key; of the first one nothing.
func data(n int) string { return strings.Repeat(fmt.Sprint(n, " "), n) }

// fillBook makes a book of results 0 to n.
func fillBook(t *testing.T, path string, n int) {
	t.Helper()
	b := OpenBook(path, Sum{1})
	for i := range n {
		if _, ok := b.Find(key(i)); !ok {
			b.Add(key(i), data(i))
		}
	}
	if err := b.Save(); err != nil {
		t.Fatal(err)
	}
}

// found returns how many of the results are there, and fails where one is another.
func found(t *testing.T, b *Book, n int) int {
	t.Helper()
	count := 0
	for i := range n {
		got, ok := b.Find(key(i))
		if ok {
			count++
		}
		if ok && got != data(i) || !ok && got != "" {
			t.Errorf("%d is %q", i, got)
		}
	}
	return count
}

func size(t *testing.T, path string) int64 {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return info.Size()
}

func TestBook(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a", "book")
	if n := found(t, OpenBook(path, Sum{1}), 9); n != 0 {
		t.Errorf("%d results in no book", n)
	}
	fillBook(t, path, 20)
	first := size(t, path)
	fillBook(t, path, 22)
	if grown, added := size(t, path), int64(2*recordHead+len(data(20)+data(21))); grown != first+added {
		t.Errorf("from %d bytes on it grew to %d, not by %d", first, grown, added)
	}
	if b := OpenBook(path, Sum{1}); found(t, b, 30) != 22 || b.Len() != 22 {
		t.Errorf("%d results are found of %d, not all 22", found(t, b, 30), b.Len())
	}
	if n := found(t, OpenBook(path, Sum{2}), 30); n != 0 {
		t.Errorf("%d results of another maker are found", n)
	}
	var none *Book
	none.Add(key(1), "")
	if _, ok := none.Find(key(1)); ok || none.Save() != nil {
		t.Error("no book holds something")
	}
}

// TestBookForgets holds that what is of no use any more is dropped, but not for the sake of a little.
func TestBookForgets(t *testing.T) {
	path := filepath.Join(t.TempDir(), "book")
	fillBook(t, path, 40)
	for _, test := range []struct {
		find, left int
	}{{39, 41}, {10, 11}} {
		b := OpenBook(path, Sum{1})
		found(t, b, test.find)
		b.Add(key(40), data(40))
		if err := b.Save(); err != nil {
			t.Fatal(err)
		}
		if n := found(t, OpenBook(path, Sum{1}), 50); n != test.left {
			t.Errorf("of %d that were asked for, one more and the rest %d are left, not %d", test.find, n, test.left)
		}
	}
}

// TestBookDamaged holds that every damage is noticed: what is found is what was written, and the next book
// that is saved is whole again.
func TestBookDamaged(t *testing.T) {
	path := filepath.Join(t.TempDir(), "book")
	fillBook(t, path, 5)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	heal := func(what string, at int, damaged []byte) {
		if err := os.WriteFile(path, damaged, 0o644); err != nil {
			t.Fatal(err)
		}
		if n := found(t, OpenBook(path, Sum{1}), 5); n == 5 {
			t.Errorf("%s at %d is not noticed", what, at)
		}
		fillBook(t, path, 5)
		if n := found(t, OpenBook(path, Sum{1}), 5); n != 5 {
			t.Errorf("after %s at %d only %d are found again", what, at, n)
		}
	}
	for i := range whole {
		damaged := append([]byte{}, whole...)
		damaged[i] ^= 0x41
		heal("another byte", i, damaged)
		heal("the end", i, whole[:i])
	}
	for _, junk := range []string{"x", strings.Repeat("x", 100)} {
		os.WriteFile(path, append(whole[:len(whole):len(whole)], junk...), 0o644)
		if n := found(t, OpenBook(path, Sum{1}), 5); n != 5 {
			t.Errorf("behind %d bytes too many %d are found", len(junk), n)
		}
	}
}

// TestBookOfTwo holds that two processes that write at once leave no wrong book.
func TestBookOfTwo(t *testing.T) {
	path := filepath.Join(t.TempDir(), "book")
	fillBook(t, path, 10)
	a, b := OpenBook(path, Sum{1}), OpenBook(path, Sum{1})
	found(t, a, 10)
	found(t, b, 10)
	a.Add(key(10), data(10))
	b.Add(key(11), data(11))
	if a.Save() != nil || b.Save() != nil {
		t.Error("not saved")
	}
	if n := found(t, OpenBook(path, Sum{1}), 20); n != 11 {
		t.Errorf("%d are found, not those of the one that was last", n)
	}
}

// TestBookAtOnce holds that several goroutines may use a book.
func TestBookAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "book")
	fillBook(t, path, 10)
	b := OpenBook(path, Sum{1})
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for i := range 20 {
				b.Find(key(i))
				b.Add(key(20), data(20))
			}
		})
	}
	group.Wait()
	if err := b.Save(); err != nil {
		t.Error(err)
	}
}

// TestBookNowhere holds that a book that can't be written says so.
func TestBookNowhere(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	os.WriteFile(file, nil, 0o644)
	b := OpenBook(filepath.Join(file, "book"), Sum{1})
	b.Add(key(1), data(1))
	if b.Save() == nil {
		t.Error("saved below a file")
	}
}
