//go:build unix

package search

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/inputs"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
)

// TestEdited measures the indexes of a catalogue of any size when one sheet was edited.
func TestEdited(t *testing.T) {
	if *big == "" {
		t.Skip("no -catalogue")
	}
	p, locales := load(t, os.DirFS(*big))
	dir := t.TempDir()
	sums := &inputs.Sums{Sheets: map[string][sha256.Size]byte{}}
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
