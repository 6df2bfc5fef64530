package main

import (
	"os"
	"path/filepath"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/bench/corpus"
)

// TestWrite holds that what several cores write is the corpus, whole and in its files.
func TestWrite(t *testing.T) {
	dir := t.TempDir()
	c := &corpus.Corpus{Sheets: 7, Seed: 3, Languages: corpus.Heads()}
	if _, err := write(dir, c); err != nil {
		t.Fatal(err)
	}
	for f := range c.Files() {
		text, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(f.Path)))
		if err != nil {
			t.Error(err)
		} else if string(text) != f.Text {
			t.Errorf("%s has other bytes than the corpus", f.Path)
		}
	}
	if _, err := write(filepath.Join(dir, "site.yaml"), c); err == nil {
		t.Error("a file for a folder gave no error")
	}
}
