package render

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"sync"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/output"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
)

// A narrowing is what list.js needs to narrow down the list of a language: a
// script that says under which terms each row stands, and the rows themselves as
// they stand on pages, in pieces that are loaded when one of their rows is shown. They are
// scripts since a page that was opened from a folder may load nothing else.
type narrowing struct {
	once sync.Once
	head string // path of the first file, which names the others
	err  error

	mu    sync.Mutex
	files []narrowFile // until they are taken to be written
}

// A narrowFile is one of them; without its bytes if the last build's is retained.
type narrowFile struct {
	output.File
	retained bool
}

// pieceRows is how many rows a piece holds: about ten kilobytes as sent.
const pieceRows = 100

// The JSON of the first file. Rows are meant by their number in the order of titles.
type (
	narrowJSON struct {
		Rows   int              `json:"rows"`
		Size   int              `json:"size"`   // of a piece
		Pieces []string         `json:"pieces"` // addresses as seen from the list
		Facets []facetJSON      `json:"facets"`
		Orders map[string][]int `json:"orders"`
	}
	facetJSON struct {
		Key   string     `json:"key"` // in the address
		Label string     `json:"label"`
		Terms []termJSON `json:"terms"`
	}
	termJSON struct {
		Key   string `json:"key"`
		Label string `json:"label"`
		Lang  string `json:"lang,omitempty"`
		Depth int    `json:"depth,omitempty"`
		Rows  []int  `json:"rows"` // differences, the first to 0
	}
)

// narrow returns the path of a language's first file. All are made when they are first asked for.
func (c *context) narrow() (head string, err error) {
	n := &c.language.narrowing
	n.once.Do(func() {
		if n.files, n.err = c.newNarrowing(); n.err == nil {
			n.head = n.files[0].Path
		}
	})
	return n.head, n.err
}

// takeNarrowing returns the files of a language, which are held no longer: they are as large as a thousand pages.
func (c *context) takeNarrowing() ([]narrowFile, error) {
	if _, err := c.narrow(); err != nil {
		return nil, err
	}
	n := &c.language.narrowing
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.files == nil {
		return c.newNarrowing()
	}
	files := n.files
	n.files = nil
	return files, nil
}

func (c *context) newNarrowing() ([]narrowFile, error) {
	entries := c.plan.Sorted(c.Lang)
	list := &context{Renderer: c.Renderer, language: c.language, dir: c.Lang + "/sheets/"}
	pieces := []string{}
	var files []narrowFile
	for first := 0; first < len(entries); first += pieceRows {
		f, err := list.piece(len(files), entries[first:min(first+pieceRows, len(entries))])
		if err != nil {
			return nil, err
		}
		files = append(files, f)
		pieces = append(pieces, relative(list.dir, f.Path))
	}
	head, err := list.narrowHead(pieces, entries)
	if err = cmp.Or(err, list.failed); err != nil {
		return nil, err
	}
	return append([]narrowFile{head}, files...), nil
}

// piece is the file of some rows.
func (c *context) piece(number int, entries []*catalogue.Entry) (narrowFile, error) {
	made := c.inputsOf("piece "+c.Lang, func(d *digest) {
		d.number(number)
		for _, e := range entries {
			d.add(c.face(e, c.Lang))
		}
	})
	return c.retained(made, func() (output.File, error) {
		rows := c.rowsOf(entries)
		size := 64 // and three bytes around each row; more where one is escaped
		for _, row := range rows {
			size += len(row) + 3
		}
		data := append(make([]byte, 0, size), "praxisblattRows("+strconv.Itoa(number)+",["...)
		for i, row := range rows {
			if i > 0 {
				data = append(data, ',')
			}
			data = appendLiteral(data, string(row))
		}
		return script(fmt.Sprintf("assets/list/%s-%d", c.Lang, number), append(data, "])\n"...)), nil
	})
}

// narrowHead is the file that names the pieces.
func (c *context) narrowHead(pieces []string, entries []*catalogue.Entry) (narrowFile, error) {
	made := c.inputsOf("pieces "+c.Lang, func(d *digest) {
		d.list(pieces)
		for _, e := range entries {
			d.add(c.basis.facts[e.Number])
		}
	})
	return c.retained(made, func() (output.File, error) {
		name := "assets/list/" + c.Lang
		data, err := compact(narrowJSON{Rows: len(entries), Size: pieceRows, Pieces: pieces, Facets: c.facets(entries), Orders: orders(entries)})
		if err != nil {
			return output.File{}, fmt.Errorf("%s: %w", name, err)
		}
		return script(name, slices.Concat([]byte("praxisblattList("), data, []byte(")\n"))), nil
	})
}

