package render

import (
	"html/template"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/locale"
)

// A wording is the words of a language as they stand on pages.
type wording struct{ *locale.Locale }

// T is the locale's, with what is English for want of a translation set apart by Unicode's isolates where the language
// is written the other way: where a text can't carry an attribute, its words keep their order all the same.
func (w wording) T(key string, args ...string) string {
	text, lang := w.Word(key, args...)
	return w.isolate(text, lang)
}

// N is [locale.Locale.N], set apart like T.
func (w wording) N(key string, n int, args ...string) string {
	_, lang := w.Word(key)
	return w.isolate(w.Locale.N(key, n, args...), lang)
}

func (w wording) isolate(text, lang string) string {
	if lang == w.Lang || w.Dir == locale.Direction(lang) {
		return text
	}
	return "\u2066" + text + "\u2069"
}

// A phrase is a word of the interface with one placeholder, for which texts are put on thousands of pages: the pieces around it.
type phrase []string

// gap is what newPhrase is given in the place of the placeholder.
const gap = "\x00"

func newPhrase(word string) phrase { return strings.Split(word, gap) }

// appendPhrase appends what [wording.T] returns for a text in the place of the placeholder.
func appendPhrase[T string | []byte](b []byte, p phrase, text T) []byte {
	for i, piece := range p {
		if i > 0 {
			b = append(b, text...)
		}
		b = append(b, piece...)
	}
	return b
}

// word is a word of the interface as HTML, marked where it is English for want
// of a translation.
func (w wording) word(key string, args ...string) template.HTML {
	text, lang := w.Word(key, args...)
	text = template.HTMLEscapeString(text)
	if lang == w.Lang {
		return template.HTML(text)
	}
	return template.HTML(`<span lang="` + lang + `" dir="` + locale.Direction(lang) + `">` + text + `</span>`)
}
