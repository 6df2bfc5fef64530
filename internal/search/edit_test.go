package search

import (
	"strings"
	"testing"
	"testing/fstest"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/bench/corpus"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
)

// A word more in one sheet leaves most files what they were, names and all, though
// a shard with it may now be full.
func TestOneEditChangesFewFiles(t *testing.T) {
	c := &corpus.Corpus{Sheets: 120, Seed: 1, Languages: corpus.Heads()}
	files := fstest.MapFS{}
	for f := range c.Files() {
		files[f.Path] = &fstest.MapFile{Data: []byte(f.Text)}
	}
	build := func() *output.Memory {
		p, locales := load(t, files)
		sink := &output.Memory{}
		if _, err := Build(Options{Plan: p, Locales: locales, Lang: "de"}, sink); err != nil {
			t.Fatal(err)
		}
		return sink
	}
	before := build()
	const name = "content/sheets/sheet-00042/index.de.md"
	text := string(files[name].Data)
	files[name] = &fstest.MapFile{Data: []byte(strings.Replace(text, "outcome: |\n", "outcome: |\n  Änderungswort.\n", 1))}
	if text == string(files[name].Data) {
		t.Fatal("the sheet has no outcome")
	}
	after := build()
	same, changed := 0, map[byte]int{}
	for f := range after.All() {
		if _, ok := before.Bytes(f.Path); ok {
			same++
		} else {
			changed[f.Path[len(Dir("de"))]]++
		}
	}
	sum := 0
	for _, n := range changed {
		sum += n
	}
	if changed['x'] != 1 || changed['t'] != 1 || changed['m'] != 1 || sum*4 > same {
		t.Errorf("%d files are the same, others by kind: %v", same, changed)
	}
}
