package search

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"syscall"
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

// TestEdited measures the indexes of a catalogue of any size when one sheet was edited.
func TestEdited(t *testing.T) {
	if *big == "" {
		t.Skip("no -catalogue")
	}
	p, locales := load(t, os.DirFS(*big))
	dir := t.TempDir()
	sums := &Sums{Sheets: map[string][sha256.Size]byte{}}
	for _, e := range p.Catalogue.Entries {
		sums.Sheets[e.ID] = sha256.Sum256([]byte(e.ID))
	}
	for _, what := range []string{"anew", "nothing changed", "a word more", "a word less"} {
		e := p.Catalogue.Entries[len(p.Catalogue.Entries)/2]
		switch what {
		case "a word more":
			e.File(p.Langs[0]).Outcome.Text.Text += " Gemeinschaftsgartenwort"
			sums.Sheets[e.ID] = [sha256.Size]byte{1}
		case "a word less":
			e.File(p.Langs[0]).Outcome.Text.Text = "Wort"
			sums.Sheets[e.ID] = [sha256.Size]byte{2}
		}
		site, err := output.Open(output.Options{Dir: filepath.Join(dir, "out"), Root: dir, State: filepath.Join(dir, "state")})
		if err != nil {
			t.Fatal(err)
		}
		for _, lang := range p.Langs {
			before := processorTime()
			start := time.Now()
			if _, err := Build(Options{Plan: p, Locales: locales, Lang: lang, Sums: sums, State: filepath.Join(dir, "state")}, site); err != nil {
				t.Fatal(err)
			}
			fmt.Printf("praxisblatt, %s, %s: %.2f s of processor time, %.2f s\n", lang, what, (processorTime() - before).Seconds(), time.Since(start).Seconds())
		}
		site.Stamp("stamp")
		if _, err := site.Commit(); err != nil {
			t.Fatal(err)
		}
	}
}

// processorTime is what this process has taken, in programs and the kernel.
func processorTime() time.Duration {
	var u syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
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
