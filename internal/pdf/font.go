package pdf

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// A Font is a TrueType font. Only the glyphs in use are written.
type Font struct {
	name string // in content
	file *trueType
	text map[uint16]string // what each glyph in use stands for
	id   int
}

// ErrFont says that a font has no outlines of the kind that is understood.
var ErrFont = errors.New("no TrueType font")

// AddFont adds a TrueType font, by the bytes of its file.
func (d *Document) AddFont(ttf []byte) (*Font, error) {
	file, err := parseTrueType(ttf)
	if err != nil {
		return nil, err
	}
	f := &Font{name: fmt.Sprintf("F%d", len(d.fonts)+1), file: file, text: map[uint16]string{}}
	d.fonts = append(d.fonts, f)
	return f, nil
}

// use notes a glyph, and reports whether it stands for this text everywhere. One
// that stands for nothing by itself, such as an accent that is set apart, may be
// met again where it does.
func (f *Font) use(g Glyph) bool {
	known, ok := f.text[g.ID]
	if !ok || known == "" {
		f.text[g.ID] = g.Text
		return g.Text != ""
	}
	return known == g.Text
}

// advance is a glyph's own width in thousandths of the size.
func (f *Font) advance(glyph uint16) float64 {
	return float64(f.file.advance(glyph)) * 1000 / float64(f.file.unitsPerEm)
}

// writeFont writes the five objects of a font.
func (w *writer) writeFont(f *Font) {
	subset := f.file.subset(f.text)
	tag := subsetTag(subset)
	name := tag + "+" + f.file.name
	file := w.newStream("/Length1 "+fmt.Sprint(len(subset)), subset)
	m := f.file
	scale := func(v int) int { return v * 1000 / m.unitsPerEm }
	descriptor := w.object(fmt.Sprintf("<</Type/FontDescriptor/FontName/%s/Flags %d/FontBBox[%d %d %d %d]/ItalicAngle %d/Ascent %d/Descent %d/CapHeight %d/StemV %d/FontFile2 %s>>",
		name, m.flags(), scale(m.bbox[0]), scale(m.bbox[1]), scale(m.bbox[2]), scale(m.bbox[3]), m.italicAngle,
		scale(m.ascent), scale(m.descent), scale(m.capHeight), m.stem(), ref(file)))
	descendant := w.object(fmt.Sprintf("<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %s/CIDToGIDMap/Identity/DW 1000/W[%s]>>",
		name, ref(descriptor), f.widths()))
	unicode := w.newStream("", f.toUnicode())
	w.put(f.id, fmt.Sprintf("<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%s]/ToUnicode %s>>", name, ref(descendant), ref(unicode)))
}

func (f *Font) glyphs() []uint16 { return slices.Sorted(maps.Keys(f.text)) }

func (f *Font) widths() string {
	var b strings.Builder
	for _, g := range f.glyphs() {
		fmt.Fprintf(&b, "%d[%s]", g, appendNumber(nil, f.advance(g)))
	}
	return b.String()
}

