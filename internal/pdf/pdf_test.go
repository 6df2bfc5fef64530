package pdf

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/png"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/go-fonts/liberation/liberationserifregular"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/pdfcheck"
)

// glyphs sets ASCII without a shaper: Liberation's glyphs follow the characters.
func glyphs(f *Font, s string) []Glyph {
	var out []Glyph
	for _, r := range s {
		id := uint16(r - ' ' + 3)
		out = append(out, Glyph{ID: id, Text: string(r), Advance: float32(f.advance(id))})
	}
	return out
}

type paper struct {
	*Document
	font *Font
	page *Page
	y    float64
}

func (p *paper) say(e *Element, s string) {
	p.y += 20
	p.page.In(e)
	p.page.Text(p.font, 12, 50, p.y, glyphs(p.font, s))
}

func newPaper(t *testing.T) *paper {
	t.Helper()
	d := New(Info{Title: "Zwölf & <eins>", Author: "a", Lang: "de", Created: time.Unix(1e9, 0), Producer: "test"})
	font, err := d.AddFont(liberationserifregular.TTF)
	if err != nil {
		t.Fatal(err)
	}
	return &paper{Document: d, font: font, page: d.AddPage(595.28, 841.89)}
}

// document makes one of everything; change may break it.
func document(t *testing.T, change func(p *paper)) []byte {
	t.Helper()
	p := newPaper(t)
	root := p.Root()
	p.page.InRunning()
	p.page.Text(p.font, 6, 50, 7, glyphs(p.font, "Running head"))
	var first Anchor
	p.page.Anchor(&first, 0, 0)
	p.say(root.Add("H1"), "Heading")
	paragraph := root.Add("P")
	p.say(paragraph, "A text with ")
	link := paragraph.Inline("Link")
	p.say(link, "a link")
	p.page.Link(link, 50, p.y-12, 40, 14, "https://example.org/ä (b)", "Example")
	p.say(paragraph, " in it.")
	p.page.In(paragraph)
	p.page.Text(p.font, 12, 200, p.y, []Glyph{{ID: 16, Text: "\u00ad", Advance: 333}})
	list := root.Add("L")
	list.List = "Decimal"
	item := list.Add("LI")
	p.say(item.Add("Lbl"), "1.")
	p.say(item.Add("LBody"), "Item")
	table := root.Add("Table")
	head := table.Add("THead").Add("TR")
	th := head.Add("TH")
	th.Scope = "Column"
	p.say(th, "Head")
	row := table.Add("TBody").Add("TR")
	p.say(row.Add("TD"), "Cell")
	figure := root.Add("Figure")
	figure.Alt = "A dot"
	picture, err := p.AddImage(dot(t))
	if err != nil {
		t.Fatal(err)
	}
	p.page.In(figure)
	p.page.Image(picture, 50, 400, 20, 20)
	p.page.Figure(figure, 50, 400, 20, 20)
	foreign := root.Add("P").In("fr", "de")
	p.say(foreign, "Bonjour")
	p.page = p.AddPage(595.28, 841.89).Shifted(10)
	p.page.In(foreign)
	p.page.Text(p.font, 12, 50, 50, glyphs(p.font, " again"))
	root.Add("P") // of which nothing is drawn
	p.Bookmark(1, "Heading", &first)
	p.Bookmark(3, "Deeper", &first)
	p.Bookmark(1, "Nowhere", &Anchor{})
	if change != nil {
		change(p)
	}
	return p.Bytes()
}

