package markdown

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestLinkPositions holds that the ranges of each link are the very text it stands in.
func TestLinkPositions(t *testing.T) {
	type want struct {
		kind               Kind
		whole, dest, label string
	}
	tests := []struct {
		name, text string
		want       []want
	}{
		{"beyond umlauts", "Für Ämter „“ [Über](über.html).", []want{{Inline, "[Über](über.html)", "über.html", "Über"}}},
		{"second line", "ä\nö [a](b)\nü", []want{{Inline, "[a](b)", "b", "a"}}},
		{"line ends with it", "[a](b)\n[c](d)\r\n[e](f)", []want{{Inline, "[a](b)", "b", "a"}, {Inline, "[c](d)", "d", "c"}, {Inline, "[e](f)", "f", "e"}}},
		{"title", `[a](b "c (d)") x`, []want{{Inline, `[a](b "c (d)")`, "b", "a"}}},
		{"over lines", "[a\nb](c\n\"d\")", []want{{Inline, "[a\nb](c\n\"d\")", "c", "a b"}}},
		{"in a quotation", "> [a\n> b](\n> c)", []want{{Inline, "[a\n> b](\n> c)", "c", "a b"}}},
		{"angle brackets", "[a](<b c>)", []want{{Inline, "[a](<b c>)", "b c", "a"}}},
		{"empty", "x [a]() y", []want{{Inline, "[a]()", "", "a"}}},
		{"empty angle", "[a](<>)", []want{{Inline, "[a](<>)", "", "a"}}},
		{"escaped brackets", `\[x\] [a\]](b\)c)`, []want{{Inline, `[a\]](b\)c)`, `b\)c`, "a]"}}},
		{"parentheses", "[a](b(c)d)", []want{{Inline, "[a](b(c)d)", "b(c)d", "a"}}},
		{"emphasis around", "**ä *[b](c)***", []want{{Inline, "[b](c)", "c", "b"}}},
		{"emphasis inside", "[a **b `c` *d***](e)", []want{{Inline, "[a **b `c` *d***](e)", "e", "a b c d"}}},
		{"list", "- ä\n- [a](b)\n  - [c](d)\n", []want{{Inline, "[a](b)", "b", "a"}, {Inline, "[c](d)", "d", "c"}}},
		{"list by tab", "-\tä\n\n\t[a](b)\n", []want{{Inline, "[a](b)", "b", "a"}}},
		{"table", "| ä | b |\n|---|---|\n| [c](d) | [e](f \\| g) |\n| ö | [h](i)", []want{{Inline, "[c](d)", "d", "c"}, {Malformed, "[e](f \\| g)", "f \\| g", "e"}, {Inline, "[h](i)", "i", "h"}}},
		{"heading", "## Ä [a](b) ##\n\n[c](d)\n===\n", []want{{Inline, "[a](b)", "b", "a"}, {Inline, "[c](d)", "d", "c"}}},
		{"definition list", "[a](b)\n: ä [c](d)\n", []want{{Inline, "[a](b)", "b", "a"}, {Inline, "[c](d)", "d", "c"}}},
		{"image", "ä ![b](c.png)!", []want{{Inline, "![b](c.png)", "c.png", "b"}}},
		{"image in a link", "[![ä](b)](c)", []want{{Inline, "[![ä](b)](c)", "c", "ä"}, {Inline, "![ä](b)", "b", "ä"}}},
		{"autolinks", "ä <https://a.b/ü> <c@d.e>", []want{{Auto, "<https://a.b/ü>", "https://a.b/ü", "https://a.b/ü"}, {Auto, "<c@d.e>", "c@d.e", "c@d.e"}}},
		{"references", "ä [a][b] [b][] [b]\n\n[B]: <c d> 'e'\n", []want{{Reference, "[a][b]", "c d", "a"}, {Reference, "[b][]", "c d", "b"}, {Reference, "[b]", "c d", "b"}}},
		{"reference in a quotation", "> [x]:\n> ä\n\n[x]", []want{{Reference, "[x]", "ä", "x"}}},
		{"the first definition counts", "[a]\n\n[a]: b\n[a]: c\n", []want{{Reference, "[a]", "b", "a"}}},
		{"in a note", "a[^1] [b](c)\n\n[^1]: ä [d](e)\n\nf [g](h)\n", []want{{Inline, "[b](c)", "c", "b"}, {Inline, "[d](e)", "e", "d"}, {Inline, "[g](h)", "h", "g"}}},
		{"unresolved", "ä [a][b] c [x][]", []want{{Unresolved, "[a][b]", "b", "a"}, {Unresolved, "[x][]", "", "x"}}},
		{"brackets before a link", "[a][b](c)", []want{{Inline, "[b](c)", "c", "b"}}},
		{"plain brackets", "[sic] ä [] (b) [c] (d)", nil},
		{"space in the address", "ä [a](b c) d", []want{{Malformed, "[a](b c)", "b c", "a"}}},
		{"not closed", "ä [a](b\nc", []want{{Malformed, "[a](b", "b", "a"}}},
		{"a link in a link", "[a [b](c) d](e)", []want{{Malformed, "[a [b](c) d](e)", "e", "a [b](c) d"}, {Inline, "[b](c)", "c", "b"}}},
		{"missing note", "ä[^b] c", []want{{MissingFootnote, "[^b]", "b", "^b"}}},
		{"code", "`[a](b)`\n\n    [c](d)\n", nil},
		{"raw html", "<a href=\"[b](c)\">ä</a> [d](e)", []want{{Inline, "[d](e)", "e", "d"}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []want
			for _, l := range Parse(tt.text, Options{}).Links() {
				got = append(got, want{l.Kind, tt.text[l.Start:l.End], tt.text[l.DestStart:l.DestEnd], l.Label})
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("%q\n got %q\nwant %q", tt.text, got, tt.want)
			}
		})
	}
}

