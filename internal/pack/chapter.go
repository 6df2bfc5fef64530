package pack

import (
	"slices"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/pdf"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/typeset"
)

// A chapter follows the sheets. It is listed in the contents before it is set.
type chapter struct {
	key  string // of its title
	mark *typeset.Mark
	set  func(sect *pdf.Element) []typeset.Row
}

// chapters are those that the pack has something for.
func (c *composer) chapters() []chapter {
	var all []chapter
	add := func(key string, wanted bool, set func(sect *pdf.Element) []typeset.Row) {
		if wanted {
			all = append(all, chapter{key, &typeset.Mark{}, set})
		}
	}
	partnerships := slices.DeleteFunc(c.o.Pack.Entries(), func(e *catalogue.Entry) bool { return e.Type() != "partnership" })
	add("register.title", len(partnerships) > 1, func(sect *pdf.Element) []typeset.Row { return c.register(sect, partnerships) })
	glossary := c.glossary()
	add("glossary.title", len(glossary) > 0, func(sect *pdf.Element) []typeset.Row { return c.explained(sect, glossary) })
	for _, kind := range c.o.Pack.File.Index {
		switch kind.Text {
		case "place":
			add("pack.index_place", c.any((*catalogue.Entry).Places), func(sect *pdf.Element) []typeset.Row {
				return append(c.placesMap(sect), c.index(sect, "places", (*catalogue.Entry).Places)...)
			})
		case "theme":
			add("pack.index_theme", c.any((*catalogue.Entry).Themes), func(sect *pdf.Element) []typeset.Row {
				return c.index(sect, "themes", (*catalogue.Entry).Themes)
			})
		}
	}
	add("pack.imprint", true, c.imprint)
	return all
}

func (c *composer) any(of func(*catalogue.Entry) []string) bool {
	return slices.ContainsFunc(c.o.Pack.Entries(), func(e *catalogue.Entry) bool { return len(of(e)) > 0 })
}

// rows sets a chapter under its heading.
func (c *composer) chapterRows(ch chapter) []typeset.Row {
	sect := c.doc.Root().Add("Sect")
	rows := []typeset.Row{c.heading(sect, ch.key, ch.mark)}
	return append(rows, ch.set(sect)...)
}

// titles are what a section of the pack is called in each of its languages.
func (c *composer) titles(key string) []string {
	var texts []string
	for _, lang := range c.o.Pack.Langs {
		texts = append(texts, c.o.Locales.Locale(lang).T(key))
	}
	return texts
}

// heading is the title of a section of the pack, in each of its languages.
func (c *composer) heading(sect *pdf.Element, key string, mark *typeset.Mark) typeset.Row {
	size := c.style.title
	p := typeset.Para{Lang: c.first(), Size: size, Leading: size * 1.2}
	texts := c.titles(key)
	for i, text := range texts {
		if i > 0 {
			p.Runs = append(p.Runs, typeset.Run{Text: " · ", Style: typeset.Sans})
		}
		p.Runs = append(p.Runs, typeset.Run{Text: text, Style: typeset.Sans | typeset.Bold, Lang: c.o.Pack.Langs[i]})
	}
	c.doc.Bookmark(1, strings.Join(texts, " · "), &mark.Anchor)
	return typeset.Row{NewPage: true, KeepNext: true, Mark: mark, Columns: []typeset.Column{{Slugs: c.s.Para(sect.Add("H2"), p, c.inner())}}}
}
