package render

import (
	"fmt"
	"image/color"
	"slices"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/design"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/parallel"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/poster"
)

// A picture for links is drawn for the site and for each theme that has practices, in every language.
// Its name stands for what is on it, so that pages know it before it is drawn.
type posters struct {
	painter poster.Painter
	cards   []poster.Card
	paths   map[posterKey]posterLink
	written []string // paths, by the order of the cards
}

type posterKey struct{ lang, theme string } // theme is "" for the site

// A posterLink is where a picture lies, and what is to be read on it.
type posterLink struct{ path, url, alt string }

// planPosters decides which pictures there are. What two languages call alike they share.
func (r *Renderer) planPosters() {
	r.posters.paths = map[posterKey]posterLink{}
	colours := posterColours(r.layouts.design)
	for _, lang := range r.plan.Langs {
		l := r.languages[lang]
		under := config.Bare(r.site.BaseURL.Text)
		r.addPoster(posterKey{lang, ""}, poster.Card{Title: l.title.Text, Under: under, RTL: l.Dir == "rtl", Colours: colours})
		var add func([]plan.TermCount)
		add = func(terms []plan.TermCount) {
			for _, t := range terms {
				r.addPoster(posterKey{lang, t.Key}, poster.Card{
					Over: l.title.Text, Title: t.Term.Name(lang).Text, Under: under, RTL: l.Dir == "rtl",
					Colours: withTab(colours, r.layouts.design, r.hues[t.Key]),
				})
				add(t.Narrower)
			}
		}
		add(r.plan.Counts("themes"))
	}
}

func (r *Renderer) addPoster(key posterKey, card poster.Card) {
	path := "assets/link/" + hash(fmt.Appendf(nil, "%s %+v", poster.Version, card)) + ".png"
	alt := card.Title
	if card.Over != "" {
		alt = card.Over + " – " + card.Title
	}
	r.posters.paths[key] = posterLink{path, r.site.URL(path), alt}
	if !slices.Contains(r.posters.written, path) {
		r.posters.cards, r.posters.written = append(r.posters.cards, card), append(r.posters.written, path)
	}
}

// writePosters draws them, or takes those that were drawn before.
func (r *Renderer) writePosters(sink output.Sink) error {
	return parallel.Each(len(r.posters.cards), func(i int) error {
		card := r.posters.cards[i]
		data, err := r.cache.Bytes(func() ([]byte, error) { return r.posters.painter.PNG(card) }, fmt.Appendf(nil, "poster %s %+v", poster.Version, card))
		if err != nil {
			return err
		}
		return sink.Write(output.File{Path: r.posters.written[i], Bytes: data})
	})
}

// poster is the picture of a page: that of its theme, of a practice the first one that has
// any, else the site's.
func (r *Renderer) poster(p *plan.Page, lang string) posterLink {
	paths := r.posters.paths
	if p.Facet == "themes" {
		if link, ok := paths[posterKey{lang, p.Key}]; ok {
			return link
		}
	}
	if p.Entry != nil {
		for _, theme := range p.Entry.Original.Themes {
			if link, ok := paths[posterKey{lang, theme.Text}]; ok {
				return link
			}
		}
	}
	return paths[posterKey{lang, ""}]
}

// posterColours are those of the tokens where the site is light; what is not known of them is black on white.
func posterColours(d *design.Design) poster.Colours {
	colour := func(name string, otherwise uint8) color.RGBA {
		if c, ok := d.Colour(name, design.Light); ok {
			return c.RGBA()
		}
		return color.RGBA{otherwise, otherwise, otherwise, 0xff}
	}
	return poster.Colours{
		Paper: colour("--paper", 0xff), Ink: colour("--ink", 0), Stock: colour("--stock", 0xee), Rule: colour("--rule", 0x55), Tab: colour("--accent", 0),
	}
}

// withTab are colours with the tab of a theme's hue.
func withTab(c poster.Colours, d *design.Design, hue int) poster.Colours {
	if tab, ok := d.Tab(hue, design.Light); ok {
		c.Tab = tab.RGBA()
	}
	return c
}
