// Package pdfcheck looks at PDF files for tests: whether they keep the rules of
// PDF/UA-1 that a machine can check, and which text they have in the order of
// reading. The numbers are those of the Matterhorn protocol. It reads by pdfcpu,
// so that what package pdf writes is judged by others' eyes.
package pdfcheck

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// A File is a PDF file that was read.
type File struct {
	ctx      *model.Context
	failures []string
	fonts    map[string]map[uint16]string // by object, what glyphs stand for
	numbers  map[int]int                  // of pages, by object
	Pages    []Page
	Root     *Element
}

// An Element is a node of the structure tree.
type Element struct {
	Tag, Lang, Alt, Scope string
	Text                  string // its own and its children's, in order
	Page                  int    // where its content begins, from 1; 0 for none
	Kids                  []*Element

	dict  types.Dict
	links int // annotations below it
}

// Read reads a file strictly. Failures of the rules are in Failures.
func Read(data []byte) (*File, error) {
	api.DisableConfigDir()
	conf := model.NewDefaultConfiguration()
	conf.ValidationMode = model.ValidationStrict
	ctx, err := api.ReadContext(bytes.NewReader(data), conf)
	if err != nil {
		return nil, err
	}
	if err := api.ValidateContext(ctx); err != nil {
		return nil, err
	}
	f := &File{ctx: ctx, fonts: map[string]map[uint16]string{}, numbers: map[int]int{}}
	if err := f.readPages(); err != nil {
		return nil, err
	}
	f.catalogue()
	f.structure()
	f.annotations()
	return f, nil
}

// Failures are the rules that the file breaks.
func (f *File) Failures() []string { return f.failures }

func (f *File) fail(point, format string, args ...any) {
	f.failures = append(f.failures, point+": "+fmt.Sprintf(format, args...))
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
	if marked := f.dict(root["MarkInfo"]).BooleanEntry("Marked"); marked == nil || !*marked {
		f.fail("06-001", "not marked as tagged")
	}
	if f.text(root["Lang"]) == "" {
		f.fail("11-006", "no language")
	}
	if show := f.dict(root["ViewerPreferences"]).BooleanEntry("DisplayDocTitle"); show == nil || !*show {
		f.fail("07-001", "the title is not shown")
	}
	meta, _, err := f.ctx.DereferenceStreamDict(root["Metadata"])
	if err != nil || meta == nil {
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
}

// annotations checks links: each is in the tree, has words, and its page goes by structure.
func (f *File) annotations() {
	for i, p := range f.Pages {
		for _, a := range p.annotations {
			switch {
			case f.text(a["Contents"]) == "":
				f.fail("28-012", "page %d: a link without Contents", i+1)
			case a["StructParent"] == nil:
				f.fail("28-011", "page %d: a link outside of the tree", i+1)
			}
		}
		if len(p.annotations) > 0 && p.tabs != "S" {
			f.fail("28-008", "page %d: the order of links is not that of the tree", i+1)
		}
	}
}

// Find returns the elements with a tag, in the order of reading.
func (f *File) Find(tag string) []*Element {
	var found []*Element
	var walk func(e *Element)
	walk = func(e *Element) {
		if e.Tag == tag {
			found = append(found, e)
		}
		for _, k := range e.Kids {
			walk(k)
		}
	}
	walk(f.Root)
	return found
}

// Text is the text of the file in the order of reading, without the soft
// hyphens at the ends of lines, each white space a space.
func (f *File) Text() string { return Fold(f.Root.Text) }

// Fold makes texts comparable.
func Fold(s string) string {
	return strings.Join(strings.Fields(strings.NewReplacer("\u00ad", "", "\u200b", "", "\u00a0", " ", "\u202f", " ").Replace(s)), " ")
}
