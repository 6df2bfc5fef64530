package render

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
)

// A PDF is what pages say of a printed edition that is part of the site.
type PDF struct{ Pages, Bytes int }

// packsView is what packs.html is given.
type packsView struct {
	Count  string
	Packs  []packRow
	MyPack template.URL
}

// A packRow is a pack in the list of packs.
type packRow struct {
	Href            template.URL
	Title, Subtitle Text
	Meta            []Text
}

func (c *context) packs() (title string, view any) {
	v := packsView{Count: c.N("packs.count", len(c.plan.Packs)), MyPack: c.href(plan.MyPackPath(c.Lang))}
	for _, pack := range c.plan.Packs {
		row := packRow{
			Href: c.href(c.plan.PackPath(pack, c.Lang)), Title: c.text(pack.Title.In(c.Lang)), Subtitle: c.text(pack.File.Subtitle.In(c.Lang)),
			Meta: []Text{{Text: c.N("list.count", len(pack.Entries()))}},
		}
		if place := pack.File.Event.Place.Text; place != "" {
			row.Meta = append(row.Meta, c.label("places", place))
		}
		if date := pack.File.Event.Date.Text; date != "" {
			row.Meta = append(row.Meta, Text{Text: c.Period(date, "", "")})
		}
		if len(pack.Langs) > 0 {
			row.Meta = append(row.Meta, Text{Text: c.Join(c.languageList(pack.Langs))})
		}
		v.Packs = append(v.Packs, row)
	}
	return c.T("packs.title"), v
}

func (c *context) languageList(langs []string) []string {
	names := make([]string, len(langs))
	for i, lang := range langs {
		names[i] = c.LanguageName(lang)
	}
	return names
}

// packView is what pack.html is given.
type packView struct {
	Up              template.URL
	Title, Subtitle Text
	Facts           []Fact
	Foreword        Prose
	IDs             string // of all sheets, for pack.js
	Sessions        []packSession
	Missing         []packMissing
	PDFs            []pdfLink
	Commands        []packCommand
}

type packSession struct {
	Title Text
	Rows  []template.HTML
}

// A packMissing names what is not translated into a language of the pack.
type packMissing struct {
	Text   string
	Sheets []Link
}

// A pdfLink leads to a PDF of the site.
type pdfLink struct {
	Href  template.URL
	Label string
	Facts string // pages and size
}

// A packCommand is a command line with what it makes.
type packCommand struct{ Label, Line string }

func (c *context) pack() (title, description string, view any) {
	pack := c.page.Pack
	c.files = packFolder
	v := packView{
		Up: c.href(c.Lang + "/packs/index.html"), Title: c.text(pack.Title.In(c.Lang)), Subtitle: c.text(pack.File.Subtitle.In(c.Lang)),
		Facts: c.packFacts(pack), Foreword: c.prose(pack.File.Foreword.In(c.Lang), "foreword", 2),
		Missing: c.packMissing(pack), Commands: c.packCommands(pack),
	}
	var ids []string
	for _, s := range pack.Sessions {
		v.Sessions = append(v.Sessions, packSession{c.text(s.Title.In(c.Lang)), c.rowsOf(s.Entries)})
		for _, e := range s.Entries {
			ids = append(ids, e.ID)
		}
	}
	v.IDs = strings.Join(ids, " ")
	for _, edition := range c.plan.PackEditions(pack) {
		v.PDFs = append(v.PDFs, c.pdf(edition)...)
	}
	return v.Title.Text, v.Subtitle.Text, v
}

func (c *context) packFacts(pack *plan.Pack) []Fact {
	var facts []Fact
	add := func(label string, values ...Link) {
		if len(values) > 0 {
			facts = append(facts, Fact{label, values})
		}
	}
	event := pack.File.Event
	if event.Date.Stated() {
		add(c.T("packs.date"), plain(c.Period(event.Date.Text, "", "")))
	}
	if event.Place.Stated() {
		add(c.T("packs.place"), c.facetTerm("places", event.Place.Text))
	}
	var hosts []Link
	for _, h := range event.Hosts {
		hosts = append(hosts, Link{Text: c.text(h)})
	}
	add(c.T("packs.hosts"), hosts...)
	if len(pack.Langs) > 0 {
		add(c.T("packs.languages"), plain(c.Join(c.languageList(pack.Langs))))
	}
	add(c.T("packs.entries"), plain(c.Int(len(pack.Entries()))))
	return facts
}

