package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image/gif"
	"image/jpeg"
	"image/png"
	"reflect"
	"testing"
)

// TestManyPixels holds that pictures that would fill the memory are neither decoded nor shown.
func TestManyPixels(t *testing.T) {
	var asGIF, asPNG bytes.Buffer
	if err := errors.Join(gif.Encode(&asGIF, halves(9, 4), nil), png.Encode(&asPNG, halves(9, 4))); err != nil {
		t.Fatal(err)
	}
	binary.LittleEndian.PutUint32(asGIF.Bytes()[6:], 0xffffffff)
	for ext, data := range map[string][]byte{".gif": asGIF.Bytes(), ".png": sized(asPNG.Bytes(), 70_000, 70_000)} {
		_, published := Publish(data, ext, Widest)
		_, printed := Print(data, ext)
		for _, err := range []error{published, printed} {
			if f, ok := errors.AsType[*Fault](err); !ok || f.Cause != Pixels {
				t.Errorf("%s: %v", ext, err)
			}
		}
	}
	for width, want := range map[int]*Fault{10_000: nil, 10_001: {Pixels, "10001 × 10000"}} {
		if got := Inspect(sized(asPNG.Bytes(), width, 10_000), ".png"); !reflect.DeepEqual(got, want) {
			t.Errorf("%d × 10000: %v", width, got)
		}
	}
}

// sized is a PNG that says to be of another size.
func sized(data []byte, width, height int) []byte {
	data = bytes.Clone(data)
	binary.BigEndian.PutUint32(data[16:], uint32(width))
	binary.BigEndian.PutUint32(data[20:], uint32(height))
	binary.BigEndian.PutUint32(data[29:], crc32.ChecksumIEEE(data[12:29]))
	return data
}

// TestTrailing holds that what stands behind a picture, such as a page or an archive, is not published with it.
func TestTrailing(t *testing.T) {
	const tail = "evil\x16\x00\x00\x00<script>evil()</script>" // the form of WebP's parts
	var asPNG, asJPEG, asGIF bytes.Buffer
	if err := errors.Join(png.Encode(&asPNG, halves(9, 4)), jpeg.Encode(&asJPEG, halves(9, 4), nil), gif.Encode(&asGIF, halves(9, 4), nil)); err != nil {
		t.Fatal(err)
	}
	webp := "RIFF\x1a\x00\x00\x00WEBPVP8L\x0d\x00\x00\x00\x2f\x00\x00\x00\x10\x07\x10\x11\x11\x88\x88\xfe\x07\x00"
	for ext, data := range map[string]string{".png": asPNG.String(), ".jpg": asJPEG.String(), ".gif": asGIF.String(), ".webp": webp} {
		if whole, err := Publish([]byte(data), ext, Widest); err != nil || len(whole) == 0 {
			t.Fatalf("%s: %v", ext, err)
		}
		if got, err := Publish([]byte(data+tail), ext, Widest); err == nil && bytes.Contains(got, []byte("evil")) {
			t.Errorf("%s: %q", ext, got)
		}
	}
}
