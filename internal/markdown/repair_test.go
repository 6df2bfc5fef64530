package markdown

import (
	"math/rand/v2"
	"strings"
	"testing"
)

func TestRepairs(t *testing.T) {
	for _, test := range []struct{ lang, before, after string }{
		{"de", `Der "Runde Tisch" sagt: 'ja'.`, "Der „Runde Tisch“ sagt: ‚ja‘."},
		{"de", `So geht's in der „Stadt" weiter`, "So geht’s in der „Stadt“ weiter"},
		{"de", `Ein Rohr von 19" und "eins"`, `Ein Rohr von 19" und „eins“`},
		{"de", `*"Hilfe"* und "**Rat**"`, `*„Hilfe“* und „**Rat**“`},
		{"de", "2015-2016, 8-12 Personen, 2015-16", "2015–2016, 8–12 Personen, 2015–16"},
		{"de", "am 2015-06-12, 0651 718-0, ISO 639-1, EN 301-549, Nr. 83-634, COVID-19, 2009-10, Seite 3-1", ""},
		{"de", "Tel. 247-400, +352 24-78, 1.10-12.11, https://a.de/2015-2016?a='b', 10-12-14, A3-5, 50 %", ""},
		{"de", "`2015-2016 \"x\"` und [\"Text\"](https://a.de/2015-2016 \"Titel\")", "`2015-2016 \"x\"` und [„Text“](https://a.de/2015-2016 \"Titel\")"},
		{"de", "\\\"so\\\" &quot;so&quot; <https://a.de/\"x\"> <b title=\"x\">", ""},
		{"de", "    \"code\"\n\n```\n\"code\"\n```\n\n- \"Punkt\"\n\n| \"a\" | b |\n|---|---|\n| 1-2 | c |\n", "    \"code\"\n\n```\n\"code\"\n```\n\n- „Punkt“\n\n| „a“ | b |\n|---|---|\n| 1–2 | c |\n"},
		{"en", `It's the city's "Round Table"`, "It’s the city’s “Round Table”"},
		{"en", "What? No: yes; 50% and €50", ""},
		{"fr", `L'appel de la "ville"!`, "L’appel de la «\u202fville\u202f»\u202f!"},
		{"fr", "Où? Ici : là; « oui », 50 % de 20 €", "Où\u202f? Ici\u00a0: là\u202f; «\u202foui\u202f», 50\u202f% de 20\u202f€"},
		{"fr", "«oui» (?) à 12:30, a:b, https://a.fr/?b=c;d, Quoi?! 50%", "«\u202foui\u202f» (?) à 12:30, a:b, https://a.fr/?b=c;d, Quoi\u202f?! 50\u202f%"},
		{"fr", "Où\u202f? Ici\u00a0: là\u00a0; «\u00a0oui\u00a0», 50\u00a0%", ""},
		{"fr", "**Nom** : x, *mot*! et ![image](a.jpg)", "**Nom**\u00a0: x, *mot*\u202f! et ![image](a.jpg)"},
		{"fr", "Terme\n: sens", ""},
		{"lb", `D'Stad "Lëtzebuerg"`, ""},
		{"fr-LU", "« »", "«\u202f»"},
	} {
		if test.after == "" {
			test.after = test.before
		}
		doc := Parse(test.before, Options{Lang: test.lang})
		after := Apply(test.before, doc.Repairs())
		if after != test.after {
			t.Errorf("%s: %s\nbecame  %q\nnot     %q", test.lang, test.before, after, test.after)
		}
		if again := Parse(after, Options{Lang: test.lang}).Repairs(); len(again) > 0 {
			t.Errorf("%s: a second time %q has %v", test.lang, after, again)
		}
	}
}

func TestLineRepairs(t *testing.T) {
	for before, after := range map[string]string{
		`\"Rat" & 1-2`: `\"Rat" & 1–2`,
		"*Où* ?":       "*Où*\u202f?",
		"`Où?`":        "`Où\u202f?`",
	} {
		lang := "fr"
		if before[0] == '\\' {
			lang = "de"
		}
		if got := Apply(before, LineRepairs(before, lang)); got != after {
			t.Errorf("%q became %q", before, got)
		}
	}
}

// hold holds that repairs change the typography of a text and nothing else, unless
// emphasis hangs on it, and that
// there is an end of it: a mark that no language sets so may need a second look, and each of a row of marks one of its own.
func hold(t *testing.T, s, lang string) {
	t.Helper()
	for range 6 + strings.Count(s, `"`) {
		repairs := Parse(s, Options{Lang: lang}).Repairs()
		if len(repairs) == 0 {
			return
		}
		last := 0
		for _, r := range repairs {
			if r.Start < last || r.End <= r.Start || r.End > len(s) || r.Text == s[r.Start:r.End] {
				t.Fatalf("%q: %v", s, repairs)
			}
			last = r.End
		}
		after := Apply(s, repairs)
		if !SameShape(s, after) {
			if strings.Trim(s, " \u00a0\u202f*_«»\"'") == "" || !strings.ContainsAny(s, "*_") {
				t.Fatalf("%q became %q", s, after)
			}
			return // emphasis begins or ends at a space, which is new: whoever repairs leaves it
		}
		s = after
	}
	t.Fatalf("%s: there is no end of %q", lang, s)
}

// TestRepairsByChance does so with texts of the pieces that matter.
func TestRepairsByChance(t *testing.T) {
	pieces := strings.Split("\"|\"|'|'| | | |?|!|:|;|«|»|„|“|”|’|1-2|2015-2016|1|-|a|b|é|*|**|_|[|](x)|`|\n|\n\n|\n- |\n> |\\|&quot;|%|€|<b>|.|,|(|)|\u00a0|\u202f|https://a.b/|![", "|")
	pieces = append(pieces, "|", " | ", "\n|-|-|\n")
	r := rand.New(rand.NewPCG(5, 6))
	for range 30_000 {
		var b strings.Builder
		for range 1 + r.IntN(14) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		hold(t, b.String(), []string{"de", "fr", "en"}[r.IntN(3)])
	}
}

// FuzzRepairs does so with any text.
func FuzzRepairs(f *testing.F) {
	for _, s := range []string{"\"a\" 'b' *c* ! ? : 1-2", "« a » [b](c \"d\"): `e?`", "- a\n  > \"b\" ;\n\n| c ? | d |\n|-|-|\n| \"e\"! | f |\n", `""""""0`} {
		f.Add(s, "fr")
		f.Add(s, "de")
	}
	f.Fuzz(hold)
}
