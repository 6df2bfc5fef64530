package cli

import (
	"errors"
	"slices"

	"github.com/spf13/cobra"

	"gitlab.opencode.de/praxisblatt/praxisblatt/i18n"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/locale"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/schema"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/site"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/vocab"
)

// schemaOptions are those of `schema`.
type schemaOptions struct {
	site        site.Options
	page, whole bool   // of a free page, of site.yaml
	pack        bool   // of a pack
	vocabulary  string // of one vocabulary's file
}

func (a *app) schemaCommand() *cobra.Command {
	var o schemaOptions
	c := a.command("schema [--page | --site | --pack | --vocabulary NAME]", editVerbs.schema, 0, 0, func([]string) (code exit, err error) {
		if o.site, err = a.site(); err != nil {
			return failed, err
		}
		return runSchema(o, a.console)
	})
	f := c.Flags()
	f.BoolVar(&o.page, "page", false, editing.flagPage.In(a.lang))
	f.BoolVar(&o.whole, "site", false, editing.flagSite.In(a.lang))
	f.BoolVar(&o.pack, "pack", false, editing.flagPack.In(a.lang))
	f.StringVar(&o.vocabulary, "vocabulary", "", editing.flagVocabulary.In(a.lang))
	choices(c, "vocabulary", vocabularies()...)
	return c
}

func vocabularies() []string { return append(slices.Clone(vocab.Schemes), "glossary") }

// runSchema prints a JSON Schema. In a catalogue it offers the keys of its vocabularies.
func runSchema(o schemaOptions, c console) (exit, error) {
	if o.vocabulary != "" {
		if err := oneOf("--vocabulary", o.vocabulary, vocabularies()...); err != nil {
			return failed, err
		}
	}
	maker, err := schemas(o.site, c.lang)
	if err != nil {
		return failed, err
	}
	text := maker.Sheet()
	switch {
	case o.vocabulary != "":
		text = maker.Terms(o.vocabulary)
	case o.page:
		text = maker.Page()
	case o.pack:
		text = maker.Pack()
	case o.whole:
		text = maker.Site()
	}
	_, err = c.out.Write(text)
	return clean, err
}

// schemas makes a maker for the catalogue in a folder; in a folder without one it
// knows no vocabulary.
func schemas(o site.Options, lang string) (schema.Maker, error) {
	words, _ := locale.Load(i18n.Files, nil, []string{lang})
	m := schema.Maker{Lang: lang, Locale: words.Locale(lang)}
	l, err := site.Load(o)
	if e, ok := errors.AsType[*site.Error](err); ok && e.Kind == site.NoCatalogue {
		return m, nil
	}
	if err != nil {
		return m, err
	}
	m.Vocabulary = l.Catalogue.Vocabulary
	return m, nil
}
