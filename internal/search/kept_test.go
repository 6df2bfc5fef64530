package search

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
)

// An index that is kept is built once for its key, and again when it is damaged.
func TestKeep(t *testing.T) {
	p, locales := load(t, os.DirFS("../.."))
	path := filepath.Join(t.TempDir(), "state", "search-de.zip")
	built, key := 0, "one"
	ask := func(builds int) {
		t.Helper()
		k, err := Keep(path, func() string { return key }, func(sink output.Sink) (string, error) {
			built++
			return Build(Options{Plan: p, Locales: locales, Lang: "de"}, sink)
		})
		if err != nil {
			t.Fatal(err)
		}
		defer k.Close()
		ix, err := Open("de", k.Manifest, k.Read)
		if err != nil {
			t.Fatal(err)
		}
		res, err := ix.Search(Query{Text: "Gesundheitskarte", Most: 3})
		if err != nil || len(res.Hits) == 0 || res.Hits[0].ID != "monheim-health-card" {
			t.Errorf("%v, %v", res.Hits, err)
		}
		if built != builds {
			t.Errorf("built %d times, not %d", built, builds)
		}
	}
	ask(1)
	ask(1)
	key = "two"
	ask(2)
	ask(2)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i, broken := range [][]byte{whole[:len(whole)/2], bytes.ReplaceAll(whole, []byte("pb(["), []byte("pb({")), nil} {
		if err := os.WriteFile(path, broken, 0o644); err != nil {
			t.Fatal(err)
		}
		ask(3 + i)
		ask(3 + i)
	}
	key = "" // something can't be watched
	ask(6)
	ask(7)
}

// Where the archive can't be written, the index is there all the same.
func TestKeepNowhere(t *testing.T) {
	p, locales := load(t, os.DirFS("../.."))
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	k, err := Keep(filepath.Join(file, "search.zip"), func() string { return "key" }, func(sink output.Sink) (string, error) {
		return Build(Options{Plan: p, Locales: locales, Lang: "en"}, sink)
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Open("en", k.Manifest, k.Read); err != nil {
		t.Error(err)
	}
}

// What changes while an index is built is perhaps not in it: it is not kept.
func TestKeepChanged(t *testing.T) {
	path, key := filepath.Join(t.TempDir(), "search.zip"), "before"
	k, err := Keep(path, func() string { return key }, func(output.Sink) (string, error) { key = "after"; return "manifest", nil })
	if err != nil {
		t.Fatal(err)
	}
	defer k.Close()
	if _, err := os.Stat(path); err == nil {
		t.Error("it is kept")
	}
}

// TestKeepDamaged flips bits of an archive, one after the other, and holds that what is read is what
// was kept, and that what was not kept is not there.
func TestKeepDamaged(t *testing.T) {
	path := filepath.Join(t.TempDir(), "search-de.zip")
	want := map[string]string{"a/one.js": "eins", "a/two.js": "zwei, und noch etwas mehr"}
	keep := func() *Kept {
		k, err := Keep(path, func() string { return "key" }, func(sink output.Sink) (string, error) {
			for name, text := range want {
				if err := sink.Write(output.File{Path: name, Bytes: []byte(text)}); err != nil {
					return "", err
				}
			}
			return "manifest", nil
		})
		if err != nil {
			t.Fatal(err)
		}
		return k
	}
	keep().Close()
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := range 8 * len(whole) {
		flipped := bytes.Clone(whole)
		flipped[i/8] ^= 1 << (i % 8)
		if err := os.WriteFile(path, flipped, 0o644); err != nil {
			t.Fatal(err)
		}
		k := keep()
		for name, text := range want {
			if data, err := k.Read(name); err != nil || string(data) != text {
				t.Errorf("%s is %q, %v", name, data, err)
			}
		}
		if k.Manifest != "manifest" {
			t.Errorf("the manifest is %q", k.Manifest)
		}
		if err := k.Close(); err != nil {
			t.Error(err)
		}
		if t.Failed() {
			t.Fatalf("after bit %d of byte %d of %d", i%8, i/8, len(whole))
		}
	}
}
