package render

import (
	"html/template"
	"testing"
	"testing/fstest"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/locale"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
)

func TestRelative(t *testing.T) {
	for _, test := range []struct{ from, to, want string }{
		{"index.html", "de/index.html", "de/index.html"},
		{"de/index.html", "de/sheets/a.html", "sheets/a.html"},
		{"de/sheets/a.html", "de/sheets/b.html", "b.html"},
		{"de/sheets/a.html", "de/index.html", "../index.html"},
		{"de/sheets/a.html", "fr/sheets/a.html", "../../fr/sheets/a.html"},
		{"de/sheets/a.html", "assets/style.css", "../../assets/style.css"},
		{"de/sheets/a.html", "de/sheetsx/a.html", "../sheetsx/a.html"},
		{"de/themes/a.html", "de/themes/a.2.html", "a.2.html"},
		{"index.html", "index.html", "index.html"},
	} {
		if got := relative(folder(test.from), test.to); got != test.want {
			t.Errorf("from %s to %s is %q, want %q", test.from, test.to, got, test.want)
		}
	}
}

func TestTelephone(t *testing.T) {
	for in, want := range map[string]string{"+49 (0)651 718-3456": "tel:+496517183456", "0651 718": "", "+33 3 87 55 50 00": "tel:+33387555000"} {
		if got := telephone(in); string(got) != want {
			t.Errorf("%s is %q, want %q", in, got, want)
		}
	}
}

func TestAppendEscaped(t *testing.T) {
	for _, s := range []string{"", "plain", "a&b <c> \"d\" 'e' + \x00f", "&&", "ä\xff", "<"} {
		if got, want := string(appendEscaped([]byte("x"), s)), "x"+template.HTMLEscapeString(s); got != want {
			t.Errorf("%q is %q, want %q", s, got, want)
		}
	}
}

// A theme that a sheet named twice was shown twice on its page.
func TestDistinct(t *testing.T) {
	got := distinct([]sheet.Value{{Text: "work"}, {Text: "housing"}, {Text: "work"}})
	if len(got) != 2 || got[0].Text != "work" || got[1].Text != "housing" {
		t.Errorf("%v, want work and housing", got)
	}
}

// A phrase that is put together is what the locale makes of it, wherever its placeholder stands, if at all.
func TestPhrase(t *testing.T) {
	set, _ := locale.Load(fstest.MapFS{"en.yaml": {Data: []byte("a: \"x {n} y\"\nb: \"{n}\"\nc: x\nd: \"{n}, {n}\"\n")}}, nil, []string{"en"})
	w := wording{set.Locale("en")}
	for _, key := range []string{"a", "b", "c", "d"} {
		if got, want := string(appendPhrase([]byte("before "), newPhrase(w.T(key, "n", gap)), "text")), "before "+w.T(key, "n", "text"); got != want {
			t.Errorf("%s is %q, want %q", key, got, want)
		}
	}
}
