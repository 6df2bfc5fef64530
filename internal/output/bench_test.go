package output

import (
	"fmt"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/parallel"
)

// BenchmarkSite writes a site of 30,000 files of which none or one changed
// since the last time.
func BenchmarkSite(b *testing.B) {
	const count = 30_000
	page := make([]byte, 12_000)
	write := func(o Options, change int) {
		s, err := Open(o)
		if err != nil {
			b.Fatal(err)
		}
		err = parallel.Each(count, func(i int) error {
			data := append([]byte(fmt.Sprintf("%d %d", i, change/(i+1))), page...)
			return s.Write(File{Path: fmt.Sprintf("%s/sheets/some-practice-%05d.html", []string{"de", "fr", "en"}[i%3], i), Bytes: data})
		})
		if err != nil {
			b.Fatal(err)
		}
		if r, err := s.Commit(); err != nil || (change > 0 && r.Written > 2) {
			b.Fatal(r, err)
		}
	}
	o := catalogue(b)
	write(o, 0)
	b.Run("nothing changed", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			write(o, 0)
		}
	})
	b.Run("one changed", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			write(o, i%2) // only the first file is not the same for 0 and 1
		}
	})
}
