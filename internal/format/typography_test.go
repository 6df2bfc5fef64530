package format

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
)

func TestTypeset(t *testing.T) {
	for _, test := range []struct{ lang, before, after string }{
		{"de", "title: Der \"Runde Tisch\" 2015-2016 # 1-2 \"x\"\n", "title: Der „Runde Tisch“ 2015–2016 # 1-2 \"x\"\n"},
		{"de", "title: \"Der \\\"Runde\\\" Tisch\"\n", "title: \"Der „Runde“ Tisch\"\n"},
		{"en", "title: 'The city''s \"Table\"'\n", "title: 'The city’s “Table”'\n"},
		{"de", "period: 2015-2016\ncontact: {phone: 24-78, office: \"Amt \\\"A\\\"\"}\nslug: a-1-2\n", ""},
		{"de", "description: |\n  \"Das\"\n  sagt `\"er\"`:\n\n      \"Code\"\n\n  [\"a\"](https://a.de/\"b\")\n", "description: |\n  „Das“\n  sagt `\"er\"`:\n\n      \"Code\"\n\n  [„a“](https://a.de/\"b\")\n"},
		{"fr", "summary: >-\n  Où\n  ? Là : oui ?\n\n  L'appel\n", "summary: >-\n  Où\n  ? Là\u00a0: oui\u202f?\n\n  L’appel\n"},
		{"fr", "title: Quoi? Oui\n", "title: Quoi\u202f? Oui\n"},
		{"fr", "title: \"Quoi\\t! \\u00AB oui »\"\n", "title: \"Quoi\\t! \\u00AB\u202foui\u202f»\"\n"},
		{"de", "figures: [{label: 'Alter \"18-25\"', value: 1}]\n", "figures: [{label: 'Alter „18–25“', value: 1}]\n"},
		{"de", "title: a\ntranslation: {of: fr, state: {title: \"1-2\"}}\nmine: 1-2 \"x\"\n", ""},
	} {
		if test.after == "" {
			test.after = test.before
		}
		name := "content/sheets/a/index." + test.lang + ".md"
		for _, body := range []string{"", "\nDas \"hier\"\n"} {
			before, want := "---\n"+test.before+"---\n"+body, "---\n"+test.after+"---\n"
			switch {
			case body == "":
			case test.lang == "de":
				want += "\nDas „hier“\n"
			case test.lang == "en":
				want += "\nDas “hier”\n"
			default:
				want += "\nDas «\u202fhier\u202f»\n"
			}
			got, found, ok := Typeset(name, before)
			if got != want || !ok || (len(found) > 0) != (got != before) {
				t.Errorf("%q\nbecame %q\nnot    %q (%v, %v)", before, got, want, ok, found)
			}
			if again, _, ok := Typeset(name, got); again != got || !ok {
				t.Errorf("a second time it becomes %q", again)
			}
		}
	}
}

// TestTypesetLeft lists what is left: no sentences, and what can't be read.
func TestTypesetLeft(t *testing.T) {
	if got, _, ok := Typeset("site.yaml", "title: {de: \"1-2\"}\n"); !ok || !strings.Contains(got, "1-2") {
		t.Errorf("settings became %q", got)
	}
	const broken = "---\ntitle: a: \"b\"\n---\n"
	if got, found, ok := Typeset(name, broken); ok || got != broken || len(found) == 0 {
		t.Errorf("%q, %v, %v", got, found, ok)
	}
}

