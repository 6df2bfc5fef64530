package pack

import (
	"slices"
	"strings"
	"unicode"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/pdf"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/typeset"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/vocab"
)

// glossary returns the concepts that are explained and occur in the texts of the
// pack, sorted by their first language's word.
func (c *composer) glossary() []vocab.Concept {
	used := map[string]string{} // by language, the texts of the pack as words between spaces
	for _, lang := range c.o.Pack.Langs {
		used[lang] = c.wording(lang)
	}
	var concepts []vocab.Concept
	for _, k := range c.catalogue().Vocabulary.Glossary {
		if slices.ContainsFunc(c.o.Pack.Langs, func(lang string) bool { return explained(k, lang) && occurs(k, used[lang], lang) }) {
			concepts = append(concepts, k)
		}
	}
	slices.SortStableFunc(concepts, func(a, b vocab.Concept) int {
		return c.locale().Compare(c.headword(a, c.first()).Text, c.headword(b, c.first()).Text)
	})
	return concepts
}

func explained(k vocab.Concept, lang string) bool {
	return len(termsIn(k, lang)) > 0 && k.Explanation.Has(lang)
}

func termsIn(k vocab.Concept, lang string) []field.Value {
	for _, t := range k.Terms {
		if t.Key == lang {
			return t.List
		}
	}
	return nil
}

// headword is the term that is used on the sheets; of a language that has none,
// another one's.
func (c *composer) headword(k vocab.Concept, lang string) field.Value {
	for _, l := range append([]string{lang}, c.catalogue().Site.Langs()...) {
		if terms := termsIn(k, l); len(terms) > 0 {
			return field.Value{Text: terms[0].Text, Lang: l}
		}
	}
	return field.Value{}
}

func occurs(k vocab.Concept, words, lang string) bool {
	return slices.ContainsFunc(termsIn(k, lang), func(t field.Value) bool {
		w := folded(t.Text)
		return w != "" && strings.Contains(words, " "+w+" ")
	})
}

// wording is all words of the pack's texts in a language, folded, a space around each.
func (c *composer) wording(lang string) string {
	var b strings.Builder
	b.WriteByte(' ')
	for _, e := range c.o.Pack.Entries() {
		s := e.View(lang)
		for _, text := range append(prose(s), e.Title(lang), e.Summary(lang)) {
			if text.Lang == lang || text.Lang == "" {
				b.WriteString(folded(text.Text))
				b.WriteByte(' ')
			}
		}
	}
	return b.String()
}

// prose are the texts of a sheet's parts.
func prose(s *sheet.Sheet) []sheet.Value {
	return []sheet.Value{s.Context, s.Description, s.Resources.Text, s.Resources.Staff, s.Resources.Material, s.Resources.Funding,
		s.Outcome.Text, s.Outcome.Direct, s.Outcome.Indirect, s.Transferability.Text, s.Body}
}

// folded are the words of a text in small letters, a space between them.
func folded(text string) string {
	var b strings.Builder
	gap := false
	for _, r := range text {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteByte(' ')
			gap = false
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// explained sets the words and what they mean: beside one another, or in two
// languages each below its word.
func (c *composer) explained(sect *pdf.Element, concepts []vocab.Concept) []typeset.Row {
	var rows []typeset.Row
	list := sect.Add("L")
	for i, k := range concepts {
		row := typeset.Row{Before: c.leading * 0.7}
		if i == 0 {
			row.Before = 14
		}
		for _, lang := range c.o.Pack.Langs {
			col := c.columns[slices.Index(c.o.Pack.Langs, lang)]
			if c.o.Facing && len(c.o.Pack.Langs) > 1 {
				col = c.halves()[slices.Index(c.o.Pack.Langs, lang)]
			}
			row.Columns = append(row.Columns, c.concept(list, k, col)...)
		}
		rows = append(rows, row)
	}
	return rows
}

// concept sets one word of the glossary in one column.
func (c *composer) concept(list *pdf.Element, k vocab.Concept, col column) []typeset.Column {
	word, text := c.headword(k, col.lang), k.Explanation.In(col.lang)
	if !explained(k, col.lang) {
		return nil
	}
	item := list.Add("LI").In(col.lang, c.first())
	w := writer{c, col, col.lang, "", 0}
	name := typeset.Para{Runs: []typeset.Run{{Text: word.Text, Style: typeset.Sans | typeset.Bold}}, Lang: col.lang, Size: col.size * 0.92, Leading: c.leading}
	label := item.Add("Lbl")
	body := item.Add("LBody")
	meaning := c.s.Para(body.Add("P"), w.para([]typeset.Run{{Text: text.Text, Style: col.face}}), col.width)
	if col.x > 0 && len(c.o.Pack.Langs) == 1 {
		name.Align = typeset.End
		return []typeset.Column{{Slugs: c.s.Para(label, name, c.style.label)}, {X: col.x, Slugs: meaning}}
	}
	return []typeset.Column{{X: col.x, Slugs: append(typeset.KeepAll(c.s.Para(label, name, col.width)), meaning...)}}
}
