package picture

import (
	"bytes"
	"encoding/binary"
	"slices"
)

// strip returns a sound picture without what cameras and programs write into files, the
// position above all. Its pixels stay as they are.
func strip(data []byte) []byte {
	switch kindOf(data) {
	case "JPEG":
		return stripJPEG(data)
	case "PNG":
		return stripPNG(data)
	case "WebP":
		return stripWebP(data)
	}
	return stripGIF(data)
}

// stripGIF leaves out comments, texts and what programs wrote, but for how often an animation is
// repeated. It decodes nothing: a small file can hold thousands of large pictures.
func stripGIF(data []byte) []byte {
	var kept []byte
	head, _ := blocks(data, func(kind byte, block []byte) {
		repeats := block[1] == 0xff && (bytes.HasPrefix(block[2:], []byte("\x0bNETSCAPE2.0")) || bytes.HasPrefix(block[2:], []byte("\x0bANIMEXTS1.0")))
		if kind == 0x2c || block[1] == 0xf9 || repeats {
			kept = append(kept, block...)
		}
	})
	return slices.Concat(head, kept, []byte{0x3b})
}

// stripJPEG leaves out comments and application segments, but for what colours depend
// on: JFIF, ICC profiles and Adobe's.
func stripJPEG(data []byte) []byte {
	b := append(make([]byte, 0, len(data)), data[:2]...)
	pixels, _ := segments(data, func(marker byte, segment []byte) {
		application := marker >= 0xe0 && marker <= 0xef
		profile := marker == 0xe2 && bytes.HasPrefix(segment[4:], []byte("ICC_PROFILE\x00"))
		if marker != 0xfe && (!application || marker == 0xe0 || marker == 0xee || profile) {
			b = append(b, segment...)
		}
	})
	end, _, _ := behind(data, pixels)
	return append(b, data[pixels:end]...)
}

// isNeeded reports whether a picture needs a chunk of a PNG, by the standard's own list of what changes how it looks.
func isNeeded(name string) bool {
	switch name {
	case "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "acTL", "fcTL", "fdAT", "cICP":
		return true
	}
	return false
}

// stripPNG keeps the chunks that the picture needs.
func stripPNG(data []byte) []byte {
	b := append(make([]byte, 0, len(data)), signature...)
	chunks(data, func(name string, chunk []byte) {
		if isNeeded(name) {
			b = append(b, chunk...)
		}
	})
	return b
}

// stripWebP keeps the chunks that the picture needs, and takes back the bits that announce Exif and XMP.
func stripWebP(data []byte) []byte {
	b := append(make([]byte, 0, len(data)), data[:webpHead]...)
	riffs(data, func(name string, chunk []byte) {
		switch name {
		case "VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP":
			from := len(b)
			b = append(b, chunk...)
			if name == "VP8X" && len(chunk) > 8 {
				const announced = 0x08 | 0x04
				b[from+8] &^= announced
			}
		}
	})
	binary.LittleEndian.PutUint32(b[4:], uint32(len(b)-8))
	return b
}
