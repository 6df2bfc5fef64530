package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image/gif"
	"image/jpeg"
	"image/png"
	"testing"
)

// TestManyPixels holds that pictures that would fill the memory are not decoded.
func TestManyPixels(t *testing.T) {
	head := []byte("IHDR\x00\x00\x4e\x20\x00\x00\x4e\x20\x08\x00\x00\x00\x00") // 20,000 × 20,000, grey
	large := append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0d"), binary.BigEndian.AppendUint32(head, crc32.ChecksumIEEE(head))...)
	if width, height, anew := Shown(large, ".png", Widest); width != 20_000 || height != 20_000 || anew {
		t.Errorf("%d × %d pixels, %v", width, height, anew)
	}
	var b bytes.Buffer
	if err := gif.Encode(&b, halves(9, 4), nil); err != nil {
		t.Fatal(err)
	}
	binary.LittleEndian.PutUint32(b.Bytes()[6:], 0xffffffff)
	if _, err := Print(b.Bytes(), ".gif"); !errors.Is(err, errPicture) {
		t.Error(err)
	}
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
