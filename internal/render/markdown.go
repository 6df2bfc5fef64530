package render

import (
	"html/template"
	"strconv"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/markdown"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
)

// A Prose is a text of Markdown as HTML. Mark names its language where it is
// not the page's and the page as a whole is not marked.
type Prose struct {
	Stated    bool // there is something to show
	Lang, Dir string
	Mark      string

	html []byte // of the page's own texts
}

// HTML is the text as it stands on the page.
func (p Prose) HTML() template.HTML { return template.HTML(p.html) }

// AppendHTML appends what HTML returns: most of a page are such texts.
func (p Prose) AppendHTML(b []byte) []byte { return append(b, p.html...) }

// prose renders a text. Its ids begin with the name of its field; its headings
// stand one below the given level, whatever level the editor began with.
func (c *context) prose(v sheet.Value, field string, level int) Prose {
	if !v.Stated() {
		return Prose{}
	}
	t := c.text(v)
	html := c.html(v, field, level)
	p := Prose{Stated: len(html) > 0, Lang: t.Lang, Dir: t.Dir, html: html}
	if t.Lang != "" && !c.fallback() {
		p.Mark = c.T("sheet.in_language", "language", c.LanguageName(t.Lang))
	}
	return p
}

// html adds a text to those of the page and returns it.
func (c *context) html(v sheet.Value, field string, level int) []byte {
	options := markdown.Options{Lang: v.Lang, RawHTML: c.site.AllowsHTML() || c.made()}
	if c.resolver == nil {
		c.resolver = c.resolve
	}
	ro := markdown.RenderOptions{Resolve: c.resolver}
	texts, ok := markdown.AppendBrief(c.texts, v.Text, options, ro)
	if !ok {
		doc := markdown.Parse(v.Text, options)
		first := 6
		for _, h := range doc.Headings() {
			first = min(first, h.Level)
		}
		ro.IDPrefix, ro.HeadingLevel = field+"-", level+2-first // a brief text has neither
		texts = doc.AppendHTML(texts, ro)
	}
	html := texts[len(c.texts):len(texts):len(texts)]
	c.texts = texts
	return html
}

// fallback reports whether the page is shown in the original's language as a whole.
func (c *context) fallback() bool {
	switch {
	case c.page.Entry != nil:
		return c.page.Entry.File(c.Lang) == nil
	case c.page.Free != nil:
		return c.page.Free.File(c.Lang) == nil
	}
	return false
}

// made reports whether the page is made from site.yaml: its template marks foreign passages by HTML.
func (c *context) made() bool { return c.page.Free != nil && c.page.Free.Made() }

// resolve says where a link of a text leads on this page.
func (c *context) resolve(l markdown.Link) (markdown.Address, bool) {
	if l.Image {
		return c.picture(l)
	}
	id, fragment := l.Ref()
	if fragment != "" {
		fragment = "#" + fragment
	}
	switch l.Target {
	case markdown.Sheet:
		e := c.catalogue.Entry(id)
		if e == nil {
			return markdown.Address{}, false
		}
		return markdown.Address{Href: string(c.href(c.plan.SheetPath(e, c.Lang))) + fragment}, true
	case markdown.Page:
		p := c.catalogue.Page(id)
		if p == nil {
			return markdown.Address{}, false
		}
		return markdown.Address{Href: string(c.href(c.plan.FreePath(p, c.Lang))) + fragment}, true
	case markdown.Relative, markdown.Refused, markdown.Nowhere:
		// A relative address means a file of the catalogue, which has no place on the site.
		return markdown.Address{}, false
	}
	return markdown.Address{Href: l.Dest}, true
}

// picture is the address of an image beside the text: for one elsewhere nobody is asked.
func (c *context) picture(l markdown.Link) (markdown.Address, bool) {
	image, ok := c.images.at(c.files, l.Dest)
	if !ok {
		return markdown.Address{}, false
	}
	a := markdown.Address{Href: string(c.href(image.path))}
	if image.width > 0 {
		a.Attrs = []markdown.Attr{{Name: "width", Value: strconv.Itoa(image.width)}, {Name: "height", Value: strconv.Itoa(image.height)}}
	}
	if srcset, sizes := c.sources(image, sizesInText); srcset != "" {
		a.Attrs = append(a.Attrs, markdown.Attr{Name: "srcset", Value: string(srcset)}, markdown.Attr{Name: "sizes", Value: sizes})
	}
	a.Attrs = append(a.Attrs, markdown.Attr{Name: "loading", Value: "lazy"})
	return a, true
}
