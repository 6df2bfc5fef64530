package catalogue

import (
	"slices"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edtf"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
)

// An Entry is one practice in all its languages.
type Entry struct {
	ID       string
	Number   int            // its place among the entries of the catalogue
	Files    []*sheet.Brief // the site's languages in their order, then others
	Original *sheet.Brief   // the file without `translation`; of several or none see original

	Relations []Relation // what other entries say of this one

	site           *config.Site
	siteLangs      []string // those of the site's languages in which there is a file
	terms          terms    // of the original
	states         []State  // of Files
	contactExpired bool
}

// terms are keys of vocabularies, each once. They are asked for so often that they are found out once.
type terms struct{ places, partnerPlaces, themes, audience []string }

// tracks is room for those of an original and of a translation, which one entry after the other uses.
type tracks struct{ original, translation []sheet.Track }

// finish finds out of the files what does not depend on other entries; before is the
// same entry of an earlier catalogue, or nil.
func (e *Entry) finish(now edtf.Day, before *Entry, room *tracks) {
	slices.SortStableFunc(e.Files, func(a, b *sheet.Brief) int { return byLanguage(e.site, a.Lang, b.Lang) })
	for _, f := range e.Files {
		if e.site.HasLang(f.Lang) {
			e.siteLangs = append(e.siteLangs, f.Lang)
		}
	}
	if before != nil && slices.Equal(e.Files, before.Files) {
		e.Original, e.terms, e.states = before.Original, before.terms, before.states
	} else {
		e.findOriginal()
		e.terms = termsOf(e.Original)
		e.findStates(room)
	}
	if e.Original.ReviewBy != "" {
		if due, err := edtf.ParseDay(e.Original.ReviewBy); err == nil {
			e.contactExpired = due < now
		}
	}
}

func (e *Entry) findOriginal() {
	versions := make([]version, len(e.Files))
	for i, f := range e.Files {
		versions[i] = version{f.Lang, f.Of, f.IsTranslation(), f.Lost.All()}
	}
	i := original(versions)
	if e.Files[i].IsTranslation() {
		e.Files[i] = e.Files[i].Alone()
	}
	e.Original = e.Files[i]
}

// findStates compares the original's texts with those of the translations.
func (e *Entry) findStates(room *tracks) {
	e.states = make([]State, len(e.Files))
	originals := e.originals(room.original[:0])
	room.original = originals
	for i, f := range e.Files {
		if e.states[i] = Original; f != e.Original {
			room.translation = f.AppendTracks(room.translation[:0])
			e.states[i] = pageState(originals.states(room.translation, f.IsTranslation(), f.HasLost))
		}
	}
}

// originals are the original's texts, in a list that may be used for them. One that calls itself a translation knows only what it records of another's.
func (e *Entry) originals(to []sheet.Track) originals {
	if e.Original.IsTranslation() {
		return append(to, sheet.TracksOf(e.Original.Sheet().Tracked(), sheet.Tracked.Digest)...)
	}
	return e.Original.AppendTracks(to)
}

// File returns the entry's file in a language, nil where there is none.
func (e *Entry) File(lang string) *sheet.Brief {
	if i := e.index(lang); i >= 0 {
		return e.Files[i]
	}
	return nil
}

func (e *Entry) index(lang string) int {
	return slices.IndexFunc(e.Files, func(f *sheet.Brief) bool { return f.Lang == lang })
}

// Sheets returns the whole files, in the order of Files, and the original among them.
func (e *Entry) Sheets() (files []*sheet.Sheet, original *sheet.Sheet) { return e.SheetsIn(nil) }

// SheetsIn is Sheets in the memory of sheets that nobody uses any more.
func (e *Entry) SheetsIn(room []*sheet.Sheet) (files []*sheet.Sheet, original *sheet.Sheet) {
	for len(room) < len(e.Files) {
		room = append(room, new(sheet.Sheet))
	}
	files = room[:len(e.Files)]
	for i, f := range e.Files {
		if f.Fill(files[i]); f == e.Original {
			original = files[i]
		}
	}
	return files, original
}

// Langs returns the site's languages in which the entry has a file. It is not to be changed.
func (e *Entry) Langs() []string { return e.siteLangs }

// View returns what readers of a language see: the merged sheet, or the
// original where the language has no file, without a contact that has
// expired. It is made anew at each call and belongs to the caller, but for its lists. See [sheet.Brief.Shown] for what it
// does not hold.
func (e *Entry) View(lang string) *sheet.Sheet { return e.ViewIn(new(sheet.Sheet), lang) }

// ViewIn is View in the memory of a sheet that nobody uses any more.
func (e *Entry) ViewIn(room *sheet.Sheet, lang string) *sheet.Sheet {
	e.Original.Show(room)
	return e.translate(room, lang)
}

