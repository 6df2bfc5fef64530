package site

import (
	"crypto/sha256"
	"maps"
	"slices"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/cache"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/check"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/inputs"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/yamlnode"
)

// A memory is what is known from an earlier run; its parts may be nil.
type memory struct {
	seen *inputs.Snapshot // what the files hold
	book *cache.Book      // what files were parsed to, by what they held

	found *check.Memory
	plans *plan.Memory
}

// A job is one file to parse.
type job struct {
	path, id, lang string
	page           bool
	regular        bool // a file of its own, no link
}

// A parsed file is a sheet or a page, and what is wrong with it.
type parsed struct {
	sheet    *sheet.Brief
	page     *sheet.Page
	findings []diag.Diagnostic
}

// parse parses a file, or recalls what it was parsed to when it held the same. Either way the texts of the result are
// parts of what is written of it, and what was read is not kept.
func (r *reader) parse(j job) parsed {
	if size, sum, ok := r.memory.seen.File(j.path); ok && size <= yamlnode.MaxBytes {
		if p, ok := r.recall(j, diag.NewDistant(j.path, int(size), sum, r.fetch)); ok {
			return p
		}
	}
	src, ds := r.source(j.path, j.regular)
	if src == nil { // an entry without a text still belongs to its folder
		src = diag.NewSource(j.path, "")
		p, _ := j.read(r.write(j, src), src)
		p.findings = ds // what follows from an empty text is not worth saying
		return p
	}
	if p, ok := r.recall(j, src); ok {
		src.Release()
		return p
	}
	data := r.write(j, src)
	r.memory.book.Add(r.key(j, src.Sum()), data)
	p, _ := j.read(data, src) // it is as it was written
	src.Release()
	return p
}

// recall returns what a file was parsed to when it held the same.
func (r *reader) recall(j job, src *diag.Source) (parsed, bool) {
	data, ok := r.memory.book.Find(r.key(j, src.Sum()))
	if !ok {
		return parsed{}, false
	}
	return j.read(data, src)
}

// write parses a file, and returns how that is written.
func (r *reader) write(j job, src *diag.Source) string {
	d, _ := r.roughs.Get().(*rough)
	if d == nil {
		d = new(rough)
	}
	defer r.roughs.Put(d)
	if j.page {
		page, found := r.parser.Page(src, j.id, j.lang)
		d.written = page.Append(d.written[:0], found)
	} else {
		found := r.parser.Fill(&d.sheet, src, j.id, j.lang)
		d.written = d.sheet.Append(d.written[:0], found)
	}
	return string(d.written)
}

// A rough is what a file becomes on its way to what is kept of it.
type rough struct {
	sheet   sheet.Sheet
	written []byte
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

// read reads what was written.
func (j job) read(data string, src *diag.Source) (p parsed, ok bool) {
	if j.page {
		p.page, p.findings, ok = sheet.ReadPage(data, src, j.id, j.lang)
	} else {
		p.sheet, p.findings, ok = sheet.ReadBrief(data, src, j.id, j.lang)
	}
	return p, ok
}
