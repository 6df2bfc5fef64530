package format

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
)

const name = "content/sheets/a/index.de.md"

func TestText(t *testing.T) {
	for _, test := range []struct{ name, before, after string }{
		{"in order", "title: a\nstatus: current\n", "title: a\nstatus: current\n"},
		{"two keys", "status: current\ntitle: a\n", "title: a\nstatus: current\n"},
		{"comments and blank lines move along",
			"# about the file\n\n# the title\ntitle: a # short\n\n# kind\n# of entry\ntype: sheet\n# end\n",
			"# about the file\n\n# kind\n# of entry\ntype: sheet\n\n# the title\ntitle: a # short\n# end\n"},
		{"block texts", "description: |\n  - a\n\n    b: c\n  # no comment\n\ncontext: >-\n  d\n\n  e\ntitle: f\n",
			"title: f\n\ncontext: >-\n  d\n\n  e\ndescription: |\n  - a\n\n    b: c\n  # no comment\n"},
		{"a text with its blank lines", "description: |+\n  a\n\n\ncontext: b\ntitle: c\n", "title: c\ncontext: b\ndescription: |+\n  a\n\n\n"},
		{"a comment inside a list", "themes:\n  - a\n  # - b\n# the name\ntitle: c\n", "# the name\ntitle: c\nthemes:\n  - a\n  # - b\n"},
		{"nested", "contact:\n  # who\n  email: a@b.de\n  office: O # here\ncarrier: {place: trier, name: M}\n",
			"carrier: {name: M, place: trier}\ncontact:\n  office: O # here\n  # who\n  email: a@b.de\n"},
		{"lists of maps", "links:\n  - url: https://a.de/ # x\n    label: A\n  - {url: \"https://b.de/\", label: B}\n",
			"links:\n  - label: A\n    url: https://a.de/ # x\n  - {label: B, url: \"https://b.de/\"}\n"},
		{"dashes on lines of their own", "links:\n  -\n    url: https://a.de/\n    # the name\n    label: A\n  -\n    label: B\n",
			"links:\n  -\n    # the name\n    label: A\n    url: https://a.de/\n  -\n    label: B\n"},
		{"comments hold a list's order", "links:\n  - url: https://a.de/\n    # still there?\n    label: A\n", "links:\n  - url: https://a.de/\n    # still there?\n    label: A\n"},
		{"a map in a list", "activities:\n  - period:\n      to: 2016\n      from: 2015\n    title: x\n", "activities:\n  - title: x\n    period:\n      from: 2015\n      to: 2016\n"},
		{"unknown keys follow", "status: current\nmine: 1\ntitle: a\nyours: 2\n", "title: a\nyours: 2\nstatus: current\nmine: 1\n"},
		{"quotes", "title: NO\nthemes: [no, a]\ncontact: {office: on, phone: 0651}\n", "title: \"NO\"\nthemes: [\"no\", a]\ncontact: {office: \"on\", phone: \"0651\"}\n"},
		{"dates need none", "period: 2015-06\npublished: 2026-11-22\n", "period: 2015-06\npublished: 2026-11-22\n"},
		{"nothing behind a key", "status:\ntitle:\n", "title:\nstatus:\n"},
		{"digests stay in their order", "translation:\n  state:\n    body: \"1\"\n    title: \"2\"\n  of: de\ntitle: a\n", "title: a\ntranslation:\n  of: de\n  state:\n    body: \"1\"\n    title: \"2\"\n"},
		{"braces on several lines", "carrier: {\n  place: trier,\n  name: M }\n", "carrier: {\n  place: trier,\n  name: M }\n"},
		{"folded plain text", "status: current\ntitle: a\n  b\n\n  c\n", "title: a\n  b\n\n  c\nstatus: current\n"},
	} {
		for eol, end := range map[string]string{"\n": "---\n\nText  \n", "\r\n": "---"} {
			before := strings.ReplaceAll("---\n"+test.before+end, "\n", eol)
			want := strings.ReplaceAll("---\n"+test.after+end, "\n", eol)
			got, found, ok := Text(name, before)
			if got != want || !ok {
				t.Errorf("%s (%q):\n%s\nbecame (%v, %v)\n%s\ninstead of\n%s", test.name, eol, before, ok, found, got, want)
			}
			if again, _, _ := Text(name, got); again != got {
				t.Errorf("%s: a second time it becomes\n%s", test.name, again)
			}
		}
	}
}

