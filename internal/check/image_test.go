package check

import (
	"io/fs"
	"slices"
	"testing"
	"testing/fstest"
)

// TestImageFiles holds what an archive can't: a file too heavy for one, and a pipe, which
// nobody ever writes to.
func TestImageFiles(t *testing.T) {
	files := mapFS(basic)
	files["content/sheets/treff/index.de.md"] = &fstest.MapFile{Data: []byte("---\ntitle: Ä\nimages:\n  - {file: big.jpg, alt: Ä}\n  - {file: pipe.jpg, alt: B}\n---\n")}
	files["content/sheets/treff/big.jpg"] = &fstest.MapFile{Data: append([]byte("\xff\xd8\xff"), make([]byte, largeImage)...)}
	files["content/sheets/treff/pipe.jpg"] = &fstest.MapFile{Mode: fs.ModeNamedPipe}
	found := few(load(t, files), "")
	want := []string{"content/sheets/treff/index.de.md:4:12: note: image-large", "content/sheets/treff/index.de.md:5:12: error: image-broken"}
	if !slices.Equal(lines(found), want) {
		t.Errorf("got %q", lines(found))
	}
	worded(t, found)
}
