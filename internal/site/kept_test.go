package site

import (
	"testing"
	"testing/fstest"
)

// TestKeptFaults holds that what is wrong with a picture is known until it is said to have changed.
func TestKeptFaults(t *testing.T) {
	const name = "content/sheets/a/b.png"
	files := fstest.MapFS{name: {Data: []byte("no picture")}}
	k := keep(files)
	sound := func() bool {
		f, err := k.fault(name)
		return f == nil && err == nil
	}
	if sound() {
		t.Error("a text is a picture")
	}
	files[name] = &fstest.MapFile{Data: []byte(greyPNG(3, 2))}
	if sound() {
		t.Error("it was looked at again")
	}
	if k.forget([]string{"content/sheets/b", "content/sheets/a/b.png.txt"}); sound() {
		t.Error("what has changed elsewhere counts")
	}
	if k.forget([]string{"content/sheets/a"}); !sound() {
		t.Error("what has changed does not count")
	}
	delete(files, name)
	if k.forget([]string{name}); sound() {
		t.Error("what is gone is sound")
	}
}
