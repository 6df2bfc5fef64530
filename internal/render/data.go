package render

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/jsontext"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/parallel"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
)

// Data writes what is not a page: the catalogue as JSON and CSV, the sitemap,
// the feeds, what narrows the lists down, robots.txt, security.txt,
// what browsers search the site by, and all pictures.
func (r *Renderer) Data(sink output.Sink) error {
	if err := r.Catalogue(sink); err != nil {
		return err
	}
	if err := sink.Write(output.File{Path: "robots.txt", Bytes: r.robots()}); err != nil {
		return err
	}
	if err := r.Sitemap(sink); err != nil {
		return err
	}
	if err := r.writeNarrowings(sink); err != nil {
		return err
	}
	if err := r.writeFeeds(sink); err != nil {
		return err
	}
	if text := r.security(); text != nil {
		if err := sink.Write(output.File{Path: "security.txt", Bytes: text}); err != nil {
			return err
		}
	}
	if err := r.writePosters(sink); err != nil {
		return err
	}
	if err := r.writeFinders(sink); err != nil {
		return err
	}
	return r.writeImages(sink)
}

// Catalogue writes catalogue.json and catalogue.csv, unless the last build made them of the same.
func (r *Renderer) Catalogue(sink output.Sink) error {
	entries := r.catalogueInputs()
	for _, data := range []struct {
		path  string
		bytes func() []byte
	}{{"catalogue.json", r.catalogueJSON}, {"catalogue.csv", r.catalogueCSV}} {
		inputs := r.inputsOf(data.path, func(d *digest) { d.add(entries) })
		if _, ok := output.Retain(sink, inputs); ok {
			continue
		}
		if err := sink.Write(output.File{Path: data.path, Bytes: data.bytes(), Inputs: inputs}); err != nil {
			return err
		}
	}
	return nil
}

// A record is a practice as data: what is known of it and its addresses, no texts, no contacts. Texts are empty where
// nothing is stated.
type record struct {
	ID, Type, Original           string
	Places, Themes, Audience     []string
	Carrier                      string // its kind
	Period                       string // EDTF; an interval with an end that is not stated ends in "/"
	Status                       string
	Completeness                 string // a number from 0 to 1, of sheets
	Published, Updated, Reviewed string
	Editions                     []edition
}

// An edition is a practice in one language. Its address is relative to the site's.
type edition struct {
	Lang, Title, URL string
	State            catalogue.State
}

// record makes that of an entry, with editions in some languages.
func (r *Renderer) record(e *catalogue.Entry, langs []string) record {
	o := e.Original
	rec := record{
		ID: e.ID, Type: e.Type(), Original: o.Lang, Places: e.Places(), Themes: e.Themes(), Audience: e.Audience(),
		Carrier: o.Carrier.Kind.Text, Period: interval(o.Period), Status: o.Status.Text,
		Published: o.Published.Text, Updated: o.Updated.Text, Reviewed: o.Reviewed.Text, Editions: make([]edition, len(langs)),
	}
	if parts := e.Completeness(); parts != nil {
		rec.Completeness = strconv.FormatFloat(catalogue.Share(parts), 'f', -1, 64)
	}
	for i, lang := range langs {
		rec.Editions[i] = edition{lang, e.Title(lang).Text, r.plan.SheetPath(e, lang), e.State(lang)}
	}
	return rec
}

// interval writes a period as one EDTF value.
func interval(p sheet.Period) string {
	if p.Single.Stated() || !p.Stated() {
		return p.Single.Text
	}
	return p.From.Text + "/" + p.To.Text
}

// catalogueJSON is one practice a line.
func (r *Renderer) catalogueJSON() []byte {
	langs := slices.Sorted(slices.Values(r.plan.Langs))
	lines := r.pieces(func(b []byte, entries []*catalogue.Entry) []byte {
		for _, e := range entries {
			rec := r.record(e, langs)
			b = rec.append(append(b, ",\n"...))
		}
		return b
	})
	if len(lines) > 0 {
		lines[0] = lines[0][1:] // no comma before the first
	}
	head := jsontext.AppendPlain([]byte(`{"generator":`), r.generator)
	head = appendList(append(head, `,"languages":`...), r.plan.Langs)
	head = append(head, `,"sheets":[`...)
	return slices.Concat(slices.Concat([][]byte{head}, lines, [][]byte{[]byte("\n]}\n")})...)
}