// TestLeft lists what is better left alone.
func TestLeft(t *testing.T) {
	for _, text := range []string{
		"status: current\ntitle: a\n", // no front matter
		"---\nstatus: current\ntitle: a: b\n---\n",
		"---\nstatus: current\ntitle: a\n",
		"---\nstatus: current\ntitle: a\ntitle: b\n---\n",
		"---\nstatus: &x current\ntitle: *x\n---\n",
		"---\nstatus: current\ntitle: \"a\n---\n",
		"\ufeff---\nstatus: current\n\ttitle: a\n---\n",
		"---\nstatus: current\ntitle: \xe4\n---\n",
	} {
		if got, _, ok := Text(name, text); ok || got != text {
			t.Errorf("%q became %q, %v", text, got, ok)
		}
	}
}

func TestSettings(t *testing.T) {
	for file, texts := range map[string][2]string{
		"site.yaml":                        {"languages: [de, no]\n\ntitle: {fr: A, de: B}\n", "title: {fr: A, de: B}\n\nlanguages: [de, \"no\"]\n"},
		"content/packs/a.yaml":             {"# mine\nsheets: [b, no]\nsessions:\n  - sheets: [c]\n    title: {de: Nr. 1}\nevent: {hosts: [X], date: 2017}\n\n# the title\ntitle: {de: A}\n", "# the title\ntitle: {de: A}\nevent: {date: 2017, hosts: [X]}\nsessions:\n  - title: {de: Nr. 1}\n    sheets: [c]\n\n# mine\nsheets: [b, \"no\"]\n"},
		"content/vocabulary/themes.yaml":   {"b: {label: {de: No}}\na: {label: {de: A}}\n", "b: {label: {de: \"No\"}}\na: {label: {de: A}}\n"},
		"content/vocabulary/glossary.yaml": {"- terms: {de: [on]}\n", "- terms: {de: [\"on\"]}\n"},
	} {
		if got, found, ok := Text(file, texts[0]); !ok || got != texts[1] {
			t.Errorf("%s became %q, %v, %v", file, got, found, ok)
		}
	}
}

// TestContent holds that the catalogue of this repository is in canonical form,
// and that its blocks find their way back from any order.
func TestContent(t *testing.T) {
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
		after, found, ok := Text(file, string(text))
		if !ok || len(found) > 0 || after != string(text) {
			t.Errorf("%s is not as fmt would have it (%v)", file, ok)
		}
	}
}

// TestMany formats sheets made by chance and holds that they keep their meaning and
// their bytes, and that a second time changes nothing.
func TestMany(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	changed := 0
	for range sheets {
		text := chance(random)
		after, found, ok := Text(name, text)
		if !ok {
			t.Fatalf("it was left (%v):\n%s", found, text)
		}
		if after != text {
			changed++
		}
		hold(t, text, after)
	}
	if changed < sheets/2 {
		t.Errorf("only %d sheets were not in order: the test is worth little", changed)
	}
}

