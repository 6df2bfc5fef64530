package render

import (
	"bytes"
	"errors"
	"image"
	"image/gif"
	"image/png"
	"io/fs"
	"testing"
	"testing/fstest"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
)

// TestImageAt holds which files of a catalogue are shown as pictures: those beside the text that are pictures, and no others.
func TestImageAt(t *testing.T) {
	var b, moving bytes.Buffer
	if err := errors.Join(png.Encode(&b, image.NewGray(image.Rect(0, 0, 2, 1))), gif.Encode(&moving, image.NewGray(image.Rect(0, 0, 2, 1)), nil)); err != nil {
		t.Fatal(err)
	}
	picture := &fstest.MapFile{Data: b.Bytes()}
	files := fstest.MapFS{
		"content/sheets/a/a.png": picture, "content/sheets/a/deep/a.png": picture, "content/sheets/b/a.png": picture, "secret.png": picture, "content/sheets/a/a.bin": {Data: moving.Bytes()},
		"content/sheets/a/a.svg":     {Data: []byte("<svg xmlns='http://www.w3.org/2000/svg' onload='evil()'/>")},
		"content/sheets/a/svg.png":   {Data: []byte("<svg xmlns='http://www.w3.org/2000/svg' onload='evil()'/>")},
		"content/sheets/a/html.gif":  {Data: []byte("GIF89a/*<script>evil()</script>*/")},
		"content/sheets/a/large.png": {Data: append(b.Bytes(), make([]byte, sheet.MaxImage)...)},
		"content/sheets/a/pipe.png":  {Data: b.Bytes(), Mode: fs.ModeNamedPipe},
	}
	for name, want := range map[string]bool{
		"a.png": true, "deep/a.png": true, "../b/a.png": false, "../../../secret.png": false, "/secret.png": false, "a.bin": false, "a.svg": false, "svg.png": false,
		"html.gif": false, "large.png": false, "pipe.png": false, "https://evil.example/a.png": false, "//evil.example/a.png": false, "": false,
	} {
		if p, ok := (&images{files: files}).at("content/sheets/a", name); ok != want {
			t.Errorf("%q: %v %+v", name, ok, p)
		}
	}
}
