package cache

import (
	"crypto/sha256"
	"encoding/binary"
	"hash/crc32"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"unsafe"
)

// A Book holds many small results in one file, which is read at once: tens of thousands of files would take longer to
// open than what they hold takes to make. What of a result is seldom asked for, its rest, stands in a second file, of
// which only that is read. A Book is safe for concurrent use but for [Book.Save] and [Book.Close], one of which ends it.
//
// The file begins with a line and the sum of its maker. Then there are records: the key; as numbers in little-endian
// order the length of the data (32 bits), place (64), length (32) and CRC-32C (32) of the rest, and a CRC-32C (32) of all of that and
// the data; and the data. The second file is rests one after the other. New records are written behind the others, until more than
// half of both files is of no use; then they are written anew. Of many new rests, too, the second file is written anew, from the moment on when
// they are entered: they need no memory. A record that is damaged is none, and so are all behind a damaged
// length. Whether a rest is damaged is seen when it is read.
type Book struct {
	path  string
	maker Sum
	read  int64 // bytes of the file that was read
	whole bool  // nothing of it is damaged, as far as is known
	known map[Sum]*record

	rests *os.File // the second file, nil where there is none
	until int64    // its length in bytes when it was opened

	mu    sync.RWMutex
	added map[Sum]*record
	held  []*record // those whose rests are in memory
	room  []byte    // these rests, one after the other
	next  *os.File  // what becomes the second file, nil until it is begun
	end   int64     // its length
	stuck bool      // it can't be written

	laying sync.Mutex // held by the one who writes rests
	spare  []byte     // room that has been written
}

// A Sum names a result by all that it was made of.
type Sum = [sha256.Size]byte

// A record is one result.
type record struct {
	data  string
	place place
	text  string // as it was read, of one that was added ""
	used  atomic.Bool

	// These change when a rest that was added is written, under the book's lock.
	rest []byte   // while it is in memory
	in   *os.File // else where it stands, nil for nowhere
}

// A place is where a rest stands in the second file.
type place struct {
	at        int64
	size, crc uint32
}

// within reports whether there is such a place in a file of a length.
func (p place) within(length int64) bool {
	return p.size == 0 || p.at >= 0 && p.at <= length-int64(p.size)
}