// packMissing lists the sheets that are not fully translated, by the languages of
// the pack; one without languages is read in that of the page.
func (c *context) packMissing(pack *plan.Pack) []packMissing {
	langs := pack.Langs
	if len(langs) == 0 {
		langs = []string{c.Lang}
	}
	var all []packMissing
	for _, lang := range langs {
		var m packMissing
		for _, e := range pack.Entries() {
			if s := e.State(lang); s == catalogue.Missing || s == catalogue.Partial || s == catalogue.Outdated {
				m.Sheets = append(m.Sheets, c.sheetLink(e))
			}
		}
		if n := len(m.Sheets); n > 0 {
			m.Text = c.N("packs.untranslated", n, "language", c.LanguageName(lang))
			all = append(all, m)
		}
	}
	return all
}

// packCommands are the command lines that print the pack, the plainest first.
func (c *context) packCommands(pack *plan.Pack) []packCommand {
	line := func(more string) string { return "praxisblatt pack " + pack.ID + more + " -o " + pack.ID + ".pdf" }
	commands := []packCommand{
		{c.T("packs.as_pdf"), line("")},
		{c.T("packs.as_booklet"), line(" --format a5-booklet")},
		{c.T("packs.as_large"), line(" --text large")},
	}
	if len(pack.Langs) == 2 {
		commands = append(commands, packCommand{c.T("packs.as_facing"), line(" --facing")})
	}
	return commands
}

// pdf links to an edition, if it is part of the site.
func (c *context) pdf(e plan.Edition) []pdfLink {
	made, ok := c.pdfs[e.Path]
	if !ok {
		return nil
	}
	size := c.T("packs.kilobytes", "n", c.Int((made.Bytes+999)/1000))
	if made.Bytes >= 1_000_000 {
		size = c.T("packs.megabytes", "n", c.Number(strconv.FormatFloat(float64(made.Bytes)/1e6, 'f', 1, 64)))
	}
	return []pdfLink{{
		Href: c.href(e.Path), Label: c.T("packs.pdf", "languages", c.Join(c.languageList(e.Langs))),
		Facts: c.N("packs.pages", made.Pages) + ", " + size,
	}}
}

// myPackView is what my-pack.html is given.
type myPackView struct {
	Words     string // those of the script, as JSON
	Files     int    // among which the texts of sheets are spread
	Languages []choice
	Packs     template.URL // empty where the catalogue has none
	All       template.URL
	Site      Text
	Publisher string
	License   string
	Address   string // of the site
}

func (c *context) myPack() (title string, view any) {
	words := c.words(myPackWords)
	for form, text := range c.Forms("my_pack.count") {
		words["count_"+form] = text
	}
	data, err := compact(words)
	if err != nil && c.failed == nil {
		c.failed = err
	}
	v := myPackView{
		Words: string(data), Files: c.plan.CardFiles(), All: c.href(c.Lang + "/sheets/index.html"), Site: c.title,
		Publisher: c.site.Publisher.Name.Text, Address: config.Bare(c.site.BaseURL.Text),
	}
	if license := c.site.License.Text; license != "" {
		v.License = c.T("site.license", "license", licenseLink(license).Text.Text)
	}
	for _, lang := range c.plan.Langs {
		v.Languages = append(v.Languages, choice{Lang: lang, Name: c.LanguageName(lang)})
	}
	if len(c.plan.Packs) > 0 {
		v.Packs = c.href(c.Lang + "/packs/index.html")
	}
	return c.T("my_pack.title"), v
}

// The words of the scripts: what follows the point is their name there.
var (
	myPackWords = []string{
		"my_pack.loading", "my_pack.failed", "my_pack.up", "my_pack.down", "my_pack.remove", "my_pack.drag", "my_pack.moved", "my_pack.removed",
		"my_pack.cleared", "my_pack.undone", "my_pack.copied", "my_pack.not_copied", "my_pack.kept", "my_pack.merged", "my_pack.left_out",
		"my_pack.too_many", "my_pack.same", "my_pack.printed", "my_pack.file_about", "my_pack.file",
	}
	collectWords = []string{"collect.add", "collect.take", "collect.take_all", "collect.added", "collect.taken", "collect.added_all", "collect.full"}
)

// words are some of a script's words as JSON.
func (w wording) words(keys []string) map[string]string {
	words := map[string]string{}
	for _, key := range keys {
		_, name, _ := strings.Cut(key, ".")
		words[name] = w.T(key)
	}
	return words
}

// packScript makes the script that every page has. It holds its words, which would
// otherwise stand on every page.
func (l *Layouts) packScript(w wording, layouts overlay) error {
	code, err := layouts.ReadFile("pack.js")
	if err != nil {
		return err
	}
	words, err := compact(w.words(collectWords))
	if err != nil {
		return err
	}
	l.asset(packScriptOf(w.Lang), slices.Concat([]byte("window.praxisblattWords = "), words, []byte(";\n"), code))
	return nil
}

func packScriptOf(lang string) string { return "pack-" + lang + ".js" }
