package sheet

import (
	"maps"
	"slices"
	"sync"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/markdown"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/yamlnode"
)

// MostLanguages is how many languages of a pack stand side by side in print.
const MostLanguages = 2

// A Pack is one file of content/packs: sheets that are printed together, for a
// conference for one.
type Pack struct {
	File
	Texts []File // what its Markdown mentions, a file a language

	Title     field.Localized `key:"title"`
	Subtitle  field.Localized `key:"subtitle"`
	Event     Event           `key:"event"`
	Logos     []Logo          `key:"logos"`
	Languages []Value         `key:"languages" form:"lang" one:"true"`
	Foreword  field.Localized `key:"foreword" form:"markdown"`
	Sessions  []Session       `key:"sessions"`
	Sheets    []Value         `key:"sheets" form:"sheet"`
	Notes     Value           `key:"notes" form:"bool"`
	Index     []Value         `key:"index" form:"enum:place,theme" one:"true"`
}

// An Event is what a pack is made for.
type Event struct {
	At    diag.Span
	Date  Value   `key:"date" form:"edtf"`
	Place Value   `key:"place" form:"term:places"`
	Hosts []Value `key:"hosts" form:"line" one:"true"`
}

// A Logo stands on the cover. Its file lies beside the pack's.
type Logo struct {
	At   diag.Span
	File Value `key:"file" form:"file"`
	Alt  Value `key:"alt" form:"line"`
}

// A Session is a group of sheets under a title.
type Session struct {
	At     diag.Span
	Title  field.Localized `key:"title"`
	Sheets []Value         `key:"sheets" form:"sheet" one:"true"`
}

// PackFields returns the fields of a pack in canonical order.
func PackFields() []field.Field { return packFields() }

var packFields = sync.OnceValue(field.Of[Pack])

// Pack reads one file of a pack.
func (p Parser) Pack(src *diag.Source, id string) (*Pack, []diag.Diagnostic) {
	tree, ds := yamlnode.Parse(src)
	ds = append(ds, yamlnode.CheckCharacters(src)...)
	pack := &Pack{File: File{ID: id, Source: src, Lost: tree.Lost}}
	var d field.Decoder
	d.Decode(PackFields(), tree.Root, pack)
	pack.Keys = d.Keys
	if pack.Lost == nil {
		pack.Lost = map[string]bool{}
	}
	maps.Copy(pack.Lost, d.Lost)
	return pack, append(append(ds, d.Findings...), pack.mentions()...)
}

// mentions collects what the foreword mentions in each language.
func (p *Pack) mentions() []diag.Diagnostic {
	var ds []diag.Diagnostic
	foreword := PackFields()[slices.IndexFunc(PackFields(), func(f field.Field) bool { return f.Path == "foreword" })]
	for i := range p.Foreword {
		text := &p.Foreword[i]
		f := File{ID: p.ID, Lang: text.Key, Source: p.Source}
		ds = append(ds, f.mentions(field.Item{Field: &foreword, Path: foreword.Path, Value: &text.Value}, markdown.MarksOf(text.Value.Text))...)
		p.Texts = append(p.Texts, f)
	}
	return ds
}
