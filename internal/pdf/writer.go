package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"fmt"
	"strconv"
)

// A writer puts objects into the file and remembers where they are. Streams
// stand by themselves; all other objects are collected and compressed together,
// since a structure tree is thousands of small ones.
type writer struct {
	out     bytes.Buffer
	places  []place // by object number less one
	packer  *packer
	group   []byte // the objects that are collected
	heads   []byte // their numbers, and where each begins
	grouped int
	holder  int // the object that will hold them
}

// A place is where an object is: at an offset, or one of those in another.
type place struct {
	at     int
	holder int // 0 where the object stands by itself
}

// maxGroup is how many bytes of objects are compressed together. A reader
// unpacks all of them to see one.
const maxGroup = 16 << 10

// reserve takes an object number for what is written later.
func (w *writer) reserve() int {
	w.places = append(w.places, place{})
	return len(w.places)
}

func (w *writer) put(id int, object string) {
	if w.grouped == 0 {
		w.holder = w.reserve()
	}
	w.places[id-1] = place{w.grouped, w.holder}
	w.heads = append(strconv.AppendInt(append(strconv.AppendInt(w.heads, int64(id), 10), ' '), int64(len(w.group)), 10), ' ')
	w.group = append(append(w.group, object...), '\n')
	w.grouped++
	if len(w.group) >= maxGroup {
		w.endGroup()
	}
}

func (w *writer) endGroup() {
	if w.grouped == 0 {
		return
	}
	dict := fmt.Sprintf("/Type/ObjStm/N %d/First %d", w.grouped, len(w.heads))
	w.stream(w.holder, dict, append(w.heads, w.group...))
	w.heads, w.group, w.grouped = w.heads[:0], w.group[:0], 0
}

func (w *writer) object(object string) int {
	id := w.reserve()
	w.put(id, object)
	return id
}

// rawStream writes a stream as it is.
func (w *writer) rawStream(id int, dict string, data []byte) {
	w.places[id-1] = place{at: w.out.Len()}
	fmt.Fprintf(&w.out, "%d 0 obj\n<<%s/Length %d>>\nstream\n", id, dict, len(data))
	w.out.Write(data)
	w.out.WriteString("\nendstream\nendobj\n")
}

const packed = "/Filter/FlateDecode"

// stream writes a stream that is compressed.
func (w *writer) stream(id int, dict string, data []byte) {
	w.rawStream(id, dict+packed, w.packer.pack(data))
}

func (w *writer) newStream(dict string, data []byte) int {
	id := w.reserve()
	w.stream(id, dict, data)
	return id
}

// finish writes the table of objects, which is the trailer as well.
func (w *writer) finish(catalogue, info int) []byte {
	w.endGroup()
	sum := sha256.Sum256(w.out.Bytes())
	start := w.out.Len()
	table := w.reserve()
	w.places[table-1] = place{at: start}
	rows := make([]byte, 0, 7*(len(w.places)+1))
	rows = append(rows, 0, 0, 0, 0, 0, 0xff, 0xff)
	for _, p := range w.places {
		if p.holder > 0 {
			rows = append(rows, 2, byte(p.holder>>24), byte(p.holder>>16), byte(p.holder>>8), byte(p.holder), byte(p.at>>8), byte(p.at))
			continue
		}
		rows = append(rows, 1, byte(p.at>>24), byte(p.at>>16), byte(p.at>>8), byte(p.at), 0, 0)
	}
	w.stream(table, fmt.Sprintf("/Type/XRef/Size %d/W[1 4 2]/Root %s/Info %s/ID[<%X><%X>]", len(w.places)+1, ref(catalogue), ref(info), sum[:16], sum[:16]), rows)
	fmt.Fprintf(&w.out, "startxref\n%d\n%%%%EOF\n", start)
	return w.out.Bytes()
}

// A packer compresses, one text after the other with the same tables.
type packer struct {
	zip *zlib.Writer
	out bytes.Buffer
}

// effort is the level of compression: higher ones take three times as long for
// files that are a tenth smaller.
const effort = 4

func newPacker() *packer {
	p := &packer{}
	p.zip, _ = zlib.NewWriterLevel(&p.out, effort) // the level is one that there is
	return p
}

// pack returns data compressed, valid until the next call.
func (p *packer) pack(data []byte) []byte {
	p.out.Reset()
	p.zip.Reset(&p.out)
	p.zip.Write(data) // a bytes.Buffer never fails
	p.zip.Close()
	return p.out.Bytes()
}
