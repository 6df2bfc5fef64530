package check

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"strings"
	"sync"
)

// pictures are small ones of all kinds, sound and otherwise, by the names that archives have for them.
var pictures = sync.OnceValue(func() map[string]string {
	var asJPEG, asPNG, asGIF bytes.Buffer
	grey := image.NewGray(image.Rect(0, 0, 3, 2))
	_ = jpeg.Encode(&asJPEG, grey, nil) // a buffer takes all
	_ = png.Encode(&asPNG, grey)
	_ = gif.Encode(&asGIF, grey, nil)
	jpg, drawing := asJPEG.String(), asPNG.String()
	file, scan := jpg[:len(jpg)-2], jpg[strings.Index(jpg, "\xff\xda"):len(jpg)-2]
	return map[string]string{
		"JPEG": jpg, "PNG": drawing, "GIF": asGIF.String(),
		"WebP":            "RIFF\x1a\x00\x00\x00WEBPVP8L\x0d\x00\x00\x00\x2f\x00\x00\x00\x10\x07\x10\x11\x11\x88\x88\xfe\x07\x00",
		"JPEG cut off":    jpg[:len(jpg)*9/10],
		"JPEG 200 scans":  file + strings.Repeat(scan, 199) + "\xff\xd9",
		"JPEG arithmetic": strings.Replace(jpg, "\xff\xc0", "\xff\xc9", 1),
		"PNG damaged":     strings.Replace(drawing, "IDAT\x78", "IDAT\x79", 1),
		"PNG 70000":       wide(drawing, 70_000),
	}
})

// wide is a PNG that says to be of another size.
func wide(drawing string, size uint32) string {
	data := []byte(drawing)
	binary.BigEndian.PutUint32(data[16:], size)
	binary.BigEndian.PutUint32(data[20:], size)
	binary.BigEndian.PutUint32(data[29:], crc32.ChecksumIEEE(data[12:29]))
	return string(data)
}