func dot(t *testing.T) []byte {
	t.Helper()
	m := image.NewNRGBA(image.Rect(0, 0, 2, 2))
	m.Set(0, 0, color.NRGBA{255, 0, 0, 128})
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestDocument(t *testing.T) {
	data := document(t, nil)
	f, err := pdfcheck.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, failure := range f.Failures() {
		t.Error(failure)
	}
	const want = "Heading A text with a link in it. 1. Item Head Cell Bonjour again"
	if got := f.Text(); got != want {
		t.Errorf("text is %q, want %q", got, want)
	}
	if got := f.Pages[0].Artifacts; got != "Running head " {
		t.Errorf("artifacts: %q", got)
	}
	if !bytes.Equal(data, document(t, nil)) {
		t.Error("the same calls made other bytes")
	}
	if got := f.Links(); len(got) != 1 || got[0] != "https://example.org/%C3%A4%20(b)" {
		t.Errorf("links: %q", got)
	}
	if got := f.Find("L")[0].List; got != "Decimal" {
		t.Errorf("the list is numbered by %q", got)
	}
	last := f.Find("P")
	if got := last[len(last)-1].Lang; got != "fr" {
		t.Errorf("the last paragraph is in %q", got)
	}
	if got := f.Collisions(); got != nil {
		t.Error(got)
	}
}

// TestGlyphCodes holds that every number of a glyph survives being written as a
// string, those that look like signs of the file's own included.
func TestGlyphCodes(t *testing.T) {
	p := newPaper(t)
	e := p.Root().Add("P")
	p.page.In(e)
	want := ""
	var all []Glyph
	for id := range p.font.file.count - 1 {
		text := string(rune(0x4e00 + id))
		want += text
		all = append(all, Glyph{ID: uint16(id + 1), Text: text, Advance: float32(p.font.advance(uint16(id + 1)))})
	}
	p.page.Text(p.font, 0.1, 10, 10, all)
	f, err := pdfcheck.Read(p.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.TrimSpace(f.Root.Text); got != want {
		t.Errorf("of %d glyphs %d are read", len(all), len([]rune(got)))
	}
}

func TestBadFiles(t *testing.T) {
	d := New(Info{})
	whole := liberationserifregular.TTF
	for name, data := range map[string][]byte{"nothing": nil, "text": []byte("no font at all, but long"), "cut": whole[:len(whole)/2], "head": whole[:100]} {
		if _, err := d.AddFont(data); err == nil {
			t.Errorf("%s is taken for a font", name)
		}
	}
	png := dot(t)
	for name, data := range map[string][]byte{"nothing": nil, "text": []byte("GIF89a"), "cut": png[:40]} {
		if _, err := d.AddImage(data); err == nil {
			t.Errorf("%s is taken for an image", name)
		}
	}
}

// TestSubsetOfBomb holds that a font whose glyphs each name the next one twice is not unfolded.
func TestSubsetOfBomb(t *testing.T) {
	const count, head = 22, 10
	f := &trueType{tables: map[string][]byte{"head": make([]byte, 54), "hmtx": make([]byte, 4)}, count: count, metrics: 1, longOffsets: true}
	var glyf, loca []byte
	for g := range uint16(count) {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		glyf = append(append(glyf, 0xff, 0xff), make([]byte, head-2)...) // it is put together
		for _, flags := range []uint16{1 << 5, 0} {                      // from one more, from no more
			glyf = binary.BigEndian.AppendUint16(binary.BigEndian.AppendUint16(glyf, flags), g+1)
			glyf = append(glyf, 0, 0)
		}
	}
	f.tables["glyf"], f.tables["loca"] = glyf, binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f.subset(map[uint16]string{0: "x"})
	if runtime.ReadMemStats(&after); after.TotalAlloc-before.TotalAlloc > 1<<20 {
		t.Errorf("%d bytes were needed", after.TotalAlloc-before.TotalAlloc)
	}
}

// TestSubset holds that a composite glyph brings its parts along.
func TestSubset(t *testing.T) {
	f, err := parseTrueType(liberationserifregular.TTF)
	if err != nil {
		t.Fatal(err)
	}
	composite := 0
	for g := range f.count {
		if len(components(f.glyph(g))) > 1 {
			composite = g
		}
	}
	small, err := parseTrueType(f.subset(map[uint16]string{uint16(composite): "x"}))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range components(f.glyph(composite)) {
		if len(small.glyph(part)) < len(f.glyph(part)) {
			t.Errorf("glyph %d, a part of %d, is lost", part, composite)
		}
	}
	if len(small.glyph(composite)) == 0 || len(small.glyph(40)) > 0 {
		t.Error("the subset has not what it should")
	}
	if small.advance(uint16(composite)) != f.advance(uint16(composite)) {
		t.Error("the subset has another width")
	}
}
