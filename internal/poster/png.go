package poster

import (
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"image"
)

// appendPNG appends a picture of sixteen colours at most, packed at two pixels a byte, as image/png would write it. That asks the
// picture for each pixel by itself, which takes longer than to draw it.
// The format is that of w3.org/TR/png-3.
func (p *Painter) appendPNG(b []byte, m *image.Paletted) ([]byte, error) {
	b = append(b, "\x89PNG\r\n\x1a\n"...)
	head := binary.BigEndian.AppendUint32(nil, uint32(m.Rect.Dx()))
	head = binary.BigEndian.AppendUint32(head, uint32(m.Rect.Dy()))
	b = appendChunk(b, "IHDR", append(head, 4, 3, 0, 0, 0)) // bits a pixel, indices of a palette, the one compression and set of filters, all rows at once
	var colours []byte
	for _, c := range m.Palette {
		r, g, blue, _ := c.RGBA()
		colours = append(colours, byte(r>>8), byte(g>>8), byte(blue>>8))
	}
	b = appendChunk(b, "PLTE", colours)
	pixels, err := p.deflate(m)
	if err != nil {
		return nil, err
	}
	return appendChunk(appendChunk(b, "IDAT", pixels), "IEND", nil), nil
}

// appendChunk appends a piece of a PNG with its length and sum.
func appendChunk(b []byte, kind string, data []byte) []byte {
	b = binary.BigEndian.AppendUint32(b, uint32(len(data)))
	from := len(b)
	b = append(append(b, kind...), data...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[from:]))
}

// deflate returns the rows of a picture compressed, each after a byte that says that it is not filtered. They are the painter's
// until the next picture.
func (p *Painter) deflate(m *image.Paletted) ([]byte, error) {
	p.packed.Reset()
	if p.writer == nil {
		w, err := zlib.NewWriterLevel(&p.packed, zlib.BestSpeed) // a third larger than in twice the time
		if err != nil {
			return nil, err
		}
		p.writer = w
	}
	p.writer.Reset(&p.packed)
	row := make([]byte, 1+Width/2)
	for pixels := m.Pix; len(pixels) > 0; pixels = pixels[Width:] {
		for i := range Width / 2 {
			row[1+i] = pixels[2*i]<<4 | pixels[2*i+1]
		}
		if _, err := p.writer.Write(row); err != nil {
			return nil, err
		}
	}
	err := p.writer.Close()
	return p.packed.Bytes(), err
}
