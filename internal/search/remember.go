package search

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"hash/crc32"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/cache"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/wire"
)

// A memory is what the last build knew of the index of a language, kept in a file so that the next one
// reads only sheets that were changed. It begins with the key that it was made under and ends with a checksum of all the rest: where
// these are not the expected ones there is no memory, and all is made anew. What was learnt of documents stands in a book beside it.
type memory struct {
	manifest   string
	series     series
	references lengths
	docs       []remembered             // in their order
	files      map[string]output.Inputs // all but texts of documents, by name
	begins     []string                 // the first terms of the shards
	ranked     string                   // the words that typing errors are compared with, as readRanked reads them
	forms      []form
	unread     string // instead of forms: what readForms reads
}

// A Made index is what a build leaves to the next one of the same process.
type Made struct {
	key    [sha256.Size]byte
	memory *memory
}

// A remembered document was made of a sheet with this sum.
type remembered struct {
	id     string
	sum    [sha256.Size]byte
	text   output.Inputs // of the file of its texts
	made   output.Inputs // stands for what was learnt
	check  uint32        // sum of that
	learnt learnt        // "" where only the book has it
}

// memoryKey is what all documents and files depend on beside their sheets.
func (o Options) memoryKey() [sha256.Size]byte {
	return sha256.Sum256(append([]byte("search index "+string(rune('0'+version))+" "+o.Lang+"\n"), o.Sums.Shared[:]...))
}

// sum returns that of a sheet, if it is known.
func (o Options) sum(id string) (sum [sha256.Size]byte, ok bool) {
	if o.Sums != nil {
		sum, ok = o.Sums.Sheets[id]
	}
	return sum, ok
}

func (o Options) memoryPath() string { return filepath.Join(o.State, "search-"+o.Lang+".memory") }

// remember reads the memory; nil where there is none that fits.
func (o Options) remember() *memory {
	if o.Sums == nil {
		return nil
	}
	if o.Made != nil {
		return o.Made.remember(o.memoryKey())
	}
	if o.State == "" {
		return nil
	}
	data, ok := readSummed(o.memoryPath())
	key := o.memoryKey()
	data, own := strings.CutPrefix(data, string(key[:]))
	if !ok || !own {
		return nil
	}
	r := wire.NewReader(data)
	if m := readMemory(r); r.Whole() {
		return m
	}
	return nil
}

