package pdfcheck

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// Run runs a program that looks at PDF files, and returns what it says; {} among
// the arguments is the file. Without the program the test is left out, and says
// so; with CI=true it fails.
func Run(t testing.TB, data []byte, program string, args ...string) string {
	t.Helper()
	path, err := exec.LookPath(program)
	switch {
	case err == nil:
	case os.Getenv("CI") == "true":
		t.Fatalf("there is no %s, and in CI no test may be left out: make test installs it", program)
	default:
		t.Skipf("TEST OF PDF LEFT OUT: there is no %s; make test installs it", program)
	}
	file := filepath.Join(t.TempDir(), "file.pdf")
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
	for i := range args {
		args[i] = strings.ReplaceAll(args[i], "{}", file)
	}
	cmd := exec.Command(path, args...)
	var said, complaint bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &complaint
	if err := cmd.Run(); err != nil || complaint.Len() > 0 {
		t.Errorf("%s: %v: %s%s", program, err, said.String(), complaint.String())
	}
	return said.String()
}

// Picture returns a page as an image in greys, as poppler draws it.
func Picture(t testing.TB, data []byte, page, dpi int) *image.Gray {
	t.Helper()
	n := strconv.Itoa(page)
	drawn := Run(t, data, "pdftoppm", "-f", n, "-l", n, "-r", strconv.Itoa(dpi), "-gray", "-png", "{}")
	m, err := png.Decode(strings.NewReader(drawn))
	if err != nil {
		t.Fatalf("page %d: %v", page, err)
	}
	out := image.NewGray(m.Bounds())
	draw.Draw(out, out.Rect, m, m.Bounds().Min, draw.Src)
	return out
}

// Differ compares two images of a page. Programs round the edges of letters
// differently, so that what is compared is the mean of squares of some pixels.
func Differ(a, b *image.Gray) error {
	const square, most = 6, 40 // of 255
	if a.Rect != b.Rect {
		return fmt.Errorf("%v is not as large as %v", a.Rect.Max, b.Rect.Max)
	}
	for y := 0; y < a.Rect.Max.Y; y += square {
		for x := 0; x < a.Rect.Max.X; x += square {
			r := image.Rect(x, y, x+square, y+square)
			if d := mean(a, r) - mean(b, r); d > most || d < -most {
				return fmt.Errorf("around %d, %d the mean grey differs by %d", x, y, d)
			}
		}
	}
	return nil
}

func mean(m *image.Gray, r image.Rectangle) int {
	sum, n := 0, 0
	r = r.Intersect(m.Rect)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			sum += int(m.GrayAt(x, y).Y)
			n++
		}
	}
	return sum / max(n, 1)
}
