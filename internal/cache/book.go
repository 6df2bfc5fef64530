package cache

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"hash/crc32"
	"io"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"unsafe"
)

// A Book holds many small results in one file, which is read at once: tens of thousands of files would take longer to
// open than what they hold takes to make. It is safe for concurrent use but for [Book.Save].
//
// The file begins with a line and the sum of its maker. Then there are records: the key, the length of the data and a CRC-32C of
// all three, as 32-bit numbers in little-endian order, and the data. New ones are written behind the others, until more than half of
// the file is of no use; then it is written anew. A record that is damaged is none, and so are all behind a damaged length.
type Book struct {
	path  string
	maker Sum
	read  int64 // bytes of the file that was read
	whole bool  // nothing of it is damaged, as far as is known
	known map[Sum]*record

	mu    sync.RWMutex
	added map[Sum]*record
}

// A Sum names a result by all that it was made of.
type Sum = [sha256.Size]byte

// A record is one result.
type record struct {
	data string
	crc  uint32
	used atomic.Bool
}

const (
	bookHead   = "praxisblatt book 1\n"
	recordHead = sha256.Size + 8
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// OpenBook reads the book at a path, which need not exist. maker stands for the program and all that it made the results by,
// besides what is in their keys; of another maker's book nothing is used.
func OpenBook(path string, maker Sum) *Book {
	b := &Book{path: path, maker: maker, known: map[Sum]*record{}, added: map[Sum]*record{}}
	text := readText(path)
	b.read = int64(len(text))
	rest, ok := strings.CutPrefix(text, bookHead+string(maker[:]))
	if !ok {
		return b
	}
	b.whole = true
	for len(rest) > 0 {
		if rest, ok = b.enter(rest); !ok {
			b.whole = false
			break
		}
	}
	return b
}

// readText reads a file; "" where it can't be read.
func readText(path string) string {
	data, err := os.ReadFile(path)
	if err != nil {
		return ""
	}
	// The bytes are nobody else's: a copy of a hundred megabytes would take as long as reading them.
	return unsafe.String(unsafe.SliceData(data), len(data))
}

// enter takes the first record of a text, and returns the rest.
func (b *Book) enter(text string) (rest string, ok bool) {
	if len(text) < recordHead {
		return "", false
	}
	size, crc := number(text[sha256.Size:]), number(text[sha256.Size+4:])
	if int64(size) > int64(len(text)-recordHead) {
		return "", false
	}
	end := recordHead + int(size)
	b.known[Sum([]byte(text[:sha256.Size]))] = &record{data: text[recordHead:end], crc: crc}
	return text[end:], true
}

func number(s string) uint32 {
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

// crcOf sums up a record, as it is written.
func crcOf(key Sum, data string) uint32 {
	head := binary.LittleEndian.AppendUint32(key[:], uint32(len(data)))
	crc := crc32.Update(0, castagnoli, head)
	return crc32.Update(crc, castagnoli, unsafe.Slice(unsafe.StringData(data), len(data))) // which only reads
}

// Len returns how many results the file held, damaged ones too.
func (b *Book) Len() int {
	if b == nil {
		return 0
	}
	return len(b.known)
}

// Find returns the result of a key, if there is one that is as it was written.
func (b *Book) Find(key Sum) (string, bool) {
	if b == nil {
		return "", false
	}
	if r := b.known[key]; r != nil && r.crc == crcOf(key, r.data) {
		r.used.Store(true)
		return r.data, true
	}
	b.mu.RLock()
	defer b.mu.RUnlock()
	if r := b.added[key]; r != nil {
		return r.data, true
	}
	return "", false
}

// Add enters a result.
func (b *Book) Add(key Sum, data string) {
	if b == nil {
		return
	}
	r := &record{data: data, crc: crcOf(key, data)}
	b.mu.Lock()
	b.added[key] = r
	b.mu.Unlock()
}

// Save writes what was added to the file, and drops what was neither found nor added since it was opened where
// that is more than the rest.
func (b *Book) Save() error {
	if b == nil || b.whole && len(b.added) == 0 {
		return nil
	}
	var kept int64
	for _, r := range b.known {
		if r.used.Load() {
			kept += int64(recordHead + len(r.data))
		}
	}
	if b.whole && b.read <= 2*(kept+int64(len(bookHead)+len(b.maker))) && b.append() {
		return nil
	}
	return Replace(b.path, b.writeAll)
}

// append writes new records behind the others, and reports whether the file was still the same.
func (b *Book) append() bool {
	f, err := os.OpenFile(b.path, os.O_WRONLY|os.O_APPEND, 0)
	if err != nil {
		return false
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || info.Size() != b.read {
		return false
	}
	var text bytes.Buffer
	for key, r := range b.added {
		r.write(&text, key)
	}
	_, err = f.Write(text.Bytes())
	return err == nil
}

// writeAll writes what was found or added.
func (b *Book) writeAll(w io.Writer) error {
	text := bytes.NewBufferString(bookHead)
	text.Write(b.maker[:])
	for key, r := range b.known {
		if b.added[key] == nil && r.used.Load() {
			if err := r.writeTo(w, text, key); err != nil {
				return err
			}
		}
	}
	for key, r := range b.added {
		if err := r.writeTo(w, text, key); err != nil {
			return err
		}
	}
	_, err := w.Write(text.Bytes())
	return err
}

// writeTo collects records, and writes them when they are many.
func (r *record) writeTo(w io.Writer, text *bytes.Buffer, key Sum) error {
	r.write(text, key)
	if text.Len() < 1<<18 {
		return nil
	}
	_, err := w.Write(text.Bytes())
	text.Reset()
	return err
}

func (r *record) write(text *bytes.Buffer, key Sum) {
	text.Write(key[:])
	text.Write(binary.LittleEndian.AppendUint32(text.AvailableBuffer(), uint32(len(r.data))))
	text.Write(binary.LittleEndian.AppendUint32(text.AvailableBuffer(), r.crc))
	text.WriteString(r.data)
}
