package poster

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"strings"
	"testing"
)

var (
	teal    = color.RGBA{0x0a, 0x4f, 0x5d, 0xff}
	colours = Colours{
		Paper: color.RGBA{0xfc, 0xfd, 0xfc, 0xff}, Ink: color.RGBA{0x16, 0x20, 0x1c, 0xff}, Stock: color.RGBA{0xe7, 0xea, 0xe7, 0xff},
		Rule: color.RGBA{0x5d, 0x6b, 0x64, 0xff}, Tab: teal,
	}
)

func drawn(t *testing.T, p *Painter, c Card) (image.Image, []byte) {
	t.Helper()
	data, err := p.PNG(c)
	if err != nil {
		t.Fatal(err)
	}
	m, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if name := os.Getenv("POSTER"); name != "" { // to look at it
		if err := os.WriteFile(name, data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return m, data
}

// inked is the part of a picture in which there is any ink, but for the tab and the rule.
func inked(m image.Image, from, to int) image.Rectangle {
	var r image.Rectangle
	for y := from; y < to; y++ {
		for x := range Width {
			if c := color.GrayModel.Convert(m.At(x, y)).(color.Gray); c.Y < 0x48 && m.At(x, y) != teal {
				r = r.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return r
}

func TestPoster(t *testing.T) {
	var p Painter
	for _, title := range []string{
		"Gute Praxis", "x", "Information und Beratung für Zugewanderte", "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
		strings.Repeat("Sehr langer Titel ", 30), "🎉 ж Ελ", "",
	} {
		c := Card{Over: "Bonnes pratiques", Title: title, Under: "example.org/praxis", Colours: colours}
		m, data := drawn(t, &p, c)
		if m.Bounds() != image.Rect(0, 0, Width, Height) || len(data) > 30_000 {
			t.Errorf("%.20q: %v, %d bytes", title, m.Bounds(), len(data))
		}
		text := inked(m, margin+112, Height)
		if text.Empty() || text.Min.X < left-8 || text.Max.X > Width-margin || text.Max.Y > Height-20 {
			t.Errorf("%.20q: the text is in %v", title, text)
		}
		if _, again := drawn(t, new(Painter), c); !bytes.Equal(again, data) {
			t.Errorf("%.20q: other bytes the second time", title)
		}
	}
}

// A card that is read from the right begins there, and its letters join.
func TestRightToLeft(t *testing.T) {
	var p Painter
	m, _ := drawn(t, &p, Card{Title: "ممارسات جيدة", RTL: true, Colours: colours})
	text := inked(m, margin+112, Height)
	if text.Max.X < Width-left-12 || text.Max.X > Width-margin-tabSize || text.Min.X < 300 {
		t.Errorf("the text is in %v", text)
	}
	if m.At(Width-margin-4, 300) != teal || m.At(margin+4, 300) == teal {
		t.Error("the tab is not at the right")
	}
	if joined := p.lines("ـبـ", 60, true, 1, true); len(joined) != 1 {
		t.Fatalf("%d lines", len(joined))
	}
	alone, medial := p.lines("ب", 60, true, 1, true), p.lines("ببب", 60, true, 1, true)
	if alone[0][0].Glyphs[0].GlyphID == medial[0][0].Glyphs[1].GlyphID {
		t.Error("letters do not join")
	}
}

// A card has the colours that it is given.
func TestColours(t *testing.T) {
	c := Colours{Paper: color.RGBA{1, 2, 3, 255}, Ink: color.RGBA{250, 240, 230, 255}, Stock: color.RGBA{9, 8, 7, 255}, Rule: color.RGBA{90, 80, 70, 255}, Tab: color.RGBA{255, 0, 0, 255}}
	m, _ := drawn(t, new(Painter), Card{Title: "Gute Praxis", Colours: c})
	seen := map[color.Color]bool{}
	for y := range Height {
		for x := range Width {
			seen[m.At(x, y)] = true
		}
	}
	for _, want := range []color.RGBA{c.Paper, c.Ink, c.Stock, c.Rule, c.Tab} {
		if !seen[want] {
			t.Errorf("there is nothing in %v", want)
		}
	}
	if at := m.At(margin+200, Height-1); at != c.Paper {
		t.Errorf("the card is %v", at)
	}
}

func BenchmarkPoster(b *testing.B) {
	var p Painter
	for b.Loop() {
		if _, err := p.PNG(Card{Over: "Gute Praxis", Title: "Information und Beratung", Under: "example.org", Colours: colours}); err != nil {
			b.Fatal(err)
		}
	}
}

// FuzzPoster holds that no title is more than the library bears.
func FuzzPoster(f *testing.F) {
	for _, title := range []string{"\u202e\u2028</x-evil>\u2029<x-evil>\ufeff", "\ufeff", "a\u200bb", "x\ufe0f", "é́́", "क्षि", "ممارسات x جيدة", "\xff", "🏳️‍🌈"} {
		f.Add(title, false)
		f.Add(title, true)
	}
	var p Painter
	f.Fuzz(func(t *testing.T, title string, rtl bool) {
		if _, err := p.PNG(Card{Over: title, Title: title, Under: title, RTL: rtl}); err != nil {
			t.Error(err)
		}
	})
}
