// Package corpus generates a synthetic catalogue of good practice: site.yaml, vocabularies, and sheets in
// German, French and English, of the length and shape that real ones have. The same seed and word lists
// always give the same bytes, so that measurements made months apart compare.
//
// German is the original. French and English repeat every field, facts included, so that a generator that
// knows no inheritance can read the same files and be raced.
//
// Words are drawn from a Zipf–Mandelbrot distribution over a word list, with genuine function words at its
// head, so that the size of a search index built on the corpus is realistic. Dictionary reads Debian's
// lists for measurements; Heads needs no file and is for tests.
package corpus

import (
	"fmt"
	"iter"
	"math/rand/v2"
)

// A Corpus is a catalogue to be: all of it follows from these fields.
type Corpus struct {
	Sheets    int
	Seed      uint64
	Languages []Language // the first is the original's
}

// A File is one file of the catalogue, its path relative to the catalogue's folder, with forward slashes.
type File struct {
	Path string
	Text string
}

// Files are the whole catalogue in order: settings first, then the sheets.
func (c *Corpus) Files() iter.Seq[File] {
	return func(yield func(File) bool) {
		for _, f := range c.Settings() {
			if !yield(f) {
				return
			}
		}
		for i := range c.Sheets {
			for _, f := range c.Sheet(i) {
				if !yield(f) {
					return
				}
			}
		}
	}
}

// Sheet returns the files of sheet i, one a language. It depends on nothing but i and the corpus, so
// sheets may be made in parallel.
func (c *Corpus) Sheet(i int) []File {
	files := make([]File, len(c.Languages))
	var original map[string]string
	for k, l := range c.Languages {
		facts := rand.New(rand.NewPCG(c.Seed, uint64(i)*4))
		w := newWriter(l, rand.New(rand.NewPCG(c.Seed, uint64(i)*4+uint64(k)+1)))
		text := w.sheet(i, c.places(), facts, original)
		if original == nil {
			original = w.texts
		}
		files[k] = File{fmt.Sprintf("content/sheets/sheet-%05d/index.%s.md", i, l.Code), text}
	}
	return files
}

// places is how many places the sheets are spread over.
func (c *Corpus) places() int { return max(20, min(2000, c.Sheets/5)) }
