package render

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"

	"golang.org/x/image/draw"
)

// maxWidth is how wide a picture is needed: a column of text on a screen with two
// dots a pixel.
const maxWidth = 1280

// quality is that of pictures that are encoded anew, as cameras' own.
const quality = 85

// maxPixels is what a picture may have to be made smaller: one with more could be
// made to fill the memory.
const maxPixels = 100_000_000

// strip returns a picture without what cameras and programs write into files, the
// position above all. Its pixels stay as they are.
func strip(data []byte, ext string) ([]byte, error) {
	switch ext {
	case ".jpg":
		return stripJPEG(data)
	case ".png":
		return stripPNG(data)
	case ".webp":
		return stripWebP(data)
	}
	all, err := gif.DecodeAll(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = gif.EncodeAll(&b, all)
	return b.Bytes(), err
}

// shown is the size at which pages show a picture that may be so wide at most, 0 where it is not known, and
// whether it has to be encoded anew for that: it is too wide, or was taken with the camera turned.
func shown(data []byte, ext string, most int) (width, height int, anew bool) {
	width, height = size(data)
	turn := 1
	if ext == ".jpg" {
		turn = orientation(data)
		width, height = turned(width, height, turn)
	}
	if ext != ".jpg" && ext != ".png" || width*height > maxPixels || width <= most && turn == 1 {
		return width, height, false
	}
	if width > most {
		width, height = most, max(1, (height*most+width/2)/width)
	}
	return width, height, true
}

// publish makes of a picture what the site shows: at most so wide and without
// metadata. What needs no other size loses no quality either. Pixels that can't be read
// are left to browsers, which show what there is. The bytes are always the same.
func publish(data []byte, ext string, most int) ([]byte, error) {
	stripped, err := strip(data, ext)
	if err != nil {
		return nil, err
	}
	width, height, anew := shown(data, ext, most)
	if !anew {
		return stripped, nil
	}
	from, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return stripped, nil
	}
	from = upright(from, orientation(data))
	to := image.NewNRGBA(image.Rect(0, 0, width, height))
	draw.CatmullRom.Scale(to, to.Bounds(), from, from.Bounds(), draw.Src, nil)
	var b bytes.Buffer
	if ext == ".jpg" {
		err = jpeg.Encode(&b, to, &jpeg.Options{Quality: quality})
	} else {
		err = png.Encode(&b, to)
	}
	return b.Bytes(), err
}

// turned is the size of a picture once it stands upright: orientations from 5 on lie.
func turned(width, height, turn int) (int, int) {
	if turn >= 5 {
		return height, width
	}
	return width, height
}

// upright turns a picture as its camera was held, by the eight orientations of Exif.
func upright(from image.Image, turn int) image.Image {
	if turn == 1 {
		return from
	}
	w, h := from.Bounds().Dx(), from.Bounds().Dy()
	width, height := turned(w, h, turn)
	to := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			fx, fy := x, y
			switch turn {
			case 2:
				fx = w - 1 - x
			case 3:
				fx, fy = w-1-x, h-1-y
			case 4:
				fy = h - 1 - y
			case 5:
				fx, fy = y, x
			case 6:
				fx, fy = y, h-1-x
			case 7:
				fx, fy = w-1-y, h-1-x
			case 8:
				fx, fy = w-1-y, x
			}
			to.Set(x, y, from.At(from.Bounds().Min.X+fx, from.Bounds().Min.Y+fy))
		}
	}
	return to
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
		if end > len(data) {
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
	return append(b, data[pixels:behind(data, pixels)]...), nil
}

// behind returns where a JPEG ends whose pixels begin at a place: what comes after,
// such as a second picture, may tell as much as metadata.
func behind(data []byte, at int) int {
	for at+4 <= len(data) {
		switch marker := data[at+1]; {
		case data[at] != 0xff || marker == 0xff:
			at++
		case marker == 0xd9:
			return at + 2
		case marker == 0 || marker >= 0xd0 && marker <= 0xd7:
			at += 2
		default:
			at += 2 + int(binary.BigEndian.Uint16(data[at+2:]))
		}
	}
	return len(data)
}

// orientation reads how the camera was held from a JPEG's Exif, 1 where it doesn't say.
func orientation(data []byte) int {
	turn := 1
	if len(data) < 4 {
		return turn
	}
	_, _ = segments(data, func(marker byte, segment []byte) {
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

// stripWebP leaves out the chunks for Exif and XMP, and the bits that announce them.
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
		case "EXIF", "XMP ":
		default:
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
