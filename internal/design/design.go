// Package design reads the colours of the site's tokens, layouts/tokens.css: the built-in ones and what a
// catalogue says otherwise. What is drawn when the site is built is drawn in them, and whether they can be
// read on one another is told to whoever writes them.
//
//	d := design.Read(builtIn, own)
//	accent, ok := d.Colour("--accent", design.Light)
//	for _, f := range d.Faults() { … }
//
// A token is a custom property of :root. Its value is a colour of CSS Color Level 4 that has a place in sRGB (names,
// #rgb, rgb(), hsl(), hwb(), oklab(), oklch()), light-dark() of two, or var() of another token. What browsers can
// work out beyond that, color-mix() for one, counts as unknown: nothing is said of it.
package design

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// A Scheme is one of the two that a page is shown in.
type Scheme int

const (
	Light Scheme = iota
	Dark
)

func (s Scheme) String() string { return [...]string{"light", "dark"}[s] }

// A Design is what the tokens of a catalogue come to.
type Design struct {
	tokens  [2]map[string]declaration // by scheme; the last declaration of a name counts
	own     []declaration
	builtIn map[string]declaration
	hidden  [2]bool // the schemes that pages are not shown in
}

// Read reads the built-in tokens and a catalogue's own, which may be empty.
func Read(builtIn, own string) *Design {
	d := &Design{tokens: [2]map[string]declaration{{}, {}}}
	d.declare(declarations(builtIn))
	d.builtIn = maps.Clone(d.tokens[Light])
	d.own = declarations(own)
	for i := range d.own {
		d.own[i].own = true
	}
	d.declare(d.own)
	return d
}

func (d *Design) declare(all []declaration) {
	for _, t := range all {
		if t.name == "color-scheme" {
			light, dark := strings.Contains(t.value, "light"), strings.Contains(t.value, "dark")
			d.hidden = [2]bool{dark && !light, !dark}
			continue
		}
		for scheme := range d.tokens {
			if t.in[scheme] {
				d.tokens[scheme][t.name] = t
			}
		}
	}
}

// Colour returns the colour of a token in a scheme, and whether it is known.
func (d *Design) Colour(name string, s Scheme) (Colour, bool) {
	t, stated := d.tokens[s][name]
	if !stated {
		return Colour{}, false
	}
	c, is := parse(d.resolve(t.value, s))
	return c, is == known
}

// deepest is how many tokens may be put into a value, and longest how many bytes it may come to: tokens of which each
// stands in the next one twice would grow without end.
const (
	deepest = 32
	longest = 4096
)

// resolve puts tokens in the place of var() and chooses from light-dark(). What makes no sense stays as it is written.
func (d *Design) resolve(value string, s Scheme) string {
	for range deepest {
		at, args, rest := call(value, "var")
		if at < 0 || len(value) > longest {
			break
		}
		name, fallback, _ := strings.Cut(args, ",")
		t, stated := d.tokens[s][strings.TrimSpace(name)]
		if !stated {
			t.value = strings.TrimSpace(fallback)
		}
		value = value[:at] + t.value + value[rest:]
	}
	for range deepest {
		at, args, rest := call(value, "light-dark")
		if at != 0 || rest != len(value) {
			break
		}
		both := split(args)
		if len(both) != 2 {
			break
		}
		value = both[d.shown(s)]
	}
	return value
}

// shown is the scheme in which pages are shown where a reader asks for s.
func (d *Design) shown(s Scheme) Scheme {
	if d.hidden[s] {
		return 1 - s
	}
	return s
}

// Hues is the number of colours that themes have, hue-1 and so on in the styles.
const Hues = 12

// Angles are those of the hues in degrees, as the styles have them: neighbours in a vocabulary are far apart.
var Angles = [Hues]float64{25, 205, 115, 295, 55, 235, 145, 325, 85, 265, 175, 355}

