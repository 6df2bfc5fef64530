package pack

import (
	"slices"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edtf"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/locale"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/typeset"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/vocab"
)

// A part is one row of the form: its label and what stands beside it. Without
// blocks it is not stated.
type part struct {
	key    string
	label  string
	blocks []block
}

// A block is one thing in a part, under a label of its own or none: a text,
// items, pairs of label and value, or a table.
type block struct {
	label string
	prose sheet.Value
	items [][]piece
	pairs []fact
	table *table
	// foreign is the language of the block where it is not the reader's.
	foreign string
}

// A piece is a stretch of text, with where it leads.
type piece struct {
	text, lang string
	uri        string
	entry      *catalogue.Entry
	quiet      bool // an address, which stands back
}

// A fact is a label with what belongs to it.
type fact struct {
	label  string
	values []piece
}

type table struct {
	head []string
	rows [][][]piece
	bars []typeset.Bar // of figures
}

// A view makes the parts of a sheet for the readers of a language.
type view struct {
	*locale.Locale
	vocabulary *vocab.Vocabulary
	catalogue  *catalogue.Catalogue
	e          *catalogue.Entry
	s          *sheet.Sheet
}

func (c *composer) view(e *catalogue.Entry, lang string) *view {
	return &view{c.o.Locales.Locale(lang), c.catalogue().Vocabulary, c.catalogue(), e, e.View(lang)}
}

// order is in which order parts are shown: the form's own, and what partners did
// together where the form has no place for it.
var order = []string{"carrier", "context", "description", "activities", "resources", "partners", "outcome", "transferability", "contact"}

// parts are those of the form, then what else is known.
func (v *view) parts() []part {
	form := v.e.Type() == "sheet"
	var parts []part
	add := func(key, label string, blocks []block, always bool) {
		if len(blocks) > 0 || always {
			parts = append(parts, part{key, label, blocks})
		}
	}
	for _, key := range order {
		if key != "carrier" || form {
			add(key, v.Field(key), v.blocks(key), form && slices.Contains(catalogue.Parts, key))
		}
	}
	add("story", v.T("sheet.more"), v.prose("", v.s.Body), false)
	add("adopted-from", v.T("sheet.adopted_from"), v.related(catalogue.AdoptedFrom), false)
	add("mentioned-by", v.T("sheet.mentioned_by"), v.related(catalogue.MentionedBy), false)
	add("links", v.Field("links"), v.links(), false)
	add("source", v.Field("source"), v.source(), false)
	return parts
}

func (v *view) blocks(key string) []block {
	s := v.s
	switch key {
	case "carrier":
		return v.carrier()
	case "context":
		return v.prose("", s.Context)
	case "description":
		return v.prose("", s.Description)
	case "resources":
		return slices.Concat(v.prose("", s.Resources.Text), v.prose(v.T("sheet.staff"), s.Resources.Staff),
			v.prose(v.T("sheet.material"), s.Resources.Material), v.prose(v.T("sheet.funding"), s.Resources.Funding))
	case "partners":
		return v.partners()
	case "activities":
		return v.activities()
	case "outcome":
		return slices.Concat(v.prose("", s.Outcome.Text), v.prose(v.T("sheet.direct"), s.Outcome.Direct),
			v.prose(v.T("sheet.indirect"), s.Outcome.Indirect), v.figures())
	case "transferability":
		return v.transferability()
	case "contact":
		return v.contact()
	}
	return nil
}

func (v *view) prose(label string, text sheet.Value) []block {
	if !text.Stated() {
		return nil
	}
	b := block{label: label, prose: text}
	if text.Lang != v.Lang {
		b.foreign = text.Lang
	}
	return []block{b}
}

func (v *view) text(x sheet.Value) piece {
	if x.Lang == v.Lang {
		return piece{text: x.Text}
	}
	return piece{text: x.Text, lang: x.Lang}
}

// term is the label of a key of a vocabulary; of one that does not exist, the key.
func (v *view) term(scheme string, key sheet.Value) piece {
	t := v.vocabulary.Term(scheme, key.Text)
	if t == nil {
		t = &vocab.Term{Key: key.Text}
	}
	return v.text(t.Name(v.Lang))
}

func (v *view) terms(scheme string, keys []sheet.Value) []piece {
	var pieces []piece
	for _, k := range keys {
		if k.Stated() {
			pieces = append(pieces, v.term(scheme, k))
		}
	}
	return pieces
}

func (v *view) period(p sheet.Period) string { return v.Period(p.Single.Text, p.From.Text, p.To.Text) }

// day words a date; what is no date is shown as it is written.
func (v *view) day(x sheet.Value) string {
	d, err := edtf.Parse(x.Text)
	if err != nil {
		return x.Text
	}
	return v.Date(d)
}

// web is an address of another site with a text.
func web(uri string, p piece) piece {
	if strings.HasPrefix(uri, "https://") || strings.HasPrefix(uri, "http://") {
		p.uri = uri
	}
	return p
}

// facts are what a reader learns at a glance.
func (v *view) facts() []fact {
	s := v.s
	all := []fact{
		{v.Field("carrier"), v.carrierName()},
		{v.Field("carrier.place"), v.terms("places", s.Carrier.Place)},
		{v.Field("period"), said(v.period(s.Period))},
		{v.Field("status"), nil},
		{v.Field("themes"), v.terms("themes", s.Themes)},
		{v.Field("audience"), v.terms("audiences", s.Audience)},
		{v.Field("offered_languages"), nil},
	}
	if s.Status.Stated() {
		all[3].values = said(v.Value("status", s.Status.Text))
	}
	for _, code := range s.OfferedLanguages {
		all[6].values = append(all[6].values, piece{text: v.LanguageName(code.Text)})
	}
	return slices.DeleteFunc(all, func(f fact) bool { return len(f.values) == 0 })
}

func said(s string) []piece {
	if s == "" {
		return nil
	}
	return []piece{{text: s}}
}

// carrierName is the carrier in a word: the name, else the kind. Of types that have no part for it, it is all that is said of the carrier.
func (v *view) carrierName() []piece {
	c, whole := v.s.Carrier, v.e.Type() != "sheet"
	var pieces []piece
	if c.Name.Stated() {
		pieces = append(pieces, web(c.URL.Text, v.text(c.Name)))
	}
	if c.Kind.Stated() && (whole || pieces == nil) {
		pieces = append(pieces, v.term("carriers", c.Kind))
	}
	if !whole {
		return pieces
	}
	for _, a := range address(c.URL.Text) {
		a.quiet = pieces != nil
		pieces = append(pieces, a)
	}
	return pieces
}
