package picture

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// TestInspect holds that what is not shown has its cause, and that the site shows exactly what has none.
func TestInspect(t *testing.T) {
	jpg, drawing, moving, webp := photo(t, 40, 20, 1), drawn(t, 40, 20), animated(t), webpFile()
	damaged := &Fault{Cause: Damaged}
	for name, test := range map[string]struct {
		data []byte
		ext  string
		want *Fault
	}{
		"photo":                  {jpg, ".jpg", nil},
		"photo, other ending":    {jpg, ".JPEG", nil},
		"drawing":                {drawing, ".png", nil},
		"moving":                 {moving, ".gif", nil},
		"WebP":                   {webp, ".webp", nil},
		"empty":                  {nil, ".png", &Fault{Cause: Foreign}},
		"page":                   {[]byte("<!doctype html><title>Login</title>"), ".png", &Fault{Cause: Foreign}},
		"another kind":           {drawing, ".jpg", &Fault{Other, "PNG"}},
		"head alone":             {[]byte("\xff\xd8\xff"), ".jpg", damaged},
		"photo cut off":          {jpg[:len(jpg)-len(secret)-1], ".jpg", damaged},
		"photo half":             {jpg[:len(jpg)/2], ".jpg", damaged},
		"photo without frame":    {bytes.Replace(jpg, []byte{0xff, 0xc0}, []byte{0xff, 0xef}, 1), ".jpg", damaged},
		"photo of no height":     {edited(jpg, "\xff\xc0", 5, 0, 0), ".jpg", damaged},
		"arithmetic":             {edited(jpg, "\xff\xc0", 1, 0xc9), ".jpg", &Fault{Cause: Coding}},
		"of 12 bits":             {edited(jpg, "\xff\xc0", 4, 12), ".jpg", &Fault{Cause: Coding}},
		"many pixels":            {edited(jpg, "\xff\xc0", 5, 0xff, 0xff, 0xff, 0xff), ".jpg", &Fault{Pixels, "65535 × 65535"}},
		"drawing cut off":        {drawing[:len(drawing)-1], ".png", damaged},
		"drawing of a wrong sum": {edited(drawing, "IDAT", 9, 'x'), ".png", damaged},
		"damaged metadata":       {bytes.Replace(drawing, []byte("GPS"), []byte("gps"), 1), ".png", nil},
		"drawing without pixels": {renamed(drawing, "IDAT", "noth"), ".png", damaged},
		"moving cut off":         {moving[:len(moving)-1], ".gif", damaged},
		"nothing moves":          {[]byte("GIF89a\x04\x00\x04\x00\x00\x00\x00;"), ".gif", damaged},
		"WebP cut off":           {webp[:len(webp)-9], ".webp", damaged},
		"WebP without pixels":    {bytes.Replace(webp, []byte("VP8 "), []byte("noth"), 1), ".webp", damaged},
		"WebP cut at a chunk":    {webp[:bytes.Index(webp, []byte("EXIF"))], ".webp", damaged},
	} {
		got := Inspect(test.data, test.ext)
		if !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s: %v, want %v", name, got, test.want)
		}
		if _, err := Publish(test.data, strings.ToLower(test.ext), Widest); (err == nil) != (got == nil) {
			t.Errorf("%s is published: %v", name, err)
		}
		if again := ParseFault(got.String()); !reflect.DeepEqual(again, got) {
			t.Errorf("%s: %v becomes %v", name, got, again)
		}
	}
}

// edited changes bytes that begin somewhere behind a mark.
func edited(data []byte, mark string, behind int, by ...byte) []byte {
	data = bytes.Clone(data)
	copy(data[bytes.Index(data, []byte(mark))+behind:], by)
	return data
}

// renamed calls the chunks of a PNG otherwise, with a sum that fits.
func renamed(data []byte, from, to string) []byte {
	data = bytes.Clone(data)
	for at := 8; at < len(data); {
		end := at + 8 + int(binary.BigEndian.Uint32(data[at:]))
		if slices.Equal(data[at+4:at+8], []byte(from)) {
			copy(data[at+4:], to)
			binary.BigEndian.PutUint32(data[end:], crc32.ChecksumIEEE(data[at+4:end]))
		}
		at = end + 4
	}
	return data
}