// readSummed reads a file that ends with the checksum of all the rest, which it returns. The text is read into its place
// and summed up on the way there: a copy would take as long again.
func readSummed(path string) (text string, ok bool) {
	if !cache.Regular(path) {
		return "", false
	}
	f, err := os.Open(path)
	if err != nil {
		return "", false
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || info.Size() < crc32.Size {
		return "", false
	}
	sum := crc32.New(castagnoli)
	var b strings.Builder
	b.Grow(int(info.Size()))
	n := info.Size() - crc32.Size
	if _, err := io.CopyBuffer(io.MultiWriter(&b, sum), io.LimitReader(f, n), make([]byte, piece)); err != nil {
		return "", false
	}
	end, err := io.ReadAll(f)
	return b.String(), err == nil && int64(b.Len()) == n && bytes.Equal(end, sum.Sum(nil))
}

// piece is how much of a memory is read or written at a time.
const piece = 1 << 16

// remember returns what is known under a key. Forms are counted again by every build.
func (m *Made) remember(key [sha256.Size]byte) *memory {
	if m.memory == nil || m.key != key {
		return nil
	}
	again := *m.memory
	again.forms = slices.Clone(again.forms)
	return &again
}

// castagnoli makes CRC-32C, which tells a damaged memory: SHA-256 would take as long as all the rest of reading it.
var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// keep puts the memory in place; where there is none, the old one is forgotten. Without it the next build takes longer, and that is all: a folder that nobody may write to, or a
// full disk, are no errors.
func (w *writer) keep(m *memory) {
	switch {
	case w.Sums != nil && w.Made != nil:
		*w.Made = Made{w.memoryKey(), m}
	case w.Sums == nil || w.State == "":
	case m == nil || w.docs.saveBook() != nil:
		os.Remove(w.memoryPath())
	default:
		_ = cache.Replace(w.memoryPath(), func(to io.Writer) error { return m.write(to, w.memoryKey()) })
	}
}

// write writes the memory as remember reads it.
func (m *memory) write(w io.Writer, key [sha256.Size]byte) error {
	sum := crc32.New(castagnoli)
	to := bufio.NewWriterSize(io.MultiWriter(w, sum), piece)
	to.Write(key[:])
	var b []byte
	m.each(func(add func([]byte) []byte) {
		b = add(b[:0])
		to.Write(b)
	})
	if err := to.Flush(); err != nil { // the first one of all
		return err
	}
	_, err := w.Write(sum.Sum(nil))
	return err
}

// each calls write for one piece of the memory after the other.
func (m *memory) each(write func(add func(b []byte) []byte)) {
	write(m.appendHead)
	for i := range m.docs {
		write(m.docs[i].append)
	}
	write(m.appendFiles)
	write(func(b []byte) []byte { return wire.AppendInt(b, len(m.forms)) })
	for some := range slices.Chunk(m.forms, 1<<10) {
		write(func(b []byte) []byte { return appendForms(b, some) })
	}
}

func (m *memory) appendHead(b []byte) []byte {
	b = wire.AppendText(wire.AppendText(b, m.manifest), string(m.series[:]))
	for _, length := range m.references {
		b = wire.AppendInt(b, length)
	}
	return wire.AppendInt(b, len(m.docs))
}

func (m *memory) appendFiles(b []byte) []byte {
	b = wire.AppendInt(b, len(m.files))
	for _, name := range slices.Sorted(maps.Keys(m.files)) {
		made := m.files[name]
		b = wire.AppendText(wire.AppendText(b, name), string(made[:]))
	}
	b = wire.AppendInt(b, len(m.begins))
	for _, term := range m.begins {
		b = wire.AppendText(b, term)
	}
	return wire.AppendText(b, m.ranked)
}

func appendForms(b []byte, forms []form) []byte {
	for i := range forms {
		f := &forms[i]
		b = wire.AppendText(wire.AppendText(wire.AppendText(wire.AppendText(wire.AppendInt(b, f.docs), f.lang), f.text), f.stem), f.folded)
	}
	return b
}

func (d *remembered) append(b []byte) []byte {
	b = wire.AppendText(wire.AppendText(b, d.id), string(d.sum[:]))
	return wire.AppendInt(wire.AppendText(wire.AppendText(b, string(d.text[:])), string(d.made[:])), int(d.check))
}

// readMemory reads what write wrote between key and checksum.
func readMemory(r *wire.Reader) *memory {
	m := &memory{manifest: r.Text()}
	copy(m.series[:], r.Text())
	for i := range m.references {
		m.references[i] = r.Int()
	}
	m.docs = make([]remembered, r.Count())
	for i := range m.docs {
		m.docs[i].read(r)
	}
	files := r.Count()
	m.files = make(map[string]output.Inputs, files)
	for range files {
		var made output.Inputs
		name := r.Text()
		copy(made[:], r.Text())
		m.files[name] = made
	}
	m.begins = make([]string, r.Count())
	for i := range m.begins {
		m.begins[i] = r.Text()
	}
	m.ranked, m.unread = r.Text(), r.Rest()
	return m
}

// readForms reads their number and what appendForms wrote.
func readForms(r *wire.Reader) []form {
	n := r.Count()
	forms := make([]form, n, n+n/64) // with room for the new ones of an edit
	for i := range forms {
		forms[i] = form{docs: r.Int(), lang: r.Text(), text: r.Text(), stem: r.Text(), folded: r.Text()}
	}
	return forms
}

func (d *remembered) read(r *wire.Reader) {
	d.id = r.Text()
	copy(d.sum[:], r.Text())
	copy(d.text[:], r.Text())
	copy(d.made[:], r.Text())
	d.check = uint32(r.Int())
}