// TestRunTypography holds that a translation which was current still is when its
// original's marks have been mended, and that one which was not stays so.
func TestRunTypography(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		file := filepath.Join(dir, "content", "sheets", "a", name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	read := func(name string) string {
		text, err := os.ReadFile(filepath.Join(dir, "content", "sheets", "a", name))
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	original := "---\ntitle: Der \"Tisch\"\ncontext: Text\nsummary: \"1-2\"\n---\n"
	digests := map[string]string{}
	for _, tracked := range parse(diag.NewSource(name, original)).tracked {
		digests[tracked.Path] = tracked.Digest()
	}
	write("index.de.md", original)
	write("index.fr.md", fmt.Sprintf("---\ntitle: Table\nsummary: S\ncontext: T\ntranslation:\n  of: de\n  state: {title: %s, context: '%s', summary: \"00000000\"}\n---\n", `"`+digests["title"]+`"`, digests["context"]))
	all := func(string) bool { return true }
	done, err := Run(Options{Dir: dir, Within: all, Typography: true, Check: true})
	if err != nil || len(done) != 2 || !done[0].Changed || !done[1].Changed || len(done[0].Found) != 3 || read("index.de.md") != original {
		t.Fatalf("%+v, %v", done, err)
	}
	// The translation follows even where only the original was asked for.
	done, err = Run(Options{Dir: dir, Within: func(p string) bool { return p == "content/sheets/a/index.de.md" }, Typography: true})
	if err != nil || len(done) != 2 || done[1].Path != "content/sheets/a/index.fr.md" {
		t.Fatalf("%+v, %v", done, err)
	}
	if got := read("index.de.md"); got != "---\ntitle: Der „Tisch“\nsummary: \"1–2\"\ncontext: Text\n---\n" {
		t.Errorf("the original is %q", got)
	}
	fresh := map[string]string{}
	for _, tracked := range parse(diag.NewSource(name, read("index.de.md"))).tracked {
		fresh[tracked.Path] = tracked.Digest()
	}
	want := fmt.Sprintf("state: {title: %s, context: '%s', summary: \"00000000\"}", `"`+fresh["title"]+`"`, digests["context"])
	if got := read("index.fr.md"); !strings.Contains(got, want) {
		t.Errorf("the translation has\n%s\nand not\n%s", got, want)
	}
	if done, err := Run(Options{Dir: dir, Within: all, Typography: true}); err != nil || done[0].Changed || done[1].Changed {
		t.Errorf("a second time: %+v, %v", done, err)
	}
}

// TestTypesetContent holds that this repository's own texts need no mending.
func TestTypesetContent(t *testing.T) {
	names, err := filepath.Glob("../../content/*/*/index.*.md")
	if err != nil || len(names) < 100 {
		t.Fatalf("%d files, %v", len(names), err)
	}
	for _, file := range names {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		file = strings.TrimPrefix(filepath.ToSlash(file), "../../")
		if after, found, ok := Typeset(file, string(text)); !ok || after != string(text) {
			t.Errorf("%s: %v, %d places", file, ok, len(found))
		}
		holdTypeset(t, file, roughen(string(text)))
	}
}

// roughen puts back what a keyboard has, outside of front matter's structure.
func roughen(s string) string {
	return strings.NewReplacer("„", "'", "“", "'", "’", "'", "«\u202f", "'", "\u202f»", "'", "\u202f", " ", "\u00a0", " ", "–", "-").Replace(s)
}

// TestTypesetMany does so with sheets made by chance.
func TestTypesetMany(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	changed := 0
	pieces := []string{`"Rat"`, "l'appel", "2015-2016", "Où ?", "là :", "`a\"b`", "« oui »", "50 %", "[\"x\"](https://a.de/?\"1-2\")", "*\"so\"*", "- \"a\"", "wort", "\\\"", "&quot;", "1-2", "Quoi?!"}
	for range sheets {
		text := chance(random)
		for range 1 + random.IntN(4) { // into values, comments, keys, bodies: wherever an a stands
			from := random.IntN(len(text))
			text = text[:from] + strings.Replace(text[from:], "a", pieces[random.IntN(len(pieces))], 1)
		}
		lang := []string{"de", "fr", "en"}[random.IntN(3)]
		if holdTypeset(t, "content/sheets/a/index."+lang+".md", text) {
			changed++
		}
	}
	if changed < sheets/20 {
		t.Errorf("only %d sheets had something to mend: the test is worth little", changed)
	}
}

// holdTypeset holds that a text says the same when it was mended, and that a second time
// changes nothing; it reports whether there was something to mend.
func holdTypeset(t *testing.T, name, before string) bool {
	t.Helper()
	after, _, ok := Typeset(name, before)
	if !ok {
		if after != before {
			t.Fatalf("%s was left and has changed", before)
		}
		return false
	}
	a, b := parse(diag.NewSource(name, before)), parse(diag.NewSource(name, after))
	values := func(of text) (all []string) {
		for i := range field.Walk(of.fields, of.target) {
			v := i.Value.Text
			if i.Field.Class == field.Text {
				v = bare(v)
			}
			all = append(all, i.Path+": "+v)
		}
		return all
	}
	for i, v := range values(a) {
		if w := values(b)[i]; v != w {
			t.Fatalf("%s\nbecame\n%s\nso that %q became %q", before, after, v, w)
		}
	}
	if again, _, _ := Typeset(name, after); again != after {
		t.Fatalf("%s\nbecame\n%s\nand then\n%s", before, after, again)
	}
	formatted, _, ok := Text(name, after)
	if again, _, _ := Typeset(name, formatted); ok && again != formatted {
		t.Fatalf("%s is not settled in order", formatted)
	}
	return after != before
}
