package picture

import "testing"

func TestWebPSize(t *testing.T) {
	data := append([]byte("RIFF\x00\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00"), 0xff, 0x01, 0, 0x2b, 0x01, 0)
	if w, h := Size(data); w != 512 || h != 300 {
		t.Errorf("%d × %d, want 512 × 300", w, h)
	}
	if w, h := Size([]byte("nothing")); w != 0 || h != 0 {
		t.Errorf("%d × %d of no image", w, h)
	}
}
