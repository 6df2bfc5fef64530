package markdown

import "testing"

func TestTypography(t *testing.T) {
	tests := []struct{ lang, text, want string }{
		{"de", `Sie sagt "ja".`, `Sie sagt „ja“.`},
		{"de-LU", `"Das 'Ja' gilt."`, `„Das ‚Ja‘ gilt.“`},
		{"de", `*"a"* "*b*" **"*c*"** ("d") "e"`, `„a“ „b“ „c“ („d“) „e“`},
		{"de", `["a"](b) "[c](d)"`, `„a“ „c“`},
		{"de", `Hans' Haus, '90 und '68er, geht's`, `Hans’ Haus, ’90 und ’68er, geht’s`},
		{"de", `21" und 5' breit`, `21" und 5' breit`},
		{"de", "\"a\n\nb\" c", "„a\nb\" c"},
		{"de", "\"a\nb\"", "„a b“"},
		{"de", "| \"a\" |\n|---|\n| \"b\" |", "„a“\n„b“"},
		{"de", `schon „richtig“ – so…`, `schon „richtig“ – so…`},
		{"de", `\"a\" &quot;b&quot; \'c\' a\-- b`, `"a" "b" 'c' a-- b`},
		{"de", "`\"a\" -- ...`", `"a" -- ...`},
		{"de", `a -- b---c ---- d-e`, `a – b—c ---- d-e`},
		{"de", `a... b.... c..`, `a… b.... c..`},
		{"de", `"" " " a"b`, `"" " " a"b`},
		{"fr", `Il dit "oui", l'eau d'été`, "Il dit «\u202foui\u202f», l’eau d’été"},
		{"fr", `"Le 'mot' juste"`, "«\u202fLe “mot” juste\u202f»"},
		{"en", `"It's the '90s," she said. 'Quoted' rock 'n roll`, `“It’s the ’90s,” she said. ‘Quoted’ rock ’n roll`},
		{"en", `"a -- "b" -- c"`, `“a – “b” – c”`},
		{"", `"a"`, `“a”`},
		{"de", `https://a.b/it's--x... www.c.d/e--f`, `https://a.b/it's--x... www.c.d/e--f`},
	}
	for _, tt := range tests {
		if got := Parse(tt.text, Options{Lang: tt.lang}).Plain(); got != tt.want {
			t.Errorf("%s: %q\n got %q\nwant %q", tt.lang, tt.text, got, tt.want)
		}
	}
}

func TestQuotesOption(t *testing.T) {
	d := Parse(`"a 'b'"`, Options{Lang: "pl", Quotes: Quotes{"„", "”", "«", "»"}})
	if got, want := d.Plain(), "„a «b»”"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
