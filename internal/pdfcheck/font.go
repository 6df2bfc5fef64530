package pdfcheck

import (
	"bytes"
	"encoding/binary"
	"math"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// A font is what the text of a page needs of it.
type font struct {
	name    string
	unicode map[uint16]string
	widths  map[uint16]float64 // in thousandths of the size
	program program
}

// readFont reads a font and checks it. Package pdf writes one kind, composite
// TrueType fonts; any other would need rules that are not checked here.
func (f *File) readFont(object types.Object) *font {
	key := object.String()
	if known := f.fonts[key]; known != nil {
		return known
	}
	out := &font{unicode: map[uint16]string{}, widths: map[uint16]float64{}}
	f.fonts[key] = out
	d := f.dict(object)
	out.name = name(d["BaseFont"])
	if name(d["Subtype"]) != "Type0" {
		f.absent("31-012, 31-013, 31-017 to 31-026", "a font of the type "+name(d["Subtype"]))
		return out
	}
	if encoding := name(d["Encoding"]); encoding != "Identity-H" {
		f.fail("31-006", "a font has the encoding %q", encoding)
		f.absent("31-001 to 31-003, 31-007, 31-008", "a font with a table of characters of its own")
	}
	for _, descendant := range f.array(d["DescendantFonts"]) {
		f.descendant(out, f.dict(descendant))
	}
	f.toUnicode(out, d["ToUnicode"])
	return out
}

func (f *File) descendant(out *font, cid types.Dict) {
	switch to := cid["CIDToGIDMap"]; {
	case to == nil:
		f.fail("31-005", "a font without CIDToGIDMap")
	case name(to) != "Identity":
		f.fail("31-004", "a CIDToGIDMap that is neither Identity nor a stream")
	}
	descriptor := f.dict(cid["FontDescriptor"])
	if descriptor["CIDSet"] != nil {
		f.absent("31-014, 31-015", "a CIDSet")
	}
	stream, _, err := f.ctx.DereferenceStreamDict(descriptor["FontFile2"])
	if err != nil || stream == nil || stream.Decode() != nil {
		f.fail("31-009", "a font is not embedded")
		return
	}
	out.program = readProgram(stream.Content)
	items := f.array(cid["W"])
	for i := 0; i+1 < len(items); i += 2 {
		for k, w := range f.array(items[i+1]) {
			out.widths[uint16(int(number(items[i]))+k)] = number(w)
		}
	}
}

func (f *File) toUnicode(out *font, object types.Object) {
	stream, _, err := f.ctx.DereferenceStreamDict(object)
	if object == nil || err != nil || stream == nil || stream.Decode() != nil {
		f.fail("31-027", "a font without ToUnicode")
		return
	}
	for line := range strings.SplitSeq(string(stream.Content), "\n") {
		from, to, ok := strings.Cut(line, "> <")
		if !ok || !strings.HasPrefix(line, "<") || !strings.HasSuffix(line, ">") || line == "<0000> <FFFF>" {
			continue
		}
		n, err := strconv.ParseUint(from[1:], 16, 16)
		if err != nil {
			continue
		}
		text := utf16Text((&lexer{content: []byte("<" + to)}).hexadecimal())
		out.unicode[uint16(n)] = text
		switch {
		case strings.ContainsRune(text, 0):
			f.fail("31-028", "glyph %d stands for U+0000", n)
		case strings.ContainsAny(text, "\ufeff\ufffe"):
			f.fail("31-029", "glyph %d stands for U+FEFF or U+FFFE", n)
		}
	}
}

func utf16Text(b []byte) string {
	var units []uint16
	for ; len(b) >= 2; b = b[2:] {
		units = append(units, uint16(b[0])<<8|uint16(b[1]))
	}
	return string(utf16.Decode(units))
}

// glyph checks one glyph that is drawn.
func (f *File) glyph(page int, t *font, g uint16) {
	key := glyphKey{t, g}
	if f.glyphs[key] {
		return
	}
	f.glyphs[key] = true
	if g == 0 {
		f.fail("31-030", "page %d: a glyph is .notdef", page)
	}
	if t.unicode[g] == "" {
		f.fail("10-001", "page %d: glyph %d stands for nothing", page, g)
	}
	if t.program.count == 0 {
		return
	}
	if int(g) >= t.program.count {
		f.fail("31-011", "page %d: the font has no glyph %d", page, g)
		return
	}
	if own := t.program.advance(int(g)); math.Abs(own-t.widths[g]) > 1 {
		f.fail("31-016", "page %d: glyph %d is %.1f wide, in the font %.1f", page, g, t.widths[g], own)
	}
}

type glyphKey struct {
	font *font
	id   uint16
}

// A program is what is needed of an embedded TrueType font.
type program struct {
	hmtx           []byte
	unitsPerEm     int
	metrics, count int
}

func readProgram(data []byte) program {
	table := func(tag string, least int) []byte {
		for i := 12; i+16 <= len(data) && i < 12+16*int(binary.BigEndian.Uint16(data[4:])); i += 16 {
			if bytes.Equal(data[i:i+4], []byte(tag)) {
				from, n := int(binary.BigEndian.Uint32(data[i+8:])), int(binary.BigEndian.Uint32(data[i+12:]))
				if from+n <= len(data) && n >= least {
					return data[from : from+n]
				}
			}
		}
		return nil
	}
	head, hhea, maxp := table("head", 54), table("hhea", 36), table("maxp", 6)
	if head == nil || hhea == nil || maxp == nil {
		return program{}
	}
	p := program{hmtx: table("hmtx", 4), unitsPerEm: int(binary.BigEndian.Uint16(head[18:])),
		metrics: int(binary.BigEndian.Uint16(hhea[34:])), count: int(binary.BigEndian.Uint16(maxp[4:]))}
	if p.metrics == 0 || p.unitsPerEm == 0 || len(p.hmtx) < 4*p.metrics {
		return program{}
	}
	return p
}

// advance is a glyph's width in thousandths of the size.
func (p program) advance(g int) float64 {
	return float64(binary.BigEndian.Uint16(p.hmtx[4*min(g, p.metrics-1):])) * 1000 / float64(p.unitsPerEm)
}