const (
	bookHead   = "praxisblatt book 2\n"
	recordHead = sha256.Size + 24
	restsEnd   = "-rests" // of the second file's name
	usual      = 500      // bytes of a record, about
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// OpenBook reads the book at a path, which need not exist. maker stands for the program and all that it made the results by,
// besides what is in their keys; of another maker's book nothing is used.
func OpenBook(path string, maker Sum) *Book {
	text := readText(path)
	b := &Book{path: path, maker: maker, read: int64(len(text)), known: make(map[Sum]*record, len(text)/usual), added: map[Sum]*record{}}
	rest, ok := strings.CutPrefix(text, bookHead+string(maker[:]))
	if !ok {
		return b
	}
	b.openRests()
	b.whole = true
	for len(rest) > 0 {
		if rest, ok = b.enter(rest); !ok {
			b.whole = false
			break
		}
	}
	return b
}

// openRests opens the second file where there is one.
func (b *Book) openRests() {
	if !Regular(b.path + restsEnd) {
		return
	}
	f, err := os.Open(b.path + restsEnd)
	if err != nil {
		return
	}
	if info, err := f.Stat(); err == nil {
		b.rests, b.until = f, info.Size()
	}
}

// readText reads a file; "" where it can't be read.
func readText(path string) string {
	data, err := ReadFile(path)
	if err != nil {
		return ""
	}
	return textOf(data)
}

// textOf takes bytes that are nobody else's for a text: a copy of many megabytes would take as long as reading them.
func textOf(data []byte) string { return unsafe.String(unsafe.SliceData(data), len(data)) }

// bytesOf lends a text to what only reads bytes.
func bytesOf(text string) []byte { return unsafe.Slice(unsafe.StringData(text), len(text)) }

// enter takes the first record of a text, and returns the rest.
func (b *Book) enter(text string) (rest string, ok bool) {
	if len(text) < recordHead {
		return "", false
	}
	head := bytesOf(text[sha256.Size:recordHead])
	size := binary.LittleEndian.Uint32(head)
	if int64(size) > int64(len(text)-recordHead) {
		return "", false
	}
	end := recordHead + int(size)
	b.known[Sum(bytesOf(text[:sha256.Size]))] = &record{data: text[recordHead:end], place: readPlace(head[4:]), in: b.rests, text: text[:end]}
	return text[end:], true
}

func readPlace(b []byte) place {
	return place{int64(binary.LittleEndian.Uint64(b)), binary.LittleEndian.Uint32(b[8:]), binary.LittleEndian.Uint32(b[12:])}
}

// appendHead writes what stands before the data of a record but for its last number.
func (r *record) appendHead(b []byte, key Sum) []byte {
	b = binary.LittleEndian.AppendUint32(append(b, key[:]...), uint32(len(r.data)))
	b = binary.LittleEndian.AppendUint64(b, uint64(r.place.at))
	b = binary.LittleEndian.AppendUint32(b, r.place.size)
	return binary.LittleEndian.AppendUint32(b, r.place.crc)
}

// sum sums up a record by what is written before its sum, and by its data.
func (r *record) sum(head []byte) uint32 {
	return crc32.Update(crc32.Update(0, castagnoli, head), castagnoli, bytesOf(r.data))
}

// damaged reports whether a record that was read is another than was written.
func (r *record) damaged() bool {
	const at = recordHead - 4
	head := bytesOf(r.text[:recordHead])
	return r.sum(head[:at]) != binary.LittleEndian.Uint32(head[at:])
}

// sumRest sums up the rest of a key.
func sumRest(key Sum, rest string) uint32 {
	return crc32.Update(crc32.Update(0, castagnoli, key[:]), castagnoli, bytesOf(rest))
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
	r := b.find(key)
	if r == nil {
		return "", false
	}
	return r.data, true
}

// Rest returns the rest of a result that was found, if it is as it was written.
func (b *Book) Rest(key Sum) (string, bool) {
	if b == nil {
		return "", false
	}
	r := b.find(key)
	if r == nil {
		return "", false
	}
	b.mu.RLock()
	rest, in, place := string(r.rest), r.in, r.place
	b.mu.RUnlock()
	if rest != "" || place.size == 0 {
		return rest, true
	}
	return readRest(in, place, key)
}

// find returns a record that is not damaged, nil where there is none. What was added later is believed first: it stands
// for what was lost.
func (b *Book) find(key Sum) *record {
	b.mu.RLock()
	r := b.added[key]
	b.mu.RUnlock()
	if r != nil {
		return r
	}
	r = b.known[key]
	if r == nil || !r.used.Load() && (r.damaged() || !r.place.within(b.until)) {
		return nil
	}
	r.used.Store(true)
	return r
}

// readRest reads the rest of a key; false where it is another one.
func readRest(in *os.File, p place, key Sum) (string, bool) {
	data := make([]byte, p.size)
	if _, err := in.ReadAt(data, p.at); err != nil || sumRest(key, textOf(data)) != p.crc {
		return "", false
	}
	return textOf(data), true
}

// Add enters a result without a rest.
func (b *Book) Add(key Sum, data string) { b.AddWith(key, data, nil) }

// AddWith enters a result. The rest is copied.
func (b *Book) AddWith(key Sum, data string, rest []byte) {
	if b == nil {
		return
	}
	r := &record{data: data, place: place{size: uint32(len(rest)), crc: sumRest(key, textOf(rest))}}
	b.mu.Lock()
	b.added[key] = r
	b.hold(r, rest)
	holds := len(b.room)
	if b.stuck {
		holds = 0
	}
	b.mu.Unlock()
	switch {
	case holds > 2*most: // they come quicker than they are written
		b.laying.Lock()
	case holds <= most || !b.laying.TryLock(): // somebody is at it
		return
	}
	_ = b.layDown() // else they wait in memory
	b.laying.Unlock()
}

// hold keeps a rest in memory.
func (b *Book) hold(r *record, rest []byte) {
	from := len(b.room)
	b.room = append(b.room, rest...)
	r.rest = b.room[from:len(b.room):len(b.room)]
	b.held = append(b.held, r)
}
