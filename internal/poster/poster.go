// Package poster draws the picture that messengers and networks show for a link: a card with
// the name of the catalogue, a title and an address, 1200 by 630 pixels, as a PNG of a few
// kilobytes.
//
// Text is shaped, so that Arabic joins and Hebrew runs from the right; letters are outlines of the fonts that
// the program brings along for print. Each letter is rasterized once by itself, in the integers that
// golang.org/x/image uses for small pictures, and put on whole pixels. The picture has seventeen colours, which
// is what makes it small.
package poster

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"sync"
)

// Width and Height are those that Open Graph's readers ask for, in pixels.
const (
	Width  = 1200
	Height = 630
)

// Version stands for the way in which posters are drawn: who changes that counts it up.
const Version = "3"

// A Card is what stands on a poster.
type Card struct {
	Over  string // small, above
	Title string // large, in three lines at most
	Under string // small, below
	RTL   bool   // the card is read from the right
	Colours
}

// Colours are those of the site, where it is light.
type Colours struct {
	Paper, Ink, Stock color.RGBA // the card, what is written on it, what it lies on
	Rule, Tab         color.RGBA // the line below what stands above; the edge
}

// The steps from paper to ink, then what else is on a card. Of seventeen colours and more image/png writes a byte a pixel, in
// a fifth of the time that it takes to pack fewer into half a byte, and compressed that is no more.
const (
	steps = 14
	stock = steps
	line  = steps + 1
	tab   = steps + 2
)

func palette(c Colours) color.Palette {
	p := make(color.Palette, 0, tab+1)
	for i := range steps {
		mix := func(a, b uint8) uint8 { return uint8((int(a)*(steps-1-i) + int(b)*i) / (steps - 1)) }
		p = append(p, color.RGBA{mix(c.Paper.R, c.Ink.R), mix(c.Paper.G, c.Ink.G), mix(c.Paper.B, c.Ink.B), 0xff})
	}
	return append(p, c.Stock, c.Rule, c.Tab)
}

// The card lies on the drawer and leaves it at the lower edge; its tab is at the side where reading begins.
const (
	margin  = 64
	tabSize = 28
	inset   = 56
	left    = margin + tabSize + inset
	measure = Width - left - margin - inset
)

// A Painter draws posters. Fonts and letters are read when they are first needed; it is safe for
// concurrent use, one poster at a time.
type Painter struct {
	mu      sync.Mutex
	letters map[letter]*image.Alpha
	fonts   fonts
	canvas  *image.Paletted // of the last poster
	encoder png.Encoder
}

// PNG draws a card. The same card is always the same bytes.
func (p *Painter) PNG(card Card) ([]byte, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if err := p.fonts.load(); err != nil {
		return nil, err
	}
	if p.canvas == nil {
		p.encoder = png.Encoder{CompressionLevel: png.BestSpeed, BufferPool: new(buffers)} // a third larger than in twice the time
		p.canvas = image.NewPaletted(image.Rect(0, 0, Width, Height), nil)
	}
	m := p.canvas
	m.Palette = palette(card.Colours)
	fill(m, m.Rect, stock)
	fill(m, image.Rect(margin, margin, Width-margin, Height), 0)
	side := image.Rect(margin, margin, margin+tabSize, Height)
	if card.RTL {
		side = image.Rect(Width-margin-tabSize, margin, Width-margin, Height)
	}
	fill(m, side, tab)
	p.text(m, card)
	var b bytes.Buffer
	err := p.encoder.Encode(&b, m)
	return b.Bytes(), err
}

// text sets what stands on the card: the title as large as it fits.
func (p *Painter) text(m *image.Paletted, card Card) {
	p.set(m, p.lines(card.Over, 34, false, 1, card.RTL), margin+78, 34, card.RTL)
	fill(m, image.Rect(x(card.RTL, left, measure), margin+108, x(card.RTL, left, measure)+measure, margin+111), line)
	size, most := 92, 3
	lines := p.lines(card.Title, size, true, most+1, card.RTL)
	for len(lines) > most && size > 56 {
		size -= 12
		most = min(4, 300/size)
		lines = p.lines(card.Title, size, true, most+1, card.RTL)
	}
	p.set(m, p.lines(card.Title, size, true, most, card.RTL), margin+150+size*3/4, size, card.RTL)
	p.set(m, p.lines(card.Under, 30, false, 1, card.RTL), Height-52, 30, card.RTL)
}

// x mirrors a strip that begins at from where the card is read from the right.
func x(rtl bool, from, width int) int {
	if rtl {
		return Width - from - width
	}
	return from
}

// fill paints a rectangle that has pixels: its first row one by one, which is copied to the others.
func fill(m *image.Paletted, r image.Rectangle, c uint8) {
	row := func(y int) []byte { return m.Pix[m.PixOffset(r.Min.X, y):m.PixOffset(r.Max.X, y)] }
	first := row(r.Min.Y)
	for i := range first {
		first[i] = c
	}
	for y := r.Min.Y + 1; y < r.Max.Y; y++ {
		copy(row(y), first)
	}
}

// buffers keep what an encoder works in for the next poster.
type buffers struct{ last *png.EncoderBuffer }

func (b *buffers) Get() *png.EncoderBuffer     { return b.last }
func (b *buffers) Put(last *png.EncoderBuffer) { b.last = last }
