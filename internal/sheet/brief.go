package sheet

import (
	"reflect"
	"slices"
	"sync"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/markdown"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/wire"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/yamlnode"
)

// A Brief is what is known of a sheet while its catalogue is in memory: what lists, orders, relations and states are
// made of. All else stays the bytes that it was written as until somebody asks for the whole sheet. Of thousands of
// sheets that is a seventh of the memory, in which the collector has to look for little.
//
// A Brief is never changed, and may be used by several goroutines.
type Brief struct {
	ID     string
	Lang   string
	Source *diag.Source
	Lost   yamlnode.Lost // as of [File]
	*Facts               // of all translations the same empty ones, since they show the original's

	Title, Summary, Lead, Slug Value
	Carrier                    Carrier
	Aliases                    []Value
	Adopted                    []Adoption

	Of       string   // the language that a translation names
	Refs     []string // ids of the sheets that the texts link to, each once
	Pictures []string // files of images, as they are named
	Parts    uint8    // which of the eight parts of the form are stated, the first one the lowest bit; any contact counts

	translation bool
	tracks      string        // written
	rest        func() string // returns, written, the fields that are not here and what else was found in the file
}

// Facts are those of an original that others ask for.
type Facts struct {
	Type, Status                       Value
	Period                             Period
	Themes, Audience, OfferedLanguages []Value
	Activities                         []Activity
	Published, Updated, Reviewed       Value

	Effort        string // of transferability
	ReviewBy      string // of the contact
	PartnerPlaces []string
	PartnerKinds  []string
}

var noFacts Facts

// IsTranslation reports whether the file calls itself a translation.
func (b *Brief) IsTranslation() bool { return b.translation }

// HasLost reports whether a top-level key may hold something that was not read.
func (b *Brief) HasLost(key string) bool { return b.Lost.Has(key) }

// Head returns the first line of the file, the place of what is absent.
func (b *Brief) Head() diag.Span { return b.file().Head() }

func (b *Brief) file() *File {
	return &File{ID: b.ID, Lang: b.Lang, Source: b.Source, Lost: b.Lost, Lead: b.Lead}
}

// Brief returns what is kept of a sheet.
func (s *Sheet) Brief() *Brief { return s.briefWith(!s.IsTranslation()) }

func (s *Sheet) briefWith(facts bool) *Brief {
	text, rest := s.append(nil, facts, nil)
	b, _, _ := ReadBrief(string(text[:rest]), func() string { return string(text[rest:]) }, s.Source, s.ID, s.Lang)
	return b
}

// Alone returns a brief of a file as if it were no translation, where an entry has no other original.
func (b *Brief) Alone() *Brief { return b.Sheet().briefWith(true) }

// Sheet returns the whole sheet. It is made anew at each call and belongs to the caller, but for its lists.
func (b *Brief) Sheet() *Sheet {
	s := new(Sheet)
	b.Fill(s)
	return s
}

// Fill is [Brief.Sheet] into the memory of a sheet that nobody uses any more.
func (b *Brief) Fill(s *Sheet) {
	keys := s.Keys[:0]
	*s = Sheet{}
	r := b.fill(s)
	s.Keys = keys
	r.file(&s.File)
}

// Shown returns the sheet without what stands in its [File] besides what a brief has of that: no page shows keys or the
// places of links, and to make them takes as long as the rest.
func (b *Brief) Shown() *Sheet {
	s := new(Sheet)
	b.fill(s)
	return s
}

// Show is [Brief.Shown] into the memory of a sheet that nobody uses any more.
func (b *Brief) Show(s *Sheet) {
	*s = Sheet{}
	b.fill(s)
}

// Translate does with a translation what [Sheet.Translate] does, without a sheet that nobody sees again.
func (b *Brief) Translate(original *Sheet) {
	s := translations.Get().(*Sheet)
	b.fill(s)
	original.Translate(s)
	*s = Sheet{}
	translations.Put(s)
}

var translations = sync.Pool{New: func() any { return new(Sheet) }}

