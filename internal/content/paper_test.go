package content_test

import (
	"image"
	"regexp"
	"strings"
	"testing"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/pdfcheck"
)

// TestOthersRead looks at packs by programs of others: qpdf finds no fault, and
// poppler reads the same texts in the same order as the checker of this house.
func TestOthersRead(t *testing.T) {
	l := loaded(t)
	quoted := regexp.MustCompile(`(?m)^ *"(.*)"$`)
	for _, name := range []string{"kgst", "conference", "booklet"} {
		r, err := l.Pack(prints[name])
		if err != nil {
			t.Fatal(err)
		}
		if said := pdfcheck.Run(t, r.PDF, "qpdf", "--check", "{}"); !strings.Contains(said, "No syntax or stream encoding errors") {
			t.Errorf("%s: qpdf says: %s", name, said)
		}
		f, err := pdfcheck.Read(r.PDF)
		if err != nil {
			t.Fatal(err)
		}
		var read strings.Builder
		for _, m := range quoted.FindAllStringSubmatch(pdfcheck.Run(t, r.PDF, "pdfinfo", "-struct-text", "{}"), -1) {
			read.WriteString(m[1])
		}
		got, want := squeezed(read.String()), squeezed(f.Text())
		if got != want {
			at := 0
			for at < min(len(got), len(want)) && got[at] == want[at] {
				at++
			}
			t.Errorf("%s: poppler reads %.60q where the checker reads %.60q", name, got[at:], want[at:])
		}
	}
}

// squeezed is a text without its spaces, which programs find in different places.
func squeezed(s string) string {
	return strings.Join(strings.Fields(pdfcheck.Fold(strings.ReplaceAll(s, `\"`, `"`))), "")
}

// TestCodes holds that what a camera reads of the codes on a page are the addresses
// of its sheets.
func TestCodes(t *testing.T) {
	l := loaded(t)
	for _, name := range []string{"kgst", "conference"} {
		r, err := l.Pack(prints[name])
		if err != nil {
			t.Fatal(err)
		}
		f, err := pdfcheck.Read(r.PDF)
		if err != nil {
			t.Fatal(err)
		}
		codes := 0
		for _, e := range f.Find("Figure") {
			_, url, isCode := strings.Cut(e.Alt, "QR-Code: ")
			if !isCode {
				continue
			}
			codes++
			if codes > 3 { // all are made alike
				continue
			}
			if got := decoded(t, r.PDF, f, e); got != url {
				t.Errorf("%s, page %d: the code says %q, want %q", name, e.Page, got, url)
			}
		}
		if codes != len(r.Pack.Entries()) {
			t.Errorf("%s: %d codes for %d sheets", name, codes, len(r.Pack.Entries()))
		}
	}
}

// decoded reads the code in a figure, with a little of the page around it.
func decoded(t *testing.T, data []byte, f *pdfcheck.File, e *pdfcheck.Element) string {
	t.Helper()
	const dpi, around = 150, 4
	page := pdfcheck.Picture(t, data, e.Page, dpi)
	px := func(points float64) int { return int(points * dpi / 72) }
	height := f.Pages[e.Page-1].Height
	part := page.SubImage(image.Rect(px(e.Box[0]-around), px(height-e.Box[3]-around), px(e.Box[2]+around), px(height-e.Box[1]+around)))
	bitmap, err := gozxing.NewBinaryBitmapFromImage(part)
	if err != nil {
		t.Fatal(err)
	}
	result, err := qrcode.NewQRCodeReader().Decode(bitmap, nil)
	if err != nil {
		t.Errorf("page %d: no code is found: %v", e.Page, err)
		return ""
	}
	return result.GetText()
}
