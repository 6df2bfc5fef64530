package check

import (
	"io/fs"
	"slices"
	"testing"
	"testing/fstest"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
)

// TestImageFiles holds what an archive can't: a file too heavy for one, and a pipe, which
// nobody ever writes to.
func TestImageFiles(t *testing.T) {
	files := mapFS(basic)
	files["content/sheets/treff/index.de.md"] = &fstest.MapFile{Data: []byte("---\ntitle: Ä\nimages:\n  - {file: big.jpg, alt: Ä}\n  - {file: pipe.jpg, alt: B}\n  - {file: huge.jpg, alt: C}\n---\n")}
	files["content/sheets/treff/big.jpg"] = &fstest.MapFile{Data: append([]byte(pictures()["JPEG"]), make([]byte, largeImage)...)}
	files["content/sheets/treff/pipe.jpg"] = &fstest.MapFile{Mode: fs.ModeNamedPipe}
	files["content/sheets/treff/huge.jpg"] = &fstest.MapFile{Data: append([]byte("\xff\xd8\xff"), make([]byte, sheet.MaxImage)...)}
	found := few(load(t, files), "")
	want := []string{"content/sheets/treff/index.de.md:4:12: note: image-large", "content/sheets/treff/index.de.md:5:12: error: image-broken",
		"content/sheets/treff/index.de.md:6:12: error: file-too-large"}
	if !slices.Equal(lines(found), want) {
		t.Errorf("got %q", lines(found))
	}
	worded(t, found)
}
