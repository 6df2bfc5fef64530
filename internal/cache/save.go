package cache

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"path/filepath"
)

// Save writes what was added to the files, and drops what was neither found nor added since the book was opened where
// that is more than the rest. It ends the use of a book.
func (b *Book) Save() error {
	if b == nil {
		return nil
	}
	defer b.Close()
	if b.whole && len(b.added) == 0 {
		return nil
	}
	var kept int64
	for key, r := range b.known {
		if r.used.Load() && b.added[key] == nil {
			kept += int64(recordHead+len(r.data)) + int64(r.place.size)
		}
	}
	if b.whole && b.next == nil && b.read+b.until <= 2*(kept+int64(len(bookHead)+len(b.maker))) && b.append() {
		return nil
	}
	return b.replace()
}

// most is how many bytes of rests are in memory before they are written.
const most = 4 << 20

// layDown writes the rests that are in memory to what becomes the second file. Meanwhile others may come.
func (b *Book) layDown() error {
	b.mu.Lock()
	held, room := b.held, b.room
	b.held, b.room = nil, b.spare[:0]
	b.mu.Unlock()
	err := b.begin()
	if err == nil {
		_, err = b.next.WriteAt(room, b.end)
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if err != nil {
		b.held, b.room, b.spare, b.stuck = append(held, b.held...), append(room, b.room...), nil, true
		return err
	}
	for _, r := range held {
		r.place.at, r.in, r.rest = b.end, b.next, nil
		b.end += int64(r.place.size)
	}
	b.spare = room
	return nil
}

// begin makes what becomes the second file, unless that has been done.
func (b *Book) begin() error {
	if b.next != nil {
		return nil
	}
	err := os.MkdirAll(filepath.Dir(b.path), 0o755)
	if err == nil {
		b.next, err = os.CreateTemp(filepath.Dir(b.path), filepath.Base(b.path)+restsEnd+"-*"+Unfinished)
	}
	return err
}

// Close ends the use of a book without saving it.
func (b *Book) Close() {
	if b == nil {
		return
	}
	if b.next != nil {
		b.next.Close()
		os.Remove(b.next.Name())
	}
	b.rests, b.next = closed(b.rests), nil
}

// append writes new records behind the others, and reports whether the files were still the same.
func (b *Book) append() bool {
	var text, rests bytes.Buffer
	for key, r := range b.added {
		r.place.at = b.until + int64(rests.Len())
		rests.Write(r.rest)
		r.write(&text, key)
	}
	return appendTo(b.path+restsEnd, b.until, rests.Bytes()) && appendTo(b.path, b.read, text.Bytes())
}

// appendTo writes behind the end of a file, and reports whether it had the size that was expected.
func appendTo(path string, size int64, text []byte) bool {
	if len(text) == 0 {
		return true
	}
	if !Regular(path) {
		return false
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_APPEND, 0)
	if err != nil {
		return false
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || info.Size() != size {
		return false
	}
	_, err = f.Write(text)
	return err == nil
}

// replace writes both files anew, of what was found or added. A rest that is damaged takes its record with it, which is made anew. Where only
// the second file gets into its place, its rests are not those that the first one speaks of, which is seen when they are read.
func (b *Book) replace() error {
	lost, err := b.replaceRests()
	if err != nil {
		return err
	}
	return Replace(b.path, func(w io.Writer) error {
		var text bytes.Buffer
		text.WriteString(bookHead)
		text.Write(b.maker[:])
		for key, r := range b.kept() {
			if lost[r] {
				continue
			}
			if r.write(&text, key); text.Len() >= most {
				if _, err := w.Write(text.Bytes()); err != nil {
					return err
				}
				text.Reset()
			}
		}
		_, err := w.Write(text.Bytes())
		return err
	})
}

// replaceRests puts the second file in place, with all rests of records that are kept, and returns the records whose rests are lost.
func (b *Book) replaceRests() (lost map[*record]bool, err error) {
	if err := b.layDown(); err != nil {
		return nil, err
	}
	lost = map[*record]bool{}
	for key, r := range b.kept() {
		if r.in == b.next || r.place.size == 0 {
			continue
		}
		rest, ok := readRest(r.in, r.place, key)
		if !ok {
			lost[r] = true
			continue
		}
		if b.hold(r, bytesOf(rest)); len(b.room) > most {
			if err := b.layDown(); err != nil {
				return nil, err
			}
		}
	}
	if err := b.layDown(); err != nil {
		return nil, err
	}
	name, err := b.next.Name(), b.next.Close()
	b.rests, b.next = closed(b.rests), nil // some systems do not replace a file that is open
	if err = errors.Join(err, os.Rename(name, b.path+restsEnd)); err != nil {
		os.Remove(name)
	}
	return lost, err
}

func closed(f *os.File) *os.File {
	if f != nil {
		f.Close()
	}
	return nil
}

// kept calls yield with all records that were found or added.
func (b *Book) kept() func(yield func(Sum, *record) bool) {
	return func(yield func(Sum, *record) bool) {
		for key, r := range b.known {
			if b.added[key] == nil && r.used.Load() && !yield(key, r) {
				return
			}
		}
		for key, r := range b.added {
			if !yield(key, r) {
				return
			}
		}
	}
}

func (r *record) write(text *bytes.Buffer, key Sum) {
	head := r.appendHead(text.AvailableBuffer(), key)
	text.Write(binary.LittleEndian.AppendUint32(head, r.sum(head)))
	text.WriteString(r.data)
}
