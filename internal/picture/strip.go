package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
)

// Strip returns a picture without what cameras and programs write into files, the
// position above all. Its pixels stay as they are.
func Strip(data []byte, ext string) ([]byte, error) {
	switch ext {
	case ".jpg":
		return stripJPEG(data)
	case ".png":
		return stripPNG(data)
	case ".webp":
		return stripWebP(data)
	}
	return stripGIF(data)
}

// stripGIF leaves out comments, texts and what programs wrote, but for how often an animation is
// repeated. It decodes nothing: a small file can hold thousands of large pictures.
func stripGIF(data []byte) ([]byte, error) {
	if len(data) < 13 || !bytes.HasPrefix(data, []byte("GIF8")) {
		return nil, errPicture
	}
	at := 13 + colours(data[10])
	b := append(make([]byte, 0, len(data)), data[:min(at, len(data))]...)
	for at+1 < len(data) {
		var end int
		keep := true
		switch data[at] {
		case 0x2c: // a picture: its place, colours, and the size of its first code
			if at+10 > len(data) {
				return nil, errPicture
			}
			end = parts(data, at+10+colours(data[at+9])+1)
		case 0x21:
			end = parts(data, at+2)
			repeats := data[at+1] == 0xff && (bytes.HasPrefix(data[at+2:], []byte("\x0bNETSCAPE2.0")) || bytes.HasPrefix(data[at+2:], []byte("\x0bANIMEXTS1.0")))
			keep = data[at+1] == 0xf9 || repeats
		default:
			return nil, errPicture
		}
		if end < 0 {
			return nil, errPicture
		}
		if keep {
			b = append(b, data[at:end]...)
		}
		at = end
	}
	if at >= len(data) || data[at] != 0x3b {
		return nil, errPicture
	}
	return append(b, 0x3b), nil
}

// colours is the length of the table of colours that the flags of a GIF tell of.
func colours(flags byte) int {
	if flags&0x80 == 0 {
		return 0
	}
	return 3 << (flags&7 + 1)
}

// parts returns where the parts of a block of a GIF end, each of which begins with its length; -1 where
// they don't.
func parts(data []byte, at int) int {
	for at < len(data) {
		n := int(data[at])
		at += 1 + n
		if n == 0 {
			return at
		}
	}
	return -1
}

var errPicture = errors.New("the picture ends early")

// segments calls do for each segment of a JPEG before its pixels, marker and
// length included, and returns where the pixels begin.
func segments(data []byte, do func(marker byte, segment []byte)) (int, error) {
	at := 2
	for at+4 <= len(data) && data[at] == 0xff {
		marker := data[at+1]
		if marker == 0xda {
			return at, nil
		}
		if marker == 0xff || marker == 0x01 || marker >= 0xd0 && marker <= 0xd7 { // padding, and markers without a length
			at += 1
			if marker != 0xff {
				at++
			}
			continue
		}
		end := at + 2 + int(binary.BigEndian.Uint16(data[at+2:]))
		if end < at+4 || end > len(data) { // the length counts itself
			break
		}
		do(marker, data[at:end])
		at = end
	}
	return 0, errPicture
}

// stripJPEG leaves out comments and application segments, but for what colours depend
// on: JFIF, ICC profiles and Adobe's.
func stripJPEG(data []byte) ([]byte, error) {
	if len(data) < 4 || data[0] != 0xff || data[1] != 0xd8 {
		return nil, errPicture
	}
	b := append(make([]byte, 0, len(data)), data[:2]...)
	pixels, err := segments(data, func(marker byte, segment []byte) {
		application := marker >= 0xe0 && marker <= 0xef
		profile := marker == 0xe2 && bytes.HasPrefix(segment[4:], []byte("ICC_PROFILE\x00"))
		if marker != 0xfe && (!application || marker == 0xe0 || marker == 0xee || profile) {
			b = append(b, segment...)
		}
	})
	if err != nil {
		return nil, err
	}
	end, scans := behind(data, pixels)
	if scans > maxScans {
		return nil, errScans
	}
	return append(b, data[pixels:end]...), nil
}

// maxScans is how many times a progressive JPEG may go over all of its pixels: cameras and programs make some ten of them. One takes
// a hundred bytes, and goes over a hundred million pixels.
const maxScans = 100

var errScans = errors.New("the picture has too many layers")

// behind returns where a JPEG ends whose pixels begin at a place, and in how many scans they come: what comes after,
// such as a second picture, may tell as much as metadata.
func behind(data []byte, at int) (end, scans int) {
	for at+4 <= len(data) {
		switch marker := data[at+1]; {
		case data[at] != 0xff || marker == 0xff:
			at++
		case marker == 0xd9:
			return at + 2, scans
		case marker == 0 || marker >= 0xd0 && marker <= 0xd7:
			at += 2
		default:
			if marker == 0xda {
				scans++
			}
			at += 2 + int(binary.BigEndian.Uint16(data[at+2:]))
		}
	}
	return len(data), scans
}

// stripPNG keeps the chunks that the picture needs, by the standard's own list
// of what changes how it looks.
func stripPNG(data []byte) ([]byte, error) {
	needed := map[string]bool{
		"IHDR": true, "PLTE": true, "IDAT": true, "IEND": true, "tRNS": true, "gAMA": true, "cHRM": true, "sRGB": true, "iCCP": true,
		"sBIT": true, "bKGD": true, "pHYs": true, "acTL": true, "fcTL": true, "fdAT": true, "cICP": true,
	}
	const signature = 8
	if len(data) < signature || string(data[1:4]) != "PNG" {
		return nil, errPicture
	}
	b := append(make([]byte, 0, len(data)), data[:signature]...)
	for at := signature; at+12 <= len(data); {
		end := at + 12 + int(binary.BigEndian.Uint32(data[at:]))
		if end > len(data) || end < at {
			break
		}
		name := string(data[at+4 : at+8])
		if needed[name] {
			b = append(b, data[at:end]...)
		}
		if name == "IEND" {
			return b, nil
		}
		at = end
	}
	return nil, errPicture
}

// stripWebP keeps the chunks that the picture needs, and takes back the bits that announce Exif and XMP.
func stripWebP(data []byte) ([]byte, error) {
	const head = 12
	if len(data) < head || string(data[:4]) != "RIFF" || string(data[8:12]) != "WEBP" {
		return nil, errPicture
	}
	b := append(make([]byte, 0, len(data)), data[:head]...)
	for at := head; at+8 <= len(data); {
		size := int(binary.LittleEndian.Uint32(data[at+4:]))
		end := at + 8 + size + size%2
		if end < at || at+8+size > len(data) {
			return nil, errPicture
		}
		end = min(end, len(data))
		switch name := string(data[at : at+4]); name {
		case "VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP":
			from := len(b)
			b = append(b, data[at:end]...)
			if name == "VP8X" && size > 0 {
				const announced = 0x08 | 0x04
				b[from+8] &^= announced
			}
		}
		at = end
	}
	binary.LittleEndian.PutUint32(b[4:], uint32(len(b)-8))
	return b, nil
}