// ViewOf is View for who has the original's already, which is left as it is, and room for the view.
func (e *Entry) ViewOf(original *sheet.Sheet, lang string, room *sheet.Sheet) *sheet.Sheet {
	*room = *original
	return e.translate(room, lang)
}

// translate makes a view of what the original shows.
func (e *Entry) translate(view *sheet.Sheet, lang string) *sheet.Sheet {
	if f := e.File(lang); f != nil && f != e.Original {
		f.Translate(view)
	}
	if e.contactExpired {
		view.Contact = sheet.Contact{}
	}
	return view
}

// ContactExpired reports whether the date up to which the contact is
// confirmed has passed.
func (e *Entry) ContactExpired() bool { return e.contactExpired }

// ReviewDue returns the day on which the entry is to be confirmed again: when it
// was last, and review_interval of site.yaml after that. It is false where
// either is not stated or can't be read.
func (e *Entry) ReviewDue() (edtf.Day, bool) {
	last, err := edtf.ParseDay(e.Original.Reviewed.Text)
	interval, ok := config.ParseInterval(e.site.ReviewInterval.Text)
	return interval.After(last), ok && err == nil
}

// Type returns sheet, example, partnership or event.
func (e *Entry) Type() string {
	if t := e.Original.Type.Text; t != "" {
		return t
	}
	return "sheet"
}

// Slug returns the name of the entry's page in a language.
func (e *Entry) Slug(lang string) string {
	if f := e.File(lang); f != nil && f.Slug.Stated() {
		return f.Slug.Text
	}
	return e.ID
}

// Title returns the title in a language, else the original's, else the id.
func (e *Entry) Title(lang string) sheet.Value {
	if f := e.File(lang); f != nil && f.Title.Stated() {
		return f.Title
	}
	if e.Original.Title.Stated() {
		return e.Original.Title
	}
	return sheet.Value{Text: e.ID, Lang: e.Original.Lang, Span: e.Original.Head()}
}

// Summary returns the summary in a language as lists show it: what the
// language states, else what its description begins with, else the same of
// the original.
func (e *Entry) Summary(lang string) sheet.Value {
	for _, f := range []*sheet.Brief{e.File(lang), e.Original} {
		switch {
		case f == nil:
		case f.Summary.Stated():
			return f.Summary
		case f.Lead.Stated() && !e.Original.Summary.Stated():
			return f.Lead
		}
	}
	return e.Original.Lead
}

// Places returns the keys of the places where the practice is, those of its carrier. As all keys it is
// not to be changed.
func (e *Entry) Places() []string { return e.terms.places }

// PartnerPlaces returns the keys of the partners' places that are not the
// practice's own, each once.
func (e *Entry) PartnerPlaces() []string { return e.terms.partnerPlaces }

// Themes returns the keys of the themes.
func (e *Entry) Themes() []string { return e.terms.themes }

// Audience returns the keys of the audiences.
func (e *Entry) Audience() []string { return e.terms.audience }

func termsOf(s *sheet.Brief) terms {
	room := make([]string, 0, len(s.Carrier.Place)+len(s.Themes)+len(s.Audience)+len(s.PartnerPlaces)) // for all lists
	last := func(from int) []string { return room[from:len(room):len(room)] }
	keys := func(values []sheet.Value) []string { // each once
		from := len(room)
		for _, v := range values {
			if !slices.Contains(room[from:], v.Text) {
				room = append(room, v.Text)
			}
		}
		return last(from)
	}
	t := terms{places: keys(s.Carrier.Place), themes: keys(s.Themes), audience: keys(s.Audience)}
	from := len(room)
	for _, place := range s.PartnerPlaces {
		if !slices.Contains(t.places, place) {
			room = append(room, place)
		}
	}
	t.partnerPlaces = last(from)
	return t
}

// Parts are the eight parts of the form.
var Parts = []string{"carrier", "context", "description", "resources", "partners", "outcome", "transferability", "contact"}

// Completeness returns which of the eight parts are stated, in the order of
// [Parts]. Only sheets have a completeness, the other types return nil. A
// carrier needs a name, a contact an office that has not expired.
func (e *Entry) Completeness() []bool {
	if e.Type() != "sheet" {
		return nil
	}
	parts := make([]bool, len(Parts))
	for i, part := range Parts {
		parts[i] = e.Original.Parts>>i&1 == 1 && !(part == "contact" && e.contactExpired)
	}
	return parts
}

// Share returns the stated parts of eight as a fraction, 0 for other types.
func Share(parts []bool) float64 {
	n := 0.0
	for _, stated := range parts {
		if stated {
			n++
		}
	}
	return n / float64(len(Parts))
}
