package sheet

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
)

// FuzzSheet holds that no file makes the parser panic, and that every place that
// it names is inside the file, and that what is written of it is read as it was.
func FuzzSheet(f *testing.F) {
	for _, text := range []string{
		"---\ntype: sheet\ntitle: a\nperiod: {from: 2015, to: ..}\ncontext: |\n  Ü [a](sheet:b)\n  ![c](d.jpg)\n---\n[^1] <b>x</b>\n",
		"---\ntitel: a\nthemes: a, b\nresources: text\noutcome: {text: a, direct: >\n  b}\nfigures: {label: c}\npartners: [a, {name: b}]\n---\n",
		"---\ncarrier:\n  name: \"a\\u00e4 [b](c)\"\n  place: [a, b]\ntranslation: {of: de, state: {title: x}}\n---\n\n> [a][b]\n\n[b]: javascript:x\n",
		"---\ndescription: >\n    a\n  b [c](d)\n\n   e\r\nsummary: 'a''[b](c)'\n...\n",
		"\ufeff---\ntitle: a\ncontext: [a](b) #c\nlinks:\n- label: x\n  url: y\n---\n[a](<b c>)",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		src := diag.NewSource("content/sheets/a/index.de.md", text)
		s, ds := Parser{}.Sheet(src, "a", "de")
		spans := map[string][]diag.Span{"head": {s.Head()}, "html": s.RawHTML}
		for _, d := range ds {
			spans["finding"] = append(spans["finding"], d.Span)
		}
		for _, m := range s.Mentions {
			spans["mention"] = append(spans["mention"], m.Span, m.Dest)
		}
		for _, k := range s.Keys {
			spans["key"] = append(spans["key"], k.Span)
		}
		for _, tracked := range s.Tracked() {
			if len(tracked.Digest()) != 8 {
				t.Error("a digest of another length")
			}
			for _, v := range tracked.Values {
				spans["text"] = append(spans["text"], v.Span)
			}
		}
		for what, all := range spans {
			for _, span := range all {
				if span.Source != nil && (span.Start < 0 || span.Start > span.End || span.End > len(text)) {
					t.Fatalf("%s: the span %d–%d is outside of the text of %d bytes", what, span.Start, span.End, len(text))
				}
			}
		}
		if s.Title.Stated() && strings.TrimSpace(s.Title.Text) == "" {
			t.Error("a title of blanks")
		}
		s.Translate(s)
		sameAgain(t, src, "de")
	})
}

// FuzzWords holds that words are taken apart as the standard library does, and composed as Unicode says.
func FuzzWords(f *testing.F) {
	for _, text := range []string{"", " ", "a", " a  b\n\tc ", "\u00a0a\u00a0", "ça\u202f!\u2003x\u3000", "\u0085a\u1680b\u2028", "\xc2", "a\xe2\x80", "e\u0301 \u212b", "«\u00a0a\u00a0»", "\xff \xe3"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		want := strings.Join(strings.Fields(norm.NFC.String(text)), " ")
		for _, before := range []string{"", "x", " ", "\x1f"} {
			if got := string(appendWords([]byte(before), composed(text))); got != before+want {
				t.Errorf("%q behind %q gives %q, not %q", text, before, got, before+want)
			}
		}
	})
}
