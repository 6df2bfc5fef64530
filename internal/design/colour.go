package design

import (
	"fmt"
	"image/color"
	"math"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/image/colornames"
)

// A Colour is one of sRGB, its parts from 0 to 1, with an alpha that it is not multiplied by.
type Colour struct{ R, G, B, A float64 }

// RGBA is the nearest opaque colour of eight bits a part.
func (c Colour) RGBA() color.RGBA {
	return color.RGBA{eight(c.R), eight(c.G), eight(c.B), 0xff}
}

// Hex writes the colour as #rrggbb.
func (c Colour) Hex() string {
	p := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", p.R, p.G, p.B)
}

func eight(x float64) uint8 { return uint8(math.Round(255 * max(0, min(1, x)))) }

// What a text is that should be a colour.
type kind int

const (
	none    kind = iota // no colour to any browser
	unknown             // maybe one
	known
)

// words are colours by name that only a browser knows, and words that take one from elsewhere.
var words = strings.Fields(`currentcolor inherit initial unset revert revert-layer accentcolor accentcolortext activetext buttonborder
	buttonface buttontext canvas canvastext field fieldtext graytext highlight highlighttext linktext mark marktext
	selecteditem selecteditemtext visitedtext`)

// functions are those that are not worked out here.
var functions = strings.Fields("color color-mix lab lch contrast-color device-cmyk var env calc")

// parse reads a colour.
func parse(text string) (Colour, kind) {
	text = strings.ToLower(strings.TrimSpace(text))
	if hex, ok := strings.CutPrefix(text, "#"); ok {
		return parseHex(hex)
	}
	name, args, ok := strings.Cut(text, "(")
	args, closed := strings.CutSuffix(args, ")")
	switch named, is := colornames.Map[text]; {
	case is:
		return Colour{float64(named.R) / 255, float64(named.G) / 255, float64(named.B) / 255, 1}, known
	case text == "rebeccapurple": // younger than SVG 1.1
		return parseHex("663399")
	case text == "transparent":
		return Colour{}, known
	case slices.Contains(words, text), ok && closed && slices.Contains(functions, name),
		ok && closed && (strings.HasPrefix(args, "from ") || strings.Contains(args, "(")):
		return Colour{}, unknown
	case !ok || !closed:
		return Colour{}, none
	}
	return parseFunction(name, strings.FieldsFunc(args, func(r rune) bool { return strings.ContainsRune(" \t\r\n,/", r) }))
}

// parseHex reads #rgb, #rgba, #rrggbb and #rrggbbaa.
func parseHex(digits string) (Colour, kind) {
	if len(digits) == 3 || len(digits) == 4 {
		var doubled []byte
		for i := range len(digits) {
			doubled = append(doubled, digits[i], digits[i])
		}
		digits = string(doubled)
	}
	if len(digits) == 6 {
		digits += "ff"
	}
	n, err := strconv.ParseUint(digits, 16, 32)
	if err != nil || len(digits) != 8 {
		return Colour{}, none
	}
	part := func(shift int) float64 { return float64(n>>shift&0xff) / 255 }
	return Colour{part(24), part(16), part(8), part(0)}, known
}

// parseFunction reads a colour of three numbers and maybe an alpha.
func parseFunction(name string, args []string) (Colour, kind) {
	whole := map[string][3]float64{ // what 100 % are
		"rgb": {255, 255, 255}, "rgba": {255, 255, 255}, "hsl": {1, 100, 100}, "hsla": {1, 100, 100}, "hwb": {1, 100, 100},
		"oklab": {1, 0.4, 0.4}, "oklch": {1, 0.4, 1},
	}
	of, is := whole[name]
	if !is || len(args) != 3 && len(args) != 4 {
		return Colour{}, none
	}
	args = append(slices.Clone(args), "1")[:4]
	var x [4]float64
	for i, arg := range args {
		full := 1.0
		if i < 3 {
			full = of[i]
		}
		v, ok := number(strings.TrimSuffix(arg, "deg"), full)
		if !ok {
			return Colour{}, none
		}
		x[i] = v
	}
	var c Colour
	switch name {
	case "rgb", "rgba":
		c = Colour{x[0] / 255, x[1] / 255, x[2] / 255, 1}
	case "hsl", "hsla":
		c = hsl(x[0], x[1]/100, x[2]/100)
	case "hwb":
		c = hwb(x[0], x[1]/100, x[2]/100)
	case "oklab":
		c = oklab(x[0], x[1], x[2])
	case "oklch":
		c = oklch(x[0], x[1], x[2])
	}
	c.A = max(0, min(1, x[3]))
	return c, known
}

// number reads a number, or a part of whole in per cent.
func number(text string, whole float64) (float64, bool) {
	if text == "none" {
		return 0, true
	}
	bare, percent := strings.CutSuffix(strings.TrimSpace(text), "%")
	v, err := strconv.ParseFloat(bare, 64)
	if percent {
		v *= whole / 100
	}
	return v, err == nil && !math.IsInf(v, 0) && !math.IsNaN(v)
}

// hsl follows the example of CSS Color Level 4, section 7.1.
func hsl(hue, saturation, lightness float64) Colour {
	part := func(n float64) float64 {
		k := math.Mod(math.Mod(n+hue/30, 12)+12, 12)
		return lightness - saturation*min(lightness, 1-lightness)*max(-1, min(k-3, 9-k, 1))
	}
	return Colour{part(0), part(8), part(4), 1}
}

// hwb follows section 8.1.
func hwb(hue, white, black float64) Colour {
	if white+black >= 1 {
		grey := white / (white + black)
		return Colour{grey, grey, grey, 1}
	}
	c := hsl(hue, 1, 0.5)
	part := func(x float64) float64 { return x*(1-white-black) + white }
	return Colour{part(c.R), part(c.G), part(c.B), 1}
}

func oklch(lightness, chroma, hue float64) Colour {
	sin, cos := math.Sincos(hue * math.Pi / 180)
	return oklab(lightness, chroma*cos, chroma*sin)
}

// oklab has the matrices of Björn Ottosson's Oklab, bottosson.github.io/posts/oklab. What lies outside of sRGB is
// cut off at its edge.
func oklab(lightness, a, b float64) Colour {
	l := cube(lightness + 0.3963377774*a + 0.2158037573*b)
	m := cube(lightness - 0.1055613458*a - 0.0638541728*b)
	s := cube(lightness - 0.0894841775*a - 1.2914855480*b)
	return Colour{
		encoded(4.0767416621*l - 3.3077115913*m + 0.2309699292*s),
		encoded(-1.2684380046*l + 2.6097574011*m - 0.3413193965*s),
		encoded(-0.0041960863*l - 0.7034186147*m + 1.7076147010*s),
		1,
	}
}

func cube(x float64) float64 { return x * x * x }

// encoded is a linear amount of light as sRGB has it.
func encoded(x float64) float64 {
	if x = max(0, min(1, x)); x <= 0.0031308 {
		return 12.92 * x
	}
	return 1.055*math.Pow(x, 1/2.4) - 0.055
}

// linear is the amount of light that a part of sRGB stands for. WCAG 2 writes 0.03928, which for colours of eight
// bits makes no difference.
func linear(x float64) float64 {
	if x = max(0, min(1, x)); x <= 0.04045 {
		return x / 12.92
	}
	return math.Pow((x+0.055)/1.055, 2.4)
}
