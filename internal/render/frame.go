package render

import (
	"bytes"
	"cmp"
	"html/template"
	"iter"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
)

// A frame is what stands around the pages of one language, folder and section:
// made once, since its links are the same for all of them.
type frame struct {
	Lang, Dir string
	Root      string // from the page to the root of the site: "../../"
	Style     string
	Name      template.HTML // of the site
	Nav       template.HTML
	Find      template.HTML // the search box
	Footer    template.HTML
}

type frameKey struct{ dir, section string }

// A navLink is an entry of the main navigation.
type navLink struct {
	Href    template.URL
	Label   string
	Current string // aria-current: page, or true on the pages below
	Own     bool   // leads to the reader's own pack
	section string
	path    string
}

type switchLink struct {
	Href            template.URL
	Lang, Dir, Name string
	Current         bool
	Shown, Only     string // on a fallback: the codes of the languages that there are, and a sentence that says so
}

type hreflang struct{ Lang, Href string }

// section is the entry of the navigation under which a page stands.
func section(p *plan.Page) string {
	switch p.Kind {
	case plan.Sheet, plan.List:
		return "sheets"
	case plan.Terms, plan.Term:
		return p.Facet
	case plan.Transfers:
		return string(plan.Register)
	case plan.Packs, plan.PackPage:
		return string(plan.Packs)
	case plan.Home, plan.Register, plan.Map, plan.Glossary, plan.Search, plan.MyPack:
		return string(p.Kind)
	}
	return ""
}

// newFrames makes the frames of all pages of a language, and of those that
// belong to none in the default one.
func (r *Renderer) newFrames(l *language) error {
	for _, p := range r.plan.Pages {
		if p.Lang != l.Lang && (p.Lang != "" || l.Lang != r.site.Default()) {
			continue
		}
		key := frameKey{folder(p.Path), section(p)}
		if l.frames[key] == nil {
			c := &context{Renderer: r, language: l, dir: key.dir}
			l.frames[key] = c.newFrame(key)
			if c.failed != nil {
				return c.failed
			}
		}
	}
	return nil
}

func (c *context) frameOf(p *plan.Page) *frame {
	f := c.frames[frameKey{folder(p.Path), section(p)}]
	if p.Kind != plan.NotFound {
		return f
	}
	// 404.html is shown at any address: its links begin at the host's root.
	absolute := *f
	absolute.Root = c.site.BasePath()
	absolute.Name = c.run("name", nameView{template.URL(absolute.Root + "index.html"), c.title})
	absolute.Footer = ""
	return &absolute
}

// nameView is what the template "name" is given.
type nameView struct {
	Home  template.URL
	Title Text
}

func (c *context) newFrame(key frameKey) *frame {
	root := strings.Repeat("../", strings.Count(key.dir, "/"))
	f := &frame{Lang: c.Lang, Dir: c.Dir, Root: root, Style: c.names["style.css"], Footer: c.run("footer", c.footer(root))}
	if key.dir != "" { // the root page has nothing to say but to choose a language
		f.Name = c.run("name", nameView{c.href(c.Lang + "/index.html"), c.title})
		f.Nav = c.run("sections", c.nav(key))
		if key.section != string(plan.Search) && key.section != string(plan.Home) { // which have a large box of their own
			f.Find = c.run("find", c.href(plan.SearchPath(c.Lang)))
		}
	}
	return f
}

// run executes one of the templates that pages share; what goes wrong fails
// the page.
func (c *context) run(name string, view any) template.HTML {
	b := c.buffers.Get().(*bytes.Buffer)
	defer c.buffers.Put(b)
	b.Reset()
	if err := c.execute(b, "", name, view); err != nil && c.failed == nil {
		c.failed = err
	}
	return template.HTML(b.String())
}

