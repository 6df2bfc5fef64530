package pdfcheck

import (
	"encoding/hex"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// A Page is what was read of one page.
type Page struct {
	Width, Height float64
	Artifacts     string // text that belongs to no element

	marked      map[int]string // text by the number of its stretch
	claimed     map[int]bool
	loose       string // text that is neither
	blank       int    // glyphs without a shape
	annotations []types.Dict
	tabs        string
}

func (f *File) readPages() error {
	for n := 1; n <= f.ctx.PageCount; n++ {
		d, ref, _, err := f.ctx.PageDict(n, false)
		if err != nil {
			return err
		}
		f.numbers[ref.ObjectNumber.Value()] = n
		p := Page{marked: map[int]string{}, claimed: map[int]bool{}, tabs: name(d["Tabs"])}
		for _, a := range f.array(d["Annots"]) {
			p.annotations = append(p.annotations, f.dict(a))
		}
		if box := f.array(d["MediaBox"]); len(box) == 4 {
			p.Width, p.Height = number(box[2]), number(box[3])
		}
		stream, _, err := f.ctx.DereferenceStreamDict(d["Contents"])
		if err != nil {
			return err
		}
		if err := stream.Decode(); err != nil {
			return err
		}
		r := interpreter{file: f, page: &p, fonts: f.dict(f.dict(d["Resources"])["Font"])}
		r.run(string(stream.Content))
		f.Pages = append(f.Pages, p)
	}
	return nil
}

func number(o types.Object) float64 {
	switch n := o.(type) {
	case types.Integer:
		return float64(n)
	case types.Float:
		return float64(n)
	}
	return 0
}

// An interpreter follows the text of a page.
type interpreter struct {
	file  *File
	page  *Page
	fonts types.Dict
	font  map[uint16]string
	stack []mark // stretches that are open
}

// A mark is a stretch: of an element, an artifact, or with a text of its own.
type mark struct {
	mcid     int // -1 for none
	artifact bool
	actual   string
	has      bool
}

// run understands what package pdf writes: operators end lines, but for BDC's
// dictionaries all operands are numbers, names and hexadecimal strings.
func (r *interpreter) run(content string) {
	for line := range strings.SplitSeq(content, "\n") {
		fields := strings.Fields(line)
		switch {
		case len(fields) == 0:
		case strings.HasSuffix(line, "BDC"):
			r.begin(line)
		case line == "EMC":
			r.stack = r.stack[:len(r.stack)-1]
		case strings.HasSuffix(line, " Tf"):
			r.font = r.file.glyphs(r.fonts[strings.TrimPrefix(fields[len(fields)-3], "/")])
		case strings.HasSuffix(line, "TJ"):
			r.show(line)
		}
	}
}

func (r *interpreter) begin(line string) {
	m := mark{mcid: -1, artifact: strings.HasPrefix(line, "/Artifact")}
	if _, rest, ok := strings.Cut(line, "/MCID "); ok {
		m.mcid, _ = strconv.Atoi(strings.TrimRight(rest, ">BDC ")) // a wrong number is found as unclaimed content
	}
	if _, rest, ok := strings.Cut(line, "/ActualText <FEFF"); ok {
		digits, _, _ := strings.Cut(rest, ">")
		m.actual, m.has = utf16Text(digits), true
		r.text(m.actual)
	}
	r.stack = append(r.stack, m)
}

func (r *interpreter) show(line string) {
	if n := len(r.stack); n > 0 && r.stack[n-1].has {
		return // said already
	}
	var b strings.Builder
	for part := range strings.SplitSeq(line, "<") {
		digits, _, ok := strings.Cut(part, ">")
		if !ok {
			continue
		}
		for ; len(digits) >= 4; digits = digits[4:] {
			n, _ := strconv.ParseUint(digits[:4], 16, 16) // package pdf writes no other digits
			if n == 0 {
				r.page.blank++
			}
			b.WriteString(r.font[uint16(n)])
		}
	}
	r.text(b.String())
}

// text adds a text to the stretch that it stands in.
func (r *interpreter) text(s string) {
	for i := len(r.stack) - 1; i >= 0; i-- {
		switch m := r.stack[i]; {
		case m.mcid >= 0:
			r.page.marked[m.mcid] += s
			return
		case m.artifact:
			r.page.Artifacts += s + " "
			return
		}
	}
	r.page.loose += s
}

// glyphs returns what the glyphs of a font stand for, and checks that it is embedded.
func (f *File) glyphs(font types.Object) map[uint16]string {
	key := font.String()
	if m, ok := f.fonts[key]; ok {
		return m
	}
	m := map[uint16]string{}
	f.fonts[key] = m
	d := f.dict(font)
	for _, descendant := range f.array(d["DescendantFonts"]) {
		cid := f.dict(descendant)
		if name(cid["CIDToGIDMap"]) != "Identity" {
			f.fail("31-006", "no CIDToGIDMap")
		}
		if f.dict(cid["FontDescriptor"])["FontFile2"] == nil {
			f.fail("31-009", "a font is not embedded")
		}
	}
	stream, _, err := f.ctx.DereferenceStreamDict(d["ToUnicode"])
	if err != nil || stream == nil || stream.Decode() != nil {
		f.fail("31-027", "no ToUnicode")
		return m
	}
	for line := range strings.SplitSeq(string(stream.Content), "\n") {
		if from, to, ok := strings.Cut(line, "> <"); ok && strings.HasPrefix(line, "<") && strings.HasSuffix(line, ">") {
			n, err := strconv.ParseUint(from[1:], 16, 16)
			if err == nil && line != "<0000> <FFFF>" {
				m[uint16(n)] = utf16Text(strings.TrimSuffix(to, ">"))
			}
		}
	}
	return m
}

func utf16Text(digits string) string {
	b, err := hex.DecodeString(digits)
	if err != nil {
		return ""
	}
	var units []uint16
	for ; len(b) >= 2; b = b[2:] {
		units = append(units, uint16(b[0])<<8|uint16(b[1]))
	}
	return string(utf16.Decode(units))
}
