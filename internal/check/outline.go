package check

import (
	"slices"
	"strconv"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/rule"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/suggest"
)

// headings checks that those of each text make an outline. The page sets a text's
// highest level below its own headings, so that it makes no difference which one that is.
func (d *desk) headings(f *sheet.File) {
	for rest := f.Headings; len(rest) > 0; {
		n, highest := 0, 6
		for n < len(rest) && rest[n].Field == rest[0].Field {
			highest = min(highest, rest[n].Level)
			n++
		}
		above := highest - 1
		for _, h := range rest[:n] {
			switch expected := above + 1; {
			case h.Text == "":
				d.report(rule.HeadingEmpty.At(h.Span.FirstLine()))
			case h.Level > expected:
				d.report(rule.HeadingLevel.At(h.Span.FirstLine(), "level", strconv.Itoa(h.Level-highest+1), "expected", strconv.Itoa(expected-highest+1)).
					Suggest(strings.Repeat("#", expected) + " " + h.Text))
			}
			above = h.Level
		}
		rest = rest[n:]
	}
}

// bareURL is the finding about an address that is no link.
func bareURL(span diag.Span) diag.Diagnostic {
	address := span.Text()
	near := address
	if strings.HasPrefix(near, "www.") {
		near = "https://" + near
	}
	f := rule.BareURL.At(span, "url", address)
	if _, ok := webAddress(near); ok {
		f = f.Suggest("<" + near + ">")
	}
	return f
}

// parts are the places that the page of a sheet has besides its headings.
var parts = []string{
	"main", "glance", "carrier", "context", "description", "activities", "resources", "partners", "outcome", "transferability",
	"contact", "story", "adopted-from", "mentioned-by", "related", "links", "source",
}

// sheetPlaces returns the places on the page of a sheet in a language. Texts that it lacks
// are the original's.
func sheetPlaces(e *catalogue.Entry, lang string) []string {
	places := slices.Clone(parts)
	for _, f := range e.Files {
		if f == e.Original {
			places = slices.Insert(places, len(parts), placesOf(&f.Sheet().File)...)
		} else if f.Lang == lang {
			places = append(places, placesOf(&f.Sheet().File)...)
		}
	}
	return places
}

// pagePlaces is the same for a free page.
func pagePlaces(p *catalogue.PageEntry, lang string) []string {
	f := p.Original
	if own := p.File(lang); own != nil {
		f = own
	}
	return append([]string{"main"}, placesOf(&f.File)...)
}

func placesOf(f *sheet.File) []string {
	var ids []string
	for _, h := range f.Headings {
		ids = append(ids, prefix(f, h.Field)+h.ID)
	}
	return ids
}

// prefix is what stands before the ids of a text on the page.
func prefix(f *sheet.File, field string) string {
	if strings.HasPrefix(f.Source.Path, "content/pages/") {
		return "text-"
	}
	return strings.ReplaceAll(field, ".", "-") + "-"
}

// anchor checks a place on another page.
func (d *desk) anchor(m sheet.Mention, anchor string, on func() []string) {
	if anchor == "" {
		return
	}
	places := on()
	if slices.Contains(places, anchor) {
		return
	}
	near := suggest.Nearest(anchor, places)
	for _, p := range places { // a heading without the name of its field
		if _, id, ok := strings.Cut(p, "-"); ok && id == anchor {
			near = p
		}
	}
	d.report(rule.AnchorMissing.At(m.Dest, "anchor", anchor).Suggest(near))
}

// here checks a place on the same page: a heading of the same text goes by its own name.
func (d *desk) here(f *sheet.File, m sheet.Mention) {
	anchor := strings.TrimPrefix(m.Link.Dest, "#")
	for _, h := range f.Headings {
		if h.Field == m.Field && h.ID == anchor {
			return
		}
	}
	places := []string{"main"}
	if e := d.cat.Entry(f.ID); e != nil && strings.HasPrefix(f.Source.Path, "content/sheets/") {
		places = sheetPlaces(e, f.Lang)
	} else {
		places = append(places, placesOf(f)...)
	}
	own := slices.Clone(places)
	for _, h := range f.Headings {
		if h.Field == m.Field {
			own = append(own, h.ID)
		}
	}
	if !slices.Contains(places, anchor) {
		d.report(rule.AnchorMissing.At(m.Dest, "anchor", anchor).Suggest(suggest.Nearest(anchor, own)))
	}
}