// nav lists the ways into the catalogue that lead to something.
func (c *context) nav(key frameKey) []navLink {
	all := []navLink{
		{section: "sheets", Label: c.T("list.nav"), path: "sheets/index.html"},
		{section: "themes", Label: c.T("facets.themes"), path: "themes/index.html"},
		{section: "places", Label: c.T("facets.places"), path: "places/index.html"},
		{section: string(plan.Map), Label: c.T("map.title"), path: "map.html"},
		{section: "audiences", Label: c.T("facets.audiences"), path: "audiences/index.html"},
		{section: string(plan.Register), Label: c.T("register.title"), path: "partnerships.html"},
		{section: string(plan.Glossary), Label: c.T("glossary.title"), path: "glossary.html"},
		{section: string(plan.Packs), Label: c.T("packs.title"), path: "packs/index.html"},
		{section: string(plan.MyPack), Label: c.T("my_pack.title"), path: "my-pack.html", Own: true},
	}
	var nav []navLink
	for _, n := range all {
		if !c.leads(n.section) {
			continue
		}
		n.Href = c.href(c.Lang + "/" + n.path)
		if n.section == key.section {
			n.Current = "true"
		}
		nav = append(nav, n)
	}
	return nav
}

// leads reports whether a section has anything to show.
func (c *context) leads(section string) bool {
	switch section {
	case "sheets", string(plan.MyPack):
		return true
	case string(plan.Packs):
		return len(c.plan.Packs) > 0
	case string(plan.Register):
		for _, t := range c.plan.Counts("types") {
			if t.Key == "partnership" {
				return true
			}
		}
		return false
	case string(plan.Map):
		return c.world.image != ""
	case string(plan.Glossary):
		return len(c.catalogue.Vocabulary.Glossary) > 0
	}
	return len(c.plan.Counts(section)) > 0
}

// footerView is what the template "footer" is given.
type footerView struct {
	Root      string
	Feed      string
	Pages     []Link
	Publisher template.HTML
	Email     template.URL
	License   template.HTML
}

func (c *context) footer(root string) footerView {
	v := footerView{Root: root, Feed: feedPath(c.Lang)}
	for _, p := range c.catalogue.Pages {
		path := c.plan.FreePath(p, c.Lang)
		if c.plan.Page(path) != nil {
			v.Pages = append(v.Pages, Link{Href: c.href(path), Text: c.text(p.Title(c.Lang))})
		}
	}
	if c.catalogue.Page("submit") == nil && c.plan.TakesSubmissions() {
		v.Pages = append(v.Pages, Link{Href: c.href(plan.SubmitPath(c.Lang)), Text: Text{Text: c.T("submit.title")}})
	}
	publisher := c.site.Publisher
	if name := cmp.Or(publisher.Name.Text, config.Bare(publisher.URL.Text)); name != "" {
		v.Publisher = c.sentence("site.published_by", "name", web(publisher.URL.Text, Text{Text: name}))
	}
	v.Email = template.URL(config.Mailto(publisher.Email.Text))
	if license := c.site.License.Text; license != "" {
		v.License = c.sentence("site.license", "license", licenseLink(license))
	}
	return v
}

// sentence is a phrase of the interface with a link in the place of its
// placeholder.
func (l *language) sentence(key, placeholder string, link Link) template.HTML {
	before, after, _ := strings.Cut(l.T(key, placeholder, gap), gap)
	return template.HTML(template.HTMLEscapeString(before)) + link.HTML() + template.HTML(template.HTMLEscapeString(after))
}

// licenses are the pages of the licences that catalogues use, by SPDX identifier.
var licenses = map[string]string{
	"CC0-1.0":         "https://creativecommons.org/publicdomain/zero/1.0/",
	"CC-BY-4.0":       "https://creativecommons.org/licenses/by/4.0/",
	"CC-BY-SA-4.0":    "https://creativecommons.org/licenses/by-sa/4.0/",
	"CC-BY-NC-4.0":    "https://creativecommons.org/licenses/by-nc/4.0/",
	"CC-BY-NC-SA-4.0": "https://creativecommons.org/licenses/by-nc-sa/4.0/",
	"DL-DE-BY-2.0":    "https://www.govdata.de/dl-de/by-2-0",
	"etalab-2.0":      "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
	"DL-DE-ZERO-2.0":  "https://www.govdata.de/dl-de/zero-2-0",
}

