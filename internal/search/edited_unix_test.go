//go:build unix

package search

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
	"time"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
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
			changeOutcome(e, p.Langs[0], "Ein Gemeinschaftsgartenwort")
			sums.Sheets[e.ID] = [sha256.Size]byte{1}
		case "a word less":
			changeOutcome(e, p.Langs[0], "Wort")
			sums.Sheets[e.ID] = [sha256.Size]byte{2}
		}
		site, err := output.Open(output.Options{Dir: filepath.Join(dir, "out"), Root: dir, State: filepath.Join(dir, "state")})
		if err != nil {
			t.Fatal(err)
		}
		all := make([]Options, len(p.Langs))
		for i, lang := range p.Langs {
			all[i] = Options{Plan: p, Locales: locales, Lang: lang, Sums: sums, State: filepath.Join(dir, "state")}
		}
		before := processorTime()
		start := time.Now()
		if _, err := BuildAll(all, site); err != nil {
			t.Fatal(err)
		}
		fmt.Printf("praxisblatt, %s: %.2f s of processor time, %.2f s\n", what, (processorTime() - before).Seconds(), time.Since(start).Seconds())
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

// changeOutcome exchanges a text of an entry.
func changeOutcome(e *catalogue.Entry, lang, text string) {
	s := e.File(lang).Sheet()
	s.Outcome.Text.Text = text
	was, now := e.File(lang), s.Brief()
	e.Files[slices.Index(e.Files, was)] = now
	if e.Original == was {
		e.Original = now
	}
}
