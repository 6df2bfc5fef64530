package typeset

import (
	"slices"
	"testing"

	"github.com/go-fonts/liberation/liberationsansregular"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/pdf"
)

// FuzzFont damages a font in two places and prints with it: one of a catalogue may be anybody's file.
func FuzzFont(f *testing.F) {
	for at := uint32(0); at < 300; at += 16 { // its list of tables
		f.Add(at, []byte{0xff, 0xff, 0xff, 0xff}, at+4, []byte{})
	}
	f.Add(uint32(16044+4*20), []byte{0xff, 0xff, 0xff, 0xff}, uint32(0), []byte{}) // an outline that lies elsewhere
	f.Add(uint32(0x1b0), []byte("\x00\x01"), uint32(0x20000), []byte("\xff\xff"))
	f.Fuzz(func(t *testing.T, at uint32, bytes []byte, at2 uint32, bytes2 []byte) {
		ttf := slices.Clone(liberationsansregular.TTF)
		copy(ttf[at%uint32(len(ttf)):], bytes)
		copy(ttf[at2%uint32(len(ttf)):], bytes2)
		doc := pdf.New(pdf.Info{Title: "x", Lang: "de"})
		s, err := New(doc, []Font{{"x", ttf}})
		if err != nil {
			return
		}
		p := Para{Runs: []Run{{Text: "Ä ff é\u0301 \u0410 مرحبا Ǽ ﷽"}}, Lang: "de", Size: 10}
		s.faces[0] = s.own[0]
		e := doc.Root().Add("P")
		page := doc.AddPage(300, 300)
		for _, slug := range s.Para(e, p, 200) {
			slug.Draw(page, 10, 10)
		}
		doc.Bytes()
	})
}
