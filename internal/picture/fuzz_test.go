package picture

import (
	"bytes"
	"encoding/base64"
	"image/gif"
	"image/jpeg"
	"image/png"
	"testing"
)

// FuzzPublish holds that no file makes it panic to look at a picture, to publish or to print it, that
// its size is never a negative one, and that nothing is wrong with what is published.
func FuzzPublish(f *testing.F) {
	var asPNG, asJPEG, asGIF bytes.Buffer
	for _, err := range []error{png.Encode(&asPNG, halves(9, 4)), jpeg.Encode(&asJPEG, halves(9, 4), nil), gif.Encode(&asGIF, halves(9, 4), nil)} {
		if err != nil {
			f.Fatal(err)
		}
	}
	for _, data := range [][]byte{asPNG.Bytes(), asJPEG.Bytes(), asGIF.Bytes(), []byte("RIFF\x1a\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00\xff\x01\x00\x2b\x01\x00"), []byte("<svg onload=x>")} {
		f.Add(data)
	}
	frames, err := base64.StdEncoding.DecodeString(moving)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(frames)
	f.Fuzz(func(t *testing.T, data []byte) {
		if width, height := Size(data); width*height > 1<<20 {
			t.Skip("large")
		}
		for _, ext := range []string{".png", ".jpg", ".gif", ".webp"} {
			if width, height, _ := Shown(data, ext, Widest); width < 0 || height < 0 {
				t.Errorf("%s of %d × %d", ext, width, height)
			}
			_, _ = Print(bytes.Clone(data), ext)
			for _, most := range []int{4, Widest} {
				published, err := Publish(bytes.Clone(data), ext, most)
				if err != nil {
					continue // it is not shown
				}
				if f := Inspect(published, ext); f != nil {
					t.Errorf("of a sound %s becomes one with %v", ext, f)
				}
			}
		}
	})
}
