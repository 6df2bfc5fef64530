package render

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
	"strconv"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/parallel"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/sheet"
)

// Data writes what is not a page: the catalogue as JSON and CSV, the sitemap,
// the feeds, what narrows the lists down, robots.txt, security.txt,
// what browsers search the site by, and all pictures.
func (r *Renderer) Data(sink output.Sink) error {
	for _, data := range []struct {
		path  string
		write func(io.Writer) error
	}{{"catalogue.json", r.CatalogueJSON}, {"catalogue.csv", r.CatalogueCSV}, {"robots.txt", r.Robots}} {
		var b bytes.Buffer
		if err := data.write(&b); err != nil {
			return err
		}
		if err := sink.Write(output.File{Path: data.path, Bytes: b.Bytes()}); err != nil {
			return err
		}
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

// record is a practice in catalogue.json: metadata and addresses, no texts, no contacts.
type record struct {
	ID           string             `json:"id"`
	Type         string             `json:"type"`
	Original     string             `json:"original"`
	Places       []string           `json:"places"`
	Themes       []string           `json:"themes"`
	Audience     []string           `json:"audience"`
	Carrier      string             `json:"carrier,omitempty"` // its kind
	Period       string             `json:"period,omitempty"`  // EDTF; an interval with an end that is not stated ends in "/"
	Status       string             `json:"status,omitempty"`
	Completeness *float64           `json:"completeness,omitempty"` // of sheets
	Published    string             `json:"published,omitempty"`
	Updated      string             `json:"updated,omitempty"`
	Reviewed     string             `json:"reviewed,omitempty"`
	Languages    map[string]edition `json:"languages"`
}

type edition struct {
	Title string          `json:"title"`
	URL   string          `json:"url"`
	State catalogue.State `json:"state"`
}

func (r *Renderer) record(e *catalogue.Entry) record {
	o := e.Original
	rec := record{
		ID: e.ID, Type: e.Type(), Original: o.Lang, Places: e.Places(), Themes: e.Themes(), Audience: e.Audience(),
		Carrier: o.Carrier.Kind.Text, Period: interval(o.Period), Status: o.Status.Text,
		Published: o.Published.Text, Updated: o.Updated.Text, Reviewed: o.Reviewed.Text, Languages: map[string]edition{},
	}
	if parts := e.Completeness(); parts != nil {
		share := catalogue.Share(parts)
		rec.Completeness = &share
	}
	for _, lang := range r.plan.Langs {
		rec.Languages[lang] = edition{e.Title(lang).Text, r.plan.SheetPath(e, lang), e.State(lang)}
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

// CatalogueJSON writes catalogue.json, one practice a line.
func (r *Renderer) CatalogueJSON(w io.Writer) error {
	head, err := compact(map[string]any{"generator": r.generator})
	if err != nil {
		return err
	}
	langs, err := compact(r.plan.Langs)
	if err != nil {
		return err
	}
	lines, err := r.pieces(func(b *bytes.Buffer, e *catalogue.Entry) error {
		b.WriteString(",\n")
		line, err := compact(r.record(e))
		b.Write(line)
		return err
	})
	if err != nil {
		return err
	}
	b := bufio.NewWriterSize(w, 64<<10)
	b.WriteString(strings.TrimSuffix(string(head), "}") + `,"languages":` + string(langs) + `,"sheets":[`)
	for i, line := range lines {
		if i == 0 {
			line = line[1:] // no comma before the first
		}
		b.Write(line)
	}
	b.WriteString("\n]}\n")
	return b.Flush()
}

// pieces writes something of every practice, on all processors: the bytes of some
// neighbours each, in their order.
func (r *Renderer) pieces(write func(*bytes.Buffer, *catalogue.Entry) error) ([][]byte, error) {
	const size = 64
	entries := r.catalogue.Entries
	pieces := make([][]byte, (len(entries)+size-1)/size)
	return pieces, parallel.Each(len(pieces), func(i int) error {
		var b bytes.Buffer
		for _, e := range entries[i*size : min((i+1)*size, len(entries))] {
			if err := write(&b, e); err != nil {
				return err
			}
		}
		pieces[i] = b.Bytes()
		return nil
	})
}

// compact is JSON on one line, without the escapes that HTML would need.
func compact(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}

// CatalogueCSV writes catalogue.csv: one row a practice and language, so that
// every title and address stands in a cell of its own and tables are filtered by language.
func (r *Renderer) CatalogueCSV(w io.Writer) error {
	rows, err := r.pieces(func(b *bytes.Buffer, e *catalogue.Entry) error {
		return writeCSV(b, r.table(e)...)
	})
	if err == nil {
		err = writeCSV(w, []string{
			"id", "language", "state", "title", "url", "type", "original", "places", "themes", "audience", "carrier",
			"period", "status", "completeness", "published", "updated", "reviewed",
		})
	}
	for _, row := range rows {
		if err == nil {
			_, err = w.Write(row)
		}
	}
	return err
}

// table are the rows of a practice in catalogue.csv.
func (r *Renderer) table(e *catalogue.Entry) [][]string {
	rec := r.record(e)
	completeness := ""
	if rec.Completeness != nil {
		completeness = strconv.FormatFloat(*rec.Completeness, 'f', -1, 64)
	}
	rows := make([][]string, len(r.plan.Langs))
	for i, lang := range r.plan.Langs {
		edition := rec.Languages[lang]
		rows[i] = harmless([]string{
			rec.ID, lang, string(edition.State), edition.Title, r.site.URL(edition.URL), rec.Type, rec.Original,
			strings.Join(rec.Places, " "), strings.Join(rec.Themes, " "), strings.Join(rec.Audience, " "), rec.Carrier,
			rec.Period, rec.Status, completeness, rec.Published, rec.Updated, rec.Reviewed,
		})
	}
	return rows
}

func writeCSV(w io.Writer, rows ...[]string) error {
	c := csv.NewWriter(w)
	c.UseCRLF = true
	return c.WriteAll(rows)
}

// harmless puts an apostrophe before cells that a spreadsheet would take for a
// formula. See owasp.org/www-community/attacks/CSV_Injection.
func harmless(row []string) []string {
	for i, cell := range row {
		if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
			row[i] = "'" + cell
		}
	}
	return row
}
