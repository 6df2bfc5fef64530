// Package pdfcheck looks at PDF files for tests: whether they keep the rules of
// PDF/UA-1 that a machine can check, which text they have in the order of
// reading, and what lies where. The numbers of failures are those of the
// Matterhorn Protocol 1.1; README.md has all of them, and why some do not apply.
// It reads by pdfcpu, so that what package pdf writes is judged by others' eyes.
//
//	lexer.go, content.go   what is drawn on a page, and to which stretch it belongs
//	font.go                fonts, and their glyphs in use
//	structure.go           the tree of elements
//	rules.go               what may stand in what
//	tool.go                qpdf and poppler, and images of pages
package pdfcheck

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// A File is a PDF file that was read.
type File struct {
	ctx      *model.Context
	lang     string
	failures []string
	fonts    map[string]*font // by object
	glyphs   map[glyphKey]bool
	numbers  map[int]int // of pages, by object
	notes    map[string]bool
	linked   map[int]bool // objects that are annotations in the tree
	Pages    []Page
	Root     *Element
}

// Read reads a file, which has to be valid by pdfcpu's strict rules. Failures of
// the rules of PDF/UA are in Failures.
func Read(data []byte) (*File, error) {
	ctx, err := read(data)
	if err != nil {
		return nil, err
	}
	if err := api.ValidateContext(ctx); err != nil {
		return nil, err
	}
	return inspect(ctx)
}

func read(data []byte) (*model.Context, error) {
	api.DisableConfigDir()
	conf := model.NewDefaultConfiguration()
	conf.ValidationMode = model.ValidationStrict
	return api.ReadContext(bytes.NewReader(data), conf)
}

func inspect(ctx *model.Context) (*File, error) {
	if err := ctx.EnsurePageCount(); err != nil {
		return nil, err
	}
	f := &File{ctx: ctx, fonts: map[string]*font{}, glyphs: map[glyphKey]bool{}, numbers: map[int]int{}, notes: map[string]bool{}, linked: map[int]bool{}}
	f.lang = f.text(ctx.RootDict["Lang"])
	if err := f.readPages(); err != nil {
		return nil, err
	}
	f.catalogue()
	f.metadata()
	f.structure()
	f.annotations()
	return f, nil
}

// Failures are the rules that the file breaks.
func (f *File) Failures() []string { return f.failures }

func (f *File) fail(point, format string, args ...any) {
	f.failures = append(f.failures, point+": "+fmt.Sprintf(format, args...))
}

// absent reports what should not be in the file at all, since its own rules are
// not checked.
func (f *File) absent(points, what string) {
	f.failures = append(f.failures, "absent: "+what+", for which "+points+" would have to be checked")
}

func (f *File) dict(o types.Object) types.Dict {
	d, err := f.ctx.DereferenceDict(o)
	if err != nil {
		return nil
	}
	return d
}

func (f *File) array(o types.Object) types.Array {
	a, err := f.ctx.DereferenceArray(o)
	if err != nil {
		return nil
	}
	return a
}

func (f *File) text(o types.Object) string {
	o, err := f.ctx.Dereference(o)
	if err != nil || o == nil {
		return ""
	}
	s, err := types.StringOrHexLiteral(o)
	if err != nil || s == nil {
		return ""
	}
	return *s
}

func name(o types.Object) string {
	n, ok := o.(types.Name)
	if !ok {
		return ""
	}
	return n.Value()
}

// catalogue checks what the document says of itself.
func (f *File) catalogue() {
	root := f.ctx.RootDict
	info := f.dict(root["MarkInfo"])
	if marked := info.BooleanEntry("Marked"); marked == nil || !*marked {
		f.fail("06-001", "not marked as tagged")
	}
	if suspects := info.BooleanEntry("Suspects"); suspects != nil && *suspects {
		f.fail("01-007", "the tags are suspect")
	}
	switch show := f.dict(root["ViewerPreferences"]).BooleanEntry("DisplayDocTitle"); {
	case show == nil:
		f.fail("07-001", "nothing says that the title is shown")
	case !*show:
		f.fail("07-002", "the title is not shown")
	}
	if f.lang == "" && root["Outlines"] != nil {
		f.fail("11-003", "the outline has no language")
	}
	if f.lang != "" && !tag.MatchString(f.lang) {
		f.fail("11-001", "%q is no language", f.lang)
	}
	for _, a := range []struct{ key, points, what string }{
		{"OCProperties", "20-001 to 20-003", "optional content"},
		{"AcroForm", "11-005, 25-001, 28-005, 28-010", "a form"},
		{"AF", "21-001", "an attached file"},
	} {
		if root[a.key] != nil {
			f.absent(a.points, a.what)
		}
	}
	if f.dict(root["Names"])["EmbeddedFiles"] != nil {
		f.absent("21-001", "an embedded file")
	}
	if f.ctx.Encrypt != nil {
		f.absent("26-001, 26-002", "encryption")
	}
}