func TestClassify(t *testing.T) {
	tests := map[string]Target{
		"":                       Nowhere,
		"a.html":                 Relative,
		"../a/b.html#c":          Relative,
		"/a":                     Relative,
		"?a=b:c":                 Relative,
		"a/b:c":                  Relative,
		"ä b.jpg":                Relative,
		"#a:b":                   Anchor,
		"https://example.org":    Web,
		"HTTP://example.org":     Web,
		"mailto:a@example.org":   Mail,
		"tel:+4965112":           Phone,
		"sheet:a-b#c":            Sheet,
		"Page:about":             Page,
		"javascript:alert(1)":    Refused,
		"JavaScript:alert(1)":    Refused,
		" javascript:alert(1)":   Refused,
		"\u00a0javascript:a":     Refused,
		"java\tscript:alert(1)":  Refused,
		"java\nscript:alert(1)":  Refused,
		"\x01javascript:alert()": Refused,
		"java\x00script:a":       Refused,
		"vbscript:a":             Refused,
		"data:text/html,<b>":     Refused,
		"data:image/png;base64,": Refused,
		"file:///etc/passwd":     Refused,
		"ftp://example.org":      Refused,
		"//example.org/a":        Refused,
		" //example.org/a":       Refused,
		"/\\example.org":         Refused,
		"\\\\example.org":        Refused,
		"/\t/example.org":        Refused,
		"foto:1.jpg":             Refused,
		":":                      Refused,
	}
	for dest, want := range tests {
		if got := Classify(dest); got != want {
			t.Errorf("Classify(%q) = %d, want %d", dest, got, want)
		}
	}
}

func TestRef(t *testing.T) {
	for text, want := range map[string][2]string{
		"[a](sheet:b-c#outcome)": {"b-c", "outcome"},
		"[a](page:about)":        {"about", ""},
		"[a](b#c)":               {"", ""},
	} {
		id, fragment := Parse(text, Options{}).Links()[0].Ref()
		if got := [2]string{id, fragment}; got != want {
			t.Errorf("Ref of %q = %q, want %q", text, got, want)
		}
	}
}

func TestBareURLs(t *testing.T) {
	text := "Siehe https://example.org/a_b_c?x=*1*, (www.example.org). Nicht <https://a.b>, [c](https://d.e), `https://f.g`.\n„http://ä.de“ https://"
	want := []string{"https://example.org/a_b_c?x=*1", "www.example.org", "http://ä.de", "https://"}
	var got []string
	for _, r := range Parse(text, Options{}).BareURLs() {
		got = append(got, text[r.Start:r.End])
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestRanges(t *testing.T) {
	text := "ä <b>c</b>\n\n<div>\nd\n</div>\n\n<!-- e\n-->\n\n# Ü *f*\n\ng\n---\n\n> # h\n"
	d := Parse(text, Options{})
	var raw []string
	for _, r := range d.RawHTML() {
		raw = append(raw, text[r.Start:r.End])
	}
	if want := []string{"<b>", "</b>", "<div>\nd\n</div>", "<!-- e\n-->"}; !slices.Equal(raw, want) {
		t.Errorf("raw HTML %q, want %q", raw, want)
	}
	var headings []string
	for _, h := range d.Headings() {
		headings = append(headings, fmt.Sprintf("%d %s %s %q", h.Level, h.Text, h.ID, text[h.Start:h.End]))
	}
	want := []string{`1 Ü f ü-f "# Ü *f*"`, `2 g g "g"`, `1 h h "# h"`}
	if !slices.Equal(headings, want) {
		t.Errorf("headings %q, want %q", headings, want)
	}
}

func TestProblems(t *testing.T) {
	tests := []struct {
		name, text string
		want       []ProblemKind
	}{
		{"none", "a [b](c)[^1]\n\n[^1]: d\n", nil},
		{"unused note", "a[^1]\n\n[^1]: b\n[^2]: c\n", []ProblemKind{UnusedFootnote}},
		{"second note of a name", "a[^1]\n\n[^1]: b\n[^1]: c\n", []ProblemKind{UnusedFootnote}},
		{"long", strings.Repeat("a\n\n", maxLength), []ProblemKind{TooLong}},
		{"deep quotes", strings.Repeat("> ", 100) + "a", []ProblemKind{TooDeep}},
		{"deep brackets", strings.Repeat("[", 100), []ProblemKind{TooDeep}},
		{"much emphasis", strings.Repeat("*a* ", 1000), []ProblemKind{TooMany}},
		{"many failures", strings.Repeat("[a](b c) ", 200), []ProblemKind{TooMany}},
		{"many definitions", strings.Repeat("[a]: b\n", maxLines+1), []ProblemKind{TooMany}},
		{"wide table", "a|b\n-|-\n" + strings.Repeat("a\n", maxCells), []ProblemKind{TooWide}},
	}
	for _, tt := range tests {
		var got []ProblemKind
		for _, p := range Parse(tt.text, Options{}).Problems() {
			got = append(got, p.Kind)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

// TestTabs holds the bug down that a tab before an empty heading put its range outside
// of the text.
func TestTabs(t *testing.T) {
	for _, text := range []string{"-\t#", "1.\t#\n", ">\t#", "-\t[^1]:", "-\t<!--"} {
		checkDocument(t, text)
	}
}
