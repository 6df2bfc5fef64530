package field

import (
	"strings"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/yamlnode"
)

// A card has a field of every shape.
type card struct {
	Title  Value         `key:"title" class:"text" form:"line"`
	Kind   Value         `key:"kind" class:"fact" form:"enum:a,b"`
	Themes []Value       `key:"themes" class:"fact" form:"term:themes"`
	Place  []Value       `key:"place" class:"fact" one:"true"`
	Cost   cost          `key:"cost" shorthand:"Text"`
	Rows   []row         `key:"rows"`
	Label  Localized     `key:"label"`
	Also   LocalizedList `key:"also"`
	State  []Pair        `key:"state" class:"own"`
	Body   Value         `key:"body" class:"text" body:"true"`
	Made   int           // no field of the format
}

type cost struct {
	At    diag.Span
	Text  Value `key:"" class:"text"`
	Staff Value `key:"staff" class:"text"`
}

type row struct {
	At    diag.Span
	Label Value   `key:"label" class:"text"`
	Notes []Value `key:"notes" class:"text"`
}

// decode reads a card, and its findings as "rule at what they stand on → suggestion".
func decode(t *testing.T, text string) (card, *Decoder, string) {
	t.Helper()
	tree, ds := yamlnode.Parse(diag.NewSource("", text))
	if len(ds) > 0 {
		t.Fatalf("%q: %s", text, ds[0].Text("en"))
	}
	var c card
	d := &Decoder{Lang: "de", Labels: map[string]string{"titel": "title"}}
	d.Decode(Of[card](), tree.Root, &c)
	var found []string
	for _, f := range d.Findings {
		found = append(found, strings.TrimSuffix(f.Rule.Name+" at "+f.Span.Text()+" → "+f.Suggestion, " → "))
	}
	return c, d, strings.Join(found, "; ")
}

func TestOf(t *testing.T) {
	var got []string
	for _, f := range Of[card]() {
		got = append(got, strings.Join([]string{f.Key, string(f.Class), f.Form, f.Of}, " "))
		if inner := f.Shape == Object || f.Shape == ObjectList; inner != (f.At >= 0) || inner != (len(f.Fields) > 0) {
			t.Errorf("%s: at %d, %d fields", f.Key, f.At, len(f.Fields))
		}
	}
	want := []string{
		"title text line ", "kind fact enum a,b", "themes fact term themes", "place fact  ", "cost   ", "rows   ", "label   ", "also   ", "state own  ", "body text  ",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("fields are\n%s", strings.Join(got, "\n"))
	}
}