// toUnicode is the table by which text is copied and read aloud.
func (f *Font) toUnicode() []byte {
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	named := slices.DeleteFunc(f.glyphs(), func(g uint16) bool { return f.text[g] == "" })
	for part := range slices.Chunk(named, 100) {
		fmt.Fprintf(&b, "%d beginbfchar\n", len(part))
		for _, g := range part {
			fmt.Fprintf(&b, "<%04X> <%s\n", g, strings.TrimPrefix(textString(f.text[g]), "<FEFF"))
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return b.Bytes()
}

// A trueType is what is needed of a font file.
type trueType struct {
	tables                           map[string][]byte
	name                             string
	unitsPerEm                       int
	bbox                             [4]int
	longOffsets                      bool
	metrics                          int // entries of hmtx with an advance
	count                            int // glyphs
	ascent, descent, capHeight       int
	italicAngle                      int
	serif, fixed, bold, isItalicFace bool
}

func parseTrueType(data []byte) (*trueType, error) {
	if len(data) < 12 || string(data[:4]) != "\x00\x01\x00\x00" && string(data[:4]) != "true" {
		return nil, ErrFont
	}
	f := &trueType{tables: map[string][]byte{}}
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		at := 12 + 16*i
		if at+16 > len(data) {
			return nil, ErrFont
		}
		offset, length := int(binary.BigEndian.Uint32(data[at+8:])), int(binary.BigEndian.Uint32(data[at+12:]))
		if offset > len(data) || length > len(data)-offset {
			return nil, ErrFont
		}
		f.tables[string(data[at:at+4])] = data[offset : offset+length]
	}
	for table, least := range map[string]int{"head": 54, "hhea": 36, "maxp": 6, "hmtx": 4, "loca": 4, "glyf": 1} {
		if len(f.tables[table]) < least {
			return nil, ErrFont
		}
	}
	return f, f.measure()
}

// measure reads the numbers of the font as a whole.
func (f *trueType) measure() error {
	head, hhea := f.tables["head"], f.tables["hhea"]
	f.unitsPerEm = u16(head, 18)
	for i := range f.bbox {
		f.bbox[i] = i16(head, 36+2*i)
	}
	f.bold, f.isItalicFace = u16(head, 44)&1 != 0, u16(head, 44)&2 != 0
	f.longOffsets = i16(head, 50) != 0
	f.ascent, f.descent = i16(hhea, 4), i16(hhea, 6)
	f.metrics, f.count = u16(hhea, 34), u16(f.tables["maxp"], 4)
	f.capHeight = f.ascent * 7 / 10
	if os2 := f.tables["OS/2"]; len(os2) >= 90 {
		f.capHeight = i16(os2, 88)
		f.serif = os2[30] > 0 && os2[30] <= 5
	}
	if post := f.tables["post"]; len(post) >= 16 {
		f.italicAngle, f.fixed = i16(post, 4), binary.BigEndian.Uint32(post[12:]) != 0
	}
	size := 2
	if f.longOffsets {
		size = 4
	}
	if f.unitsPerEm == 0 || f.metrics == 0 || len(f.tables["hmtx"]) < 4*f.metrics || len(f.tables["loca"]) < size*(f.count+1) {
		return ErrFont
	}
	f.name = f.postScriptName()
	return nil
}

func u16(b []byte, at int) int { return int(binary.BigEndian.Uint16(b[at:])) }
func i16(b []byte, at int) int { return int(int16(binary.BigEndian.Uint16(b[at:]))) }

func (f *trueType) advance(glyph uint16) int {
	return u16(f.tables["hmtx"], 4*min(int(glyph), f.metrics-1))
}

// flags are those of a font descriptor: fixed pitch, serif, symbolic, italic.
func (f *trueType) flags() int {
	n := 1 << 2
	for bit, set := range map[int]bool{0: f.fixed, 1: f.serif, 6: f.isItalicFace} {
		if set {
			n |= 1 << bit
		}
	}
	return n
}

func (f *trueType) stem() int {
	if f.bold {
		return 140
	}
	return 80
}

// postScriptName is the sixth name of the font, from its table of names.
func (f *trueType) postScriptName() string {
	names := f.tables["name"]
	if len(names) < 6 {
		return "Font"
	}
	for i := range u16(names, 2) {
		at := 6 + 12*i
		if at+12 > len(names) {
			break
		}
		from := u16(names, 4) + u16(names, at+10)
		to := from + u16(names, at+8)
		if u16(names, at+6) != 6 || to > len(names) {
			continue
		}
		name := strings.Map(func(r rune) rune {
			if r > ' ' && r <= '~' && !strings.ContainsRune("()<>[]{}/%#", r) {
				return r
			}
			return -1
		}, string(names[from:to]))
		if name != "" {
			return name
		}
	}
	return "Font"
}
