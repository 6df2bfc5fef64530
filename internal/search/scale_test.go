package search

import (
	"flag"
	"os"
	"runtime"
	"testing"
	"time"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
)

var big = flag.String("catalogue", "", "folder of a catalogue, for TestScale")

// TestScale measures the index of a catalogue of any size.
func TestScale(t *testing.T) {
	if *big == "" {
		t.Skip("no -catalogue")
	}
	p, locales := load(t, os.DirFS(*big))
	for _, lang := range p.Langs {
		sink := &output.Memory{}
		start := time.Now()
		if _, err := Build(Options{p, locales, lang}, sink); err != nil {
			t.Fatal(err)
		}
		took := time.Since(start)
		size, files := map[byte]int{}, map[byte]int{}
		for f := range sink.All() {
			kind := f.Path[len(Dir(lang))]
			size[kind] += len(f.Bytes)
			files[kind]++
		}
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		t.Logf("%s: %v, heap %d MB", lang, took, m.HeapAlloc>>20)
		for kind, n := range files {
			t.Logf("  %c %6d files %9d bytes", kind, n, size[kind])
		}
	}
}
