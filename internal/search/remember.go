package search

import (
	"crypto/sha256"
	"encoding/binary"
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

// A memory is what the last build knew of the index of a language, kept in one file so that the next one
// reads only sheets that were changed. It begins with a checksum of all the rest, then the key that it was made under: where
// these are not the expected ones there is no memory, and all is made anew.
type memory struct {
	manifest   string
	references lengths
	docs       []remembered             // in their order
	files      map[string]output.Inputs // all but texts of documents, by name
	begins     []string                 // the first terms of the shards
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
	learnt learnt
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

// readSummed reads a file that begins with the checksum of all the rest, which it returns. The text is read into its place
// and summed up on the way there: a copy would take as long again.
func readSummed(path string) (text string, ok bool) {
	f, err := os.Open(path)
	if err != nil {
		return "", false
	}
	defer f.Close()
	var want [crc32.Size]byte
	if _, err := io.ReadFull(f, want[:]); err != nil {
		return "", false
	}
	sum := crc32.New(castagnoli)
	var b strings.Builder
	if info, err := f.Stat(); err == nil {
		b.Grow(int(info.Size()))
	}
	_, err = io.CopyBuffer(io.MultiWriter(&b, sum), struct{ io.Reader }{f}, make([]byte, 1<<16))
	return b.String(), err == nil && binary.LittleEndian.Uint32(want[:]) == sum.Sum32()
}

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
func (o Options) keep(m *memory) {
	if o.Sums != nil && o.Made != nil {
		*o.Made = Made{o.memoryKey(), m}
		return
	}
	if o.Sums == nil || o.State == "" {
		return
	}
	if m == nil {
		os.Remove(o.memoryPath())
		return
	}
	_ = cache.Replace(o.memoryPath(), func(w io.Writer) error {
		key := o.memoryKey()
		data := m.append(append(make([]byte, crc32.Size, m.size()), key[:]...))
		binary.LittleEndian.PutUint32(data, crc32.Checksum(data[crc32.Size:], castagnoli))
		_, err := w.Write(data)
		return err
	})
}

// size is about how many bytes the memory takes, rather too many.
func (m *memory) size() int {
	n := 1<<20 + 48*len(m.forms) + 64*len(m.files)
	for i := range m.docs {
		n += 128 + len(m.docs[i].learnt)
	}
	return n
}

func (m *memory) append(b []byte) []byte {
	b = wire.AppendText(b, m.manifest)
	for _, length := range m.references {
		b = wire.AppendInt(b, length)
	}
	b = wire.AppendInt(b, len(m.docs))
	for i := range m.docs {
		b = m.docs[i].append(b)
	}
	b = wire.AppendInt(b, len(m.files))
	for _, name := range slices.Sorted(maps.Keys(m.files)) {
		made := m.files[name]
		b = wire.AppendText(wire.AppendText(b, name), string(made[:]))
	}
	b = wire.AppendInt(b, len(m.begins))
	for _, term := range m.begins {
		b = wire.AppendText(b, term)
	}
	return wire.AppendApart(b, m.appendForms)
}

func (m *memory) appendForms(b []byte) []byte {
	b = wire.AppendInt(b, len(m.forms))
	for i := range m.forms {
		f := &m.forms[i]
		b = wire.AppendText(wire.AppendText(wire.AppendText(wire.AppendText(wire.AppendInt(b, f.docs), f.lang), f.text), f.stem), f.folded)
	}
	return b
}

func (d *remembered) append(b []byte) []byte {
	b = wire.AppendText(wire.AppendText(b, d.id), string(d.sum[:]))
	return wire.AppendText(wire.AppendText(wire.AppendText(b, string(d.text[:])), string(d.made[:])), string(d.learnt))
}

// readMemory reads what append wrote.
func readMemory(r *wire.Reader) *memory {
	m := &memory{manifest: r.Text()}
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
	m.unread = r.Text()
	return m
}

// readForms reads what appendForms wrote.
func readForms(r *wire.Reader) []form {
	forms := make([]form, r.Count())
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
	d.learnt = learnt(r.Text())
}