func TestDecode(t *testing.T) {
	for _, test := range []struct {
		name, text string
		value      func(card) string // what is looked at
		want, lost string
		found      string
	}{
		{"a text is trimmed", "title: |\n  x\n", func(c card) string { return c.Title.Text + " " + c.Title.Lang }, "x de", "", ""},
		{"a list", "themes: [a, b]\n", func(c card) string { return texts(c.Themes) }, "a b", "", ""},
		{"one for a list", "place: a\n", func(c card) string { return texts(c.Place) }, "a", "", ""},
		{"several for one", "place: a, b\n", func(c card) string { return texts(c.Place) }, "a b", "", "list-as-text at a, b → [a, b]"},
		{"a decimal comma", "rows: [{label: 1,5}]\n", func(c card) string { return c.Rows[0].Label.Text }, "1", "", "number-form at 1,5 → 1.5"},
		{"a key of digits", "title: 1\n5:\n", func(c card) string { return c.Title.Text }, "1", "", "unknown-key at 5"},
		{"no blank behind a colon", "rows: [{label:a}]\n", func(c card) string { return c.Rows[0].Label.Text }, "", "rows", "unknown-key at label:a → label: a"},
		{"a text for a list", "themes: a; b\n", func(c card) string { return texts(c.Themes) }, "a b", "", "list-as-text at a; b → [a, b]"},
		{"a map for a list", "themes: {a: b}\n", func(c card) string { return texts(c.Themes) }, "", "themes", "expected-list at {a: b}"},
		{"a list for a text", "title:\n  - a\n  - b\n", func(c card) string { return c.Title.Text }, "", "title", "expected-text at - a"},
		{"a shorthand", "cost: much\n", func(c card) string { return c.Cost.Text.Text }, "much", "", ""},
		{"a map", "cost: {staff: 2}\n", func(c card) string { return c.Cost.Staff.Text + c.Cost.At.Text() }, "2{staff: 2}", "", ""},
		{"a list for a map", "cost: [a]\n", func(c card) string { return c.Cost.Text.Text }, "", "cost", "expected-fields at [a]"},
		{"a forgotten dash", "rows: {label: a}\n", func(c card) string { return c.Rows[0].Label.Text }, "a", "rows", "expected-list at {label: a}"},
		{"a text in a list of maps", "rows: [a, {label: b}]\n", func(c card) string { return c.Rows[1].Label.Text }, "b", "rows", "expected-fields at a → {label: a}"},
		{"a text a language", "label: {fr: x, de: z}\n", func(c card) string { return c.Label.In("de").Text + c.Label.In("en").Text + c.Label.In("en").Lang }, "zxfr", "", ""},
		{"a list a language", "also: {fr: [x]}\n", func(c card) string { return texts(c.Also[0].List) + c.Also[0].List[0].Lang }, "xfr", "", ""},
		{"an absent value", "title:\n", func(c card) string { return c.Title.Text }, "", "", ""},
		{"a label for a key", "Titel: a\n", func(c card) string { return c.Title.Text }, "", "title", "unknown-key at Titel → title"},
		{"a misspelt key", "rows: [{labl: a}]\n", func(c card) string { return c.Rows[0].Label.Text }, "", "rows", "unknown-key at labl → label"},
		{"the body is no key", "body: a\n", func(c card) string { return c.Body.Text }, "", "", "unknown-key at body"},
	} {
		c, d, found := decode(t, test.text)
		if got := test.value(c); got != test.want {
			t.Errorf("%s: %q, not %q", test.name, got, test.want)
		}
		if found != test.found {
			t.Errorf("%s: %s, not %s", test.name, found, test.found)
		}
		if test.lost != "" && !d.Lost.Has(test.lost) || test.lost == "" && len(d.Lost) > 0 {
			t.Errorf("%s: lost are %v", test.name, d.Lost)
		}
	}
}

func texts(values []Value) string {
	var s []string
	for _, v := range values {
		s = append(s, v.Text)
	}
	return strings.Join(s, " ")
}

// TestKeys holds that keys are known by their paths, but for those of lists' items.
func TestKeys(t *testing.T) {
	_, d, _ := decode(t, "title: a\ncost: {staff: 2}\nrows: [{label: a}]\nnone: 1\n")
	var got []string
	for _, k := range d.Keys {
		got = append(got, k.Path+"="+k.Span.Text())
	}
	if want := "title=title cost=cost cost.staff=staff rows=rows none=none"; strings.Join(got, " ") != want {
		t.Errorf("%s, not %s", got, want)
	}
}

func TestWalk(t *testing.T) {
	c, _, _ := decode(t, "title: t\nthemes: [a, b]\ncost: {staff: s}\nrows:\n  - {label: x, notes: [u, v]}\n  - label: w\nlabel: {de: other}\n")
	var got []string
	for i := range Walk(Of[card](), &c) {
		if i.Value.Stated() {
			list := ""
			if i.List {
				list = "[]"
			}
			got = append(got, i.Path+list+"="+i.Value.Text)
		}
	}
	if want := "title=t themes[]=a themes[]=b cost.staff=s rows[]=x rows[]=u rows[]=v rows[]=w"; strings.Join(got, " ") != want {
		t.Errorf("%s, not %s", got, want)
	}
	for range Walk(Of[card](), &c) {
		break // a walk may end at any value
	}
}

func TestLocalized(t *testing.T) {
	l := Localized{{Key: "de"}, {Key: "fr", Value: Value{Text: "x", Lang: "fr"}}}
	if got := l.In("de"); got.Text != "x" || l.Has("de") || !l.Has("fr") || (Localized{}).In("de").Stated() {
		t.Errorf("%+v, de %v, fr %v", got, l.Has("de"), l.Has("fr"))
	}
}
