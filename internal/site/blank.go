package site

import "gitlab.opencode.de/praxisblatt/praxisblatt/internal/draft"

// blanks are empty sheets with every field explained, by language, for readers who fill in
// a file rather than the form.
func (l *Loaded) blanks() map[string]string {
	texts := map[string]string{}
	for _, lang := range l.Plan.Langs {
		texts[lang] = draft.New(draft.Options{Type: "sheet", Lang: lang, Locale: l.Locales.Locale(lang), Vocabulary: l.vocabulary})
	}
	return texts
}
