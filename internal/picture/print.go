package picture

import (
	"bytes"
	"encoding/binary"
	"image/gif"
	"image/png"

	"golang.org/x/image/webp"
)

// Print makes of a picture what is printed: JPEG or PNG, otherwise as [Publish]
// does. Of one that moves it is the first frame.
func Print(data []byte, ext string) ([]byte, error) {
	decode := gif.Decode
	switch ext {
	case ".gif":
	case ".webp":
		decode, data = webp.Decode, firstFrame(data)
	default:
		return Publish(data, ext, Widest)
	}
	if f := Inspect(data, ext); f != nil {
		return nil, f
	}
	m, err := decode(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		return nil, err
	}
	return Publish(b.Bytes(), ".png", Widest)
}

// firstFrame makes of a WebP that moves one that holds its first frame alone; others stay as they are.
// See developers.google.com/speed/webp/docs/riff_container.
func firstFrame(data []byte) []byte {
	var still []byte
	riffs(data, func(name string, chunk []byte) {
		const head, place, size, rest = 8, 6, 6, 4 // of the frame, before its own chunks
		if name != "ANMF" || still != nil || len(chunk) < head+place+size+rest {
			return
		}
		frame := chunk[head:]
		still = []byte("RIFF\x00\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00")
		if bytes.HasPrefix(frame[place+size+rest:], []byte("ALPH")) {
			still[len(still)-4] = 0x10
		}
		still = append(append(still, frame[place:place+size]...), frame[place+size+rest:]...)
	})
	if still == nil {
		return data
	}
	binary.LittleEndian.PutUint32(still[4:], uint32(len(still)-8))
	return still
}
