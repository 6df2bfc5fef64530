package pdfcheck

import (
	"fmt"
	"math"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// A Page is what was read of one page.
type Page struct {
	Width, Height float64
	Artifacts     string // text that belongs to no element
	Boxes         []Box

	marked      map[int]string // text by the number of its stretch
	claimed     map[int]bool
	annotations []types.Dict
	tabs        types.Object
}

// A Box is where something is drawn, in points from the upper left corner.
type Box struct {
	Left, Top, Right, Bottom float64
	Text                     string // "" for images and areas
	Area                     bool   // filled: a rule, a tint, a shape
}

// Overlaps reports whether two boxes share more than kerned letters do.
func (b Box) Overlaps(c Box) bool {
	hair := 0.16 * min(b.Bottom-b.Top, c.Bottom-c.Top)
	return min(b.Right, c.Right)-max(b.Left, c.Left) > hair && min(b.Bottom, c.Bottom)-max(b.Top, c.Top) > hair
}

// Collisions reports what lies outside of its page, and texts and images that
// lie over one another.
func (f *File) Collisions() []string {
	var all []string
	for n, p := range f.Pages {
		for i, b := range p.Boxes {
			if b.Left < -0.1 || b.Top < -0.1 || b.Right > p.Width+0.1 || b.Bottom > p.Height+0.1 {
				all = append(all, fmt.Sprintf("page %d: outside: %+v", n+1, b))
			}
			for _, c := range p.Boxes[i+1:] {
				if !b.Area && !c.Area && b.Overlaps(c) {
					all = append(all, fmt.Sprintf("page %d: %+v over %+v", n+1, b, c))
				}
			}
		}
	}
	return all
}

func (f *File) readPages() error {
	for n := 1; n <= f.ctx.PageCount; n++ {
		d, ref, _, err := f.ctx.PageDict(n, false)
		if err != nil {
			return err
		}
		f.numbers[ref.ObjectNumber.Value()] = n
		p := Page{marked: map[int]string{}, claimed: map[int]bool{}, tabs: d["Tabs"]}
		for _, a := range f.array(d["Annots"]) {
			p.annotations = append(p.annotations, f.dict(a))
		}
		if box := f.array(d["MediaBox"]); len(box) == 4 {
			p.Width, p.Height = number(box[2]), number(box[3])
		}
		content, err := f.content(d["Contents"])
		if err != nil {
			return err
		}
		r := interpreter{file: f, number: n, page: &p, resources: f.dict(d["Resources"]), state: state{ctm: identity}}
		for operator, operands := range operations(content) {
			r.do(operator, operands)
		}
		f.Pages = append(f.Pages, p)
	}
	return nil
}

// content returns the content of a page, which may be in several streams.
func (f *File) content(object types.Object) ([]byte, error) {
	parts := f.array(object)
	if parts == nil {
		parts = types.Array{object}
	}
	var all []byte
	for _, part := range parts {
		stream, _, err := f.ctx.DereferenceStreamDict(part)
		if err != nil {
			return nil, err
		}
		if err := stream.Decode(); err != nil {
			return nil, err
		}
		all = append(append(all, stream.Content...), '\n')
	}
	return all, nil
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

// A matrix is a b c d e f of ISO 32000-1, 8.3.3.
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

// then returns the matrix that does m first and n then.
func (m matrix) then(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

type state struct {
	ctm matrix
}

// An interpreter follows what is drawn on a page.
type interpreter struct {
	file      *File
	number    int
	page      *Page
	resources types.Dict
	state     state
	saved     []state
	text      matrix // at the beginning of the line
	pen       float64
	font      *font
	size      float64
	path      []Box
	stack     []mark // stretches that are open
}

// A mark is a stretch: of an element, an artifact, or with a text of its own.
type mark struct {
	mcid     int // -1 for none
	artifact bool
	has      bool // a text of its own
}

func matrixOf(o []operand) matrix {
	var m matrix
	for i := range min(len(o), 6) {
		m[i] = o[i].number
	}
	return m
}

func (r *interpreter) do(operator string, o []operand) {
	switch operator {
	case "q":
		r.saved = append(r.saved, r.state)
	case "Q":
		if n := len(r.saved); n > 0 {
			r.state, r.saved = r.saved[n-1], r.saved[:n-1]
		}
	case "cm":
		r.state.ctm = matrixOf(o).then(r.state.ctm)
	case "BMC", "BDC":
		r.begin(o)
	case "EMC":
		if n := len(r.stack); n > 0 {
			r.stack = r.stack[:n-1]
		}
	case "Tf":
		r.font, r.size = r.file.readFont(r.file.dict(r.resources["Font"])[o[0].name]), o[1].number
	case "BT":
		r.text, r.pen = identity, 0
	case "Tm":
		r.text, r.pen = matrixOf(o), 0
	case "TJ":
		r.show(o[0].items)
	case "Tj":
		r.show(o)
	case "Do":
		r.image(o[0].name)
	case "re", "m", "l", "c":
		r.build(operator, o)
	case "f", "f*", "S", "B":
		r.paint()
	case "n":
		r.path = nil
	}
}

func (r *interpreter) begin(o []operand) {
	m, text := mark{mcid: -1, artifact: o[0].name == "Artifact"}, ""
	if len(o) > 1 {
		if id, ok := o[1].entry("MCID"); ok {
			m.mcid = int(id.number)
			r.page.marked[m.mcid] += ""
		}
		if actual, ok := o[1].entry("ActualText"); ok {
			text, m.has = strings.TrimPrefix(utf16Text(actual.text), "\ufeff"), true
		}
	}
	for _, outer := range r.stack {
		switch {
		case m.artifact && outer.mcid >= 0:
			r.file.fail("01-003", "page %d: an artifact in stretch %d", r.number, outer.mcid)
		case m.mcid >= 0 && outer.artifact:
			r.file.fail("01-004", "page %d: stretch %d in an artifact", r.number, m.mcid)
		}
	}
	r.stack = append(r.stack, m)
	if m.has {
		r.say(text)
	}
}

// show follows a text: strings, and numbers that move the pen.
func (r *interpreter) show(items []operand) {
	if r.font == nil {
		return
	}
	said := len(r.stack) > 0 && r.stack[len(r.stack)-1].has
	var b strings.Builder
	from := r.pen
	if len(items) > 0 && !items[0].isText { // moved before anything is drawn
		from -= items[0].number / 1000 * r.size
	}
	for _, item := range items {
		if !item.isText {
			r.pen -= item.number / 1000 * r.size
			continue
		}
		for codes := item.text; len(codes) >= 2; codes = codes[2:] {
			g := uint16(codes[0])<<8 | uint16(codes[1])
			r.pen += r.font.widths[g] / 1000 * r.size
			if said && r.font.unicode[g] == "" { // the text beside it says what it stands for
				continue
			}
			r.file.glyph(r.number, r.font, g)
			b.WriteString(r.font.unicode[g])
		}
	}
	r.box(r.text.then(r.state.ctm), from, -0.21*r.size, r.pen, 0.74*r.size, b.String(), false)
	if !said {
		r.say(b.String())
	}
}

// box adds a rectangle, given in the units of a matrix.
func (r *interpreter) box(m matrix, left, low, right, high float64, text string, area bool) {
	if strings.TrimSpace(text) == "" && text != "" {
		return
	}
	x0, y0 := left*m[0]+low*m[2]+m[4], left*m[1]+low*m[3]+m[5]
	x1, y1 := right*m[0]+high*m[2]+m[4], right*m[1]+high*m[3]+m[5]
	h := r.page.Height
	r.page.Boxes = append(r.page.Boxes, Box{min(x0, x1), h - max(y0, y1), max(x0, x1), h - min(y0, y1), text, area})
}

func (r *interpreter) image(resource string) {
	d, _, err := r.file.ctx.DereferenceStreamDict(r.file.dict(r.resources["XObject"])[resource])
	if err != nil || d == nil || name(d.Dict["Subtype"]) != "Image" {
		r.file.absent("30-001, 30-002", "an XObject that is no image")
		return
	}
	r.loose("an image")
	r.box(r.state.ctm, 0, 0, 1, 1, "", false)
}

// build adds to the path that is painted next.
func (r *interpreter) build(operator string, o []operand) {
	x, y := o[len(o)-2].number, o[len(o)-1].number
	left, low, right, high := x, y, x, y
	if operator == "re" {
		left, low = o[0].number, o[1].number
		right, high = left+x, low+y
	}
	r.path = append(r.path, Box{Left: left, Top: low, Right: right, Bottom: high})
}

func (r *interpreter) paint() {
	if len(r.path) == 0 {
		return
	}
	r.loose("a shape")
	all := Box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1), "", true}
	for _, b := range r.path {
		all.Left, all.Top = min(all.Left, b.Left), min(all.Top, b.Top)
		all.Right, all.Bottom = max(all.Right, b.Right), max(all.Bottom, b.Bottom)
	}
	r.path = nil
	r.box(r.state.ctm, all.Left, all.Top, all.Right, all.Bottom, "", true)
}

// loose reports what is drawn outside of all stretches.
func (r *interpreter) loose(what string) {
	for _, m := range r.stack {
		if m.mcid >= 0 || m.artifact {
			return
		}
	}
	r.file.fail("01-005", "page %d: %s is neither tagged nor an artifact", r.number, what)
}

// say adds a text to the stretch that it stands in.
func (r *interpreter) say(s string) {
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
	r.loose(fmt.Sprintf("%q", s))
}
