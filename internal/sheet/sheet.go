// Package sheet is the model of one file: a fact sheet of eight parts or a
// free page, in one language, as its editor wrote it.
//
// The structs of this package are the format; package field explains their tags.
package sheet

import (
	"slices"
	"sync"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/markdown"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/yamlnode"
)

// A Value is a scalar as written, with its language and place.
type Value = field.Value

// A Sheet is one file of a practice.
type Sheet struct {
	File

	Type             Value           `key:"type" class:"fact" form:"enum:sheet,example,partnership,event"`
	Title            Value           `key:"title" class:"text" form:"line"`
	Summary          Value           `key:"summary" class:"text" form:"line"`
	Carrier          Carrier         `key:"carrier"`
	Period           Period          `key:"period" shorthand:"Single"`
	Status           Value           `key:"status" class:"fact" form:"enum:current,finished,planned,historic"`
	Themes           []Value         `key:"themes" class:"fact" form:"term:themes"`
	Audience         []Value         `key:"audience" class:"fact" form:"term:audiences"`
	OfferedLanguages []Value         `key:"offered_languages" class:"fact" form:"lang"`
	Context          Value           `key:"context" class:"text" form:"markdown"`
	Description      Value           `key:"description" class:"text" form:"markdown"`
	Resources        Resources       `key:"resources" shorthand:"Text"`
	Partners         []Partner       `key:"partners"`
	Outcome          Outcome         `key:"outcome" shorthand:"Text"`
	Figures          []Figure        `key:"figures"`
	Transferability  Transferability `key:"transferability" shorthand:"Text"`
	Adopted          []Adoption      `key:"adopted"`
	Activities       []Activity      `key:"activities"`
	Contact          Contact         `key:"contact"`
	Links            []Link          `key:"links"`
	Images           []Image         `key:"images"`
	Origin           Origin          `key:"source"`
	Published        Value           `key:"published" class:"fact" form:"day"`
	Updated          Value           `key:"updated" class:"fact" form:"day"`
	Reviewed         Value           `key:"reviewed" class:"fact" form:"day"`
	Slug             Value           `key:"slug" class:"own" form:"id"`
	Aliases          []Value         `key:"aliases" class:"own" form:"alias"`
	Translation      Translation     `key:"translation"`
	Body             Value           `key:"body" class:"text" form:"markdown" body:"true"`
}

// A Page is one file of a free page.
type Page struct {
	File
	Made bool // from site.yaml: there is no such file

	Title       Value       `key:"title" class:"text" form:"line"`
	Summary     Value       `key:"summary" class:"text" form:"line"`
	Updated     Value       `key:"updated" class:"fact" form:"day"`
	Aliases     []Value     `key:"aliases" class:"own" form:"alias"`
	Translation Translation `key:"translation"`
	Body        Value       `key:"body" class:"text" form:"markdown" body:"true"`
}

// Fields returns the fields of a sheet in canonical order.
func Fields() []field.Field { return sheetFields() }

// PageFields returns the fields of a free page in canonical order.
func PageFields() []field.Field { return pageFields() }

var (
	sheetFields = sync.OnceValue(field.Of[Sheet])
	pageFields  = sync.OnceValue(field.Of[Page])
)

// A File is what every parsed file has.
type File struct {
	ID     string
	Lang   string
	Source *diag.Source

	Keys     []field.Key   // where the keys stand, nested ones too, lists' items not
	Lost     yamlnode.Lost // top-level keys that could not be read in full
	Mentions []Mention     // links and images in the Markdown of all texts
	Lead     Value         // the first sentences of the description, for a summary that is not stated
	RawHTML  []diag.Span   // HTML in the Markdown
	Headings []Heading     // in the Markdown, text by text
	BareURLs []diag.Span   // addresses in the Markdown that are no links
	Repairs  []Repair      // of typography; of each text the first of each kind, since who wrote one straight quote wrote all of them so
}

// KeySpan returns the place of a key, or the first line of the file where the
// key is absent.
func (f *File) KeySpan(path string) diag.Span {
	for _, k := range f.Keys {
		if k.Path == path {
			return k.Span
		}
	}
	return f.Head()
}

// Head returns the first line of the file, the place of what is absent.
func (f *File) Head() diag.Span {
	start, end := f.Source.Line(1)
	return f.Source.Span(start, end)
}

// HasLost reports whether a top-level key may hold something that was not read.
func (f *File) HasLost(key string) bool { return f.Lost.Has(key) }

// HasKey reports whether a key stands in the file, dotted where nested.
func (f *File) HasKey(path string) bool {
	return slices.ContainsFunc(f.Keys, func(k field.Key) bool { return k.Path == path })
}

// IsTranslation reports whether the file calls itself a translation, even if
// what it says of that can't be read.
func (f *File) IsTranslation() bool { return f.HasKey("translation") || f.Lost["translation"] }

// A Mention is a link or an image in the Markdown of a text.
type Mention struct {
	Field string // key of the text, dotted
	Link  markdown.Link
	Span  diag.Span // of the whole construct, in the file
	Dest  diag.Span // of its destination
}

// A Heading stands in the Markdown of a text.
type Heading struct {
	Field string // key of the text, dotted
	Level int    // as it is written, from 1 to 6
	Text  string
	ID    string // its place on the page, behind the name of its field
	Span  diag.Span
}