// retained makes a file, unless the last build made it of the same.
func (c *context) retained(inputs output.Inputs, fresh func() (output.File, error)) (narrowFile, error) {
	if c.retain != nil && inputs != (output.Inputs{}) {
		if path, ok := c.retain(inputs); ok {
			return narrowFile{output.File{Path: path}, true}, nil
		}
	}
	f, err := fresh()
	f.Inputs = inputs
	return narrowFile{f, false}, err
}

// besideList is what stands beside the rows of a list and depends on all of them; nil
// where a template fails.
func (r *Renderer) besideList(lang string) []string {
	c := &context{Renderer: r, language: r.languages[lang], dir: lang + "/sheets/"}
	head, err := c.narrow()
	facets := c.browse()
	if err != nil || c.failed != nil {
		return nil
	}
	return []string{head, string(facets)}
}

// script is a file with a name that stands for its bytes.
func script(name string, data []byte) output.File {
	return output.File{Path: name + "." + hash(data) + ".js", Bytes: data}
}

// orders are the orders besides that of titles.
func orders(entries []*catalogue.Entry) map[string][]int {
	by := func(date func(*catalogue.Entry) string) []int {
		rows := make([]int, len(entries))
		for i := range rows {
			rows[i] = i
		}
		slices.SortStableFunc(rows, func(a, b int) int { return cmp.Compare(date(entries[b]), date(entries[a])) })
		return rows
	}
	return map[string][]int{
		"newest":  by(func(e *catalogue.Entry) string { return e.Original.Published.Text }),
		"changed": by(changed),
	}
}

// parameters are the names of facets in the address.
var parameters = map[string]string{
	"themes": "theme", "places": "place", "countries": "country", "audiences": "audience", "carriers": "carrier",
	"types": "type", "status": "status", "years": "period", "languages": "language", "efforts": "effort",
}

// facets lists the ways to narrow the list down, each with its terms in the
// order in which readers look for them.
func (c *context) facets(entries []*catalogue.Entry) []facetJSON {
	var all []facetJSON
	for _, facet := range plan.Browsed {
		terms := fillRows(c.facetTerms(facet, c.plan.Counts(facet), 0), entries, c.plan.Columns(facet))
		if len(terms) > 0 {
			all = append(all, facetJSON{parameters[facet], c.T("facets." + facet), terms})
		}
	}
	return all
}

// facetTerms are the terms of a facet, narrower ones below theirs.
func (c *context) facetTerms(facet string, counts []plan.TermCount, depth int) []termJSON {
	var terms []termJSON
	for _, t := range c.sorted(facet, counts) {
		label := c.termLabel(facet, t.Key, t.Term)
		terms = append(terms, termJSON{Key: t.Key, Label: label.Text, Lang: label.Lang, Depth: depth, Rows: make([]int, 0, t.Count)})
		terms = append(terms, c.facetTerms(facet, t.Narrower, depth+1)...)
	}
	return terms
}

// fillRows says which rows stand under each term.
func fillRows(terms []termJSON, entries []*catalogue.Entry, columns []plan.Column) []termJSON {
	at := make([][]int, len(columns)) // the place of each key's term, from 1
	for k, column := range columns {
		at[k] = make([]int, column.Len())
		for i, t := range terms {
			if n, ok := column.Number(t.Key); ok {
				at[k][n] = i + 1
			}
		}
	}
	last := make([]int, len(terms))
	for row, e := range entries {
		for k, column := range columns {
			for _, n := range column.Of(e) {
				if i := at[k][n] - 1; i >= 0 {
					terms[i].Rows = append(terms[i].Rows, row-last[i])
					last[i] = row
				}
			}
		}
	}
	return slices.DeleteFunc(terms, func(t termJSON) bool { return len(t.Rows) == 0 })
}

// writeNarrowings writes the files of all languages.
func (r *Renderer) writeNarrowings(sink output.Sink) error {
	for _, lang := range r.plan.Langs {
		c := &context{Renderer: r, language: r.languages[lang], dir: lang + "/sheets/"}
		files, err := c.takeNarrowing()
		if err != nil {
			return err
		}
		for i, f := range files {
			if f.retained {
				continue
			}
			if err := sink.Write(f.File); err != nil {
				return err
			}
			files[i].Bytes = nil
		}
	}
	return nil
}
