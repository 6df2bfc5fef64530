package markdown

import (
	"fmt"
	"strings"
	"testing"
)

// outline shows blocks in one line.
func outline(blocks []Block) string {
	names := []string{"p", "h", "list", "item", "quote", "code", "hr", "table", "row", "cell", "dl", "dt", "dd", "notes", "note"}
	var parts []string
	for _, b := range blocks {
		s := names[b.Kind]
		if b.Level > 0 || b.Ordered || b.Kind == Note {
			s += fmt.Sprint(b.Level + b.Start)
		}
		if b.Head {
			s += "^"
		}
		inner := outline(b.Blocks)
		for _, r := range b.Runs {
			text := r.Text
			if r.Strong {
				text = "*" + text + "*"
			}
			if r.Emphasis {
				text = "_" + text + "_"
			}
			if r.Literal {
				text = "`" + text + "`"
			}
			if r.Link != nil {
				text = "<" + text + " " + r.Link.Dest + ">"
			}
			if r.Note > 0 {
				text = fmt.Sprintf("[%d]", r.Note)
			}
			if r.Break {
				text += "|"
			}
			inner += text
		}
		parts = append(parts, s+"("+inner+")")
	}
	return strings.Join(parts, " ")
}

func TestBlocks(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"a **b** *c*\nd", "p(a *b* _c_ d)"},
		{"## a\n\nb  \nc", "h2(a) p(b|c)"},
		{"- a\n  - b\n- c", "list(item(p(a) list(item(p(b)))) item(p(c)))"},
		{"3. a\n\n   b", "list3(item(p(a) p(b)))"},
		{"> a\n\n---\n\n    x\n    y", "quote(p(a)) hr() code(`x`|`y`|)"},
		{"|a|b|\n|-|-:|\n|c|[d](sheet:e)|", "table(row^(cell(a) cell(b)) row(cell(c) cell(<d sheet:e>)))"},
		{"a[^1]\n\n[^1]: b", "p(a[1]) notes(note1(p(b)))"},
		{"a\n: b", "dl(dt(a) dd(p(b)))"},
		{"\"a\" -- <b> `c`", "p(„a“ – <b> `c`)"},
		{"<https://a.de> ![b](c.png)", "p(<https://a.de https://a.de> <b c.png>)"},
	} {
		if got := outline(Parse(test.in, Options{Lang: "de"}).Blocks()); got != test.want {
			t.Errorf("%q:\ngot  %s\nwant %s", test.in, got, test.want)
		}
	}
}
