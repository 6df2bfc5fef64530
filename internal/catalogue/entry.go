package catalogue

import (
	"slices"
	"sync"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edtf"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
)

// An Entry is one practice in all its languages.
type Entry struct {
	ID       string
	Files    []*sheet.Sheet // the site's languages in their order, then others
	Original *sheet.Sheet   // the file without `translation`; of several or none see original

	Relations []Relation // what other entries say of this one

	site           *config.Site
	langs          []string // of Files
	siteLangs      []string // those of the site's languages that are in langs
	terms          terms    // of the original
	contactExpired bool
	texts          func() map[string][]TextState // of the translations, by language; found out when it is asked for
}

// terms are keys of vocabularies, each once. They are asked for so often that they are found out once.
type terms struct{ places, partnerPlaces, themes, audience []string }

// finish finds out of the files what does not depend on other entries; before is the
// same entry of an earlier catalogue, or nil.
func (e *Entry) finish(now edtf.Day, before *Entry) {
	slices.SortStableFunc(e.Files, func(a, b *sheet.Sheet) int { return byLanguage(e.site, a.Lang, b.Lang) })
	for _, f := range e.Files {
		e.langs = append(e.langs, f.Lang)
		if e.site.HasLang(f.Lang) {
			e.siteLangs = append(e.siteLangs, f.Lang)
		}
	}
	if before != nil && slices.Equal(e.Files, before.Files) {
		e.Original, e.terms, e.texts = before.Original, before.terms, before.texts
	} else {
		e.findOriginal()
		e.terms = termsOf(e.Original)
		e.texts = sync.OnceValue(e.compare)
	}
	if due, err := edtf.ParseDay(e.Original.Contact.ReviewBy.Text); err == nil {
		e.contactExpired = due < now
	}
}

func (e *Entry) findOriginal() {
	versions := make([]version, len(e.Files))
	for i, f := range e.Files {
		versions[i] = version{&f.File, f.Translation.Of.Text}
	}
	e.Original = e.Files[original(versions)]
}

// compare compares the original's texts with those of the translations.
func (e *Entry) compare() map[string][]TextState {
	texts := map[string][]TextState{}
	originals := newOriginals(e.Original.Tracked())
	for _, f := range e.Files {
		if f != e.Original {
			texts[f.Lang] = originals.states(f.Tracked(), f.Translation.State, f.HasLost)
		}
	}
	return texts
}

// File returns the entry's file in a language, nil where there is none.
func (e *Entry) File(lang string) *sheet.Sheet {
	if i := slices.Index(e.langs, lang); i >= 0 {
		return e.Files[i]
	}
	return nil
}

// Langs returns the site's languages in which the entry has a file. It is not to be changed.
func (e *Entry) Langs() []string { return e.siteLangs }

// View returns what readers of a language see: the merged sheet, or the
// original where the language has no file, without a contact that has
// expired. Nobody changes it: it may be the original.
func (e *Entry) View(lang string) *sheet.Sheet {
	merged := sheet.Merge(e.Original, e.fileOr(lang))
	if !e.contactExpired {
		return merged
	}
	view := *merged
	view.Contact = sheet.Contact{}
	return &view
}

func (e *Entry) fileOr(lang string) *sheet.Sheet {
	if f := e.File(lang); f != nil {
		return f
	}
	return e.Original
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
	for _, f := range []*sheet.Sheet{e.File(lang), e.Original} {
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

func termsOf(s *sheet.Sheet) terms {
	t := terms{places: appendKeys([]string{}, s.Carrier.Place), themes: appendKeys([]string{}, s.Themes), audience: appendKeys([]string{}, s.Audience)}
	all, own := t.places, len(t.places)
	for _, p := range s.Partners {
		all = appendKeys(all, p.Place)
	}
	t.places, t.partnerPlaces = all[:own:own], slices.Clip(all[own:])
	return t
}

// appendKeys appends the texts of values that keys does not hold yet.
func appendKeys(keys []string, values []sheet.Value) []string {
	for _, v := range values {
		if !slices.Contains(keys, v.Text) {
			keys = append(keys, v.Text)
		}
	}
	return keys
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
	o := e.Original
	return []bool{
		o.Carrier.Name.Stated(),
		o.Context.Stated(),
		o.Description.Stated(),
		o.Resources.Text.Stated() || o.Resources.Staff.Stated() || o.Resources.Material.Stated() || o.Resources.Funding.Stated(),
		len(o.Partners) > 0,
		o.Outcome.Text.Stated() || o.Outcome.Direct.Stated() || o.Outcome.Indirect.Stated() || len(o.Figures) > 0,
		o.Transferability.Text.Stated() || len(o.Transferability.Conditions) > 0 || o.Transferability.Effort.Stated() || len(o.Adopted) > 0,
		o.Contact.Office.Stated() && !e.contactExpired,
	}
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
