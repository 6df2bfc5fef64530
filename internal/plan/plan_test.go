package plan

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/cache"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/vocab"
)

const themes = `housing: {label: {de: Wohnen}}
shelters: {label: {de: Unterkünfte}, broader: housing}
unused: {label: {de: Leer}}
`

// planOf plans the front matters of sheets, by "id.lang", in German and French.
func planOf(t *testing.T, sheets map[string]string) *Plan {
	t.Helper()
	site, _ := config.Parse(diag.NewSource(config.Path, "title: {de: a}\nbase_url: https://a.de/\nlanguages: [de, fr]\n"))
	in := catalogue.Input{Site: site, Vocabulary: vocab.New()}
	in.Vocabulary.Parse("places", diag.NewSource("places.yaml", "trier: {label: {de: Trier}}\nmetz: {label: {de: Metz}}\n"))
	in.Vocabulary.Parse("themes", diag.NewSource("themes.yaml", themes))
	for name, front := range sheets {
		id, lang, _ := strings.Cut(name, ".")
		s, ds := sheet.Parser{}.Sheet(diag.NewSource(name, "---\n"+front+"\n---\n"), id, lang)
		for _, d := range ds {
			t.Fatalf("%s: %s", name, d.Text("en"))
		}
		in.Sheets = append(in.Sheets, s.Brief())
	}
	return New(catalogue.New(in), nil, nil)
}

// found writes the findings as "rule at what they stand on".
func found(p *Plan) string {
	var all []string
	for _, d := range p.Findings {
		all = append(all, d.Rule.Name+" at "+d.Span.Text())
	}
	return strings.Join(all, "; ")
}

// TestPaths holds which pages a sheet has, and how they stand to one another.
func TestPaths(t *testing.T) {
	p := planOf(t, map[string]string{
		"a.de": "title: Z\nthemes: [shelters]", "a.fr": "title: A\nslug: un\naliases: [vieux.html]\ntranslation: {of: de}", "b.de": "title: B\ntype: partnership",
	})
	if p.Findings != nil {
		t.Fatal(found(p))
	}
	for _, test := range []struct {
		path      string
		kind      Kind
		index     bool
		canonical string
		others    string // paths of the alternates; in brackets those that are fallbacks
	}{
		{"de/sheets/a.html", Sheet, true, "de/sheets/a.html", "de/sheets/a.html fr/sheets/un.html"},
		{"fr/sheets/un.html", Sheet, true, "fr/sheets/un.html", "de/sheets/a.html fr/sheets/un.html"},
		{"fr/sheets/b.html", Sheet, false, "de/sheets/b.html", "de/sheets/b.html (fr/sheets/b.html)"},
		{"fr/sheets/a.html", Redirect, false, "fr/sheets/a.html", ""}, // the permanent address, under the id
		{"fr/sheets/vieux.html", Redirect, false, "fr/sheets/vieux.html", ""},
		{"fr/sheets/a.html", Redirect, false, "fr/sheets/a.html", ""}, // its id, which stays
		{"de/themes/shelters.html", Term, true, "de/themes/shelters.html", "de/themes/shelters.html fr/themes/shelters.html"},
		{"de/themes/housing.html", Term, true, "de/themes/housing.html", "de/themes/housing.html fr/themes/housing.html"},
		{"404.html", NotFound, false, "404.html", ""},
	} {
		page := p.Page(test.path)
		if page == nil {
			t.Errorf("%s is not planned", test.path)
			continue
		}
		var others []string
		for _, a := range page.Alternates {
			if !a.Real {
				a.Path = "(" + a.Path + ")"
			}
			others = append(others, a.Path)
		}
		if page.Kind != test.kind || page.Index != test.index || page.Canonical != test.canonical || strings.Join(others, " ") != test.others {
			t.Errorf("%s is %s, index %v, canonical %s, alternates %v", test.path, page.Kind, page.Index, page.Canonical, others)
		}
	}
	for _, path := range []string{"de/sheets/un.html", "de/themes/unused.html"} {
		if p.Page(path) != nil {
			t.Errorf("%s is planned", path)
		}
	}
}

