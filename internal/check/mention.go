package check

import (
	"path"
	"slices"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/markdown"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/suggest"
)

// mentions checks the links, images and raw HTML in a file's Markdown.
func (d *desk) mentions(f *sheet.File) {
	if !d.conf.AllowsHTML() {
		for _, span := range f.RawHTML {
			d.report(rule.RawHTML.At(span.FirstLine()))
		}
	}
	d.headings(f)
	for _, m := range f.Mentions {
		switch m.Link.Kind {
		case markdown.Unresolved:
			d.report(rule.LinkUnresolved.At(m.Span, "label", m.Link.Dest))
		case markdown.Malformed:
			d.report(rule.LinkMalformed.At(m.Span))
		case markdown.MissingFootnote:
			d.report(rule.FootnoteMissing.At(m.Span, "label", m.Link.Dest))
		default:
			if m.Link.Image {
				d.embedded(f, m)
			} else {
				d.link(f, m)
			}
		}
	}
	for _, span := range f.BareURLs {
		within := func(m sheet.Mention) bool { return m.Span.Start <= span.Start && span.End <= m.Span.End }
		if !slices.ContainsFunc(f.Mentions, within) { // what should have been a link is said above
			d.report(bareURL(span))
		}
	}
}

func (d *desk) link(f *sheet.File, m sheet.Mention) {
	dest := m.Link.Dest
	switch m.Link.Target {
	case markdown.Refused:
		d.report(rule.LinkRefused.At(m.Dest, "dest", dest))
		return
	case markdown.Web:
		if near, ok := webAddress(dest); !ok {
			d.report(rule.URLForm.At(m.Dest, "value", dest).Suggest(near))
		}
	case markdown.Mail:
		address, _, _ := strings.Cut(strings.TrimPrefix(dest, "mailto:"), "?")
		if near, ok := mailAddress(address); !ok {
			d.report(rule.EmailForm.At(m.Dest, "value", address).Suggest(near))
		}
	case markdown.Sheet:
		id, anchor := m.Link.Ref()
		e := d.cat.Entry(id)
		if e == nil {
			d.report(rule.UnknownSheet.At(m.Dest, "id", id).Suggest(d.nearestID(id, d.sheets)))
			break
		}
		d.anchor(m, anchor, func() []string { return sheetPlaces(e, f.Lang) })
	case markdown.Page:
		id, anchor := m.Link.Ref()
		if !slices.Contains(d.pages, id) {
			d.report(rule.UnknownPage.At(m.Dest, "id", id).Suggest(d.nearestID(id, d.pages)))
			break
		}
		d.anchor(m, anchor, func() []string { return pagePlaces(d.cat.Page(id), f.Lang) })
	case markdown.Anchor:
		d.here(f, m)
	case markdown.Relative:
		d.relative(m)
	}
	if m.Link.Target == markdown.Nowhere || strings.TrimSpace(m.Link.Label) == "" {
		d.report(rule.LinkEmpty.At(m.Span))
	}
}

// relative reports a link to a file of the catalogue, since none but images
// gets onto the site.
func (d *desk) relative(m sheet.Mention) {
	name, _, _ := strings.Cut(m.Link.Dest, "#")
	name, _, _ = strings.Cut(name, "?")
	d.report(rule.LinkBroken.At(m.Dest, "dest", m.Link.Dest).Suggest(d.near(func() string { return d.meant(name) })))
}

// meant guesses what a link that leads nowhere was meant to lead to: a sheet or
// a page whose file it names, or a website.
func (d *desk) meant(name string) string {
	parts := strings.Split(strings.Trim(path.Clean(name), "/"), "/")
	for _, part := range slices.Backward(parts) {
		id, _, _ := strings.Cut(part, ".")
		switch {
		case d.cat.Entry(id) != nil:
			return "sheet:" + id
		case slices.Contains(d.pages, id):
			return "page:" + id
		}
	}
	if strings.HasPrefix(name, "www.") || domain.MatchString(name) && !hasFileName(name) {
		return "https://" + name
	}
	if strings.Contains(name, "@") {
		if _, ok := mailAddress(name); ok {
			return "mailto:" + name
		}
	}
	return ""
}

// hasFileName reports whether a text looks like the name of a file rather than
// that of a website.
func hasFileName(s string) bool {
	return slices.Contains([]string{".html", ".htm", ".md", ".pdf", ".docx", ".doc", ".odt", ".xlsx", ".txt", ".jpg", ".png"}, strings.ToLower(path.Ext(s)))
}

func (d *desk) nearestID(id string, ids []string) string {
	return d.near(func() string { return nearestID(id, ids) })
}

// nearestID returns the id that was probably meant: by spelling, else the only
// one that has all words of the other.
func nearestID(id string, ids []string) string {
	if near := suggest.Nearest(id, ids); near != "" {
		return near
	}
	words := strings.FieldsFunc(id, func(r rune) bool { return r == '-' })
	found := ""
	for _, other := range ids {
		has := len(words) > 0
		for _, w := range words {
			has = has && slices.Contains(strings.Split(other, "-"), w)
		}
		if has && found != "" {
			return ""
		}
		if has {
			found = other
		}
	}
	return found
}
