package picture

import (
	"bytes"
	"image/jpeg"
	"testing"
)

// TestScans holds that a JPEG of many scans is refused before anybody goes over its pixels as often, and one of few is not.
func TestScans(t *testing.T) {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, halves(9, 4), nil); err != nil {
		t.Fatal(err)
	}
	pixels := bytes.Index(b.Bytes(), []byte{0xff, 0xda})
	file, scan := b.Bytes()[:b.Len()-2], b.Bytes()[pixels:b.Len()-2]
	for n, want := range map[int]bool{1: true, maxScans: true, maxScans + 1: false} {
		data := append(append(bytes.Clone(file), bytes.Repeat(scan, n-1)...), 0xff, 0xd9)
		if _, err := Publish(data, ".jpg", Widest); (err == nil) != want {
			t.Errorf("of %d scans: %v", n, err)
		}
		if _, err := Print(data, ".jpg"); (err == nil) != want {
			t.Errorf("of %d scans, to be printed: %v", n, err)
		}
	}
}
