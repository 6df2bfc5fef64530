// Package legal makes the pages that every site of a public body needs out of site.yaml: imprint, privacy,
// accessibility statement, and an explanation of the site in easy words.
//
// A page is a template of Markdown a language, texts/<id>.<lang>.md, filled with what site.yaml states. It says nothing
// that stands in no field and that the program does not know of itself: what is not stated is left out, or said to
// be open. A catalogue with a page of the same id in content/pages has its own, in all languages.
//
// The accessibility statement follows the model of Implementing Decision (EU) 2018/1523, with the laws, standards and
// bodies of the countries that accessibility.law names.
package legal

import (
	"embed"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"text/template"

	"gitlab.opencode.de/praxisblatt/praxisblatt/i18n"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/locale"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
)

//go:embed texts
var texts embed.FS

// The ids of the pages.
const (
	Accessibility = "accessibility"
	EasyRead      = "easy-read"
	Imprint       = "imprint"
	Privacy       = "privacy"
)

// written are the languages in which there are texts; the first stands in for all others.
var written = []string{"en", "de", "fr"}

// Pages makes the pages for which site.yaml states something, in those languages of the site that have texts; where
// none has, in English. An error is a broken template.
func Pages(site *config.Site, locales *locale.Set) ([]*sheet.Page, error) {
	langs := slices.DeleteFunc(slices.Clone(written), func(lang string) bool { return !site.HasLang(lang) })
	if len(langs) == 0 {
		langs = written[:1]
		locales, _ = locale.Load(i18n.Files, nil, langs) // built in, and tested to be without findings
	}
	all, err := templates()
	if err != nil {
		return nil, err
	}
	var pages []*sheet.Page
	for _, lang := range langs {
		f := newFacts(site, locales, lang)
		for _, id := range ids(site) {
			p, err := page(all[lang], id, lang, f)
			if err != nil {
				return nil, err
			}
			pages = append(pages, p)
		}
	}
	return pages, nil
}

// templates reads the texts of all languages.
var templates = sync.OnceValues(func() (map[string]*template.Template, error) {
	all := map[string]*template.Template{}
	for _, lang := range written {
		t, err := template.ParseFS(texts, "texts/*."+lang+".md")
		if err != nil {
			return nil, err
		}
		all[lang] = t
	}
	return all, nil
})

// ids are the pages that there is something to say on.
func ids(site *config.Site) []string {
	ids := []string{EasyRead, Privacy}
	if site.Publisher.Name.Stated() {
		ids = append(ids, Imprint)
	}
	if site.States("accessibility") {
		ids = append(ids, Accessibility)
	}
	return ids
}

func page(all *template.Template, id, lang string, f facts) (*sheet.Page, error) {
	var b strings.Builder
	name := id + "." + lang + ".md"
	if err := all.ExecuteTemplate(&b, name, f); err != nil {
		return nil, fmt.Errorf("legal: %w", err)
	}
	// What stands in site.yaml is escaped, so there is nothing in it that could be found.
	text := tidy(b.String())
	if id == EasyRead {
		text = sentence.ReplaceAllString(text, "$1\\\n$2")
	}
	p, _ := sheet.Parser{}.Page(diag.NewSource(name, text), id, lang)
	p.Made = true
	return p, nil
}

// sentence matches the end of a line in the middle of a paragraph. In easy language every sentence has a line of
// its own, and so it is in the texts.
var sentence = regexp.MustCompile(`([^\n\\-])\n([^\n#>-])`)

// tidy leaves one blank line where the parts of a template that say nothing leave several.
func tidy(s string) string {
	for strings.Contains(s, "\n\n\n") {
		s = strings.ReplaceAll(s, "\n\n\n", "\n\n")
	}
	return s
}