// TestCounts holds that a broader theme counts the practices of its narrower ones.
func TestCounts(t *testing.T) {
	p := planOf(t, map[string]string{"a.de": "title: A\nthemes: [shelters, housing]", "b.de": "title: B\nthemes: [shelters]"})
	counts := p.Counts("themes")
	if len(counts) != 1 || counts[0].Key != "housing" || counts[0].Count != 2 || len(counts[0].Narrower) != 1 || counts[0].Narrower[0].Count != 2 {
		t.Errorf("%+v", counts)
	}
}

func TestCollisions(t *testing.T) {
	for _, test := range []struct {
		name   string
		sheets map[string]string
		found  string
	}{
		{"two slugs", map[string]string{"a.de": "title: A\nslug: x", "b.de": "title: B\nslug: x"}, "path-collision at x"},
		{"a slug and an id", map[string]string{"a.de": "title: A", "b.de": "title: B\nslug: a"}, "path-collision at a"},
		{"in letter case only", map[string]string{"a.de": "title: A", "b.de": "title: B\naliases: [A.html]"}, "path-collision at A.html"},
		{"an alias and a page", map[string]string{"a.de": "title: A", "b.de": "title: B\naliases: [a.html]"}, "path-collision at a.html"},
		{"a name of the site, which check reports", map[string]string{"a.de": "title: A\nslug: index"}, ""},
		{"a name of Windows", map[string]string{"a.de": "title: A\nslug: con"}, "reserved-name at con"},
	} {
		if got := found(planOf(t, test.sheets)); got != test.found {
			t.Errorf("%s: %s, not %s", test.name, got, test.found)
		}
	}
}

// TestSeries holds that the rows of a list are sorted by title and spread over
// as many pages as they need.
func TestSeries(t *testing.T) {
	sheets := map[string]string{}
	for i := range PageSize + 1 {
		sheets[fmt.Sprintf("s%d.de", i)] = fmt.Sprintf("title: T%03d\nthemes: [housing]", 999-i)
	}
	p := planOf(t, sheets)
	for _, series := range [][]string{
		{"de/sheets/index.html", "de/sheets/index-2.html"},
		{"de/themes/housing.html", "de/themes/housing.2.html"},
	} {
		var rows []*catalogue.Entry
		for i, path := range series {
			page := p.Page(path)
			if page == nil || page.Number != i+1 || page.Total != PageSize+1 || !slices.Equal(page.Series, series) {
				t.Fatalf("%s is %+v", path, page)
			}
			rows = append(rows, page.Rows...)
		}
		byTitle := func(a, b *catalogue.Entry) int { return cmp.Compare(a.Title("de").Text, b.Title("de").Text) }
		if len(rows) != PageSize+1 || !slices.IsSortedFunc(rows, byTitle) {
			t.Errorf("%s lists %d practices, or not in their order", series[0], len(rows))
		}
	}
}

// The register stands in three orders, each on pages of its own.
func TestRegisterOrders(t *testing.T) {
	p := planOf(t, map[string]string{
		"a.de": "type: partnership\ntitle: A\ncarrier: {place: trier}\nperiod: 2016-11", "b.de": "type: partnership\ntitle: B\nperiod: {from: 2016-21}",
		"c.de": "type: partnership\ntitle: C\ncarrier: {place: metz}", "d.de": "title: D",
	})
	for order, want := range map[string]string{"": "a b c", "places": "c a b", "period": "a b c"} {
		page := p.Page(RegisterPath("de", order))
		if page == nil || page.Order != order || page.Index != (order == "") {
			t.Errorf("the register by %q is %+v", order, page)
			continue
		}
		var ids []string
		for _, e := range page.Rows {
			ids = append(ids, e.ID)
		}
		if got := strings.Join(ids, " "); got != want {
			t.Errorf("by %q: %s, want %s", order, got, want)
		}
	}
}

