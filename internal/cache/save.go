package cache

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"os"
)

// Save writes what was added to the files, and drops what was neither found nor added since the book was opened where
// that is more than the rest. It ends the use of a book.
func (b *Book) Save() error {
	if b == nil {
		return nil
	}
	defer b.close()
	if b.whole && len(b.added) == 0 {
		return nil
	}
	var kept int64
	for key, r := range b.known {
		if r.used.Load() && b.added[key] == nil {
			kept += int64(recordHead+len(r.data)) + int64(r.place.size)
		}
	}
	if b.whole && b.read+b.until <= 2*(kept+int64(len(bookHead)+len(b.maker))) && b.append() {
		return nil
	}
	return b.replace()
}

// close lets the second file go, which some systems do not replace while it is open.
func (b *Book) close() {
	if b.rests != nil {
		b.rests.Close()
		b.rests = nil
	}
}

// append writes new records behind the others, and reports whether the files were still the same.
func (b *Book) append() bool {
	var text, rests bytes.Buffer
	for key, r := range b.added {
		r.place.at = b.until + int64(rests.Len())
		rests.WriteString(r.rest)
		r.write(&text, key)
	}
	return appendTo(b.path+restsEnd, b.until, rests.Bytes()) && appendTo(b.path, b.read, text.Bytes())
}

// appendTo writes behind the end of a file, and reports whether it had the size that was expected.
func appendTo(path string, size int64, text []byte) bool {
	if len(text) == 0 {
		return true
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
	var at int64
	err := Replace(b.path+restsEnd, func(w io.Writer) error {
		defer b.close()
		p := paper{w: w}
		for key, r := range b.kept() {
			rest, ok := b.readRest(r, key)
			r.place.at, r.lost = at, !ok
			at += int64(len(rest))
			p.text.WriteString(rest)
			p.turn()
		}
		return p.end()
	})
	if err != nil {
		return err
	}
	return Replace(b.path, func(w io.Writer) error {
		p := paper{w: w}
		p.text.WriteString(bookHead)
		p.text.Write(b.maker[:])
		for key, r := range b.kept() {
			if !r.lost {
				r.write(&p.text, key)
				p.turn()
			}
		}
		return p.end()
	})
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
	text.Write(r.appendHead(text.AvailableBuffer(), key))
	text.Write(binary.LittleEndian.AppendUint32(text.AvailableBuffer(), r.sum(key)))
	text.WriteString(r.data)
}

// A paper collects what is written, and writes it when it is much.
type paper struct {
	w    io.Writer
	text bytes.Buffer
	err  error
}

func (p *paper) turn() {
	if p.text.Len() >= 1<<18 {
		p.err = errors.Join(p.err, p.end())
	}
}

func (p *paper) end() error {
	if p.err == nil {
		_, p.err = p.w.Write(p.text.Bytes())
	}
	p.text.Reset()
	return p.err
}
