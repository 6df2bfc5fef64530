package serve

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"strings"

	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/catalogue"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/diag"
	"gitlab.opencode.de/praxisblatt/praxisblatt/internal/plan"
)

//go:embed files
var files embed.FS

// editors answers below /editors.
func (s *server) editors(w http.ResponseWriter, r *http.Request) {
	switch name := strings.TrimPrefix(r.URL.Path, Editors); name {
	case "":
		s.overview(w)
	case "/events":
		s.events(w, r)
	case "/findings.json":
		s.report(w, r)
	case "/serve.js", "/serve.css":
		data, err := files.ReadFile("files" + name)
		if err != nil {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", contentType(name))
		w.Write(data)
	default:
		http.NotFound(w, r)
	}
}

// events tells the version of the catalogue, and every newer one.
func (s *server) events(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	c := http.NewResponseController(w)
	for {
		at := s.now()
		if _, err := fmt.Fprintf(w, "retry: 500\nevent: version\ndata: %d\n\n", at.version); err != nil {
			return
		}
		if c.Flush() != nil {
			return
		}
		select {
		case <-at.next:
		case <-r.Context().Done():
			return
		case <-s.done:
			return
		}
	}
}

// shown is how many findings stand over a page; the editors' page has them all.
const shown = 20

// A summary is what stands over a page.
type summary struct {
	Findings []diag.Finding `json:"findings"` // of this page's files, and errors wherever they are
	Title    string         `json:"title"`
	More     string         `json:"more"`
	Close    string         `json:"close"`
	Lang     string         `json:"lang"`
	Editors  string         `json:"editors"`
}

// report answers with the findings that matter to the page at a path.
func (s *server) report(w http.ResponseWriter, r *http.Request) {
	at := s.now()
	folder := at.folder(r.URL.Query().Get("page"))
	lang := s.o.Lang
	all := at.findings()
	sum := summary{Findings: []diag.Finding{}, More: words.more.In(lang), Close: words.close.In(lang), Lang: lang, Editors: Editors}
	errors, warnings, notes := diag.Count(all)
	sum.Title = words.counts.Format(lang, "errors", fmt.Sprint(errors), "warnings", fmt.Sprint(warnings), "notes", fmt.Sprint(notes))
	for _, d := range all {
		own := folder != "" && strings.HasPrefix(d.Path(), folder)
		if (own || d.Rule.Severity == diag.Error) && len(sum.Findings) < shown {
			sum.Findings = append(sum.Findings, d.Finding(lang))
		}
	}
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(sum)
}

// folder returns where the files of a page lie, "" for pages of several.
func (s *state) folder(path string) string {
	if s.loaded == nil {
		return ""
	}
	p := s.loaded.Plan.Page(strings.TrimPrefix(path, s.base()))
	switch {
	case p == nil:
		return ""
	case p.Kind == plan.Sheet:
		return "content/sheets/" + p.Entry.ID + "/"
	case p.Free != nil:
		return "content/pages/" + p.Free.ID + "/"
	}
	return ""
}

// view is what the template of the editors' page is given.
type view struct {
	Lang       string
	Script     template.HTML
	CSS        string // path of the style sheet
	Base       string // of the site
	Problem    string // why there is nothing to show
	Counts     string // how many findings there are
	Findings   []diag.Finding
	Severities map[string]string // their words
	Langs      []string
	Rows       []row
	W          map[string]string // the page's own words
}

// A row is a sheet with its state in every language.
type row struct {
	ID, Title string
	Cells     []cell
	Parts     string
}

type cell struct {
	URL, State, Word              string
	Missing, Outdated, Unrecorded []string
}

func (s *server) overview(w http.ResponseWriter) {
	at, lang := s.now(), s.o.Lang
	v := view{Lang: lang, Script: template.HTML(script(at.version)), CSS: Editors + "/serve.css", Base: at.base(), Severities: map[string]string{}, W: map[string]string{}}
	for name, text := range overviewWords {
		v.W[name] = text.In(lang)
	}
	for _, s := range []diag.Severity{diag.Error, diag.Warning, diag.Note} {
		v.Severities[s.String()] = s.In(lang)
	}
	if at.failed != nil {
		v.Problem = s.o.Word(at.failed)
	}
	if at.loaded != nil {
		all := at.findings()
		errors, warnings, notes := diag.Count(all)
		v.Counts = words.counts.Format(lang, "errors", fmt.Sprint(errors), "warnings", fmt.Sprint(warnings), "notes", fmt.Sprint(notes))
		for _, d := range all {
			v.Findings = append(v.Findings, d.Finding(lang))
		}
		v.Langs = at.loaded.Plan.Langs
		for _, e := range at.loaded.Catalogue.Entries {
			v.Rows = append(v.Rows, at.row(e, lang))
		}
	}
	var b bytes.Buffer
	if err := overviewTemplate().Execute(&b, v); err != nil {
		s.problem(w, at, err)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Security-Policy", policy)
	w.Write(b.Bytes())
}

func overviewTemplate() *template.Template {
	return template.Must(template.ParseFS(files, "files/editors.html"))
}

func (s *state) row(e *catalogue.Entry, ui string) row {
	r := row{ID: e.ID, Title: e.Title(e.Original.Lang).Text}
	if parts := e.Completeness(); parts != nil {
		stated := 0
		for _, ok := range parts {
			if ok {
				stated++
			}
		}
		r.Parts = fmt.Sprintf("%d/%d", stated, len(parts))
	}
	for _, lang := range s.loaded.Plan.Langs {
		state := e.State(lang)
		c := cell{URL: s.base() + (&url.URL{Path: s.loaded.Plan.SheetPath(e, lang)}).String(), State: string(state), Word: state.In(ui)}
		texts := e.Texts(lang)
		c.Missing, c.Outdated, c.Unrecorded = catalogue.Paths(texts, catalogue.Missing), catalogue.Paths(texts, catalogue.Outdated), catalogue.Paths(texts, catalogue.Unrecorded)
		r.Cells = append(r.Cells, c)
	}
	return r
}
