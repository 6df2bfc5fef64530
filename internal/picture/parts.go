package picture

import (
	"bytes"
	"encoding/binary"
)

// What follows goes through the parts that files consist of. A part is given with its head; false means that the file
// breaks off, or that something is no part at all.

// segments calls do for each segment of a JPEG before its pixels, marker and
// length included, and returns where the pixels begin.
func segments(data []byte, do func(marker byte, segment []byte)) (pixels int, whole bool) {
	if !bytes.HasPrefix(data, []byte("\xff\xd8")) {
		return 0, false
	}
	at := 2
	for at+4 <= len(data) && data[at] == 0xff {
		marker := data[at+1]
		if marker == 0xda {
			return at, true
		}
		switch {
		case marker == 0xff: // padding
			at++
			continue
		case marker == 0x01 || marker >= 0xd0 && marker <= 0xd7: // markers without a length
			at += 2
			continue
		}
		end := at + 2 + int(binary.BigEndian.Uint16(data[at+2:]))
		if end < at+4 || end > len(data) { // the length counts itself
			break
		}
		do(marker, data[at:end])
		at = end
	}
	return 0, false
}

// behind returns where a JPEG ends whose pixels begin at a place, and in how many scans they come: what comes after,
// such as a second picture, may tell as much as metadata.
func behind(data []byte, at int) (end, scans int, whole bool) {
	for at < len(data) {
		next := bytes.IndexByte(data[at:], 0xff)
		if at += next; next < 0 || at+2 > len(data) {
			break
		}
		switch marker := data[at+1]; {
		case marker == 0xff:
			at++
		case marker == 0xd9:
			return at + 2, scans, true
		case marker == 0 || marker >= 0xd0 && marker <= 0xd7:
			at += 2
		case at+4 > len(data):
			return len(data), scans, false
		default:
			if marker == 0xda {
				scans++
			}
			at += 2 + int(binary.BigEndian.Uint16(data[at+2:]))
		}
	}
	return len(data), scans, false
}

const signature = "\x89PNG\r\n\x1a\n"

// chunks calls do for each chunk of a PNG up to its end: length, name, content, and their sum.
func chunks(data []byte, do func(name string, chunk []byte)) (whole bool) {
	if !bytes.HasPrefix(data, []byte(signature)) {
		return false
	}
	for at := len(signature); at+12 <= len(data); {
		end := at + 12 + int(binary.BigEndian.Uint32(data[at:]))
		if end > len(data) || end < at {
			return false
		}
		name := string(data[at+4 : at+8])
		do(name, data[at:end])
		if name == "IEND" {
			return true
		}
		at = end
	}
	return false
}

// webpHead is how long the head of a WebP is.
const webpHead = 12

// riffs calls do for each chunk of a WebP: name, length and content, and what fills it up.
func riffs(data []byte, do func(name string, chunk []byte)) (whole bool) {
	if len(data) < webpHead || string(data[:4]) != "RIFF" || string(data[8:webpHead]) != "WEBP" {
		return false
	}
	for at := webpHead; at+8 <= len(data); {
		size := int(binary.LittleEndian.Uint32(data[at+4:]))
		end := at + 8 + size + size%2
		if end < at || at+8+size > len(data) {
			return false
		}
		end = min(end, len(data))
		do(string(data[at:at+4]), data[at:end])
		at = end
	}
	return true
}

// blocks calls do for each block of a GIF behind its head, which it returns: pictures (0x2c), and what belongs to them or else (0x21).
func blocks(data []byte, do func(kind byte, block []byte)) (head []byte, whole bool) {
	if len(data) < 13 || !bytes.HasPrefix(data, []byte("GIF8")) {
		return nil, false
	}
	at := 13 + colours(data[10])
	head = data[:min(at, len(data))]
	for at+1 < len(data) {
		var end int
		switch data[at] {
		case 0x2c: // a picture: its place, colours, and the size of its first code
			if at+10 > len(data) {
				return head, false
			}
			end = subBlocks(data, at+10+colours(data[at+9])+1)
		case 0x21:
			end = subBlocks(data, at+2)
		default:
			return head, false
		}
		if end < 0 {
			return head, false
		}
		do(data[at], data[at:end])
		at = end
	}
	return head, at < len(data) && data[at] == 0x3b
}

// colours is the length of the table of colours that the flags of a GIF tell of.
func colours(flags byte) int {
	if flags&0x80 == 0 {
		return 0
	}
	return 3 << (flags&7 + 1)
}

// subBlocks returns where the parts of a block of a GIF end, each of which begins with its length; -1 where
// they don't.
func subBlocks(data []byte, at int) int {
	for at < len(data) {
		n := int(data[at])
		at += 1 + n
		if n == 0 {
			return at
		}
	}
	return -1
}