// Tab returns the colour of a theme's tab, from 1 on; beyond the hues, that of what can be acted on.
func (d *Design) Tab(hue int, s Scheme) (Colour, bool) {
	if hue < 1 || hue > Hues {
		return d.Colour("--accent", s)
	}
	lightness, ok := number(d.value(lightnessOf(d.shown(s)), s), 1)
	chroma, also := number(d.value("--hue-chroma", s), 0.4)
	return oklch(lightness, chroma, Angles[hue-1]), ok && also
}

func (d *Design) value(name string, s Scheme) string {
	return d.resolve(d.tokens[s][name].value, s)
}

func lightnessOf(s Scheme) string {
	return [...]string{"--hue-lightness", "--hue-lightness-dark"}[s]
}

// A Value is a token's value, or its name, where it stands in the catalogue's own text, in bytes.
type Value struct {
	Name       string
	Start, End int
}

// Colourless returns the values that should be colours and are none: browsers take no notice of them, so that
// text is black on black.
func (d *Design) Colourless() []Value {
	var found []Value
	for _, t := range d.own {
		if !isColour(t.name) {
			continue
		}
		for s := range d.tokens {
			if !t.in[s] || d.tokens[s][t.name] != t {
				continue // another declaration counts
			}
			if _, is := parse(d.resolve(t.value, Scheme(s))); is == none {
				found = append(found, t.at())
				break
			}
		}
	}
	return found
}

// Strange returns the tokens of the catalogue that neither the styles nor its other tokens know: probably a slip of the hand.
func (d *Design) Strange() []Value {
	var found []Value
	for _, t := range d.own {
		if _, known := d.builtIn[t.name]; known || t.name == "color-scheme" {
			continue
		}
		if !slices.ContainsFunc(d.own, func(o declaration) bool { return mentions(o.value, t.name) }) {
			found = append(found, Value{t.name, t.nameAt, t.nameAt + len(t.name)})
		}
	}
	return found
}

// mentions reports whether a value takes a token in.
func mentions(value, name string) bool {
	for {
		_, args, rest := call(value, "var")
		if rest == 0 {
			return false
		}
		first, _, _ := strings.Cut(args, ",")
		if strings.TrimSpace(first) == name || mentions(args, name) {
			return true
		}
		value = value[rest:]
	}
}

// Names returns the tokens of the styles.
func (d *Design) Names() []string { return slices.Sorted(maps.Keys(d.builtIn)) }

// A Fault is a pair of colours with too little contrast, where the catalogue has a hand in it.
type Fault struct {
	Value              // of the token that the catalogue has chosen: the front one, else the back one
	Front, Back string // tokens
	Scheme      Scheme
	Got, Least  float64
	Better      Colour // what would do instead, the closest in lightness
	Mendable    bool   // there is a better one
}

// Faults returns at most one fault a token and scheme, the worst.
func (d *Design) Faults() []Fault {
	var found []Fault
	for _, s := range []Scheme{Light, Dark} {
		if d.hidden[s] {
			continue
		}
		worst := map[string]int{} // by the token to blame: where its fault is found
		for _, p := range d.pairs(s) {
			f, ok := d.fault(p, s)
			if !ok {
				continue
			}
			at, before := worst[f.Name]
			if !before {
				worst[f.Name] = len(found)
				found = append(found, f)
			} else if f.Got/f.Least < found[at].Got/found[at].Least {
				found[at] = f
			}
		}
	}
	return found
}

func (d *Design) fault(p Pair, s Scheme) (Fault, bool) {
	got := p.contrast()
	blamed, own := d.blamed(p, s)
	if !own || got >= p.Least {
		return Fault{}, false
	}
	f := Fault{Value: blamed.at(), Front: p.Front, Back: p.Back, Scheme: s, Got: got, Least: p.Least}
	f.Better, f.Mendable = d.better(blamed.name, s)
	return f, true
}

// blamed is the token of a pair that the catalogue has chosen.
func (d *Design) blamed(p Pair, s Scheme) (declaration, bool) {
	for _, name := range []string{p.Front, cmp.Or(p.Also, p.Front), p.Back} {
		if t := d.tokens[s][name]; t.own {
			return t, true
		}
	}
	return declaration{}, false
}