// tag is the form of language tags, as far as they are used here (RFC 5646).
var tag = regexp.MustCompile(`^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

func (f *File) metadata() {
	meta, _, err := f.ctx.DereferenceStreamDict(f.ctx.RootDict["Metadata"])
	if f.ctx.RootDict["Metadata"] == nil || err != nil || meta == nil {
		f.fail("06-001", "no metadata")
		return
	}
	if meta.Content == nil {
		_ = meta.Decode() // what can't be decoded has no content, which fails below
	}
	for point, want := range map[string]string{"06-002": "<pdfuaid:part>1<", "06-003": "<dc:title>"} {
		if !bytes.Contains(meta.Content, []byte(want)) {
			f.fail(point, "metadata lack %s", want)
		}
	}
	if f.lang == "" {
		f.fail("11-006", "metadata have no language")
	}
}

// annotations checks links: each is in the tree, has words, and its page goes by structure.
func (f *File) annotations() {
	for i, p := range f.Pages {
		for k, a := range p.annotations {
			if kind := name(a["Subtype"]); kind != "Link" {
				f.absent("28-002, 28-004 to 28-007, 28-010, 28-014 to 28-018", "an annotation of the type "+kind)
				continue
			}
			if f.text(a["Contents"]) == "" {
				f.fail("28-012", "page %d: a link without Contents", i+1)
			}
			ref, _ := f.annotationRefs(i + 1)[k].(types.IndirectRef)
			if a["StructParent"] == nil || !f.linked[ref.ObjectNumber.Value()] {
				f.fail("28-011", "page %d: a link outside of a Link", i+1)
			}
		}
		switch {
		case len(p.annotations) == 0:
		case p.tabs == nil:
			f.fail("28-008", "page %d does not say in which order links follow", i+1)
		case name(p.tabs) != "S":
			f.fail("28-009", "page %d: the order of links is not that of the tree", i+1)
		}
	}
}

func (f *File) annotationRefs(page int) types.Array {
	d, _, _, err := f.ctx.PageDict(page, false)
	if err != nil {
		return nil
	}
	return f.array(d["Annots"])
}

// Find returns the elements with a tag, in the order of reading.
func (f *File) Find(tags ...string) []*Element {
	var found []*Element
	f.Root.each(func(e *Element) {
		if slices.Contains(tags, e.Tag) {
			found = append(found, e)
		}
	})
	return found
}

// Links returns the addresses that the file leads to, page by page.
func (f *File) Links() []string {
	var all []string
	for _, p := range f.Pages {
		for _, a := range p.annotations {
			if uri := f.text(f.dict(a["A"])["URI"]); uri != "" {
				all = append(all, uri)
			}
		}
	}
	return all
}

// Fonts returns the names of the embedded fonts.
func (f *File) Fonts() []string {
	var names []string
	for _, t := range f.fonts {
		names = append(names, t.name)
	}
	slices.Sort(names)
	return names
}

// A Reference is a link inside of the file.
type Reference struct {
	Text string // of the link
	Page int    // that it leads to, from 1
}

// References returns the links inside of the file, in the order of reading.
func (f *File) References() []Reference {
	to := map[int]int{}
	for i, p := range f.Pages {
		for k, a := range p.annotations {
			ref, ok := f.annotationRefs(i + 1)[k].(types.IndirectRef)
			if dest := f.array(a["Dest"]); ok && len(dest) > 0 {
				to[ref.ObjectNumber.Value()] = f.pageOf(dest[0])
			}
		}
	}
	var all []Reference
	for _, e := range f.Find("Link") {
		for _, object := range e.links[:min(1, len(e.links))] {
			if page := to[object]; page > 0 {
				all = append(all, Reference{Fold(e.Text), page})
			}
		}
	}
	return all
}

// Text is the text of the file in the order of reading, without the soft
// hyphens at the ends of lines, each white space a space.
func (f *File) Text() string { return Fold(f.Root.Text) }

// Fold makes texts comparable.
func Fold(s string) string {
	return strings.Join(strings.Fields(strings.NewReplacer("\u00ad", "", "\u200b", "", "\u00a0", " ", "\u202f", " ").Replace(s)), " ")
}