func licenseLink(id string) Link {
	name := id
	if rest, found := strings.CutPrefix(id, "CC-"); found {
		if i := strings.LastIndexByte(rest, '-'); i > 0 {
			name = "CC " + rest[:i] + " " + rest[i+1:]
		}
	}
	return Link{Href: template.URL(licenses[id]), Text: Text{Text: name}}
}

// languageSwitch leads to the same page in every language of the site.
func (c *context) languageSwitch() []switchLink {
	if len(c.page.Alternates) < 2 {
		return nil
	}
	links := c.switchSlab.room(len(c.page.Alternates))
	for _, a := range c.page.Alternates {
		l := c.languages[a.Lang]
		link := switchLink{Href: c.href(a.Path), Lang: l.Lang, Dir: l.Dir, Name: l.Name, Current: a.Lang == c.Lang}
		if !a.Real {
			codes, names := c.realLanguages()
			link.Shown = strings.ToUpper(strings.Join(codes, ", "))
			link.Only = c.T("list.only", "languages", c.Join(names))
		}
		links = append(links, link)
	}
	return links
}

// realLanguages returns the codes and names of the languages that the page is
// not a fallback in; where the site is made in none of them, the original's.
func (c *context) realLanguages() (codes, names []string) {
	for _, a := range c.page.Alternates {
		if a.Real {
			codes, names = append(codes, a.Lang), append(names, c.LanguageName(a.Lang))
		}
	}
	if codes == nil {
		lang := c.originalLang()
		return []string{lang}, []string{c.LanguageName(lang)}
	}
	return codes, names
}

// originalLang is the language of the original of a practice or a free page.
func (c *context) originalLang() string {
	switch {
	case c.page.Entry != nil:
		return c.page.Entry.Original.Lang
	case c.page.Free != nil:
		return c.page.Free.Original.Lang
	}
	return ""
}

// hreflang lists the page in all languages that really have it; whoever reads
// another language is sent to the default one's.
func (c *context) hreflang() []hreflang {
	all := make([]hreflang, 0, len(c.page.Alternates)+1)
	for lang, path := range c.really(c.page) {
		all = append(all, hreflang{lang, c.url(path)})
	}
	return all
}

// really yields what hreflang lists, with paths.
func (r *Renderer) really(p *plan.Page) iter.Seq2[string, string] {
	return func(yield func(lang, path string) bool) {
		if !p.Index {
			return
		}
		for _, a := range p.Alternates {
			if a.Real && !yield(a.Lang, a.Path) {
				return
			}
		}
		for _, a := range p.Alternates {
			if a.Real && a.Lang == r.first && !yield("x-default", a.Path) {
				return
			}
		}
	}
}

// A notice says how a page stands to its original.
type notice struct {
	Text     string
	Href     template.URL
	Hreflang string
	Label    string
}

// notices words the state of a page's translation.
func (c *context) notices(state catalogue.State, original string, langs []string) []notice {
	if state == catalogue.Original {
		return nil
	}
	name := c.LanguageName(original)
	first := notice{Text: c.T("state.original", "language", name)}
	if state == catalogue.Missing {
		names := make([]string, len(langs))
		for i, lang := range langs {
			names[i] = c.LanguageName(lang)
		}
		if len(names) == 0 {
			names = []string{name}
		}
		first.Text = c.T("state.only", "languages", c.Join(names))
		if len(names) > 1 {
			first.Text += " " + c.T("state.fallback", "language", name)
		}
	}
	for _, a := range c.page.Alternates {
		if a.Lang == original {
			first.Href, first.Hreflang = c.href(a.Path), original
			first.Label = c.T("state.to_original", "language", name)
		}
	}
	notices := []notice{first}
	switch state {
	case catalogue.Partial:
		notices = append(notices, notice{Text: c.T("state.partial", "language", name)})
	case catalogue.Outdated:
		notices = append(notices, notice{Text: c.T("state.outdated")})
	}
	return notices
}
