// Command gencorpus writes the catalogue of package corpus to a folder, with Debian's word lists (packages
// wngerman, wfrench, wamerican):
//
//	go run ./internal/bench/gencorpus -n 1000 -out DIR
//
// It prints the number of sheets, the words a language, and a digest of all sheets, so that two
// measurements can say whether they ran on the same corpus.
package main

import (
	"crypto/sha256"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/bench/corpus"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("gencorpus: ")
	sheets := flag.Int("n", 100, "number of sheets (times three languages)")
	out := flag.String("out", "", "folder to write the catalogue to")
	seed := flag.Uint64("seed", 1, "seed")
	words := flag.Int("vocab", 60000, "words a language")
	dict := flag.String("dict", "/usr/share/dict", "folder of the word lists")
	flag.Parse()
	if *out == "" {
		log.Fatal("-out is required")
	}
	languages, err := corpus.Dictionary(*dict, *words)
	if err != nil {
		log.Fatal(err)
	}
	c := &corpus.Corpus{Sheets: *sheets, Seed: *seed, Languages: languages}
	sum, err := write(*out, c)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%d sheets, vocabulary %d/%d/%d, corpus sha256 %.16x\n", *sheets,
		len(languages[0].Words), len(languages[1].Words), len(languages[2].Words), sum)
}

// write writes the catalogue with all cores and returns the digest of its sheets' digests.
func write(out string, c *corpus.Corpus) ([]byte, error) {
	sums := make([][]byte, c.Sheets)
	workers := runtime.NumCPU()
	errs := make([]error, workers+1)
	errs[workers] = writeFiles(out, c.Settings())
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			for i := w; i < c.Sheets && errs[w] == nil; i += workers {
				files := c.Sheet(i)
				sums[i] = digest(files)
				errs[w] = writeFiles(out, files)
			}
		})
	}
	wg.Wait()
	h := sha256.New()
	for _, sum := range sums {
		h.Write(sum)
	}
	return h.Sum(nil), errors.Join(errs...)
}

func digest(files []corpus.File) []byte {
	h := sha256.New()
	for _, f := range files {
		io.WriteString(h, f.Text)
	}
	return h.Sum(nil)
}

func writeFiles(out string, files []corpus.File) error {
	for _, f := range files {
		path := filepath.Join(out, filepath.FromSlash(f.Path))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, []byte(f.Text), 0o644); err != nil {
			return err
		}
	}
	return nil
}
