package legal

import (
	"cmp"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edtf"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/field"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/locale"
)

// facts are what a template is given, in one language. All texts are Markdown already: what an editor wrote stands
// there letter by letter, marked where it is in another language than the page.
type facts struct {
	Title      string // of the site
	Address    string // of the site
	Publisher  body
	Host       body
	Logs       string // how long the host keeps its logs, in words
	License    string
	Repository string
	Example    bool // see [config.Site.Example]
	Languages  bool // whether there are several
	Statement  bool // whether there is something to say on accessibility

	Officer, Authority string // for data protection

	Search, Themes, NotStated string // words as they stand on the site

	DE, FR, LU  bool   // whether the law of a country applies
	First       string // the first of these laws
	Status      string // full, partial, none, or nothing
	Assessed    string // the day in words
	Method      string // self, external, or nothing
	Gaps        []string
	Enforcement string // what stands instead of the body of the first law
}

// A body is an organisation with its addresses.
type body struct{ Name, Address, Email, Phone, URL, RepresentedBy string }

// Contact reports whether readers are told how to reach it.
func (b body) Contact() bool { return b.Address+b.Email+b.Phone != "" }

func newFacts(s *config.Site, locales *locale.Set, lang string) facts {
	l := locales.Locale(lang)
	p, h, a := s.Publisher, s.Host, s.Accessibility
	f := facts{
		Title: foreign(s.Title.In(lang), lang), Address: plain(s.BaseURL.Text),
		Publisher: body{plain(p.Name.Text), lines(p.Address.Text), plain(p.Email.Text), plain(p.Phone.Text), plain(p.URL.Text), plain(p.RepresentedBy.Text)},
		Host:      body{Name: plain(h.Name.Text), Address: lines(h.Address.Text), Phone: plain(h.Phone.Text), URL: plain(h.URL.Text)},
		License:   plain(s.License.Text), Repository: plain(s.Repository.Text), Example: s.Example(), Languages: len(s.Languages) > 1, Statement: s.States("accessibility"),
		Officer: foreign(s.Privacy.Officer.In(lang), lang), Authority: foreign(s.Privacy.Authority.In(lang), lang),
		Status: a.Status.Text, Method: a.Method.Text, Enforcement: foreign(a.Enforcement.In(lang), lang),
	}
	f.Search, f.Themes, f.NotStated = plain(l.T("search.button")), plain(l.T("facets.themes")), plain(l.T("sheet.not_stated"))
	for i, law := range a.Law {
		f.DE, f.FR, f.LU = f.DE || law.Text == "de", f.FR || law.Text == "fr", f.LU || law.Text == "lu"
		if i == 0 {
			f.First = law.Text
		}
	}
	for _, gap := range a.Gaps.In(lang) {
		f.Gaps = append(f.Gaps, foreign(gap, lang))
	}
	if day, err := edtf.ParseDay(a.Assessed.Text); err == nil {
		f.Assessed = escaped(l.Day(day))
	}
	if i, ok := config.ParseInterval(h.Logs.Text); ok {
		f.Logs = escaped(l.N("durations."+i.Unit(), i.Len()))
	}
	return f
}

// plain is a text of site.yaml as Markdown that says just this, in one line.
func plain(s string) string { return escaped(strings.Join(strings.Fields(s), " ")) }

// escaped is a text as Markdown that says just this: CommonMark lets every punctuation mark of ASCII be
// written with a backslash. Words of i18n/ are texts too, which a catalogue may change.
func escaped(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r < 0x80 && strings.ContainsRune("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// lines is a text of several lines, such as an address.
func lines(s string) string {
	var all []string
	for line := range strings.Lines(s) {
		if line = plain(line); line != "" {
			all = append(all, line)
		}
	}
	return strings.Join(all, "\\\n")
}

// foreign is a text, marked where its language is not the page's.
func foreign(v field.Value, lang string) string {
	text := lines(v.Text)
	if text == "" || cmp.Or(v.Lang, lang) == lang {
		return text
	}
	return `<span lang="` + v.Lang + `" dir="` + locale.Direction(v.Lang) + `">` + text + "</span>"
}
