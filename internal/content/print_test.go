package content_test

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"testing"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/markdown"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/pack"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/pdfcheck"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/site"
)

// everything is a filter that all sheets meet.
var everything = []string{"sheet", "example", "partnership", "event"}

var prints = map[string]site.PackOptions{
	"kgst":       {Choice: plan.Choice{Names: []string{"kgst-examples"}}},
	"conference": {Choice: plan.Choice{Names: []string{"quattropole-conference"}}},
	"facing":     {Choice: plan.Choice{Names: []string{"quattropole-conference"}}, Facing: true},
	"all":        {Choice: plan.Choice{Types: everything, Langs: []string{"en"}}},
	"french":     {Choice: plan.Choice{Types: everything, Langs: []string{"fr"}}, Format: pack.Letter},
	"columns":    {Choice: plan.Choice{Types: everything, Langs: []string{"fr", "de"}}},
	"large":      {Choice: plan.Choice{Types: everything, Langs: []string{"de"}}, Large: true},
	"two large":  {Choice: plan.Choice{Names: []string{"quattropole-conference"}}, Large: true},
	"booklet":    {Choice: plan.Choice{Names: []string{"kgst-examples"}}, Format: pack.Booklet},
}

// TestPrint prints this repository's sheets in every way that there is, and looks
// at the PDF by other eyes.
func TestPrint(t *testing.T) {
	l := loaded(t)
	for name, o := range prints {
		t.Run(name, func(t *testing.T) {
			r, err := l.Pack(o)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range r.Findings {
				t.Error(d.Path(), d.Text("en"))
			}
			again, err := l.Pack(o)
			if err != nil || !bytes.Equal(r.PDF, again.PDF) {
				t.Error("printed again, the bytes are others")
			}
			f, err := pdfcheck.Read(r.PDF)
			if err != nil {
				t.Fatal(err)
			}
			for _, failure := range slices.Concat(f.Failures(), f.Collisions()) {
				t.Error(failure)
			}
			inText(t, f.Text(), r.Pack)
			inOrder(t, f, r.Pack, o.Facing)
			numbered(t, f, r, o.Format)
		})
	}
}

// inText holds that every text of the sheets is in the extracted text.
func inText(t *testing.T, text string, p *plan.Pack) {
	t.Helper()
	for _, e := range p.Entries() {
		for _, lang := range p.Langs {
			s := e.View(lang)
			want := []field.Value{e.Title(lang), s.Carrier.Name, s.Contact.Office, s.Contact.Person, s.Contact.Email}
			for _, partner := range s.Partners {
				want = append(want, partner.Name)
			}
			for _, v := range want {
				if !strings.Contains(text, pdfcheck.Fold(v.Text)) {
					t.Errorf("%s in %s: %q is lost", e.ID, lang, v.Text)
				}
			}
			for _, v := range prose(s) {
				doc := markdown.Parse(v.Text, markdown.Options{Lang: v.Lang})
				for line := range strings.SplitSeq(doc.Plain(), "\n") {
					if line = pdfcheck.Fold(line); !strings.Contains(text, line) {
						t.Errorf("%s in %s: %q is lost", e.ID, lang, line)
					}
				}
			}
		}
	}
}

// inOrder holds that the texts of a sheet are read in the order of the form, in two
// languages part by part, and that its title is read first.
func inOrder(t *testing.T, f *pdfcheck.File, p *plan.Pack, facing bool) {
	t.Helper()
	for _, e := range p.Entries() {
		langs := p.Langs
		if facing {
			langs = langs[:1]
		}
		title := pdfcheck.Fold(e.Title(langs[0]).Text)
		sheets := slices.DeleteFunc(f.Find("Sect"), func(s *pdfcheck.Element) bool {
			return !slices.ContainsFunc(s.Kids, func(k *pdfcheck.Element) bool { return k.Tag[0] == 'H' && pdfcheck.Fold(k.Text) == title })
		})
		if len(sheets) != 1 {
			t.Errorf("%q stands in %d sections", title, len(sheets))
			continue
		}
		rest := pdfcheck.Fold(sheets[0].Text)
		for i := range prose(e.View(langs[0])) {
			for _, lang := range langs {
				v := prose(e.View(lang))[i]
				if v.Lang != lang {
					continue // left to the other column, or told apart elsewhere
				}
				for line := range strings.SplitSeq(markdown.Parse(v.Text, markdown.Options{Lang: lang}).Plain(), "\n") {
					line = pdfcheck.Fold(line)
					_, after, found := strings.Cut(rest, line)
					if !found {
						t.Errorf("%s in %s: %q is read too early", e.ID, lang, line)
						continue
					}
					rest = after
				}
			}
		}
	}
}

func prose(s *sheet.Sheet) []field.Value {
	return []field.Value{s.Context, s.Description, s.Resources.Text, s.Resources.Staff, s.Resources.Material, s.Resources.Funding,
		s.Outcome.Text, s.Outcome.Direct, s.Outcome.Indirect, s.Transferability.Text, s.Body}
}

// numbered holds that the numbers in contents and index are those of the pages on
// which the sheets begin.
func numbered(t *testing.T, f *pdfcheck.File, r site.PackResult, format pack.Format) {
	t.Helper()
	if format == pack.Booklet {
		if n := (r.Pages + 3) / 4 * 2; len(f.Pages) != n {
			t.Errorf("%d pages on %d sides, want %d", r.Pages, len(f.Pages), n)
		}
		return
	}
	if len(f.Pages) != r.Pages {
		t.Errorf("%d pages, want %d", len(f.Pages), r.Pages)
	}
	begins := map[string][]int{}
	for _, h := range f.Find("H2", "H3") {
		for title := range strings.SplitSeq(pdfcheck.Fold(h.Text), " · ") {
			begins[title] = append(begins[title], h.Page)
		}
	}
	counted := 0
	for _, r := range f.References() {
		for title := range strings.SplitSeq(r.Text, " · ") {
			n, err := strconv.Atoi(title)
			switch {
			case err == nil:
				counted++
				if n != r.Page {
					t.Errorf("the number %d leads to page %d", n, r.Page)
				}
			case begins[title] != nil && !slices.Contains(begins[title], r.Page):
				t.Errorf("%q begins on page %d, the link leads to page %d", title, begins[title], r.Page)
			}
		}
	}
	if least := len(r.Pack.Entries()) + 1; counted < least {
		t.Errorf("%d numbers of pages, want %d at least", counted, least)
	}
	contents := f.Find("TOC")[0].Text
	for _, e := range r.Pack.Entries() {
		if title := pdfcheck.Fold(e.Title(r.Pack.Langs[0]).Text); !strings.Contains(pdfcheck.Fold(contents), title) {
			t.Errorf("%q is not in the contents", title)
		}
	}
}

// BenchmarkPrint prints all sheets in two languages.
func BenchmarkPrint(b *testing.B) {
	l := loaded(b)
	for b.Loop() {
		r, err := l.Pack(site.PackOptions{Choice: plan.Choice{Types: everything, Langs: []string{"de", "fr"}}})
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(r.Pages), "pages")
		b.ReportMetric(float64(len(r.PDF)), "bytes")
	}
}
