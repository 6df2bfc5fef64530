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
		p := r.alone(j, src)
		p.findings = ds // what follows from an empty text is not worth saying
		return p
	}
	defer src.Release()
	if p, ok := r.recall(j, src); ok {
		return p
	}
	if r.memory.book == nil {
		return r.alone(j, src)
	}
	r.enter(j, r.key(j, src.Sum()), src)
	p, _ := r.recall(j, src) // which keeps no rest in memory
	return p
}

// alone parses a file without a book.
func (r *reader) alone(j job, src *diag.Source) (p parsed) {
	r.write(j, src, func(text string, lent []byte) {
		rest := string(lent)
		p, _ = j.read(text, func() string { return rest }, src) // it is as it was written
	})
	return p
}

// enter parses a file, and puts what becomes of it into the book.
func (r *reader) enter(j job, key cache.Sum, src *diag.Source) {
	r.write(j, src, func(text string, rest []byte) { r.memory.book.AddWith(key, text, rest) })
}

// recall returns what a file was parsed to when it held the same.
func (r *reader) recall(j job, src *diag.Source) (parsed, bool) {
	key := r.key(j, src.Sum())
	text, ok := r.memory.book.Find(key)
	if !ok {
		return parsed{}, false
	}
	return j.read(text, func() string { return r.rest(j, src, key) }, src)
}

// rest returns of a sheet that was recalled what the book reads only when it is asked for. Where that is damaged the file is parsed
// again; where meanwhile it has become another one, too, what was found out is not remembered as true of what the visit saw.
func (r *reader) rest(j job, src *diag.Source, key cache.Sum) (rest string) {
	if rest, ok := r.memory.book.Rest(key); ok {
		return rest
	}
	now, _ := r.source(j.path, false)
	if now == nil {
		now = diag.NewSource(j.path, "")
	}
	r.write(j, now, func(text string, lent []byte) {
		if now.Sum() == src.Sum() {
			r.memory.book.AddWith(key, text, lent)
		}
		rest = string(lent)
	})
	return rest
}

// write parses a file and hands on what is written of it: the text that is always read, and the rest that is read when it is asked
// for, which is lent.
func (r *reader) write(j job, src *diag.Source, keep func(text string, rest []byte)) {
	d, _ := r.roughs.Get().(*rough)
	if d == nil {
		d = new(rough)
	}
	defer r.roughs.Put(d)
	if j.page {
		page, found := r.parser.Page(src, j.id, j.lang)
		d.written = page.Append(d.written[:0], found)
		keep(string(d.written), nil)
		return
	}
	var rest int
	found := r.parser.Fill(&d.sheet, src, j.id, j.lang)
	d.written, rest = d.sheet.Append(d.written[:0], found)
	keep(string(d.written[:rest]), d.written[rest:])
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
	var room [128]byte
	return sha256.Sum256(append(append(append(append(room[:0], sum[:]...), r.labels[:]...), kind...), j.lang...))
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
func (j job) read(text string, rest func() string, src *diag.Source) (p parsed, ok bool) {
	if j.page {
		p.page, p.findings, ok = sheet.ReadPage(text, src, j.id, j.lang)
	} else {
		p.sheet, p.findings, ok = sheet.ReadBrief(text, rest, src, j.id, j.lang)
	}
	return p, ok
}