// append adds a record as JSON, without what is not stated.
func (rec *record) append(b []byte) []byte {
	member := func(name, value string) {
		if value != "" {
			b = jsontext.AppendPlain(appendKey(b, name), value)
		}
	}
	b = append(b, '{')
	member("id", rec.ID)
	member("type", rec.Type)
	member("original", rec.Original)
	b = appendList(appendKey(b, "places"), rec.Places)
	b = appendList(appendKey(b, "themes"), rec.Themes)
	b = appendList(appendKey(b, "audience"), rec.Audience)
	member("carrier", rec.Carrier)
	member("period", rec.Period)
	member("status", rec.Status)
	if rec.Completeness != "" {
		b = append(appendKey(b, "completeness"), rec.Completeness...)
	}
	member("published", rec.Published)
	member("updated", rec.Updated)
	member("reviewed", rec.Reviewed)
	b = append(appendKey(b, "languages"), '{')
	for _, edition := range rec.Editions {
		b = append(appendKey(b, edition.Lang), '{')
		b = jsontext.AppendPlain(appendKey(b, "title"), edition.Title)
		b = jsontext.AppendPlain(appendKey(b, "url"), edition.URL)
		b = append(jsontext.AppendPlain(appendKey(b, "state"), string(edition.State)), '}')
	}
	return append(b, "}}"...)
}

// appendList adds texts as JSON.
func appendList(b []byte, texts []string) []byte {
	b = append(b, '[')
	for i, text := range texts {
		if i > 0 {
			b = append(b, ',')
		}
		b = jsontext.AppendPlain(b, text)
	}
	return append(b, ']')
}

// pieces writes something of all practices, on all processors: the bytes of some
// neighbours each, in their order.
func (r *Renderer) pieces(write func([]byte, []*catalogue.Entry) []byte) [][]byte {
	const usual = 256 // bytes of a practice in a language, rather more than less
	pieces := slices.Collect(slices.Chunk(r.catalogue.Entries, 64))
	written := make([][]byte, len(pieces))
	parallel.Do(len(pieces), func(i int) {
		written[i] = write(make([]byte, 0, usual*len(r.plan.Langs)*len(pieces[i])), pieces[i])
	})
	return written
}

// compact is JSON on one line, without the escapes that HTML would need.
func compact(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}

// columns are the heads of catalogue.csv.
var columns = []string{
	"id", "language", "state", "title", "url", "type", "original", "places", "themes", "audience", "carrier",
	"period", "status", "completeness", "published", "updated", "reviewed",
}

// catalogueCSV is one row a practice and language, so that every title and address stands in a cell of its own and
// tables are filtered by language.
func (r *Renderer) catalogueCSV() []byte {
	base := r.site.URL("")
	rows := r.pieces(func(b []byte, entries []*catalogue.Entry) []byte {
		var shared []byte
		for _, e := range entries {
			rec := r.record(e, r.plan.Langs)
			shared = rec.appendShared(shared[:0])
			for _, edition := range rec.Editions {
				b = appendCells(b, rec.ID, edition.Lang, string(edition.State), edition.Title, base+edition.URL)
				b = append(b, shared...)
			}
		}
		return b
	})
	head := append(appendCells(nil, columns[:len(columns)-1]...), columns[len(columns)-1]+"\r\n"...)
	return slices.Concat(append([][]byte{head}, rows...)...)
}

// appendShared adds what is the same in all rows of a practice: their last cells.
func (rec *record) appendShared(b []byte) []byte {
	places, themes, audience := strings.Join(rec.Places, " "), strings.Join(rec.Themes, " "), strings.Join(rec.Audience, " ")
	b = appendCells(b, rec.Type, rec.Original, places, themes, audience, rec.Carrier, rec.Period, rec.Status, rec.Completeness, rec.Published, rec.Updated)
	return append(appendCell(b, rec.Reviewed), "\r\n"...)
}