// A Carrier runs the practice.
type Carrier struct {
	At    diag.Span
	Name  Value   `key:"name" class:"name" form:"line"`
	Kind  Value   `key:"kind" class:"fact" form:"term:carriers"`
	Place []Value `key:"place" class:"fact" form:"term:places" one:"true"`
	URL   Value   `key:"url" class:"fact" form:"url"`
}

// A Period is one EDTF value, or a beginning and an end.
type Period struct {
	At     diag.Span
	Single Value `key:"" class:"fact" form:"edtf"`
	From   Value `key:"from" class:"fact" form:"edtf"`
	To     Value `key:"to" class:"fact" form:"edtf-end"`
}

// Stated reports whether the period says anything.
func (p Period) Stated() bool { return p.Single.Stated() || p.From.Stated() || p.To.Stated() }

// Resources is what the practice takes.
type Resources struct {
	At       diag.Span
	Text     Value `key:"" class:"text" form:"markdown"`
	Staff    Value `key:"staff" class:"text" form:"markdown"`
	Material Value `key:"material" class:"text" form:"markdown"`
	Funding  Value `key:"funding" class:"text" form:"markdown"`
}

// A Partner takes part without running the practice.
type Partner struct {
	At    diag.Span
	Name  Value   `key:"name" class:"name" form:"line"`
	Place []Value `key:"place" class:"fact" form:"term:places" one:"true"`
	Kind  Value   `key:"kind" class:"fact" form:"term:carriers"`
	URL   Value   `key:"url" class:"fact" form:"url"`
}

// An Outcome is what came of it.
type Outcome struct {
	At       diag.Span
	Text     Value `key:"text" class:"text" form:"markdown"`
	Direct   Value `key:"direct" class:"text" form:"markdown"`
	Indirect Value `key:"indirect" class:"text" form:"markdown"`
}

// A Figure is a number of the outcome. A total is the sum of the figures that
// follow it up to the next total.
type Figure struct {
	At    diag.Span
	Label Value `key:"label" class:"text" form:"line"`
	Value Value `key:"value" class:"fact" form:"number"`
	Unit  Value `key:"unit" class:"text" form:"line"`
	Total Value `key:"total" class:"fact" form:"bool"`
}

// Transferability is what another town needs to do the same.
type Transferability struct {
	At         diag.Span
	Text       Value   `key:"text" class:"text" form:"markdown"`
	Conditions []Value `key:"conditions" class:"text" form:"line"`
	Effort     Value   `key:"effort" class:"fact" form:"enum:low,medium,high"`
}

// An Adoption is a transfer that has happened, from here to there.
type Adoption struct {
	At    diag.Span
	Place []Value `key:"place" class:"fact" form:"term:places" one:"true"`
	Sheet Value   `key:"sheet" class:"fact" form:"sheet"`
	Year  Value   `key:"year" class:"fact" form:"edtf"`
	Note  Value   `key:"note" class:"text" form:"line"`
}

// An Activity is one row of a partnership.
type Activity struct {
	At     diag.Span
	Title  Value   `key:"title" class:"text" form:"line"`
	Kind   Value   `key:"kind" class:"fact" form:"term:activities"`
	Period Period  `key:"period" shorthand:"Single"`
	Place  []Value `key:"place" class:"fact" form:"term:places" one:"true"`
	Aspect Value   `key:"aspect" class:"fact" form:"term:aspects"`
}

// A Contact is an office before a person.
type Contact struct {
	At       diag.Span
	Office   Value `key:"office" class:"name" form:"line"`
	Person   Value `key:"person" class:"name" form:"line"`
	Role     Value `key:"role" class:"name" form:"line"`
	Email    Value `key:"email" class:"fact" form:"email"`
	Phone    Value `key:"phone" class:"fact" form:"phone"`
	URL      Value `key:"url" class:"fact" form:"url"`
	Basis    Value `key:"basis" class:"fact" form:"enum:public_function,consent"`
	ReviewBy Value `key:"review_by" class:"fact" form:"day"`
}

// A Link leads to further reading.
type Link struct {
	At    diag.Span
	Label Value `key:"label" class:"name" form:"line"`
	URL   Value `key:"url" class:"fact" form:"url"`
	Lang  Value `key:"lang" class:"fact" form:"lang"`
}

// An Image lies beside the sheet.
type Image struct {
	At     diag.Span
	File   Value `key:"file" class:"fact" form:"file"`
	Alt    Value `key:"alt" class:"text" form:"line"`
	Credit Value `key:"credit" class:"fact" form:"line"`
}

// An Origin is the document that the sheet was written from.
type Origin struct {
	At        diag.Span
	Title     Value `key:"title" class:"name" form:"line"`
	Publisher Value `key:"publisher" class:"name" form:"line"`
	Lang      Value `key:"lang" class:"fact" form:"lang"`
	Date      Value `key:"date" class:"fact" form:"edtf"`
	URL       Value `key:"url" class:"fact" form:"url"`
}

// A Translation says of which language a file is one, and which version of
// each text of the original it was made from.
type Translation struct {
	At    diag.Span
	Of    Value        `key:"of" class:"own" form:"lang"`
	State []field.Pair `key:"state" class:"own" form:"state"` // a digest a tracked text
}
