package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	_ "image/gif"  // for the size of GIF
	_ "image/jpeg" // and JPEG
	_ "image/png"  // and PNG
)

// turned is the size of a picture once it stands upright: orientations from 5 on lie.
func turned(width, height, turn int) (int, int) {
	if turn >= 5 {
		return height, width
	}
	return width, height
}

// orientation reads how the camera was held from a JPEG's Exif, 1 where it doesn't say.
func orientation(data []byte) int {
	turn := 1
	segments(data, func(marker byte, segment []byte) {
		tiff, exif := bytes.CutPrefix(segment[4:], []byte("Exif\x00\x00"))
		if marker != 0xe1 || !exif || len(tiff) < 8 {
			return
		}
		var order binary.ByteOrder = binary.BigEndian
		if tiff[0] == 'I' {
			order = binary.LittleEndian
		}
		at := uint64(order.Uint32(tiff[4:]))
		if at+2 > uint64(len(tiff)) {
			return
		}
		for n := uint64(order.Uint16(tiff[at:])); n > 0; n-- {
			entry := at + 2 + 12*(n-1)
			if entry+12 > uint64(len(tiff)) {
				continue
			}
			if v := order.Uint16(tiff[entry+8:]); order.Uint16(tiff[entry:]) == 0x0112 && v >= 1 && v <= 8 {
				turn = int(v)
			}
		}
	})
	return turn
}

// Size is how wide and high a picture lies in its file, 0 where it is not known.
func Size(data []byte) (width, height int) {
	if c, _, err := image.DecodeConfig(bytes.NewReader(data)); err == nil {
		return c.Width, c.Height
	}
	return webpSize(data)
}

// webpSize reads the head of a WebP file, of which there are three kinds.
// See developers.google.com/speed/webp/docs/riff_container.
func webpSize(data []byte) (width, height int) {
	if len(data) < 30 || string(data[:4]) != "RIFF" || string(data[8:12]) != "WEBP" {
		return 0, 0
	}
	switch string(data[12:16]) {
	case "VP8 ": // frame tag, start code, 14 bits each
		return int(binary.LittleEndian.Uint16(data[26:])) & 0x3fff, int(binary.LittleEndian.Uint16(data[28:])) & 0x3fff
	case "VP8L": // signature, then 14 bits each, less one
		bits := binary.LittleEndian.Uint32(data[21:])
		return int(bits&0x3fff) + 1, int(bits>>14&0x3fff) + 1
	case "VP8X": // flags, then 24 bits each, less one
		return 1 + int(data[24]) + int(data[25])<<8 + int(data[26])<<16, 1 + int(data[27]) + int(data[28])<<8 + int(data[29])<<16
	}
	return 0, 0
}
