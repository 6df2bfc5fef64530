package picture

import (
	"bytes"
	"encoding/base64"
	"image/color"
	"image/png"
	"testing"
)

// moving is a WebP of two pictures of 4 × 3 pixels: red that half shines through, then blue.
const moving = "UklGRtIAAABXRUJQVlA4WAoAAAASAAAAAwAAAgAAQU5JTQYAAAD/////AABBTk1GWgAAAAAAAAAAAAMAAAIAAMgAAAJBTFBICgAAAAEH0L+ICERE/wNWUDggMAAAANABAJ0BKgQAAwACADQloAJ0ug" +
	"H4AAOwAP7wxAv/ILlhdcjX/yA/5Af8gP/48gAAAEFOTUZEAAAAAAAAAAAAAwAAAgAAyAAAAFZQOCAsAAAAlAEAnQEqBAADAAAANCWgAnS6AAOYAP75k2//kB//kB//kB//ID/iF3sgMAA="

// TestPrintMoving holds that of a picture that moves the first one is printed, with what shines through, and that nothing but sound
// parts is asked of it.
func TestPrintMoving(t *testing.T) {
	data, err := base64.StdEncoding.DecodeString(moving)
	if err != nil {
		t.Fatal(err)
	}
	opaque := bytes.Replace(data, []byte("ALPH"), []byte("alph"), 1)
	for _, test := range []struct {
		data []byte
		want color.NRGBA
	}{{data, color.NRGBA{239, 15, 16, 127}}, {opaque, color.NRGBA{239, 15, 16, 255}}} {
		printed, err := Print(test.data, ".webp")
		if err != nil {
			t.Fatal(err)
		}
		m, err := png.Decode(bytes.NewReader(printed))
		if err != nil || m.Bounds().Dx() != 4 || m.Bounds().Dy() != 3 {
			t.Fatal(m, err)
		}
		if got := color.NRGBAModel.Convert(m.At(1, 1)).(color.NRGBA); got != test.want {
			t.Errorf("it is %v, want %v", got, test.want)
		}
	}
	for n := range data {
		_, _ = Print(data[:n], ".webp")
		damaged := bytes.Clone(data)
		damaged[n] ^= 0xff
		_, _ = Print(damaged, ".webp")
	}
}
