package render

import (
	"html/template"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/locale"
)

// rootView is what root.html is given.
type rootView struct {
	Title   Text
	Choices []choice
}

type choice struct {
	Href                  template.URL
	Lang, Dir, Name, Text string
	Last                  string // what is said of the language that was chosen the last time
}

// root offers the languages, each in its own words.
func (c *context) root() (title string, view any) {
	v := rootView{Title: c.title}
	for _, lang := range c.plan.Langs {
		l := c.languages[lang]
		v.Choices = append(v.Choices, choice{c.href(lang + "/index.html"), l.Lang, l.Dir, l.Name, l.title.Text, l.T("root.last")})
	}
	return "", v
}

// glossaryView is what glossary.html is given.
type glossaryView struct {
	Concepts []concept
	Groups   []conceptGroup
}

// A conceptGroup is the terms of a vocabulary that have no pages of their own to be explained on.
type conceptGroup struct {
	Label    string
	Concepts []concept
}

// A concept is a word in the page's language with those of the others.
type concept struct {
	ID          string // its place on the page, "" for none
	Terms       []Text
	Others      []otherWords
	Explanation Text
}

type otherWords struct{ Language, Lang, Dir, Text string }

func (c *context) glossary() (title string, view any) {
	var v glossaryView
	for _, g := range c.catalogue.Vocabulary.Glossary {
		k := concept{Explanation: c.text(g.Explanation.In(c.Lang))}
		for _, t := range g.Terms {
			var words []string
			for _, w := range t.List {
				words = append(words, w.Text)
			}
			switch {
			case len(words) == 0:
			case t.Key == c.Lang:
				for _, w := range words {
					k.Terms = append(k.Terms, Text{Text: w})
				}
			default:
				k.Others = append(k.Others, c.otherWords(t.Key, strings.Join(words, ", ")))
			}
		}
		if len(k.Terms) == 0 && len(k.Others) > 0 {
			first := k.Others[0]
			k.Terms, k.Others = []Text{{first.Text, first.Lang, first.Dir}}, k.Others[1:]
		}
		if len(k.Terms) > 0 {
			v.Concepts = append(v.Concepts, k)
		}
	}
	for _, scheme := range pageless {
		if concepts := c.explained(scheme.name); len(concepts) > 0 {
			v.Groups = append(v.Groups, conceptGroup{scheme.label(c), concepts})
		}
	}
	return c.T("glossary.title"), v
}

// pageless are the vocabularies whose terms have no pages, with their names.
var pageless = []struct {
	name  string
	label func(c *context) string
}{
	{"aspects", func(c *context) string { return c.T("glossary.aspects") }},
	{"activities", func(c *context) string { return c.Field("activities") }},
	{"networks", func(c *context) string { return c.T("term.networks") }},
}

// explained are the terms of a vocabulary that have an explanation.
func (c *context) explained(scheme string) []concept {
	var all []concept
	for _, t := range c.catalogue.Vocabulary.Scheme(scheme).Terms {
		if !t.About.In(c.Lang).Stated() {
			continue
		}
		name := t.Name(c.Lang)
		k := concept{ID: scheme + "-" + t.Key, Terms: []Text{c.text(name)}, Explanation: c.text(t.About.In(c.Lang))}
		for _, other := range t.Label {
			if other.Value.Text != name.Text {
				k.Others = append(k.Others, c.otherWords(other.Key, other.Value.Text))
			}
		}
		all = append(all, k)
	}
	return all
}

func (c *context) otherWords(lang, text string) otherWords {
	return otherWords{c.LanguageName(lang), lang, locale.Direction(lang), text}
}

// explanation leads to the place where a term that has no page is explained, if it is.
func (c *context) explanation(scheme, key string) Link {
	link := Link{Text: c.label(scheme, key)}
	if t := c.catalogue.Vocabulary.Term(scheme, key); t != nil && t.About.In(c.Lang).Stated() {
		link.Href = c.href(c.Lang+"/glossary.html") + template.URL("#"+scheme+"-"+key)
	}
	return link
}

// freeView is what page.html is given.
type freeView struct {
	Title, Summary Text
	Notices        []notice
	Body           Prose
	Updated        string
}

func (c *context) free() (title, description string, view any) {
	p := c.page.Free
	s := p.View(c.Lang)
	c.files = pageFolder(p)
	v := freeView{
		Title: c.text(p.Title(c.Lang)), Summary: c.text(s.Summary),
		Notices: c.notices(p.State(c.Lang), p.Original.Lang, p.Langs()),
		Body:    c.prose(s.Body, "text", 1),
	}
	if s.Updated.Stated() {
		v.Updated = c.T("page.updated", "date", c.day(s.Updated))
	}
	return v.Title.Text, v.Summary.Text, v
}

// notFoundView is what not-found.html is given: the same in all languages.
// Its links begin at the host's root, since it is shown at any address.
type notFoundView struct{ Languages []notFoundText }

type notFoundText struct {
	Lang, Dir            string
	First                bool
	Title, Text          string
	Home, List           template.URL
	HomeLabel, ListLabel string
}

func (c *context) notFound() (title string, view any) {
	var v notFoundView
	root := c.site.BasePath()
	for i, lang := range c.plan.Langs {
		l := c.languages[lang]
		v.Languages = append(v.Languages, notFoundText{
			Lang: l.Lang, Dir: l.Dir, First: i == 0, Title: l.T("not_found.title"), Text: l.T("not_found.text"),
			Home: template.URL(root + lang + "/index.html"), HomeLabel: l.T("not_found.home"),
			List: template.URL(root + lang + "/sheets/index.html"), ListLabel: l.T("not_found.list"),
		})
	}
	return c.T("not_found.title"), v
}

// redirectView is what redirect.html is given.
type redirectView struct{ To template.URL }

func (c *context) redirect() (title string, view any) {
	return c.T("redirect.title"), redirectView{c.href(c.page.To)}
}
