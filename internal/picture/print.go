package picture

import (
	"bytes"
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
		decode = webp.Decode
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
