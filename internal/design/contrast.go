package design

import (
	"slices"
	"strconv"
)

// A Pair are two tokens that stand on one another, and the least contrast they may have.
type Pair struct {
	Front, Back string
	Also        string // a token that the front's colour depends on, too
	Least       float64
	front, back Colour
}

// Text is what is read, Mark what says something else: by WCAG 2's success criteria 1.4.6 and, stricter than 1.4.11, 1.4.3.
const (
	text = 7
	mark = 4.5
)

// standing are the pairs of the styles.
var standing = []Pair{
	{Front: "--ink", Back: "--paper", Least: text}, {Front: "--ink", Back: "--stock", Least: text},
	{Front: "--muted", Back: "--paper", Least: text}, {Front: "--muted", Back: "--stock", Least: text},
	{Front: "--accent", Back: "--paper", Least: text}, {Front: "--accent", Back: "--stock", Least: text},
	{Front: "--accent-ink", Back: "--accent", Least: text},
	{Front: "--rule", Back: "--paper", Least: mark}, {Front: "--rule", Back: "--stock", Least: mark}, {Front: "--wrong", Back: "--paper", Least: mark},
}

// isColour reports whether a token of the styles is a colour.
func isColour(name string) bool {
	return name == "--line" || slices.ContainsFunc(standing, func(p Pair) bool { return p.Front == name || p.Back == name })
}

// pairs are those of which both colours are known, tabs of themes on paper among them.
func (d *Design) pairs(s Scheme) []Pair {
	var found []Pair
	for _, p := range standing {
		front, ok := d.Colour(p.Front, s)
		back, also := d.Colour(p.Back, s)
		if p.front, p.back = front, back; ok && also && back.A == 1 {
			found = append(found, p)
		}
	}
	paper, ok := d.Colour("--paper", s)
	for hue := range Hues {
		if tab, also := d.Tab(hue+1, s); ok && also && paper.A == 1 {
			found = append(found, Pair{lightnessOf(d.shown(s)), "--paper", "--hue-chroma", mark, tab, paper})
		}
	}
	return found
}

// contrast is that of WCAG 2, from 1 to 21; what is half transparent is seen with its ground.
func (p Pair) contrast() float64 {
	a, b := p.front.over(p.back).luminance(), p.back.luminance()
	return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}

func (c Colour) over(ground Colour) Colour {
	part := func(a, b float64) float64 { return a*c.A + b*(1-c.A) }
	return Colour{part(c.R, ground.R), part(c.G, ground.G), part(c.B, ground.B), 1}
}

func (c Colour) luminance() float64 {
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

// better looks for a colour that has the contrasts which a token needs: its own, with as little black or white in it as will do.
func (d *Design) better(name string, s Scheme) (Colour, bool) {
	c, ok := d.Colour(name, s)
	if !ok || c.A < 1 {
		return Colour{}, false
	}
	pairs := slices.DeleteFunc(d.pairs(s), func(p Pair) bool { return p.Front != name && p.Back != name })
	for percent := 1; percent <= 100; percent++ {
		for _, end := range []float64{0, 1} {
			share := float64(percent) / 100
			mixed := (Colour{end, end, end, share}).over(c)
			p := mixed.RGBA()
			mixed = Colour{float64(p.R) / 255, float64(p.G) / 255, float64(p.B) / 255, 1}
			if !slices.ContainsFunc(pairs, func(p Pair) bool { return p.with(name, mixed).contrast() < p.Least }) {
				return mixed, true
			}
		}
	}
	return Colour{}, false
}

// with is the pair with another colour for a token.
func (p Pair) with(name string, c Colour) Pair {
	if p.Front == name {
		p.front = c
	}
	if p.Back == name {
		p.back = c
	}
	return p
}

// Tenths writes a contrast, rounded down, as the number before and the one behind the point, which languages
// write differently.
func Tenths(contrast float64) (whole, tenth string) {
	n := int(contrast*10 + 1e-9)
	return strconv.Itoa(n / 10), strconv.Itoa(n % 10)
}
