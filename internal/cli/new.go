package cli

import (
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"gitlab.opencode.de/praxisblatt/praxisblatt/i18n"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/check"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/draft"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edit"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/locale"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/site"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/suggest"
)

// newOptions are those of `new`.
type newOptions struct {
	site      site.Options
	id, kind  string
	lang      string // of the sheet; the catalogue's first where empty
	translate string // the language of a translation, "" for a new sheet
}

// kinds are the types that a sheet can have.
func kinds() []string { return sheet.Fields()[0].Values() }

func (a *app) newCommand() *cobra.Command {
	var o newOptions
	c := a.command("new ID [--type T] [--lang L] [--translate L]", editVerbs.new, 1, 1, func(args []string) (code exit, err error) {
		o.id = args[0]
		if o.site, err = a.site(); err != nil {
			return failed, err
		}
		return runNew(o, a.console)
	})
	f := c.Flags()
	f.StringVar(&o.kind, "type", kinds()[0], editing.flagType.In(a.lang))
	f.StringVar(&o.lang, "lang", "", editing.flagNewLang.In(a.lang))
	f.StringVar(&o.translate, "translate", "", editing.flagTranslate.In(a.lang))
	choices(c, "type", kinds()...)
	c.ValidArgsFunction = func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 || o.translate == "" {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return ids(a.dir, "sheets", "pages"), cobra.ShellCompDirectiveNoFileComp
	}
	return c
}

// runNew writes one file and says what to do with it.
func runNew(o newOptions, c console) (exit, error) {
	if err := oneOf("--type", o.kind, kinds()...); err != nil {
		return failed, err
	}
	done := c.working(reading)
	l, err := site.Load(o.site)
	done()
	if err != nil {
		return failed, err
	}
	write := newSheet
	if o.translate != "" {
		write = newTranslation
	}
	path, text, next, err := write(o, l, c.lang)
	if err != nil {
		return failed, err
	}
	if err := edit.Create(o.site.Dir, path, text); err != nil {
		return failed, err
	}
	if _, err := fmt.Fprintln(c.out, path); err != nil {
		return failed, err
	}
	fmt.Fprintln(c.err, next)
	return clean, nil
}

// newSheet works out the file of a sheet that does not exist yet.
func newSheet(o newOptions, l *site.Loaded, ui string) (path, text, next string, err error) {
	if o.lang == "" {
		o.lang = l.Site.Default()
	}
	switch {
	case !field.IsID(o.id) || check.Reserved(o.id):
		near := suggest.Slug(o.id)
		if !field.IsID(near) || check.Reserved(near) {
			near = ""
		}
		return "", "", "", usage(editing.badID, "id", o.id).suggest(near)
	case l.Catalogue.Entry(o.id) != nil:
		return "", "", "", usage(editing.taken, "id", o.id)
	}
	if err := listed("--lang", o.lang, l); err != nil {
		return "", "", "", err
	}
	words, _ := locale.Load(i18n.Files, nil, []string{ui})
	text = draft.New(draft.Options{
		ID: o.id, Type: o.kind, Today: o.site.Now.String(), Lang: ui, Locale: words.Locale(ui), Vocabulary: l.Catalogue.Vocabulary,
	})
	path = "content/sheets/" + o.id + "/index." + o.lang + ".md"
	return path, text, editing.created.Format(ui, "path", path), nil
}

// newTranslation works out the file of a translation, of a sheet or a free page.
func newTranslation(o newOptions, l *site.Loaded, ui string) (path, text, next string, err error) {
	if err := listed("--translate", o.translate, l); err != nil {
		return "", "", "", err
	}
	follows := editing.bodyFollows.In(ui)
	var original *sheet.File
	if e := l.Catalogue.Entry(o.id); e != nil {
		whole := e.Original.Sheet()
		original, path = &whole.File, "content/sheets/"
		text = draft.Translation(whole, follows)
	} else if p := l.Catalogue.Page(o.id); p != nil {
		original, path = &p.Original.File, "content/pages/"
		text = draft.PageTranslation(p.Original, follows)
	} else {
		return "", "", "", usage(editing.noSheet, "id", o.id).suggest(suggest.Nearest(o.id, known(l.Catalogue)))
	}
	path += o.id + "/index." + o.translate + ".md"
	switch {
	case original.Lang == o.translate:
		return "", "", "", usage(editing.isOriginal, "path", original.Source.Path)
	case original.IsTranslation():
		return "", "", "", usage(editing.noOriginal, "id", o.id)
	case hasError(original.Source.Path, l):
		return "", "", "", usage(editing.faulty, "path", original.Source.Path)
	}
	return path, text, editing.translated.Format(ui, "path", path), nil
}

// listed refuses a language that site.yaml does not list.
func listed(flag, lang string, l *site.Loaded) error { return oneOf(flag, lang, l.Site.Langs()...) }

func hasError(path string, l *site.Loaded) bool {
	return slices.ContainsFunc(l.Findings, func(d diag.Diagnostic) bool {
		return d.Path() == path && d.Rule.Severity == diag.Error
	})
}

// known lists the ids of sheets and pages.
func known(c *catalogue.Catalogue) []string {
	var ids []string
	for _, e := range c.Entries {
		ids = append(ids, e.ID)
	}
	for _, p := range c.Pages {
		if !p.Made() {
			ids = append(ids, p.ID)
		}
	}
	return ids
}