// Rows and those of partners fill the pages of a place one after the other, and a facet with many
// terms has several pages.
func TestSeriesWithPartners(t *testing.T) {
	entries := make([]*catalogue.Entry, 3*PageSize)
	for i := range entries {
		entries[i] = &catalogue.Entry{}
	}
	pages := series(Page{Path: "a.html"}, entries[:60], entries[60:135], termPath)
	var got []string
	for _, p := range pages {
		got = append(got, fmt.Sprint(p.Path, " ", len(p.Rows), len(p.Also)))
	}
	if want := []string{"a.html 50 0", "a.2.html 10 40", "a.3.html 0 35"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if n := len(termsSeries(Page{Path: "index.html"}, 2*TermsSize+1)); n != 3 {
		t.Errorf("%d pages of terms", n)
	}
}

func TestYears(t *testing.T) {
	value := func(s string) sheet.Value { return sheet.Value{Text: s} }
	for _, test := range []struct {
		period sheet.Period
		want   string
	}{
		{sheet.Period{Single: value("2015")}, "2015"},
		{sheet.Period{Single: value("2015-11/2017")}, "2015 2016 2017"},
		{sheet.Period{From: value("2025-21"), To: value("..")}, "2025 2026"},
		{sheet.Period{From: value("2015")}, "2015"},
		{sheet.Period{To: value("2015")}, "2015"},
		{sheet.Period{Single: value("199X")}, ""},
		{sheet.Period{}, ""},
	} {
		if got := strings.Join(yearsOf(test.period, 2026), " "); got != test.want {
			t.Errorf("%v: %q, want %q", test.period, got, test.want)
		}
	}
}

// What one plan found out of its related practices another takes over, if all have the same terms; what
// can't be that it finds anew.
func TestRelatedIsRemembered(t *testing.T) {
	sheets := map[string]string{
		"a.de": "title: A\nthemes: [housing]\ncarrier: {place: trier}", "b.de": "title: B\nthemes: [housing]", "c.de": "title: C\nthemes: [shelters]\ncarrier: {place: trier}",
	}
	related := func(m *Memory) string {
		c := planOf(t, sheets).Catalogue
		p, all := m.New(c, nil, nil), ""
		for _, e := range c.Entries {
			all += fmt.Sprint(e.ID, ids(p.Related(e)), " ")
		}
		return all
	}
	path := filepath.Join(t.TempDir(), "book")
	open := func() *Memory { return &Memory{Book: cache.OpenBook(path, cache.Sum{})} }
	want := related(nil)
	for _, time := range []string{"first", "second"} {
		m := open()
		if got := related(m); got != want {
			t.Errorf("for the %s time %s, not %s", time, got, want)
		}
		if err := m.Book.Save(); err != nil {
			t.Fatal(err)
		}
	}
	key := relatedKey(planOf(t, sheets).Catalogue.Entries)
	path = filepath.Join(t.TempDir(), "book")
	other := open()
	other.Book.Add(key, "\x00\x01\x02\x00")
	if err := other.Book.Save(); err != nil {
		t.Fatal(err)
	}
	if got := related(open()); got != "a[] b[c  ] c[] " {
		t.Errorf("what stands in the book is not taken: %q", got)
	}
	for _, data := range []string{"", "\x01\x01\x01\x00", "\x01\x01\x01\x00\x01\x03", "\x06\x01\x01\x01\x01\x01\x01\x00\x00", "\x00\x00\x00\x00"} {
		if numbers, ok := readRelated(data, 3); ok {
			t.Errorf("%q is read as %v", data, numbers)
		}
	}
	sheets["b.de"] = "title: B\nthemes: [shelters]"
	if got, want := related(open()), related(nil); got != want {
		t.Errorf("after another theme %s, not %s", got, want)
	}
}

func ids(related []Related) (names []string) {
	for _, r := range related {
		names = append(names, r.Entry.ID, strings.Join(r.Themes, "+"), strings.Join(r.Places, "+"))
	}
	return names
}
