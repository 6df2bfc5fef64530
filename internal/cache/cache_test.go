package cache

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// made counts how often something is made.
func made(n *int, text string) func() ([]byte, error) {
	return func() ([]byte, error) { *n++; return []byte(text), nil }
}

func TestBytes(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "b")
	n := 0
	ask := func(f *Folder, text string, key ...string) {
		t.Helper()
		var parts [][]byte
		for _, k := range key {
			parts = append(parts, []byte(k))
		}
		if got, err := f.Bytes(made(&n, text), parts...); err != nil || string(got) != text {
			t.Errorf("%q, %v, want %q", got, err, text)
		}
	}
	want := func(times int) {
		t.Helper()
		if n != times {
			t.Errorf("made %d times, want %d", n, times)
		}
	}
	f := New(dir, "owner")
	ask(f, "one", "a", "b")
	ask(f, "one", "a", "b")
	ask(New(dir, "owner"), "one", "a", "b")
	want(1)
	ask(f, "two", "ab") // another key
	ask(f, "two", "ab", "")
	ask(f, "", "empty")
	want(4)
	ask(f, "", "empty")
	want(4)
	ask(nil, "two", "ab") // keeps nothing
	want(5)
	ask(New(dir, "another"), "forged", "a", "b")
	ask(f, "one", "a", "b")
	want(6)
}

func TestDamaged(t *testing.T) {
	dir := t.TempDir()
	n := 0
	key := []byte("key")
	for _, damage := range []func(file []byte) []byte{
		func(file []byte) []byte { file[len(file)-1] ^= 1; return file },
		func(file []byte) []byte { file[0] ^= 1; return file },
		func(file []byte) []byte { return file[:10] },
		func([]byte) []byte { return nil },
	} {
		f := New(dir, "owner")
		if _, err := f.Bytes(made(&n, "text"), key); err != nil {
			t.Fatal(err)
		}
		names, _ := filepath.Glob(filepath.Join(dir, "*"))
		if len(names) != 1 {
			t.Fatalf("files: %v", names)
		}
		file, _ := os.ReadFile(names[0])
		if err := os.WriteFile(names[0], damage(file), 0o666); err != nil {
			t.Fatal(err)
		}
		before := n
		if got, _ := f.Bytes(made(&n, "text"), key); string(got) != "text" || n != before+1 {
			t.Errorf("%q, made %d times more", got, n-before)
		}
	}
	// A file under another one's name is none either.
	f := New(dir, "owner")
	f.Bytes(made(&n, "other"), []byte("other"))
	names, _ := filepath.Glob(filepath.Join(dir, "*"))
	a, _ := os.ReadFile(names[0])
	b, _ := os.ReadFile(names[1])
	os.WriteFile(names[0], b, 0o666)
	os.WriteFile(names[1], a, 0o666)
	if got, _ := f.Bytes(made(&n, "text"), key); string(got) != "text" {
		t.Errorf("the other one's: %q", got)
	}
}

func TestPrune(t *testing.T) {
	dir := t.TempDir()
	n := 0
	f := New(dir, "owner")
	f.Bytes(made(&n, "a"), []byte("a"))
	f.Bytes(made(&n, "b"), []byte("b"))
	for _, mine := range []string{"letter.txt", "abcdef", strings.Repeat("x", 64)} {
		if err := os.WriteFile(filepath.Join(dir, mine), nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	g := New(dir, "owner")
	g.Bytes(made(&n, "a"), []byte("a"))
	g.Prune()
	if names, _ := filepath.Glob(filepath.Join(dir, "*")); len(names) != 1+3 {
		t.Errorf("files: %v", names)
	}
	(*Folder)(nil).Prune()
}

func TestFailures(t *testing.T) {
	wrong := errors.New("wrong")
	dir := t.TempDir()
	if _, err := New(dir, "owner").Bytes(func() ([]byte, error) { return nil, wrong }, []byte("k")); err != wrong {
		t.Error(err)
	}
	if names, _ := filepath.Glob(filepath.Join(dir, "*")); len(names) != 0 {
		t.Errorf("a failure is kept: %v", names)
	}
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	n := 0
	if got, err := New(filepath.Join(file, "x"), "owner").Bytes(made(&n, "text"), []byte("k")); err != nil || string(got) != "text" {
		t.Errorf("where nothing can be written: %q, %v", got, err)
	}
}
