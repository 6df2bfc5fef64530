package search

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"os"
	"path/filepath"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
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
	r := &recall{data: string(data[len(key):])}
	m := r.memory()
	if r.bad {
		return nil
	}
	return m
}

// keep writes the memory beside its place and moves it there when it is whole; where there is none, the old one
// is forgotten. Without it the next build takes longer, and that is all: a folder that nobody may write to, or a
// full disk, are no errors.
func (o Options) keep(m *memory) {
	if o.Sums == nil || o.State == "" {
		return
	}
	if m == nil {
		os.Remove(o.memoryPath())
		return
	}
	if os.MkdirAll(o.State, 0o777) != nil {
		return
	}
	f, err := os.CreateTemp(o.State, "unfinished-")
	if err != nil {
		return
	}
	key := o.memoryKey()
	data := m.append(append(make([]byte, sha256.Size, 1<<20), key[:]...))
	sum := sha256.Sum256(data[sha256.Size:])
	copy(data, sum[:])
	_, err = f.Write(data)
	if closed := f.Close(); err != nil || closed != nil || os.Rename(f.Name(), o.memoryPath()) != nil {
		os.Remove(f.Name())
	}
}

func (m *memory) append(to []byte) []byte {
	text := func(s string) { to = append(binary.AppendUvarint(to, uint64(len(s))), s...) }
	number := func(n int) { to = binary.AppendUvarint(to, uint64(n)) }
	text(m.manifest)
	number(len(m.order))
	for _, id := range m.order {
		d := m.docs[id]
		text(id)
		to = append(append(to, d.sum[:]...), d.text[:]...)
		for _, s := range d.record {
			text(s)
		}
		number(len(d.facets))
		for _, keys := range d.facets {
			number(len(keys))
			for _, key := range keys {
				text(key)
			}
		}
		text(d.stream)
	}
	number(len(m.files))
	for _, f := range m.files {
		to = append(to, f[:]...)
	}
	number(len(m.forms))
	for _, f := range m.forms {
		text(f.lang)
		text(f.text)
		text(f.stem)
		text(f.folded)
	}
	return to
}

// A recall reads a memory, whose texts are pieces of it; it turns bad where it ends too soon.
type recall struct {
	data string
	bad  bool
}

func (r *recall) number() int {
	n := 0
	for i, shift := 0, 0; i < len(r.data) && shift < 35; i, shift = i+1, shift+7 {
		n |= int(r.data[i]&0x7f) << shift
		if r.data[i] < 0x80 {
			r.data = r.data[i+1:]
			if n <= len(r.data) { // nothing is longer than the rest
				return n
			}
			break
		}
	}
	r.bad, r.data = true, ""
	return 0
}

func (r *recall) bytes(n int) string {
	if n > len(r.data) {
		r.bad, r.data = true, ""
		return ""
	}
	data := r.data[:n]
	r.data = r.data[n:]
	return data
}

func (r *recall) string() string { return r.bytes(r.number()) }

func (r *recall) memory() *memory {
	m := &memory{manifest: r.string()}
	m.order = make([]string, r.number())
	m.docs = make(map[string]remembered, len(m.order))
	for i := range m.order {
		m.order[i] = r.string()
		m.docs[m.order[i]] = r.document()
	}
	m.files = make([]output.Inputs, r.number())
	for i := range m.files {
		copy(m.files[i][:], r.bytes(len(m.files[i])))
	}
	m.forms = make([]form, r.number())
	for i := range m.forms {
		m.forms[i] = form{lang: r.string(), text: r.string(), stem: r.string(), folded: r.string()}
	}
	return m
}

func (r *recall) document() (d remembered) {
	copy(d.sum[:], r.bytes(len(d.sum)))
	copy(d.text[:], r.bytes(len(d.text)))
	for i := range d.record {
		d.record[i] = r.string()
	}
	d.facets = make([][]string, r.number())
	for i := range d.facets {
		d.facets[i] = make([]string, r.number())
		for k := range d.facets[i] {
			d.facets[i][k] = r.string()
		}
	}
	d.stream = r.string()
	return d
}