// fill fills an empty sheet but for its file, which is what is read next.
func (b *Brief) fill(s *Sheet) *wired {
	s.File = *b.file()
	s.Type, s.Title, s.Summary, s.Carrier, s.Period, s.Status = b.Type, b.Title, b.Summary, b.Carrier, b.Period, b.Status
	s.Themes, s.Audience, s.OfferedLanguages, s.Adopted, s.Activities = b.Themes, b.Audience, b.OfferedLanguages, b.Adopted, b.Activities
	s.Published, s.Updated, s.Reviewed, s.Slug, s.Aliases = b.Published, b.Updated, b.Reviewed, b.Slug, b.Aliases
	r := newWired(b.rest(), b.Source, b.Lang, sheetPaths)
	r.object(Fields(), reflect.ValueOf(s).Elem())
	return r
}

// ReadBrief reads what [Sheet.Append] wrote of a file, and what was found when it was parsed; false means that it is
// damaged. All texts are parts of data. rest returns the rest of what was written, whenever somebody wants the whole sheet; it
// must be safe for concurrent use.
func ReadBrief(data string, rest func() string, src *diag.Source, id, lang string) (*Brief, []diag.Diagnostic, bool) {
	r := newWired(data, src, lang, sheetPaths)
	b := &Brief{ID: id, Lang: lang, Source: src, Facts: &noFacts, rest: rest}
	r.brief(b)
	found, ok := r.found()
	return b, found, ok
}

// briefed are the places of a sheet's fields in a [Brief], those of facts with two indices, nil for those that it does not have.
var briefed = sync.OnceValue(func() [][]int {
	whole, brief := reflect.TypeFor[Sheet](), reflect.TypeFor[Brief]()
	places := make([][]int, len(Fields()))
	for i, f := range Fields() {
		if m, ok := brief.FieldByName(whole.Field(f.Index).Name); ok {
			places[i] = m.Index
		}
	}
	return places
})

// inBrief reports which fields stand in a brief, with facts or without, by their numbers.
func inBrief(facts bool) func(i int) bool {
	places := briefed()
	return func(i int) bool { return len(places[i]) == 1 || len(places[i]) > 1 && facts }
}

// brief writes what a brief holds, with facts or without.
func (w *writer) brief(s *Sheet, facts bool) {
	w.some(Fields(), reflect.ValueOf(s).Elem(), inBrief(facts))
	if w.buf = wire.AppendBool(w.buf, facts); facts {
		w.facts(s)
	}
	w.lost(s.Lost)
	w.value(&s.Lead)
	w.buf = wire.AppendBool(w.buf, s.IsTranslation())
	w.text(s.Translation.Of.Text)
	w.texts(s.refs())
	w.texts(s.pictures())
	w.int(int(s.parts()))
	w.apart(func() { w.tracks(s) })
}

// tracks writes what [Sheet.Tracks] returns.
func (w *writer) tracks(s *Sheet) {
	t := trackings.Get().(*tracking)
	defer t.release()
	t.take(Fields(), s)
	digest := s.digests()
	w.int(len(t.texts))
	for i := range t.texts {
		text := &t.texts[i]
		w.path(text.Path)
		w.int(len(text.Values))
		for k := range text.Values {
			w.buf = wire.AppendBool(w.buf, text.Values[k].Stated())
		}
		w.text(digest(*text))
	}
}

// rest writes what a brief does not hold.
func (w *writer) rest(s *Sheet, facts bool) {
	in := inBrief(facts)
	w.some(Fields(), reflect.ValueOf(s).Elem(), func(i int) bool { return !in(i) })
	w.file(&s.File)
}

// apart writes something as one text, so that who reads can pass it over.
func (w *writer) apart(write func()) {
	w.buf = wire.AppendApart(w.buf, func(b []byte) []byte {
		w.buf = b
		write()
		return w.buf
	})
}

// facts writes those that follow from others.
func (w *writer) facts(s *Sheet) {
	f := Facts{Effort: s.Transferability.Effort.Text, ReviewBy: s.Contact.ReviewBy.Text}
	for _, p := range s.Partners {
		for _, place := range p.Place {
			f.PartnerPlaces = add(f.PartnerPlaces, place.Text)
		}
		if p.Kind.Stated() {
			f.PartnerKinds = add(f.PartnerKinds, p.Kind.Text)
		}
	}
	w.text(f.Effort)
	w.text(f.ReviewBy)
	w.texts(f.PartnerPlaces)
	w.texts(f.PartnerKinds)
}

