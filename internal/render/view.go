package render

import (
	"html/template"
	"path"
	"slices"
	"strings"
	"sync"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/locale"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/vocab"
)

// A Text is what a template prints. Lang and Dir are empty where the text is in
// the page's own language; Dir stands alone where it is in none, such as a number.
type Text struct{ Text, Lang, Dir string }

// A Link leads from a text to a page; without Href it is the text alone.
type Link struct {
	Href     template.URL
	Hreflang string
	Text     Text
}

// HTML is the link as it stands on a page.
func (l Link) HTML() template.HTML { return template.HTML(l.AppendHTML(nil)) }

// AppendHTML appends what HTML returns: a page has dozens of links.
func (l Link) AppendHTML(b []byte) []byte {
	if l.Href == "" && l.Text.Lang == "" && l.Text.Dir == "" {
		return appendEscaped(b, l.Text.Text)
	}
	element := "span"
	if l.Href != "" {
		element = "a"
	}
	b = append(append(b, '<'), element...)
	if l.Href != "" {
		b = appendAttr(b, "href", string(l.Href))
		if l.Hreflang != "" {
			b = appendAttr(b, "hreflang", l.Hreflang)
		}
	}
	if l.Text.Lang != "" {
		b = appendAttr(b, "lang", l.Text.Lang)
	}
	if l.Text.Lang != "" || l.Text.Dir != "" {
		b = appendAttr(b, "dir", l.Text.Dir)
	}
	b = appendEscaped(append(b, '>'), l.Text.Text)
	return append(append(append(b, "</"...), element...), '>')
}

func appendAttr(b []byte, name, value string) []byte {
	b = append(append(append(b, ' '), name...), `="`...)
	return append(appendEscaped(b, value), '"')
}

// appendEscaped appends what [template.HTMLEscapeString] returns.
func appendEscaped(b []byte, s string) []byte {
	from := 0
	for i := range len(s) {
		if escaped[s[i]] {
			b = append(append(b, s[from:i]...), template.HTMLEscapeString(s[i:i+1])...)
			from = i + 1
		}
	}
	return append(b, s[from:]...)
}

// escaped are the bytes that are escaped in HTML.
var escaped = [256]bool{0: true, '"': true, '&': true, '\'': true, '<': true, '>': true}

// A Fact is a label with what belongs to it; without values it is not stated.
type Fact struct {
	Label  string
	Values []Link
}

// text makes a view of a value.
func (l *language) text(v sheet.Value) Text {
	if v.Lang == l.Lang || v.Lang == "" || v.Text == "" {
		return Text{Text: v.Text}
	}
	return Text{v.Text, v.Lang, locale.Direction(v.Lang)}
}

func plain(s string) Link { return Link{Text: Text{Text: s}} }

// label returns the name of a term of a vocabulary; of one that does not
// exist, its key.
func (c *context) label(scheme, key string) Text {
	if t := c.knows(scheme, key); t != nil {
		return t.link.Text
	}
	return c.newLabel(scheme, key)
}

func (c *context) newLabel(scheme, key string) Text {
	t := c.catalogue.Vocabulary.Term(scheme, key)
	if t == nil {
		t = &vocab.Term{Key: key}
	}
	return c.text(t.Name(c.Lang))
}

// A termKey is a term of a facet.
type termKey struct{ facet, key string }

// A knownTerm is what is said of a term that has practices, made once for a language when it is first asked for: a dozen
// stand on each page of a sheet.
type knownTerm struct {
	link   Link   // from the pages of sheets
	data   string // as JSON-LD
	failed error
}

// knows returns what is known of a term, nil of one without practices.
func (c *context) knows(facet, key string) *knownTerm {
	if known := c.known[termKey{facet, key}]; known != nil {
		return known()
	}
	return nil
}

// learn prepares what is said of terms, and makes what is said of the publisher.
func (r *Renderer) learn(l *language) error {
	l.known = map[termKey]func() *knownTerm{}
	for _, facet := range plan.Browsed {
		for _, t := range r.plan.Flat(facet) {
			l.known[termKey{facet, t.Key}] = sync.OnceValue(func() *knownTerm {
				c := &context{Renderer: r, language: l, dir: l.Lang + sheetsDir}
				return &knownTerm{c.newTermLink(facet, t.Key), c.newLinkedTerm(facet, t.Key), c.failed}
			})
		}
	}
	c := &context{Renderer: r, language: l}
	if name := r.site.Publisher.Name.Text; name != "" {
		l.publisher = c.json(namedThing{"Organization", name, r.site.Publisher.URL.Text})
	}
	return c.failed
}

