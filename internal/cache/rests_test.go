package cache

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

// rest is the rest of a key's result; the first one has none.
func rest(n int) []byte { return []byte(data(2 * n)) }

// fillRests makes a book of results 0 to n with rests, of which those that there are stay.
func fillRests(t *testing.T, path string, n int) {
	t.Helper()
	b := OpenBook(path, Sum{1})
	for i := range n {
		if _, ok := b.Find(key(i)); ok {
			if _, ok = b.Rest(key(i)); ok {
				continue
			}
		}
		b.AddWith(key(i), data(i), rest(i))
	}
	if err := b.Save(); err != nil {
		t.Fatal(err)
	}
}

// whole returns how many results there are with their rests, and fails where one is another.
func whole(t *testing.T, path string, n int) int {
	t.Helper()
	b := OpenBook(path, Sum{1})
	defer b.Save()
	count := 0
	for i := range n {
		if _, ok := b.Find(key(i)); !ok {
			continue
		}
		got, ok := b.Rest(key(i))
		if ok && got != string(rest(i)) || !ok && got != "" {
			t.Errorf("the rest of %d is %q", i, got)
		}
		if ok {
			count++
		}
	}
	return count
}

// TestRests holds that rests are found again, behind others as well as after all is written anew, and that a book without
// them reads those that were just added.
func TestRests(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a", "book")
	fillBook(t, path, 1) // which writes no rests
	for n := 1; n < 30; n += 9 {
		fillRests(t, path, n)
		if got := whole(t, path, 99); got != n {
			t.Errorf("%d of %d are whole", got, n)
		}
	}
	const left = 4
	b := OpenBook(path, Sum{1})
	found(t, b, left) // all else is of no use
	b.AddWith(key(50), data(50), rest(50))
	if got, ok := b.Rest(key(50)); !ok || got != string(rest(50)) {
		t.Errorf("%q before it is saved", got)
	}
	if err := b.Save(); err != nil {
		t.Fatal(err)
	}
	if got := whole(t, path, 99); got != left+1 {
		t.Errorf("%d are left", got)
	}
	if got, want := size(t, path+restsEnd), int64(len(slices.Concat(rest(1), rest(2), rest(3), rest(50)))); got != want {
		t.Errorf("%d bytes of rests, not %d", got, want)
	}
	var none *Book
	none.AddWith(key(1), "", []byte("x"))
	if _, ok := none.Rest(key(1)); ok {
		t.Error("no book holds something")
	}
}

// TestRestsDamaged holds that a damaged rest is noticed when it is read, a missing one when its result is found, and that both
// can be entered again.
func TestRestsDamaged(t *testing.T) {
	path := filepath.Join(t.TempDir(), "book")
	const n = 4
	fillRests(t, path, n)
	intact, err := os.ReadFile(path + restsEnd)
	if err != nil {
		t.Fatal(err)
	}
	heal := func(what string) {
		t.Helper()
		if whole(t, path, n) == n {
			t.Errorf("%s is not noticed", what)
		}
		fillRests(t, path, n)
		if got := whole(t, path, n); got != n {
			t.Errorf("after %s only %d are whole again", what, got)
		}
	}
	for i := range intact {
		for what, damaged := range map[string][]byte{
			"another byte":   append(append(append([]byte{}, intact[:i]...), intact[i]^0x41), intact[i+1:]...),
			"the end":        intact[:i],
			"a byte between": append(append(append([]byte{}, intact[:i]...), 'x'), intact[i:]...),
		} {
			os.Remove(path)
			fillRests(t, path, n)
			if err := os.WriteFile(path+restsEnd, damaged, 0o644); err != nil {
				t.Fatal(err)
			}
			heal(fmt.Sprint(what, " at ", i))
		}
	}
	if err := os.Remove(path + restsEnd); err != nil {
		t.Fatal(err)
	}
	b := OpenBook(path, Sum{1})
	if got := found(t, b, n); got != 1 {
		t.Errorf("without rests %d results are found, not the one that has none", got)
	}
	heal("the loss of all")
}

// TestManyRests holds that rests which are too many for memory are found while a book is used, by several goroutines, and afterwards;
// that nothing is left of a book that is not saved; and that where nothing can be written all stays in memory.
func TestManyRests(t *testing.T) {
	long := func(n int) string { return strings.Repeat(fmt.Sprint("rest ", n, " "), most/50) }
	const n = 40
	fill := func(b *Book) {
		t.Helper()
		var group sync.WaitGroup
		for from := range 2 {
			group.Go(func() {
				for i := from; i < n; i += 2 {
					b.AddWith(key(i), data(i), []byte(long(i)))
					if got, ok := b.Rest(key(i)); !ok || got != long(i) {
						t.Errorf("the rest of %d is another", i)
					}
				}
			})
		}
		group.Wait()
	}
	read := func(b *Book, from, to int) {
		t.Helper()
		for i := from; i < to; i++ {
			if _, ok := b.Find(key(i)); !ok {
				t.Errorf("%d is not found", i)
			}
			if got, ok := b.Rest(key(i)); !ok || got != long(i) {
				t.Errorf("the rest of %d is another", i)
			}
		}
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "book")
	b := OpenBook(path, Sum{1})
	fill(b)
	if len(b.room) > 3*most || b.end == 0 {
		t.Errorf("%d bytes of rests are in memory", len(b.room))
	}
	read(b, 0, n)
	if b.Close(); len(names(t, dir)) != 0 {
		t.Errorf("not saved, but there are %v", names(t, dir))
	}
	b = OpenBook(path, Sum{1})
	fill(b)
	if err := b.Save(); err != nil || len(names(t, dir)) != 2 {
		t.Errorf("%v, %v", err, names(t, dir))
	}
	b = OpenBook(path, Sum{1})
	read(b, 0, n)
	b.AddWith(key(n), data(n), []byte(long(n)))
	if err := b.Save(); err != nil {
		t.Error(err)
	}
	b = OpenBook(path, Sum{1})
	read(b, n/2, n+1)
	for i := range n / 2 {
		b.AddWith(key(i), data(i), []byte(long(i))) // among those that stay
	}
	if err := b.Save(); err != nil {
		t.Error(err)
	}
	b = OpenBook(path, Sum{1})
	read(b, 0, n+1)
	b.Close()
	b = OpenBook(filepath.Join(path, "below", "a", "file"), Sum{1})
	fill(b)
	read(b, 0, n)
	if b.Save() == nil {
		t.Error("saved below a file")
	}
}

func names(t *testing.T, dir string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// TestRestsLinked holds that nothing is written through a link.
func TestRestsLinked(t *testing.T) {
	dir := t.TempDir()
	path, elsewhere := filepath.Join(dir, "book"), filepath.Join(dir, "elsewhere")
	enter := func() {
		t.Helper()
		b := OpenBook(path, Sum{1})
		for i, text := range []string{strings.Repeat("long ", 999), "short"} {
			if _, ok := b.Find(key(i)); !ok {
				b.AddWith(key(i), text, []byte(strings.Repeat("rest", i)))
			}
		}
		if err := b.Save(); err != nil {
			t.Fatal(err)
		}
	}
	enter()
	if err := errors.Join(os.WriteFile(elsewhere, nil, 0o644), os.Remove(path+restsEnd)); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(elsewhere, path+restsEnd); err != nil {
		t.Skip(err)
	}
	enter()
	if text, err := os.ReadFile(elsewhere); err != nil || len(text) > 0 {
		t.Errorf("%q was written, %v", text, err)
	}
	if !Regular(path + restsEnd) {
		t.Error("the link stays")
	}
}