// add adds a text that is not there yet.
func add(all []string, text string) []string {
	if slices.Contains(all, text) {
		return all
	}
	return append(all, text)
}

func (r *wired) brief(b *Brief) {
	fields, places, v := Fields(), briefed(), reflect.ValueOf(b).Elem()
	for i := r.Int(); i > 0 && i <= len(fields) && places[i-1] != nil; i = r.Int() {
		place := places[i-1]
		if len(place) > 1 {
			b.ownFacts()
		}
		r.member(&fields[i-1], v.FieldByIndex(place))
	}
	if r.Bool() {
		b.ownFacts()
		b.Effort, b.ReviewBy = r.Text(), r.Text()
		b.PartnerPlaces, b.PartnerKinds = readAll(r, r.Text), readAll(r, r.Text)
	}
	b.Lost, b.Lead = r.lost(), r.value()
	b.translation, b.Of = r.Bool(), r.Text()
	b.Refs, b.Pictures, b.Parts = readAll(r, r.Text), readAll(r, r.Text), uint8(r.Int())
	b.tracks = r.Text()
}

func (b *Brief) ownFacts() {
	if b.Facts == &noFacts {
		b.Facts = new(Facts)
	}
}

// refs returns the ids of the sheets that the texts link to, each once.
func (f *File) refs() []string {
	var ids []string
	for i := range f.Mentions {
		if link := &f.Mentions[i].Link; link.Target == markdown.Sheet {
			id, _ := link.Ref()
			ids = add(ids, id)
		}
	}
	return ids
}

// pictures returns the files of the images that a sheet shows, those of its front matter first.
func (s *Sheet) pictures() []string {
	var names []string
	for i := range s.Images {
		names = append(names, s.Images[i].File.Text)
	}
	for i := range s.Mentions {
		if link := &s.Mentions[i].Link; link.Image && link.Target == markdown.Relative {
			names = append(names, link.Dest)
		}
	}
	return names
}

// parts returns [Brief.Parts]: carrier, context, description, resources, partners, outcome, transferability, contact. A
// carrier needs a name, a contact an office.
func (s *Sheet) parts() (parts uint8) {
	for i, stated := range [...]bool{
		s.Carrier.Name.Stated(),
		s.Context.Stated(),
		s.Description.Stated(),
		s.Resources.Text.Stated() || s.Resources.Staff.Stated() || s.Resources.Material.Stated() || s.Resources.Funding.Stated(),
		len(s.Partners) > 0,
		s.Outcome.Text.Stated() || s.Outcome.Direct.Stated() || s.Outcome.Indirect.Stated() || len(s.Figures) > 0,
		s.Transferability.Text.Stated() || len(s.Transferability.Conditions) > 0 || s.Transferability.Effort.Stated() || len(s.Adopted) > 0,
		s.Contact.Office.Stated(),
	} {
		if stated {
			parts |= 1 << i
		}
	}
	return parts
}

// Terms calls f with every term that a sheet names, and its vocabulary; with some more than once.
func (b *Brief) Terms(f func(scheme, key string)) {
	each := func(scheme string, values ...Value) {
		for _, v := range values {
			if v.Stated() {
				f(scheme, v.Text)
			}
		}
	}
	each("carriers", b.Carrier.Kind)
	each("places", b.Carrier.Place...)
	each("themes", b.Themes...)
	each("audiences", b.Audience...)
	for i := range b.Adopted {
		each("places", b.Adopted[i].Place...)
	}
	for i := range b.Activities {
		a := &b.Activities[i]
		each("activities", a.Kind)
		each("places", a.Place...)
		each("aspects", a.Aspect)
	}
	for _, place := range b.PartnerPlaces {
		f("places", place)
	}
	for _, kind := range b.PartnerKinds {
		f("carriers", kind)
	}
}
