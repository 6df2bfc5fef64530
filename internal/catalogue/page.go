package catalogue

import (
	"slices"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
)

// A PageEntry is one free page in all its languages.
type PageEntry struct {
	ID       string
	Files    []*sheet.Page
	Original *sheet.Page

	site  *config.Site
	texts map[string][]TextState
}

func (p *PageEntry) finish() {
	slices.SortStableFunc(p.Files, func(a, b *sheet.Page) int { return byLanguage(p.site, a.Lang, b.Lang) })
	versions := make([]version, len(p.Files))
	for i, f := range p.Files {
		versions[i] = version{f.Lang, f.Translation.Of.Text, f.IsTranslation(), f.Lost.All()}
	}
	p.Original = p.Files[original(versions)]
	p.texts = map[string][]TextState{}
	originals := originals(sheet.TracksOf(p.Original.Tracked(), sheet.Tracked.Digest))
	for _, f := range p.Files {
		if f != p.Original && !f.Made {
			p.texts[f.Lang] = slices.Collect(originals.states(f.Tracks(), f.IsTranslation(), f.HasLost))
		}
	}
}

// File returns the page's file in a language, nil where there is none.
func (p *PageEntry) File(lang string) *sheet.Page {
	for _, f := range p.Files {
		if f.Lang == lang {
			return f
		}
	}
	return nil
}

// Made reports whether the page is made from site.yaml. It is the same page in all its languages then, and none of
// them a translation.
func (p *PageEntry) Made() bool { return p.Original.Made }

// Langs returns the site's languages in which the page has a file.
func (p *PageEntry) Langs() []string {
	var langs []string
	for _, f := range p.Files {
		if p.site.HasLang(f.Lang) {
			langs = append(langs, f.Lang)
		}
	}
	return langs
}

// View returns what readers of a language see.
func (p *PageEntry) View(lang string) *sheet.Page {
	if f := p.File(lang); f != nil && !f.Made {
		return sheet.MergePage(p.Original, f)
	} else if f != nil {
		return f
	}
	return p.Original
}

// Title returns the title in a language, else the original's, else the id.
func (p *PageEntry) Title(lang string) sheet.Value {
	if v := p.View(lang).Title; v.Stated() {
		return v
	}
	return sheet.Value{Text: p.ID, Lang: p.Original.Lang, Span: p.Original.Head()}
}

// Texts is [Entry.Texts] for a free page.
func (p *PageEntry) Texts(lang string) []TextState { return p.texts[lang] }

// State returns the state of the page in a language.
func (p *PageEntry) State(lang string) State {
	switch f := p.File(lang); {
	case f == nil:
		return Missing
	case f == p.Original, p.Made():
		return Original
	}
	return pageState(slices.Values(p.Texts(lang)))
}
