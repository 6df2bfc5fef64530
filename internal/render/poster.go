package render

import (
	"fmt"
	"image/color"
	"math"
	"slices"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
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
type posterLink struct{ path, alt string }

// planPosters decides which pictures there are. What two languages call alike they share.
func (r *Renderer) planPosters() {
	r.posters.paths = map[posterKey]posterLink{}
	for _, lang := range r.plan.Langs {
		l := r.languages[lang]
		under := config.Bare(r.site.BaseURL.Text)
		r.addPoster(posterKey{lang, ""}, poster.Card{Title: l.title.Text, Under: under, RTL: l.Dir == "rtl", Tab: accent})
		var add func([]plan.TermCount)
		add = func(terms []plan.TermCount) {
			for _, t := range terms {
				r.addPoster(posterKey{lang, t.Key}, poster.Card{
					Over: l.title.Text, Title: t.Term.Name(lang).Text, Under: under, RTL: l.Dir == "rtl", Tab: hue(r.hues[t.Key]),
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
	r.posters.paths[key] = posterLink{path, alt}
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
	var themes []string
	switch {
	case p.Entry != nil:
		themes = p.Entry.Themes()
	case p.Facet == "themes":
		themes = []string{p.Key}
	}
	for _, key := range themes {
		if link, ok := r.posters.paths[posterKey{lang, key}]; ok && key != "" {
			return link
		}
	}
	return r.posters.paths[posterKey{lang, ""}]
}

// accent is the colour of the style sheet for what can be acted on, in light.
var accent = color.RGBA{0x0a, 0x4f, 0x5d, 0xff}

// hueAngles are the colours of themes, from 1, as the style sheet has them.
var hueAngles = [hues]float64{25, 205, 115, 295, 55, 235, 145, 325, 85, 265, 175, 355}

// hue is the colour of a theme's tab in light: oklch(52% 0.1 angle). The matrices are those of
// Björn Ottosson's Oklab, bottosson.github.io/posts/oklab.
func hue(n int) color.RGBA {
	if n < 1 || n > hues {
		return accent
	}
	const lightness, chroma = 0.52, 0.1
	sin, cos := math.Sincos(hueAngles[n-1] * math.Pi / 180)
	a, b := chroma*cos, chroma*sin
	l := cube(lightness + 0.3963377774*a + 0.2158037573*b)
	m := cube(lightness - 0.1055613458*a - 0.0638541728*b)
	s := cube(lightness - 0.0894841775*a - 1.2914855480*b)
	return color.RGBA{
		channel(4.0767416621*l - 3.3077115913*m + 0.2309699292*s),
		channel(-1.2684380046*l + 2.6097574011*m - 0.3413193965*s),
		channel(-0.0041960863*l - 0.7034186147*m + 1.7076147010*s),
		0xff,
	}
}

func cube(x float64) float64 { return x * x * x }

// channel is a linear amount of light as sRGB has it.
func channel(x float64) uint8 {
	if x = max(0, min(1, x)); x <= 0.0031308 {
		x *= 12.92
	} else {
		x = 1.055*math.Pow(x, 1/2.4) - 0.055
	}
	return uint8(math.Round(x * 255))
}
