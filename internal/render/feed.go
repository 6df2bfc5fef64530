package render

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"unicode"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/config"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/edtf"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
)

// feedEntries is how many practices a feed holds: those that changed last.
const feedEntries = 50

func feedPath(lang string) string { return lang + "/feed.xml" }

// writeFeeds writes the feed of every language, in Atom (RFC 4287).
func (r *Renderer) writeFeeds(sink output.Sink) error {
	for _, lang := range r.plan.Langs {
		data, err := r.feed(r.languages[lang])
		if err != nil {
			return err
		}
		if err := sink.Write(output.File{Path: feedPath(lang), Bytes: data}); err != nil {
			return err
		}
	}
	return nil
}

type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string      `xml:"xml:lang,attr"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Links   []atomLink  `xml:"link"`
	Author  string      `xml:"author>name"`
	Rights  string      `xml:"rights,omitempty"`
	Entries []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID         string         `xml:"id"`
	Title      string         `xml:"title"`
	Link       atomLink       `xml:"link"`
	Published  string         `xml:"published,omitempty"`
	Updated    string         `xml:"updated"`
	Categories []atomCategory `xml:"category"`
	Summary    string         `xml:"summary,omitempty"`
}

type atomCategory struct {
	Term  string `xml:"term,attr"`
	Label string `xml:"label,attr"`
}

// feed lists the practices that a language really has and that have a date.
func (r *Renderer) feed(l *language) ([]byte, error) {
	entries := slices.DeleteFunc(slices.Clone(r.catalogue.Entries), func(e *catalogue.Entry) bool {
		return e.File(l.Lang) == nil || changed(e) == ""
	})
	slices.SortFunc(entries, func(a, b *catalogue.Entry) int {
		return cmp.Or(cmp.Compare(changed(b), changed(a)), cmp.Compare(a.ID, b.ID))
	})
	entries = entries[:min(len(entries), feedEntries)]
	f := atomFeed{
		Lang: l.Lang, ID: r.tag("feed/" + l.Lang), Title: l.title.Text, Updated: midnight(r.catalogue.Now.String()),
		Author: cmp.Or(r.site.Publisher.Name.Text, l.title.Text), Rights: r.site.License.Text,
		Links: []atomLink{
			{"self", "application/atom+xml", r.site.URL(feedPath(l.Lang))},
			{"alternate", "text/html", r.site.URL(l.Lang + "/index.html")},
		},
	}
	if len(entries) > 0 {
		f.Updated = midnight(changed(entries[0]))
	}
	c := &context{Renderer: r, language: l}
	for _, e := range entries {
		f.Entries = append(f.Entries, c.feedEntry(e))
	}
	data, err := xml.MarshalIndent(f, "", " ")
	if err != nil {
		return nil, fmt.Errorf("%s: %w", feedPath(l.Lang), err)
	}
	return slices.Concat([]byte(xml.Header), data, []byte("\n")), nil
}

func (c *context) feedEntry(e *catalogue.Entry) atomEntry {
	entry := atomEntry{
		ID: c.tag(e.ID + "/" + c.Lang), Title: e.Title(c.Lang).Text, Summary: e.Summary(c.Lang).Text,
		Link:      atomLink{"alternate", "text/html", c.site.URL(c.plan.SheetPath(e, c.Lang))},
		Published: midnight(day(e.Original.Published)), Updated: midnight(changed(e)),
	}
	for _, key := range e.Themes() {
		entry.Categories = append(entry.Categories, atomCategory{key, c.label("themes", key).Text})
	}
	return entry
}

// changed is the day of the last change of a practice, "" where it states none.
func changed(e *catalogue.Entry) string {
	return cmp.Or(day(e.Original.Updated), day(e.Original.Published))
}

func midnight(day string) string {
	if day == "" {
		return ""
	}
	return day + "T00:00:00Z"
}

// tag is the name of something for ever (RFC 4151): made of a practice's id, so
// that a reader who has seen it doesn't meet it again when its page is renamed.
func (r *Renderer) tag(name string) string {
	host := "localhost"
	if u, err := url.Parse(r.site.BaseURL.Text); err == nil && u.Hostname() != "" {
		host = u.Hostname()
	}
	return "tag:" + host + ",2026:" + strings.TrimPrefix(r.site.BasePath(), "/") + name
}

// security is security.txt (RFC 9116), whom to tell of a hole, if site.yaml
// names an address. It is said to hold for half a year, less than the year that the
// standard allows; every build renews it. It lies at the root, since folders that begin
// with a dot are the user's.
func (r *Renderer) security() []byte {
	contact := config.Mailto(r.site.Publisher.Email.Text)
	if contact == "" {
		return nil
	}
	const halfYear = 182
	var b bytes.Buffer
	fmt.Fprintf(&b, "Contact: %s\n", contact)
	fmt.Fprintf(&b, "Expires: %s\n", midnight((r.catalogue.Now + edtf.Day(halfYear)).String()))
	fmt.Fprintf(&b, "Preferred-Languages: %s\n", strings.Join(r.plan.Langs, ", "))
	fmt.Fprintf(&b, "Canonical: %s\n", oneLine(r.site.URL("security.txt")))
	return b.Bytes()
}

// oneLine is an address as it stands in a file that is read line by line: what some program takes for the end of a line is escaped.
func oneLine(address string) string {
	var b strings.Builder
	for _, c := range address {
		if unicode.IsControl(c) || unicode.IsSpace(c) {
			b.WriteString(url.PathEscape(string(c)))
		} else {
			b.WriteRune(c)
		}
	}
	return b.String()
}
