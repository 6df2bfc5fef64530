package search

import (
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
)

// Shards that were changed anywhere are damaged to both programs, or whole to both.
func TestClientTakesDamagedShards(t *testing.T) {
	p, locales := load(t, os.DirFS("../.."))
	sink := &output.Memory{}
	manifest, err := Build(Options{Plan: p, Locales: locales, Lang: "de"}, sink)
	if err != nil {
		t.Fatal(err)
	}
	ix := open(t, "de", manifest, sink)
	type piece struct{ lines, data string }
	var pieces []piece
	random := rand.New(rand.NewPCG(6, 2026))
	for range 300 {
		at := random.IntN(len(ix.top.firsts))
		var s piece
		if err := ix.load("d"+fileKey(ix.top.firsts[at])+"-"+ix.top.hashes[at], &s.lines, &s.data); err != nil {
			t.Fatal(err)
		}
		if random.IntN(3) == 0 {
			s.lines = mutated(s.lines, random)
		} else {
			s.data = mutated(s.data, random)
		}
		pieces = append(pieces, s)
	}
	page := client(t, t.TempDir())
	damaged := 0
	for _, s := range pieces {
		want := "whole"
		if _, err := decodeShard(s.lines, s.data, place{}); err != nil {
			want = "damaged"
			damaged++
		}
		if got := call[string](t, page, "shard", s.lines, s.data); got != want {
			t.Errorf("a shard is %s here, %s in the client: %q %q", want, got, s.lines, s.data)
		}
	}
	if damaged < 30 || damaged == len(pieces) {
		t.Errorf("%d of %d are damaged, which says little", damaged, len(pieces))
	}
}

// mutated cuts a text, or takes out, doubles or replaces letters of it.
func mutated(text string, random *rand.Rand) string {
	letters := []byte(text)
	at := random.IntN(len(letters))
	switch random.IntN(4) {
	case 0:
		return string(letters[:at])
	case 1:
		return string(slices.Delete(letters, at, at+1))
	case 2:
		return string(slices.Insert(letters, at, letters[at]))
	}
	letters[at] = byte(' ' + random.IntN(94))
	return string(letters)
}
