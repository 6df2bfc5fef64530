package search

import (
	"flag"
	"fmt"
	"os"
	"runtime"
	"sync"
	"testing"
	"time"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
)

var big = flag.String("catalogue", "", "folder of a catalogue, for TestScale and TestKeys")

// TestScale measures the index of a catalogue of any size.
func TestScale(t *testing.T) {
	if *big == "" {
		t.Skip("no -catalogue")
	}
	p, locales := load(t, os.DirFS(*big))
	for _, lang := range p.Langs {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		sink := &sizes{bytes: map[byte]int{}, files: map[byte]int{}}
		start := time.Now()
		if _, err := Build(Options{Plan: p, Locales: locales, Lang: lang}, sink); err != nil {
			t.Fatal(err)
		}
		took := time.Since(start)
		runtime.ReadMemStats(&after)
		size, files := 0, 0
		for kind, n := range sink.files {
			size, files = size+sink.bytes[kind], files+n
			if *verbose {
				fmt.Printf("    %c %6d files %10d bytes\n", kind, n, sink.bytes[kind])
			}
		}
		fmt.Printf("praxisblatt, %s: %.1f s, %d MiB allocated, index %.1f MB in %d files\n",
			lang, took.Seconds(), (after.TotalAlloc-before.TotalAlloc)>>20, float64(size)/1e6, files)
	}
}

// sizes is a sink that only counts, by kind.
type sizes struct {
	mu           sync.Mutex
	bytes, files map[byte]int
}

func (s *sizes) Write(f output.File) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	kind := f.Path[len(Dir("de"))]
	s.bytes[kind] += len(f.Bytes)
	s.files[kind]++
	return nil
}