// chance makes the text of a sheet.
func chance(r *rand.Rand) string {
	pick := func(of ...string) string { return of[r.IntN(len(of))] }
	value := func(indent string) string {
		return pick(" a", " \"b: #c\"", " 'd''e'", " NO", " 0651", " 12:30", " a\n"+indent+"  b", "", " ~",
			" |\n"+indent+"  - a\n\n"+indent+"    b: c\n"+indent+"  # d", " >-\n"+indent+"  a\n"+indent+"  b\n", " |+\n"+indent+"  a\n\n", " |2-\n"+indent+"    a")
	}
	object := func(indent string) string {
		keys := []string{"url", "name", "place", "kind", "mine"}
		r.Shuffle(len(keys), func(i, j int) { keys[i], keys[j] = keys[j], keys[i] })
		if r.IntN(2) == 0 {
			return fmt.Sprintf(" {%s: a, %s: \"b, c\", %s: no}%s", keys[0], keys[1], keys[2], pick("", " # f"))
		}
		var b strings.Builder
		for _, k := range keys[:1+r.IntN(4)] {
			b.WriteString("\n" + pick("", "", indent+"  # g\n", "\n") + indent + "  " + k + ":" + value(indent+"  "))
		}
		return b.String()
	}
	keys := []string{"type", "title", "carrier", "status", "context", "partners", "outcome", "contact", "slug", "unknown"}
	r.Shuffle(len(keys), func(i, j int) { keys[i], keys[j] = keys[j], keys[i] })
	var b strings.Builder
	b.WriteString("---\n" + pick("", "# head\n\n", "\n"))
	for _, k := range keys[:1+r.IntN(len(keys))] {
		b.WriteString(pick("", "", "\n", "# h\n", "\n# i\n\n", "# j\n# k\n"))
		switch k {
		case "carrier":
			b.WriteString(k + ":" + object(""))
		case "partners":
			b.WriteString(k + ":")
			for range r.IntN(3) {
				b.WriteString("\n  -" + pick(" {place: a, name: b}", " kind: a\n    name: b", " url: a # l\n    place:\n      - b\n      - c", " place: a\n    # m\n    name: |\n      b"))
			}
		default:
			b.WriteString(k + ":" + value(""))
		}
		b.WriteString(pick("\n", "\n", "\n  # n\n"))
	}
	text := b.String() + "---" + pick("", "\nText\n", "\n\n---\ntitle: no\n")
	if r.IntN(4) == 0 {
		text = strings.ReplaceAll(text, "\n", "\r\n")
	}
	return text
}

// hold compares a text with its canonical form.
func hold(t *testing.T, before, after string) {
	t.Helper()
	a, b := readMatter(diag.NewSource("", before)), readMatter(diag.NewSource("", after))
	if !same(a.root, b.root) || a.rest != b.rest {
		t.Fatalf("another meaning:\n%s\nbecame\n%s", before, after)
	}
	var count [256]int
	for i := range len(before) {
		count[before[i]]--
	}
	for i := range len(after) {
		count[after[i]]++
	}
	for c, n := range count {
		if n != 0 && !(c == '"' && n > 0) {
			t.Fatalf("%d of %q:\n%s\nbecame\n%s", n, rune(c), before, after)
		}
	}
	if again, _, ok := Text(name, after); again != after || !ok {
		t.Fatalf("a second time\n%s\nbecame\n%s\nand (%v)\n%s", before, after, ok, again)
	}
}

// FuzzText holds the same of any text.
func FuzzText(f *testing.F) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 40 {
		f.Add(chance(r))
	}
	f.Fuzz(func(t *testing.T, text string) {
		after, _, ok := Text(name, text)
		switch {
		case ok:
			hold(t, text, after)
		case after != text:
			t.Fatal("a text that was left has changed")
		}
	})
}

func TestRun(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "content", "sheets", "a", "index.de.md")
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	const before, after = "---\nstatus: current\ntitle: a\n---\n", "---\ntitle: a\nstatus: current\n---\n"
	write := func(text string) {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	expect := func(o Options, changed bool, want string) {
		t.Helper()
		o.Dir = dir
		if o.Within == nil {
			o.Within = func(string) bool { return true }
		}
		done, err := Run(o)
		if text, _ := os.ReadFile(file); err != nil || string(text) != want {
			t.Errorf("the file is %q, %v", text, err)
		}
		if c := len(done) == 1 && done[0].Changed; c != changed {
			t.Errorf("%v was done", done)
		}
	}
	write(before)
	expect(Options{Check: true}, true, before)
	expect(Options{Within: func(string) bool { return false }}, false, before)
	expect(Options{}, true, after)
	expect(Options{}, false, after)
}
