package design

import (
	"fmt"
	"math"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/browser"
)

func builtIn(t testing.TB) string {
	t.Helper()
	text, err := os.ReadFile("../../layouts/tokens.css")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// The colours that come with the program, and those of every example of a city's own, can be read on light and on dark.
func TestNoFaults(t *testing.T) {
	designs := map[string]*Design{"built in": Read("", builtIn(t))}
	examples, err := filepath.Glob("../../layouts/examples/*/tokens.css")
	if err != nil || len(examples) == 0 {
		t.Fatalf("no examples: %v", err)
	}
	for _, path := range examples {
		own, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		designs[path] = Read(builtIn(t), string(own))
	}
	for name, d := range designs {
		for _, s := range []Scheme{Light, Dark} {
			if n := len(d.pairs(s)); n != len(standing)+Hues {
				t.Errorf("%s, %v: %d pairs are known", name, s, n)
			}
		}
		for _, f := range d.Faults() {
			t.Errorf("%s: %s on %s, %v: %.2f", name, f.Front, f.Back, f.Scheme, f.Got)
		}
		if found := d.Colourless(); len(found) > 0 {
			t.Errorf("%s: no colours: %v", name, found)
		}
	}
}

// The angles of the hues are those of the styles.
func TestAngles(t *testing.T) {
	style, err := os.ReadFile("../../layouts/style/ground.css")
	if err != nil {
		t.Fatal(err)
	}
	for i, angle := range Angles {
		if rule := fmt.Sprintf(".hue-%d { --hue: %g; }", i+1, angle); !strings.Contains(string(style), rule) {
			t.Errorf("the styles have no %s", rule)
		}
	}
}

func TestFaults(t *testing.T) {
	for _, test := range []struct{ name, own, want string }{
		{"nothing", "", ""},
		{"other things", ":root { --radius: 1rem; --sans: Arial }", ""},
		{"too bright", ":root { --accent: light-dark(#ec0000, #ffb3ad); }", "--accent light --accent on --stock #"},
		{"the last one counts", ":root { --accent: #ec0000; --accent: light-dark(#004699, #9cc6ff) }", ""},
		{"one for both", ":root { --paper: #fff }", "--paper dark --ink on --paper #"},
		{"light alone", ":root { color-scheme: light; --paper: #fff }", ""},
		{"dark by a medium", "@media (prefers-color-scheme: dark) { :root { --muted: #444 } }", "--muted dark --muted on --paper #"},
		{"another medium", "@media print { :root { --muted: #fff } }", ""},
		{"not the page's", ".is-home { --muted: #fff }", ""},
		{"in a comment", ":root { /* --muted: #fff; */ --sans: 'a;--muted:#fff;' }", ""},
		{"by another token", ":root { --grey: #888; --muted: light-dark(var(--grey), var(--nope, #b9c4be)) }", "--muted light --muted on --stock #"},
		{"round in a circle", ":root { --muted: var(--a); --a: var(--muted) }", ""},
		{"more than can be", ":root { --a: var(--b) var(--b); --b: var(--c) var(--c); --c: var(--a) var(--a); --ink: var(--a) }", ""},
		{"half transparent", ":root { --ink: light-dark(#0006, #fff) }", "--ink light --ink on --stock"},
		{"not known here", ":root { --ink: color-mix(in oklab, red, blue); --muted: Canvas }", ""},
		{"tabs", ":root { --hue-lightness: 80% }", "--hue-lightness light --hue-lightness on --paper"},
		{"unclosed", ":root { --ink: light-dark(#fff", ""},
		{"nothing but brackets", "}}}{{{)))(((;;;", ""},
	} {
		d := Read(builtIn(t), test.own)
		var got []string
		for _, f := range d.Faults() {
			if f.Got >= f.Least {
				t.Errorf("%s: %v is no fault", test.name, f)
			}
			line := fmt.Sprintf("%s %v %s on %s", f.Name, f.Scheme, f.Front, f.Back)
			if f.Mendable {
				line += " " + f.Better.Hex()[:1]
				if again := Read(builtIn(t), test.own+fmt.Sprintf("@media (prefers-color-scheme: %v) { :root { %s: %s } }", f.Scheme, f.Name, f.Better.Hex())); len(again.Faults()) > 0 {
					t.Errorf("%s: %s is no better: %v", test.name, f.Better.Hex(), again.Faults())
				}
			}
			got = append(got, line)
		}
		if strings.Join(got, "; ") != test.want {
			t.Errorf("%s: %q, want %q", test.name, strings.Join(got, "; "), test.want)
		}
	}
}

func TestValues(t *testing.T) {
	own := ":root { --ink: #12; --muted: rot; --accent: light-dark(#000); --rule: rgb(1 2); --line: var(--nope); --acent: red;\n --city: red; --stock: light-dark(var(--city), #000); --paper: hsl(1 2% 3%) }"
	d := Read(builtIn(t), own)
	text := func(all []Value) string {
		var words []string
		for _, v := range all {
			words = append(words, own[v.Start:v.End])
		}
		return strings.Join(words, "; ")
	}
	if got := text(d.Colourless()); got != "#12; rot; light-dark(#000); rgb(1 2); var(--nope)" {
		t.Errorf("no colours are %s", got)
	}
	if got := text(d.Strange()); got != "--acent" {
		t.Errorf("strange are %s", got)
	}
}

// Colours are what browsers make of them.
func TestColoursOfABrowser(t *testing.T) {
	colours := strings.Fields(`red rebeccapurple #0a4f5d #abc rgb(1,2,3) rgb(10%_20%_30%) hsl(210_50%_40%) hsl(-30deg,20%,60%) hwb(90_10%_20%)
		oklch(52%_0.1_25) oklch(0.6_40%_200deg) oklab(50%_-0.1_0.05) oklch(70%_0.4_150) DarkSlateGray rgba(255,0,0,1) hsl(400_100%_50%)`)
	p := browser.Start(t).Open(t, "data:text/html,<p>", browser.View{})
	for _, c := range colours {
		c = strings.ReplaceAll(c, "_", " ")
		got, is := parse(c)
		want := browser.Eval[[]float64](p, fmt.Sprintf(`(() => {
			let c = new OffscreenCanvas(1, 1).getContext("2d");
			c.fillStyle = %q;
			c.fillRect(0, 0, 1, 1);
			return Array.from(c.getImageData(0, 0, 1, 1).data).slice(0, 3);
		})()`, c))
		if is != known || math.Abs(255*got.R-want[0]) > 1 || math.Abs(255*got.G-want[1]) > 1 || math.Abs(255*got.B-want[2]) > 1 {
			t.Errorf("%s is %v, %v, in a browser %v", c, is, got.RGBA(), want)
		}
	}
}

// So are tokens, in both schemes.
func TestTokensOfABrowser(t *testing.T) {
	const own = `:root { --city: #004699; --accent: light-dark(var(--city), oklch(from red l c h)); --ink: light-dark(black, hsl(120 20% 95%)) }
		@media (prefers-color-scheme: dark) { :root { --accent: #9cc6ff } } .x, :root { --muted: light-dark(var(--x, #333), rgb(200 200 200)) } html { --rule: red }`
	d := Read(builtIn(t), own)
	b := browser.Start(t)
	for _, s := range []Scheme{Light, Dark} {
		p := b.Open(t, "data:text/html,"+url.PathEscape("<!doctype html><style>"+builtIn(t)+own+"</style><p>"), browser.View{Dark: s == Dark})
		for _, name := range []string{"--paper", "--stock", "--ink", "--muted", "--accent", "--accent-ink", "--rule", "--line"} {
			got, ok := d.Colour(name, s)
			want := browser.Eval[string](p, fmt.Sprintf(`(() => {
				let e = document.querySelector("p");
				e.style.color = "var(%s)";
				return "#" + getComputedStyle(e).color.match(/[\d.]+/g).slice(0, 3).map(n => Math.round(n).toString(16).padStart(2, "0")).join("");
			})()`, name))
			if !ok || got.Hex() != want {
				t.Errorf("%s, %v: %s, in a browser %s", name, s, got.Hex(), want)
			}
		}
	}
}

// FuzzRead holds that no text breaks it, and that what is found stands in the text.
func FuzzRead(f *testing.F) {
	for _, own := range []string{":root{--ink:#fff}", "@media(prefers-color-scheme:dark){:root{--ink:light-dark(var(--a,var(--b)),red)}}", "\"\\", "/*", ":root{--a:(", "--ink:;:root{--ink:!"} {
		f.Add(own)
	}
	base := builtIn(f)
	f.Fuzz(func(t *testing.T, own string) {
		d := Read(base, own)
		all := append(d.Colourless(), d.Strange()...)
		for _, fault := range d.Faults() {
			all = append(all, fault.Value)
		}
		for _, v := range all {
			if v.Start < 0 || v.End > len(own) || v.Start > v.End || !strings.HasPrefix(v.Name, "--") {
				t.Errorf("%+v in %q", v, own)
			}
		}
	})
}
