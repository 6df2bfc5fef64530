package render

import (
	"html/template"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
)

// machines is what a page says to programs. A fallback says nothing: it is its
// original's page, and that one speaks.
type machines struct {
	Feed       string      // path of the language's feed
	Finder     string      // path of what browsers search the site by
	Site       Text        // its title
	Graph      *graph      // Open Graph, see ogp.me
	LinkedData template.JS // of a practice or a pack: schema.org as JSON-LD
}

// A graph is what a messenger shows of a link.
type graph struct {
	Type, Title, Description, URL, Site, Locale string
	Image, ImageAlt                             string
	Others                                      []string // locales in which the page exists too
}

func (c *context) machines(title, description string) machines {
	p := c.page
	if p.Kind == plan.NotFound || p.Kind == plan.Redirect {
		return machines{}
	}
	m := machines{Feed: c.feedAt, Finder: c.finderAt, Site: c.title}
	if !p.Index {
		return m
	}
	c.graph = graph{
		Type: "website", Title: title, Description: description,
		URL: c.url(p.Canonical), Site: c.title.Text, Locale: c.territory, Others: c.wordSlab.room(len(p.Alternates)),
	}
	m.Graph = &c.graph
	picture := c.poster(c.page, c.Lang)
	m.Graph.Image, m.Graph.ImageAlt = picture.url, picture.alt
	for _, a := range p.Alternates {
		if a.Real && a.Lang != p.Lang {
			m.Graph.Others = append(m.Graph.Others, c.languages[a.Lang].territory)
		}
	}
	if p.Kind == plan.Sheet {
		m.Graph.Type = "article"
		m.LinkedData = c.linkedData(p.Entry)
	}
	if p.Kind == plan.PackPage {
		m.LinkedData = c.linkedPack(p.Pack)
	}
	return m
}

// day is a date if it is a full one, which is all that machines take.
func day(v sheet.Value) string {
	if len(v.Text) == len("2006-01-02") && strings.Count(v.Text, "-") == 2 {
		return v.Text
	}
	return ""
}
