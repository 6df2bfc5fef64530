package site

import (
	"slices"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/cache"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
)

// parseAhead parses a file of which a visit has just read the text to take its sum, and puts what becomes of it into the
// book, where it is found when the catalogue is loaded: no file is read twice, and no text waits for that in memory. Who
// changes a file or the labels meanwhile changes the key by which it is looked for.
//
// The first few are left alone: where no more are read perhaps nothing has changed, and the catalogue is not loaded.
func (v *Visit) parseAhead(path, text string, sum cache.Sum) {
	j, ok := jobOf(path)
	if !ok || !v.options.eager && v.ahead.Add(1) <= few {
		return
	}
	r := v.reader()
	if r == nil {
		return
	}
	key := r.key(j, sum)
	if _, known := r.memory.book.Find(key); known {
		return
	}
	src := diag.NewDistant(path, len(text), sum, r.fetch)
	src.Hold(text)
	r.enter(j, key, src)
}

// few is how many files are not parsed ahead.
const few = 16

// newReader returns a reader that knows the labels as they are now, nil where there is no catalogue.
func (v *Visit) newReader() *reader {
	l := &Loaded{options: v.options, files: regular{v.root}}
	if err := l.readSettings(); err != nil {
		return nil // which is told when the catalogue is loaded
	}
	v.openBook()
	return &reader{files: l.files, parser: sheet.Parser{Labels: l.labels}, labels: sumOfLabels(l.labels), memory: memory{book: v.book}, fetch: textOf(l.files)}
}

// jobOf returns the job that a file is, by its path; false for what is neither sheet nor page.
func jobOf(path string) (job, bool) {
	parts := strings.Split(path, "/")
	if len(parts) != 4 || parts[0] != "content" || !slices.Contains([]string{"sheets", "pages"}, parts[1]) {
		return job{}, false
	}
	lang, ok := langOf(parts[3])
	return job{path: path, id: parts[2], lang: lang, page: parts[1] == "pages"}, ok
}
