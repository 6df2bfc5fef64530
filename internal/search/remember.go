package search

import (
	"bytes"
	"crypto/sha256"
	"io"
	"os"
	"path/filepath"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/cache"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/wire"
)

// A memory is what the last build knew of the index of a language, kept in one file so that the next one
// reads only sheets that were changed. It begins with a sum of all the rest, then the key that it was made under: where
// these are not the expected ones there is no memory, and all is made anew.
type memory struct {
	manifest string
	docs     map[string]remembered // by id
	order    []string              // their ids
	files    []output.Inputs       // of all files but texts
	forms    []form
}

// A remembered document was made of a sheet with this sum.
type remembered struct {
	sum    [sha256.Size]byte
	record record
	facets [][]string
	stream string
	text   output.Inputs // of the file of its texts
}

// memoryKey is what all documents and files depend on beside their sheets.
func (o Options) memoryKey() [sha256.Size]byte {
	return sha256.Sum256(append([]byte("search index "+string(rune('0'+version))+" "+o.Lang+"\n"), o.Sums.Shared[:]...))
}

func (o Options) memoryPath() string { return filepath.Join(o.State, "search-"+o.Lang+".memory") }

// remember reads the memory; nil where there is none that fits.
func (o Options) remember() *memory {
	if o.Sums == nil || o.State == "" {
		return nil
	}
	data, err := os.ReadFile(o.memoryPath())
	if err != nil || len(data) < 2*sha256.Size || [sha256.Size]byte(data) != sha256.Sum256(data[sha256.Size:]) {
		return nil
	}
	key := o.memoryKey()
	if data = data[sha256.Size:]; !bytes.HasPrefix(data, key[:]) {
		return nil
	}
	r := wire.NewReader(string(data[len(key):]))
	if m := readMemory(r); r.Whole() {
		return m
	}
	return nil
}

// keep puts the memory in place; where there is none, the old one is forgotten. Without it the next build takes longer, and that is all: a folder that nobody may write to, or a
// full disk, are no errors.
func (o Options) keep(m *memory) {
	if o.Sums == nil || o.State == "" {
		return
	}
	if m == nil {
		os.Remove(o.memoryPath())
		return
	}
	_ = cache.Replace(o.memoryPath(), func(w io.Writer) error {
		key := o.memoryKey()
		data := m.append(append(make([]byte, sha256.Size, 1<<20), key[:]...))
		sum := sha256.Sum256(data[sha256.Size:])
		copy(data, sum[:])
		_, err := w.Write(data)
		return err
	})
}

func (m *memory) append(b []byte) []byte {
	b = wire.AppendInt(wire.AppendText(b, m.manifest), len(m.order))
	for _, id := range m.order {
		b = m.docs[id].append(wire.AppendText(b, id))
	}
	b = wire.AppendInt(b, len(m.files))
	for _, f := range m.files {
		b = wire.AppendText(b, string(f[:]))
	}
	b = wire.AppendInt(b, len(m.forms))
	for _, f := range m.forms {
		b = wire.AppendText(wire.AppendText(wire.AppendText(wire.AppendText(b, f.lang), f.text), f.stem), f.folded)
	}
	return b
}

func (d remembered) append(b []byte) []byte {
	b = wire.AppendText(wire.AppendText(b, string(d.sum[:])), string(d.text[:]))
	for _, s := range d.record {
		b = wire.AppendText(b, s)
	}
	b = wire.AppendInt(b, len(d.facets))
	for _, keys := range d.facets {
		b = wire.AppendInt(b, len(keys))
		for _, key := range keys {
			b = wire.AppendText(b, key)
		}
	}
	return wire.AppendText(b, d.stream)
}

// readMemory reads what append wrote.
func readMemory(r *wire.Reader) *memory {
	m := &memory{manifest: r.Text()}
	m.order = make([]string, r.Count())
	m.docs = make(map[string]remembered, len(m.order))
	for i := range m.order {
		m.order[i] = r.Text()
		m.docs[m.order[i]] = readRemembered(r)
	}
	m.files = make([]output.Inputs, r.Count())
	for i := range m.files {
		copy(m.files[i][:], r.Text())
	}
	m.forms = make([]form, r.Count())
	for i := range m.forms {
		m.forms[i] = form{lang: r.Text(), text: r.Text(), stem: r.Text(), folded: r.Text()}
	}
	return m
}

func readRemembered(r *wire.Reader) (d remembered) {
	copy(d.sum[:], r.Text())
	copy(d.text[:], r.Text())
	for i := range d.record {
		d.record[i] = r.Text()
	}
	d.facets = make([][]string, r.Count())
	for i := range d.facets {
		d.facets[i] = make([]string, r.Count())
		for k := range d.facets[i] {
			d.facets[i][k] = r.Text()
		}
	}
	d.stream = r.Text()
	return d
}
