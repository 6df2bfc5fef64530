// Package wire writes numbers and texts one after the other, for files that only the same program reads
// again, and reads them without trust: of a damaged file come wrong values, never a panic or a long wait.
//
// A number is a varint as of encoding/binary, a text its length in bytes and its bytes. Nothing says what
// comes next: who reads asks for the same as was written, in the same order.
package wire

import "encoding/binary"

// AppendInt writes a number from 0.
func AppendInt(b []byte, n int) []byte { return binary.AppendUvarint(b, uint64(n)) }

// AppendBool writes whether something holds.
func AppendBool(b []byte, is bool) []byte {
	if is {
		return append(b, 1)
	}
	return append(b, 0)
}

// AppendText writes a text.
func AppendText(b []byte, text string) []byte { return append(AppendInt(b, len(text)), text...) }

// AppendApart writes what write appends as one text, so that who reads can pass it over. Its length stands in as many
// bytes as it may need, since it is known last.
func AppendApart(b []byte, write func(b []byte) []byte) []byte {
	const room = 5
	at := len(b)
	b = write(append(b, make([]byte, room)...))
	n := len(b) - at - room
	for i := range room - 1 {
		b[at+i] = byte(n>>(7*i)) | 0x80
	}
	b[at+room-1] = byte(n >> (7 * (room - 1)))
	return b
}

// A Reader reads from a text. What it returns are parts of that text, which no copy is made of.
type Reader struct {
	text   string
	at     int // what is read next begins here
	broken bool
}

// NewReader returns a reader of what the functions of this package have written.
func NewReader(text string) *Reader { return &Reader{text: text} }

// Int reads a number, 0 from what is none.
func (r *Reader) Int() int {
	if r.at < len(r.text) && r.text[r.at] < 0x80 { // nearly always
		r.at++
		return int(r.text[r.at-1])
	}
	return r.long()
}

// long reads a number of several bytes.
func (r *Reader) long() int {
	n := 0
	for i, shift := r.at, 0; i < len(r.text) && shift < 56; i, shift = i+1, shift+7 {
		c := r.text[i]
		n |= int(c&0x7F) << shift
		if c < 0x80 {
			r.at = i + 1
			return n
		}
	}
	r.fail()
	return 0
}

// Bool reads whether something holds.
func (r *Reader) Bool() bool { return r.Int() == 1 }

// Text reads a text.
func (r *Reader) Text() string {
	n := r.Count()
	r.at += n
	return r.text[r.at-n : r.at]
}

// Rest reads all that is left.
func (r *Reader) Rest() string {
	rest := r.text[r.at:]
	r.at = len(r.text)
	return rest
}

// Count reads how many things follow, each of a byte at least: no more than there can be.
func (r *Reader) Count() int {
	n := r.Int()
	if n > len(r.text)-r.at {
		r.fail()
		return 0
	}
	return n
}

// fail ends all reading: what follows a fault has no meaning.
func (r *Reader) fail() { r.at, r.broken = len(r.text), true }

// Whole reports whether all has been read, and nothing was asked for that is not there.
func (r *Reader) Whole() bool { return !r.broken && r.at == len(r.text) }

// Eight returns the first eight bytes of a text as a number, the first one the lowest: what is asked of each of them can be asked of all
// at once. The text has as many.
func Eight(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}