// sheetsDir is the folder of the sheets in that of a language.
const sheetsDir = "/sheets/"

// ofSheet reports whether the page is a sheet's, from which links that are made once lead on.
func (c *context) ofSheet() bool { return c.page != nil && c.page.Kind == plan.Sheet }

// facetTerm links to the page of a term, if it has one.
func (c *context) facetTerm(facet, key string) Link {
	if c.ofSheet() {
		if t := c.knows(facet, key); t != nil {
			return t.link
		}
	}
	return c.newTermLink(facet, key)
}

func (c *context) newTermLink(facet, key string) Link {
	link := Link{Text: c.newLabel(facet, key)}
	if path := c.plan.TermPath(facet, key, c.Lang); c.plan.Page(path) != nil {
		link.Href = c.href(path)
	}
	return link
}

// newSheetLinks makes the links to all sheets from the pages of others: five stand on each.
func (r *Renderer) newSheetLinks(l *language) []Link {
	c := &context{Renderer: r, language: l, dir: l.Lang + sheetsDir}
	links := make([]Link, len(r.catalogue.Entries))
	for i, e := range r.catalogue.Entries {
		links[i] = c.sheetLink(e)
	}
	return links
}

// sheetLink links to the page of a sheet.
func (c *context) sheetLink(e *catalogue.Entry) Link {
	if c.ofSheet() {
		return c.sheetLinks()[e.Number]
	}
	return Link{Href: c.href(c.plan.SheetPath(e, c.Lang)), Text: c.text(e.Title(c.Lang))}
}

// terms links to several terms.
func (c *context) terms(facet string, keys []sheet.Value) []Link {
	if len(keys) == 0 {
		return nil
	}
	keys = distinct(keys)
	links := c.linkSlab.room(len(keys))
	for _, k := range keys {
		links = append(links, c.facetTerm(facet, k.Text))
	}
	return links
}

// distinct leaves out what stands in a list a second time.
func distinct(values []sheet.Value) []sheet.Value {
	for i, v := range values {
		if slices.ContainsFunc(values[:i], func(o sheet.Value) bool { return o.Text == v.Text }) {
			return distinctCopy(values)
		}
	}
	return values
}

func distinctCopy(values []sheet.Value) []sheet.Value {
	var once []sheet.Value
	for _, v := range values {
		if !slices.ContainsFunc(once, func(o sheet.Value) bool { return o.Text == v.Text }) {
			once = append(once, v)
		}
	}
	return once
}

// web links to another site, if the address is one that a page may link to.
func web(url string, text Text) Link {
	link := Link{Text: text}
	if strings.HasPrefix(url, "https://") || strings.HasPrefix(url, "http://") {
		link.Href = template.URL(url)
	}
	return link
}

// sheetPath is the path of a sheet's page; the page's own is known.
func (c *context) sheetPath(e *catalogue.Entry, lang string) string {
	if c.page.Entry == e {
		for _, a := range c.page.Alternates {
			if a.Lang == lang {
				return a.Path
			}
		}
	}
	return c.plan.SheetPath(e, lang)
}

// url returns the absolute address of a path of the site. A page says its own and those of
// its alternates several times, to programs.
func (c *context) url(path string) string {
	for i, a := range c.page.Alternates {
		if a.Path != path {
			continue
		}
		if len(c.urls) < len(c.page.Alternates) {
			c.urls = make([]string, len(c.page.Alternates))
		}
		if c.urls[i] == "" {
			c.urls[i] = c.site.URL(path)
		}
		return c.urls[i]
	}
	return c.site.URL(path)
}

// href returns the relative address of a path of the site.
func (c *context) href(to string) template.URL { return template.URL(relative(c.dir, to)) }

// folder returns the folder of a path with a slash at its end, "" at the root.
func folder(p string) string {
	dir, _ := path.Split(p)
	return dir
}

// relative returns the address of a path as seen from a folder, both from the
// root of the site: from de/sheets/ to de/index.html it is ../index.html.
func relative(dir, to string) string {
	for {
		i := strings.IndexByte(dir, '/')
		if i < 0 || !strings.HasPrefix(to, dir[:i+1]) {
			break
		}
		dir, to = dir[i+1:], to[i+1:]
	}
	up := strings.Count(dir, "/")
	if up > len(ups)/len("../") {
		return strings.Repeat("../", up) + to
	}
	return ups[:up*len("../")] + to
}

// ups leads up from a page as far as any folder of the site lies down.
const ups = "../../../../"
