package site

import (
	"crypto/sha256"
	"maps"
	"slices"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/cache"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/check"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/inputs"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
)

// A memory is what is known from an earlier run; its parts may be nil.
type memory struct {
	seen  *inputs.Snapshot // what the files hold
	book  *cache.Book      // what files were parsed to, by what they held
	found *check.Memory
}

// A job is one file to parse.
type job struct {
	path, id, lang string
	page           bool
	regular        bool // a file of its own, no link
}

// A parsed file is a sheet or a page, and what is wrong with it.
type parsed struct {
	sheet    *sheet.Sheet
	page     *sheet.Page
	findings []diag.Diagnostic
}

// parse parses a file, or recalls what it was parsed to when it held the same. Either way the texts of the result are
// parts of one that holds no more than they do, and what was read is not kept.
func (r *reader) parse(j job) parsed {
	if size, sum, ok := r.memory.seen.File(j.path); ok {
		src := diag.NewDistant(j.path, int(size), sum, r.fetch)
		if data, ok := r.memory.book.Find(r.key(j, sum)); ok {
			if p, ok := j.read(data, src); ok {
				return p
			}
		}
	}
	src, ds := r.source(j.path, j.regular)
	if src == nil { // an entry without a text still belongs to its folder
		p := r.parseAnew(j, diag.NewSource(j.path, ""))
		p.findings = ds // what follows from an empty text is not worth saying
		return p
	}
	key := r.key(j, src.Sum())
	data, ok := r.memory.book.Find(key)
	if !ok {
		p := r.parseAnew(j, src)
		data = string(p.append(nil))
		r.memory.book.Add(key, data)
	}
	if p, ok := j.read(data, src); ok {
		return p
	}
	return r.parseAnew(j, src)
}

func (r *reader) parseAnew(j job, src *diag.Source) (p parsed) {
	if j.page {
		p.page, p.findings = r.parser.Page(src, j.id, j.lang)
	} else {
		p.sheet, p.findings = r.parser.Sheet(src, j.id, j.lang)
	}
	return p
}

// key stands for all that a file's parsing depends on besides the program.
func (r *reader) key(j job, sum cache.Sum) cache.Sum {
	kind := "sheet"
	if j.page {
		kind = "page"
	}
	return sha256.Sum256(slices.Concat(sum[:], r.labels[:], []byte(kind), []byte(j.lang)))
}

// sumOfLabels stands for what a parser knows.
func sumOfLabels(labels map[string]string) cache.Sum {
	h := sha256.New()
	for _, label := range slices.Sorted(maps.Keys(labels)) {
		h.Write([]byte(hash(label, labels[label])))
	}
	return cache.Sum(h.Sum(nil))
}

func (p parsed) append(b []byte) []byte {
	if p.page != nil {
		return p.page.Append(b, p.findings)
	}
	return p.sheet.Append(b, p.findings)
}

// read reads what append wrote.
func (j job) read(data string, src *diag.Source) (p parsed, ok bool) {
	if j.page {
		p.page, p.findings, ok = sheet.ReadPage(data, src, j.id, j.lang)
	} else {
		p.sheet, p.findings, ok = sheet.ReadSheet(data, src, j.id, j.lang)
	}
	return p, ok
}

// release lets the files' texts go.
func (p parsed) release() {
	if p.page != nil {
		p.page.Source.Release()
	}
	if p.sheet != nil {
		p.sheet.Source.Release()
	}
}
